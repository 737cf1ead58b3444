-- A signature may lie in a file of its own: what it is worth depends on the file beside it.
alter table records.signature_check add column with_sha256 bytea[] not null default '{}';
comment on column records.signature_check.with_sha256 is 'The files that it was judged together with, in order: signatures beside it, or what it signs. Empty: by itself.';
alter table records.signature_check drop constraint signature_check_pk;
alter table records.signature_check add constraint signature_check_pk primary key (sha256, with_sha256, checked_at);

create table records.prepared_signing (
  -- Of the token that whoever prepared it got: the token itself is kept nowhere.
  token_sha256 bytea not null,
  outgoing_id bigint not null,
  person_id bigint not null,
  what text not null,
  version integer not null,
  -- What stands on the page that is signed: number, day, name. The act refuses to finish another page.
  page text not null,
  signing_identity_id bigint not null,
  -- The attributes that are signed, their hash, the certificates, and where the signature goes; bytes in base64.
  prepared jsonb not null,
  pdf bytea not null,
  expires_at timestamptz not null,
  constraint prepared_signing_pk primary key (token_sha256),
  constraint prepared_signing_of foreign key (outgoing_id) references records.outgoing (outgoing_id),
  constraint prepared_signing_person foreign key (person_id) references registry.person (person_id),
  constraint prepared_signing_identity foreign key (signing_identity_id) references registry.signing_identity (signing_identity_id),
  constraint prepared_signing_once unique (outgoing_id, person_id, what),
  constraint prepared_signing_what check (what in ('person', 'agency'))
);
comment on table records.prepared_signing is 'Signatures that were prepared for a device of the signer’s own machine and wait some minutes for its answer.';
create index prepared_signing_person_idx on records.prepared_signing (person_id);
comment on index records.prepared_signing_person_idx is 'What a person prepared.';
create index prepared_signing_identity_idx on records.prepared_signing (signing_identity_id);
comment on index records.prepared_signing_identity_idx is 'What refers to a key.';

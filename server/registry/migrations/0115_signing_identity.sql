-- Keys that sign: of a person, or of an agency, whose signature is its seal.
create table registry.signing_identity (
  signing_identity_id bigint generated always as identity,
  person_id bigint,
  agency_id bigint,
  key_kind text not null,
  -- DER: the holder's own first, then those that issued it.
  chain bytea[] not null,
  fingerprint bytea not null,
  algorithm text not null,
  serial text not null,
  subject text not null,
  holder text not null,
  issuer text not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  -- Where the key lies: { library, token, serial, key } of a token, { provider, credential } of a provider.
  way jsonb not null,
  -- AES-256-GCM under a key of the installation: the file with its password, or the PIN. Null: it is asked each time.
  sealed bytea,
  valid daterange not null,
  picture_sha256 bytea,
  end_kind text,
  end_reason text,
  ended_at timestamptz,
  ended_by text,
  -- When the holder was told that the certificate ends.
  warned_at timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint signing_identity_pk primary key (signing_identity_id),
  constraint signing_identity_person foreign key (person_id) references registry.person (person_id),
  constraint signing_identity_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint signing_identity_picture foreign key (picture_sha256) references platform.blob (sha256),
  constraint signing_identity_owner check (num_nonnulls(person_id, agency_id) = 1),
  constraint signing_identity_key_kind check (key_kind in ('pkcs12', 'pkcs11', 'csc', 'device')),
  constraint signing_identity_algorithm check (algorithm in ('rsa-sha256', 'ecdsa-sha256', 'ecdsa-sha384')),
  constraint signing_identity_chain check (cardinality(chain) between 1 and 8),
  constraint signing_identity_sealed check (case key_kind when 'pkcs12' then (sealed is null) = (end_kind is not null) when 'device' then sealed is null else true end),
  constraint signing_identity_term check (not_before < not_after and not isempty(valid) and lower(valid) is not null and upper(valid) is not null),
  constraint signing_identity_end_kind check (end_kind in ('ended', 'revoked')),
  constraint signing_identity_end check (
    (end_kind is null) = (ended_at is null) and (end_kind is null) = (ended_by is null) and (end_kind is null) = (end_reason is null)),
  -- An ended one stays for the signatures it made, and leaves its days to the next.
  constraint signing_identity_person_once exclude using gist (person_id with =, valid with &&) where (person_id is not null and end_kind is null),
  constraint signing_identity_agency_once exclude using gist (agency_id with =, valid with &&) where (agency_id is not null and end_kind is null)
);
comment on table registry.signing_identity is 'Keys that sign, each of one person or one agency over some days: the certificate, and the way to the key.';
create index signing_identity_person_idx on registry.signing_identity (person_id) where person_id is not null;
comment on index registry.signing_identity_person_idx is 'The keys of a person.';
create index signing_identity_agency_idx on registry.signing_identity (agency_id) where agency_id is not null;
comment on index registry.signing_identity_agency_idx is 'The keys of an agency.';
create index signing_identity_ending_idx on registry.signing_identity (not_after) where warned_at is null and end_kind is null;
comment on index registry.signing_identity_ending_idx is 'Certificates of whose end nobody was told yet.';
create index signing_identity_picture_idx on registry.signing_identity (picture_sha256) where picture_sha256 is not null;
comment on index registry.signing_identity_picture_idx is 'What refers to a stored picture.';

create function registry.signing_identity_stays() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'a signing identity keeps its certificate, and stays' using errcode = '23514', constraint = 'signing_identity_stays';
end
$$;
comment on function registry.signing_identity_stays is 'Documents were signed with it: whose it was, its certificate and its end stay as they were.';
-- Only an end gives up the secret.
create trigger signing_identity_stays before update on registry.signing_identity
  for each row when (old.end_kind is not null
    or (old.sealed is distinct from new.sealed and (new.end_kind is null or new.sealed is not null))
    or (old.person_id, old.agency_id, old.key_kind, old.chain, old.fingerprint, old.algorithm, old.way, old.made_at, old.made_by)
      is distinct from
      (new.person_id, new.agency_id, new.key_kind, new.chain, new.fingerprint, new.algorithm, new.way, new.made_at, new.made_by))
  execute function registry.signing_identity_stays();
create trigger signing_identity_kept before delete on registry.signing_identity
  for each row execute function registry.signing_identity_stays();

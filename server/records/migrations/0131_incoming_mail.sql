-- Documents that arrive by e-mail: to which address of a body, and what the message said beside its files.
create table records.mail_address (
  mail_address_id bigint generated always as identity,
  address text not null,
  agency_id bigint not null,
  added_at timestamptz not null,
  added_by text not null,
  ended_at timestamptz,
  ended_by text,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint mail_address_pk primary key (mail_address_id),
  constraint mail_address_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint mail_address_form check (address = lower(address) and address ~ '^[^@\s]+@[^@\s]+$'),
  constraint mail_address_ended check (num_nonnulls(ended_at, ended_by) in (0, 2))
);
comment on table records.mail_address is 'Addresses whose mail becomes incoming documents of a body. One that ended stays.';
create unique index mail_address_once on records.mail_address (address) where ended_at is null;
comment on index records.mail_address_once is 'An address receives for one body at a time.';

create table records.incoming_mail (
  incoming_id bigint not null,
  agency_id bigint not null,
  -- Of the message, or the hash of all of it where it has none: a message that is delivered again makes no second document.
  message_id text not null,
  address text not null,
  from_address text not null,
  from_name text,
  subject text,
  words text,
  -- [{"name", "reason"}]: what was attached and not taken.
  refused jsonb not null,
  constraint incoming_mail_pk primary key (incoming_id),
  constraint incoming_mail_of foreign key (incoming_id) references records.incoming (incoming_id),
  constraint incoming_mail_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint incoming_mail_once unique (agency_id, message_id)
);
comment on table records.incoming_mail is 'What a message said with which a document arrived. Never changed, but for its words where a mark of secrecy is found.';

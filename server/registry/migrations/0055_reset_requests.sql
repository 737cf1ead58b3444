create table registry.reset_request (
  reset_request_id bigint generated always as identity,
  person_id bigint not null,
  requested_at timestamptz not null,
  requested_by text not null,
  requested_by_person bigint not null,
  settled_at timestamptz,
  settled_by text,
  outcome text,
  constraint reset_request_pk primary key (reset_request_id),
  constraint reset_request_person foreign key (person_id) references registry.person (person_id),
  constraint reset_request_by foreign key (requested_by_person) references registry.person (person_id),
  constraint reset_request_outcome check (outcome in ('approved', 'refused')),
  constraint reset_request_settled check ((settled_at is null) = (outcome is null) and (settled_at is null) = (settled_by is null))
);
comment on table registry.reset_request is 'Wishes to give a person who already signs in a new password, until a second administrator decides.';
create unique index reset_request_open on registry.reset_request (person_id) where settled_at is null;
comment on index registry.reset_request_open is 'At most one open for a person.';
create index reset_request_person_idx on registry.reset_request (person_id);
comment on index registry.reset_request_person_idx is 'The requests for a person.';
alter table registry.person add column email_changed_at timestamptz, add column email_changed_by bigint;
comment on column registry.person.email_changed_at is 'When somebody last changed the address: for a while a new password does not go there without a second administrator.';
alter table registry.person
  add constraint person_email_changed_by foreign key (email_changed_by) references registry.person (person_id);

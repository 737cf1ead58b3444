alter table registry.reset_request
  add column requested_for_person bigint,
  add column is_keeper boolean not null default false,
  add constraint reset_request_for foreign key (requested_for_person) references registry.person (person_id);
comment on column registry.reset_request.requested_for_person is 'Whom the one who requested it acted for: they do not decide it either.';
comment on column registry.reset_request.is_keeper is 'Whether it was requested by one who manages all people: then one more of them is enough.';
comment on column registry.person.email_changed_at is 'When somebody else changed the address, until the person sets a password by a link: so long a new link does not go there without a second administrator.';
alter table registry.reset_request drop constraint reset_request_outcome;
alter table registry.reset_request add constraint reset_request_outcome check (outcome in ('approved', 'refused', 'supported'));

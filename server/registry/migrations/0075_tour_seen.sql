-- The tour of the console is shown at a person's first sign-in, on whichever device, and not again.
create table registry.tour_seen (
  person_id bigint not null,
  version integer not null,
  seen_at timestamptz not null,
  constraint tour_seen_pk primary key (person_id),
  constraint tour_seen_of foreign key (person_id) references registry.person (person_id),
  constraint tour_seen_version check (version between 1 and 1000)
);
comment on table registry.tour_seen is 'The newest version of the console''s tour that a person has seen or skipped; no row: none yet.';

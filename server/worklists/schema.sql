-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- The result of each task of a run, recorded in the transaction of its act, so that an interrupted run continues and does nothing twice.
create table worklists.bulk_result (
  bulk_run_id bigint not null,
  task_id bigint not null,
  version integer,
  problem jsonb,
  constraint bulk_result_pk primary key (bulk_run_id, task_id),
  constraint bulk_result_run foreign key (bulk_run_id) references worklists.bulk_run(bulk_run_id),
  constraint bulk_result_one check ((version is null) <> (problem is null))
);

-- One act requested for many tasks, carried out by a job while its progress is shown.
create table worklists.bulk_run (
  bulk_run_id bigint generated always as identity,
  user_id text not null,
  actor jsonb not null,
  act text not null,
  mode text not null,
  items jsonb not null,
  total integer not null,
  tried integer not null default 0,
  state text not null default 'waiting'::text,
  requested_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint bulk_run_pk primary key (bulk_run_id),
  constraint bulk_run_ended_whole check ((state = any (array['ended'::text, 'failed'::text])) = (ended_at is not null)),
  constraint bulk_run_mode check (mode = any (array['all'::text, 'each'::text])),
  constraint bulk_run_state check (state = any (array['waiting'::text, 'running'::text, 'ended'::text, 'failed'::text])),
  constraint bulk_run_total check (total > 0 and tried >= 0 and tried <= total)
);

-- A secret address of a calendar of deadlines, until it is revoked; what it shows is decided at each reading.
create table worklists.calendar_address (
  calendar_address_id bigint generated always as identity,
  sha256 bytea not null,
  person_id bigint not null,
  scope text not null,
  agency_id bigint,
  added_at timestamp with time zone not null,
  last_read_at timestamp with time zone,
  window_at timestamp with time zone,
  window_reads integer not null default 0,
  revoked_at timestamp with time zone,
  constraint calendar_address_pk primary key (calendar_address_id),
  constraint calendar_address_sha256_once unique (sha256),
  constraint calendar_address_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint calendar_address_person foreign key (person_id) references registry.person(person_id),
  constraint calendar_address_agency_named check ((scope = 'agency'::text) = (agency_id is not null)),
  constraint calendar_address_reads check (window_reads >= 0),
  constraint calendar_address_scope check (scope = any (array['mine'::text, 'agency'::text])),
  constraint calendar_address_sha256 check (length(sha256) = 32)
);
-- The addresses of one person, to list and revoke.
create index calendar_address_person_idx on worklists.calendar_address using btree (person_id);

-- The two numbers of days that the work lists use; one row, set by administrators.
create table worklists.threshold (
  is_only boolean not null default true,
  silent_days integer not null,
  soon_days integer not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint threshold_pk primary key (is_only),
  constraint threshold_only check (is_only),
  constraint threshold_silent_days check (silent_days >= 1 and silent_days <= 365),
  constraint threshold_soon_days check (soon_days >= 1 and soon_days <= 90)
);

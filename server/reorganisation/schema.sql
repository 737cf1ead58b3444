-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- A task that a person gave to a partial successor, or to another agency, instead of leaving it to the main one.
create table reorganisation.choice (
  reorganisation_id bigint not null,
  task_id bigint not null,
  line_id bigint not null,
  agency_id bigint,
  chosen_at timestamp with time zone not null,
  chosen_by text not null,
  constraint choice_pk primary key (reorganisation_id, task_id),
  constraint choice_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint choice_line foreign key (line_id, reorganisation_id) references reorganisation.line(line_id, reorganisation_id) on delete cascade,
  constraint choice_task foreign key (task_id) references tasks.task(task_id)
);

-- One "old → new" of a plan: its kind, subject, day and document.
create table reorganisation.line (
  line_id bigint generated always as identity,
  reorganisation_id bigint not null,
  position integer not null,
  written jsonb not null,
  kind text,
  subject text,
  effective_on date,
  source text,
  old_agency_id bigint,
  new_agency_id bigint,
  founding jsonb,
  constraint line_pk primary key (line_id),
  constraint line_in_plan_once unique (line_id, reorganisation_id),
  constraint line_place_once unique (reorganisation_id, "position") deferrable initially deferred,
  constraint line_new foreign key (new_agency_id) references registry.agency(agency_id),
  constraint line_of foreign key (reorganisation_id) references reorganisation.reorganisation(reorganisation_id) on delete cascade,
  constraint line_old foreign key (old_agency_id) references registry.agency(agency_id),
  constraint line_founds_what_is_not_there check (founding is null or new_agency_id is null),
  constraint line_kind check (kind = any (array['main'::text, 'partial'::text, 'renamed'::text, 'abolished'::text]))
);

-- Which tasks a run moved, by which line: the rows behind its figures.
create table reorganisation.move (
  run_id bigint not null,
  line_id bigint not null,
  task_id bigint not null,
  part text not null,
  constraint move_pk primary key (run_id, line_id, part, task_id),
  constraint move_line foreign key (line_id) references reorganisation.line(line_id) on delete cascade,
  constraint move_run foreign key (run_id) references reorganisation.run(run_id) on delete cascade,
  constraint move_task foreign key (task_id) references tasks.task(task_id),
  constraint move_part check (part = any (array['lead'::text, 'part'::text, 'followUp'::text, 'undecided'::text]))
);

-- A reorganisation: drafted, rehearsed as often as wanted, applied once.
create table reorganisation.reorganisation (
  reorganisation_id bigint generated always as identity,
  title text not null,
  source text not null,
  file_name text,
  state text not null default 'draft'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  applied_at timestamp with time zone,
  applied_by text,
  constraint reorganisation_pk primary key (reorganisation_id),
  constraint reorganisation_applied_whole check ((state = 'applied'::text) = (applied_at is not null) and (applied_at is null) = (applied_by is null)),
  constraint reorganisation_state check (state = any (array['draft'::text, 'applied'::text])),
  constraint reorganisation_words check (title = btrim(title) and title <> ''::text and source = btrim(source) and source <> ''::text)
);

-- A rehearsal or the application of a plan: its progress, and what it moved or would move.
create table reorganisation.run (
  run_id bigint generated always as identity,
  reorganisation_id bigint not null,
  kind text not null,
  plan_version integer not null,
  rehearsal_id bigint,
  requested_as jsonb not null,
  requested_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  percent integer not null default 0,
  seen_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  outcome jsonb,
  digest text,
  problem jsonb,
  constraint run_pk primary key (run_id),
  constraint run_of foreign key (reorganisation_id) references reorganisation.reorganisation(reorganisation_id) on delete cascade,
  constraint run_rehearsal foreign key (rehearsal_id) references reorganisation.run(run_id),
  constraint run_applies_what_was_seen check ((kind = 'application'::text) = (rehearsal_id is not null)),
  constraint run_digest check (digest ~ '^[0-9a-f]{64}$'::text),
  constraint run_done_has_outcome check ((state = 'done'::text) = (outcome is not null and digest is not null)),
  constraint run_failed_has_problem check ((state = 'failed'::text) = (problem is not null)),
  constraint run_kind check (kind = any (array['rehearsal'::text, 'application'::text])),
  constraint run_percent check (percent >= 0 and percent <= 100),
  constraint run_state check (state = any (array['waiting'::text, 'running'::text, 'done'::text, 'failed'::text]))
);
-- The last run of a plan.
create index run_of_idx on reorganisation.run using btree (reorganisation_id, run_id desc);
-- One run of a plan at a time.
create unique index run_one_at_a_time on reorganisation.run using btree (reorganisation_id) where (state = any (array['waiting'::text, 'running'::text]));

-- Reorganisations: which body passes into which, what that would move, what it moved.
create schema reorganisation;
comment on schema reorganisation is 'Reorganisations of the state as single acts: the plan, its rehearsals and what was carried out.';

create table reorganisation.reorganisation (
  reorganisation_id bigint generated always as identity,
  title text not null,
  -- The resolution or decree it rests on, told on every task that moves.
  source text not null,
  -- The file the plan came in, where it came in one.
  file_name text,
  state text not null default 'draft',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  applied_at timestamptz,
  applied_by text,
  constraint reorganisation_pk primary key (reorganisation_id),
  constraint reorganisation_words check (title = btrim(title) and title <> '' and source = btrim(source) and source <> ''),
  constraint reorganisation_state check (state in ('draft', 'applied')),
  constraint reorganisation_applied_whole check (
    (state = 'applied') = (applied_at is not null) and (applied_at is null) = (applied_by is null)
  )
);
comment on table reorganisation.reorganisation is 'A reorganisation: drafted, rehearsed as often as wanted, applied once.';

create table reorganisation.line (
  line_id bigint generated always as identity,
  reorganisation_id bigint not null,
  position integer not null,
  -- As the file or the form says it; what cannot be read is kept so that it can be shown beside its error.
  written jsonb not null,
  kind text,
  subject text,
  effective_on date,
  source text,
  old_agency_id bigint,
  new_agency_id bigint,
  -- Name, kind, parent, abbreviation and codes of a body that the plan founds.
  founding jsonb,
  constraint line_pk primary key (line_id),
  constraint line_of foreign key (reorganisation_id) references reorganisation.reorganisation (reorganisation_id) on delete cascade,
  constraint line_place_once unique (reorganisation_id, position) deferrable initially deferred,
  constraint line_in_plan_once unique (line_id, reorganisation_id),
  constraint line_old foreign key (old_agency_id) references registry.agency (agency_id),
  constraint line_new foreign key (new_agency_id) references registry.agency (agency_id),
  constraint line_kind check (kind in ('main', 'partial', 'renamed', 'abolished')),
  constraint line_founds_what_is_not_there check (founding is null or new_agency_id is null)
);
comment on table reorganisation.line is 'One "old → new" of a plan, with how, for what subject, from which day and by which document.';

create table reorganisation.choice (
  reorganisation_id bigint not null,
  task_id bigint not null,
  line_id bigint not null,
  -- Of a body abolished without a successor: who is to have the task.
  agency_id bigint,
  chosen_at timestamptz not null,
  chosen_by text not null,
  constraint choice_pk primary key (reorganisation_id, task_id),
  constraint choice_line foreign key (line_id, reorganisation_id)
    references reorganisation.line (line_id, reorganisation_id) on delete cascade,
  constraint choice_task foreign key (task_id) references tasks.task (task_id),
  constraint choice_agency foreign key (agency_id) references registry.agency (agency_id)
);
comment on table reorganisation.choice is 'A task that a person gave to a partial successor, or to somebody, instead of leaving it to the main one.';

create table reorganisation.run (
  run_id bigint generated always as identity,
  reorganisation_id bigint not null,
  kind text not null,
  -- Of the plan it carries out.
  plan_version integer not null,
  -- The rehearsal whose outcome was looked at before applying.
  rehearsal_id bigint,
  -- Who asked, with the rights they had then.
  asked_as jsonb not null,
  asked_at timestamptz not null,
  state text not null default 'waiting',
  percent integer not null default 0,
  -- The last sign of life of whoever carries it out.
  seen_at timestamptz not null,
  finished_at timestamptz,
  outcome jsonb,
  -- SHA-256 of everything that moves: two runs with the same move the same.
  digest text,
  problem jsonb,
  constraint run_pk primary key (run_id),
  constraint run_of foreign key (reorganisation_id) references reorganisation.reorganisation (reorganisation_id) on delete cascade,
  constraint run_rehearsal foreign key (rehearsal_id) references reorganisation.run (run_id),
  constraint run_kind check (kind in ('rehearsal', 'application')),
  constraint run_applies_what_was_seen check ((kind = 'application') = (rehearsal_id is not null)),
  constraint run_state check (state in ('waiting', 'running', 'done', 'failed')),
  constraint run_percent check (percent between 0 and 100),
  constraint run_done_tells check ((state = 'done') = (outcome is not null and digest is not null)),
  constraint run_failed_tells check ((state = 'failed') = (problem is not null)),
  constraint run_digest check (digest ~ '^[0-9a-f]{64}$')
);
comment on table reorganisation.run is 'A rehearsal or the application of a plan: how far it is and what it moved, or would.';
create index run_of_idx on reorganisation.run (reorganisation_id, run_id desc);
comment on index reorganisation.run_of_idx is 'The last run of a plan.';
create unique index run_one_at_a_time on reorganisation.run (reorganisation_id) where state in ('waiting', 'running');
comment on index reorganisation.run_one_at_a_time is 'One run of a plan at a time.';

create table reorganisation.move (
  run_id bigint not null,
  line_id bigint not null,
  task_id bigint not null,
  part text not null,
  constraint move_pk primary key (run_id, line_id, part, task_id),
  constraint move_run foreign key (run_id) references reorganisation.run (run_id) on delete cascade,
  constraint move_line foreign key (line_id) references reorganisation.line (line_id) on delete cascade,
  constraint move_task foreign key (task_id) references tasks.task (task_id),
  constraint move_part check (part in ('lead', 'part', 'followUp', 'undecided'))
);
comment on table reorganisation.move is 'Which tasks a run moved, by which line: the rows behind its figures.';

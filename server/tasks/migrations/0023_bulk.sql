-- The same act on many tasks, where they are too many for one request; and what the lists of work count with.

create table tasks.bulk_run (
  bulk_run_id bigint generated always as identity,
  user_id text not null,
  -- Who asked, with the rights they had then.
  actor jsonb not null,
  act text not null,
  mode text not null,
  items jsonb not null,
  total integer not null,
  -- Items tried so far; in mode all they count as done only when all are.
  tried integer not null default 0,
  state text not null default 'waiting',
  asked_at timestamptz not null,
  ended_at timestamptz,
  constraint bulk_run_pk primary key (bulk_run_id),
  constraint bulk_run_mode check (mode in ('all', 'each')),
  constraint bulk_run_state check (state in ('waiting', 'running', 'ended', 'failed')),
  constraint bulk_run_total check (total > 0 and tried between 0 and total),
  constraint bulk_run_ended_whole check ((state in ('ended', 'failed')) = (ended_at is not null))
);
comment on table tasks.bulk_run is 'One act asked for on many tasks, carried out by a job while somebody watches its bar.';

create table tasks.bulk_result (
  bulk_run_id bigint not null,
  task_id bigint not null,
  -- The version the act made; null where it was refused.
  version integer,
  problem jsonb,
  constraint bulk_result_pk primary key (bulk_run_id, task_id),
  constraint bulk_result_run foreign key (bulk_run_id) references tasks.bulk_run (bulk_run_id),
  constraint bulk_result_one check ((version is null) <> (problem is null))
);
comment on table tasks.bulk_result is 'What became of each task of a run, written with the act itself, so that a run cut off goes on and does nothing twice.';

create table tasks.watch (
  is_only boolean not null default true,
  -- Days without a report after which a task under way counts as silent.
  silent_days integer not null,
  -- Days before the deadline from which a task is shown as due soon.
  soon_days integer not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint watch_pk primary key (is_only),
  constraint watch_only check (is_only),
  constraint watch_silent_days check (silent_days between 1 and 365),
  constraint watch_soon_days check (soon_days between 1 and 90)
);
comment on table tasks.watch is 'The two numbers of days that the lists of work go by; one row, set by administrators.';
insert into tasks.watch (silent_days, soon_days, changed_at, changed_by) values (15, 7, now(), 'dieuhanh');

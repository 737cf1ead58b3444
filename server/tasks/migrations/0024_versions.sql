-- Who follows a task up is told as a fact, as state, lead, due day and completion are: a reorganisation can change it.
drop trigger if exists fact_agrees_with_task on tasks.fact;

alter table tasks.fact drop constraint fact_dimension;
alter table tasks.fact add constraint fact_dimension check (
  case dimension
    when 'state' then state is not null and agency_id is null and day is null
    when 'lead' then agency_id is not null and day is null and state is null
    when 'followUp' then agency_id is not null and day is null and state is null
    -- Without a day: no deadline; not, or no longer, held to be completed.
    when 'due' then agency_id is null and state is null
    when 'completion' then agency_id is null and state is null
    else false
  end
);

-- Tasks of before: the first follow-up unit since the day of assignment, and each one that a reorganisation put in its place.
insert into tasks.fact (task_id, dimension, effective_on, recorded_at, agency_id)
select t.task_id, 'followUp', t.assigned_on, t.created_at, coalesce(moved.first_id, t.follow_up_agency_id)
from tasks.task t
left join lateral (
  select (a.before ->> 'agencyId')::bigint as first_id
  from platform.audit a
  where a.subject_kind = 'task' and a.subject_id = t.task_id::text and a.event = 'task.partMovedBySuccession'
    and a.detail -> 'parts' ? 'followUp'
  order by a.id limit 1
) moved on true
order by t.task_id;

insert into tasks.fact (task_id, dimension, effective_on, recorded_at, agency_id)
select t.task_id, 'followUp', a.happened_on, a.recorded_at, (a.after ->> 'agencyId')::bigint
from platform.audit a
join tasks.task t on t.task_id::text = a.subject_id
where a.subject_kind = 'task' and a.event = 'task.partMovedBySuccession' and a.detail -> 'parts' ? 'followUp'
order by a.id;

-- Derived from tasks.fact by tasks.refresh_versions, in the transaction that adds the facts.
create table tasks.task_version (
  task_id bigint not null,
  -- Held on the days from valid_from until the day before valid_to …
  valid_from date not null,
  valid_to date not null,
  -- … for whoever asks from what was recorded after known_from, up to known_to.
  known_from timestamptz not null,
  known_to timestamptz not null,
  state text not null,
  lead_agency_id bigint not null,
  follow_up_agency_id bigint not null,
  assigned_on date not null,
  first_due_on date,
  due_on date,
  completed_on date,
  -- The days on which this is the answer to "as of the day, as known at its end": from reported_from until the day before
  -- reported_to. Never, where they do not lie in that order; still so, where reported_to is infinity.
  reported_from date not null generated always as (
    greatest(valid_from, (known_from at time zone 'Asia/Ho_Chi_Minh')::date)
  ) stored,
  reported_to date not null generated always as (
    least(valid_to, (known_to at time zone 'Asia/Ho_Chi_Minh')::date)
  ) stored,
  is_done boolean not null generated always as (completed_on is not null) stored,
  -- What has no day is due after everything else.
  due_order date not null generated always as (coalesce(due_on, 'infinity')) stored,
  constraint task_version_pk primary key (task_id, known_from, valid_from),
  constraint task_version_task foreign key (task_id) references tasks.task (task_id),
  constraint task_version_valid check (valid_from < valid_to),
  constraint task_version_known check (known_from < known_to),
  constraint task_version_counted check (state <> 'cancelled')
);
comment on table tasks.task_version is 'Every state a task was ever in, whole: on which days it held, and from when to when that was known. Derived from tasks.fact. Written by the database alone.';
create unique index task_version_current_once on tasks.task_version (task_id) where reported_to = 'infinity';
comment on index tasks.task_version_current_once is 'A task stands one way now; the task as it stands.';
create index task_version_reported_idx on tasks.task_version (reported_to, reported_from)
  include (lead_agency_id, is_done, due_order, due_on, completed_on, first_due_on, assigned_on, state, task_id)
  where reported_from < reported_to;
comment on index tasks.task_version_reported_idx is 'Counts and lists as of a day from what was known on it, without touching the table.';
create index task_version_urgency_idx on tasks.task_version (is_done, due_order, task_id) where reported_to = 'infinity';
comment on index tasks.task_version_urgency_idx is 'List of today, what hurts first on top.';
create index task_version_due_idx on tasks.task_version (due_order, task_id) where reported_to = 'infinity';
comment on index tasks.task_version_due_idx is 'List of today by due day.';
create index task_version_assigned_idx on tasks.task_version (assigned_on, task_id) where reported_to = 'infinity';
comment on index tasks.task_version_assigned_idx is 'List of today by day of assignment.';
create index task_version_lead_idx on tasks.task_version (lead_agency_id, due_order, task_id) where reported_to = 'infinity';
comment on index tasks.task_version_lead_idx is 'List of today by body, and the tasks of one body.';

create index task_version_first_due_idx on tasks.task_version (first_due_on)
  where reported_to = 'infinity' and not is_done;
comment on index tasks.task_version_first_due_idx is 'Open tasks that pass their first due day: what changes in the counts on a day.';
create index task_version_open_idx on tasks.task_version (state, lead_agency_id, due_order, task_id)
  where reported_to = 'infinity' and not is_done;
comment on index tasks.task_version_open_idx is 'Open tasks by how far they are: the desk of a body, the queue of the giver.';

-- Of each task the last reports, with what lists of work compare, without touching the table.
drop index tasks.progress_report_task_idx;
create index progress_report_task_idx on tasks.progress_report (task_id, reported_on desc, progress_report_id desc)
  include (percent, recorded_at);
comment on index tasks.progress_report_task_idx is 'Reports of a task, newest first.';

create index task_archive_source_idx on tasks.task (source_number) where source_kind = 'archive';
comment on index tasks.task_archive_source_idx is 'Tasks brought in from an archive, by the number of their document.';

create table tasks.figure_series (
  series_id integer generated always as identity,
  by text not null,
  key text not null,
  assigned_year integer not null,
  source_number text,
  source_title text,
  constraint figure_series_pk primary key (series_id),
  constraint figure_series_once unique (by, key, assigned_year),
  constraint figure_series_by check (by in ('all', 'agency', 'directive', 'group'))
);
comment on table tasks.figure_series is 'What is counted day by day: the tasks assigned in one year, all of them or those of a body, a directive or a group. Written by the database alone.';

create table tasks.figure_point (
  series_id integer not null,
  -- The counts hold from this day until the next point of the series, as known at the end of each day.
  counted_on date not null,
  done_on_time integer not null,
  done_late integer not null,
  open_in_term integer not null,
  open_overdue integer not null,
  first_done_on_time integer not null,
  first_done_late integer not null,
  first_open_in_term integer not null,
  first_open_overdue integer not null,
  awaiting integer not null,
  constraint figure_point_pk primary key (series_id, counted_on),
  constraint figure_point_series foreign key (series_id) references tasks.figure_series (series_id),
  -- The same tasks, judged twice.
  constraint figure_point_adds_up check (
    done_on_time + done_late = first_done_on_time + first_done_late
    and open_in_term + open_overdue = first_open_in_term + first_open_overdue
  )
);
comment on table tasks.figure_point is 'Counts of a series from a day on: of all and of bodies on any day, of directives and groups at the ends of months. Written by the database alone.';

create table tasks.figure_kept (
  only_row boolean not null default true,
  -- Days up to this one are over and counted.
  through date not null,
  constraint figure_kept_pk primary key (only_row),
  constraint figure_kept_one check (only_row)
);
comment on table tasks.figure_kept is 'Up to which day the points of the series answer. Written by the database alone.';
insert into tasks.figure_kept (through) values ('0001-01-01');

-- What an agency does with a task: sub-tasks for its own units, evidence, contributions, and the rhythm of its reports.
-- None of it is a task or a fact: the official statistics count rows of tasks.task alone.

create table tasks.subtask (
  subtask_id bigint generated always as identity,
  task_id bigint not null,
  -- Shown behind the task's code: NV-2021-000012/3.
  position integer not null,
  -- The lead whose part was split, and the unit under it that has to do this.
  by_agency_id bigint not null,
  agency_id bigint not null,
  title text not null,
  content text not null,
  due_on date not null,
  -- The task's own day when this day was set; null: it had none.
  task_due_on date,
  later_reason text,
  state text not null default 'assigned',
  percent integer not null default 0,
  given_on date not null,
  given_at timestamptz not null,
  given_by text not null,
  -- Claimed by the unit.
  done_on date,
  accepted_on date,
  -- Why it was sent back the last time.
  sent_back_reason text,
  -- Cancelled: from here on it lets nobody read the task any more.
  ended_on date,
  ended_at timestamptz,
  ended_reason text,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint subtask_pk primary key (subtask_id),
  constraint subtask_task foreign key (task_id) references tasks.task (task_id),
  constraint subtask_by foreign key (by_agency_id) references registry.agency (agency_id),
  constraint subtask_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint subtask_place_once unique (task_id, position),
  constraint subtask_words check (title <> '' and content <> ''),
  constraint subtask_for_another check (agency_id <> by_agency_id),
  constraint subtask_state check (state in ('assigned', 'inProgress', 'done', 'sentBack', 'accepted', 'cancelled')),
  constraint subtask_percent check (percent between 0 and 100),
  constraint subtask_later_says_why check (due_on <= task_due_on or task_due_on is null or later_reason is not null),
  constraint subtask_due_after_given check (due_on >= given_on),
  constraint subtask_done_has_day check (state not in ('done', 'accepted') or done_on is not null),
  constraint subtask_accepted_has_day check ((state = 'accepted') = (accepted_on is not null)),
  constraint subtask_sent_back_says_why check (state <> 'sentBack' or sent_back_reason is not null),
  constraint subtask_ended_whole check (
    (state = 'cancelled') = (ended_on is not null) and (ended_on is null) = (ended_at is null)
      and (ended_on is null) = (ended_reason is null)
  )
);
comment on table tasks.subtask is 'A piece of a task that its lead gives one of its own units; no task, and in no statistics.';
create index subtask_agency_idx on tasks.subtask (agency_id, task_id);
comment on index tasks.subtask_agency_idx is 'What was given to a unit, and which tasks it may read by that.';

create table tasks.subtask_report (
  subtask_report_id bigint generated always as identity,
  subtask_id bigint not null,
  kind text not null,
  reported_on date not null,
  percent integer not null,
  body text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint subtask_report_pk primary key (subtask_report_id),
  constraint subtask_report_of foreign key (subtask_id) references tasks.subtask (subtask_id),
  constraint subtask_report_kind check (kind in ('progress', 'done', 'sentBack', 'accepted')),
  constraint subtask_report_percent check (percent between 0 and 100)
);
comment on table tasks.subtask_report is 'What a unit says of its piece, and what the body that gave it answers, one row each time.';
create index subtask_report_of_idx on tasks.subtask_report (subtask_id, subtask_report_id desc);
comment on index tasks.subtask_report_of_idx is 'Reports of a sub-task, newest first.';

-- Kiến nghị: what the agency proposes to the giver.
alter table tasks.progress_report add column proposals text;

create table tasks.contribution (
  contribution_id bigint generated always as identity,
  task_id bigint not null,
  agency_id bigint not null,
  -- What the lead asked this body for; all null where it gave its part unasked.
  asked_by_agency_id bigint,
  asked_what text,
  asked_due_on date,
  asked_on date,
  asked_at timestamptz,
  asked_by text,
  -- What it gave; all null while it was only asked.
  body text,
  given_on date,
  given_at timestamptz,
  given_by text,
  constraint contribution_pk primary key (contribution_id),
  constraint contribution_task foreign key (task_id) references tasks.task (task_id),
  constraint contribution_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint contribution_asked_by foreign key (asked_by_agency_id) references registry.agency (agency_id),
  constraint contribution_asked_whole check (
    num_nulls(asked_by_agency_id, asked_what, asked_due_on, asked_on, asked_at, asked_by) in (0, 6)
  ),
  constraint contribution_given_whole check (num_nulls(body, given_on, given_at, given_by) in (0, 4)),
  constraint contribution_says_something check (asked_on is not null or given_on is not null),
  constraint contribution_words check (asked_what <> '' and body <> '')
);
comment on table tasks.contribution is 'The part a coordinating unit gives to a task, or was asked by the lead to give by a day.';
create unique index contribution_one_asked on tasks.contribution (task_id, agency_id) where given_on is null;
comment on index tasks.contribution_one_asked is 'One open question of a task to a body at a time: asked, not given.';
create index contribution_task_idx on tasks.contribution (task_id, agency_id);
comment on index tasks.contribution_task_idx is 'Contributions to a task by body.';
create index contribution_agency_idx on tasks.contribution (agency_id, asked_due_on) where given_on is null;
comment on index tasks.contribution_agency_idx is 'What a body was asked for and has not given.';

create table tasks.evidence (
  evidence_id bigint generated always as identity,
  task_id bigint not null,
  -- What it proves; without any of the three it stands with the task itself. A claim of completion is a report.
  progress_report_id bigint,
  contribution_id bigint,
  subtask_id bigint,
  kind text not null,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  -- A document by its notation: "12/QĐ-BTC", of a day, by whom, about what.
  number text,
  issued_on date,
  issuer text,
  about text,
  agency_id bigint not null,
  added_on date not null,
  added_at timestamptz not null,
  added_by text not null,
  -- Withdrawn: kept and shown as such.
  withdrawn_on date,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  constraint evidence_pk primary key (evidence_id),
  constraint evidence_task foreign key (task_id) references tasks.task (task_id),
  constraint evidence_report foreign key (progress_report_id) references tasks.progress_report (progress_report_id),
  constraint evidence_contribution foreign key (contribution_id) references tasks.contribution (contribution_id),
  constraint evidence_subtask foreign key (subtask_id) references tasks.subtask (subtask_id),
  constraint evidence_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint evidence_bytes foreign key (sha256) references platform.blob (sha256),
  constraint evidence_of_one check (num_nonnulls(progress_report_id, contribution_id, subtask_id) <= 1),
  constraint evidence_kind check (
    case kind
      when 'file' then num_nulls(sha256, file_name, media_type, size_bytes) = 0
                       and num_nonnulls(number, issued_on, issuer) = 0
      when 'document' then num_nonnulls(sha256, file_name, media_type, size_bytes) = 0
                           and num_nulls(number, issued_on, issuer, about) = 0
      else false
    end
  ),
  constraint evidence_withdrawn_whole check (
    num_nulls(withdrawn_on, withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 4)
  )
);
comment on table tasks.evidence is 'What proves a task, a report, a contribution or a sub-task: a file, or a document by its notation. Withdrawn, never removed.';
create index evidence_task_idx on tasks.evidence (task_id, evidence_id);
comment on index tasks.evidence_task_idx is 'Evidence of a task in the order added.';

-- How often those that never end, or come round again, are reported.
create table tasks.rhythm_default (
  -- As the source says how often; null: it does not say.
  recurs text,
  -- The deadline kind it is for; null: each of them.
  deadline_kind text,
  cadence text not null,
  cutoff text not null,
  due_days integer not null,
  source text not null,
  confidence text not null default 'verified',
  constraint rhythm_default_once unique nulls not distinct (recurs, deadline_kind),
  constraint rhythm_default_recurs check (recurs in ('daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly')),
  constraint rhythm_default_cadence check (cadence in ('month', 'quarter', 'halfYear', 'year', 'none')),
  constraint rhythm_default_cutoff check (cutoff in ('decree', 'calendar')),
  constraint rhythm_default_due_days check (due_days between 1 and 60),
  constraint rhythm_default_confidence check (confidence in ('verified', 'memory'))
);
comment on table tasks.rhythm_default is 'The rhythm of reports a task without an end gets by what its source says, until the follow-up unit sets another.';
-- One working day between cut-off and report is the least the decree allows (Nghị định 09/2019/NĐ-CP Điều 8 khoản 5);
-- how many beyond that, and how often where the source does not say, each office sets for itself.
insert into tasks.rhythm_default (recurs, deadline_kind, cadence, cutoff, due_days, source, confidence) values
  ('daily', null, 'month', 'decree', 5, 'Nghị định 09/2019/NĐ-CP Điều 12', 'memory'),
  ('weekly', null, 'month', 'decree', 5, 'Nghị định 09/2019/NĐ-CP Điều 12', 'memory'),
  ('monthly', null, 'month', 'decree', 5, 'Nghị định 09/2019/NĐ-CP Điều 12', 'memory'),
  ('quarterly', null, 'quarter', 'decree', 5, 'Nghị định 09/2019/NĐ-CP Điều 12', 'memory'),
  ('halfYearly', null, 'halfYear', 'decree', 5, 'Nghị định 09/2019/NĐ-CP Điều 12', 'memory'),
  ('yearly', null, 'year', 'decree', 5, 'Nghị định 09/2019/NĐ-CP Điều 12', 'memory'),
  (null, null, 'quarter', 'decree', 5, 'Nghị định 09/2019/NĐ-CP Điều 12', 'memory');

create table tasks.rhythm (
  task_id bigint not null,
  -- none: no periodic report is asked for.
  cadence text not null,
  -- decree: from day 15 to day 14 (Nghị định 09/2019/NĐ-CP Điều 12); calendar: whole months.
  cutoff text not null,
  -- Working days after the end of a period in which its report is due.
  due_days integer not null,
  -- Periods that ended before this day are not asked for.
  since_on date not null,
  is_default boolean not null,
  set_at timestamptz not null,
  set_by text not null,
  constraint rhythm_pk primary key (task_id),
  constraint rhythm_task foreign key (task_id) references tasks.task (task_id),
  constraint rhythm_cadence check (cadence in ('month', 'quarter', 'halfYear', 'year', 'none')),
  constraint rhythm_cutoff check (cutoff in ('decree', 'calendar')),
  constraint rhythm_due_days check (due_days between 1 and 60)
);
comment on table tasks.rhythm is 'How often an open task without an end is reported, and by when.';

create table tasks.period (
  period_id bigint generated always as identity,
  task_id bigint not null,
  -- First to last day, the last one included.
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  opened_at timestamptz not null,
  progress_report_id bigint,
  reported_on date,
  -- The day on which it was seen that no report had come.
  missed_on date,
  -- Another rhythm was set before it was reported: not asked for any more.
  dropped_at timestamptz,
  constraint period_pk primary key (period_id),
  constraint period_task foreign key (task_id) references tasks.task (task_id),
  constraint period_report foreign key (progress_report_id) references tasks.progress_report (progress_report_id),
  constraint period_order check (starts_on <= ends_on and ends_on < due_on),
  constraint period_reported_whole check ((progress_report_id is null) = (reported_on is null)),
  constraint period_missed_after_due check (missed_on > due_on),
  constraint period_dropped_unreported check (dropped_at is null or reported_on is null),
  constraint period_once exclude using gist (task_id with =, daterange(starts_on, ends_on, '[]') with &&) where (dropped_at is null)
);
comment on table tasks.period is 'A stretch of days an open task without an end is reported on; it never makes the task overdue.';
create index period_due_idx on tasks.period (due_on) where reported_on is null and missed_on is null and dropped_at is null;
comment on index tasks.period_due_idx is 'Periods whose report is awaited, by the day it is due.';
create unique index period_report_once on tasks.period (progress_report_id);
comment on index tasks.period_report_once is 'One report answers for one period.';

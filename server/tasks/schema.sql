-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- What of a task was entered wrongly and is amended, with the reason and the document it rests on. Never changed, never deleted.
create table tasks.amendment (
  amendment_id bigint generated always as identity,
  task_id bigint not null,
  reason text not null,
  document_number text,
  document_on date,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  before jsonb not null,
  after jsonb not null,
  amended_on date not null,
  amended_at timestamp with time zone not null,
  amended_by text not null,
  constraint amendment_pk primary key (amendment_id),
  constraint amendment_file foreign key (sha256) references platform.blob(sha256),
  constraint amendment_task foreign key (task_id) references tasks.task(task_id),
  constraint amendment_document_whole check ((document_number is null) = (document_on is null)),
  constraint amendment_file_whole check (num_nulls(sha256, file_name, media_type, size_bytes) = any (array[0, 4])),
  constraint amendment_has_basis check (num_nonnulls(document_number, sha256) > 0),
  constraint amendment_reason check (reason <> ''::text)
);
-- What refers to a file, when the file is given up or purged.
create index amendment_sha256_idx on tasks.amendment using btree (sha256) where (sha256 is not null);
-- Amendments of a task, newest first.
create index amendment_task_idx on tasks.amendment using btree (task_id, amendment_id desc);

-- Work given to several agencies under one name: a task for each of them, or one task in which each has a part. Never changed.
create table tasks.collective (
  collective_id bigint generated always as identity,
  form text not null,
  named_as text not null,
  title text not null,
  members_on date not null, -- The day of which the members were those of the phrase.
  source_kind text not null,
  source_id bigint,
  source_ref text not null,
  from_task_id bigint, -- The task that was distributed after it had been given; null where its document was distributed under review.
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint collective_pk primary key (collective_id),
  constraint collective_once unique nulls not distinct (source_kind, source_id, source_ref),
  constraint collective_from_task foreign key (from_task_id) references tasks.task(task_id),
  constraint collective_source_declared foreign key (source_kind) references tasks.source_kind(kind),
  constraint collective_form check (form = any (array['each'::text, 'shared'::text])),
  constraint collective_words check (named_as <> ''::text and title <> ''::text)
);
-- A task is distributed once.
create unique index collective_from_task_once on tasks.collective using btree (from_task_id) where (from_task_id is not null);

-- The part a coordinating agency gives to a task, or was requested by the lead to give by a day.
create table tasks.contribution (
  contribution_id bigint generated always as identity,
  task_id bigint not null,
  agency_id bigint not null,
  requested_by_agency_id bigint,
  requested_what text,
  requested_due_on date,
  requested_on date,
  requested_at timestamp with time zone,
  requested_by text,
  body text,
  given_on date,
  given_at timestamp with time zone,
  given_by text,
  lapsed_on date,
  constraint contribution_pk primary key (contribution_id),
  constraint contribution_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint contribution_requested_by foreign key (requested_by_agency_id) references registry.agency(agency_id),
  constraint contribution_task foreign key (task_id) references tasks.task(task_id),
  constraint contribution_given_whole check (num_nulls(body, given_on, given_at, given_by) = any (array[0, 4])),
  constraint contribution_lapsed_ungiven check (lapsed_on is null or given_on is null),
  constraint contribution_requested_whole check (num_nulls(requested_by_agency_id, requested_what, requested_due_on, requested_on, requested_at, requested_by) = any (array[0, 6])),
  constraint contribution_says_something check (requested_on is not null or given_on is not null),
  constraint contribution_words check (requested_what <> ''::text and body <> ''::text)
);
-- Contributions requested of an agency and not yet given.
create index contribution_agency_idx on tasks.contribution using btree (agency_id, requested_due_on) where (given_on is null);
-- One open request of a task to an agency at a time.
create unique index contribution_one_requested on tasks.contribution using btree (task_id, agency_id) where ((given_on is null) and (lapsed_on is null));
-- Contributions to a task by agency.
create index contribution_task_idx on tasks.contribution using btree (task_id, agency_id);

-- Every deadline a task has had; rows are replaced by later rows, never overwritten.
create table tasks.deadline (
  deadline_id bigint generated always as identity,
  task_id bigint not null,
  position integer not null,
  kind text not null,
  literal text not null,
  due_on date,
  is_milestone boolean not null default false,
  recurs text,
  rule text,
  is_strict boolean not null default false,
  set_on date not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  approved_by text,
  reason text,
  replaced_on date,
  replaced_at timestamp with time zone,
  done_on date,
  done_at timestamp with time zone,
  amended_by_id bigint,
  constraint deadline_pk primary key (deadline_id),
  constraint deadline_amendment foreign key (amended_by_id) references tasks.amendment(amendment_id),
  constraint deadline_task foreign key (task_id) references tasks.task(task_id),
  constraint deadline_dated_kinds check ((kind <> all (array['standing'::text, 'perRegulation'::text, 'none'::text])) or due_on is null),
  constraint deadline_done_is_milestone check (done_on is null or is_milestone),
  constraint deadline_done_whole check ((done_on is null) = (done_at is null)),
  constraint deadline_extension_says_why check (approved_by is null or reason is not null),
  constraint deadline_kind check (kind = any (array['date'::text, 'month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text, 'standing'::text, 'perRegulation'::text, 'none'::text])),
  constraint deadline_milestone_has_day check (not is_milestone or due_on is not null),
  constraint deadline_replaced_whole check ((replaced_on is null) = (replaced_at is null))
);
-- Milestones that have passed.
create index deadline_milestone_idx on tasks.deadline using btree (due_on, task_id) where is_milestone;
-- One final day in force at a time.
create unique index deadline_one_final on tasks.deadline using btree (task_id) where ((not is_milestone) and (due_on is not null) and (replaced_on is null));
-- Deadlines of a task in order.
create index deadline_task_idx on tasks.deadline using btree (task_id, "position");

-- What proves a task, a report, a contribution or a sub-task: a file, or a document by its notation. Withdrawn, never removed.
create table tasks.evidence (
  evidence_id bigint generated always as identity,
  task_id bigint not null,
  progress_report_id bigint,
  contribution_id bigint,
  subtask_id bigint,
  kind text not null,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  number text,
  issued_on date,
  issuer text,
  about text,
  agency_id bigint not null,
  added_on date not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  withdrawn_on date,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_reason text,
  constraint evidence_pk primary key (evidence_id),
  constraint evidence_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint evidence_bytes foreign key (sha256) references platform.blob(sha256),
  constraint evidence_contribution foreign key (contribution_id) references tasks.contribution(contribution_id),
  constraint evidence_report foreign key (progress_report_id) references tasks.progress_report(progress_report_id),
  constraint evidence_subtask foreign key (subtask_id) references tasks.subtask(subtask_id),
  constraint evidence_task foreign key (task_id) references tasks.task(task_id),
  constraint evidence_kind check (
case kind
    when 'file'::text then num_nulls(sha256, file_name, media_type, size_bytes) = 0 and num_nonnulls(number, issued_on, issuer) = 0
    when 'document'::text then num_nonnulls(sha256, file_name, media_type, size_bytes) = 0 and num_nulls(number, issued_on, issuer, about) = 0
    else false
end),
  constraint evidence_of_one check (num_nonnulls(progress_report_id, contribution_id, subtask_id) <= 1),
  constraint evidence_withdrawn_whole check (num_nulls(withdrawn_on, withdrawn_at, withdrawn_by, withdrawn_reason) = any (array[0, 4]))
);
-- What refers to a file, when the file is given up or purged.
create index evidence_sha256_idx on tasks.evidence using btree (sha256) where (sha256 is not null);
-- Evidence of a task in the order added.
create index evidence_task_idx on tasks.evidence using btree (task_id, evidence_id);

-- Facts that lists and statistics are computed from, one dimension each, on two time axes. Never changed, never deleted.
create table tasks.fact (
  fact_id bigint generated always as identity,
  task_id bigint not null,
  dimension text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  agency_id bigint,
  day date,
  state text,
  constraint fact_pk primary key (fact_id),
  constraint fact_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint fact_task foreign key (task_id) references tasks.task(task_id),
  constraint fact_dimension check (
case dimension
    when 'state'::text then state is not null and agency_id is null and day is null
    when 'lead'::text then agency_id is not null and day is null and state is null
    when 'followUp'::text then agency_id is not null and day is null and state is null
    when 'due'::text then agency_id is null and state is null
    when 'firstDue'::text then agency_id is null and state is null
    when 'completion'::text then agency_id is null and state is null
    else false
end),
  constraint fact_state check (state = any (array['assigned'::text, 'received'::text, 'inProgress'::text, 'reportedDone'::text, 'confirmed'::text, 'returned'::text, 'cancelled'::text]))
);
-- The fact in force of each task and dimension on a day, without touching the table.
create index fact_in_force_idx on tasks.fact using btree (task_id, dimension, effective_on desc, recorded_at desc, fact_id desc) include (agency_id, day, state);
create constraint trigger fact_agrees_with_task after insert on tasks.fact deferrable initially deferred for each row execute function tasks.agree();
create trigger fact_makes_versions after insert on tasks.fact referencing new table as added for each statement execute function tasks.keep_versions();
create trigger fact_stays before delete or update or truncate on tasks.fact for each statement execute function tasks.fact_stays();

-- The last day that the points of the series cover. Written by the database alone.
create table tasks.figure_kept (
  only_row boolean not null default true,
  through date not null,
  constraint figure_kept_pk primary key (only_row),
  constraint figure_kept_one check (only_row)
);

-- Counts of a series from a day on: of all and of agencies on any day, of sources and groups at the ends of months. Written by the database alone.
create table tasks.figure_point (
  series_id integer not null,
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
  constraint figure_point_series foreign key (series_id) references tasks.figure_series(series_id),
  constraint figure_point_adds_up check ((done_on_time + done_late) = (first_done_on_time + first_done_late) and (open_in_term + open_overdue) = (first_open_in_term + first_open_overdue))
);

-- What is counted day by day: the tasks assigned in one year, all of them or those of an agency, a source or a group. Written by the database alone.
create table tasks.figure_series (
  series_id integer generated always as identity,
  by text not null,
  key text not null,
  assigned_year integer not null,
  source_number text,
  source_title text,
  constraint figure_series_pk primary key (series_id),
  constraint figure_series_once unique (by, key, assigned_year),
  constraint figure_series_by check (by = any (array['all'::text, 'agency'::text, 'source'::text, 'group'::text]))
);

-- A measured value of a target; the latest counts, none is overwritten.
create table tasks.measurement (
  measurement_id bigint generated always as identity,
  target_id bigint not null,
  value numeric not null,
  measured_on date not null,
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint measurement_pk primary key (measurement_id),
  constraint measurement_target foreign key (target_id) references tasks.target(target_id)
);
-- Latest measurement of a target.
create index measurement_target_idx on tasks.measurement using btree (target_id, measured_on desc, measurement_id desc);

-- Lead and coordinating units of a task; one lead is accountable (Nghị định 39/2022/NĐ-CP).
create table tasks.party (
  task_id bigint not null,
  agency_id bigint,
  role text not null,
  is_accountable boolean not null default false,
  scope text,
  named_as text not null,
  position integer not null,
  since_on date not null,
  known_at timestamp with time zone not null,
  ended_on date,
  ended_at timestamp with time zone,
  amended_by_id bigint,
  is_collective boolean not null default false, -- Named by a phrase for many agencies, of which none was chosen.
  constraint party_pk primary key (task_id, role, "position"),
  constraint party_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint party_amendment foreign key (amended_by_id) references tasks.amendment(amendment_id),
  constraint party_task foreign key (task_id) references tasks.task(task_id),
  constraint party_accountable_leads check (not is_accountable or role = 'lead'::text and agency_id is not null),
  constraint party_ended_whole check ((ended_on is null) = (ended_at is null)),
  constraint party_role check (role = any (array['lead'::text, 'coordinating'::text]))
);
-- Tasks in which an agency has a part.
create index party_agency_idx on tasks.party using btree (agency_id, task_id);
-- One accountable lead at a time.
create unique index party_one_accountable on tasks.party using btree (task_id) where (is_accountable and (ended_on is null));

-- A period on which an open task without an end is reported; it never makes the task overdue.
create table tasks.period (
  period_id bigint generated always as identity,
  task_id bigint not null,
  starts_on date not null,
  ends_on date not null,
  due_on date not null,
  opened_at timestamp with time zone not null,
  progress_report_id bigint,
  reported_on date,
  missed_on date,
  dropped_at timestamp with time zone,
  constraint period_pk primary key (period_id),
  constraint period_report foreign key (progress_report_id) references tasks.progress_report(progress_report_id),
  constraint period_task foreign key (task_id) references tasks.task(task_id),
  constraint period_once exclude using gist (task_id with =, daterange(starts_on, ends_on, '[]'::text) with &&) where (dropped_at is null),
  constraint period_dropped_unreported check (dropped_at is null or reported_on is null),
  constraint period_missed_after_due check (missed_on > due_on),
  constraint period_order check (starts_on <= ends_on and ends_on < due_on),
  constraint period_reported_whole check ((progress_report_id is null) = (reported_on is null))
);
-- Period reports by the day they are due: the calendar of a filter.
create index period_day_idx on tasks.period using btree (due_on, task_id);
-- Periods whose report is awaited, by the day it is due.
create index period_due_idx on tasks.period using btree (due_on) where ((reported_on is null) and (missed_on is null) and (dropped_at is null));
-- One report answers for one period.
create unique index period_report_once on tasks.period using btree (progress_report_id);

-- An agency's report on its progress, in its own words.
create table tasks.progress_report (
  progress_report_id bigint generated always as identity,
  task_id bigint not null,
  reported_on date not null,
  percent integer not null,
  body text not null,
  obstacles text,
  product_number text,
  product_on date,
  agency_id bigint not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  proposals text,
  constraint progress_report_pk primary key (progress_report_id),
  constraint progress_report_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint progress_report_task foreign key (task_id) references tasks.task(task_id),
  constraint progress_report_percent check (percent >= 0 and percent <= 100)
);
-- Reports of a task, newest first.
create index progress_report_task_idx on tasks.progress_report using btree (task_id, reported_on desc, progress_report_id desc) include (percent, recorded_at);

-- The giver calls on the lead to report on a task by a day. Lapsed: called again, or the task ended or changed hands first.
create table tasks.report_call (
  report_call_id bigint generated always as identity,
  task_id bigint not null,
  due_on date not null,
  words text,
  called_on date not null,
  called_at timestamp with time zone not null,
  called_by text not null,
  progress_report_id bigint,
  answered_on date,
  lapsed_on date,
  constraint report_call_pk primary key (report_call_id),
  constraint report_call_report foreign key (progress_report_id) references tasks.progress_report(progress_report_id),
  constraint report_call_task foreign key (task_id) references tasks.task(task_id),
  constraint report_call_ahead check (due_on > called_on),
  constraint report_call_answered_whole check ((progress_report_id is null) = (answered_on is null)),
  constraint report_call_ends_once check (num_nonnulls(answered_on, lapsed_on) <= 1),
  constraint report_call_words check (words <> ''::text)
);
-- One open call per task, and the open calls.
create unique index report_call_one_open on tasks.report_call using btree (task_id) where ((answered_on is null) and (lapsed_on is null));
-- The call that a report answers.
create index report_call_report_idx on tasks.report_call using btree (progress_report_id) where (progress_report_id is not null);
-- Calls of a task, newest first.
create index report_call_task_idx on tasks.report_call using btree (task_id, report_call_id desc);

-- A request of an agency to the giver: a later day, to return the task, another agency; the giver decides. Lapsed: the task ended or changed hands first.
create table tasks.request (
  request_id bigint generated always as identity,
  task_id bigint not null,
  kind text not null,
  requested_on date not null,
  requested_at timestamp with time zone not null,
  requested_by text not null,
  reason text not null,
  new_due_on date,
  new_agency_id bigint,
  document text,
  decision text,
  decided_on date,
  decided_by text,
  decided_at timestamp with time zone,
  decision_note text,
  constraint request_pk primary key (request_id),
  constraint request_new_agency foreign key (new_agency_id) references registry.agency(agency_id),
  constraint request_task foreign key (task_id) references tasks.task(task_id),
  constraint request_decided_whole check ((decision is null) = (decided_on is null) and (decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  constraint request_decision check (decision = any (array['granted'::text, 'refused'::text, 'lapsed'::text])),
  constraint request_extension_names_day check (kind <> 'extension'::text or new_due_on is not null),
  constraint request_kind check (kind = any (array['extension'::text, 'return'::text, 'transfer'::text])),
  constraint request_transfer_names_agency check (kind <> 'transfer'::text or new_agency_id is not null)
);
-- One undecided request of a kind per task.
create unique index request_one_open on tasks.request using btree (task_id, kind) where (decision is null);

-- How often an open task without an end is reported, and by when.
create table tasks.rhythm (
  task_id bigint not null,
  cadence text not null,
  cutoff text not null,
  due_days integer not null,
  since_on date not null,
  is_default boolean not null,
  set_at timestamp with time zone not null,
  set_by text not null,
  constraint rhythm_pk primary key (task_id),
  constraint rhythm_task foreign key (task_id) references tasks.task(task_id),
  constraint rhythm_cadence check (cadence = any (array['month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text, 'none'::text])),
  constraint rhythm_cutoff check (cutoff = any (array['decree'::text, 'calendar'::text])),
  constraint rhythm_due_days check (due_days >= 1 and due_days <= 60)
);

-- The reporting rhythm of a task without an end, from the recurrence and deadline kind its source states, until the follow-up unit sets another.
create table tasks.rhythm_default (
  recurs text,
  deadline_kind text,
  cadence text not null,
  cutoff text not null,
  due_days integer not null,
  source text not null,
  confidence text not null default 'verified'::text,
  constraint rhythm_default_once unique nulls not distinct (recurs, deadline_kind),
  constraint rhythm_default_cadence check (cadence = any (array['month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text, 'none'::text])),
  constraint rhythm_default_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint rhythm_default_cutoff check (cutoff = any (array['decree'::text, 'calendar'::text])),
  constraint rhythm_default_due_days check (due_days >= 1 and due_days <= 60),
  constraint rhythm_default_recurs check (recurs = any (array['daily'::text, 'weekly'::text, 'monthly'::text, 'quarterly'::text, 'halfYearly'::text, 'yearly'::text]))
);

-- Kinds of task sources, as the rooms declare them at each start: the name of one, and the address of its page in the console.
create table tasks.source_kind (
  kind text not null,
  vi text not null,
  en text not null,
  path text,
  constraint source_kind_pk primary key (kind),
  constraint source_kind_letters check (kind ~ '^[a-z][A-Za-z]*$'::text),
  constraint source_kind_path check (path ~~ '%:id%'::text)
);

-- Part of a task that its lead gives one of its own units; not a task itself, and in no statistics.
create table tasks.subtask (
  subtask_id bigint generated always as identity,
  task_id bigint not null,
  position integer not null,
  by_agency_id bigint not null,
  agency_id bigint not null,
  title text not null,
  content text not null,
  due_on date not null,
  task_due_on date,
  later_reason text,
  state text not null default 'assigned'::text,
  percent integer not null default 0,
  given_on date not null,
  given_at timestamp with time zone not null,
  given_by text not null,
  done_on date,
  accepted_on date,
  sent_back_reason text,
  ended_on date,
  ended_at timestamp with time zone,
  ended_reason text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint subtask_pk primary key (subtask_id),
  constraint subtask_place_once unique (task_id, "position"),
  constraint subtask_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint subtask_by foreign key (by_agency_id) references registry.agency(agency_id),
  constraint subtask_task foreign key (task_id) references tasks.task(task_id),
  constraint subtask_accepted_has_day check ((state = 'accepted'::text) = (accepted_on is not null)),
  constraint subtask_done_has_day check ((state <> all (array['done'::text, 'accepted'::text])) or done_on is not null),
  constraint subtask_due_after_given check (due_on >= given_on),
  constraint subtask_ended_whole check ((state = 'cancelled'::text) = (ended_on is not null) and (ended_on is null) = (ended_at is null) and (ended_on is null) = (ended_reason is null)),
  constraint subtask_for_another check (agency_id <> by_agency_id),
  constraint subtask_later_says_why check (due_on <= task_due_on or task_due_on is null or later_reason is not null),
  constraint subtask_percent check (percent >= 0 and percent <= 100),
  constraint subtask_sent_back_says_why check (state <> 'sentBack'::text or sent_back_reason is not null),
  constraint subtask_state check (state = any (array['assigned'::text, 'inProgress'::text, 'done'::text, 'sentBack'::text, 'accepted'::text, 'cancelled'::text])),
  constraint subtask_words check (title <> ''::text and content <> ''::text)
);
-- Sub-tasks of a unit, and the tasks it may therefore read.
create index subtask_agency_idx on tasks.subtask using btree (agency_id, task_id);

-- What a unit reports on its sub-task, and what the agency that gave it answers, one row each time.
create table tasks.subtask_report (
  subtask_report_id bigint generated always as identity,
  subtask_id bigint not null,
  kind text not null,
  reported_on date not null,
  percent integer not null,
  body text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint subtask_report_pk primary key (subtask_report_id),
  constraint subtask_report_of foreign key (subtask_id) references tasks.subtask(subtask_id),
  constraint subtask_report_kind check (kind = any (array['progress'::text, 'done'::text, 'sentBack'::text, 'accepted'::text])),
  constraint subtask_report_percent check (percent >= 0 and percent <= 100)
);
-- Reports of a sub-task, newest first.
create index subtask_report_of_idx on tasks.subtask_report using btree (subtask_id, subtask_report_id desc);

-- A number the task has to reach.
create table tasks.target (
  target_id bigint generated always as identity,
  task_id bigint not null,
  position integer not null,
  literal text not null,
  measure text not null,
  comparator text not null,
  value numeric not null,
  max_value numeric,
  unit text not null,
  baseline text,
  scope text,
  by_when text,
  amended_by_id bigint,
  constraint target_pk primary key (target_id),
  constraint target_amendment foreign key (amended_by_id) references tasks.amendment(amendment_id),
  constraint target_task foreign key (task_id) references tasks.task(task_id),
  constraint target_comparator check (comparator = any (array['='::text, '>='::text, '<='::text, '>'::text, '<'::text, 'range'::text, 'increase>='::text, 'decrease>='::text])),
  constraint target_range check ((comparator = 'range'::text) = (max_value is not null) and (max_value is null or max_value >= value))
);
-- Targets in force of a task, in order.
create unique index target_place_once on tasks.target using btree (task_id, "position") where (amended_by_id is null);

-- A task given by the Government or the Prime Minister, in its current state.
create table tasks.task (
  task_id bigint generated always as identity,
  code text not null,
  source_kind text not null,
  source_id bigint,
  source_number text,
  source_title text,
  source_ref text,
  source_start integer,
  source_end integer,
  source_sentence text,
  implements text[] not null default '{}'::text[],
  group_title text,
  title text not null,
  content text not null,
  product text,
  urgency text,
  assigned_on date not null,
  state text not null,
  lead_agency_id bigint not null,
  follow_up_agency_id bigint not null,
  deadline_kind text not null,
  recurs text,
  first_due_on date,
  due_on date,
  claimed_on date,
  completed_on date,
  percent integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  searched text generated always as (platform.fold(((((((title || ' '::text) || content) || ' '::text) || code) || ' '::text) || COALESCE(source_number, ''::text)))),
  collective_id bigint,
  proof_kind text, -- What closes the task instead of a claim: the kind of a thing of another room; null: the lead claims and the giver confirms.
  proof_id bigint,
  proof_name text,
  constraint task_pk primary key (task_id),
  constraint task_code_once unique (code),
  constraint task_collective foreign key (collective_id) references tasks.collective(collective_id),
  constraint task_follow_up foreign key (follow_up_agency_id) references registry.agency(agency_id),
  constraint task_lead foreign key (lead_agency_id) references registry.agency(agency_id),
  constraint task_source_declared foreign key (source_kind) references tasks.source_kind(kind),
  constraint task_claim_has_day check (state <> 'reportedDone'::text or claimed_on is not null),
  constraint task_completed_after_assigned check (completed_on >= assigned_on),
  constraint task_confirmed_has_day check ((state = 'confirmed'::text) = (completed_on is not null)),
  constraint task_deadline_kind check (deadline_kind = any (array['date'::text, 'month'::text, 'quarter'::text, 'halfYear'::text, 'year'::text, 'standing'::text, 'perRegulation'::text, 'none'::text])),
  constraint task_first_due_kept check ((first_due_on is null) = (due_on is null)),
  constraint task_percent check (percent >= 0 and percent <= 100),
  constraint task_proof_kind check (proof_kind ~ '^[a-z][A-Za-z]*$'::text and proof_name ~ '\S'::text),
  constraint task_proof_whole check (num_nulls(proof_kind, proof_id, proof_name) = any (array[0, 3])),
  constraint task_recurs check (recurs = any (array['daily'::text, 'weekly'::text, 'monthly'::text, 'quarterly'::text, 'halfYearly'::text, 'yearly'::text])),
  constraint task_source_span check ((source_start is null) = (source_end is null) and source_start <= source_end),
  constraint task_state check (state = any (array['assigned'::text, 'received'::text, 'inProgress'::text, 'reportedDone'::text, 'confirmed'::text, 'returned'::text, 'cancelled'::text])),
  constraint task_title check (title <> ''::text and content <> ''::text)
);
-- Tasks given together; the few that figures count once instead of each.
create index task_collective_idx on tasks.task using btree (collective_id) where (collective_id is not null);
-- What very common words find, the latest first.
create index task_found_idx on tasks.task using btree (assigned_on desc, task_id desc);
-- Names of the groups, to choose from.
create index task_group_idx on tasks.task using btree (group_title);
-- Tasks of an agency, the most urgent first.
create index task_lead_idx on tasks.task using btree (lead_agency_id, due_on);
-- One task at most for each thing that closes tasks, and the task of such a thing.
create unique index task_proof_once on tasks.task using btree (proof_kind, proof_id) where (proof_kind is not null);
-- Search that ignores marks.
create index task_search_idx on tasks.task using gin (searched gin_trgm_ops);
-- Tasks of a source, by its id or, where it has none, by its number.
create index task_source_idx on tasks.task using btree (source_kind, coalesce((source_id)::text, source_number, ''::text));
-- Confirming one directive twice, or importing one archive twice, creates nothing twice.
create unique index task_source_ref_once on tasks.task using btree (source_kind, source_id, source_ref) nulls not distinct where (source_ref is not null);
-- Tasks of urgent directives, found by how urgent they are.
create index task_urgency_idx on tasks.task using btree ((
case
    when (platform.fold(urgency) ~~ '%hoa toc%'::text) then 'express'::text
    when (platform.fold(urgency) ~~ '%thuong khan%'::text) then 'veryUrgent'::text
    when (platform.fold(urgency) ~~ '%khan%'::text) then 'urgent'::text
    else null::text
end));
create constraint trigger task_agrees_with_facts after insert or update of state, lead_agency_id, follow_up_agency_id, first_due_on, due_on, completed_on on tasks.task deferrable initially deferred for each row execute function tasks.agree();
create trigger task_keeps before update on tasks.task for each row when (old.code is distinct from new.code or old.assigned_on is distinct from new.assigned_on or old.source_kind is distinct from new.source_kind or old.source_id is distinct from new.source_id or old.source_ref is distinct from new.source_ref) execute function tasks.task_keeps();

-- Every complete state a task was ever in: on which days it held, and from when to when that was known. Derived from tasks.fact. Written by the database alone.
create table tasks.task_version (
  task_id bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamp with time zone not null,
  known_to timestamp with time zone not null,
  state text not null,
  lead_agency_id bigint not null,
  follow_up_agency_id bigint not null,
  assigned_on date not null,
  first_due_on date,
  due_on date,
  completed_on date,
  reported_from date generated always as (GREATEST(valid_from, ((known_from AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date)),
  reported_to date generated always as (LEAST(valid_to, ((known_to AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date)),
  is_done boolean generated always as ((completed_on IS NOT NULL)),
  due_order date generated always as (COALESCE(due_on, 'infinity'::date)),
  constraint task_version_pk primary key (task_id, known_from, valid_from),
  constraint task_version_task foreign key (task_id) references tasks.task(task_id),
  constraint task_version_counted check (state <> 'cancelled'::text),
  constraint task_version_known check (known_from < known_to),
  constraint task_version_valid check (valid_from < valid_to)
);
-- List of today by day of assignment.
create index task_version_assigned_idx on tasks.task_version using btree (assigned_on, task_id) where (reported_to = 'infinity'::date);
-- A task has one current version.
create unique index task_version_current_once on tasks.task_version using btree (task_id) where (reported_to = 'infinity'::date);
-- List of today by due day.
create index task_version_due_idx on tasks.task_version using btree (due_order, task_id) where (reported_to = 'infinity'::date);
-- Open tasks that pass their first due day: what changes in the counts on a day.
create index task_version_first_due_idx on tasks.task_version using btree (first_due_on) where ((reported_to = 'infinity'::date) and (not is_done));
-- List of today by agency, and the tasks of one agency.
create index task_version_lead_idx on tasks.task_version using btree (lead_agency_id, due_order, task_id) where (reported_to = 'infinity'::date);
-- Open tasks by state: the desk of an agency, the queue of the giver.
create index task_version_open_idx on tasks.task_version using btree (state, lead_agency_id, due_order, task_id) where ((reported_to = 'infinity'::date) and (not is_done));
-- Counts and lists as of a day from what was known on it, without touching the table.
create index task_version_reported_idx on tasks.task_version using btree (reported_to, reported_from) include (lead_agency_id, is_done, due_order, due_on, completed_on, first_due_on, assigned_on, state, task_id) where (reported_from < reported_to);
-- List of today, the most urgent first.
create index task_version_urgency_idx on tasks.task_version using btree (is_done, due_order, task_id) where (reported_to = 'infinity'::date);

-- A contribution of a coordinating agency, requested or given. Never null: contribution_id, task_id, agency_id.
-- view tasks.contribution_card, see views.sql
--   contribution_id bigint
--   task_id bigint
--   agency_id bigint
--   requested_by_agency_id bigint
--   requested_what text
--   requested_due_on date
--   requested_by text
--   given_on date

-- Evidence in force, by task. Never null: evidence_id, task_id, added_on, added_at.
-- view tasks.evidence_card, see views.sql
--   evidence_id bigint
--   task_id bigint
--   added_on date
--   added_at timestamp with time zone

-- Tasks under way that no reporting rhythm covers, each with the day of its last news. Never null: task_id, lead_agency_id, heard_on.
-- view tasks.last_news, see views.sql
--   task_id bigint
--   lead_agency_id bigint
--   heard_on date

-- What a target was measured to, of which day, recorded when. Never null: measurement_id, target_id, value, measured_on, recorded_at.
-- view tasks.measurement_card, see views.sql
--   measurement_id bigint
--   target_id bigint
--   value numeric
--   measured_on date
--   recorded_at timestamp with time zone

-- Targets whose last measurement does not reach the goal. Never null: target_id, task_id, goal, measured.
-- view tasks.missed_target, see views.sql
--   target_id bigint
--   task_id bigint
--   goal text
--   measured text

-- Milestones in force and not done. Never null: deadline_id, task_id, literal.
-- view tasks.open_milestone, see views.sql
--   deadline_id bigint
--   task_id bigint
--   due_on date
--   literal text

-- Open tasks as of now, found by task_version_open_idx; due_order is infinity where there is no due day. Never null: task_id, state, lead_agency_id, assigned_on, due_order.
-- view tasks.open_task, see views.sql
--   task_id bigint
--   state text
--   lead_agency_id bigint
--   assigned_on date
--   due_order date
--   due_on date
--   claimed_on date

-- Which agencies have a part in which task now: they may read the source of the task. A row for each part: without looking for doubles, one task is found by its index.
-- view tasks.part_held, see views.sql
--   task_id bigint
--   agency_id bigint

-- Which agency leads or coordinates which task now. Never null: task_id, agency_id, role, is_accountable.
-- view tasks.party_card, see views.sql
--   task_id bigint
--   agency_id bigint
--   role text
--   is_accountable boolean

-- Reporting periods of tasks, in any state of the task. Never null: period_id, task_id, starts_on, ends_on, due_on.
-- view tasks.period_card, see views.sql
--   period_id bigint
--   task_id bigint
--   starts_on date
--   ends_on date
--   due_on date
--   reported_on date

-- Periods of open tasks, each with the agency that owes the report, the day it is due and whether it was given.
-- view tasks.period_due, see views.sql
--   period_id bigint
--   task_id bigint
--   lead_agency_id bigint
--   starts_on date
--   ends_on date
--   due_on date
--   reported_on date
--   missed_on date
--   state text

-- Evidence in force with the name of its file or document. Never null: evidence_id, task_id, kind, added_on, added_by.
-- view tasks.proof_card, see views.sql
--   evidence_id bigint
--   task_id bigint
--   kind text
--   name text
--   added_on date
--   added_by text

-- Open calls on the lead to report on a task by a day. Never null: report_call_id, task_id, due_on, called_on, called_by.
-- view tasks.report_call_card, see views.sql
--   report_call_id bigint
--   task_id bigint
--   due_on date
--   words text
--   called_on date
--   called_by text

-- A progress report and the task it is about. Never null: progress_report_id, task_id, reported_on, percent, body, recorded_at, recorded_by.
-- view tasks.report_card, see views.sql
--   progress_report_id bigint
--   task_id bigint
--   reported_on date
--   percent integer
--   body text
--   product_number text
--   recorded_at timestamp with time zone
--   recorded_by text

-- A request of a lead to the giver; decision is null until it is decided. Never null: request_id, task_id, kind, reason, requested_on, requested_by.
-- view tasks.request_card, see views.sql
--   request_id bigint
--   task_id bigint
--   kind text
--   reason text
--   new_due_on date
--   new_agency_id bigint
--   requested_on date
--   requested_by text
--   decision text

-- Which agencies have or had a part in a task or have a sub-task of it: users who may see one of them see the task. Never null: task_id, agency_id.
-- view tasks.sight, see views.sql
--   task_id bigint
--   agency_id bigint

-- The states of a task, from which day, recorded when. Never null: fact_id, task_id, state, effective_on, recorded_at.
-- view tasks.state_fact, see views.sql
--   fact_id bigint
--   task_id bigint
--   state text
--   effective_on date
--   recorded_at timestamp with time zone

-- The agencies a sub-task concerns: its unit and the lead that gave it. Never null: subtask_id, agency_ids.
-- view tasks.subtask_audience, see views.sql
--   subtask_id bigint
--   agency_ids bigint[]

-- A sub-task: the unit that has it and the lead that gave it. Never null: subtask_id, task_id, agency_id, by_agency_id, title, state, given_by.
-- view tasks.subtask_card, see views.sql
--   subtask_id bigint
--   task_id bigint
--   agency_id bigint
--   by_agency_id bigint
--   title text
--   state text
--   due_on date
--   given_by text

-- A numeric target and its last measurement. Never null: target_id, task_id, position, measure, literal, unit, comparator, value.
-- view tasks.target_card, see views.sql
--   target_id bigint
--   task_id bigint
--   position integer
--   measure text
--   literal text
--   unit text
--   comparator text
--   value numeric
--   max_value numeric
--   measured numeric
--   measured_on date

-- A task as sent to the systems of agencies, with every agency that has or had a part in it. Never null: task_id, code, title, state, percent, version, agency_ids.
-- view tasks.task_audience, see views.sql
--   task_id bigint
--   code text
--   title text
--   state text
--   percent integer
--   due_on date
--   version integer
--   lead_agency_id bigint
--   agency_ids bigint[]

-- A task for other rooms: its code and title, its state, when it is due, who changed it last. Never null: task_id, code, title, state, percent, deadline_kind, lead_agency_id, version, changed_at, changed_by.
-- view tasks.task_card, see views.sql
--   task_id bigint
--   code text
--   title text
--   state text
--   percent integer
--   due_on date
--   first_due_on date
--   deadline_kind text
--   completed_on date
--   lead_agency_id bigint
--   source_number text
--   version integer
--   changed_at timestamp with time zone
--   changed_by text

-- The clause a task comes from. Never null: task_id, source_kind, source_ref.
-- view tasks.task_source_card, see views.sql
--   task_id bigint
--   source_kind text
--   source_id bigint
--   source_number text
--   source_title text
--   source_ref text
--   source_sentence text
--   source_path text

-- A task as a room above follows it from its source to its end; words: its title, or all it says where that is cut short. Never null: task_id, code, title, state, percent, assigned_on, lead_agency_id, source_kind, version, words.
-- view tasks.traced_task, see views.sql
--   task_id bigint
--   code text
--   title text
--   state text
--   percent integer
--   assigned_on date
--   due_on date
--   claimed_on date
--   completed_on date
--   lead_agency_id bigint
--   source_kind text
--   source_id bigint
--   source_number text
--   version integer
--   words text

-- Refuses, at the end of a transaction, a task that differs from its facts.
-- function tasks.agree()

-- The same result as tasks.as_of, computed from the facts: slow, used to check the versions.
-- function tasks.as_of_facts(date,timestamp with time zone)

-- Every task that counted on a day, as it was then, from what was recorded before an instant.
-- function tasks.as_of(date,timestamp with time zone)

-- The changes of each standing on the days after one day, up to another.
-- function tasks.count_changes(date,date)

-- Calendar day of Viet Nam of an instant.
-- function tasks.day_of(timestamp with time zone)

-- First instant after a calendar day of Viet Nam.
-- function tasks.end_of_day(date)

-- function tasks.fact_stays()

-- Counts the past days up to one day; returns how many points were written.
-- function tasks.keep_counts(date)

-- Brings the versions of tasks up to the facts just added.
-- function tasks.keep_versions()

-- Last day of the month of a day.
-- function tasks.month_end(date)

-- Makes the next tasks.keep_counts count every day again.
-- function tasks.recount_all()

-- Makes the versions of some tasks match their facts; returns how many rows did not.
-- function tasks.refresh_versions(bigint[])

-- Which of the four official states a task is in on a day.
-- function tasks.standing(date,date,date)

-- function tasks.task_keeps()

-- The versions of some tasks, computed from their facts.
-- function tasks.versions_of(bigint[])

-- Part of tasks.keep_counts, and runs with its rights; no other caller may write.
-- function tasks.write_points(text,date)

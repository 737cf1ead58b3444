-- Obligations: who, what, by when, how far. Quyết định 42/2014/QĐ-TTg, amended by 23/2018/QĐ-TTg.
create schema tasks;
comment on schema tasks is 'Obligations: parties, deadlines, targets, progress, and facts as of any day.';

create sequence tasks.task_number;

create table tasks.task (
  task_id bigint generated always as identity,
  code text not null,
  -- Where it comes from; tasks knows its source only as a pair, its labels are kept for showing.
  source_kind text not null,
  source_id bigint,
  source_number text,
  source_title text,
  source_ref text,
  source_start integer,
  source_end integer,
  source_sentence text,
  implements text[] not null default '{}',
  group_title text,
  title text not null,
  content text not null,
  product text,
  urgency text,
  assigned_on date not null,
  state text not null,
  -- The accountable lead of today; every lead is in party.
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
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  changed_by text not null,
  constraint task_pk primary key (task_id),
  constraint task_code_once unique (code),
  constraint task_lead foreign key (lead_agency_id) references registry.agency (agency_id),
  constraint task_follow_up foreign key (follow_up_agency_id) references registry.agency (agency_id),
  constraint task_source_kind check (source_kind in ('directive', 'archive')),
  constraint task_state check (
    state in ('assigned', 'received', 'inProgress', 'reportedDone', 'confirmed', 'returned', 'cancelled')
  ),
  constraint task_deadline_kind check (
    deadline_kind in ('date', 'month', 'quarter', 'halfYear', 'year', 'standing', 'perRegulation', 'none')
  ),
  constraint task_recurs check (recurs in ('daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly')),
  constraint task_confirmed_has_day check ((state = 'confirmed') = (completed_on is not null)),
  constraint task_claim_has_day check (state <> 'reportedDone' or claimed_on is not null),
  constraint task_completed_after_assigned check (completed_on >= assigned_on),
  constraint task_percent check (percent between 0 and 100),
  constraint task_first_due_kept check ((first_due_on is null) = (due_on is null)),
  constraint task_source_span check ((source_start is null) = (source_end is null) and source_start <= source_end),
  constraint task_title check (title <> '' and content <> '')
);
comment on table tasks.task is 'A task given by the Government or the Prime Minister, as it stands now.';
create index task_source_idx on tasks.task (source_kind, source_id);
comment on index tasks.task_source_idx is 'Tasks of a directive.';
create unique index task_source_ref_once on tasks.task (source_kind, source_id, source_ref) where source_id is not null;
comment on index tasks.task_source_ref_once is 'Confirming one directive twice creates nothing twice.';
create index task_lead_idx on tasks.task (lead_agency_id, due_on);
comment on index tasks.task_lead_idx is 'Tasks of a body, what hurts first.';
create index task_search_idx on tasks.task using gin (platform.fold(title || ' ' || content || ' ' || code || ' ' || coalesce(source_number, '')) gin_trgm_ops);
comment on index tasks.task_search_idx is 'Search that ignores marks.';

create table tasks.party (
  task_id bigint not null,
  agency_id bigint,
  role text not null,
  is_accountable boolean not null default false,
  scope text,
  -- As the directive writes it: a collective phrase or an unmatched unit has no agency_id.
  named_as text not null,
  position integer not null,
  ended_on date,
  constraint party_pk primary key (task_id, role, position),
  constraint party_task foreign key (task_id) references tasks.task (task_id),
  constraint party_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint party_role check (role in ('lead', 'coordinating')),
  constraint party_accountable_leads check (not is_accountable or (role = 'lead' and agency_id is not null))
);
comment on table tasks.party is 'Lead and coordinating units of a task; one lead is accountable (Nghị định 39/2022/NĐ-CP).';
create unique index party_one_accountable on tasks.party (task_id) where is_accountable and ended_on is null;
comment on index tasks.party_one_accountable is 'One accountable lead at a time.';
create index party_agency_idx on tasks.party (agency_id, task_id);
comment on index tasks.party_agency_idx is 'Tasks in which a body has a part.';

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
  set_at timestamptz not null default now(),
  set_by text not null,
  -- The document or decision that moved it; null for the first one.
  approved_by text,
  reason text,
  replaced_on date,
  done_on date,
  constraint deadline_pk primary key (deadline_id),
  constraint deadline_task foreign key (task_id) references tasks.task (task_id),
  constraint deadline_kind check (
    kind in ('date', 'month', 'quarter', 'halfYear', 'year', 'standing', 'perRegulation', 'none')
  ),
  constraint deadline_dated_kinds check (kind not in ('standing', 'perRegulation', 'none') or due_on is null),
  constraint deadline_milestone_has_day check (not is_milestone or due_on is not null),
  constraint deadline_extension_says_why check (approved_by is null or reason is not null)
);
comment on table tasks.deadline is 'Every deadline a task has had; rows are replaced by later rows, never overwritten.';
create index deadline_task_idx on tasks.deadline (task_id, position);
comment on index tasks.deadline_task_idx is 'Deadlines of a task in order.';

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
  constraint target_pk primary key (target_id),
  constraint target_task foreign key (task_id) references tasks.task (task_id),
  constraint target_place_once unique (task_id, position),
  constraint target_comparator check (comparator in ('=', '>=', '<=', '>', '<', 'range', 'increase>=', 'decrease>=')),
  constraint target_range check ((comparator = 'range') = (max_value is not null) and (max_value is null or max_value >= value))
);
comment on table tasks.target is 'A number the task has to reach.';

create table tasks.measurement (
  measurement_id bigint generated always as identity,
  target_id bigint not null,
  value numeric not null,
  measured_on date not null,
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint measurement_pk primary key (measurement_id),
  constraint measurement_target foreign key (target_id) references tasks.target (target_id)
);
comment on table tasks.measurement is 'A measured value of a target; the latest counts, none is overwritten.';
create index measurement_target_idx on tasks.measurement (target_id, measured_on desc, measurement_id desc);
comment on index tasks.measurement_target_idx is 'Latest measurement of a target.';

create table tasks.progress_report (
  progress_report_id bigint generated always as identity,
  task_id bigint not null,
  reported_on date not null,
  percent integer not null,
  body text not null,
  obstacles text,
  agency_id bigint not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint progress_report_pk primary key (progress_report_id),
  constraint progress_report_task foreign key (task_id) references tasks.task (task_id),
  constraint progress_report_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint progress_report_percent check (percent between 0 and 100)
);
comment on table tasks.progress_report is 'What an agency says of its progress, in its own words.';
create index progress_report_task_idx on tasks.progress_report (task_id, reported_on desc);
comment on index tasks.progress_report_task_idx is 'Reports of a task, newest first.';

create table tasks.request (
  request_id bigint generated always as identity,
  task_id bigint not null,
  kind text not null,
  asked_on date not null,
  asked_at timestamptz not null default now(),
  asked_by text not null,
  reason text not null,
  new_due_on date,
  new_agency_id bigint,
  document text,
  decision text,
  decided_on date,
  decided_by text,
  decision_note text,
  constraint request_pk primary key (request_id),
  constraint request_task foreign key (task_id) references tasks.task (task_id),
  constraint request_new_agency foreign key (new_agency_id) references registry.agency (agency_id),
  constraint request_kind check (kind in ('extension', 'return', 'transfer')),
  constraint request_extension_names_day check (kind <> 'extension' or new_due_on is not null),
  constraint request_transfer_names_body check (kind <> 'transfer' or new_agency_id is not null),
  constraint request_decision check (decision in ('granted', 'refused')),
  constraint request_decided_whole check ((decision is null) = (decided_on is null) and (decision is null) = (decided_by is null))
);
comment on table tasks.request is 'What an agency asks of the giver: a later day, to be relieved, another addressee; the giver decides.';
create unique index request_one_open on tasks.request (task_id, kind) where decision is null;
comment on index tasks.request_one_open is 'One undecided request of a kind per task.';

-- What was true, and from when it was known. Two axes: effective_on (the day it holds from) and recorded_at (when it was
-- entered). A row is never changed or removed; a correction is a later row of the same dimension and day.
create table tasks.fact (
  fact_id bigint generated always as identity,
  task_id bigint not null,
  dimension text not null,
  effective_on date not null,
  recorded_at timestamptz not null default now(),
  agency_id bigint,
  day date,
  is_counted boolean,
  constraint fact_pk primary key (fact_id),
  constraint fact_task foreign key (task_id) references tasks.task (task_id),
  constraint fact_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint fact_dimension check (
    case dimension
      when 'counted' then is_counted is not null and agency_id is null and day is null
      when 'lead' then agency_id is not null and day is null and is_counted is null
      when 'due' then agency_id is null and is_counted is null
      when 'completion' then agency_id is null and is_counted is null
      else false
    end
  )
);
comment on table tasks.fact is 'Facts that statistics count, one dimension each, on two time axes. Never changed, never deleted.';
create index fact_lookup_idx on tasks.fact (dimension, task_id, effective_on desc, recorded_at desc, fact_id desc)
  include (agency_id, day, is_counted);
comment on index tasks.fact_lookup_idx is 'The fact in force for each task and dimension on a day.';

-- Obligations: who, what, by when, how far. Quyết định 42/2014/QĐ-TTg, amended by 23/2018/QĐ-TTg.
create schema tasks;
comment on schema tasks is 'Obligations: parties, deadlines, targets, progress, and facts as of any day.';

create sequence tasks.task_number;

create table tasks.task (
  task_id bigint generated always as identity,
  code text not null,
  -- Where it comes from; tasks knows its source only as a kind and a number, its labels are kept for showing.
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
  -- As the source writes it; an extension names a day and leaves this as it was.
  deadline_kind text not null,
  recurs text,
  -- Never changes (task_keeps); every later day is a row of deadline.
  first_due_on date,
  due_on date,
  claimed_on date,
  completed_on date,
  percent integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  -- What a search looks through, without marks and capitals.
  searched text not null generated always as (
    platform.fold(title || ' ' || content || ' ' || code || ' ' || coalesce(source_number, ''))
  ) stored,
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
create unique index task_source_ref_once on tasks.task (source_kind, source_id, source_ref) nulls not distinct where source_ref is not null;
comment on index tasks.task_source_ref_once is 'Confirming one directive twice, or importing one archive twice, creates nothing twice.';
create index task_lead_idx on tasks.task (lead_agency_id, due_on);
comment on index tasks.task_lead_idx is 'Tasks of a body, what hurts first.';
create index task_search_idx on tasks.task using gin (searched gin_trgm_ops);
comment on index tasks.task_search_idx is 'Search that ignores marks.';
create index task_group_idx on tasks.task (group_title);
comment on index tasks.task_group_idx is 'Names of the groups, to choose from.';

create function tasks.task_keeps() returns trigger
language plpgsql as $$
begin
  raise exception 'code, day of assignment and first due day of a task never change (task %)', old.task_id
    using errcode = 'check_violation', constraint = 'task_keeps', table = 'task', schema = 'tasks';
end
$$;
create trigger task_keeps before update on tasks.task for each row
when (
  (old.code, old.assigned_on, old.first_due_on, old.source_kind, old.source_id, old.source_ref)
  is distinct from (new.code, new.assigned_on, new.first_due_on, new.source_kind, new.source_id, new.source_ref)
) execute function tasks.task_keeps();
comment on trigger task_keeps on tasks.task is 'What figures of past days rest on is not rewritten.';

create table tasks.party (
  task_id bigint not null,
  agency_id bigint,
  role text not null,
  is_accountable boolean not null default false,
  scope text,
  -- As the directive writes it: a collective phrase or an unmatched unit has no agency_id.
  named_as text not null,
  position integer not null,
  -- The part is theirs from since_on, recorded at known_at, until ended_on, recorded at ended_at.
  since_on date not null,
  known_at timestamptz not null,
  ended_on date,
  ended_at timestamptz,
  constraint party_pk primary key (task_id, role, position),
  constraint party_task foreign key (task_id) references tasks.task (task_id),
  constraint party_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint party_role check (role in ('lead', 'coordinating')),
  constraint party_ended_whole check ((ended_on is null) = (ended_at is null)),
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
  set_at timestamptz not null,
  set_by text not null,
  -- The document or decision that moved it; null for the first one.
  approved_by text,
  reason text,
  replaced_on date,
  replaced_at timestamptz,
  done_on date,
  done_at timestamptz,
  constraint deadline_pk primary key (deadline_id),
  constraint deadline_task foreign key (task_id) references tasks.task (task_id),
  constraint deadline_kind check (
    kind in ('date', 'month', 'quarter', 'halfYear', 'year', 'standing', 'perRegulation', 'none')
  ),
  constraint deadline_dated_kinds check (kind not in ('standing', 'perRegulation', 'none') or due_on is null),
  constraint deadline_milestone_has_day check (not is_milestone or due_on is not null),
  constraint deadline_replaced_whole check ((replaced_on is null) = (replaced_at is null)),
  constraint deadline_done_whole check ((done_on is null) = (done_at is null)),
  constraint deadline_done_is_milestone check (done_on is null or is_milestone),
  constraint deadline_extension_says_why check (approved_by is null or reason is not null)
);
comment on table tasks.deadline is 'Every deadline a task has had; rows are replaced by later rows, never overwritten.';
create index deadline_task_idx on tasks.deadline (task_id, position);
comment on index tasks.deadline_task_idx is 'Deadlines of a task in order.';
create unique index deadline_one_final on tasks.deadline (task_id) where not is_milestone and due_on is not null and replaced_on is null;
comment on index tasks.deadline_one_final is 'One final day in force at a time.';
create index deadline_milestone_idx on tasks.deadline (due_on, task_id) where is_milestone;
comment on index tasks.deadline_milestone_idx is 'Milestones that have passed.';

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
  recorded_at timestamptz not null,
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
  -- Of a claim of completion: the number and date of what was produced.
  product_number text,
  product_on date,
  agency_id bigint not null,
  recorded_at timestamptz not null,
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
  asked_at timestamptz not null,
  asked_by text not null,
  reason text not null,
  new_due_on date,
  new_agency_id bigint,
  document text,
  decision text,
  decided_on date,
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  constraint request_pk primary key (request_id),
  constraint request_task foreign key (task_id) references tasks.task (task_id),
  constraint request_new_agency foreign key (new_agency_id) references registry.agency (agency_id),
  constraint request_kind check (kind in ('extension', 'return', 'transfer')),
  constraint request_extension_names_day check (kind <> 'extension' or new_due_on is not null),
  constraint request_transfer_names_body check (kind <> 'transfer' or new_agency_id is not null),
  constraint request_decision check (decision in ('granted', 'refused', 'lapsed')),
  constraint request_decided_whole check (
    (decision is null) = (decided_on is null) and (decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)
  )
);
comment on table tasks.request is 'What an agency asks of the giver: a later day, to be relieved, another addressee; the giver decides. Lapsed: the task ended or changed hands first.';
create unique index request_one_open on tasks.request (task_id, kind) where decision is null;
comment on index tasks.request_one_open is 'One undecided request of a kind per task.';

-- What was true, and from when it was known. Two axes: effective_on (the day it holds from) and recorded_at (when it was
-- entered). A row is never changed or removed; a correction is a later row of the same dimension and day.
create table tasks.fact (
  fact_id bigint generated always as identity,
  task_id bigint not null,
  dimension text not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  agency_id bigint,
  day date,
  state text,
  constraint fact_pk primary key (fact_id),
  constraint fact_task foreign key (task_id) references tasks.task (task_id),
  constraint fact_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint fact_dimension check (
    case dimension
      when 'state' then state is not null and agency_id is null and day is null
      when 'lead' then agency_id is not null and day is null and state is null
      -- Without a day: no deadline; not, or no longer, held to be completed.
      when 'due' then agency_id is null and state is null
      when 'completion' then agency_id is null and state is null
      else false
    end
  ),
  constraint fact_state check (
    state in ('assigned', 'received', 'inProgress', 'reportedDone', 'confirmed', 'returned', 'cancelled')
  )
);
comment on table tasks.fact is 'Facts that lists and statistics are computed from, one dimension each, on two time axes. Never changed, never deleted.';
create index fact_in_force_idx on tasks.fact (task_id, dimension, effective_on desc, recorded_at desc, fact_id desc)
  include (agency_id, day, state);
comment on index tasks.fact_in_force_idx is 'The fact in force of each task and dimension on a day, without touching the table.';

create function tasks.fact_stays() returns trigger
language plpgsql as $$
begin
  raise exception 'a fact is never changed or removed; record a later one'
    using errcode = 'check_violation', constraint = 'fact_stays', table = 'fact', schema = 'tasks';
end
$$;
create trigger fact_stays before update or delete or truncate on tasks.fact for each statement execute function tasks.fact_stays();
comment on trigger fact_stays on tasks.fact is 'Same question, same answer, for ever.';

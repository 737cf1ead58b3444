-- What a source says of a task may have been entered wrongly. It is amended with its basis; what was entered stays, and figures of a
-- past day as known then do not change. So the first due day becomes a fact like the due day. The triggers are created again with the
-- functions.
drop trigger if exists fact_agrees_with_task on tasks.fact;
drop trigger if exists fact_makes_versions on tasks.fact;
drop trigger if exists task_agrees_with_facts on tasks.task;

alter table tasks.fact drop constraint fact_dimension;
alter table tasks.fact add constraint fact_dimension check (
  case dimension
    when 'state' then state is not null and agency_id is null and day is null
    when 'lead' then agency_id is not null and day is null and state is null
    when 'followUp' then agency_id is not null and day is null and state is null
    -- Without a day: no deadline; not, or no longer, held to be completed.
    when 'due' then agency_id is null and state is null
    when 'firstDue' then agency_id is null and state is null
    when 'completion' then agency_id is null and state is null
    else false
  end
);

-- Known since the task was; the versions have this day already.
insert into tasks.fact (task_id, dimension, effective_on, recorded_at, day)
select t.task_id, 'firstDue', t.assigned_on, t.created_at, t.first_due_on
from tasks.task t
order by t.task_id;

drop trigger task_keeps on tasks.task;
create or replace function tasks.task_keeps() returns trigger
language plpgsql as $$
begin
  raise exception 'code, day of assignment and source of a task never change (task %)', old.task_id
    using errcode = 'check_violation', constraint = 'task_keeps', table = 'task', schema = 'tasks';
end
$$;
create trigger task_keeps before update on tasks.task for each row
when (
  (old.code, old.assigned_on, old.source_kind, old.source_id, old.source_ref)
  is distinct from (new.code, new.assigned_on, new.source_kind, new.source_id, new.source_ref)
) execute function tasks.task_keeps();
comment on trigger task_keeps on tasks.task is 'What figures of past days rest on is not rewritten.';

create table tasks.amendment (
  amendment_id bigint generated always as identity,
  task_id bigint not null,
  reason text not null,
  -- What it rests on: a document by number and day, a file, or both.
  document_number text,
  document_on date,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  -- The amended fields as they were and as they are since.
  before jsonb not null,
  after jsonb not null,
  amended_on date not null,
  amended_at timestamptz not null,
  amended_by text not null,
  constraint amendment_pk primary key (amendment_id),
  constraint amendment_task foreign key (task_id) references tasks.task (task_id),
  constraint amendment_file foreign key (sha256) references platform.blob (sha256),
  constraint amendment_reason check (reason <> ''),
  constraint amendment_document_whole check ((document_number is null) = (document_on is null)),
  constraint amendment_file_whole check (num_nulls(sha256, file_name, media_type, size_bytes) in (0, 4)),
  constraint amendment_has_basis check (num_nonnulls(document_number, sha256) > 0)
);
comment on table tasks.amendment is 'What of a task was entered wrongly and is amended, with the reason and the document it rests on. Never changed, never deleted.';
create index amendment_task_idx on tasks.amendment (task_id, amendment_id desc);
comment on index tasks.amendment_task_idx is 'Amendments of a task, newest first.';
create index amendment_sha256_idx on tasks.amendment (sha256) where sha256 is not null;
comment on index tasks.amendment_sha256_idx is 'What refers to a file, when the file is given up or purged.';

-- The amendment that found a row wrong. The row stays: it held as far as was known before.
alter table tasks.party add column amended_by_id bigint constraint party_amendment references tasks.amendment (amendment_id);
alter table tasks.deadline add column amended_by_id bigint constraint deadline_amendment references tasks.amendment (amendment_id);
alter table tasks.target add column amended_by_id bigint constraint target_amendment references tasks.amendment (amendment_id);
alter table tasks.target drop constraint target_place_once;
create unique index target_place_once on tasks.target (task_id, position) where amended_by_id is null;
comment on index tasks.target_place_once is 'Targets in force of a task, in order.';

-- A request to an agency that is no longer named in the task needs no answer.
alter table tasks.contribution add column lapsed_on date;
alter table tasks.contribution add constraint contribution_lapsed_ungiven check (lapsed_on is null or given_on is null);
drop index tasks.contribution_one_requested;
create unique index contribution_one_requested on tasks.contribution (task_id, agency_id)
where given_on is null and lapsed_on is null;
comment on index tasks.contribution_one_requested is 'One open request of a task to an agency at a time.';

create table tasks.report_call (
  report_call_id bigint generated always as identity,
  task_id bigint not null,
  due_on date not null,
  words text,
  called_on date not null,
  called_at timestamptz not null,
  called_by text not null,
  progress_report_id bigint,
  answered_on date,
  lapsed_on date,
  constraint report_call_pk primary key (report_call_id),
  constraint report_call_task foreign key (task_id) references tasks.task (task_id),
  constraint report_call_report foreign key (progress_report_id) references tasks.progress_report (progress_report_id),
  constraint report_call_words check (words <> ''),
  constraint report_call_ahead check (due_on > called_on),
  constraint report_call_answered_whole check ((progress_report_id is null) = (answered_on is null)),
  constraint report_call_ends_once check (num_nonnulls(answered_on, lapsed_on) <= 1)
);
comment on table tasks.report_call is 'The giver calls on the lead to report on a task by a day. Lapsed: called again, or the task ended or changed hands first.';
create unique index report_call_one_open on tasks.report_call (task_id) where answered_on is null and lapsed_on is null;
comment on index tasks.report_call_one_open is 'One open call per task, and the open calls.';
create index report_call_task_idx on tasks.report_call (task_id, report_call_id desc);
comment on index tasks.report_call_task_idx is 'Calls of a task, newest first.';
create index report_call_report_idx on tasks.report_call (progress_report_id) where progress_report_id is not null;
comment on index tasks.report_call_report_idx is 'The call that a report answers.';

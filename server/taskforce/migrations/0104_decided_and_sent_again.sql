-- An inspection is decided again after a postponement: each decision keeps its number, its list of tasks and its delegation.
create table taskforce.inspection_decision (
  inspection_id bigint not null,
  decision_no integer not null,
  decision text not null,
  decided_on date not null,
  -- Where the inspection was put off under it.
  postponed_on date,
  reason text,
  postponed_by text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint inspection_decision_pk primary key (inspection_id, decision_no),
  constraint inspection_decision_of foreign key (inspection_id) references taskforce.inspection (inspection_id),
  constraint inspection_decision_number_once unique (decision, decided_on),
  constraint inspection_decision_postponed check (num_nonnulls(postponed_on, reason, postponed_by) in (0, 3)),
  constraint inspection_decision_words check (decision ~ '\S' and reason ~ '\S')
);
comment on table taskforce.inspection_decision is 'The decisions on an inspection, in their order. Never deleted; changed once, when it is put off.';
insert into taskforce.inspection_decision
  (inspection_id, decision_no, decision, decided_on, postponed_on, reason, postponed_by, recorded_at, recorded_by)
select i.inspection_id, 1, i.decision, i.decided_on,
       case when i.state = 'planned' and i.reason is not null then (i.changed_at at time zone 'Asia/Ho_Chi_Minh')::date end,
       case when i.state = 'planned' then i.reason end,
       case when i.state = 'planned' and i.reason is not null then i.changed_by end,
       i.changed_at, i.changed_by
from taskforce.inspection i where i.decision is not null and i.decided_on is not null;
create trigger inspection_decision_stays before delete on taskforce.inspection_decision
  for each row execute function taskforce.facts_stay();
create trigger inspection_decision_put_off_once before update on taskforce.inspection_decision
  for each row when (old.postponed_on is not null
    or (old.inspection_id, old.decision_no, old.decision, old.decided_on, old.recorded_at, old.recorded_by)
      is distinct from (new.inspection_id, new.decision_no, new.decision, new.decided_on, new.recorded_at, new.recorded_by))
  execute function taskforce.facts_stay();

alter table taskforce.inspection add column decision_no integer not null default 0;
comment on column taskforce.inspection.decision_no is 'The decision in force, or the last one; 0 while nothing is decided.';
update taskforce.inspection set decision_no = 1 where decision is not null and decided_on is not null;
alter table taskforce.inspection drop constraint inspection_decision_once;

alter table taskforce.finding drop constraint finding_task_in_scope;
-- No trigger sees a column that is added with its value.
alter table taskforce.inspection_task add column decision_no integer not null default 1;
alter table taskforce.inspection_task alter column decision_no drop default,
  drop constraint inspection_task_pk, drop constraint inspection_task_inspection,
  add constraint inspection_task_pk primary key (inspection_id, decision_no, task_id),
  add constraint inspection_task_decision foreign key (inspection_id, decision_no)
    references taskforce.inspection_decision (inspection_id, decision_no);
comment on table taskforce.inspection_task is 'The tasks in scope of a decision as they were when it was made, each with its version. Never changed.';
alter table taskforce.finding add column decision_no integer not null default 1;
alter table taskforce.finding alter column decision_no drop default,
  add constraint finding_task_in_scope foreign key (inspection_id, decision_no, task_id)
    references taskforce.inspection_task (inspection_id, decision_no, task_id);
comment on column taskforce.finding.decision_no is 'The decision in whose scope its task is.';

alter table taskforce.delegate add column decision_no integer not null default 1;
alter table taskforce.delegate alter column decision_no drop default,
  drop constraint delegate_once, drop constraint delegate_inspection,
  add constraint delegate_once unique (inspection_id, decision_no, person_id),
  add constraint delegate_decision foreign key (inspection_id, decision_no)
    references taskforce.inspection_decision (inspection_id, decision_no);
drop index taskforce.delegate_one_head;
create unique index delegate_one_head on taskforce.delegate (inspection_id, decision_no) where role = 'head';
comment on index taskforce.delegate_one_head is 'A delegation has one head.';
comment on table taskforce.delegate is 'A member of the delegation that a decision named; under the one in force, who has an account works on the inspection until it is concluded.';

-- A question is sent more than once: each sending keeps its addressee, its day and its term.
create table taskforce.question_sending (
  sending_id bigint generated always as identity,
  question_id bigint not null,
  agency_id bigint not null,
  sent_on date not null,
  due_on date not null,
  ended_on date,
  ending text,
  reason text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint question_sending_pk primary key (sending_id),
  constraint question_sending_question foreign key (question_id) references taskforce.question (question_id),
  constraint question_sending_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint question_sending_ended check (
    (ending in ('answered', 'returned', 'sentAgain')) and (ended_on is null) = (ending is null) and (reason is null or ending = 'returned')),
  constraint question_sending_days check (due_on >= sent_on and ended_on >= sent_on),
  constraint question_sending_words check (reason ~ '\S')
);
comment on table taskforce.question_sending is 'To whom a question was sent, when and until when, and how that ended. Never deleted; changed once, when it ends.';
create unique index question_sending_open on taskforce.question_sending (question_id) where ended_on is null;
comment on index taskforce.question_sending_open is 'A question is with one agency at a time.';
create index question_sending_question_idx on taskforce.question_sending (question_id, sending_id);
comment on index taskforce.question_sending_question_idx is 'The sendings of a question, in their order.';
create index question_sending_agency_idx on taskforce.question_sending (agency_id, sent_on);
comment on index taskforce.question_sending_agency_idx is 'What an agency was sent, and its rows in the assessment.';
insert into taskforce.question_sending (question_id, agency_id, sent_on, due_on, ended_on, ending, recorded_at, recorded_by)
select q.question_id, q.sent_to_id, q.sent_on, greatest(q.due_on, q.sent_on),
       case when q.state = 'answered' then greatest((q.answered_at at time zone 'Asia/Ho_Chi_Minh')::date, q.sent_on) end,
       case when q.state = 'answered' then 'answered' end,
       q.changed_at, q.changed_by
from taskforce.question q where q.sent_to_id is not null and q.sent_on is not null and q.due_on is not null;
create trigger question_sending_stays before delete on taskforce.question_sending
  for each row execute function taskforce.facts_stay();
create trigger question_sending_ends_once before update on taskforce.question_sending
  for each row when (old.ended_on is not null
    or (old.question_id, old.agency_id, old.sent_on, old.due_on, old.recorded_at, old.recorded_by)
      is distinct from (new.question_id, new.agency_id, new.sent_on, new.due_on, new.recorded_at, new.recorded_by))
  execute function taskforce.facts_stay();

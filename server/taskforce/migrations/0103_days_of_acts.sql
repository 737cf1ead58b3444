-- What a body records later than the day it names counts from the day it was recorded, until the office confirms the day named.
create table taskforce.day_confirmed (
  day_confirmed_id bigint generated always as identity,
  answer_id bigint,
  question_id bigint,
  words text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint day_confirmed_pk primary key (day_confirmed_id),
  constraint day_confirmed_answer foreign key (answer_id) references taskforce.recommendation_answer (answer_id),
  constraint day_confirmed_question foreign key (question_id) references taskforce.question (question_id),
  constraint day_confirmed_answer_once unique (answer_id),
  constraint day_confirmed_question_once unique (question_id),
  constraint day_confirmed_of_one check (num_nonnulls(answer_id, question_id) = 1),
  constraint day_confirmed_words check (words ~ '\S')
);
comment on table taskforce.day_confirmed is 'That the office has seen that an answer was given on the day it names, which is before the day it was recorded. Never changed, never deleted.';
create trigger day_confirmed_stays before update or delete on taskforce.day_confirmed for each row execute function taskforce.facts_stay();

alter table taskforce.question add column answered_at timestamptz;
comment on column taskforce.question.answered_at is 'When the answer was recorded; answered_on is what was said.';
update taskforce.question q
set answered_at = coalesce(
  (select max(e.recorded_at) from platform.audit e
   where e.subject_kind = 'question' and e.subject_id = q.question_id::text and e.event = 'question.answered'),
  q.changed_at)
where q.state = 'answered';
alter table taskforce.question add constraint question_recorded check ((answered_on is null) = (answered_at is null));

-- Findings are sent more than once: each has the day it was sent, and the last day for the answer to it.
alter table taskforce.finding add column sent_on date, add column answer_by date;
update taskforce.finding f set sent_on = i.findings_sent_on, answer_by = i.answer_by
from taskforce.inspection i
where i.inspection_id = f.inspection_id and i.findings_sent_on is not null and f.state <> 'draft'
  and (f.state <> 'dropped' or f.answered_at is not null or exists (
    select from platform.audit e
    where e.subject_kind = 'finding' and e.subject_id = f.finding_id::text and e.event = 'finding.dropped'
      and e.before ->> 'state' = 'sent'));
alter table taskforce.finding add constraint finding_sent check ((sent_on is null) = (answer_by is null)
  and (state in ('draft', 'dropped') or sent_on is not null) and (state <> 'draft' or sent_on is null));

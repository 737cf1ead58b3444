-- What rooms above may read of the Task Force's work.

create view taskforce.recommendation_card as
select r.recommendation_id, r.words, r.addressee_id as addressee_agency_id, r.agency_id, r.due_on, r.made_on as asked_day, r.task_id,
       r.source_kind, r.source_id, r.theme, r.closed_on, r.answer_by,
       case when t.task_id is null then r.state
            when t.state = 'confirmed' then 'done'
            when t.state = 'cancelled' then 'withdrawn'
            else 'accepted' end as state,
       t.completed_on
from taskforce.recommendation r
left join tasks.traced_task t on t.task_id = r.task_id;
comment on view taskforce.recommendation_card is 'A recommendation; with a task its state is the task''s. Never null: recommendation_id, words, addressee_agency_id, agency_id, due_on, source_kind, state.';

create view taskforce.inspection_card as
select i.inspection_id, i.title, i.subject_id as agency_id, i.form, i.state, i.from_on, i.to_on, i.decision, i.decided_on, i.conclusion,
       i.concluded_on,
       (select count(*) from taskforce.finding f where f.inspection_id = i.inspection_id and f.state not in ('draft', 'dropped'))::integer
         as findings,
       (select m.held_on from taskforce.minutes m
        where m.inspection_id = i.inspection_id and m.office_signed_at is not null and m.agency_signed_at is not null) as held_on
from taskforce.inspection i;
comment on view taskforce.inspection_card is 'An inspection with how many findings it sent, and the day it was held. Never null: inspection_id, title, agency_id, form, state, from_on, to_on, findings.';

create view taskforce.finding_card as
select f.finding_id, f.inspection_id, f.fact, f.degree, f.cause, f.responsible_id as agency_id, f.state, f.repeats_id, i.concluded_on
from taskforce.finding f
join taskforce.inspection i using (inspection_id)
where f.state not in ('draft', 'dropped');
comment on view taskforce.finding_card is 'A finding that was sent to the agency. Never null: finding_id, inspection_id, fact, degree, agency_id, state.';

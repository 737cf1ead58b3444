-- The views that other rooms may read, and views that this room reads itself.

create view tasks.part_held as
select p.task_id, p.agency_id
from tasks.party p
where p.agency_id is not null and p.ended_on is null
union all
select s.task_id, s.agency_id
from tasks.subtask s
where s.ended_on is null;
comment on view tasks.part_held is 'Which agencies have a part in which task now: they may read the source of the task. A row for each part: without looking for doubles, one task is found by its index.';

create view tasks.sight as
select p.task_id, p.agency_id
from tasks.party p
where p.agency_id is not null
union all
select s.task_id, s.agency_id
from tasks.subtask s
where s.ended_on is null;
comment on view tasks.sight is 'Which agencies have or had a part in a task or have a sub-task of it: users who may see one of them see the task. Never null: task_id, agency_id.';

create view tasks.period_due as
select p.period_id, p.task_id, t.lead_agency_id, p.starts_on, p.ends_on, p.due_on, p.reported_on, p.missed_on,
       case when p.reported_on <= p.due_on then 'onTime'
            when p.reported_on is not null then 'late'
            when p.missed_on is not null then 'missing'
            else 'open' end as state
from tasks.period p
join tasks.task t on t.task_id = p.task_id
where p.dropped_at is null and t.state in ('assigned', 'received', 'inProgress');
comment on view tasks.period_due is 'Periods of open tasks, each with the agency that owes the report, the day it is due and whether it was given.';

create view tasks.task_card as
select t.task_id, t.code, t.title, t.state, t.percent, t.due_on, t.first_due_on, t.deadline_kind, t.completed_on, t.lead_agency_id,
       t.source_number, t.version, t.changed_at, t.changed_by
from tasks.task t;
comment on view tasks.task_card is 'A task for other rooms: its code and title, its state, when it is due, who changed it last. Never null: task_id, code, title, state, percent, deadline_kind, lead_agency_id, version, changed_at, changed_by.';

create view tasks.task_source_card as
select t.task_id, t.source_kind, t.source_id, t.source_number, t.source_title, t.source_ref, t.source_sentence,
       replace(k.path, ':id', t.source_id::text) as source_path
from tasks.task t join tasks.source_kind k on k.kind = t.source_kind;
comment on view tasks.task_source_card is 'The clause a task comes from. Never null: task_id, source_kind, source_ref.';

-- The task row is joined only where a query names one of its columns.
create view tasks.open_task as
select v.task_id, v.state, v.lead_agency_id, v.assigned_on, v.due_order, t.due_on, t.claimed_on
from tasks.task_version v
left join tasks.task t on t.task_id = v.task_id
where v.reported_to = 'infinity' and not v.is_done;
comment on view tasks.open_task is 'Open tasks as of now, found by task_version_open_idx; due_order is infinity where there is no due day. Never null: task_id, state, lead_agency_id, assigned_on, due_order.';

-- A report is news on its day. So are a new lead and a change of state, such as a task sent back.
create view tasks.last_news as
select v.task_id, v.lead_agency_id, n.heard_on
from tasks.task_version v
-- Computed once for each task (offset 0): it is used to compare, show and sort.
cross join lateral (
  select greatest(v.assigned_on,
    (select max(r.reported_on) from tasks.progress_report r where r.task_id = v.task_id),
    (select max(w.since_on) from tasks.party w where w.task_id = v.task_id and w.is_accountable and w.ended_on is null),
    (select max(f.effective_on) from tasks.fact f where f.task_id = v.task_id and f.dimension = 'state')) as heard_on
  offset 0
) n
where v.reported_to = 'infinity' and not v.is_done and v.state in ('received', 'inProgress')
  and not exists (select from tasks.rhythm y where y.task_id = v.task_id and y.cadence <> 'none');
comment on view tasks.last_news is 'Tasks under way that no reporting rhythm covers, each with the day of its last news. Never null: task_id, lead_agency_id, heard_on.';

create view tasks.party_card as
select p.task_id, p.agency_id, p.role, p.is_accountable
from tasks.party p
where p.agency_id is not null and p.ended_on is null;
comment on view tasks.party_card is 'Which agency leads or coordinates which task now. Never null: task_id, agency_id, role, is_accountable.';

create view tasks.report_card as
select r.progress_report_id, r.task_id, r.reported_on, r.percent, r.body, r.product_number, r.recorded_at, r.recorded_by
from tasks.progress_report r;
comment on view tasks.report_card is 'A progress report and the task it is about. Never null: progress_report_id, task_id, reported_on, percent, body, recorded_at, recorded_by.';

create view tasks.request_card as
select q.request_id, q.task_id, q.kind, q.reason, q.new_due_on, q.new_agency_id, q.requested_on, q.requested_by, q.decision
from tasks.request q;
comment on view tasks.request_card is 'A request of a lead to the giver; decision is null until it is decided. Never null: request_id, task_id, kind, reason, requested_on, requested_by.';

create view tasks.subtask_card as
select s.subtask_id, s.task_id, s.agency_id, s.by_agency_id, s.title, s.state, s.due_on, s.given_by
from tasks.subtask s;
comment on view tasks.subtask_card is 'A sub-task: the unit that has it and the lead that gave it. Never null: subtask_id, task_id, agency_id, by_agency_id, title, state, given_by.';

create view tasks.contribution_card as
select c.contribution_id, c.task_id, c.agency_id, c.requested_by_agency_id, c.requested_what, c.requested_due_on, c.requested_by, c.given_on
from tasks.contribution c
where c.lapsed_on is null;
comment on view tasks.contribution_card is 'A contribution of a coordinating agency, requested or given. Never null: contribution_id, task_id, agency_id.';

create view tasks.report_call_card as
select c.report_call_id, c.task_id, c.due_on, c.words, c.called_on, c.called_by
from tasks.report_call c
where c.answered_on is null and c.lapsed_on is null;
comment on view tasks.report_call_card is 'Open calls on the lead to report on a task by a day. Never null: report_call_id, task_id, due_on, called_on, called_by.';

create view tasks.period_card as
select p.period_id, p.task_id, p.starts_on, p.ends_on, p.due_on, p.reported_on
from tasks.period p
where p.dropped_at is null;
comment on view tasks.period_card is 'Reporting periods of tasks, in any state of the task. Never null: period_id, task_id, starts_on, ends_on, due_on.';

create view tasks.open_milestone as
select d.deadline_id, d.task_id, d.due_on, d.literal
from tasks.deadline d
where d.is_milestone and d.done_on is null and d.replaced_on is null;
comment on view tasks.open_milestone is 'Milestones in force and not done. Never null: deadline_id, task_id, literal.';

create view tasks.target_card as
select g.target_id, g.task_id, g.position, g.measure, g.literal, g.unit, g.comparator, g.value, g.max_value,
       m.value as measured, m.measured_on
from tasks.target g
left join lateral (
  select m.value, m.measured_on from tasks.measurement m where m.target_id = g.target_id
  order by m.measured_on desc, m.measurement_id desc limit 1
) m on true
where g.amended_by_id is null;
comment on view tasks.target_card is 'A numeric target and its last measurement. Never null: target_id, task_id, position, measure, literal, unit, comparator, value.';

create view tasks.measurement_card as
select m.measurement_id, m.target_id, m.value, m.measured_on, m.recorded_at
from tasks.measurement m;
comment on view tasks.measurement_card is 'What a target was measured to, of which day, recorded when. Never null: measurement_id, target_id, value, measured_on, recorded_at.';

-- The same rule as in target.ts.
create view tasks.missed_target as
select g.target_id, g.task_id, g.measure || ': ' || g.literal as goal, g.measured || ' ' || g.unit as measured
from tasks.target_card g
where g.measured is not null and not (case g.comparator
  when '<=' then g.measured <= g.value
  when '>' then g.measured > g.value
  when '<' then g.measured < g.value
  when 'range' then g.measured between g.value and g.max_value
  else g.measured >= g.value end);
comment on view tasks.missed_target is 'Targets whose last measurement does not reach the goal. Never null: target_id, task_id, goal, measured.';

create view tasks.evidence_card as
select e.evidence_id, e.task_id, e.added_on, e.added_at
from tasks.evidence e
where e.withdrawn_on is null;
comment on view tasks.evidence_card is 'Evidence in force, by task. Never null: evidence_id, task_id, added_on, added_at.';

create view tasks.state_fact as
select f.fact_id, f.task_id, f.state, f.effective_on, f.recorded_at
from tasks.fact f
where f.dimension = 'state';
comment on view tasks.state_fact is 'The states of a task, from which day, recorded when. Never null: fact_id, task_id, state, effective_on, recorded_at.';

create view tasks.task_audience as
select t.task_id, t.code, t.title, t.state, t.percent, t.due_on, t.version, t.lead_agency_id,
       array(select distinct p.agency_id from tasks.party p where p.task_id = t.task_id and p.agency_id is not null) as agency_ids
from tasks.task t;
comment on view tasks.task_audience is 'A task as sent to the systems of agencies, with every agency that has or had a part in it. Never null: task_id, code, title, state, percent, version, agency_ids.';

create view tasks.subtask_audience as
select s.subtask_id, array[s.agency_id, s.by_agency_id] as agency_ids
from tasks.subtask s;
comment on view tasks.subtask_audience is 'The agencies a sub-task concerns: its unit and the lead that gave it. Never null: subtask_id, agency_ids.';

create view tasks.traced_task as
select t.task_id, t.code, t.title, t.state, t.percent, t.assigned_on, t.due_on, t.claimed_on, t.completed_on, t.lead_agency_id,
       t.source_kind, t.source_id, t.source_number, t.version,
       -- For paper, which may not stop in the middle of a sentence.
       case when t.title like '%…' then t.content else t.title end as words
from tasks.task t;
comment on view tasks.traced_task is 'A task as a room above follows it from its source to its end; words: its title, or all it says where that is cut short. Never null: task_id, code, title, state, percent, assigned_on, lead_agency_id, source_kind, version, words.';

create view tasks.proof_card as
select e.evidence_id, e.task_id, e.kind, coalesce(e.file_name, e.number) as name, e.added_on, e.added_by
from tasks.evidence e
where e.withdrawn_on is null;
comment on view tasks.proof_card is 'Evidence in force with the name of its file or document. Never null: evidence_id, task_id, kind, added_on, added_by.';

-- The official partition (Báo cáo 1270/BC-TCTTTg of 27/12/2017): every counted task is in exactly one of four states.

/* ----- one task on one day: exactly one answer for every input, which is why the four always add up ----- */
create function tasks.standing(due_on date, completed_on date, as_of date) returns text
language sql immutable parallel safe as $$
  select case
    when completed_on is not null and (due_on is null or completed_on <= due_on) then 'doneOnTime'
    when completed_on is not null then 'doneLate'
    when due_on is null or as_of <= due_on then 'openInTerm'
    else 'openOverdue'
  end
$$;
comment on function tasks.standing is 'Which of the four official states a task is in on a day.';

create function tasks.end_of_day(day date) returns timestamptz
language sql immutable parallel safe as $$
  select (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
$$;
comment on function tasks.end_of_day is 'First instant after a calendar day of Viet Nam.';

-- One pass over fact_in_force_idx. A single select without a common table expression, so that PostgreSQL opens it in
-- the asking query and a condition on task_id reaches the index.
create function tasks.as_of(as_of date, known_before timestamptz)
returns table (task_id bigint, state text, lead_agency_id bigint, due_on date, completed_on date, standing text)
language sql stable parallel safe as $$
  select w.task_id, w.state, w.lead_agency_id, w.due_on, w.completed_on, tasks.standing(w.due_on, w.completed_on, as_of)
  from (
    select f.task_id,
           max(f.state) as state,
           max(f.agency_id) as lead_agency_id,
           max(f.day) filter (where f.dimension = 'due') as due_on,
           max(f.day) filter (where f.dimension = 'completion') as completed_on
    from (
      select distinct on (f.task_id, f.dimension) f.task_id, f.dimension, f.agency_id, f.day, f.state
      from tasks.fact f
      where f.effective_on <= as_of and f.recorded_at < known_before
      order by f.task_id, f.dimension, f.effective_on desc, f.recorded_at desc, f.fact_id desc
    ) f
    group by f.task_id
  ) w
  where w.state <> 'cancelled'
$$;
comment on function tasks.as_of is 'Every task that counted on a day, as it then stood, from what was recorded before an instant.';

/* ----- the guard: a task as it stands now is what its facts say, or the transaction does not end ----- */
create function tasks.agree() returns trigger
language plpgsql as $$
declare
  kept tasks.task;
  told record;
begin
  select * into kept from tasks.task t where t.task_id = new.task_id;
  select a.state, a.lead_agency_id, a.due_on, a.completed_on into told
  from tasks.as_of('infinity', 'infinity') a where a.task_id = new.task_id;
  if (case
    when kept.state = 'cancelled' then told.state is not null
    else (kept.state, kept.lead_agency_id, kept.due_on, kept.completed_on)
         is distinct from (told.state, told.lead_agency_id, told.due_on, told.completed_on)
  end) then
    raise exception 'task % does not agree with its facts', new.task_id
      using errcode = 'check_violation', constraint = 'task_agrees_with_facts', table = 'task', schema = 'tasks';
  end if;
  return null;
end
$$;
comment on function tasks.agree is 'Refuses, at the end of a transaction, a task that its facts do not tell of as it stands.';

create constraint trigger task_agrees_with_facts
after insert or update of state, lead_agency_id, due_on, completed_on on tasks.task
deferrable initially deferred for each row execute function tasks.agree();
create constraint trigger fact_agrees_with_task
after insert on tasks.fact
deferrable initially deferred for each row execute function tasks.agree();

create view tasks.part_held as
select p.task_id, p.agency_id, p.role
from tasks.party p
where p.agency_id is not null and p.ended_on is null
union
select s.task_id, s.agency_id, 'subtask'
from tasks.subtask s
where s.ended_on is null;
comment on view tasks.part_held is 'Which bodies have a part in which task now: who may read what the task comes from.';

create view tasks.period_due as
select p.period_id, p.task_id, t.lead_agency_id, p.starts_on, p.ends_on, p.due_on, p.reported_on, p.missed_on,
       case when p.reported_on <= p.due_on then 'onTime'
            when p.reported_on is not null then 'late'
            when p.missed_on is not null then 'missing'
            else 'open' end as state
from tasks.period p
join tasks.task t on t.task_id = p.task_id
where p.dropped_at is null and t.state in ('assigned', 'received', 'inProgress');
comment on view tasks.period_due is 'Periods of tasks still worked on, each with the body that owes its report, the day it is due and whether it came.';

create view tasks.told as
select t.task_id, t.code, t.title, t.state, t.percent, t.due_on, t.version, t.lead_agency_id,
       array(select distinct p.agency_id from tasks.party p where p.task_id = t.task_id and p.agency_id is not null) as agency_ids
from tasks.task t;
comment on view tasks.told is 'A task as the systems of bodies are told of it, with every body that has or had a part in it. Never null: task_id, code, title, state, percent, version, agency_ids.';

create view tasks.piece_told as
select s.subtask_id, array[s.agency_id, s.by_agency_id] as agency_ids
from tasks.subtask s;
comment on view tasks.piece_told is 'Whom a sub-task concerns: its unit and the lead that gave it. Never null: subtask_id, agency_ids.';

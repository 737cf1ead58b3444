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

create function tasks.as_of(as_of date, known_before timestamptz)
returns table (task_id bigint, lead_agency_id bigint, assigned_on date, due_on date, completed_on date, standing text)
language sql stable parallel safe as $$
  with in_force as (
    select distinct on (f.dimension, f.task_id) f.dimension, f.task_id, f.agency_id, f.day, f.is_counted
    from tasks.fact f
    where f.effective_on <= as_of and f.recorded_at < known_before
    order by f.dimension, f.task_id, f.effective_on desc, f.recorded_at desc, f.fact_id desc
  )
  select t.task_id, l.agency_id, t.assigned_on, d.day, c.day, tasks.standing(d.day, c.day, as_of)
  from in_force n
  join tasks.task t on t.task_id = n.task_id
  join in_force l on l.task_id = n.task_id and l.dimension = 'lead'
  left join in_force d on d.task_id = n.task_id and d.dimension = 'due'
  left join in_force c on c.task_id = n.task_id and c.dimension = 'completion'
  where n.dimension = 'counted' and n.is_counted
$$;
comment on function tasks.as_of is 'Every task that counted on a day, as it then stood, from what was recorded before an instant.';

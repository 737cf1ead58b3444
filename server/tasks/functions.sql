-- The official partition (Báo cáo 1270/BC-TCTTTg of 27/12/2017): every counted task is in exactly one of four states.

/* ----- one task on one day: exactly one result for every input, so the four always add up ----- */
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

create function tasks.day_of(at timestamptz) returns date
language sql immutable parallel safe as $$
  select (at at time zone 'Asia/Ho_Chi_Minh')::date
$$;
comment on function tasks.day_of is 'Calendar day of Viet Nam of an instant.';

create function tasks.as_of(as_of date, known_before timestamptz)
returns table (task_id bigint, state text, lead_agency_id bigint, due_on date, completed_on date, standing text)
language sql stable parallel safe as $$
  select v.task_id, v.state, v.lead_agency_id, v.due_on, v.completed_on, tasks.standing(v.due_on, v.completed_on, as_of)
  from tasks.task_version v
  where v.valid_from <= as_of and (as_of < v.valid_to or v.valid_to = 'infinity')
    and v.known_from < known_before and known_before <= v.known_to
$$;
comment on function tasks.as_of is 'Every task that counted on a day, as it was then, from what was recorded before an instant.';

/* ----- versions: derived from the facts, by the database alone ----- */
-- What the versions are compared with: the last fact of each dimension in force on the day, of those recorded by then.
create function tasks.as_of_facts(as_of date, known_before timestamptz)
returns table (
  task_id bigint, state text, lead_agency_id bigint, follow_up_agency_id bigint, first_due_on date, due_on date, completed_on date
)
language sql stable parallel safe as $$
  select w.* from (
    select f.task_id,
           max(f.state) as state,
           max(f.agency_id) filter (where f.dimension = 'lead') as lead_agency_id,
           max(f.agency_id) filter (where f.dimension = 'followUp') as follow_up_agency_id,
           max(f.day) filter (where f.dimension = 'firstDue') as first_due_on,
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
comment on function tasks.as_of_facts is 'The same result as tasks.as_of, computed from the facts: slow, used to check the versions.';

-- The facts of a task form a grid: instants at which something was recorded, by days from which something applies. In each
-- cell the last fact of each dimension counts. Equal cells are joined, first along the days, then along the instants.
create function tasks.versions_of(ids bigint[]) returns setof tasks.task_version
language sql stable as $$
  with fact as (
    select f.task_id, f.dimension, f.effective_on, f.recorded_at, f.agency_id, f.day, f.state,
           row_number() over (partition by f.task_id, f.dimension order by f.effective_on, f.recorded_at, f.fact_id) as place
    from tasks.fact f where f.task_id = any(ids)
  ),
  folded as (
    select f.task_id,
           array_agg(f.state order by f.place) filter (where f.dimension = 'state') as states,
           array_agg(f.agency_id order by f.place) filter (where f.dimension = 'lead') as leads,
           array_agg(f.agency_id order by f.place) filter (where f.dimension = 'followUp') as followers,
           array_agg(f.day order by f.place) filter (where f.dimension = 'firstDue') as first_due_days,
           array_agg(f.day order by f.place) filter (where f.dimension = 'due') as due_days,
           array_agg(f.day order by f.place) filter (where f.dimension = 'completion') as completions
    from fact f group by f.task_id
  ),
  known as (
    select k.task_id, k.recorded_at as known_from, lead(k.recorded_at, 1, 'infinity') over turns as known_to,
           row_number() over turns as turn
    from (select distinct f.task_id, f.recorded_at from fact f) k
    window turns as (partition by k.task_id order by k.recorded_at)
  ),
  cell as (
    select k.task_id, k.turn, v.valid_from,
           max(f.place) filter (where f.dimension = 'state') as state,
           max(f.place) filter (where f.dimension = 'lead') as lead,
           max(f.place) filter (where f.dimension = 'followUp') as follower,
           max(f.place) filter (where f.dimension = 'firstDue') as first_due_day,
           max(f.place) filter (where f.dimension = 'due') as due_day,
           max(f.place) filter (where f.dimension = 'completion') as completion
    from known k
    join (select distinct f.task_id, f.effective_on as valid_from from fact f) v on v.task_id = k.task_id
    join fact f on f.task_id = k.task_id and f.recorded_at <= k.known_from and f.effective_on <= v.valid_from
    group by k.task_id, k.turn, v.valid_from
  ),
  filled as (
    select c.task_id, c.turn, c.valid_from, t.states[c.state] as state, t.leads[c.lead] as lead_agency_id,
           t.followers[c.follower] as follow_up_agency_id, t.first_due_days[c.first_due_day] as first_due_on,
           t.due_days[c.due_day] as due_on, t.completions[c.completion] as completed_on
    from cell c join folded t on t.task_id = c.task_id
  ),
  begun as (
    select f.*, (f.state, f.lead_agency_id, f.follow_up_agency_id, f.first_due_on, f.due_on, f.completed_on) is distinct from
                lag((f.state, f.lead_agency_id, f.follow_up_agency_id, f.first_due_on, f.due_on, f.completed_on)) over days
             as is_change
    from filled f
    window days as (partition by f.task_id, f.turn order by f.valid_from)
  ),
  stretch as (
    select b.task_id, b.turn, b.valid_from,
           lead(b.valid_from, 1, 'infinity') over (partition by b.task_id, b.turn order by b.valid_from) as valid_to,
           b.state, b.lead_agency_id, b.follow_up_agency_id, b.first_due_on, b.due_on, b.completed_on
    from begun b where b.is_change
  ),
  island as (
    select s.*, s.turn - row_number() over (
             partition by s.task_id, s.valid_from, s.valid_to, s.state, s.lead_agency_id, s.follow_up_agency_id,
                          s.first_due_on, s.due_on, s.completed_on
             order by s.turn) as island
    from stretch s
  )
  -- The table generates the last four columns itself.
  select i.task_id, i.valid_from, i.valid_to, min(k.known_from), max(k.known_to), i.state, i.lead_agency_id,
         i.follow_up_agency_id, t.assigned_on, i.first_due_on, i.due_on, i.completed_on, null::date, null::date,
         null::boolean, null::date
  from island i
  join known k on k.task_id = i.task_id and k.turn = i.turn
  join tasks.task t on t.task_id = i.task_id
  -- A task may be imported by several statements. It gets its version once its lead is known.
  where i.state <> 'cancelled' and i.lead_agency_id is not null and i.follow_up_agency_id is not null
  group by i.task_id, i.island, i.valid_from, i.valid_to, i.state, i.lead_agency_id, i.follow_up_agency_id,
           i.first_due_on, i.due_on, i.completed_on, t.assigned_on
$$;
comment on function tasks.versions_of is 'The versions of some tasks, computed from their facts.';

create function tasks.refresh_versions(ids bigint[]) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made tasks.task_version[];
  removed integer;
  written integer;
begin
  -- Wait for anyone changing one of these tasks; the next statement then reads what they wrote.
  perform from tasks.task t where t.task_id = any(ids) order by t.task_id for update;
  select array_agg(v) into made from tasks.versions_of(ids) v;
  delete from tasks.task_version v
  where v.task_id = any(ids)
    and not exists (
      select from unnest(made) m
      where m.task_id = v.task_id and m.known_from = v.known_from and m.valid_from = v.valid_from);
  get diagnostics removed = row_count;
  insert into tasks.task_version as v (task_id, valid_from, valid_to, known_from, known_to, state, lead_agency_id,
                                       follow_up_agency_id, assigned_on, first_due_on, due_on, completed_on)
  select m.task_id, m.valid_from, m.valid_to, m.known_from, m.known_to, m.state, m.lead_agency_id,
         m.follow_up_agency_id, m.assigned_on, m.first_due_on, m.due_on, m.completed_on
  from unnest(made) m
  -- The current version comes last: the previous one has ended by then (task_version_current_once).
  order by m.valid_to = 'infinity' and m.known_to = 'infinity'
  on conflict (task_id, known_from, valid_from) do update
  set valid_to = excluded.valid_to, known_to = excluded.known_to, state = excluded.state,
      lead_agency_id = excluded.lead_agency_id, follow_up_agency_id = excluded.follow_up_agency_id,
      assigned_on = excluded.assigned_on, first_due_on = excluded.first_due_on, due_on = excluded.due_on,
      completed_on = excluded.completed_on
  where (v.valid_to, v.known_to, v.state, v.lead_agency_id, v.follow_up_agency_id, v.assigned_on, v.first_due_on,
         v.due_on, v.completed_on)
    is distinct from
        (excluded.valid_to, excluded.known_to, excluded.state, excluded.lead_agency_id, excluded.follow_up_agency_id,
         excluded.assigned_on, excluded.first_due_on, excluded.due_on, excluded.completed_on);
  get diagnostics written = row_count;
  return removed + written;
end
$$;
comment on function tasks.refresh_versions is 'Makes the versions of some tasks match their facts; returns how many rows did not.';

create function tasks.keep_versions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  fresh bigint[];
  changed bigint[];
  since date;
begin
  -- Days already counted are counted again if something is recorded about them now.
  select min(tasks.day_of(a.recorded_at)) into since from added a;
  update tasks.figure_kept k set through = since - 1 where k.through >= since;
  -- A newly assigned task has one version, which needs no computing.
  select array_agg(n.task_id) filter (where n.is_fresh), array_agg(n.task_id) filter (where not n.is_fresh)
  into fresh, changed
  from (
    select a.task_id,
           count(*) = count(distinct a.dimension) and min(a.recorded_at) = max(a.recorded_at)
             and min(a.effective_on) = max(a.effective_on)
             and not exists (select from tasks.fact f where f.task_id = a.task_id and f.fact_id < min(a.fact_id))
             and bool_and(a.state is distinct from 'cancelled') and bool_or(a.dimension = 'state')
             and bool_or(a.dimension = 'lead') and bool_or(a.dimension = 'followUp') as is_fresh
    from added a group by a.task_id
  ) n;
  if fresh is not null then
    insert into tasks.task_version (task_id, valid_from, valid_to, known_from, known_to, state, lead_agency_id,
                                    follow_up_agency_id, assigned_on, first_due_on, due_on, completed_on)
    select a.task_id, min(a.effective_on), 'infinity', min(a.recorded_at), 'infinity', max(a.state),
           max(a.agency_id) filter (where a.dimension = 'lead'),
           max(a.agency_id) filter (where a.dimension = 'followUp'), t.assigned_on,
           max(a.day) filter (where a.dimension = 'firstDue'),
           max(a.day) filter (where a.dimension = 'due'), max(a.day) filter (where a.dimension = 'completion')
    from added a join tasks.task t on t.task_id = a.task_id
    where a.task_id = any(fresh)
    group by a.task_id, t.assigned_on;
  end if;
  if changed is not null then
    perform tasks.refresh_versions(changed);
  end if;
  return null;
end
$$;
comment on function tasks.keep_versions is 'Brings the versions of tasks up to the facts just added.';
create trigger fact_makes_versions after insert on tasks.fact
referencing new table as added for each statement execute function tasks.keep_versions();

/* ----- the guard: the current state of a task matches its facts, or the transaction fails ----- */
create function tasks.agree() returns trigger
language plpgsql as $$
declare
  kept tasks.task;
  stated record;
begin
  select * into kept from tasks.task t where t.task_id = new.task_id;
  select v.state, v.lead_agency_id, v.follow_up_agency_id, v.first_due_on, v.due_on, v.completed_on into stated
  from tasks.task_version v where v.task_id = new.task_id and v.reported_to = 'infinity';
  if (case
    when kept.state = 'cancelled' then stated.state is not null
    else (kept.state, kept.lead_agency_id, kept.follow_up_agency_id, kept.first_due_on, kept.due_on, kept.completed_on)
         is distinct from (stated.state, stated.lead_agency_id, stated.follow_up_agency_id, stated.first_due_on, stated.due_on,
                           stated.completed_on)
  end) then
    raise exception 'task % does not agree with its facts', new.task_id
      using errcode = 'check_violation', constraint = 'task_agrees_with_facts', table = 'task', schema = 'tasks';
  end if;
  return null;
end
$$;
comment on function tasks.agree is 'Refuses, at the end of a transaction, a task that differs from its facts.';

create constraint trigger task_agrees_with_facts
after insert or update of state, lead_agency_id, follow_up_agency_id, first_due_on, due_on, completed_on on tasks.task
deferrable initially deferred for each row execute function tasks.agree();
create constraint trigger fact_agrees_with_task
after insert on tasks.fact
deferrable initially deferred for each row execute function tasks.agree();

/* ----- counts by day: points of series, sums of the changes ----- */
create function tasks.month_end(day date) returns date
language sql immutable parallel safe as $$
  select (date_trunc('month', day::timestamp) + interval '1 month - 1 day')::date
$$;
comment on function tasks.month_end is 'Last day of the month of a day.';

-- A version begins and ends; in between, an open task passes its due day and its first due day. For a few days these are few
-- among very many versions, and each kind is found by an index. The planner does not know the days and must not scan them all.
create function tasks.count_changes(after date, until date)
returns table (
  task_id bigint, lead_agency_id bigint, assigned_year integer, changed_on date, sign integer, standing text,
  first_standing text, awaiting integer
)
language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
begin
  return query
  select v.task_id, v.lead_agency_id, extract(year from v.assigned_on)::integer, c.changed_on, c.sign, c.standing,
         c.first_standing, case when c.awaiting then c.sign else 0 end
  from tasks.task_version v
  cross join lateral (
    values
      (v.reported_from, 1, tasks.standing(v.due_on, v.completed_on, v.reported_from),
       tasks.standing(v.first_due_on, v.completed_on, v.reported_from), v.state = 'reportedDone' and v.completed_on is null),
      (v.reported_to, -1, tasks.standing(v.due_on, v.completed_on, v.reported_to - 1),
       tasks.standing(v.first_due_on, v.completed_on, v.reported_to - 1), v.state = 'reportedDone' and v.completed_on is null),
      (case when v.completed_on is null and v.due_on >= v.reported_from and v.due_on < v.reported_to - 1 then v.due_on + 1 end,
       1, 'openOverdue', null, false),
      (case when v.completed_on is null and v.due_on >= v.reported_from and v.due_on < v.reported_to - 1 then v.due_on + 1 end,
       -1, 'openInTerm', null, false),
      (case when v.completed_on is null and v.first_due_on >= v.reported_from and v.first_due_on < v.reported_to - 1
            then v.first_due_on + 1 end, 1, null, 'openOverdue', false),
      (case when v.completed_on is null and v.first_due_on >= v.reported_from and v.first_due_on < v.reported_to - 1
            then v.first_due_on + 1 end, -1, null, 'openInTerm', false)
  ) c (changed_on, sign, standing, first_standing, awaiting)
  where (
      (v.reported_from < v.reported_to and v.reported_to > after and v.reported_to < 'infinity')
      or (v.reported_from < v.reported_to and v.reported_to = 'infinity' and v.reported_from > after)
      or (v.reported_to = 'infinity' and not v.is_done and v.due_order >= after and v.due_order < until)
      or (v.reported_to = 'infinity' and not v.is_done and v.first_due_on >= after and v.first_due_on < until)
    )
    and c.changed_on > after and c.changed_on <= until;
end
$$;
comment on function tasks.count_changes is 'The changes of each standing on the days after one day, up to another.';

-- The points of one kind of series after a day, from the changes in `pg_temp.change`.
create function tasks.write_points(series text, after date) returns integer
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  written integer;
begin
  delete from tasks.figure_point p using tasks.figure_series s
  where s.series_id = p.series_id and s.by = series and p.counted_on > after;
  create temporary table step on commit drop as
    select case series when 'all' then '' when 'agency' then c.agency when 'group' then c.group_title else c.source end as key,
           c.assigned_year, c.counted_on,
           case when series = 'source' then max(c.source_number) end as source_number,
           case when series = 'source' then max(c.source_title) end as source_title,
           coalesce(sum(c.sign) filter (where c.standing = 'doneOnTime'), 0) as done_on_time,
           coalesce(sum(c.sign) filter (where c.standing = 'doneLate'), 0) as done_late,
           coalesce(sum(c.sign) filter (where c.standing = 'openInTerm'), 0) as open_in_term,
           coalesce(sum(c.sign) filter (where c.standing = 'openOverdue'), 0) as open_overdue,
           coalesce(sum(c.sign) filter (where c.first_standing = 'doneOnTime'), 0) as first_done_on_time,
           coalesce(sum(c.sign) filter (where c.first_standing = 'doneLate'), 0) as first_done_late,
           coalesce(sum(c.sign) filter (where c.first_standing = 'openInTerm'), 0) as first_open_in_term,
           coalesce(sum(c.sign) filter (where c.first_standing = 'openOverdue'), 0) as first_open_overdue,
           sum(c.awaiting) as awaiting
    from pg_temp.change c
    group by 1, 2, 3;
  analyze pg_temp.step;
  insert into tasks.figure_series as s (by, key, assigned_year, source_number, source_title)
  select series, c.key, c.assigned_year, max(c.source_number), max(c.source_title)
  from pg_temp.step c
  group by c.key, c.assigned_year
  on conflict (by, key, assigned_year) do nothing;
  insert into tasks.figure_point (series_id, counted_on, done_on_time, done_late, open_in_term, open_overdue,
                                  first_done_on_time, first_done_late, first_open_in_term, first_open_overdue, awaiting)
  with base as (
    select s.series_id, s.key, s.assigned_year, p.done_on_time, p.done_late, p.open_in_term, p.open_overdue,
           p.first_done_on_time, p.first_done_late, p.first_open_in_term, p.first_open_overdue, p.awaiting
    from tasks.figure_series s
    left join lateral (
      select * from tasks.figure_point p
      where p.series_id = s.series_id and p.counted_on <= after
      order by p.counted_on desc limit 1
    ) p on true
    where s.by = series
  )
  select b.series_id, c.counted_on,
         coalesce(b.done_on_time, 0) + sum(c.done_on_time) over days,
         coalesce(b.done_late, 0) + sum(c.done_late) over days,
         coalesce(b.open_in_term, 0) + sum(c.open_in_term) over days,
         coalesce(b.open_overdue, 0) + sum(c.open_overdue) over days,
         coalesce(b.first_done_on_time, 0) + sum(c.first_done_on_time) over days,
         coalesce(b.first_done_late, 0) + sum(c.first_done_late) over days,
         coalesce(b.first_open_in_term, 0) + sum(c.first_open_in_term) over days,
         coalesce(b.first_open_overdue, 0) + sum(c.first_open_overdue) over days,
         coalesce(b.awaiting, 0) + sum(c.awaiting) over days
  from pg_temp.step c join base b on b.key = c.key and b.assigned_year = c.assigned_year
  window days as (partition by b.series_id order by c.counted_on);
  get diagnostics written = row_count;
  drop table pg_temp.step;
  return written;
end
$$;
comment on function tasks.write_points is 'Part of tasks.keep_counts, and runs with its rights; no other caller may write.';

-- No facts are added meanwhile. A fact recorded about a counted day moves figure_kept back (tasks.keep_versions). Writers at
-- work are waited for, two seconds at most, because new facts wait behind this lock. The caller tries again later. Only past
-- days are counted.
create function tasks.keep_counts(until date) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  since date;
  span record;
  written integer := 0;
begin
  until := least(until, tasks.day_of(now()) - 1);
  if until <= (select k.through from tasks.figure_kept k) then
    return 0;
  end if;
  lock table tasks.fact in share mode;
  select k.through into since from tasks.figure_kept k for update;
  if until <= since then
    return 0;
  end if;
  for span in
    select s.is_by_month, s.first_on - 1 as after, s.last_on as last
    from (
      values (false, since + 1, until),
             -- From the end of one month to the end of another.
             (true, date_trunc('month', (since + 1)::timestamp)::date, (date_trunc('month', (until + 1)::timestamp) - interval '1 day')::date)
    ) s (is_by_month, first_on, last_on)
    where s.first_on <= s.last_on
  loop
    create temporary table change on commit drop as
      select c.sign, c.standing, c.first_standing, c.awaiting, c.lead_agency_id::text as agency,
             t.source_kind || ':' || coalesce(t.source_id::text, t.source_number, '') as source,
             coalesce(t.group_title, '') as group_title, t.source_number, t.source_title,
             c.assigned_year,
             case when span.is_by_month then tasks.month_end(c.changed_on) else c.changed_on end as counted_on
      from tasks.count_changes(span.after, span.last) c
      join tasks.task t on t.task_id = c.task_id;
    if span.is_by_month then
      written := written + tasks.write_points('source', span.after) + tasks.write_points('group', span.after);
    else
      written := written + tasks.write_points('all', span.after) + tasks.write_points('agency', span.after);
    end if;
    drop table pg_temp.change;
  end loop;
  update tasks.figure_kept k set through = until;
  return written;
end
$$;
comment on function tasks.keep_counts is 'Counts the past days up to one day; returns how many points were written.';

create function tasks.recount_all() returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update tasks.figure_kept set through = '0001-01-01'
$$;
comment on function tasks.recount_all is 'Makes the next tasks.keep_counts count every day again.';

-- Versions are derived from facts by the database alone; debt is read from versions.

create function programme.end_of_day(day date) returns timestamptz
language sql immutable parallel safe as $$
  select (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
$$;
comment on function programme.end_of_day is 'First instant after a calendar day of Viet Nam.';

-- For each instant at which something was recorded or annulled, the days on which something became true by then; a version that
-- stays the same through several instants is one row.
create function programme.derive(items bigint[])
returns table (
  item_id bigint, valid_from date, valid_to date, known_from timestamptz, known_to timestamptz, state text, lead_agency_id bigint,
  level text, in_charge text, due_on date, first_due_on date, moves integer, submitted_on date
)
language sql stable as $$
  with
  told as (
    select f.*, coalesce(a.annulled_at, 'infinity') as told_to
    from programme.fact f left join programme.annulled_fact a on a.fact_id = f.fact_id where f.item_id = any(items)
  ),
  known as (
    select k.item_id, k.known_from, lead(k.known_from, 1, 'infinity') over (partition by k.item_id order by k.known_from) as known_to
    from (select t.item_id, t.recorded_at as known_from from told t
          union select t.item_id, t.told_to from told t where t.told_to < 'infinity') k
  ),
  days as (select distinct k.item_id, k.known_from, k.known_to, f.effective_on
           from known k join told f on f.item_id = k.item_id and f.recorded_at <= k.known_from and k.known_from < f.told_to),
  cells as (
    select d.*, lead(d.effective_on, 1, 'infinity') over (partition by d.item_id, d.known_from order by d.effective_on) as valid_to from days d
  ),
  seen as (
    select c.item_id, c.effective_on as valid_from, c.valid_to, c.known_from, c.known_to, s.*
    from cells c cross join lateral (
      select (array_agg(f.state order by f.effective_on desc, f.recorded_at desc, f.fact_id desc) filter (where f.dimension = 'state'))[1] as state,
             (array_agg(f.agency_id order by f.effective_on desc, f.recorded_at desc, f.fact_id desc) filter (where f.dimension = 'lead'))[1] as lead_agency_id,
             (array_agg(f.words order by f.effective_on desc, f.recorded_at desc, f.fact_id desc) filter (where f.dimension = 'level'))[1] as level,
             (array_agg(f.words order by f.effective_on desc, f.recorded_at desc, f.fact_id desc) filter (where f.dimension = 'inCharge'))[1] as in_charge,
             (array_agg(f.day order by f.effective_on desc, f.recorded_at desc, f.fact_id desc) filter (where f.dimension = 'due'))[1] as due_on,
             -- The first that was ever set, whatever was recorded since.
             (array_agg(f.day order by f.fact_id) filter (where f.dimension = 'due'))[1] as first_due_on,
             (count(*) filter (where f.dimension = 'due'))::integer - 1 as moves,
             max(f.effective_on) filter (where f.state = 'submitted') as last_submitted_on
      -- By index, not from `told`: that would read the facts of all these entries for each day of each.
      from programme.fact f left join programme.annulled_fact a on a.fact_id = f.fact_id
      where f.item_id = c.item_id and f.recorded_at <= c.known_from and c.known_from < coalesce(a.annulled_at, 'infinity')
        and f.effective_on <= c.effective_on
    ) s
  ),
  whole as (
    select s.item_id, s.valid_from, s.valid_to, s.known_from, s.known_to, s.state, s.lead_agency_id, s.level, s.in_charge, s.due_on,
           s.first_due_on, s.moves,
           case when s.state in ('submitted', 'complete', 'considered', 'revising', 'signed', 'issued') then s.last_submitted_on end as submitted_on
    from seen s where s.state is not null
  ),
  marked as (
    select w.*, case when lag(w.known_to) over same = w.known_from then 0 else 1 end as is_new from whole w
    window same as (partition by w.item_id, w.valid_from, w.valid_to, w.state, w.lead_agency_id, w.level, w.in_charge, w.due_on,
      w.first_due_on, w.moves, w.submitted_on order by w.known_from)
  ),
  run as (
    select m.*, sum(m.is_new) over (partition by m.item_id, m.valid_from, m.valid_to, m.state, m.lead_agency_id, m.level, m.in_charge, m.due_on,
      m.first_due_on, m.moves, m.submitted_on order by m.known_from) as place
    from marked m
  )
  select r.item_id, r.valid_from, r.valid_to, min(r.known_from), max(r.known_to), r.state, r.lead_agency_id, r.level, r.in_charge, r.due_on,
         r.first_due_on, r.moves, r.submitted_on
  from run r
  group by r.item_id, r.valid_from, r.valid_to, r.state, r.lead_agency_id, r.level, r.in_charge, r.due_on, r.first_due_on, r.moves,
           r.submitted_on, r.place
$$;
comment on function programme.derive is 'The versions of these entries, computed from their facts.';

create function programme.keep_versions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  touched bigint[] := array(select distinct f.item_id from new_fact f);
begin
  delete from programme.item_version v where v.item_id = any(touched);
  insert into programme.item_version select * from programme.derive(touched);
  return null;
end
$$;
comment on function programme.keep_versions is 'Versions follow the facts in the same statement.';

create function programme.keep_versions_of_annulled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  touched bigint[] := array(select distinct f.item_id from new_annulled a join programme.fact f on f.fact_id = a.fact_id);
begin
  delete from programme.item_version v where v.item_id = any(touched);
  insert into programme.item_version select * from programme.derive(touched);
  return null;
end
$$;
comment on function programme.keep_versions_of_annulled is 'Versions follow what was annulled in the same statement.';

create function programme.as_of(as_of date, known_before timestamptz)
returns setof programme.item_version
language sql stable parallel safe as $$
  select v.* from programme.item_version v
  where v.valid_from <= as_of and as_of < v.valid_to and v.known_from < known_before and known_before <= v.known_to
$$;
comment on function programme.as_of is 'Every entry as it was at the end of a day, from what was recorded before an instant.';

-- The same rule as standingOf in debt.ts.
create function programme.standing(state text, due_on date, over_through date) returns text
language sql immutable parallel safe as $$
  select case
    when state = 'registered' then 'registered'
    when state = 'stopped' then 'stopped'
    when state = 'issued' then 'done'
    when state in ('submitted', 'complete', 'considered', 'revising', 'signed') then 'submitted'
    when due_on <= over_through then 'owed'
    else 'inTerm'
  end
$$;
comment on function programme.standing is 'Where an entry stands at the end of a day; a file that was returned is not submitted.';

-- Of a period: only of what was owed at some time within it, for which few of all versions are read.
create function programme.debt_span(known_before timestamptz, first_on date default '-infinity', last_on date default 'infinity')
returns table (item_id bigint, from_on date, to_on date, began text, ended text)
language sql stable parallel safe as $$
  with
  touched as materialized (
    select distinct v.item_id from programme.item_version v
    where v.state in ('planned', 'returned') and v.valid_to >= first_on and v.valid_from <= last_on and v.due_on <= last_on
      and v.due_on < v.valid_to and v.known_from < known_before and known_before <= v.known_to
  ),
  segment as (
    select v.item_id, v.valid_from, v.valid_to, v.state, v.due_on from touched t join programme.item_version v on v.item_id = t.item_id
    where v.known_from < known_before and known_before <= v.known_to
  ),
  owed as (
    select s.item_id, greatest(s.valid_from, s.due_on) as from_on, s.valid_to as to_on
    from segment s where s.state in ('planned', 'returned') and greatest(s.valid_from, s.due_on) < s.valid_to
  ),
  marked as (
    select o.*, case when lag(o.to_on) over (partition by o.item_id order by o.from_on) = o.from_on then 0 else 1 end as is_new from owed o
  ),
  run as (select m.*, sum(m.is_new) over (partition by m.item_id order by m.from_on) as place from marked m),
  span as (select r.item_id, min(r.from_on) as from_on, max(r.to_on) as to_on from run r group by r.item_id, r.place)
  select s.item_id, s.from_on, s.to_on,
         case when exists (select from segment b where b.item_id = s.item_id and b.valid_to = s.from_on
                and b.state in ('submitted', 'complete', 'considered', 'revising')) then 'returned' else 'passed' end,
         case when s.to_on = 'infinity' then null
              when n.state = 'stopped' then 'stopped'
              when n.state in ('planned', 'returned') then 'moved'
              else 'submitted' end
  from span s
  left join segment n on n.item_id = s.item_id and n.valid_from = s.to_on
$$;
comment on function programme.debt_span is 'From which day to which each entry that was owed at some time of a period was owed, and what ended it: submission, a new due day, a stop.';

create function programme.debt_flow(first_on date, last_on date, known_before timestamptz)
returns table (owed_at_start integer, newly_owed integer, cleared integer, moved integer, stopped integer, owed_at_end integer)
language sql stable parallel safe as $$
  select (count(*) filter (where s.from_on < first_on and s.to_on >= first_on))::integer,
         (count(*) filter (where s.from_on between first_on and last_on))::integer,
         (count(*) filter (where s.to_on between first_on and last_on and s.ended <> 'stopped'))::integer,
         (count(*) filter (where s.to_on between first_on and last_on and s.ended = 'moved'))::integer,
         (count(*) filter (where s.to_on between first_on and last_on and s.ended = 'stopped'))::integer,
         (count(*) filter (where s.from_on <= last_on and s.to_on > last_on))::integer
  from programme.debt_span(known_before, first_on, last_on) s
$$;
comment on function programme.debt_flow is 'How the debt moved in a period: what was owed before it, what came, what went and how, what is owed at its end.';

create function programme.first_year(known_before timestamptz) returns integer
language sql stable parallel safe as $$
  select extract(year from min(greatest(v.valid_from, v.due_on)))::integer from programme.item_version v
  where v.state <> 'registered' and v.known_from < known_before and known_before <= v.known_to
$$;
comment on function programme.first_year is 'The first year in which an entry could be owed; null where there is none.';

create function programme.year_agrees() returns trigger language plpgsql set search_path = '' as $$
declare
  is_so boolean;
begin
  select (f.owed_at_start, f.newly_owed, f.cleared, f.moved, f.stopped, f.owed_at_end)
         = (new.owed_at_start, new.newly_owed, new.cleared, new.moved, new.stopped, new.owed_at_end)
    and f.owed_at_end = (select count(*) from programme.carried c where c.year = new.year)
    and new.restated = f.owed_at_start - coalesce((select p.owed_at_end from programme.year_close p where p.year = new.year - 1), 0)
  into is_so
  from programme.debt_flow(make_date(new.year, 1, 1), make_date(new.year, 12, 31), new.known_at) f;
  if is_so is not true then
    raise exception 'the year does not agree with its entries' using errcode = '23514', constraint = 'year_agrees';
  end if;
  -- Without this a year would begin with what no year before it ended with; without entries there is none.
  if new.year is distinct from coalesce((select max(p.year) + 1 from programme.year_close p where p.year <> new.year),
                                        programme.first_year(new.known_at)) then
    raise exception 'years are closed in their order' using errcode = '23514', constraint = 'year_in_order';
  end if;
  return null;
end
$$;
comment on function programme.year_agrees is 'A closed year holds what its entries give, begins with what the year before ended with, and carries over exactly what was owed.';

create trigger fact_makes_versions after insert on programme.fact
  referencing new table as new_fact for each statement execute function programme.keep_versions();
create trigger annulled_fact_makes_versions after insert on programme.annulled_fact
  referencing new table as new_annulled for each statement execute function programme.keep_versions_of_annulled();
create constraint trigger year_agrees after insert on programme.year_close
  deferrable initially deferred for each row execute function programme.year_agrees();

create function programme.item_agrees() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (
    select from programme.item i
    join programme.item_version v on v.item_id = i.item_id and v.known_to = 'infinity' and v.valid_to = 'infinity'
    where i.item_id = new.item_id
      and (i.state, i.lead_agency_id, i.level, i.due_on, i.first_due_on) = (v.state, v.lead_agency_id, v.level, v.due_on, v.first_due_on)
      and i.in_charge is not distinct from v.in_charge
  ) then
    raise exception 'the entry does not agree with its facts' using errcode = '23514', constraint = 'item_agrees_with_facts';
  end if;
  return null;
end
$$;
comment on function programme.item_agrees is 'An entry is as its facts say; checked at the end of the transaction.';
create constraint trigger item_agrees_with_facts after insert or update on programme.item
  deferrable initially deferred for each row execute function programme.item_agrees();

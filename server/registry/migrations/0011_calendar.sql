-- Bodies kept by people, on versions and within each other's lives; and the calendar of working days.

alter table registry.agency
  add column version integer not null default 1,
  add column changed_at timestamptz not null default now(),
  add column changed_by text not null default 'dieuhanh';
comment on column registry.agency.version is 'Counts every change to its periods, codes, other names and successions.';

-- Checked when the transaction ends, because ending one period and opening the next are two statements.
alter table registry.agency_code
  add constraint agency_code_in_life foreign key (agency_id, period valid)
    references registry.agency_period (agency_id, period valid) deferrable initially deferred;
alter table registry.agency_period
  add constraint agency_period_parent_there foreign key (parent_id, period valid)
    references registry.agency_period (agency_id, period valid) deferrable initially deferred,
  -- Local government has two levels since 01/7/2025; the districts of before are history.
  add constraint agency_period_district_is_past check (
    kind <> 'district' or (not upper_inf(valid) and upper(valid) <= date '2025-07-01')
  );

create function registry.refuse_succession_cycle() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if new.kind <> 'main' then
    return null;
  end if;
  -- Two halves of one cycle must not be written side by side, each without seeing the other.
  perform pg_catalog.pg_advisory_xact_lock(7111, 1);
  if exists (
    with recursive heir as (
      select new.new_agency_id as agency_id
      union
      select s.new_agency_id from registry.succession s join heir h on s.old_agency_id = h.agency_id where s.kind = 'main'
    )
    select from heir where heir.agency_id = new.old_agency_id
  ) then
    raise exception 'a body would take over from itself' using errcode = '23514', constraint = 'succession_no_cycle';
  end if;
  return null;
end
$$;
comment on function registry.refuse_succession_cycle is 'No body is, by any number of steps, the main successor of itself.';
create trigger succession_no_cycle after insert or update on registry.succession
  for each row execute function registry.refuse_succession_cycle();

create function registry.refuse_parent_cycle() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if new.parent_id is null then
    return null;
  end if;
  perform pg_catalog.pg_advisory_xact_lock(7111, 2);
  if exists (
    with recursive above as (
      select new.parent_id as agency_id, new.valid
      union
      select p.parent_id, p.valid * a.valid
      from registry.agency_period p join above a on p.agency_id = a.agency_id and p.valid && a.valid
      where p.parent_id is not null
    )
    select from above where above.agency_id = new.agency_id
  ) then
    raise exception 'a body would stand under itself' using errcode = '23514', constraint = 'agency_period_no_parent_cycle';
  end if;
  return null;
end
$$;
comment on function registry.refuse_parent_cycle is 'On no day does a body stand, by any number of steps, under itself.';
create trigger agency_period_no_parent_cycle after insert or update on registry.agency_period
  for each row execute function registry.refuse_parent_cycle();

create table registry.calendar (
  -- One row: what holds where nothing was announced for a year.
  is_only boolean not null default true,
  tet_days_before integer not null default 1,
  national_days_before integer not null default 1,
  -- Changes with every change of the calendar; who keeps a calendar reckoned before compares it.
  stamp uuid not null default uuidv7(),
  constraint calendar_pk primary key (is_only),
  constraint calendar_one check (is_only),
  constraint calendar_tet check (tet_days_before between 0 and 5),
  constraint calendar_national check (national_days_before between 0 and 1)
);
comment on table registry.calendar is 'How the days that the law leaves open fall in a year for which nothing is announced yet.';
insert into registry.calendar default values;

create table registry.calendar_year (
  year integer not null,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  constraint calendar_year_pk primary key (year),
  constraint calendar_year_range check (year between 1990 and 2099)
);
comment on table registry.calendar_year is 'A year whose official plan is known, wholly or in part; its version counts every change to it.';

create table registry.holiday_choice (
  year integer not null,
  holiday text not null,
  days_before integer not null,
  source text not null,
  confidence text not null default 'verified',
  constraint holiday_choice_pk primary key (year, holiday),
  constraint holiday_choice_year foreign key (year) references registry.calendar_year (year),
  constraint holiday_choice_holiday check (holiday in ('tet', 'nationalDay', 'cultureDay')),
  -- tet: days of the five before the first of the year; nationalDay: 1 is 01/9, 0 is 03/9; cultureDay: 1 from this year
  -- on, 0 no longer.
  constraint holiday_choice_days check (days_before between 0 and case holiday when 'tet' then 5 else 1 end),
  constraint holiday_choice_source check (source = btrim(source) and source <> ''),
  constraint holiday_choice_confidence check (confidence in ('verified', 'memory'))
);
comment on table registry.holiday_choice is 'What the Prime Minister decided for a year where the law leaves a choice (Bộ luật Lao động, Điều 112.3).';

create table registry.day_plan (
  day date not null,
  kind text not null,
  name text not null,
  -- The other day of a swap: the Saturday worked for a day off, and that day off.
  paired_day date,
  source text not null,
  confidence text not null default 'verified',
  constraint day_plan_pk primary key (day),
  constraint day_plan_kind check (kind in ('off', 'work')),
  constraint day_plan_name check (name = btrim(name) and name <> ''),
  constraint day_plan_pair check (paired_day is distinct from day),
  constraint day_plan_source check (source = btrim(source) and source <> ''),
  constraint day_plan_confidence check (confidence in ('verified', 'memory'))
);
comment on table registry.day_plan is 'Days that an official plan makes off or working, whatever the rule says of them.';

create function registry.stamp_calendar() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  update registry.calendar set stamp = pg_catalog.uuidv7();
  return null;
end
$$;
comment on function registry.stamp_calendar is 'Tells every server process that the calendar it reckoned is of before.';
create trigger holiday_choice_stamps after insert or update or delete on registry.holiday_choice
  for each statement execute function registry.stamp_calendar();
create trigger day_plan_stamps after insert or update or delete on registry.day_plan
  for each statement execute function registry.stamp_calendar();

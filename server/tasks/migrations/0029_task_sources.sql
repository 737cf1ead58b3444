-- What tasks come from is declared by rooms, not listed in a check.
create table tasks.source_kind (
  kind text not null,
  vi text not null,
  en text not null,
  path text,
  constraint source_kind_pk primary key (kind),
  constraint source_kind_letters check (kind ~ '^[a-z][A-Za-z]*$'),
  constraint source_kind_path check (path like '%:id%')
);
comment on table tasks.source_kind is 'Kinds of things that tasks come from, as the rooms declare them at each start: what one is called, and the address of its page in the console.';

-- Their words and addresses come as the server starts.
insert into tasks.source_kind (kind, vi, en) select distinct source_kind, source_kind, source_kind from tasks.task;
alter table tasks.task drop constraint task_source_kind;
alter table tasks.task
  add constraint task_source_declared foreign key (source_kind) references tasks.source_kind (kind);

drop index tasks.task_source_idx;
drop index tasks.task_archive_source_idx;
create index task_source_idx on tasks.task (source_kind, coalesce(source_id::text, source_number, ''));
comment on index tasks.task_source_idx is 'Tasks of a source, by its id or, where it has none, by its number.';

alter table tasks.figure_series drop constraint figure_series_by;
update tasks.figure_series set by = 'source' where by = 'directive';
alter table tasks.figure_series
  add constraint figure_series_by check (by in ('all', 'agency', 'source', 'group'));
comment on table tasks.figure_series is 'What is counted day by day: the tasks assigned in one year, all of them or those of a body, a source or a group. Written by the database alone.';
comment on table tasks.figure_point is 'Counts of a series from a day on: of all and of bodies on any day, of sources and groups at the ends of months. Written by the database alone.';

do $$
begin
  -- What the planner knows of the expression; an empty database learns it with its first rows.
  if exists (select from tasks.task) then
    analyze tasks.task;
  end if;
  -- Documents of an archive that have an id were counted by their number.
  create temporary table named on commit drop as
    select source_kind || ':' || coalesce(source_number, '') as before,
           source_kind || ':' || coalesce(source_id::text, source_number, '') as after
    from tasks.task where source_kind <> 'directive'
    group by 1, 2;
  -- Without it, and with `exists` for the count below, all names are gone through for each: hours at a million tasks.
  analyze pg_temp.named;
  analyze tasks.figure_series;
  if (select count(*) = count(distinct n.before) and count(*) = count(distinct n.after) from pg_temp.named n)
     -- None takes a name that another gives up: the names are unique while they change, too.
     and (select count(*) = 0 from pg_temp.named n join pg_temp.named o on o.before = n.after where n.before <> n.after) then
    update tasks.figure_series s set key = n.after
    from pg_temp.named n where s.by = 'source' and s.key = n.before and n.before <> n.after;
  else
    -- Two share a number, or one has two: what was counted of them cannot be told apart. All is counted anew by the job that counts
    -- at the start and every hour; until then figures are counted from the tasks.
    delete from tasks.figure_point p using tasks.figure_series s where s.series_id = p.series_id and s.by = 'source';
    delete from tasks.figure_series where by = 'source';
    update tasks.figure_kept set through = '0001-01-01';
  end if;
  drop table pg_temp.named;
end
$$;

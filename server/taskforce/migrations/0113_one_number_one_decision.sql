-- A decision to inspect has its number once in its task force and year. One that names several bodies is made in one act and is
-- one paper; each body has an inspection of its own under it.
create function taskforce.number_key(number text) returns text
language sql immutable strict parallel safe
return ltrim(regexp_replace(platform.fold(number), '\s', '', 'g'), '0');
comment on function taskforce.number_key is 'A number of a document however it was typed: "07/QĐ-TCT" is "7 /qđ-tct".';

create table taskforce.decision (
  decision_id bigint generated always as identity,
  task_force_id bigint not null,
  number text not null,
  number_key text not null generated always as (taskforce.number_key(number)) stored,
  decided_on date not null,
  year integer not null generated always as (extract(year from decided_on)::integer) stored,
  number_copy integer not null default 0,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint decision_pk primary key (decision_id),
  constraint decision_number_once unique (task_force_id, number_key, year, number_copy),
  constraint decision_task_force foreign key (task_force_id) references taskforce.task_force (task_force_id),
  constraint decision_number check (number ~ '\S')
);
comment on table taskforce.decision is 'A decision to inspect one or several bodies, as it was signed. Never changed, never deleted.';
comment on column taskforce.decision.number_key is 'See the function of this name.';
comment on column taskforce.decision.number_copy is 'How many decisions before it bear its number in its year: 0, except of those signed before this was refused.';
-- What was decided before of one number and day was one decision, as the guide said then.
insert into taskforce.decision (task_force_id, number, decided_on, number_copy, recorded_at, recorded_by)
select g.task_force_id, g.decision, g.decided_on,
       row_number() over (partition by g.task_force_id, taskforce.number_key(g.decision),
         extract(year from g.decided_on) order by g.recorded_at, g.decided_on, g.decision) - 1,
       g.recorded_at, g.recorded_by
from (select i.task_force_id, d.decision, d.decided_on, min(d.recorded_at) as recorded_at,
             (array_agg(d.recorded_by order by d.recorded_at, d.inspection_id))[1] as recorded_by
      from taskforce.inspection_decision d join taskforce.inspection i using (inspection_id)
      group by i.task_force_id, d.decision, d.decided_on) g;
create trigger decision_stays before delete or update on taskforce.decision
  for each row execute function taskforce.facts_stay();

drop trigger inspection_decision_put_off_once on taskforce.inspection_decision;
alter table taskforce.inspection_decision add column decision_id bigint;
update taskforce.inspection_decision d set decision_id = k.decision_id
from taskforce.inspection i, taskforce.decision k
where i.inspection_id = d.inspection_id
  and (k.task_force_id, k.number, k.decided_on) = (i.task_force_id, d.decision, d.decided_on);
alter table taskforce.inspection_decision
  alter column decision_id set not null,
  add constraint inspection_decision_in foreign key (decision_id) references taskforce.decision (decision_id);
comment on column taskforce.inspection_decision.decision_id is 'The decision that it is part of, with those on the other bodies that it names.';
create index inspection_decision_in_idx on taskforce.inspection_decision (decision_id);
comment on index taskforce.inspection_decision_in_idx is 'The inspections of a decision: the bodies that it names.';
create trigger inspection_decision_put_off_once before update on taskforce.inspection_decision
  for each row when (old.postponed_on is not null
    or (old.inspection_id, old.decision_no, old.decision, old.decided_on, old.subject_id, old.decision_id, old.recorded_at, old.recorded_by)
      is distinct from (new.inspection_id, new.decision_no, new.decision, new.decided_on, new.subject_id, new.decision_id, new.recorded_at, new.recorded_by))
  execute function taskforce.facts_stay();

-- Signed papers print a task whole, also where its title is cut short.
alter table taskforce.inspection_task add column words text;
comment on column taskforce.inspection_task.words is 'What the task says in full, as when it was decided; null for those decided before this was kept: their title.';

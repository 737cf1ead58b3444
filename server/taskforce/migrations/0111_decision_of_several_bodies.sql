-- One decision may inspect several bodies: its number and day are refused a second time only for the same body.
drop trigger inspection_decision_put_off_once on taskforce.inspection_decision;
alter table taskforce.inspection_decision add column subject_id bigint;
update taskforce.inspection_decision d set subject_id = i.subject_id
from taskforce.inspection i where i.inspection_id = d.inspection_id;
alter table taskforce.inspection add constraint inspection_of_subject unique (inspection_id, subject_id);
alter table taskforce.inspection_decision
  alter column subject_id set not null,
  drop constraint inspection_decision_of,
  add constraint inspection_decision_of foreign key (inspection_id, subject_id)
    references taskforce.inspection (inspection_id, subject_id),
  drop constraint inspection_decision_number_once,
  add constraint inspection_decision_number_once unique (decision, decided_on, subject_id);
comment on column taskforce.inspection_decision.subject_id is 'The body inspected, as when the inspection was planned: a decision may name several, each with an inspection of its own.';
create trigger inspection_decision_put_off_once before update on taskforce.inspection_decision
  for each row when (old.postponed_on is not null
    or (old.inspection_id, old.decision_no, old.decision, old.decided_on, old.subject_id, old.recorded_at, old.recorded_by)
      is distinct from (new.inspection_id, new.decision_no, new.decision, new.decided_on, new.subject_id, new.recorded_at, new.recorded_by))
  execute function taskforce.facts_stay();

-- A conclusion is a paper on one body. Conclusions that bear one number from before this was refused stay as they were signed.
alter table taskforce.inspection add column conclusion_copy integer not null default 0;
update taskforce.inspection i set conclusion_copy = c.copy
from (select inspection_id, row_number() over (partition by task_force_id, conclusion, concluded_on order by inspection_id) - 1 as copy
      from taskforce.inspection where conclusion is not null) c
where c.inspection_id = i.inspection_id and c.copy > 0;
comment on column taskforce.inspection.conclusion_copy is 'How many conclusions before it bear its number and day: 0, except of those signed before this was refused.';
create unique index inspection_conclusion_number_once on taskforce.inspection (task_force_id, conclusion, concluded_on, conclusion_copy)
  where conclusion is not null;
comment on index taskforce.inspection_conclusion_number_once is 'A task force uses the number of a conclusion once on a day.';

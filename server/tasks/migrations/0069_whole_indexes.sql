-- The same expression as URGENCY_LEVEL in filter.ts. Of all tasks, so that how many are urgent is known to the planner: a
-- page of 38,000 express tasks among a million is then found in its order, not collected and sorted.
drop index tasks.task_urgency_idx;
create index task_urgency_idx on tasks.task ((case
  when platform.fold(urgency) like '%hoa toc%' then 'express'
  when platform.fold(urgency) like '%thuong khan%' then 'veryUrgent'
  when platform.fold(urgency) like '%khan%' then 'urgent'
end));
comment on index tasks.task_urgency_idx is 'Tasks of urgent directives, found by how urgent they are.';

-- A past day asks for periods that were dropped since: an index without them was never used.
drop index tasks.period_day_idx;
create index period_day_idx on tasks.period (due_on, task_id);
comment on index tasks.period_day_idx is 'Period reports by the day they are due: the calendar of a filter.';

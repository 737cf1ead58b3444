-- The same expression as URGENCY_LEVEL in filter.ts.
create index task_urgency_idx on tasks.task ((case
  when platform.fold(urgency) like '%hoa toc%' then 'express'
  when platform.fold(urgency) like '%thuong khan%' then 'veryUrgent'
  when platform.fold(urgency) like '%khan%' then 'urgent'
end)) where urgency is not null;
comment on index tasks.task_urgency_idx is 'Tasks of urgent directives: a few of all, found by how urgent they are.';

create index period_day_idx on tasks.period (due_on, task_id) where dropped_at is null;
comment on index tasks.period_day_idx is 'Period reports by the day they are due: the calendar of a filter.';

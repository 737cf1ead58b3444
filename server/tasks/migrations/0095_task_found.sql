create index task_found_idx on tasks.task (assigned_on desc, task_id desc);
comment on index tasks.task_found_idx is 'What very common words find, the latest first.';

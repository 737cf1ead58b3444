-- A figure whose period begins before the data do says so: less was counted than there was.
alter table oversight.report_figure add column truncated text;
comment on column oversight.report_figure.truncated is 'Says so where the data begin later than the period it counts.';

-- Of one document a report counts all that it ever gave, from the same day in its words and in its tables.
update oversight.report set from_on = '1990-01-01' where source is not null and state in ('draft', 'submitted');

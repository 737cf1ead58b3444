comment on table worklists.bulk_result is 'The result of each task of a run, recorded in the transaction of its act, so that an interrupted run continues and does nothing twice.';
comment on table worklists.threshold is 'The two numbers of days that the work lists use; one row, set by administrators.';

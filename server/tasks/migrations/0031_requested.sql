-- What is asked for is "requested" everywhere: in columns, constraints and the API.
alter table tasks.request rename column asked_on to requested_on;
alter table tasks.request rename column asked_at to requested_at;
alter table tasks.request rename column asked_by to requested_by;
alter table tasks.request rename constraint request_transfer_names_body to request_transfer_names_agency;

alter table tasks.contribution rename column asked_by_agency_id to requested_by_agency_id;
alter table tasks.contribution rename column asked_what to requested_what;
alter table tasks.contribution rename column asked_due_on to requested_due_on;
alter table tasks.contribution rename column asked_on to requested_on;
alter table tasks.contribution rename column asked_at to requested_at;
alter table tasks.contribution rename column asked_by to requested_by;
alter table tasks.contribution rename constraint contribution_asked_by to contribution_requested_by;
alter table tasks.contribution rename constraint contribution_asked_whole to contribution_requested_whole;
alter index tasks.contribution_one_asked rename to contribution_one_requested;

comment on table tasks.contribution is 'The part a coordinating agency gives to a task, or was requested by the lead to give by a day.';
comment on index tasks.contribution_one_requested is 'One open request of a task to an agency at a time.';
comment on index tasks.contribution_task_idx is 'Contributions to a task by agency.';
comment on index tasks.contribution_agency_idx is 'What was requested of an agency and is not given.';

comment on index tasks.task_lead_idx is 'Tasks of an agency, the most urgent first.';
comment on index tasks.party_agency_idx is 'Tasks in which an agency has a part.';
comment on table tasks.subtask is 'Part of a task that its lead gives one of its own units; not a task itself, and in no statistics.';
comment on table tasks.subtask_report is 'What a unit reports on its sub-task, and what the agency that gave it answers, one row each time.';
comment on index tasks.task_version_urgency_idx is 'List of today, the most urgent first.';
comment on index tasks.task_version_lead_idx is 'List of today by agency, and the tasks of one agency.';
comment on index tasks.task_version_open_idx is 'Open tasks by state: the desk of an agency, the queue of the giver.';
comment on table tasks.figure_series is 'What is counted day by day: the tasks assigned in one year, all of them or those of an agency, a source or a group. Written by the database alone.';
comment on table tasks.figure_point is 'Counts of a series from a day on: of all and of agencies on any day, of sources and groups at the ends of months. Written by the database alone.';

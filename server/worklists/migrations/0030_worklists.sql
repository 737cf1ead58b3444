-- Lists of work become a room of their own above tasks, with the tables only they use.
create schema worklists;
comment on schema worklists is 'Lists of work: what waits for whom, the same act on many tasks, deadlines in calendars.';

-- The job that would finish these has another name from now on: whoever requested them sees that they ended.
update tasks.bulk_run set state = 'failed', ended_at = now() where state in ('waiting', 'running');

alter table tasks.bulk_run set schema worklists;
alter table tasks.bulk_result set schema worklists;
alter table worklists.bulk_run rename column asked_at to requested_at;
comment on table worklists.bulk_run is 'One act requested for many tasks, carried out by a job while its progress is shown.';

alter table tasks.watch set schema worklists;
alter table worklists.watch rename to threshold;
alter table worklists.threshold rename constraint watch_pk to threshold_pk;
alter table worklists.threshold rename constraint watch_only to threshold_only;
alter table worklists.threshold rename constraint watch_silent_days to threshold_silent_days;
alter table worklists.threshold rename constraint watch_soon_days to threshold_soon_days;
comment on table worklists.threshold is 'The two numbers of days that the lists of work go by; one row, set by administrators.';

alter table tasks.feed set schema worklists;
alter table worklists.feed rename to calendar_address;
alter table worklists.calendar_address rename column feed_id to calendar_address_id;
alter table worklists.calendar_address rename column made_at to added_at;
alter table worklists.calendar_address drop constraint feed_scope, drop constraint feed_body_named;
update worklists.calendar_address set scope = 'agency' where scope = 'body';
alter table worklists.calendar_address
  add constraint calendar_address_scope check (scope in ('mine', 'agency')),
  add constraint calendar_address_agency_named check ((scope = 'agency') = (agency_id is not null));
alter table worklists.calendar_address rename constraint feed_pk to calendar_address_pk;
alter table worklists.calendar_address rename constraint feed_sha256_once to calendar_address_sha256_once;
alter table worklists.calendar_address rename constraint feed_person to calendar_address_person;
alter table worklists.calendar_address rename constraint feed_agency to calendar_address_agency;
alter table worklists.calendar_address rename constraint feed_sha256 to calendar_address_sha256;
alter table worklists.calendar_address rename constraint feed_reads to calendar_address_reads;
alter index worklists.feed_person_idx rename to calendar_address_person_idx;
comment on table worklists.calendar_address is 'A secret address of a calendar of deadlines, until it is revoked; what it shows is decided at each reading.';

alter table notifications.notification
  add column is_mention boolean not null generated always as (why = 'mentioned') stored;
comment on column notifications.notification.is_mention is 'They were asked by name: a line of its own in the bell.';
drop index notifications.notification_line_idx;
drop index notifications.notification_unread_idx;
create index notification_line_idx on notifications.notification (person_id, on_day desc, event, is_mention, audit_id) where in_bell;
comment on index notifications.notification_line_idx is 'Days, lines and rows of a person''s bell, newest first.';
create index notification_unread_idx on notifications.notification (person_id, on_day desc, event, is_mention) where in_bell and read_at is null;
comment on index notifications.notification_unread_idx is 'How many lines a person has not read.';

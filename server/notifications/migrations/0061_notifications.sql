-- Notifications: who was told of which act, by which ways, and how each person wants to be told.
create schema notifications;
comment on schema notifications is 'Notifications: what people are told of acts that concern them, and how they want to be told.';

create table notifications.message (
  message_id bigint generated always as identity,
  audit_id bigint not null,
  event text not null,
  kind text not null,
  made_at timestamptz not null,
  by_name text not null,
  code text,
  title text not null,
  path text not null,
  note text,
  constraint message_pk primary key (message_id),
  constraint message_path check (path ~ '^/[a-z]'),
  constraint message_words check (title <> '' and kind <> '' and code <> '' and note <> '')
);
comment on table notifications.message is 'What an act told some people, in the words of its day: it does not change with the thing it is about.';
comment on column notifications.message.audit_id is 'platform.audit, which is for ever: without a foreign key, as its seals are.';
comment on column notifications.message.path is 'Where the console shows the thing.';

create table notifications.notification (
  person_id bigint not null,
  audit_id bigint not null,
  message_id bigint not null,
  on_day date not null,
  event text not null,
  agency_id bigint,
  why text not null,
  in_bell boolean not null,
  in_digest boolean not null,
  by_mail boolean not null,
  mail_id bigint,
  read_at timestamptz,
  constraint notification_pk primary key (person_id, audit_id),
  constraint notification_person foreign key (person_id) references registry.person (person_id),
  constraint notification_message foreign key (message_id) references notifications.message (message_id),
  constraint notification_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint notification_mail foreign key (mail_id) references platform.mail (mail_id),
  constraint notification_somehow check (in_bell or in_digest or by_mail),
  constraint notification_why check (why <> '')
);
comment on table notifications.notification is 'A person told of an act: once, by the ways they had chosen on that day.';
comment on column notifications.notification.agency_id is 'In whose name they are told; null: in their own.';
comment on column notifications.notification.mail_id is 'The message that brought it: at once or that of a day, never both.';
create index notification_line_idx on notifications.notification (person_id, on_day desc, event, audit_id) where in_bell;
comment on index notifications.notification_line_idx is 'Days, lines and rows of a person''s bell, newest first.';
create index notification_unread_idx on notifications.notification (person_id, on_day desc, event) where in_bell and read_at is null;
comment on index notifications.notification_unread_idx is 'How many lines a person has not read.';
create index notification_waiting_idx on notifications.notification (person_id, on_day) where mail_id is null and (in_digest or by_mail);
comment on index notifications.notification_waiting_idx is 'What no mail to a person has brought yet.';

create table notifications.preference (
  person_id bigint not null,
  kind text not null,
  way text not null,
  is_on boolean not null,
  constraint preference_pk primary key (person_id, kind, way),
  constraint preference_person foreign key (person_id) references registry.person (person_id),
  constraint preference_way check (way in ('bell', 'digest', 'mail')),
  constraint preference_bell_stays check (is_on or way <> 'bell' or kind not in ('assignment', 'reorganisation', 'sentBack'))
);
comment on table notifications.preference is 'Where a person wants something else than the default: for which kind, by which way.';

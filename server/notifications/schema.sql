-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- What an act told some people, in the words of its day: it does not change with the thing it is about.
create table notifications.message (
  message_id bigint generated always as identity,
  audit_id bigint not null, -- platform.audit, which is for ever: without a foreign key, as its seals are.
  event text not null,
  kind text not null,
  made_at timestamp with time zone not null,
  by_name text not null,
  code text,
  title text not null,
  path text not null, -- Where the console shows the thing.
  note text,
  constraint message_pk primary key (message_id),
  constraint message_path check (path ~ '^/[a-z]'::text),
  constraint message_words check (title <> ''::text and kind <> ''::text and code <> ''::text and note <> ''::text)
);

-- A person told of an act: once, by the ways they had chosen on that day.
create table notifications.notification (
  person_id bigint not null,
  audit_id bigint not null,
  message_id bigint not null,
  on_day date not null,
  event text not null,
  agency_id bigint, -- In whose name they are told; null: in their own.
  why text not null,
  in_bell boolean not null,
  in_digest boolean not null,
  by_mail boolean not null,
  mail_id bigint, -- The message that brought it: at once or that of a day, never both.
  read_at timestamp with time zone,
  is_mention boolean generated always as ((why = 'mentioned'::text)), -- They were asked by name: a line of its own in the bell.
  constraint notification_pk primary key (person_id, audit_id),
  constraint notification_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint notification_mail foreign key (mail_id) references platform.mail(mail_id),
  constraint notification_message foreign key (message_id) references notifications.message(message_id),
  constraint notification_person foreign key (person_id) references registry.person(person_id),
  constraint notification_somehow check (in_bell or in_digest or by_mail),
  constraint notification_why check (why <> ''::text)
);
-- Days, lines and rows of a person's bell, newest first.
create index notification_line_idx on notifications.notification using btree (person_id, on_day desc, event, is_mention, audit_id) where in_bell;
-- How many lines a person has not read.
create index notification_unread_idx on notifications.notification using btree (person_id, on_day desc, event, is_mention) where (in_bell and (read_at is null));
-- What no mail to a person has brought yet.
create index notification_waiting_idx on notifications.notification using btree (person_id, on_day) where ((mail_id is null) and (in_digest or by_mail));

-- Where a person wants something else than the default: for which kind, by which way.
create table notifications.preference (
  person_id bigint not null,
  kind text not null,
  way text not null,
  is_on boolean not null,
  constraint preference_pk primary key (person_id, kind, way),
  constraint preference_person foreign key (person_id) references registry.person(person_id),
  constraint preference_bell_stays check (is_on or way <> 'bell'::text or (kind <> all (array['assignment'::text, 'reorganisation'::text, 'sentBack'::text]))),
  constraint preference_way check (way = any (array['bell'::text, 'digest'::text, 'mail'::text]))
);

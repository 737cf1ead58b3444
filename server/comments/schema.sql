-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- One comment: who wrote it, in which post as it was then, and whether it was withdrawn. Its texts are its versions.
create table comments.comment (
  comment_id bigint generated always as identity,
  thread_id bigint not null,
  task_id bigint not null,
  audience text not null,
  author_id bigint not null,
  author_name text not null,
  author_title text,
  agency_id bigint not null,
  agency_name text not null,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint comment_pk primary key (comment_id),
  constraint comment_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint comment_author foreign key (author_id) references registry.person(person_id),
  constraint comment_thread foreign key (thread_id, task_id, audience) references comments.thread(thread_id, task_id, audience),
  constraint comment_version check (version >= 1),
  constraint comment_words check (author_name <> ''::text and author_title <> ''::text and agency_name <> ''::text)
);
-- How many comments of a task a person has not seen.
create index comment_task_idx on comments.comment using btree (task_id, comment_id);
-- The comments of a thread in their order, and the last ones.
create index comment_thread_idx on comments.comment using btree (thread_id, comment_id);

-- A text of a comment; a correction adds one. Never changed, never deleted.
create table comments.comment_version (
  comment_id bigint not null,
  version integer not null,
  body text not null,
  made_at timestamp with time zone not null,
  constraint comment_version_pk primary key (comment_id, version),
  constraint comment_version_comment foreign key (comment_id) references comments.comment(comment_id),
  constraint comment_version_body check (body ~ '\S'::text and char_length(body) <= 4000)
);

-- Up to which comment a person has seen those of a task.
create table comments.last_seen (
  person_id bigint not null,
  task_id bigint not null,
  comment_id bigint not null,
  constraint last_seen_pk primary key (person_id, task_id),
  constraint last_seen_comment foreign key (comment_id) references comments.comment(comment_id),
  constraint last_seen_person foreign key (person_id) references registry.person(person_id),
  constraint last_seen_task foreign key (task_id) references tasks.task(task_id)
);

-- Who is mentioned in a text, where, and under which name then. Never changed, never deleted.
create table comments.mention (
  comment_id bigint not null,
  version integer not null,
  starts_at integer not null, -- Place of the @ in the text, in UTF-16 units as JavaScript counts.
  ends_at integer not null,
  person_id bigint not null,
  name text not null,
  constraint mention_pk primary key (comment_id, version, starts_at),
  constraint mention_person foreign key (person_id) references registry.person(person_id),
  constraint mention_version foreign key (comment_id, version) references comments.comment_version(comment_id, version),
  constraint mention_name check (name <> ''::text),
  constraint mention_place check (starts_at >= 0 and ends_at > starts_at)
);

-- A comment and its replies, with the audience that its first comment was written for. Never changed, never deleted.
create table comments.thread (
  thread_id bigint generated always as identity,
  task_id bigint not null,
  audience text not null, -- shared: whoever may read the task; internal: the giver's side.
  constraint thread_pk primary key (thread_id),
  constraint thread_of_task unique (thread_id, task_id, audience),
  constraint thread_task foreign key (task_id) references tasks.task(task_id),
  constraint thread_audience check (audience = any (array['shared'::text, 'internal'::text]))
);
-- The threads of a task, newest first.
create index thread_task_idx on comments.thread using btree (task_id, thread_id desc) include (audience);

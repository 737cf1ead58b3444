-- Comments on a task: threads for everyone who may read it, or for the giver's side alone.
create schema comments;
comment on schema comments is 'Comments: what people write to each other about a task.';

create table comments.thread (
  thread_id bigint generated always as identity,
  task_id bigint not null,
  audience text not null,
  constraint thread_pk primary key (thread_id),
  constraint thread_task foreign key (task_id) references tasks.task (task_id),
  constraint thread_audience check (audience in ('shared', 'internal')),
  constraint thread_of_task unique (thread_id, task_id, audience)
);
comment on table comments.thread is 'A comment and its replies, with the audience that its first comment was written for. Never changed, never deleted.';
comment on column comments.thread.audience is 'shared: whoever may read the task; internal: the giver''s side.';
create index thread_task_idx on comments.thread (task_id, thread_id desc) include (audience);
comment on index comments.thread_task_idx is 'The threads of a task, newest first.';

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
  made_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint comment_pk primary key (comment_id),
  constraint comment_thread foreign key (thread_id, task_id, audience) references comments.thread (thread_id, task_id, audience),
  constraint comment_author foreign key (author_id) references registry.person (person_id),
  constraint comment_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint comment_words check (author_name <> '' and author_title <> '' and agency_name <> ''),
  constraint comment_version check (version >= 1)
);
comment on table comments.comment is 'One comment: who wrote it, in which post as it was then, and whether it was withdrawn. Its texts are its versions.';
create index comment_thread_idx on comments.comment (thread_id, comment_id);
comment on index comments.comment_thread_idx is 'The comments of a thread in their order, and the last ones.';
create index comment_task_idx on comments.comment (task_id, comment_id);
comment on index comments.comment_task_idx is 'How many comments of a task a person has not seen.';

create table comments.comment_version (
  comment_id bigint not null,
  version integer not null,
  body text not null,
  made_at timestamptz not null,
  constraint comment_version_pk primary key (comment_id, version),
  constraint comment_version_comment foreign key (comment_id) references comments.comment (comment_id),
  constraint comment_version_body check (body ~ '\S' and char_length(body) <= 4000)
);
comment on table comments.comment_version is 'A text of a comment; a correction adds one. Never changed, never deleted.';

create table comments.mention (
  comment_id bigint not null,
  version integer not null,
  starts_at integer not null,
  ends_at integer not null,
  person_id bigint not null,
  name text not null,
  constraint mention_pk primary key (comment_id, version, starts_at),
  constraint mention_version foreign key (comment_id, version) references comments.comment_version (comment_id, version),
  constraint mention_person foreign key (person_id) references registry.person (person_id),
  constraint mention_place check (starts_at >= 0 and ends_at > starts_at),
  constraint mention_name check (name <> '')
);
comment on table comments.mention is 'Who is mentioned in a text, where, and under which name then. Never changed, never deleted.';
comment on column comments.mention.starts_at is 'Place of the @ in the text, in UTF-16 units as JavaScript counts.';

create table comments.last_seen (
  person_id bigint not null,
  task_id bigint not null,
  comment_id bigint not null,
  constraint last_seen_pk primary key (person_id, task_id),
  constraint last_seen_person foreign key (person_id) references registry.person (person_id),
  constraint last_seen_task foreign key (task_id) references tasks.task (task_id),
  constraint last_seen_comment foreign key (comment_id) references comments.comment (comment_id)
);
comment on table comments.last_seen is 'Up to which comment a person has seen those of a task.';

-- The right to comment, for the roles that act: those that decide or carry out, urge, or follow agencies for the Task Force.
-- Not for technical administration, nor for auditors, who read.
alter table registry.role drop constraint role_rights;
create temporary table role_before_comments on commit drop as select * from registry.role;
update registry.role set rights = rights || array['task.comment']
  where rights && array['task.steer', 'task.carryOut', 'urge.prepare', 'urge.sign'] or sees = 'followed';
update registry.role now set version = now.version + 1, changed_at = now(), changed_by = 'nâng cấp phiên bản'
  from role_before_comments was where was.role = now.role and was.rights <> now.rights;
insert into platform.audit (actor_name, event, subject_kind, subject_id, before, after)
select 'nâng cấp phiên bản', 'role.changed', 'role', now.role, jsonb_build_object('rights', was.rights),
  jsonb_build_object('rights', now.rights)
from registry.role now join role_before_comments was using (role)
where was.rights <> now.rights and exists (select from registry.post o where o.role = now.role)
order by now.position;
set constraints platform.audit_sealed immediate;
set constraints platform.audit_sealed deferred;
alter table registry.role add constraint role_rights check (
  rights <@ array[
    'directive.review', 'task.steer', 'task.carryOut', 'task.comment', 'report.read', 'report.draft', 'report.prepare', 'report.sign',
    'urge.prepare', 'urge.sign', 'registry.keep', 'reorganisation.apply', 'people.keep', 'people.keepOwn', 'connection.keepOwn',
    'system.keep', 'audit.read', 'post.deputise'
  ]
);

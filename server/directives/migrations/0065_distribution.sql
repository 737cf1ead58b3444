-- Work given to a phrase for many agencies, given to each of them. One step for two rooms: neither part is of use alone.
create table tasks.collective (
  collective_id bigint generated always as identity,
  form text not null,
  named_as text not null,
  title text not null,
  members_on date not null,
  source_kind text not null,
  source_id bigint,
  source_ref text not null,
  from_task_id bigint,
  made_at timestamptz not null,
  made_by text not null,
  constraint collective_pk primary key (collective_id),
  constraint collective_from_task foreign key (from_task_id) references tasks.task (task_id),
  constraint collective_source_declared foreign key (source_kind) references tasks.source_kind (kind),
  constraint collective_once unique nulls not distinct (source_kind, source_id, source_ref),
  constraint collective_form check (form in ('each', 'shared')),
  constraint collective_words check (named_as <> '' and title <> '')
);
comment on table tasks.collective is 'Work given to several agencies under one name: a task for each of them, or one task in which each has a part. Never changed.';
comment on column tasks.collective.members_on is 'The day of which the members were those of the phrase.';
comment on column tasks.collective.from_task_id is 'The task that was distributed after it had been given; null where its document was distributed under review.';
create unique index collective_from_task_once on tasks.collective (from_task_id) where from_task_id is not null;
comment on index tasks.collective_from_task_once is 'A task is distributed once.';

alter table tasks.task add column collective_id bigint;
alter table tasks.task
  add constraint task_collective foreign key (collective_id) references tasks.collective (collective_id);
create index task_collective_idx on tasks.task (collective_id) where collective_id is not null;
comment on index tasks.task_collective_idx is 'Tasks given together; the few that figures count once instead of each.';

alter table tasks.party add column is_collective boolean not null default false;
comment on column tasks.party.is_collective is 'Named by a phrase for many agencies, of which none was chosen.';
update tasks.party set is_collective = true
where agency_id is null and named_as ~* '^(các|những|toàn bộ|tất cả)\s';

create table directives.distribution (
  distribution_id bigint generated always as identity,
  directive_id bigint not null,
  draft_id bigint not null,
  form text not null,
  party jsonb not null,
  members_on date not null,
  agencies jsonb not null,
  left_out jsonb not null,
  added jsonb not null,
  reason text,
  made_at timestamptz not null,
  made_by text not null,
  undone_at timestamptz,
  undone_by text,
  constraint distribution_pk primary key (distribution_id),
  constraint distribution_directive foreign key (directive_id) references directives.directive (directive_id),
  constraint distribution_draft foreign key (draft_id) references directives.draft (draft_id) on delete cascade,
  constraint distribution_form check (form in ('each', 'shared', 'coordinating')),
  constraint distribution_reasoned check (reason is not null or (left_out = '[]' and added = '[]')),
  constraint distribution_undone_whole check ((undone_at is null) = (undone_by is null))
);
comment on table directives.distribution is 'A party of a draft that is a phrase for many agencies, given to each of them; undone until the directive is confirmed.';
create index distribution_draft_idx on directives.distribution (draft_id) where undone_at is null;
comment on index directives.distribution_draft_idx is 'What was distributed of a draft.';
create index distribution_directive_idx on directives.distribution (directive_id) where undone_at is null;
comment on index directives.distribution_directive_idx is 'What was distributed of a directive, when it is confirmed.';

alter table directives.draft add column distribution_id bigint;
alter table directives.draft add constraint draft_distribution foreign key (distribution_id)
  references directives.distribution (distribution_id) on delete cascade;
comment on column directives.draft.distribution_id is 'The distribution that made it: one of several drafts in place of one.';
create index draft_distribution_idx on directives.draft (distribution_id) where distribution_id is not null;
comment on index directives.draft_distribution_idx is 'The drafts that a distribution made, when it is undone.';

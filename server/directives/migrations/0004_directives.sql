-- Documents in, what was read from them, and the review that turns them into tasks.
create schema directives;
comment on schema directives is 'Directives: the file, its reading, the draft under review, its confirmation into tasks.';

create table directives.directive (
  directive_id bigint generated always as identity,
  -- Names the bytes in platform.blob while is_file_kept; the hash outlives them.
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  -- False once the bytes were removed: a secret document, a dropped one.
  is_file_kept boolean not null default true,
  state text not null,
  progress integer not null default 0,
  progress_note text,
  -- When the reading last gave a sign of life, and how often it was begun: what lets a dead one be taken up again.
  progress_at timestamptz not null default now(),
  attempts integer not null default 0,
  failure_code text,
  failure text,
  number text,
  type text,
  issuer text,
  issuer_agency_id bigint,
  issued_on date,
  place text,
  subject text,
  signer text,
  urgency text,
  effect_on date,
  assigned_on date,
  edition integer not null default 1,
  replaces_id bigint,
  version integer not null default 1,
  uploaded_at timestamptz not null default now(),
  uploaded_by text not null,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  confirmed_at timestamptz,
  confirmed_by text,
  constraint directive_pk primary key (directive_id),
  constraint directive_issuer foreign key (issuer_agency_id) references registry.agency (agency_id),
  constraint directive_replaces foreign key (replaces_id) references directives.directive (directive_id),
  constraint directive_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint directive_state check (state in ('reading', 'failed', 'review', 'confirmed', 'dropped')),
  constraint directive_failed_says_why check ((state = 'failed') = (failure is not null)),
  constraint directive_confirmed_whole check ((state = 'confirmed') = (confirmed_at is not null)),
  constraint directive_progress check (progress between 0 and 100)
);
comment on table directives.directive is 'A directive as uploaded, and how far it has come on its way to tasks.';
create unique index directive_file_once on directives.directive (sha256) where state in ('reading', 'review', 'confirmed');
comment on index directives.directive_file_once is 'The same file is recognised when it comes again.';
create unique index directive_notation_once
  on directives.directive (platform.fold(number), platform.fold(issuer), issued_on, edition) where state = 'confirmed';
comment on index directives.directive_notation_once is 'The same document confirmed twice must say it is a new edition.';

create index directive_state_idx on directives.directive (state, directive_id desc);
comment on index directives.directive_state_idx is 'The list by state, newest first; readings to be taken up again.';

create table directives.reading (
  directive_id bigint not null,
  reading jsonb not null,
  extraction jsonb not null,
  read_at timestamptz not null default now(),
  constraint reading_pk primary key (directive_id),
  constraint reading_directive foreign key (directive_id) references directives.directive (directive_id)
);
comment on table directives.reading is 'The document as read and as first extracted; kept as it was, for ever.';

create table directives.draft (
  draft_id bigint generated always as identity,
  directive_id bigint not null,
  position integer not null,
  ref text not null,
  group_title text,
  title text not null,
  content text not null,
  span_start integer,
  span_end integer,
  content_start integer,
  content_end integer,
  -- Shapes of directives/shapes.ts: parties (with matched bodies and candidates), deadlines, targets, product, warnings.
  parties jsonb not null,
  deadlines jsonb not null,
  targets jsonb not null,
  product text,
  implements text[] not null default '{}',
  warnings jsonb not null,
  confidence real not null,
  is_dropped boolean not null default false,
  -- The task it became; an earlier edition's task when the reference had one already.
  task_id bigint,
  is_task_created boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  constraint draft_pk primary key (draft_id),
  constraint draft_directive foreign key (directive_id) references directives.directive (directive_id),
  constraint draft_task foreign key (task_id) references tasks.task (task_id),
  constraint draft_created_has_task check (not is_task_created or task_id is not null),
  constraint draft_span check ((span_start is null) = (span_end is null) and span_start <= span_end),
  constraint draft_content_span check ((content_start is null) = (content_end is null) and content_start <= content_end),
  constraint draft_title check (title <> '' and content <> '')
);
comment on table directives.draft is 'A task under review; nothing is a task before the directive is confirmed.';
create unique index draft_ref_once on directives.draft (directive_id, ref) where not is_dropped;
comment on index directives.draft_ref_once is 'References of one directive''s kept drafts do not repeat.';
create index draft_directive_idx on directives.draft (directive_id, position);
comment on index directives.draft_directive_idx is 'Drafts of a directive in document order.';
create index draft_task_idx on directives.draft (task_id) where task_id is not null;
comment on index directives.draft_task_idx is 'The directives a task comes from, for who may read them.';

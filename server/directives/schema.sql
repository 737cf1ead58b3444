-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- A directive as uploaded, and its progress towards tasks.
create table directives.directive (
  directive_id bigint generated always as identity,
  sha256 text not null,
  file_name text not null,
  media_type text not null,
  size_bytes bigint not null,
  is_file_kept boolean not null default true,
  state text not null,
  progress integer not null default 0,
  progress_note text,
  progress_at timestamp with time zone not null default now(),
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
  uploaded_at timestamp with time zone not null default now(),
  uploaded_by text not null,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  compared_at timestamp with time zone,
  searched text generated always as (platform.fold(((((((((COALESCE(number, ''::text) || ' '::text) || COALESCE(type, ''::text)) || ' '::text) || COALESCE(subject, ''::text)) || ' '::text) || COALESCE(issuer, ''::text)) || ' '::text) || file_name))),
  constraint directive_pk primary key (directive_id),
  constraint directive_issuer foreign key (issuer_agency_id) references registry.agency(agency_id),
  constraint directive_replaces foreign key (replaces_id) references directives.directive(directive_id),
  constraint directive_confirmed_whole check ((state = 'confirmed'::text) = (confirmed_at is not null)),
  constraint directive_failed_says_why check ((state = 'failed'::text) = (failure is not null)),
  constraint directive_progress check (progress >= 0 and progress <= 100),
  constraint directive_sha256 check (sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint directive_state check (state = any (array['reading'::text, 'failed'::text, 'review'::text, 'confirmed'::text, 'dropped'::text]))
);
-- Confirmed directives in the order of their confirmation, for the export of labelled documents.
create index directive_confirmed_idx on directives.directive using btree (confirmed_at, directive_id) where (state = 'confirmed'::text);
-- A file that is uploaded again is recognised.
create unique index directive_file_once on directives.directive using btree (sha256) where (state = any (array['reading'::text, 'review'::text, 'confirmed'::text]));
-- What very common words find, the latest first.
create index directive_found_idx on directives.directive using btree (coalesce(issued_on, '-infinity'::date) desc, directive_id desc);
-- A document confirmed a second time must be marked as a new edition.
create unique index directive_notation_once on directives.directive using btree (platform.fold(number), platform.fold(issuer), issued_on, edition) where (state = 'confirmed'::text);
-- Search that ignores marks.
create index directive_search_idx on directives.directive using gin (searched gin_trgm_ops);
-- The list by state, newest first; readings to resume.
create index directive_state_idx on directives.directive using btree (state, directive_id desc);
-- Confirmed before outcomes were kept: those the job still has to compare.
create index directive_uncompared_idx on directives.directive using btree (directive_id) where ((state = 'confirmed'::text) and (compared_at is null));

-- A party of a draft that is a phrase for many agencies, given to each of them; undone until the directive is confirmed.
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
  made_at timestamp with time zone not null,
  made_by text not null,
  undone_at timestamp with time zone,
  undone_by text,
  constraint distribution_pk primary key (distribution_id),
  constraint distribution_directive foreign key (directive_id) references directives.directive(directive_id),
  constraint distribution_draft foreign key (draft_id) references directives.draft(draft_id) on delete cascade,
  constraint distribution_form check (form = any (array['each'::text, 'shared'::text, 'coordinating'::text])),
  constraint distribution_reasoned check (reason is not null or left_out = '[]'::jsonb and added = '[]'::jsonb),
  constraint distribution_undone_whole check ((undone_at is null) = (undone_by is null))
);
-- What was distributed of a directive, when it is confirmed.
create index distribution_directive_idx on directives.distribution using btree (directive_id) where (undone_at is null);
-- What was distributed of a draft.
create index distribution_draft_idx on directives.distribution using btree (draft_id) where (undone_at is null);

-- A task under review; nothing is a task before the directive is confirmed.
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
  parties jsonb not null,
  deadlines jsonb not null,
  targets jsonb not null,
  product text,
  implements text[] not null default '{}'::text[],
  warnings jsonb not null,
  confidence real not null,
  is_dropped boolean not null default false,
  task_id bigint,
  is_task_created boolean not null default false,
  version integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null,
  checked_by text, -- Who found that what was doubted is right as it stands; empty again once the content changes.
  checked_at timestamp with time zone,
  distribution_id bigint, -- The distribution that made it: one of several drafts in place of one.
  constraint draft_pk primary key (draft_id),
  constraint draft_directive foreign key (directive_id) references directives.directive(directive_id),
  constraint draft_distribution foreign key (distribution_id) references directives.distribution(distribution_id) on delete cascade,
  constraint draft_task foreign key (task_id) references tasks.task(task_id),
  constraint draft_checked check ((checked_by is null) = (checked_at is null)),
  constraint draft_content_span check ((content_start is null) = (content_end is null) and content_start <= content_end),
  constraint draft_created_has_task check (not is_task_created or task_id is not null),
  constraint draft_span check ((span_start is null) = (span_end is null) and span_start <= span_end),
  constraint draft_title check (title <> ''::text and content <> ''::text)
);
-- Drafts of a directive in document order.
create index draft_directive_idx on directives.draft using btree (directive_id, "position");
-- The drafts that a distribution made, when it is undone.
create index draft_distribution_idx on directives.draft using btree (distribution_id) where (distribution_id is not null);
-- References of one directive's kept drafts do not repeat.
create unique index draft_ref_once on directives.draft using btree (directive_id, ref) where (not is_dropped);
-- The directives a task comes from, to decide who may read them.
create index draft_task_idx on directives.draft using btree (task_id) where (task_id is not null);

-- A label of a line or column as this office writes it, and what the words after it are.
create table directives.label (
  label_id bigint generated always as identity,
  phrase text not null,
  folded text generated always as (platform.fold(phrase)),
  role text not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  version integer not null default 1,
  constraint label_pk primary key (label_id),
  constraint label_phrase check (phrase <> ''::text and phrase !~ '^\s|\s$|\s\s'::text and length(phrase) <= 100),
  constraint label_role check (role = any (array['lead'::text, 'coordinating'::text, 'deadline'::text, 'product'::text, 'target'::text, 'content'::text, 'other'::text])),
  constraint label_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
-- One phrase in force means one thing, whatever its case and marks.
create unique index label_once on directives.label using btree (folded) where (withdrawn_at is null);
-- Labels that were withdrawn, in the order of their words.
create index label_withdrawn_idx on directives.label using btree (folded, label_id) where (withdrawn_at is not null);

-- One value that was read or added by hand: what was suggested, what was confirmed.
create table directives.outcome (
  outcome_id bigint generated always as identity,
  directive_id bigint not null,
  ref text,
  field text not null,
  suggested jsonb,
  confirmed jsonb,
  verdict text not null,
  confidence real,
  type text not null,
  agency_id bigint,
  reader text not null default 'rules'::text,
  confirmed_on date not null,
  model text, -- Of the second reader, as the installation named it then; null for a server that has only one.
  constraint outcome_pk primary key (outcome_id),
  constraint outcome_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint outcome_directive foreign key (directive_id) references directives.directive(directive_id),
  constraint outcome_confidence check ((confidence is null) = (suggested is null) and confidence >= 0::double precision and confidence <= 1::double precision),
  constraint outcome_field check (field = any (array['number'::text, 'type'::text, 'issuer'::text, 'issuedOn'::text, 'subject'::text, 'task'::text, 'group'::text, 'lead'::text, 'coordinating'::text, 'deadline'::text, 'target'::text])),
  constraint outcome_model check (model is null or reader = 'secondReader'::text),
  constraint outcome_reader check (reader <> ''::text),
  constraint outcome_readers check (reader = any (array['rules'::text, 'secondReader'::text])),
  constraint outcome_values check (coalesce(jsonb_typeof(suggested -> 'text'::text) = 'string'::text, true) and coalesce(jsonb_typeof(confirmed -> 'text'::text) = 'string'::text, true)),
  constraint outcome_verdict check (
case verdict
    when 'right'::text then suggested is not null and confirmed is not null
    when 'changed'::text then suggested is not null and confirmed is not null
    when 'added'::text then suggested is null and confirmed is not null
    when 'dropped'::text then suggested is not null and confirmed is null
    else false
end)
);
-- The rows behind one correction.
create index outcome_correction_idx on directives.outcome using btree (((suggested ->> 'text'::text)), confirmed_on desc, outcome_id desc) where (verdict = 'changed'::text);
-- Every outcome of some months, newest first.
create index outcome_day_idx on directives.outcome using btree (confirmed_on desc, outcome_id desc);
-- Outcomes of one directive.
create index outcome_directive_idx on directives.outcome using btree (directive_id);
-- The rows behind one figure of one field.
create index outcome_field_idx on directives.outcome using btree (field, verdict, confirmed_on desc, outcome_id desc);
-- What the second reader suggested in some months: the few among the many.
create index outcome_second_reader_idx on directives.outcome using btree (confirmed_on desc, outcome_id desc) where (reader = 'secondReader'::text);
-- What was not right in some months: the few among the many.
create index outcome_wrong_idx on directives.outcome using btree (confirmed_on desc, outcome_id desc) where (verdict <> 'right'::text);

-- How many outcomes of each kind a month has; always the sum of the outcomes.
create table directives.outcome_count (
  month date not null,
  type text not null,
  reader text not null,
  field text not null,
  verdict text not null,
  band text not null,
  outcomes bigint not null,
  model text not null, -- Of the second reader; empty for the rules, and for a server that has only one.
  constraint outcome_count_pk primary key (month, type, reader, model, field, verdict, band),
  constraint outcome_count_band check (band = any (array['high'::text, 'middle'::text, 'low'::text, 'none'::text])),
  constraint outcome_count_month check (month = date_trunc('month'::text, month::timestamp with time zone)::date),
  constraint outcome_count_positive check (outcomes > 0)
);

-- An order given outside the documents of the system, with its basis: who, when, in what form. Never changed, never deleted.
create table directives.outside_order (
  outside_order_id bigint generated always as identity,
  form text not null,
  given_by text not null,
  given_on date not null,
  about text not null,
  document_number text,
  document_on date,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint outside_order_pk primary key (outside_order_id),
  constraint outside_order_file foreign key (sha256) references platform.blob(sha256),
  constraint outside_order_document_by_then check (form <> 'document'::text or document_on <= given_on),
  constraint outside_order_document_whole check ((document_number is null) = (document_on is null)),
  constraint outside_order_file_whole check (num_nulls(sha256, file_name, media_type, size_bytes) = any (array[0, 4])),
  constraint outside_order_form check (form = any (array['meeting'::text, 'phone'::text, 'document'::text, 'inPerson'::text])),
  constraint outside_order_paper_is_named check (form <> 'document'::text or document_number is not null),
  constraint outside_order_words check (given_by <> ''::text and about <> ''::text)
);
-- The list, newest first.
create index outside_order_given_idx on directives.outside_order using btree (given_on desc, outside_order_id desc);
-- What refers to a file, when the file is given up or purged.
create index outside_order_sha256_idx on directives.outside_order using btree (sha256) where (sha256 is not null);

-- The tasks entered from an order given outside, in order. Never changed, never deleted.
create table directives.outside_order_task (
  outside_order_id bigint not null,
  task_id bigint not null,
  position integer not null,
  constraint outside_order_task_pk primary key (outside_order_id, "position"),
  constraint outside_order_task_once unique (task_id),
  constraint outside_order_task_order foreign key (outside_order_id) references directives.outside_order(outside_order_id),
  constraint outside_order_task_task foreign key (task_id) references tasks.task(task_id)
);

-- The document as read and as first extracted; kept unchanged forever.
create table directives.reading (
  directive_id bigint not null,
  reading jsonb not null,
  extraction jsonb not null,
  read_at timestamp with time zone not null default now(),
  searched text generated always as (regexp_replace(platform.fold((reading ->> 'text'::text)), '\s+'::text, ' '::text, 'g'::text)),
  constraint reading_pk primary key (directive_id),
  constraint reading_directive foreign key (directive_id) references directives.directive(directive_id)
);
-- Words of documents, for the search over everything.
create index reading_searched_idx on directives.reading using gin (searched gin_trgm_ops);

-- A passage put to the second reader, and what came of it. Never changed, never deleted.
create table directives.second_reading (
  second_reading_id bigint generated always as identity,
  directive_id bigint not null,
  ref text,
  span_start integer not null,
  span_end integer not null,
  model text,
  outcome text not null,
  milliseconds integer not null,
  accepted integer not null,
  absent integer not null,
  unread integer not null,
  asked_at timestamp with time zone not null default now(),
  constraint second_reading_pk primary key (second_reading_id),
  constraint second_reading_directive foreign key (directive_id) references directives.directive(directive_id),
  constraint second_reading_only_answers_count check (outcome = 'answered'::text or accepted = 0 and absent = 0 and unread = 0),
  constraint second_reading_outcome check (outcome = any (array['answered'::text, 'late'::text, 'unreachable'::text, 'refused'::text, 'unusable'::text, 'skipped'::text])),
  constraint second_reading_span check (span_start <= span_end)
);
-- What was asked about one directive.
create index second_reading_directive_idx on directives.second_reading using btree (directive_id);

-- How much of a confirmed document an agency with a task in it may read; one row.
create table directives.setting (
  setting_id integer not null default 1,
  shares text not null default 'whole'::text,
  version integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null default 'hệ thống'::text,
  constraint setting_pk primary key (setting_id),
  constraint setting_one check (setting_id = 1),
  constraint setting_shares check (shares = any (array['whole'::text, 'ownTasks'::text]))
);

-- Documents that come in: arrived, checked, registered, presented, assigned, handled. Facts about a document are appended; its row
-- holds where it stands.
create schema if not exists records;

create table records.incoming (
  incoming_id bigint generated always as identity,
  -- The body whose clerk keeps the book; it follows reorganisations.
  agency_id bigint not null,
  state text not null default 'arrived',
  arrived_at timestamptz not null,
  arrived_by text not null,
  way text not null,
  -- By when it is registered: from its arrival, the rule of that day and whether it is urgent (`clock.ts`).
  register_due_at timestamptz not null,
  -- What the document says of itself. Empty until a clerk has confirmed what the text proposes.
  described_at timestamptz,
  described_by text,
  sender_id bigint,
  sender_name text,
  notation text,
  issued_on date,
  kind text,
  about text,
  signer_name text,
  is_urgent boolean not null default false,
  addressed_to text,
  pages integer,
  -- What the clerk found: authentic and addressed to this body.
  checked_at timestamptz,
  checked_by text,
  is_authentic boolean,
  check_words text,
  register text,
  year integer,
  number integer,
  number_written text,
  registered_at timestamptz,
  registered_by text,
  presented_to_id bigint,
  presented_at timestamptz,
  presented_by text,
  presented_words text,
  -- When it was first given to someone.
  assigned_at timestamptz,
  due_on date,
  needs_answer boolean not null default false,
  done_at timestamptz,
  done_words text,
  returned_at timestamptz,
  returned_reason text,
  -- It has a mark of secrecy: its files are gone, and this row says why.
  refused_at timestamptz,
  refused_reason text,
  -- Another row that is the same document; a person has decided so.
  same_as_id bigint,
  directive_id bigint,
  is_sample boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint incoming_pk primary key (incoming_id),
  constraint incoming_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint incoming_sender foreign key (sender_id) references registry.agency (agency_id),
  constraint incoming_kind foreign key (kind) references registry.document_kind (kind),
  constraint incoming_presented_to foreign key (presented_to_id) references registry.person (person_id),
  constraint incoming_same_as foreign key (same_as_id) references records.incoming (incoming_id),
  constraint incoming_directive foreign key (directive_id) references directives.directive (directive_id),
  constraint incoming_register foreign key (register, year) references registry.document_register (register, year),
  constraint incoming_number_once unique (register, year, number_written),
  constraint incoming_state check (state in ('arrived', 'registered', 'presented', 'assigned', 'underway', 'done', 'returned', 'refused')),
  constraint incoming_way check (way in ('upload', 'scan', 'mail', 'exchange')),
  constraint incoming_described check (num_nonnulls(described_at, described_by) in (0, 2)),
  constraint incoming_checked check (num_nonnulls(checked_at, checked_by, is_authentic) in (0, 3)),
  -- A number stands for a document that was checked, and that says what it is.
  constraint incoming_registered check (
    (state in ('arrived', 'returned', 'refused') or num_nonnulls(register, year, number, number_written, registered_at, registered_by) = 6)
    and (registered_at is null or num_nonnulls(checked_at, sender_name, about) = 3)),
  constraint incoming_authentic check (registered_at is null or is_authentic),
  constraint incoming_returned check ((state = 'returned') = (returned_at is not null) and (returned_at is null) = (returned_reason is null)),
  constraint incoming_refused check ((state = 'refused') = (refused_at is not null) and (refused_at is null) = (refused_reason is null)),
  constraint incoming_done check ((state = 'done') = (done_at is not null)),
  constraint incoming_not_itself check (same_as_id <> incoming_id),
  constraint incoming_words check (
    sender_name ~ '\S' and notation ~ '\S' and about ~ '\S' and signer_name ~ '\S' and addressed_to ~ '\S' and check_words ~ '\S'
    and presented_words ~ '\S' and done_words ~ '\S' and returned_reason ~ '\S'),
  constraint incoming_pages check (pages > 0)
);
comment on table records.incoming is 'A document that came to a body, from its arrival to its end (Nghị định 30/2020/NĐ-CP, Điều 20-24).';
create index incoming_desk_idx on records.incoming (agency_id, state, arrived_at desc, incoming_id desc);
comment on index records.incoming_desk_idx is 'The clerk''s desk and the lists by state, latest first.';
create index incoming_latest_idx on records.incoming (agency_id, arrived_at desc, incoming_id desc);
comment on index records.incoming_latest_idx is 'All documents of a body, latest first.';
create index incoming_search_idx on records.incoming using gin (
  platform.fold(coalesce(notation, '') || ' ' || coalesce(sender_name, '') || ' ' || coalesce(about, '')) gin_trgm_ops);
comment on index records.incoming_search_idx is 'Search by number, sender and subject, with marks and without.';
create index incoming_about_idx on records.incoming using gin (platform.fold(about) gin_trgm_ops);
comment on index records.incoming_about_idx is 'Which subjects are like another.';
create index incoming_directive_idx on records.incoming (directive_id) where directive_id is not null;
comment on index records.incoming_directive_idx is 'With which document a directive came.';
create index incoming_book_idx on records.incoming (register, year, number);
comment on index records.incoming_book_idx is 'The book of incoming documents in the order of its numbers.';
create index incoming_notation_idx on records.incoming (agency_id, notation, issued_on);
comment on index records.incoming_notation_idx is 'Whether a document came before, by its number and day.';
create index incoming_presented_idx on records.incoming (presented_to_id, state) where presented_to_id is not null;
comment on index records.incoming_presented_idx is 'What waits for a leader to assign.';

create table records.file_text (
  sha256 bytea not null,
  state text not null default 'waiting',
  -- Recognised letters of a scan, or the text the file carries.
  is_recognised boolean not null default false,
  text text,
  pages integer,
  -- How far the reading is, 0 to 100, and what it does; at the end why there is no text.
  percent integer not null default 0,
  note text,
  read_at timestamptz,
  -- What the text says of its document (`incoming-head.ts`): proposed to the clerk, never taken unseen.
  head jsonb,
  -- A tsvector holds a megabyte: of longer texts the first 400,000 letters are found.
  search tsvector generated always as (to_tsvector('simple', left(coalesce(platform.fold(text), ''), 400000))) stored,
  constraint file_text_pk primary key (sha256),
  constraint file_text_blob foreign key (sha256) references platform.blob (sha256),
  constraint file_text_state check (state in ('waiting', 'read', 'empty', 'unreadable')),
  constraint file_text_read check ((state = 'read') = (text is not null))
);
comment on table records.file_text is 'The words of a file, for search. Kept beside it: the file itself is never written again.';
create index file_text_search_idx on records.file_text using gin (search);
comment on index records.file_text_search_idx is 'Full text search over documents and attachments, with marks and without.';

create table records.signature_check (
  sha256 bytea not null,
  checked_at timestamptz not null,
  -- Of the worst signature; unsigned: the file has none.
  state text not null,
  verdicts jsonb not null,
  constraint signature_check_pk primary key (sha256, checked_at),
  constraint signature_check_blob foreign key (sha256) references platform.blob (sha256),
  constraint signature_check_state check (state in ('unsigned', 'valid', 'unverifiable', 'invalid'))
);
comment on table records.signature_check is 'What the signatures of a file were found to be, each time they were looked at. Never changed, never deleted.';

create table records.incoming_file (
  incoming_file_id bigint generated always as identity,
  incoming_id bigint not null,
  position integer not null,
  is_main boolean not null,
  name text not null,
  media_type text not null,
  sha256 bytea not null,
  size integer not null,
  added_at timestamptz not null,
  added_by text not null,
  constraint incoming_file_pk primary key (incoming_file_id),
  constraint incoming_file_of foreign key (incoming_id) references records.incoming (incoming_id),
  constraint incoming_file_blob foreign key (sha256) references platform.blob (sha256),
  constraint incoming_file_position unique (incoming_id, position),
  constraint incoming_file_name check (name ~ '\S')
);
comment on table records.incoming_file is 'The files of a document that came in, as they came: bytes are never changed.';
create unique index incoming_file_one_main on records.incoming_file (incoming_id) where is_main;
comment on index records.incoming_file_one_main is 'A document has one main file.';
create index incoming_file_bytes_idx on records.incoming_file (sha256);
comment on index records.incoming_file_bytes_idx is 'Whether the same bytes came before, and whose a found text is.';

create table records.handling (
  handling_id bigint generated always as identity,
  incoming_id bigint not null,
  -- A unit, or a person.
  agency_id bigint,
  person_id bigint,
  -- The unit, or that of the person's post on the day it was given: whose work it is in figures.
  unit_id bigint not null,
  part text not null,
  words text,
  due_on date,
  state text not null default 'assigned',
  assigned_at timestamptz not null,
  assigned_by text not null,
  assigned_by_id bigint,
  -- Whom it was passed on from, inside a unit.
  from_id bigint,
  started_at timestamptz,
  ended_at timestamptz,
  result text,
  ended_by text,
  -- Of the work done online: false where a paper was used, with why.
  is_online boolean,
  paper_reason text,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint handling_pk primary key (handling_id),
  constraint handling_of foreign key (incoming_id) references records.incoming (incoming_id),
  constraint handling_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint handling_unit foreign key (unit_id) references registry.agency (agency_id),
  constraint handling_unit_itself check (agency_id = unit_id),
  constraint handling_person foreign key (person_id) references registry.person (person_id),
  constraint handling_from foreign key (from_id) references records.handling (handling_id),
  constraint handling_whose check (num_nonnulls(agency_id, person_id) = 1),
  constraint handling_part check (part in ('lead', 'coordinate', 'know')),
  constraint handling_state check (state in ('assigned', 'underway', 'done', 'givenBack', 'withdrawn')),
  constraint handling_ended check ((state in ('done', 'givenBack', 'withdrawn')) = (ended_at is not null)),
  constraint handling_reason check (state not in ('givenBack', 'withdrawn') or result is not null),
  constraint handling_online check ((state = 'done' and part <> 'know') = (is_online is not null)),
  constraint handling_paper check (is_online or paper_reason ~ '\S'),
  constraint handling_words check (words ~ '\S' and result ~ '\S')
);
comment on table records.handling is 'Who was given a document, for what part and until when, and what came of it.';
create unique index handling_one_lead on records.handling (incoming_id) where part = 'lead' and from_id is null and state in ('assigned', 'underway', 'done');
comment on index records.handling_one_lead is 'One unit or person leads.';
create index handling_agency_idx on records.handling (agency_id, state, due_on, handling_id) where agency_id is not null;
comment on index records.handling_agency_idx is 'What a unit has to handle.';
create index handling_person_idx on records.handling (person_id, state, due_on, handling_id) where person_id is not null;
comment on index records.handling_person_idx is 'What a person has to handle.';
create index handling_unit_idx on records.handling (unit_id, ended_at) where part = 'lead' and from_id is null;
comment on index records.handling_unit_idx is 'What a unit led, for figures.';
create index handling_of_idx on records.handling (incoming_id);
comment on index records.handling_of_idx is 'Who has a document.';

create index handling_from_idx on records.handling (from_id) where from_id is not null;
comment on index records.handling_from_idx is 'To whom a unit passed its part on.';

create table records.task_answer (
  incoming_id bigint not null,
  task_id bigint not null,
  linked_at timestamptz not null,
  linked_by text not null,
  constraint task_answer_pk primary key (incoming_id, task_id),
  constraint task_answer_of foreign key (incoming_id) references records.incoming (incoming_id),
  constraint task_answer_task foreign key (task_id) references tasks.task (task_id)
);
comment on table records.task_answer is 'Which tasks a document that came in answers.';

create table records.clock_rule (
  rule text not null,
  valid daterange not null,
  -- A document that arrives at this hour or later counts as of the next working day.
  closes_at time not null,
  -- Working days after the day it counts as of: 0 is the same day.
  days integer not null,
  urgent_minutes integer not null,
  source text not null,
  confidence text not null,
  constraint clock_rule_pk primary key (rule, valid without overlaps),
  constraint clock_rule_rule check (rule in ('register', 'issue')),
  constraint clock_rule_days check (days >= 0 and urgent_minutes > 0),
  constraint clock_rule_confidence check (confidence in ('verified', 'memory'))
);
comment on table records.clock_rule is 'By when a document is registered or issued, by the regulation in force.';
insert into records.clock_rule (rule, valid, closes_at, days, urgent_minutes, source, confidence) values
  ('register', '[2020-03-05,)', '17:00', 0, 30, 'Nghị định 30/2020/NĐ-CP, Điều 21.2, 22', 'memory'),
  ('issue', '[2020-03-05,)', '17:00', 1, 30, 'Nghị định 30/2020/NĐ-CP, Điều 18.1', 'verified');

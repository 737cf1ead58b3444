-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- By when a case file goes to the archive of its body, and from when its retention counts, by the law in force on the day on which the work ended.
create table records.archive_rule (
  rule text not null,
  valid daterange not null,
  counts_from text not null,
  years integer,
  notice_days integer,
  source text not null,
  confidence text not null,
  constraint archive_rule_pk primary key (rule, valid without overlaps),
  constraint archive_rule_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint archive_rule_counts_from check (counts_from = any (array['day'::text, 'yearEnd'::text])),
  constraint archive_rule_rule check (rule = any (array['handOver'::text, 'retention'::text])),
  constraint archive_rule_years check ((rule = 'retention'::text) = (years is null) and (years is null) = (notice_days is null) and years > 0 and notice_days >= 0)
);

-- A case file (hồ sơ công việc), from its opening to the archive or its destruction (Nghị định 30/2020/NĐ-CP, Điều 29-31; Luật Lưu trữ 2024).
create table records.case_file (
  case_id bigint generated always as identity,
  agency_id bigint not null,
  unit_id bigint not null,
  fonds_id bigint not null,
  keeper_id bigint not null,
  nomenclature_line_id bigint,
  code text,
  title text not null,
  year integer not null,
  retention_class_id bigint not null,
  retention_years integer,
  state text not null default 'open'::text,
  opened_on date not null,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  ended_on date,
  closed_at timestamp with time zone,
  closed_by text,
  due_on date,
  kept_until date,
  end_told_at timestamp with time zone,
  handed_over_at timestamp with time zone,
  accepted_at timestamp with time zone,
  accepted_by text,
  destroyed_at timestamp with time zone,
  is_sample boolean not null default false,
  searched text generated always as (platform.fold(((title || ' '::text) || COALESCE(code, ''::text)))),
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint case_file_pk primary key (case_id),
  constraint case_file_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint case_file_fonds foreign key (fonds_id) references registry.agency(agency_id),
  constraint case_file_keeper foreign key (keeper_id) references registry.person(person_id),
  constraint case_file_line foreign key (nomenclature_line_id) references records.nomenclature_line(nomenclature_line_id),
  constraint case_file_retention foreign key (retention_class_id) references records.retention_class(retention_class_id),
  constraint case_file_unit foreign key (unit_id) references registry.agency(agency_id),
  constraint case_file_accepted check ((state = any (array['accepted'::text, 'destructionProposed'::text, 'destroyed'::text])) = (num_nonnulls(accepted_at, accepted_by) = 2)),
  constraint case_file_closed check (
case state
    when 'open'::text then num_nonnulls(ended_on, closed_at, closed_by, due_on, kept_until) = 0
    else num_nonnulls(ended_on, closed_at, closed_by, due_on) = 4 and (retention_years is null) = (kept_until is null)
end),
  constraint case_file_destroyed check ((state = 'destroyed'::text) = (destroyed_at is not null)),
  constraint case_file_handed_over check ((state = any (array['open'::text, 'closed'::text, 'dueForArchive'::text])) or handed_over_at is not null),
  constraint case_file_line_code check (nomenclature_line_id is null or code is not null),
  constraint case_file_permanent check ((state <> all (array['destructionProposed'::text, 'destroyed'::text])) or retention_years is not null),
  constraint case_file_state check (state = any (array['open'::text, 'closed'::text, 'dueForArchive'::text, 'handedOver'::text, 'accepted'::text, 'destructionProposed'::text, 'destroyed'::text])),
  constraint case_file_words check (title ~ '\S'::text and code ~ '\S'::text)
);
-- What falls due for the archive today.
create index case_file_due_idx on records.case_file using btree (due_on) where (state = 'closed'::text);
-- Whose retention has ended.
create index case_file_ended_idx on records.case_file using btree (kept_until) where ((state = 'accepted'::text) and (kept_until is not null));
-- My cases.
create index case_file_keeper_idx on records.case_file using btree (keeper_id, state);
-- Lists of a body, latest first.
create index case_file_list_idx on records.case_file using btree (agency_id, year desc, case_id desc);
-- Words of cases, for the search box.
create index case_file_searched_idx on records.case_file using gin (searched gin_trgm_ops);
-- The cases of a body in a state, latest first.
create index case_file_state_idx on records.case_file using btree (agency_id, state, year desc, case_id desc);
-- The cases of a unit by state, and its figures.
create index case_file_unit_idx on records.case_file using btree (unit_id, state);
-- The cases of a unit, latest first.
create index case_file_unit_latest_idx on records.case_file using btree (unit_id, year desc, case_id desc);

-- A document or file in a case; a document may be in several. Never changed, never deleted.
create table records.case_item (
  case_item_id bigint generated always as identity,
  case_id bigint not null,
  position integer not null,
  incoming_id bigint,
  outgoing_id bigint,
  title text,
  notation text,
  dated_on date,
  author text,
  pages integer,
  name text,
  media_type text,
  size integer,
  sha256 bytea,
  added_at timestamp with time zone not null,
  added_by text not null,
  constraint case_item_pk primary key (case_item_id),
  constraint case_item_position unique (case_id, "position"),
  constraint case_item_blob foreign key (sha256) references platform.blob(sha256),
  constraint case_item_incoming foreign key (incoming_id) references records.incoming(incoming_id),
  constraint case_item_of foreign key (case_id) references records.case_file(case_id),
  constraint case_item_outgoing foreign key (outgoing_id) references records.outgoing(outgoing_id),
  constraint case_item_file check (
case
    when sha256 is null then num_nonnulls(title, notation, dated_on, author, pages, name, media_type, size) = 0
    else num_nonnulls(title, dated_on, author, name, media_type, size) = 6
end),
  constraint case_item_one_kind check (num_nonnulls(incoming_id, outgoing_id, sha256) = 1),
  constraint case_item_pages check (pages > 0),
  constraint case_item_words check (title ~ '\S'::text and author ~ '\S'::text and name ~ '\S'::text and notation ~ '\S'::text)
);
-- The cases that hold a file.
create index case_item_bytes_idx on records.case_item using btree (sha256) where (sha256 is not null);
-- The cases of a document that came in.
create index case_item_incoming_idx on records.case_item using btree (incoming_id) where (incoming_id is not null);
-- The cases of a document that goes out.
create index case_item_outgoing_idx on records.case_item using btree (outgoing_id) where (outgoing_id is not null);

-- That an item was taken out of a case, and why. Never changed, never deleted.
create table records.case_item_removal (
  case_item_id bigint not null,
  reason text not null,
  removed_at timestamp with time zone not null,
  removed_by text not null,
  constraint case_item_removal_pk primary key (case_item_id),
  constraint case_item_removal_of foreign key (case_item_id) references records.case_item(case_item_id),
  constraint case_item_removal_words check (reason ~ '\S'::text)
);

-- What remains of a case that was destroyed: what was in it, with the hash of every file. Never changed, never deleted.
create table records.case_remains (
  case_id bigint not null,
  position integer not null,
  case_item_id bigint not null,
  title text not null,
  notation text,
  dated_on date,
  author text,
  files jsonb not null,
  constraint case_remains_pk primary key (case_id, "position"),
  constraint case_remains_item foreign key (case_item_id) references records.case_item(case_item_id),
  constraint case_remains_of foreign key (case_id) references records.case_file(case_id)
);

-- By when a document is registered or issued, by the regulation in force.
create table records.clock_rule (
  rule text not null,
  valid daterange not null,
  closes_at time without time zone not null,
  days integer not null,
  urgent_minutes integer not null,
  source text not null,
  confidence text not null,
  constraint clock_rule_pk primary key (rule, valid without overlaps),
  constraint clock_rule_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint clock_rule_days check (days >= 0 and urgent_minutes > 0),
  constraint clock_rule_rule check (rule = any (array['register'::text, 'issue'::text]))
);

-- Copies made of documents (Nghị định 30/2020/NĐ-CP, Điều 25): sao y, sao lục, trích sao. Never changed, never deleted.
create table records.copy (
  copy_id bigint generated always as identity,
  outgoing_id bigint,
  incoming_id bigint,
  form text not null,
  register text not null,
  year integer not null,
  notation text not null,
  extract_of text,
  pdf_sha256 bytea not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint copy_pk primary key (copy_id),
  constraint copy_number foreign key (register, year, notation) references registry.document_number(register, year, notation),
  constraint copy_of_incoming foreign key (incoming_id) references records.incoming(incoming_id),
  constraint copy_of_outgoing foreign key (outgoing_id) references records.outgoing(outgoing_id),
  constraint copy_pdf foreign key (pdf_sha256) references platform.blob(sha256),
  constraint copy_extract check ((form = 'TrS'::text) = (extract_of is not null)),
  constraint copy_form check (form = any (array['SY'::text, 'SL'::text, 'TrS'::text])),
  constraint copy_one_source check (num_nonnulls(outgoing_id, incoming_id) = 1)
);

-- Case files whose retention has ended, from the proposal to destroy them to the minutes (Luật Lưu trữ 2024).
create table records.destruction (
  destruction_id bigint generated always as identity,
  agency_id bigint not null,
  state text not null default 'proposed'::text,
  reason text not null,
  proposed_at timestamp with time zone not null,
  proposed_by text not null,
  proposed_by_id bigint not null,
  proposed_for_id bigint,
  council text,
  council_on date,
  council_words text,
  decision text,
  decided_on date,
  decided_at timestamp with time zone,
  decided_by text,
  decided_by_id bigint,
  ended_words text,
  carried_out_on date,
  witnesses text,
  minutes_sha256 bytea,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint destruction_pk primary key (destruction_id),
  constraint destruction_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint destruction_decided_by foreign key (decided_by_id) references registry.person(person_id),
  constraint destruction_minutes foreign key (minutes_sha256) references platform.blob(sha256),
  constraint destruction_proposed_by foreign key (proposed_by_id) references registry.person(person_id),
  constraint destruction_proposed_for foreign key (proposed_for_id) references registry.person(person_id),
  constraint destruction_carried_out check ((state = 'carriedOut'::text) = (num_nonnulls(carried_out_on, witnesses, minutes_sha256) = 3) and (num_nonnulls(carried_out_on, witnesses, minutes_sha256) = any (array[0, 3]))),
  constraint destruction_considered check ((num_nonnulls(council, council_on, council_words) = any (array[0, 3])) and ((state <> all (array['considered'::text, 'decided'::text, 'carriedOut'::text])) or council is not null)),
  constraint destruction_decided check ((state = any (array['decided'::text, 'carriedOut'::text])) = (num_nonnulls(decision, decided_on, decided_at, decided_by, decided_by_id) = 5) and (num_nonnulls(decision, decided_on, decided_at, decided_by, decided_by_id) = any (array[0, 5]))),
  constraint destruction_ended check ((state = any (array['declined'::text, 'withdrawn'::text])) = (ended_words is not null)),
  constraint destruction_not_by_oneself check (decided_by_id <> proposed_by_id and decided_by_id <> coalesce(proposed_for_id, proposed_by_id)),
  constraint destruction_state check (state = any (array['proposed'::text, 'considered'::text, 'decided'::text, 'declined'::text, 'withdrawn'::text, 'carriedOut'::text])),
  constraint destruction_words check (reason ~ '\S'::text and council ~ '\S'::text and council_words ~ '\S'::text and decision ~ '\S'::text and ended_words ~ '\S'::text and witnesses ~ '\S'::text)
);
-- What is proposed, and what was decided before.
create index destruction_list_idx on records.destruction using btree (agency_id, state, destruction_id desc);

-- The list of a destruction. Never changed, never deleted.
create table records.destruction_case (
  destruction_id bigint not null,
  case_id bigint not null,
  position integer not null,
  constraint destruction_case_pk primary key (destruction_id, case_id),
  constraint destruction_case_case foreign key (case_id) references records.case_file(case_id),
  constraint destruction_case_of foreign key (destruction_id) references records.destruction(destruction_id)
);
-- Whether a case was proposed before.
create index destruction_case_case_idx on records.destruction_case using btree (case_id);

-- The text of a draft as it was at each saving. Never changed, never deleted.
create table records.document_version (
  outgoing_id bigint not null,
  number integer not null,
  content jsonb not null,
  docx_sha256 bytea,
  note text,
  made_at timestamp with time zone not null,
  made_by text not null,
  search tsvector generated always as (to_tsvector('simple'::regconfig, "left"(COALESCE(platform.fold(records.draft_words(content)), ''::text), 400000))),
  constraint document_version_pk primary key (outgoing_id, number),
  constraint document_version_docx foreign key (docx_sha256) references platform.blob(sha256),
  constraint document_version_of foreign key (outgoing_id) references records.outgoing(outgoing_id),
  constraint document_version_note check (note ~ '\S'::text),
  constraint document_version_number check (number > 0)
);
-- Full text search over documents that go out, with marks and without.
create index document_version_search_idx on records.document_version using gin (search);

-- The words of a file, for search. Kept beside it: the file itself is never written again.
create table records.file_text (
  sha256 bytea not null,
  state text not null default 'waiting'::text,
  is_recognised boolean not null default false,
  text text,
  pages integer,
  percent integer not null default 0,
  note text,
  read_at timestamp with time zone,
  head jsonb,
  search tsvector generated always as (to_tsvector('simple'::regconfig, "left"(COALESCE(platform.fold(text), ''::text), 400000))),
  constraint file_text_pk primary key (sha256),
  constraint file_text_blob foreign key (sha256) references platform.blob(sha256),
  constraint file_text_read check ((state = 'read'::text) = (text is not null)),
  constraint file_text_state check (state = any (array['waiting'::text, 'read'::text, 'empty'::text, 'unreadable'::text]))
);
-- Full text search over documents and attachments, with marks and without.
create index file_text_search_idx on records.file_text using gin (search);

-- Case files that a unit hands over to the archive of its body: list, package, minutes of both sides.
create table records.hand_over (
  hand_over_id bigint generated always as identity,
  agency_id bigint not null,
  unit_id bigint not null,
  state text not null default 'offered'::text,
  words text,
  offered_at timestamp with time zone not null,
  offered_by text not null,
  offered_by_id bigint not null,
  offered_for_id bigint,
  offered_title text,
  answered_at timestamp with time zone,
  answered_by text,
  answered_by_id bigint,
  answered_words text,
  register text,
  year integer,
  notation text,
  minutes_sha256 bytea,
  package_sha256 bytea not null,
  package_size integer not null,
  files integer not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint hand_over_pk primary key (hand_over_id),
  constraint hand_over_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint hand_over_answered_by foreign key (answered_by_id) references registry.person(person_id),
  constraint hand_over_minutes foreign key (minutes_sha256) references platform.blob(sha256),
  constraint hand_over_number foreign key (register, year, notation) references registry.document_number(register, year, notation),
  constraint hand_over_offered_by foreign key (offered_by_id) references registry.person(person_id),
  constraint hand_over_offered_for foreign key (offered_for_id) references registry.person(person_id),
  constraint hand_over_package foreign key (package_sha256) references platform.blob(sha256),
  constraint hand_over_unit foreign key (unit_id) references registry.agency(agency_id),
  constraint hand_over_answered check (
case state
    when 'offered'::text then num_nonnulls(answered_at, answered_by, answered_by_id, minutes_sha256) = 0
    when 'returned'::text then num_nonnulls(answered_at, answered_by, answered_by_id, answered_words) = 4
    else num_nonnulls(answered_at, answered_by, answered_by_id, minutes_sha256, register, year, notation) = 7
end),
  constraint hand_over_not_by_oneself check (answered_by_id <> offered_by_id and answered_by_id <> coalesce(offered_for_id, offered_by_id)),
  constraint hand_over_state check (state = any (array['offered'::text, 'accepted'::text, 'returned'::text])),
  constraint hand_over_words check (words ~ '\S'::text and answered_words ~ '\S'::text)
);
-- What waits at the archive, and what came before.
create index hand_over_list_idx on records.hand_over using btree (agency_id, state, hand_over_id desc);

-- The list of a hand-over, and which of it the archive returned.
create table records.hand_over_case (
  hand_over_id bigint not null,
  case_id bigint not null,
  position integer not null,
  is_accepted boolean,
  reason text,
  constraint hand_over_case_pk primary key (hand_over_id, case_id),
  constraint hand_over_case_case foreign key (case_id) references records.case_file(case_id),
  constraint hand_over_case_of foreign key (hand_over_id) references records.hand_over(hand_over_id),
  constraint hand_over_case_reason check ((is_accepted is false) = (reason is not null)),
  constraint hand_over_case_words check (reason ~ '\S'::text)
);
-- The hand-overs of a case.
create index hand_over_case_case_idx on records.hand_over_case using btree (case_id);

-- Every file of a hand-over with its hash, and what its signatures were found to be then. Never changed, never deleted.
create table records.hand_over_file (
  hand_over_id bigint not null,
  path text not null,
  case_id bigint not null,
  case_item_id bigint not null,
  sha256 bytea not null,
  size integer not null,
  verdict text not null,
  checked_at timestamp with time zone,
  constraint hand_over_file_pk primary key (hand_over_id, path),
  constraint hand_over_file_case foreign key (hand_over_id, case_id) references records.hand_over_case(hand_over_id, case_id),
  constraint hand_over_file_item foreign key (case_item_id) references records.case_item(case_item_id),
  constraint hand_over_file_verdict check (verdict = any (array['unsigned'::text, 'valid'::text, 'unverifiable'::text, 'invalid'::text, 'unchecked'::text, 'gone'::text]))
);

-- Who was given a document, for what part and until when, and what came of it.
create table records.handling (
  handling_id bigint generated always as identity,
  incoming_id bigint not null,
  agency_id bigint,
  person_id bigint,
  unit_id bigint not null,
  part text not null,
  words text,
  due_on date,
  state text not null default 'assigned'::text,
  assigned_at timestamp with time zone not null,
  assigned_by text not null,
  assigned_by_id bigint,
  from_id bigint,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  result text,
  ended_by text,
  is_online boolean,
  paper_reason text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint handling_pk primary key (handling_id),
  constraint handling_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint handling_from foreign key (from_id) references records.handling(handling_id),
  constraint handling_of foreign key (incoming_id) references records.incoming(incoming_id),
  constraint handling_person foreign key (person_id) references registry.person(person_id),
  constraint handling_unit foreign key (unit_id) references registry.agency(agency_id),
  constraint handling_ended check ((state = any (array['done'::text, 'givenBack'::text, 'withdrawn'::text])) = (ended_at is not null)),
  constraint handling_online check ((state = 'done'::text and part <> 'know'::text) = (is_online is not null)),
  constraint handling_paper check (is_online or paper_reason ~ '\S'::text),
  constraint handling_part check (part = any (array['lead'::text, 'coordinate'::text, 'know'::text])),
  constraint handling_reason check ((state <> all (array['givenBack'::text, 'withdrawn'::text])) or result is not null),
  constraint handling_state check (state = any (array['assigned'::text, 'underway'::text, 'done'::text, 'givenBack'::text, 'withdrawn'::text])),
  constraint handling_unit_itself check (agency_id = unit_id),
  constraint handling_whose check (num_nonnulls(agency_id, person_id) = 1),
  constraint handling_words check (words ~ '\S'::text and result ~ '\S'::text)
);
-- What a unit has to handle.
create index handling_agency_idx on records.handling using btree (agency_id, state, due_on, handling_id) where (agency_id is not null);
-- What was done in a period, for figures.
create index handling_ended_idx on records.handling using btree (unit_id, ended_at) where (state = 'done'::text);
-- To whom a unit passed its part on.
create index handling_from_idx on records.handling using btree (from_id) where (from_id is not null);
-- Who has a document.
create index handling_of_idx on records.handling using btree (incoming_id);
-- One unit or person leads.
create unique index handling_one_lead on records.handling using btree (incoming_id) where ((part = 'lead'::text) and (from_id is null) and (state = any (array['assigned'::text, 'underway'::text, 'done'::text])));
-- Parts that are not done.
create index handling_open_idx on records.handling using btree (unit_id, due_on) where (state = any (array['assigned'::text, 'underway'::text]));
-- What a person was given, what is due first at the top.
create index handling_person_due_idx on records.handling using btree (person_id, coalesce(due_on, 'infinity'::date), handling_id) where (person_id is not null);
-- What a person has to handle.
create index handling_person_idx on records.handling using btree (person_id, state, due_on, handling_id) where (person_id is not null);
-- What the units of a body were given, what is due first at the top.
create index handling_unit_due_idx on records.handling using btree (unit_id, coalesce(due_on, 'infinity'::date), handling_id);
-- What a unit led, for figures.
create index handling_unit_idx on records.handling using btree (unit_id, ended_at) where ((part = 'lead'::text) and (from_id is null));

-- A document that came to a body, from its arrival to its end (Nghị định 30/2020/NĐ-CP, Điều 20-24).
create table records.incoming (
  incoming_id bigint generated always as identity,
  agency_id bigint not null,
  state text not null default 'arrived'::text,
  arrived_at timestamp with time zone not null,
  arrived_by text not null,
  way text not null,
  register_due_at timestamp with time zone not null,
  described_at timestamp with time zone,
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
  checked_at timestamp with time zone,
  checked_by text,
  is_authentic boolean,
  check_words text,
  register text,
  year integer,
  number integer,
  number_written text,
  registered_at timestamp with time zone,
  registered_by text,
  presented_to_id bigint,
  presented_at timestamp with time zone,
  presented_by text,
  presented_words text,
  assigned_at timestamp with time zone,
  due_on date,
  needs_answer boolean not null default false,
  done_at timestamp with time zone,
  done_words text,
  returned_at timestamp with time zone,
  returned_reason text,
  refused_at timestamp with time zone,
  refused_reason text,
  same_as_id bigint,
  directive_id bigint,
  is_sample boolean not null default false,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint incoming_pk primary key (incoming_id),
  constraint incoming_number_once unique (register, year, number_written),
  constraint incoming_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint incoming_directive foreign key (directive_id) references directives.directive(directive_id),
  constraint incoming_kind foreign key (kind) references registry.document_kind(kind),
  constraint incoming_presented_to foreign key (presented_to_id) references registry.person(person_id),
  constraint incoming_register foreign key (register, year) references registry.document_register(register, year),
  constraint incoming_same_as foreign key (same_as_id) references records.incoming(incoming_id),
  constraint incoming_sender foreign key (sender_id) references registry.agency(agency_id),
  constraint incoming_authentic check (registered_at is null or is_authentic),
  constraint incoming_checked check (num_nonnulls(checked_at, checked_by, is_authentic) = any (array[0, 3])),
  constraint incoming_described check (num_nonnulls(described_at, described_by) = any (array[0, 2])),
  constraint incoming_done check ((state = 'done'::text) = (done_at is not null)),
  constraint incoming_not_itself check (same_as_id <> incoming_id),
  constraint incoming_pages check (pages > 0),
  constraint incoming_refused check ((state = 'refused'::text) = (refused_at is not null) and (refused_at is null) = (refused_reason is null)),
  constraint incoming_registered check (((state = any (array['arrived'::text, 'returned'::text, 'refused'::text])) or num_nonnulls(register, year, number, number_written, registered_at, registered_by) = 6) and (registered_at is null or num_nonnulls(checked_at, sender_name, about) = 3)),
  constraint incoming_returned check ((state = 'returned'::text) = (returned_at is not null) and (returned_at is null) = (returned_reason is null)),
  constraint incoming_state check (state = any (array['arrived'::text, 'registered'::text, 'presented'::text, 'assigned'::text, 'underway'::text, 'done'::text, 'returned'::text, 'refused'::text])),
  constraint incoming_way check (way = any (array['upload'::text, 'scan'::text, 'mail'::text, 'exchange'::text])),
  constraint incoming_words check (sender_name ~ '\S'::text and notation ~ '\S'::text and about ~ '\S'::text and signer_name ~ '\S'::text and addressed_to ~ '\S'::text and check_words ~ '\S'::text and presented_words ~ '\S'::text and done_words ~ '\S'::text and returned_reason ~ '\S'::text)
);
-- Which subjects are like another.
create index incoming_about_idx on records.incoming using gin (platform.fold(about) gin_trgm_ops);
-- The book of incoming documents in the order of its numbers.
create index incoming_book_idx on records.incoming using btree (register, year, number);
-- The clerk's desk and the lists by state, latest first.
create index incoming_desk_idx on records.incoming using btree (agency_id, state, arrived_at desc, incoming_id desc);
-- With which document a directive came.
create index incoming_directive_idx on records.incoming using btree (directive_id) where (directive_id is not null);
-- What is to be done by a day, and what is past it.
create index incoming_due_idx on records.incoming using btree (agency_id, due_on) where ((due_on is not null) and (state <> all (array['done'::text, 'returned'::text, 'refused'::text])));
-- All documents of a body, latest first.
create index incoming_latest_idx on records.incoming using btree (agency_id, arrived_at desc, incoming_id desc);
-- Whether a document came before, by its number and day.
create index incoming_notation_idx on records.incoming using btree (agency_id, notation, issued_on);
-- What is past its day.
create index incoming_open_idx on records.incoming using btree (agency_id, due_on) where (state <> all (array['done'::text, 'returned'::text, 'refused'::text]));
-- What waits for a leader to assign.
create index incoming_presented_idx on records.incoming using btree (presented_to_id, state) where (presented_to_id is not null);
-- What a body registered in a period, for figures.
create index incoming_registered_idx on records.incoming using btree (agency_id, registered_at) include (state, arrived_at, register_due_at) where (registered_at is not null);
-- Search by number, sender and subject, with marks and without.
create index incoming_search_idx on records.incoming using gin (platform.fold(((((coalesce(notation, ''::text) || ' '::text) || coalesce(sender_name, ''::text)) || ' '::text) || coalesce(about, ''::text))) gin_trgm_ops);
-- What a sender sent, latest first.
create index incoming_sender_idx on records.incoming using btree (agency_id, sender_id, arrived_at desc, incoming_id desc);

-- The files of a document that came in, as they came: bytes are never changed.
create table records.incoming_file (
  incoming_file_id bigint generated always as identity,
  incoming_id bigint not null,
  position integer not null,
  is_main boolean not null,
  name text not null,
  media_type text not null,
  sha256 bytea not null,
  size integer not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  constraint incoming_file_pk primary key (incoming_file_id),
  constraint incoming_file_position unique (incoming_id, "position"),
  constraint incoming_file_blob foreign key (sha256) references platform.blob(sha256),
  constraint incoming_file_of foreign key (incoming_id) references records.incoming(incoming_id),
  constraint incoming_file_name check (name ~ '\S'::text)
);
-- Whether the same bytes came before, and whose a found text is.
create index incoming_file_bytes_idx on records.incoming_file using btree (sha256);
-- A document has one main file.
create unique index incoming_file_one_main on records.incoming_file using btree (incoming_id) where is_main;

-- What a message said with which a document arrived. Never changed, but for its words where a mark of secrecy is found.
create table records.incoming_mail (
  incoming_id bigint not null,
  agency_id bigint not null,
  message_id text not null,
  address text not null,
  from_address text not null,
  from_name text,
  subject text,
  words text,
  refused jsonb not null,
  constraint incoming_mail_pk primary key (incoming_id),
  constraint incoming_mail_once unique (agency_id, message_id),
  constraint incoming_mail_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint incoming_mail_of foreign key (incoming_id) references records.incoming(incoming_id)
);

-- Addresses whose mail becomes incoming documents of a body. One that ended stays.
create table records.mail_address (
  mail_address_id bigint generated always as identity,
  address text not null,
  agency_id bigint not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  ended_at timestamp with time zone,
  ended_by text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint mail_address_pk primary key (mail_address_id),
  constraint mail_address_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint mail_address_ended check (num_nonnulls(ended_at, ended_by) = any (array[0, 2])),
  constraint mail_address_form check (address = lower(address) and address ~ '^[^@\s]+@[^@\s]+$'::text)
);
-- An address receives for one body at a time.
create unique index mail_address_once on records.mail_address using btree (address) where (ended_at is null);

-- The list of case files (danh mục hồ sơ) that a body expects in a year (Nghị định 30/2020/NĐ-CP, Điều 28).
create table records.nomenclature (
  nomenclature_id bigint generated always as identity,
  agency_id bigint not null,
  year integer not null,
  state text not null default 'draft'::text,
  number text,
  issued_on date,
  issued_at timestamp with time zone,
  issued_by text,
  carried_from_id bigint,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint nomenclature_pk primary key (nomenclature_id),
  constraint nomenclature_once unique (agency_id, year),
  constraint nomenclature_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint nomenclature_carried_from foreign key (carried_from_id) references records.nomenclature(nomenclature_id),
  constraint nomenclature_issued check (
case state
    when 'issued'::text then num_nonnulls(number, issued_on, issued_at, issued_by) = 4
    else num_nonnulls(number, issued_on, issued_at, issued_by) = 0
end),
  constraint nomenclature_state check (state = any (array['draft'::text, 'issued'::text])),
  constraint nomenclature_words check (number ~ '\S'::text),
  constraint nomenclature_year check (year >= 2000 and year <= 2999)
);

-- A case file that a nomenclature expects: its code, title, retention, unit and keeper.
create table records.nomenclature_line (
  nomenclature_line_id bigint generated always as identity,
  nomenclature_id bigint not null,
  position integer not null,
  heading text,
  code text not null,
  title text not null,
  retention_class_id bigint not null,
  unit_id bigint not null,
  keeper_id bigint,
  carried_from_id bigint,
  constraint nomenclature_line_pk primary key (nomenclature_line_id),
  constraint nomenclature_line_code_once unique (nomenclature_id, code),
  constraint nomenclature_line_position unique (nomenclature_id, "position"),
  constraint nomenclature_line_keeper foreign key (keeper_id) references registry.person(person_id),
  constraint nomenclature_line_of foreign key (nomenclature_id) references records.nomenclature(nomenclature_id),
  constraint nomenclature_line_retention foreign key (retention_class_id) references records.retention_class(retention_class_id),
  constraint nomenclature_line_unit foreign key (unit_id) references registry.agency(agency_id),
  constraint nomenclature_line_words check (heading ~ '\S'::text and code ~ '\S'::text and title ~ '\S'::text)
);
-- The lines of a unit, for opening a case and for a reorganisation.
create index nomenclature_line_unit_idx on records.nomenclature_line using btree (unit_id);

-- The note sheet (phiếu trình) of a draft: who wrote and did what, on which version. Never changed, never deleted.
create table records.note (
  note_id bigint generated always as identity,
  outgoing_id bigint not null,
  at timestamp with time zone not null,
  by_id bigint,
  by_name text not null,
  act text not null,
  words text,
  version_seen integer not null,
  constraint note_pk primary key (note_id),
  constraint note_by foreign key (by_id) references registry.person(person_id),
  constraint note_of foreign key (outgoing_id) references records.outgoing(outgoing_id),
  constraint note_words check (words ~ '\S'::text)
);
-- The note sheet in its order.
create index note_of_idx on records.note using btree (outgoing_id, note_id);

-- Shares of documents handled online that units are to reach, secret ones apart.
create table records.online_target (
  level text not null,
  valid daterange not null,
  percent integer not null,
  source text not null,
  confidence text not null,
  constraint online_target_pk primary key (level, valid without overlaps),
  constraint online_target_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint online_target_level check (level = any (array['ministry'::text, 'province'::text, 'district'::text, 'commune'::text])),
  constraint online_target_percent check (percent >= 0 and percent <= 100)
);

-- A document that a body drafts, signs and issues (Nghị định 30/2020/NĐ-CP, Điều 9-19).
create table records.outgoing (
  outgoing_id bigint generated always as identity,
  agency_id bigint not null,
  unit_id bigint not null,
  drafter_id bigint not null,
  kind text not null,
  about text not null,
  is_urgent boolean not null default false,
  state text not null default 'drafting'::text,
  reply_to_id bigint,
  task_id bigint,
  signer_id bigint,
  place text not null default 'Hà Nội'::text,
  due_on date,
  round integer not null default 1,
  submitted_at timestamp with time zone,
  submitted_by text,
  register text,
  year integer,
  number integer,
  notation text,
  dated_on date,
  signed_at timestamp with time zone,
  signed_by_id bigint,
  signer_name text,
  signer_title text,
  on_behalf_of_name text,
  signature_level text,
  sealed_at timestamp with time zone,
  sealed_by text,
  issued_at timestamp with time zone,
  issued_by text,
  pdf_sha256 bytea,
  docx_sha256 bytea,
  replaces_id bigint,
  corrects_id bigint,
  recalled_at timestamp with time zone,
  recalled_by text,
  recalled_reason text,
  dropped_at timestamp with time zone,
  is_sample boolean not null default false,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint outgoing_pk primary key (outgoing_id),
  constraint outgoing_number_once unique (register, year, notation),
  constraint outgoing_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint outgoing_corrects foreign key (corrects_id) references records.outgoing(outgoing_id),
  constraint outgoing_docx foreign key (docx_sha256) references platform.blob(sha256),
  constraint outgoing_drafter foreign key (drafter_id) references registry.person(person_id),
  constraint outgoing_kind foreign key (kind) references registry.document_kind(kind),
  constraint outgoing_number foreign key (register, year, notation) references registry.document_number(register, year, notation),
  constraint outgoing_pdf foreign key (pdf_sha256) references platform.blob(sha256),
  constraint outgoing_replaces foreign key (replaces_id) references records.outgoing(outgoing_id),
  constraint outgoing_reply_to foreign key (reply_to_id) references records.incoming(incoming_id),
  constraint outgoing_signed_by foreign key (signed_by_id) references registry.person(person_id),
  constraint outgoing_signer foreign key (signer_id) references registry.person(person_id),
  constraint outgoing_task foreign key (task_id) references tasks.task(task_id),
  constraint outgoing_unit foreign key (unit_id) references registry.agency(agency_id),
  constraint outgoing_dropped check ((state = 'dropped'::text) = (dropped_at is not null)),
  constraint outgoing_issued check ((state <> all (array['issued'::text, 'replaced'::text, 'recalled'::text])) or issued_at is not null),
  constraint outgoing_level check (signature_level = any (array['B-B'::text, 'B-T'::text, 'B-LT'::text, 'B-LTA'::text])),
  constraint outgoing_not_by_its_drafter check (signed_by_id is null or signed_by_id <> drafter_id),
  constraint outgoing_recalled check ((state = 'recalled'::text) = (recalled_at is not null) and (recalled_at is null) = (recalled_reason is null)),
  constraint outgoing_sealed check (sealed_at is null or signed_at is not null),
  constraint outgoing_signed check (
case
    when state = any (array['signed'::text, 'sealed'::text, 'issued'::text, 'replaced'::text, 'recalled'::text]) then num_nonnulls(register, year, number, notation, dated_on, signed_at, signed_by_id, signer_name, signer_title, pdf_sha256) = 10
    else num_nonnulls(register, year, number, notation, dated_on, signed_at, signed_by_id) = 0
end),
  constraint outgoing_state check (state = any (array['drafting'::text, 'inReview'::text, 'returned'::text, 'initialled'::text, 'forSignature'::text, 'signed'::text, 'sealed'::text, 'issued'::text, 'replaced'::text, 'recalled'::text, 'dropped'::text])),
  constraint outgoing_words check (about ~ '\S'::text and place ~ '\S'::text and recalled_reason ~ '\S'::text)
);
-- Lists of a body by state, latest first.
create index outgoing_desk_idx on records.outgoing using btree (agency_id, state, changed_at desc, outgoing_id);
-- What a person drafted, latest first.
create index outgoing_drafted_idx on records.outgoing using btree (drafter_id, changed_at desc, outgoing_id desc);
-- My drafts.
create index outgoing_drafter_idx on records.outgoing using btree (drafter_id, state);
-- The documents of a body, latest first.
create index outgoing_latest_idx on records.outgoing using btree (agency_id, changed_at desc, outgoing_id desc);
-- What answers a document that came in.
create index outgoing_reply_idx on records.outgoing using btree (reply_to_id) where (reply_to_id is not null);
-- Search by notation and subject, with marks and without.
create index outgoing_search_idx on records.outgoing using gin (platform.fold(((coalesce(notation, ''::text) || ' '::text) || about)) gin_trgm_ops);
-- The signing tray.
create index outgoing_signer_idx on records.outgoing using btree (signer_id) where (state = 'forSignature'::text);
-- What a person signed or is to sign, latest first.
create index outgoing_submitted_idx on records.outgoing using btree (signer_id, changed_at desc, outgoing_id desc) where (submitted_at is not null);
-- What a unit drafts, latest first.
create index outgoing_unit_idx on records.outgoing using btree (unit_id, changed_at desc, outgoing_id desc);

-- Signatures that were prepared for a device of the signer’s own machine and wait some minutes for its answer.
create table records.prepared_signing (
  token_sha256 bytea not null,
  outgoing_id bigint not null,
  person_id bigint not null,
  what text not null,
  version integer not null,
  page text not null,
  signing_identity_id bigint not null,
  prepared jsonb not null,
  pdf bytea not null,
  expires_at timestamp with time zone not null,
  constraint prepared_signing_pk primary key (token_sha256),
  constraint prepared_signing_once unique (outgoing_id, person_id, what),
  constraint prepared_signing_identity foreign key (signing_identity_id) references registry.signing_identity(signing_identity_id),
  constraint prepared_signing_of foreign key (outgoing_id) references records.outgoing(outgoing_id),
  constraint prepared_signing_person foreign key (person_id) references registry.person(person_id),
  constraint prepared_signing_what check (what = any (array['person'::text, 'agency'::text]))
);
-- What refers to a key.
create index prepared_signing_identity_idx on records.prepared_signing using btree (signing_identity_id);
-- What a person prepared.
create index prepared_signing_person_idx on records.prepared_signing using btree (person_id);

-- Whom a document goes to: those who must act are addressed, the others named under "Nơi nhận".
create table records.recipient (
  outgoing_id bigint not null,
  position integer not null,
  agency_id bigint,
  name text not null,
  purpose text not null,
  constraint recipient_pk primary key (outgoing_id, "position"),
  constraint recipient_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint recipient_of foreign key (outgoing_id) references records.outgoing(outgoing_id),
  constraint recipient_name check (name ~ '\S'::text),
  constraint recipient_purpose check (purpose = any (array['act'::text, 'report'::text, 'know'::text]))
);
-- A body gets a document once.
create unique index recipient_once on records.recipient using btree (outgoing_id, agency_id) where (agency_id is not null);

-- How long case files of a kind are kept: the general ones, and those of sector circulars that a body adds.
create table records.retention_class (
  retention_class_id bigint generated always as identity,
  agency_id bigint,
  name text not null,
  years integer,
  valid daterange not null,
  source text not null,
  confidence text not null,
  constraint retention_class_pk primary key (retention_class_id),
  constraint retention_class_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint retention_class_name_once exclude using gist (coalesce(agency_id, 0::bigint) with =, name with =, valid with &&),
  constraint retention_class_confidence check (confidence = any (array['verified'::text, 'memory'::text, 'own'::text])),
  constraint retention_class_words check (name ~ '\S'::text and source ~ '\S'::text),
  constraint retention_class_years check (years >= 1 and years <= 100)
);

-- Who gives an opinion on a draft, initials or approves it, in which order and by when.
create table records.route_step (
  route_step_id bigint generated always as identity,
  outgoing_id bigint not null,
  round integer not null,
  position integer not null,
  kind text not null,
  person_id bigint not null,
  due_on date,
  state text not null default 'waiting'::text,
  opened_at timestamp with time zone,
  acted_at timestamp with time zone,
  acted_by_id bigint,
  acted_by text,
  words text,
  version_seen integer,
  constraint route_step_pk primary key (route_step_id),
  constraint route_step_once unique (outgoing_id, round, person_id),
  constraint route_step_acted_by foreign key (acted_by_id) references registry.person(person_id),
  constraint route_step_of foreign key (outgoing_id) references records.outgoing(outgoing_id),
  constraint route_step_person foreign key (person_id) references registry.person(person_id),
  constraint route_step_acted check ((state = any (array['agreed'::text, 'returned'::text])) = (num_nonnulls(acted_at, acted_by, version_seen) = 3)),
  constraint route_step_kind check (kind = any (array['opinion'::text, 'initial'::text, 'approve'::text])),
  constraint route_step_reason check (state <> 'returned'::text or words is not null),
  constraint route_step_state check (state = any (array['waiting'::text, 'open'::text, 'agreed'::text, 'returned'::text, 'ended'::text])),
  constraint route_step_words check (words ~ '\S'::text)
);
-- On which drafts a person was asked.
create index route_step_asked_idx on records.route_step using btree (person_id, outgoing_id) where (state <> 'waiting'::text);
-- What waits for a person on a route.
create index route_step_person_idx on records.route_step using btree (person_id, due_on) where (state = 'open'::text);

-- What the signatures of a file were found to be, each time they were looked at. Never changed, never deleted.
create table records.signature_check (
  sha256 bytea not null,
  checked_at timestamp with time zone not null,
  state text not null,
  verdicts jsonb not null,
  with_sha256 bytea[] not null default '{}'::bytea[], -- The files that it was judged together with, in order: signatures beside it, or what it signs. Empty: by itself.
  constraint signature_check_pk primary key (sha256, with_sha256, checked_at),
  constraint signature_check_blob foreign key (sha256) references platform.blob(sha256),
  constraint signature_check_state check (state = any (array['unsigned'::text, 'valid'::text, 'unverifiable'::text, 'invalid'::text]))
);

-- Each time something was added to the signed file: a signature, a seal, a higher level. Never changed, never deleted.
create table records.signing (
  signing_id bigint generated always as identity,
  outgoing_id bigint not null,
  what text not null,
  person_id bigint,
  signing_identity_id bigint,
  level text,
  level_note text,
  pdf_sha256 bytea not null,
  at timestamp with time zone not null,
  by_name text not null,
  constraint signing_pk primary key (signing_id),
  constraint signing_identity foreign key (signing_identity_id) references registry.signing_identity(signing_identity_id),
  constraint signing_of foreign key (outgoing_id) references records.outgoing(outgoing_id),
  constraint signing_pdf foreign key (pdf_sha256) references platform.blob(sha256),
  constraint signing_person foreign key (person_id) references registry.person(person_id),
  constraint signing_level check (level = any (array['B-B'::text, 'B-T'::text, 'B-LT'::text, 'B-LTA'::text])),
  constraint signing_what check (what = any (array['person'::text, 'agency'::text, 'raise'::text]))
);
-- How a file came to be signed.
create index signing_of_idx on records.signing using btree (outgoing_id, signing_id);

-- Which tasks a document that came in answers.
create table records.task_answer (
  incoming_id bigint not null,
  task_id bigint not null,
  linked_at timestamp with time zone not null,
  linked_by text not null,
  constraint task_answer_pk primary key (incoming_id, task_id),
  constraint task_answer_of foreign key (incoming_id) references records.incoming(incoming_id),
  constraint task_answer_task foreign key (task_id) references tasks.task(task_id)
);

-- What a draft of a kind begins with. Its fields are of a closed list.
create table records.template (
  template_id bigint generated always as identity,
  agency_id bigint,
  kind text not null,
  name text not null,
  retired_at timestamp with time zone,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  used_number integer,
  used_at timestamp with time zone,
  used_by text,
  constraint template_pk primary key (template_id),
  constraint template_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint template_kind foreign key (kind) references registry.document_kind(kind),
  constraint template_used foreign key (template_id, used_number) references records.template_text(template_id, number),
  constraint template_name check (name = btrim(name) and name <> ''::text),
  constraint template_used_whole check (num_nonnulls(used_number, used_at, used_by) = any (array[0, 3]))
);
-- A body has one template of a name.
create unique index template_name_once on records.template using btree (agency_id, kind, name) nulls not distinct where (retired_at is null);

-- What a template said at each saving. Never changed, never deleted.
create table records.template_text (
  template_id bigint not null,
  number integer not null,
  about text not null,
  content jsonb not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint template_text_pk primary key (template_id, number),
  constraint template_text_of foreign key (template_id) references records.template(template_id),
  constraint template_text_about check (about ~ '\S'::text),
  constraint template_text_number check (number > 0)
);

-- Documents that came to a body whose subject is like this one, the most alike first.
-- function records.alike(bigint,text,integer)

-- The words of a text: what people typed, without what says how it is laid out.
-- function records.draft_words(jsonb)

-- Empties the texts of drafts of the documents in a case that was destroyed, where no other case has them. Returns how many.
-- function records.erase_drafts(bigint)

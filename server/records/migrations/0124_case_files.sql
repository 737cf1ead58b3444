-- Case files and the archive: how long files are kept, the nomenclature of a year, case files and what is in them, their hand-over
-- to the archive of the body and their destruction.
create table records.archive_rule (
  rule text not null,
  valid daterange not null,
  -- day: from the day on which the work ended; yearEnd: from the end of the year in which it ended.
  counts_from text not null,
  -- Null: as the retention class says.
  years integer,
  -- How many days before the last day the keeper is told: the office's own.
  notice_days integer,
  source text not null,
  confidence text not null,
  constraint archive_rule_pk primary key (rule, valid without overlaps),
  constraint archive_rule_rule check (rule in ('handOver', 'retention')),
  constraint archive_rule_counts_from check (counts_from in ('day', 'yearEnd')),
  constraint archive_rule_years check ((rule = 'retention') = (years is null) and (years is null) = (notice_days is null) and years > 0 and notice_days >= 0),
  constraint archive_rule_confidence check (confidence in ('verified', 'memory'))
);
comment on table records.archive_rule is 'By when a case file goes to the archive of its body, and from when its retention counts, by the law in force on the day on which the work ended.';
insert into records.archive_rule (rule, valid, counts_from, years, notice_days, source, confidence) values
  ('handOver', '[2012-07-01,2025-07-01)', 'day', 1, 90, 'Luật Lưu trữ 2011, Điều 11', 'memory'),
  ('handOver', '[2025-07-01,)', 'yearEnd', 1, 90, 'Luật Lưu trữ 2024, Điều 17', 'verified'),
  ('retention', '[2012-07-01,)', 'yearEnd', null, null, 'Thông tư 10/2022/TT-BNV, và Thông tư 09/2011/TT-BNV trước đó', 'memory');

create table records.retention_class (
  retention_class_id bigint generated always as identity,
  -- Null: for every body.
  agency_id bigint,
  name text not null,
  -- Null: kept permanently.
  years integer,
  valid daterange not null,
  source text not null,
  confidence text not null,
  constraint retention_class_pk primary key (retention_class_id),
  constraint retention_class_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint retention_class_name_once exclude using gist (coalesce(agency_id, 0) with =, name with =, valid with &&),
  constraint retention_class_years check (years between 1 and 100),
  constraint retention_class_words check (name ~ '\S' and source ~ '\S'),
  constraint retention_class_confidence check (confidence in ('verified', 'memory', 'own'))
);
comment on table records.retention_class is 'How long case files of a kind are kept: the general ones, and those of sector circulars that a body adds.';
insert into records.retention_class (name, years, valid, source, confidence)
select c.name, c.years, s.valid, s.source, 'memory'
from (values
  ('Chương trình, kế hoạch, báo cáo tổng kết hằng năm', null::integer, 1),
  ('Xây dựng văn bản quy phạm pháp luật, đề án, quy hoạch', null, 2),
  ('Tổ chức bộ máy, thành lập, sáp nhập, giải thể', null, 3),
  ('Tập lưu văn bản đi không phải văn bản quy phạm pháp luật', 50, 4),
  ('Báo cáo quý, 6 tháng, 9 tháng; sổ văn bản đến', 20, 5),
  ('Kiểm tra, giải quyết vụ việc', 15, 6),
  ('Công văn trao đổi công việc, tổ chức hội nghị', 10, 7),
  ('Văn bản gửi để biết, giấy mời, tài liệu tra cứu', 5, 8)) as c(name, years, position)
cross join (values
  ('[2011-12-20,2023-02-15)'::daterange, 'Thông tư 09/2011/TT-BNV'),
  ('[2023-02-15,)'::daterange, 'Thông tư 10/2022/TT-BNV')) as s(valid, source)
order by s.valid, c.position;

create table records.nomenclature (
  nomenclature_id bigint generated always as identity,
  agency_id bigint not null,
  year integer not null,
  state text not null default 'draft',
  -- Of the decision that issued it.
  number text,
  issued_on date,
  issued_at timestamptz,
  issued_by text,
  carried_from_id bigint,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint nomenclature_pk primary key (nomenclature_id),
  constraint nomenclature_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint nomenclature_carried_from foreign key (carried_from_id) references records.nomenclature (nomenclature_id),
  constraint nomenclature_once unique (agency_id, year),
  constraint nomenclature_year check (year between 2000 and 2999),
  constraint nomenclature_state check (state in ('draft', 'issued')),
  constraint nomenclature_issued check (case state when 'issued' then num_nonnulls(number, issued_on, issued_at, issued_by) = 4
    else num_nonnulls(number, issued_on, issued_at, issued_by) = 0 end),
  constraint nomenclature_words check (number ~ '\S')
);
comment on table records.nomenclature is 'The list of case files (danh mục hồ sơ) that a body expects in a year (Nghị định 30/2020/NĐ-CP, Điều 28).';

create table records.nomenclature_line (
  nomenclature_line_id bigint generated always as identity,
  nomenclature_id bigint not null,
  position integer not null,
  -- What the lines from here on belong to: "I. Tổng hợp".
  heading text,
  code text not null,
  title text not null,
  retention_class_id bigint not null,
  unit_id bigint not null,
  keeper_id bigint,
  carried_from_id bigint,
  constraint nomenclature_line_pk primary key (nomenclature_line_id),
  constraint nomenclature_line_of foreign key (nomenclature_id) references records.nomenclature (nomenclature_id),
  constraint nomenclature_line_retention foreign key (retention_class_id) references records.retention_class (retention_class_id),
  constraint nomenclature_line_unit foreign key (unit_id) references registry.agency (agency_id),
  constraint nomenclature_line_keeper foreign key (keeper_id) references registry.person (person_id),
  constraint nomenclature_line_code_once unique (nomenclature_id, code),
  constraint nomenclature_line_position unique (nomenclature_id, position),
  constraint nomenclature_line_words check (heading ~ '\S' and code ~ '\S' and title ~ '\S')
);
comment on table records.nomenclature_line is 'A case file that a nomenclature expects: its code, title, retention, unit and keeper.';
create index nomenclature_line_unit_idx on records.nomenclature_line (unit_id);
comment on index records.nomenclature_line_unit_idx is 'The lines of a unit, for opening a case and for a reorganisation.';

create table records.case_file (
  case_id bigint generated always as identity,
  -- The body that has it, and the unit whose work it is; both follow reorganisations.
  agency_id bigint not null,
  unit_id bigint not null,
  -- The body in whose work it came to be: of a case that ended before a reorganisation, the one that is no more.
  fonds_id bigint not null,
  keeper_id bigint not null,
  nomenclature_line_id bigint,
  -- Null: a case that the nomenclature did not expect.
  code text,
  title text not null,
  year integer not null,
  retention_class_id bigint not null,
  -- As the class said when the case was opened; null: permanently.
  retention_years integer,
  state text not null default 'open',
  opened_on date not null,
  opened_at timestamptz not null,
  opened_by text not null,
  -- The day on which the work ended.
  ended_on date,
  closed_at timestamptz,
  closed_by text,
  -- Last day for the hand-over to the archive.
  due_on date,
  -- Last day of its retention; null while open, and where it is kept permanently.
  kept_until date,
  -- When the archive was told that its retention has ended.
  end_told_at timestamptz,
  handed_over_at timestamptz,
  accepted_at timestamptz,
  accepted_by text,
  destroyed_at timestamptz,
  is_sample boolean not null default false,
  searched text generated always as (platform.fold(title || ' ' || coalesce(code, ''))) stored,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint case_file_pk primary key (case_id),
  constraint case_file_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint case_file_unit foreign key (unit_id) references registry.agency (agency_id),
  constraint case_file_fonds foreign key (fonds_id) references registry.agency (agency_id),
  constraint case_file_keeper foreign key (keeper_id) references registry.person (person_id),
  constraint case_file_line foreign key (nomenclature_line_id) references records.nomenclature_line (nomenclature_line_id),
  constraint case_file_retention foreign key (retention_class_id) references records.retention_class (retention_class_id),
  constraint case_file_state check (state in (
    'open', 'closed', 'dueForArchive', 'handedOver', 'accepted', 'destructionProposed', 'destroyed')),
  constraint case_file_line_code check (nomenclature_line_id is null or code is not null),
  constraint case_file_closed check (
    case state when 'open' then num_nonnulls(ended_on, closed_at, closed_by, due_on, kept_until) = 0
      else num_nonnulls(ended_on, closed_at, closed_by, due_on) = 4 and (retention_years is null) = (kept_until is null) end),
  constraint case_file_handed_over check (state in ('open', 'closed', 'dueForArchive') or handed_over_at is not null),
  constraint case_file_accepted check (
    (state in ('accepted', 'destructionProposed', 'destroyed')) = (num_nonnulls(accepted_at, accepted_by) = 2)),
  constraint case_file_destroyed check ((state = 'destroyed') = (destroyed_at is not null)),
  constraint case_file_permanent check (state not in ('destructionProposed', 'destroyed') or retention_years is not null),
  constraint case_file_words check (title ~ '\S' and code ~ '\S')
);
comment on table records.case_file is 'A case file (hồ sơ công việc), from its opening to the archive or its destruction (Nghị định 30/2020/NĐ-CP, Điều 29-31; Luật Lưu trữ 2024).';
create index case_file_list_idx on records.case_file (agency_id, year desc, case_id desc);
comment on index records.case_file_list_idx is 'Lists of a body, latest first.';
create index case_file_unit_idx on records.case_file (unit_id, state);
comment on index records.case_file_unit_idx is 'The cases of a unit by state, and its figures.';
create index case_file_keeper_idx on records.case_file (keeper_id, state);
comment on index records.case_file_keeper_idx is 'My cases.';
create index case_file_due_idx on records.case_file (due_on) where state = 'closed';
comment on index records.case_file_due_idx is 'What falls due for the archive today.';
create index case_file_ended_idx on records.case_file (kept_until) where state = 'accepted' and kept_until is not null;
comment on index records.case_file_ended_idx is 'Whose retention has ended.';
create index case_file_searched_idx on records.case_file using gin (searched gin_trgm_ops);
comment on index records.case_file_searched_idx is 'Words of cases, for the search box.';

create table records.case_item (
  case_item_id bigint generated always as identity,
  case_id bigint not null,
  -- In the order of adding; lists put items in the order of their days.
  position integer not null,
  incoming_id bigint,
  outgoing_id bigint,
  -- Of a file that is no document of the two books.
  title text,
  notation text,
  dated_on date,
  author text,
  pages integer,
  name text,
  media_type text,
  size integer,
  sha256 bytea,
  added_at timestamptz not null,
  added_by text not null,
  constraint case_item_pk primary key (case_item_id),
  constraint case_item_of foreign key (case_id) references records.case_file (case_id),
  constraint case_item_incoming foreign key (incoming_id) references records.incoming (incoming_id),
  constraint case_item_outgoing foreign key (outgoing_id) references records.outgoing (outgoing_id),
  constraint case_item_blob foreign key (sha256) references platform.blob (sha256),
  constraint case_item_position unique (case_id, position),
  constraint case_item_one_kind check (num_nonnulls(incoming_id, outgoing_id, sha256) = 1),
  constraint case_item_file check (
    case when sha256 is null then num_nonnulls(title, notation, dated_on, author, pages, name, media_type, size) = 0
      else num_nonnulls(title, dated_on, author, name, media_type, size) = 6 end),
  constraint case_item_words check (title ~ '\S' and author ~ '\S' and name ~ '\S' and notation ~ '\S'),
  constraint case_item_pages check (pages > 0)
);
comment on table records.case_item is 'A document or file in a case; a document may be in several. Never changed, never deleted.';
create index case_item_incoming_idx on records.case_item (incoming_id) where incoming_id is not null;
comment on index records.case_item_incoming_idx is 'The cases of a document that came in.';
create index case_item_outgoing_idx on records.case_item (outgoing_id) where outgoing_id is not null;
comment on index records.case_item_outgoing_idx is 'The cases of a document that goes out.';
create index case_item_bytes_idx on records.case_item (sha256) where sha256 is not null;
comment on index records.case_item_bytes_idx is 'The cases that hold a file.';

create table records.case_item_removal (
  case_item_id bigint not null,
  reason text not null,
  removed_at timestamptz not null,
  removed_by text not null,
  constraint case_item_removal_pk primary key (case_item_id),
  constraint case_item_removal_of foreign key (case_item_id) references records.case_item (case_item_id),
  constraint case_item_removal_words check (reason ~ '\S')
);
comment on table records.case_item_removal is 'That an item was taken out of a case, and why. Never changed, never deleted.';

create table records.hand_over (
  hand_over_id bigint generated always as identity,
  agency_id bigint not null,
  unit_id bigint not null,
  state text not null default 'offered',
  words text,
  offered_at timestamptz not null,
  offered_by text not null,
  offered_by_id bigint not null,
  -- The holder of the post, if a deputy offered it.
  offered_for_id bigint,
  offered_title text,
  answered_at timestamptz,
  answered_by text,
  answered_by_id bigint,
  answered_words text,
  -- Of the minutes, in the register of the body.
  register text,
  year integer,
  notation text,
  minutes_sha256 bytea,
  package_sha256 bytea not null,
  package_size integer not null,
  files integer not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint hand_over_pk primary key (hand_over_id),
  constraint hand_over_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint hand_over_unit foreign key (unit_id) references registry.agency (agency_id),
  constraint hand_over_offered_by foreign key (offered_by_id) references registry.person (person_id),
  constraint hand_over_answered_by foreign key (answered_by_id) references registry.person (person_id),
  constraint hand_over_number foreign key (register, year, notation) references registry.document_number (register, year, notation),
  constraint hand_over_minutes foreign key (minutes_sha256) references platform.blob (sha256),
  constraint hand_over_package foreign key (package_sha256) references platform.blob (sha256),
  constraint hand_over_state check (state in ('offered', 'accepted', 'returned')),
  constraint hand_over_answered check (
    case state when 'offered' then num_nonnulls(answered_at, answered_by, answered_by_id, minutes_sha256) = 0
      when 'returned' then num_nonnulls(answered_at, answered_by, answered_by_id, answered_words) = 4
      else num_nonnulls(answered_at, answered_by, answered_by_id, minutes_sha256, register, year, notation) = 7 end),
  constraint hand_over_offered_for foreign key (offered_for_id) references registry.person (person_id),
  constraint hand_over_not_by_oneself check (answered_by_id not in (offered_by_id, coalesce(offered_for_id, offered_by_id))),
  constraint hand_over_words check (words ~ '\S' and answered_words ~ '\S')
);
comment on table records.hand_over is 'Case files that a unit hands over to the archive of its body: list, package, minutes of both sides.';
create index hand_over_list_idx on records.hand_over (agency_id, state, hand_over_id desc);
comment on index records.hand_over_list_idx is 'What waits at the archive, and what came before.';

create table records.hand_over_case (
  hand_over_id bigint not null,
  case_id bigint not null,
  position integer not null,
  -- Null until the archive has answered.
  is_accepted boolean,
  reason text,
  constraint hand_over_case_pk primary key (hand_over_id, case_id),
  constraint hand_over_case_of foreign key (hand_over_id) references records.hand_over (hand_over_id),
  constraint hand_over_case_case foreign key (case_id) references records.case_file (case_id),
  constraint hand_over_case_reason check ((is_accepted is false) = (reason is not null)),
  constraint hand_over_case_words check (reason ~ '\S')
);
comment on table records.hand_over_case is 'The list of a hand-over, and which of it the archive returned.';
create index hand_over_case_case_idx on records.hand_over_case (case_id);
comment on index records.hand_over_case_case_idx is 'The hand-overs of a case.';

create table records.hand_over_file (
  hand_over_id bigint not null,
  -- Its address in the package.
  path text not null,
  case_id bigint not null,
  case_item_id bigint not null,
  sha256 bytea not null,
  size integer not null,
  -- unchecked: nobody has looked at its signatures; gone: its bytes had been removed before.
  verdict text not null,
  checked_at timestamptz,
  constraint hand_over_file_pk primary key (hand_over_id, path),
  constraint hand_over_file_case foreign key (hand_over_id, case_id) references records.hand_over_case (hand_over_id, case_id),
  constraint hand_over_file_item foreign key (case_item_id) references records.case_item (case_item_id),
  constraint hand_over_file_verdict check (verdict in ('unsigned', 'valid', 'unverifiable', 'invalid', 'unchecked', 'gone'))
);
comment on table records.hand_over_file is 'Every file of a hand-over with its hash, and what its signatures were found to be then. Never changed, never deleted.';

create table records.destruction (
  destruction_id bigint generated always as identity,
  agency_id bigint not null,
  state text not null default 'proposed',
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by text not null,
  proposed_by_id bigint not null,
  -- The holder of the post, if a deputy proposed it.
  proposed_for_id bigint,
  council text,
  council_on date,
  council_words text,
  decision text,
  decided_on date,
  decided_at timestamptz,
  decided_by text,
  decided_by_id bigint,
  ended_words text,
  carried_out_on date,
  witnesses text,
  minutes_sha256 bytea,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint destruction_pk primary key (destruction_id),
  constraint destruction_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint destruction_proposed_by foreign key (proposed_by_id) references registry.person (person_id),
  constraint destruction_decided_by foreign key (decided_by_id) references registry.person (person_id),
  constraint destruction_minutes foreign key (minutes_sha256) references platform.blob (sha256),
  constraint destruction_state check (state in ('proposed', 'considered', 'decided', 'declined', 'withdrawn', 'carriedOut')),
  constraint destruction_considered check (
    num_nonnulls(council, council_on, council_words) in (0, 3)
    and (state not in ('considered', 'decided', 'carriedOut') or council is not null)),
  constraint destruction_decided check (
    (state in ('decided', 'carriedOut')) = (num_nonnulls(decision, decided_on, decided_at, decided_by, decided_by_id) = 5)
    and num_nonnulls(decision, decided_on, decided_at, decided_by, decided_by_id) in (0, 5)),
  constraint destruction_ended check ((state in ('declined', 'withdrawn')) = (ended_words is not null)),
  constraint destruction_carried_out check (
    (state = 'carriedOut') = (num_nonnulls(carried_out_on, witnesses, minutes_sha256) = 3)
    and num_nonnulls(carried_out_on, witnesses, minutes_sha256) in (0, 3)),
  constraint destruction_proposed_for foreign key (proposed_for_id) references registry.person (person_id),
  constraint destruction_not_by_oneself check (decided_by_id not in (proposed_by_id, coalesce(proposed_for_id, proposed_by_id))),
  constraint destruction_words check (
    reason ~ '\S' and council ~ '\S' and council_words ~ '\S' and decision ~ '\S' and ended_words ~ '\S' and witnesses ~ '\S')
);
comment on table records.destruction is 'Case files whose retention has ended, from the proposal to destroy them to the minutes (Luật Lưu trữ 2024).';
create index destruction_list_idx on records.destruction (agency_id, state, destruction_id desc);
comment on index records.destruction_list_idx is 'What is proposed, and what was decided before.';

create table records.destruction_case (
  destruction_id bigint not null,
  case_id bigint not null,
  position integer not null,
  constraint destruction_case_pk primary key (destruction_id, case_id),
  constraint destruction_case_of foreign key (destruction_id) references records.destruction (destruction_id),
  constraint destruction_case_case foreign key (case_id) references records.case_file (case_id)
);
comment on table records.destruction_case is 'The list of a destruction. Never changed, never deleted.';
create index destruction_case_case_idx on records.destruction_case (case_id);
comment on index records.destruction_case_case_idx is 'Whether a case was proposed before.';

create table records.case_remains (
  case_id bigint not null,
  -- In the order of the list.
  position integer not null,
  case_item_id bigint not null,
  title text not null,
  notation text,
  dated_on date,
  author text,
  -- [{ name, sha256, size, gone, keptFor }]: keptFor says what still needs the bytes.
  files jsonb not null,
  constraint case_remains_pk primary key (case_id, position),
  constraint case_remains_of foreign key (case_id) references records.case_file (case_id),
  constraint case_remains_item foreign key (case_item_id) references records.case_item (case_item_id)
);
comment on table records.case_remains is 'What remains of a case that was destroyed: what was in it, with the hash of every file. Never changed, never deleted.';

-- Registers as data: whose they are and which documents they number; what each numbered document is, for the book of outgoing
-- documents; and that no number is given without a document.
create table registry.document_kind (
  kind text not null,
  name text not null,
  name_en text not null,
  -- As written in a notation: "QĐ". A letter (công văn) has none: its notation begins with the body.
  abbreviation text,
  -- Of QCVN 102:2016/BTTTT, for the exchange; null where the kind is younger than that list.
  exchange_code integer,
  position integer not null,
  constraint document_kind_pk primary key (kind),
  constraint document_kind_abbreviation_once unique (abbreviation),
  constraint document_kind_words check (kind ~ '^[A-ZĐ][A-Za-zĐđ]*$' and name ~ '\S' and name_en ~ '\S' and abbreviation ~ '\S')
);
comment on table registry.document_kind is 'Kinds of administrative documents (Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III) and of copies.';

insert into registry.document_kind (kind, name, name_en, abbreviation, exchange_code, position) values
  ('NQ', 'Nghị quyết', 'Resolution', 'NQ', 1, 1),
  ('QĐ', 'Quyết định', 'Decision', 'QĐ', 2, 2),
  ('CT', 'Chỉ thị', 'Directive', 'CT', 3, 3),
  ('QC', 'Quy chế', 'Regulation', 'QC', 4, 4),
  ('QyĐ', 'Quy định', 'Rules', 'QyĐ', 5, 5),
  ('TC', 'Thông cáo', 'Communiqué', 'TC', 6, 6),
  ('TB', 'Thông báo', 'Notice', 'TB', 7, 7),
  ('HD', 'Hướng dẫn', 'Guidance', 'HD', 8, 8),
  ('CTr', 'Chương trình', 'Programme', 'CTr', 9, 9),
  ('KH', 'Kế hoạch', 'Plan', 'KH', 10, 10),
  ('PA', 'Phương án', 'Option paper', 'PA', 11, 11),
  ('ĐA', 'Đề án', 'Scheme', 'ĐA', 12, 12),
  ('DA', 'Dự án', 'Project', 'DA', 13, 13),
  ('BC', 'Báo cáo', 'Report', 'BC', 14, 14),
  ('BB', 'Biên bản', 'Minutes', 'BB', 15, 15),
  ('TTr', 'Tờ trình', 'Submission', 'TTr', 16, 16),
  ('HĐ', 'Hợp đồng', 'Contract', 'HĐ', 17, 17),
  ('CV', 'Công văn', 'Official letter', null, 18, 18),
  ('CĐ', 'Công điện', 'Official telegram', 'CĐ', 19, 19),
  ('BGN', 'Bản ghi nhớ', 'Memorandum', 'BGN', 20, 20),
  ('BTT', 'Bản thỏa thuận', 'Agreement', 'BTT', 22, 21),
  ('GUQ', 'Giấy ủy quyền', 'Authorisation', 'GUQ', 24, 22),
  ('GM', 'Giấy mời', 'Invitation', 'GM', 25, 23),
  ('GGT', 'Giấy giới thiệu', 'Letter of introduction', 'GGT', 26, 24),
  ('GNP', 'Giấy nghỉ phép', 'Leave permit', 'GNP', 27, 25),
  ('PG', 'Phiếu gửi', 'Dispatch slip', 'PG', 30, 26),
  ('PC', 'Phiếu chuyển', 'Transfer slip', 'PC', 31, 27),
  ('PB', 'Phiếu báo', 'Notification slip', 'PB', null, 28),
  ('ThC', 'Thư công', 'Formal letter', null, 32, 29),
  ('SY', 'Bản sao y', 'Full copy', 'SY', null, 30),
  ('SL', 'Bản sao lục', 'Copy of a copy', 'SL', null, 31),
  ('TrS', 'Bản trích sao', 'Extract', 'TrS', null, 32);

create table registry.register (
  -- Names it in code and in the tables of numbers: "letter/VPCP", "van-phong-chinh-phu/outgoing/QĐ".
  register text not null,
  -- Null: of a body that is no agency, such as a task force.
  agency_id bigint,
  direction text not null,
  is_secret boolean not null default false,
  constraint register_pk primary key (register),
  constraint register_whose unique (register, agency_id, direction, is_secret),
  constraint register_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint register_direction check (direction in ('incoming', 'outgoing'))
);
comment on table registry.register is 'A series of numbers: of one body, for documents that come in or go out, open or secret. Numbers run from 1 in each year.';

create table registry.register_kind (
  agency_id bigint not null,
  direction text not null,
  is_secret boolean not null,
  -- "*" numbers every kind that has no register of its own: a book of incoming documents.
  kind text not null,
  register text not null,
  constraint register_kind_pk primary key (agency_id, direction, is_secret, kind),
  constraint register_kind_of foreign key (register, agency_id, direction, is_secret)
    references registry.register (register, agency_id, direction, is_secret),
  constraint register_kind_form check (kind = '*' or kind ~ '^[A-ZĐ][A-Za-zĐđ]*$')
);
comment on table registry.register_kind is 'In which register a body numbers a kind of documents: one each (Nghị định 30/2020/NĐ-CP, Điều 15), several kinds in one if it so decided.';

-- The registers that are in use, with the body whose they are where it is known.
insert into registry.register (register, agency_id, direction)
select d.register, coalesce(
    case when d.register like 'letter/%' or d.register like 'report/%' then (
      select p.agency_id from registry.agency_period p
      where p.abbreviation = split_part(d.register, '/', 2) and p.parent_id is null
      order by p.valid desc limit 1) end,
    (select a.agency_id from registry.agency a where d.register ~ '^report/agency/\d+$' and a.agency_id = split_part(d.register, '/', 3)::bigint)),
  'outgoing'
from (select distinct register from registry.document_register) d;
insert into registry.register_kind (agency_id, direction, is_secret, kind, register)
select r.agency_id, r.direction, r.is_secret, case when r.register like 'letter/%' then 'CV' else 'BC' end, r.register
from registry.register r where r.agency_id is not null
order by r.register
on conflict do nothing;
alter table registry.document_register add constraint document_register_of foreign key (register) references registry.register (register);

create table registry.book_entry (
  register text not null,
  year integer not null,
  notation text not null,
  kind text not null,
  about text not null,
  signer text,
  recipients text,
  -- The document in the room that issued it: ('letter', 12).
  source_kind text not null,
  source_id bigint not null,
  pdf_sha256 bytea,
  is_urgent boolean not null default false,
  entered_at timestamptz not null,
  constraint book_entry_pk primary key (register, year, notation),
  constraint book_entry_number foreign key (register, year, notation) references registry.document_number (register, year, notation),
  constraint book_entry_kind foreign key (kind) references registry.document_kind (kind),
  constraint book_entry_words check (about ~ '\S' and signer ~ '\S' and recipients ~ '\S')
);
comment on table registry.book_entry is 'What a number was given to: a line of the book of outgoing documents (Nghị định 30/2020/NĐ-CP, Phụ lục IV). Never changed, never deleted.';
create index book_entry_source_idx on registry.book_entry (source_kind, source_id);
comment on index registry.book_entry_source_idx is 'The line of one document.';

insert into registry.book_entry (register, year, notation, kind, about, signer, recipients, source_kind, source_id, pdf_sha256, entered_at)
select n.register, n.year, n.notation, 'CV', l.about, l.signer_name, l.agency_name, 'letter', l.letter_id, l.pdf_sha256, l.issued_at
from registry.document_number n
join urging.letter l on n.register = 'letter/' || l.series and n.year = l.year and n.notation = l.notation
where l.number is not null
on conflict do nothing;

-- A number is given together with its document, and the next follows the last: a register whose last number nothing has is refused.
create function registry.number_has_its_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.last_number = old.last_number then
      return null;
    end if;
  end if;
  if new.last_number > 0 and not exists (
    select from registry.document_number n
    where n.register = new.register and n.year = new.year and n.number = new.last_number) then
    raise exception using errcode = 'check_violation', constraint = 'document_register_without_gap',
      message = format('register %s of %s: nothing has the number %s', new.register, new.year, new.last_number);
  end if;
  return null;
end
$$;
create constraint trigger document_register_without_gap after insert or update on registry.document_register
  deferrable initially deferred for each row execute function registry.number_has_its_document();

create index document_number_number_idx on registry.document_number (register, year, number);
comment on index registry.document_number_number_idx is 'Whether a number was given, and the book in the order of its numbers.';

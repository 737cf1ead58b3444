-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- What an agency answered to a letter: a document, a file, a report on a task. Never changed, never deleted.
create table urging.answer (
  answer_id bigint generated always as identity,
  letter_id bigint not null,
  number text,
  answered_on date not null,
  summary text not null,
  progress_report_id bigint,
  sha256 bytea,
  file_name text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint answer_pk primary key (answer_id),
  constraint answer_bytes foreign key (sha256) references platform.blob(sha256),
  constraint answer_letter foreign key (letter_id) references urging.letter(letter_id),
  constraint answer_report foreign key (progress_report_id) references tasks.progress_report(progress_report_id),
  constraint answer_file_whole check ((sha256 is null) = (file_name is null)),
  constraint answer_of_something check (number is not null or progress_report_id is not null),
  constraint answer_words check (summary <> ''::text and number <> ''::text)
);
-- Answers to a letter.
create index answer_letter_idx on urging.answer using btree (letter_id, answer_id);
-- What refers to a file, when the file is given up or purged.
create index answer_sha256_idx on urging.answer using btree (sha256) where (sha256 is not null);
create trigger answer_for_ever before delete or update or truncate on urging.answer for each statement execute function platform.refuse_change();

-- One message a day to one person, with all their notices.
create table urging.digest (
  person_id bigint not null,
  on_day date not null,
  mail_id bigint,
  composed_at timestamp with time zone,
  constraint digest_pk primary key (person_id, on_day),
  constraint digest_mail foreign key (mail_id) references platform.mail(mail_id),
  constraint digest_person foreign key (person_id) references registry.person(person_id)
);

-- A letter that urges one agency (công văn đôn đốc), from draft to the answer.
create table urging.letter (
  letter_id bigint generated always as identity,
  agency_id bigint not null,
  agency_name text not null,
  state text not null default 'draft'::text,
  is_sample boolean not null default false,
  as_of date not null,
  about text not null,
  opening text not null,
  closing text not null,
  recipients text[] not null,
  reply_by date not null,
  unit_id bigint not null,
  signatory_id bigint,
  sent_back_reason text,
  submitted_at timestamp with time zone,
  submitted_by text,
  series text,
  year integer,
  number integer,
  notation text,
  place text,
  issued_on date,
  issued_at timestamp with time zone,
  signer_id bigint,
  signer_name text,
  signer_title text,
  on_behalf_of_name text,
  content jsonb,
  docx_sha256 bytea,
  pdf_sha256 bytea,
  answered_at timestamp with time zone,
  closed_at timestamp with time zone,
  closed_by text,
  closed_note text,
  created_at timestamp with time zone not null,
  created_by text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint letter_pk primary key (letter_id),
  constraint letter_number_once unique (series, year, number),
  constraint letter_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint letter_docx foreign key (docx_sha256) references platform.blob(sha256),
  constraint letter_pdf foreign key (pdf_sha256) references platform.blob(sha256),
  constraint letter_signatory foreign key (signatory_id) references registry.person(person_id),
  constraint letter_signer foreign key (signer_id) references registry.person(person_id),
  constraint letter_unit foreign key (unit_id) references registry.agency(agency_id),
  constraint letter_closed_whole check ((state = 'closed'::text) = (closed_at is not null) and (num_nulls(closed_at, closed_by) = any (array[0, 2]))),
  constraint letter_issued_whole check (num_nulls(series, year, number, notation, place, issued_on, issued_at, signer_name, signer_title, content, docx_sha256, pdf_sha256) =
case
    when state = any (array['issued'::text, 'answered'::text, 'closed'::text]) then 0
    else 12
end),
  constraint letter_reply_later check (reply_by > as_of),
  constraint letter_state check (state = any (array['draft'::text, 'submitted'::text, 'issued'::text, 'answered'::text, 'closed'::text, 'dropped'::text])),
  constraint letter_submitted_whole check ((num_nulls(submitted_at, submitted_by) = any (array[0, 2])) and ((state <> all (array['submitted'::text, 'issued'::text, 'answered'::text, 'closed'::text])) or submitted_at is not null)),
  constraint letter_words check (about <> ''::text and opening <> ''::text and closing <> ''::text and agency_name <> ''::text)
);
-- Letters to an agency, newest first.
create index letter_agency_idx on urging.letter using btree (agency_id, letter_id desc);
-- Letters issued within some days.
create index letter_issued_idx on urging.letter using btree (issued_on) where (issued_on is not null);
-- One unissued letter to an agency at a time.
create unique index letter_one_open on urging.letter using btree (agency_id) where (state = any (array['draft'::text, 'submitted'::text]));
-- Letters by notation, agency and what they are about, ignoring marks.
create index letter_search_idx on urging.letter using gin (platform.fold(((((coalesce(notation, ''::text) || ' '::text) || agency_name) || ' '::text) || about)) gin_trgm_ops);
create trigger letter_stays before delete or update on urging.letter for each row when (old.state = any (array['issued'::text, 'answered'::text, 'closed'::text])) execute function urging.issued_stays();

-- The tasks a letter urges, in its order.
create table urging.letter_task (
  letter_id bigint not null,
  task_id bigint not null,
  position integer not null,
  due_on date,
  days_late integer,
  constraint letter_task_pk primary key (letter_id, task_id),
  constraint letter_task_place_once unique (letter_id, "position") deferrable initially deferred,
  constraint letter_task_letter foreign key (letter_id) references urging.letter(letter_id),
  constraint letter_task_task foreign key (task_id) references tasks.task(task_id)
);
-- Letters that urged a task.
create index letter_task_task_idx on urging.letter_task using btree (task_id);
create trigger letter_task_stays before delete or update on urging.letter_task for each row execute function urging.issued_stays();

-- Who was notified of which task on which day: with this ledger no one can claim not to have been notified.
create table urging.notice (
  notice_id bigint generated always as identity,
  on_day date not null,
  rule_id bigint,
  rule_version integer,
  letter_id bigint,
  task_id bigint,
  agency_id bigint not null,
  recipient text not null,
  person_id bigint,
  whom text,
  is_gap boolean not null default false,
  channels text[] not null,
  event text not null,
  due_on date,
  days integer,
  made_at timestamp with time zone not null,
  mail_id bigint,
  read_at timestamp with time zone,
  constraint notice_pk primary key (notice_id),
  constraint notice_once unique nulls not distinct (rule_id, letter_id, task_id, on_day, recipient, person_id),
  constraint notice_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint notice_letter foreign key (letter_id) references urging.letter(letter_id),
  constraint notice_mail foreign key (mail_id) references platform.mail(mail_id),
  constraint notice_person foreign key (person_id) references registry.person(person_id),
  constraint notice_rule foreign key (rule_id) references urging.rule(rule_id),
  constraint notice_task foreign key (task_id) references tasks.task(task_id),
  constraint notice_channels check (channels <@ array['inApp'::text, 'email'::text, 'webhook'::text, 'letter'::text] and channels <> '{}'::text[]),
  constraint notice_event check (event = any (array['before'::text, 'on'::text, 'after'::text, 'silence'::text, 'period'::text, 'milestone'::text, 'letter'::text])),
  constraint notice_of_one check (num_nonnulls(rule_id, letter_id) = 1 and (letter_id is null) = (task_id is not null)),
  constraint notice_recipient check ((recipient = any (array['person'::text, 'system'::text, 'letter'::text])) and (recipient = 'person'::text or person_id is null) and (person_id is not null or recipient <> 'person'::text or is_gap)),
  constraint notice_rule_version check ((rule_id is null) = (rule_version is null)),
  constraint notice_whom check (whom = any (array['officer'::text, 'leader'::text, 'minister'::text, 'taskForce'::text, 'followUp'::text]))
);
-- Notices to an agency.
create index notice_agency_idx on urging.notice using btree (agency_id, on_day desc, notice_id desc);
-- To whom a letter was delivered.
create index notice_letter_idx on urging.notice using btree (letter_id) where (letter_id is not null);
-- Notices to one person, newest first.
create index notice_person_idx on urging.notice using btree (person_id, on_day desc, notice_id desc) where (person_id is not null);
-- Notices about a task.
create index notice_task_idx on urging.notice using btree (task_id, notice_id desc);
-- Unread notices of a person.
create index notice_unread_idx on urging.notice using btree (person_id) where ((read_at is null) and (person_id is not null));

-- When which tasks are urged, who is notified and how; each change raises the version.
create table urging.rule (
  rule_id bigint generated always as identity,
  default_key text,
  name text not null,
  reason text not null,
  event text not null,
  days integer,
  urgencies text[] not null default '{}'::text[],
  deadline_kinds text[] not null default '{}'::text[],
  agency_ids bigint[] not null default '{}'::bigint[],
  whom text[] not null,
  how text[] not null,
  is_active boolean not null default true,
  position integer not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null,
  constraint rule_pk primary key (rule_id),
  constraint rule_default_once unique (default_key),
  constraint rule_days check (
case
    when event = any (array['before'::text, 'after'::text, 'silence'::text]) then days is not null
    when event = 'on'::text then days is null
    else true
end and days >= 1 and days <= 365),
  constraint rule_event check (event = any (array['before'::text, 'on'::text, 'after'::text, 'silence'::text, 'period'::text, 'milestone'::text])),
  constraint rule_how check (how <@ array['inApp'::text, 'email'::text, 'webhook'::text, 'letter'::text] and how <> '{}'::text[]),
  constraint rule_whom check (whom <@ array['officer'::text, 'leader'::text, 'minister'::text, 'taskForce'::text] and whom <> '{}'::text[]),
  constraint rule_words check (name = btrim(name) and name <> ''::text and reason <> ''::text)
);

-- The working days on which the rules were applied: the next time looks back to the last of them.
create table urging.run (
  on_day date not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  last_by text not null,
  made integer not null,
  gaps integer not null,
  constraint run_pk primary key (on_day)
);

-- One row: how letters are headed and numbered, when mail keeps quiet, who counts as officer, leader and head.
create table urging.setting (
  is_only boolean not null default true,
  superior_agency text,
  issuing_agency text not null default 'Văn phòng Chính phủ'::text,
  notation_agency text not null default 'VPCP'::text,
  issuing_agency_slug text not null default 'van-phong-chinh-phu'::text,
  unit_slug text not null default 'vpcp-vu-tong-hop'::text,
  place text not null default 'Hà Nội'::text,
  head_title text not null default 'Bộ trưởng, Chủ nhiệm'::text,
  basis text not null,
  soon_days integer not null default 10,
  reply_days integer not null default 7,
  annex_from integer not null default 9,
  quiet_from text not null default '20:00'::text,
  quiet_to text not null default '06:30'::text,
  officer_roles text[] not null default '{officer,focalPoint}'::text[],
  leader_roles text[] not null default '{leader}'::text[],
  head_titles text[] not null default '{"Bộ trưởng","Chủ nhiệm","Thống đốc","Tổng Thanh tra","Chủ tịch","Tổng Giám đốc","Viện trưởng","Trưởng ban","Giám đốc","Vụ trưởng","Cục trưởng"}'::text[],
  version integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null default 'dieuhanh'::text,
  constraint setting_pk primary key (is_only),
  constraint setting_days check (soon_days >= 0 and soon_days <= 60 and reply_days >= 1 and reply_days <= 60 and annex_from >= 1 and annex_from <= 100),
  constraint setting_hours check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text and quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text),
  constraint setting_one check (is_only),
  constraint setting_words check (issuing_agency <> ''::text and notation_agency ~ '^[A-ZĐ]+$'::text and place <> ''::text and head_title <> ''::text and basis <> ''::text)
);

-- Notices that are shown to a person on screen. Never null: notice_id, person_id, on_day, event, agency_id, is_gap.
-- view urging.bell_notice, see views.sql
--   notice_id bigint
--   person_id bigint
--   on_day date
--   event text
--   agency_id bigint
--   is_gap boolean
--   letter_id bigint
--   read_at timestamp with time zone

-- Of an issued letter only what follows from it may change: its answer and its end.
-- function urging.issued_stays()

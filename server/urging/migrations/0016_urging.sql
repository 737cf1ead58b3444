-- Urging: rules by which people are told, what they were told, letters that urge, and the answers to them.
create schema urging;
comment on schema urging is 'Urging: rules, notices, letters that urge, and what came of them.';

create table urging.setting (
  is_only boolean not null default true,
  -- Head of the letter, and the signs of its number: 12/VPCP-TH.
  superior_body text,
  issuing_body text not null default 'Văn phòng Chính phủ',
  notation_body text not null default 'VPCP',
  -- The body in the registry that the letters come from; its units draft them.
  issuing_agency_slug text not null default 'van-phong-chinh-phu',
  unit_slug text not null default 'vpcp-vu-tong-hop',
  place text not null default 'Hà Nội',
  -- In whose place others sign.
  head_title text not null default 'Bộ trưởng, Chủ nhiệm',
  basis text not null,
  -- A letter takes in what is due within so many days, and asks for an answer within so many working days.
  soon_days integer not null default 10,
  reply_days integer not null default 7,
  -- A longer table becomes an annex.
  annex_from integer not null default 9,
  -- No mail goes out between the two, on the clock of Viet Nam; equal: at any hour.
  quiet_from text not null default '20:00',
  quiet_to text not null default '06:30',
  -- Which posts are meant by an officer and by a leader; a leader with one of the titles is the head.
  officer_roles text[] not null default '{officer,focalPoint}',
  leader_roles text[] not null default '{leader}',
  head_titles text[] not null default
    '{Bộ trưởng,Chủ nhiệm,Thống đốc,Tổng Thanh tra,Chủ tịch,Tổng Giám đốc,Viện trưởng,Trưởng ban,Giám đốc,Vụ trưởng,Cục trưởng}',
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null default 'dieuhanh',
  constraint setting_pk primary key (is_only),
  constraint setting_one check (is_only),
  constraint setting_words check (
    issuing_body <> '' and notation_body ~ '^[A-ZĐ]+$' and place <> '' and head_title <> '' and basis <> ''
  ),
  constraint setting_days check (soon_days between 0 and 60 and reply_days between 1 and 60 and annex_from between 1 and 100),
  constraint setting_hours check (
    quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
  )
);
comment on table urging.setting is 'One row: how letters are headed and numbered, when mail keeps quiet, who counts as officer, leader and head.';
insert into urging.setting (basis) values (
  'Quy chế theo dõi, đôn đốc, kiểm tra việc thực hiện nhiệm vụ do Chính phủ, Thủ tướng Chính phủ giao ban hành kèm theo '
  'Quyết định số 42/2014/QĐ-TTg ngày 27 tháng 7 năm 2014 (được sửa đổi, bổ sung tại Quyết định số 23/2018/QĐ-TTg ngày 15 '
  'tháng 5 năm 2018)');

create table urging.rule (
  rule_id bigint generated always as identity,
  -- Of a rule that came with the product: it is brought in once, and is the office's own from then on.
  default_key text,
  name text not null,
  reason text not null,
  event text not null,
  -- before: working days ahead; after, period, milestone: every so many working days; silence: days without a word.
  days integer,
  -- For which tasks; empty: for any.
  urgencies text[] not null default '{}',
  deadline_kinds text[] not null default '{}',
  agency_ids bigint[] not null default '{}',
  whom text[] not null,
  how text[] not null,
  is_active boolean not null default true,
  position integer not null,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  constraint rule_pk primary key (rule_id),
  constraint rule_default_once unique (default_key),
  constraint rule_words check (name = btrim(name) and name <> '' and reason <> ''),
  constraint rule_event check (event in ('before', 'on', 'after', 'silence', 'period', 'milestone')),
  constraint rule_days check (
    case when event in ('before', 'after', 'silence') then days is not null when event = 'on' then days is null else true end
    and days between 1 and 365
  ),
  constraint rule_whom check (whom <@ array['officer', 'leader', 'minister', 'taskForce'] and whom <> '{}'),
  constraint rule_how check (how <@ array['inApp', 'email', 'webhook', 'letter'] and how <> '{}')
);
comment on table urging.rule is 'When which tasks are urged, whom it is said to and how; each change raises the version.';

create table urging.run (
  on_day date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  last_by text not null,
  made integer not null,
  gaps integer not null,
  constraint run_pk primary key (on_day)
);
comment on table urging.run is 'The working days on which the rules were applied: the next time looks back to the last of them.';

create table urging.letter_register (
  series text not null,
  year integer not null,
  last_number integer not null,
  constraint letter_register_pk primary key (series, year),
  constraint letter_register_number check (last_number >= 1)
);
comment on table urging.letter_register is 'The last number given in a year; its row is the lock under which the next is given.';

create table urging.letter (
  letter_id bigint generated always as identity,
  agency_id bigint not null,
  -- The body as the letter calls it.
  agency_name text not null,
  state text not null default 'draft',
  is_sample boolean not null default false,
  -- The day its figures stand on; frozen when it is issued.
  as_of date not null,
  about text not null,
  opening text not null,
  closing text not null,
  recipients text[] not null,
  reply_by date not null,
  unit_id bigint not null,
  -- Whose signature it is prepared for; null: that of whichever leader signs.
  signatory_id bigint,
  sent_back_reason text,
  submitted_at timestamptz,
  submitted_by text,
  series text,
  year integer,
  number integer,
  notation text,
  place text,
  issued_on date,
  issued_at timestamptz,
  signer_id bigint,
  signer_name text,
  -- As it stands above the name, a line each: "KT. …", "PHÓ …".
  signer_title text,
  on_behalf_of_name text,
  content jsonb,
  docx_sha256 bytea,
  pdf_sha256 bytea,
  answered_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  closed_note text,
  created_at timestamptz not null,
  created_by text not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint letter_pk primary key (letter_id),
  constraint letter_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint letter_unit foreign key (unit_id) references registry.agency (agency_id),
  constraint letter_signatory foreign key (signatory_id) references registry.person (person_id),
  constraint letter_signer foreign key (signer_id) references registry.person (person_id),
  constraint letter_docx foreign key (docx_sha256) references platform.blob (sha256),
  constraint letter_pdf foreign key (pdf_sha256) references platform.blob (sha256),
  constraint letter_state check (state in ('draft', 'submitted', 'issued', 'answered', 'closed', 'dropped')),
  constraint letter_words check (about <> '' and opening <> '' and closing <> '' and agency_name <> ''),
  constraint letter_reply_later check (reply_by > as_of),
  constraint letter_submitted_whole check (
    num_nulls(submitted_at, submitted_by) in (0, 2) and (state not in ('submitted', 'issued', 'answered', 'closed') or submitted_at is not null)
  ),
  constraint letter_issued_whole check (
    num_nulls(series, year, number, notation, place, issued_on, issued_at, signer_name, signer_title, content, docx_sha256, pdf_sha256)
      = case when state in ('issued', 'answered', 'closed') then 0 else 12 end
  ),
  constraint letter_closed_whole check ((state = 'closed') = (closed_at is not null) and num_nulls(closed_at, closed_by) in (0, 2)),
  constraint letter_number_once unique (series, year, number)
);
comment on table urging.letter is 'A letter that urges one body (công văn đôn đốc), from draft to the answer.';
create unique index letter_one_open on urging.letter (agency_id) where state in ('draft', 'submitted');
comment on index urging.letter_one_open is 'One letter in the making to a body at a time.';
create index letter_agency_idx on urging.letter (agency_id, letter_id desc);
comment on index urging.letter_agency_idx is 'Letters to a body, newest first.';
create index letter_issued_idx on urging.letter (issued_on) where issued_on is not null;
comment on index urging.letter_issued_idx is 'Letters issued within some days.';

create table urging.letter_task (
  letter_id bigint not null,
  task_id bigint not null,
  position integer not null,
  -- As the letter prints it; null while it is a draft, which prints the task as it stands.
  due_on date,
  days_late integer,
  constraint letter_task_pk primary key (letter_id, task_id),
  constraint letter_task_place_once unique (letter_id, position) deferrable initially deferred,
  constraint letter_task_letter foreign key (letter_id) references urging.letter (letter_id),
  constraint letter_task_task foreign key (task_id) references tasks.task (task_id)
);
comment on table urging.letter_task is 'The tasks a letter urges, in its order.';
create index letter_task_task_idx on urging.letter_task (task_id);
comment on index urging.letter_task_task_idx is 'Letters that urged a task.';

create function urging.issued_stays() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if tg_op = 'DELETE' or tg_table_name = 'letter_task' then
    if exists (select from urging.letter l where l.letter_id = old.letter_id and l.state in ('issued', 'answered', 'closed')) then
      raise exception 'an issued letter stays as it is' using errcode = '23514', constraint = 'letter_issued_stays';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if (new.agency_id, new.series, new.year, new.number, new.notation, new.issued_on, new.issued_at, new.signer_name,
      new.signer_title, new.content, new.docx_sha256, new.pdf_sha256, new.about, new.opening, new.closing, new.recipients)
     is distinct from
     (old.agency_id, old.series, old.year, old.number, old.notation, old.issued_on, old.issued_at, old.signer_name,
      old.signer_title, old.content, old.docx_sha256, old.pdf_sha256, old.about, old.opening, old.closing, old.recipients)
     or new.state not in ('issued', 'answered', 'closed')
  then
    raise exception 'an issued letter stays as it is' using errcode = '23514', constraint = 'letter_issued_stays';
  end if;
  return new;
end
$$;
comment on function urging.issued_stays is 'Of an issued letter nothing changes but what became of it.';
create trigger letter_stays before update or delete on urging.letter
  for each row when (old.state in ('issued', 'answered', 'closed')) execute function urging.issued_stays();
create trigger letter_task_stays before update or delete on urging.letter_task
  for each row execute function urging.issued_stays();

create table urging.answer (
  answer_id bigint generated always as identity,
  letter_id bigint not null,
  -- The document that answers: "123/BTC-VP", of a day.
  number text,
  answered_on date not null,
  summary text not null,
  -- Or what was reported on one of the letter's tasks.
  progress_report_id bigint,
  sha256 bytea,
  file_name text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint answer_pk primary key (answer_id),
  constraint answer_letter foreign key (letter_id) references urging.letter (letter_id),
  constraint answer_report foreign key (progress_report_id) references tasks.progress_report (progress_report_id),
  constraint answer_bytes foreign key (sha256) references platform.blob (sha256),
  constraint answer_of_something check (number is not null or progress_report_id is not null),
  constraint answer_words check (summary <> '' and number <> ''),
  constraint answer_file_whole check ((sha256 is null) = (file_name is null))
);
comment on table urging.answer is 'What a body answered to a letter: a document, a file, a report on a task. Never changed, never deleted.';
create index answer_letter_idx on urging.answer (letter_id, answer_id);
comment on index urging.answer_letter_idx is 'Answers to a letter.';
create trigger answer_for_ever before update or delete or truncate on urging.answer
  for each statement execute function platform.refuse_change();

create table urging.notice (
  notice_id bigint generated always as identity,
  on_day date not null,
  -- What it comes from: a rule, or a letter that was issued.
  rule_id bigint,
  rule_version integer,
  letter_id bigint,
  -- Null for a letter: letter_task says which.
  task_id bigint,
  agency_id bigint not null,
  -- person: said to somebody; system: to the body's systems; letter: a letter to the body was proposed.
  recipient text not null,
  person_id bigint,
  whom text,
  -- The body has nobody who could be told; it is said to those who follow up instead.
  is_gap boolean not null default false,
  channels text[] not null,
  event text not null,
  due_on date,
  -- Working days to go (before), days past (on, after, period, milestone), days of silence.
  days integer,
  made_at timestamptz not null,
  mail_id bigint,
  read_at timestamptz,
  constraint notice_pk primary key (notice_id),
  constraint notice_rule foreign key (rule_id) references urging.rule (rule_id),
  constraint notice_letter foreign key (letter_id) references urging.letter (letter_id),
  constraint notice_task foreign key (task_id) references tasks.task (task_id),
  constraint notice_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint notice_person foreign key (person_id) references registry.person (person_id),
  constraint notice_mail foreign key (mail_id) references platform.mail (mail_id),
  constraint notice_once unique nulls not distinct (rule_id, letter_id, task_id, on_day, recipient, person_id),
  constraint notice_of_one check (num_nonnulls(rule_id, letter_id) = 1 and (letter_id is null) = (task_id is not null)),
  constraint notice_rule_version check ((rule_id is null) = (rule_version is null)),
  constraint notice_recipient check (
    recipient in ('person', 'system', 'letter') and (recipient = 'person' or person_id is null)
      and (person_id is not null or recipient <> 'person' or is_gap)
  ),
  constraint notice_event check (event in ('before', 'on', 'after', 'silence', 'period', 'milestone', 'letter')),
  constraint notice_whom check (whom in ('officer', 'leader', 'minister', 'taskForce', 'followUp')),
  constraint notice_channels check (channels <@ array['inApp', 'email', 'webhook', 'letter'] and channels <> '{}')
);
comment on table urging.notice is 'What was said to whom about which task on which day: the ledger by which nobody can say they were not told.';
create index notice_person_idx on urging.notice (person_id, on_day desc, notice_id desc) where person_id is not null;
comment on index urging.notice_person_idx is 'What one person was told, newest first.';
create index notice_unread_idx on urging.notice (person_id) where read_at is null and person_id is not null;
comment on index urging.notice_unread_idx is 'How much somebody has not read.';
create index notice_task_idx on urging.notice (task_id, notice_id desc);
comment on index urging.notice_task_idx is 'What was said about a task.';
create index notice_agency_idx on urging.notice (agency_id, on_day desc, notice_id desc);
comment on index urging.notice_agency_idx is 'What a body was told.';
create index notice_letter_idx on urging.notice (letter_id) where letter_id is not null;
comment on index urging.notice_letter_idx is 'To whom a letter was delivered.';

create table urging.digest (
  person_id bigint not null,
  on_day date not null,
  -- Null until it is composed, or where everything had been said already.
  mail_id bigint,
  composed_at timestamptz,
  constraint digest_pk primary key (person_id, on_day),
  constraint digest_person foreign key (person_id) references registry.person (person_id),
  constraint digest_mail foreign key (mail_id) references platform.mail (mail_id)
);
comment on table urging.digest is 'One message a day to one person, whatever they are to be told.';

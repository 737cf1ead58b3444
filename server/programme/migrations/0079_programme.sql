-- The Government's work programme: what is to be submitted, by whom, to which level, by when, and what is owed.
create schema programme;
comment on schema programme is 'The work programme: its entries (đề án), their due days, submissions and debt; action plans; the calendar of the week.';

/* ----- rules by date ----- */
create table programme.working_rule (
  working_rule_id bigint generated always as identity,
  valid daterange not null,
  method text not null,
  day integer,
  is_strict boolean not null default false,
  words text not null,
  instrument text not null,
  article text,
  certainty text not null,
  constraint working_rule_pk primary key (working_rule_id),
  constraint working_rule_method check (method in ('endOfMonth', 'beforeDay') and (method = 'beforeDay') = (day is not null)),
  constraint working_rule_day check (day between 2 and 28),
  constraint working_rule_words check (words ~ '\S' and instrument ~ '\S'),
  constraint working_rule_one_a_day exclude using gist (valid with &&)
);
comment on table programme.working_rule is 'Which day of its month an entry is due by, as the working regulation in force on the first day of that month says.';
comment on column programme.working_rule.is_strict is '"before the 20th" read literally: the last day is the 19th.';

insert into programme.working_rule (valid, method, day, is_strict, words, instrument, article, certainty) values
  ('[2016-10-01,2022-06-18)', 'endOfMonth', null, false, 'trong tháng ghi tại chương trình', '138/2016/NĐ-CP', null, 'practice'),
  ('[2022-06-18,2026-05-29)', 'endOfMonth', null, false, 'trong tháng ghi tại chương trình', '39/2022/NĐ-CP', '18', 'practice'),
  ('[2026-05-29,)', 'beforeDay', 20, true, 'trước ngày 20 của tháng ghi tại chương trình', '191/2026/NĐ-CP', '20.2', 'secondary (condensed copy)');

create table programme.file_requirement (
  file_requirement_id bigint generated always as identity,
  valid daterange not null,
  applies_to text not null,
  position integer not null,
  name text not null,
  basis text not null,
  constraint file_requirement_pk primary key (file_requirement_id),
  constraint file_requirement_applies check (applies_to in ('all', 'normative')),
  constraint file_requirement_words check (name ~ '\S' and basis ~ '\S')
);
comment on table programme.file_requirement is 'What a file of submission must hold on a day, by kind of text; a file is returned with everything that is missing.';

insert into programme.file_requirement (valid, applies_to, position, name, basis) values
  ('[2016-10-01,)', 'all', 1, 'Tờ trình', 'Quy chế làm việc của Chính phủ'),
  ('[2016-10-01,)', 'all', 2, 'Dự thảo văn bản, đề án', 'Quy chế làm việc của Chính phủ'),
  ('[2016-10-01,)', 'all', 3, 'Bản tổng hợp, tiếp thu, giải trình ý kiến', 'Quy chế làm việc của Chính phủ'),
  ('[2016-10-01,)', 'normative', 4, 'Báo cáo thẩm định của Bộ Tư pháp', 'Luật Ban hành văn bản quy phạm pháp luật'),
  ('[2026-05-29,)', 'all', 5, 'Bản tóm tắt không quá 6 trang, nếu Tờ trình dài trên 10 trang', '191/2026/NĐ-CP, Điều 14.2');

/* ----- programmes ----- */
create table programme.programme (
  programme_id bigint generated always as identity,
  kind text not null,
  first_on date not null,
  last_on date not null,
  title text not null,
  state text not null default 'draft',
  act_number text,
  act_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint programme_pk primary key (programme_id),
  constraint programme_kind check (kind in ('year', 'quarter', 'month', 'week')),
  constraint programme_period check (first_on <= last_on),
  constraint programme_state check (state in ('draft', 'issued')),
  constraint programme_words check (title ~ '\S' and char_length(title) <= 300),
  constraint programme_issued_by_act check (case when state = 'issued' then act_number ~ '\S' and act_on is not null else num_nonnulls(act_number, act_on) = 0 end),
  constraint programme_once unique (kind, first_on)
);
comment on table programme.programme is 'A programme of a year, quarter, month or week, and the act that issued it.';

/* ----- entries ----- */
create sequence programme.item_number;
create table programme.item (
  item_id bigint generated always as identity,
  code text not null,
  name text not null,
  text_kind text not null,
  origin text not null,
  origin_words text,
  note text,
  source_kind text,
  source_id bigint,
  source_ref text,
  source_number text,
  task_id bigint,
  into_item_id bigint,
  from_item_id bigint,
  import_id bigint,
  -- As it is now: the same as the version in force, held for locking and for lists of today.
  state text not null,
  lead_agency_id bigint not null,
  level text not null,
  in_charge text,
  due_on date not null,
  first_due_on date not null,
  state_on date not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  created_by_agency_id bigint not null,
  changed_at timestamptz not null,
  changed_by text not null,
  search text generated always as (platform.fold(code || ' ' || name || ' ' || coalesce(source_number, '') || ' ' || coalesce(in_charge, ''))) stored,
  constraint item_pk primary key (item_id),
  constraint item_code_once unique (code),
  constraint item_words check (name ~ '\S' and char_length(name) <= 2000 and char_length(origin_words) <= 1000 and char_length(note) <= 4000),
  constraint item_text_kind check (text_kind in ('law', 'ordinance', 'resolution', 'decree', 'decision', 'directive', 'strategy', 'plan', 'report', 'scheme', 'other')),
  constraint item_origin check (origin in ('directive', 'law', 'own')),
  constraint item_level check (level in ('nationalAssembly', 'standingCommittee', 'government', 'primeMinister')),
  constraint item_state check (state in ('registered', 'planned', 'submitted', 'returned', 'complete', 'considered', 'revising', 'signed', 'issued', 'stopped')),
  constraint item_source_whole check ((source_kind is null) = (source_id is null)),
  constraint item_task foreign key (task_id) references tasks.task (task_id),
  constraint item_one_of_task unique (task_id),
  constraint item_into foreign key (into_item_id) references programme.item (item_id),
  constraint item_from foreign key (from_item_id) references programme.item (item_id),
  constraint item_lead foreign key (lead_agency_id) references registry.agency (agency_id),
  constraint item_creator foreign key (created_by_agency_id) references registry.agency (agency_id)
);
comment on table programme.item is 'An entry of the work programme (đề án): what it is and, as of now, where it stands. Past days are in programme.item_version.';
comment on column programme.item.into_item_id is 'The entry it was merged into.';
comment on column programme.item.from_item_id is 'The entry it was split from.';
create index item_search_idx on programme.item using gin (search gin_trgm_ops);
comment on index programme.item_search_idx is 'Entries by words typed.';
create index item_source_idx on programme.item (source_kind, source_id) where source_id is not null;
comment on index programme.item_source_idx is 'The entries that carry out a clause of one source.';

create table programme.item_party (
  item_id bigint not null,
  agency_id bigint not null,
  position integer not null,
  named_as text not null,
  constraint item_party_pk primary key (item_id, agency_id),
  constraint item_party_item foreign key (item_id) references programme.item (item_id),
  constraint item_party_agency foreign key (agency_id) references registry.agency (agency_id)
);
comment on table programme.item_party is 'Agencies that coordinate on an entry.';
create index item_party_agency_idx on programme.item_party (agency_id, item_id);
comment on index programme.item_party_agency_idx is 'The entries an agency coordinates on, which its people may read.';

create table programme.entry (
  entry_id bigint generated always as identity,
  programme_id bigint not null,
  item_id bigint not null,
  carried_from_id bigint,
  entered_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint entry_pk primary key (entry_id),
  constraint entry_programme foreign key (programme_id) references programme.programme (programme_id),
  constraint entry_item foreign key (item_id) references programme.item (item_id),
  constraint entry_carried_from foreign key (carried_from_id) references programme.entry (entry_id),
  constraint entry_once unique (programme_id, item_id)
);
comment on table programme.entry is 'Which entries a programme lists, since when, and from which programme they were carried over. Never changed, never deleted.';
create index entry_item_idx on programme.entry (item_id);
comment on index programme.entry_item_idx is 'The programmes that list an entry.';

/* ----- requests to change, decided by an act ----- */
create table programme.change (
  change_id bigint generated always as identity,
  item_id bigint not null,
  kind text not null,
  state text not null default 'asked',
  reason text not null,
  answerable text,
  new_month date,
  new_day date,
  new_lead_id bigint,
  into_item_id bigint,
  new_names text[],
  was_owed boolean not null,
  is_by_lead boolean not null,
  asked_on date not null,
  asked_by text not null,
  asked_by_person_id bigint,
  asked_by_agency_id bigint not null,
  asked_at timestamptz not null,
  decided_on date,
  decided_by text,
  decided_at timestamptz,
  decider text,
  act_number text,
  act_on date,
  note text,
  constraint change_pk primary key (change_id),
  constraint change_item foreign key (item_id) references programme.item (item_id),
  constraint change_new_lead foreign key (new_lead_id) references registry.agency (agency_id),
  constraint change_into foreign key (into_item_id) references programme.item (item_id),
  constraint change_agency foreign key (asked_by_agency_id) references registry.agency (agency_id),
  constraint change_kind check (kind in ('postpone', 'add', 'stop', 'changeLead', 'merge', 'split')),
  constraint change_state check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  constraint change_words check (reason ~ '\S' and char_length(reason) <= 4000 and char_length(note) <= 4000),
  constraint change_says_what check (
    (num_nonnulls(new_month, new_day) > 0) = (kind = 'postpone') and (new_lead_id is not null) = (kind = 'changeLead')
    and (into_item_id is not null) = (kind = 'merge') and (new_names is not null) = (kind = 'split')
  ),
  constraint change_not_into_itself check (into_item_id <> item_id),
  constraint change_decided_whole check (
    case state when 'asked' then num_nonnulls(decided_on, decided_by, decided_at) = 0 else num_nulls(decided_on, decided_by, decided_at) = 0 end
  ),
  -- Decided with an act: who decided, its number and day.
  constraint change_granted_by_act check (case when state = 'granted' then act_number ~ '\S' and act_on is not null and decider ~ '\S' else true end),
  constraint change_owed_not_stopped check (not (kind = 'stop' and was_owed and is_by_lead))
);
comment on table programme.change is 'A request to change an entry (postpone, add, stop, another lead, merge, split), and how it was decided.';
create unique index change_one_open on programme.change (item_id) where state = 'asked';
comment on index programme.change_one_open is 'One request of an entry waits at a time.';
create index change_item_idx on programme.change (item_id, change_id);
comment on index programme.change_item_idx is 'The requests of an entry.';

/* ----- due days ----- */
create table programme.due (
  due_id bigint generated always as identity,
  item_id bigint not null,
  position integer not null,
  month date not null,
  due_on date not null,
  is_day boolean not null,
  words text not null,
  is_strict boolean not null,
  working_rule_id bigint,
  change_id bigint,
  act text not null,
  act_on date not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint due_pk primary key (due_id),
  constraint due_item foreign key (item_id) references programme.item (item_id),
  constraint due_rule foreign key (working_rule_id) references programme.working_rule (working_rule_id),
  constraint due_change foreign key (change_id) references programme.change (change_id),
  constraint due_once unique (item_id, position),
  constraint due_month check (extract(day from month) = 1 and due_on >= month and due_on < month + interval '1 month'),
  constraint due_by_rule check (is_day = (working_rule_id is null)),
  constraint due_words check (words ~ '\S' and act ~ '\S')
);
comment on table programme.due is 'The due days of an entry in their order: the first stays, a later one is set by an act. Never changed, never deleted.';

/* ----- submissions: proven by a number or a document ----- */
create table programme.submission (
  submission_id bigint generated always as identity,
  item_id bigint not null,
  position integer not null,
  number text not null,
  sent_on date not null,
  received_on date,
  registry_number text,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  note text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_person_id bigint,
  constraint submission_pk primary key (submission_id),
  constraint submission_item foreign key (item_id) references programme.item (item_id),
  constraint submission_blob foreign key (sha256) references platform.blob (sha256),
  constraint submission_once unique (item_id, position),
  constraint submission_words check (number ~ '\S' and char_length(number) <= 100 and char_length(registry_number) <= 100 and char_length(note) <= 4000),
  constraint submission_days check (received_on >= sent_on),
  constraint submission_file_whole check (num_nulls(sha256, file_name, media_type, size_bytes) in (0, 4)),
  -- A tick is no proof: the office's register has it, or the document is here.
  constraint submission_proven check (registry_number ~ '\S' or sha256 is not null)
);
comment on table programme.submission is 'A submission of an entry: the number of the paper, sent, received, and what proves it. Never changed, never deleted.';

create table programme.submission_part (
  submission_id bigint not null,
  position integer not null,
  name text not null,
  is_there boolean not null,
  constraint submission_part_pk primary key (submission_id, position),
  constraint submission_part_of foreign key (submission_id) references programme.submission (submission_id)
);
comment on table programme.submission_part is 'What the regulation asks of the file on its day, and whether the sender says it is there. Never changed, never deleted.';

create table programme.submission_check (
  submission_id bigint not null,
  outcome text not null,
  checked_on date not null,
  note text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_person_id bigint,
  constraint submission_check_pk primary key (submission_id),
  constraint submission_check_of foreign key (submission_id) references programme.submission (submission_id),
  constraint submission_check_outcome check (outcome in ('complete', 'returned'))
);
comment on table programme.submission_check is 'What the check of a file found, once. Never changed, never deleted.';

create table programme.submission_reason (
  submission_id bigint not null,
  position integer not null,
  reason text not null,
  constraint submission_reason_pk primary key (submission_id, position),
  constraint submission_reason_of foreign key (submission_id) references programme.submission_check (submission_id),
  constraint submission_reason_words check (reason ~ '\S' and char_length(reason) <= 1000)
);
comment on table programme.submission_reason is 'Why a file was returned: all reasons at once. Never changed, never deleted.';

create function programme.returned_has_reasons() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.outcome = 'returned') <> exists (select from programme.submission_reason r where r.submission_id = new.submission_id) then
    raise exception 'a file is returned with its reasons' using errcode = '23514', constraint = 'submission_returned_with_reasons';
  end if;
  return null;
end
$$;
comment on function programme.returned_has_reasons is 'A returned file names its reasons; a complete one has none.';
create constraint trigger submission_returned_with_reasons after insert on programme.submission_check
  deferrable initially deferred for each row execute function programme.returned_has_reasons();

create table programme.issue (
  item_id bigint not null,
  number text not null,
  signed_on date not null,
  issued_on date,
  effect_on date,
  signer text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint issue_pk primary key (item_id),
  constraint issue_item foreign key (item_id) references programme.item (item_id),
  constraint issue_words check (number ~ '\S' and char_length(number) <= 100),
  constraint issue_days check (issued_on >= signed_on)
);
comment on table programme.issue is 'The text that an entry became: signed, issued and in force are three days.';

create table programme.step (
  step_id bigint generated always as identity,
  item_id bigint not null,
  kind text not null,
  planned_on date,
  done_on date,
  note text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint step_pk primary key (step_id),
  constraint step_item foreign key (item_id) references programme.item (item_id),
  constraint step_kind check (kind in ('drafting', 'consultation', 'appraisal', 'opinion', 'session')),
  constraint step_says_something check (num_nonnulls(planned_on, done_on) > 0 and char_length(note) <= 2000)
);
comment on table programme.step is 'The planned and real day of a step on the way; the last row of a kind counts. Never changed, never deleted.';
create index step_item_idx on programme.step (item_id, kind, step_id desc);
comment on index programme.step_item_idx is 'The steps of an entry as they stand.';

create table programme.promise (
  promise_id bigint generated always as identity,
  item_id bigint not null,
  recover_by date not null,
  reason text not null,
  by_whom text not null,
  document text,
  promised_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint promise_pk primary key (promise_id),
  constraint promise_item foreign key (item_id) references programme.item (item_id),
  constraint promise_later check (recover_by >= promised_on),
  constraint promise_words check (reason ~ '\S' and by_whom ~ '\S' and char_length(reason) <= 2000)
);
comment on table programme.promise is 'The day by which an owed entry is promised to be submitted, and who answers for it; it moves no due day. Never changed, never deleted.';
create index promise_item_idx on programme.promise (item_id, promise_id desc);
comment on index programme.promise_item_idx is 'The promise of an entry that counts: the last one.';

/* ----- facts, and the versions derived from them ----- */
create table programme.fact (
  fact_id bigint generated always as identity,
  item_id bigint not null,
  dimension text not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  state text,
  agency_id bigint,
  words text,
  day date,
  constraint fact_pk primary key (fact_id),
  constraint fact_item foreign key (item_id) references programme.item (item_id),
  constraint fact_value check (
    case dimension
      when 'state' then state is not null and num_nonnulls(agency_id, words, day) = 0
      when 'lead' then agency_id is not null and num_nonnulls(state, words, day) = 0
      when 'level' then words is not null and num_nonnulls(state, agency_id, day) = 0
      when 'inCharge' then num_nonnulls(state, agency_id, day) = 0
      when 'due' then day is not null and num_nonnulls(state, agency_id, words) = 0
      else false
    end
  )
);
comment on table programme.fact is 'What became true of an entry, one dimension each, from which day and recorded when. Never changed, never deleted.';
create index fact_item_idx on programme.fact (item_id, dimension, effective_on desc, recorded_at desc, fact_id desc);
comment on index programme.fact_item_idx is 'The fact in force of each dimension, when versions are derived.';

create table programme.item_version (
  item_id bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  state text not null,
  lead_agency_id bigint not null,
  level text not null,
  in_charge text,
  due_on date not null,
  first_due_on date not null,
  moves integer not null,
  submitted_on date,
  constraint item_version_pk primary key (item_id, known_from, valid_from),
  constraint item_version_item foreign key (item_id) references programme.item (item_id),
  constraint item_version_days check (valid_from < valid_to and known_from < known_to),
  constraint item_version_sent check (
    (state in ('submitted', 'complete', 'considered', 'revising', 'signed', 'issued')) = (submitted_on is not null)
  )
);
comment on table programme.item_version is 'A whole entry as it was on a range of days, as known between two instants. Written by the database alone.';
create index item_version_due_idx on programme.item_version (due_on, state) include (item_id, valid_from, valid_to, known_from, known_to);
comment on index programme.item_version_due_idx is 'What is due in a period, and what is owed, on any day.';

/* ----- the years: what is owed is carried over, and the count balances ----- */
create table programme.year_close (
  year integer not null,
  owed_at_start integer not null,
  newly_owed integer not null,
  cleared integer not null,
  moved integer not null,
  stopped integer not null,
  owed_at_end integer not null,
  restated integer not null,
  known_at timestamptz not null,
  closed_at timestamptz not null,
  closed_by text not null,
  constraint year_close_pk primary key (year),
  -- What left the debt by a new due day is a part of what was cleared.
  constraint year_balances check (owed_at_start + newly_owed - cleared - stopped = owed_at_end and moved between 0 and cleared),
  constraint year_counts check (least(owed_at_start, newly_owed, cleared, stopped, owed_at_end) >= 0)
);
comment on table programme.year_close is 'The debt of a year, closed: owed at its start + newly owed - cleared - stopped = owed at its end. Never changed, never deleted.';
comment on column programme.year_close.restated is 'How the start differs from the end of the year before, because of what was recorded after that was closed.';

create table programme.carried (
  year integer not null,
  item_id bigint not null,
  stems_from integer not null,
  owed_since date not null,
  constraint carried_pk primary key (year, item_id),
  constraint carried_year foreign key (year) references programme.year_close (year),
  constraint carried_item foreign key (item_id) references programme.item (item_id),
  constraint carried_stems check (stems_from <= year and extract(year from owed_since) <= year)
);
comment on table programme.carried is 'What was owed at the end of a year and carried over, with the year its debt stems from. Never changed, never deleted.';

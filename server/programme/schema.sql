-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- A fact that, as known from an instant on, never was. Never changed, never deleted.
create table programme.annulled_fact (
  fact_id bigint not null,
  annulled_at timestamp with time zone not null,
  annulment_id bigint, -- Null where the office confirmed another day of the same submission.
  constraint annulled_fact_pk primary key (fact_id),
  constraint annulled_fact_by foreign key (annulment_id) references programme.annulment(annulment_id),
  constraint annulled_fact_of foreign key (fact_id) references programme.fact(fact_id)
);
create trigger annulled_fact_makes_versions after insert on programme.annulled_fact referencing new table as new_annulled for each statement execute function programme.keep_versions_of_annulled();

-- A step of an entry that was recorded by mistake and never was: what was recorded, who found so, and why. Never changed, never deleted.
create table programme.annulment (
  annulment_id bigint generated always as identity,
  item_id bigint not null,
  what text not null,
  submission_id bigint,
  words text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint annulment_pk primary key (annulment_id),
  constraint annulment_once unique (submission_id),
  constraint annulment_item foreign key (item_id) references programme.item(item_id),
  constraint annulment_submission foreign key (submission_id) references programme.submission(submission_id),
  constraint annulment_of check ((submission_id is not null) = (what = 'submission'::text)),
  constraint annulment_what check (what = any (array['submission'::text, 'signing'::text, 'issue'::text, 'stop'::text])),
  constraint annulment_words check (words ~ '\S'::text and reason ~ '\S'::text and char_length(reason) <= 1000)
);
-- What was annulled of an entry.
create index annulment_item_idx on programme.annulment using btree (item_id);

-- What was owed at the end of a year and carried over, with the year its debt stems from. Never changed, never deleted.
create table programme.carried (
  year integer not null,
  item_id bigint not null,
  stems_from integer not null,
  owed_since date not null,
  constraint carried_pk primary key (year, item_id),
  constraint carried_item foreign key (item_id) references programme.item(item_id),
  constraint carried_year foreign key (year) references programme.year_close(year),
  constraint carried_stems check (stems_from <= year and extract(year from owed_since) <= year::numeric)
);
-- Since which year the debt of an entry is carried over.
create index carried_item_idx on programme.carried using btree (item_id);

-- A request to change an entry (postpone, add, stop, another lead, merge, split), and how it was decided.
create table programme.change (
  change_id bigint generated always as identity,
  item_id bigint not null,
  kind text not null,
  state text not null default 'asked'::text,
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
  asked_at timestamp with time zone not null,
  decided_on date,
  decided_by text,
  decided_at timestamp with time zone,
  decider text,
  act_number text,
  act_on date,
  note text,
  annulled_at timestamp with time zone, -- The stop that it granted was recorded by mistake, and never was.
  constraint change_pk primary key (change_id),
  constraint change_agency foreign key (asked_by_agency_id) references registry.agency(agency_id),
  constraint change_into foreign key (into_item_id) references programme.item(item_id),
  constraint change_item foreign key (item_id) references programme.item(item_id),
  constraint change_new_lead foreign key (new_lead_id) references registry.agency(agency_id),
  constraint change_decided_whole check (
case state
    when 'asked'::text then num_nonnulls(decided_on, decided_by, decided_at) = 0
    else num_nulls(decided_on, decided_by, decided_at) = 0
end),
  constraint change_granted_by_act check (
case
    when state = 'granted'::text then act_number ~ '\S'::text and act_on is not null and decider ~ '\S'::text
    else true
end),
  constraint change_kind check (kind = any (array['postpone'::text, 'add'::text, 'stop'::text, 'changeLead'::text, 'merge'::text, 'split'::text])),
  constraint change_not_into_itself check (into_item_id <> item_id),
  constraint change_owed_not_stopped check (not ((kind = any (array['stop'::text, 'merge'::text])) and was_owed and is_by_lead)) not valid,
  constraint change_says_what check ((num_nonnulls(new_month, new_day) > 0) = (kind = 'postpone'::text) and (new_lead_id is not null) = (kind = 'changeLead'::text) and (into_item_id is not null) = (kind = 'merge'::text) and (new_names is not null) = (kind = 'split'::text)),
  constraint change_state check (state = any (array['asked'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text])),
  constraint change_words check (reason ~ '\S'::text and char_length(reason) <= 4000 and char_length(note) <= 4000)
);
-- The requests of an entry.
create index change_item_idx on programme.change using btree (item_id, change_id);
-- One request of an entry waits at a time.
create unique index change_one_open on programme.change using btree (item_id) where (state = 'asked'::text);

-- A text that a clause of a law leaves to be issued; owed from the day the law takes effect until it is issued.
create table programme.detailing_duty (
  detailing_duty_id bigint generated always as identity,
  law_number text not null,
  law_title text not null,
  law_effect_on date not null,
  clause text not null,
  name text not null,
  text_kind text not null,
  lead_agency_id bigint not null,
  in_charge text,
  item_id bigint,
  version integer not null default 1,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint detailing_duty_pk primary key (detailing_duty_id),
  constraint detailing_duty_once unique (law_number, clause, name),
  constraint detailing_duty_item foreign key (item_id) references programme.item(item_id),
  constraint detailing_duty_lead foreign key (lead_agency_id) references registry.agency(agency_id),
  constraint detailing_duty_kind check (text_kind = any (array['decree'::text, 'decision'::text, 'circular'::text, 'resolution'::text])),
  constraint detailing_duty_words check (law_number ~ '\S'::text and law_title ~ '\S'::text and clause ~ '\S'::text and name ~ '\S'::text and char_length(name) <= 2000)
);
-- Texts owed under laws in force on a day.
create index detailing_duty_law_idx on programme.detailing_duty using btree (law_effect_on);

-- The text that was issued for a duty: issued and in force are two days. One that was recorded wrongly is annulled and stays.
create table programme.detailing_text (
  detailing_duty_id bigint not null,
  number text not null,
  issued_on date not null,
  effect_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  detailing_text_id bigint generated always as identity,
  annulled_at timestamp with time zone,
  annulled_by text,
  annulled_because text,
  constraint detailing_text_pk primary key (detailing_text_id),
  constraint detailing_text_duty foreign key (detailing_duty_id) references programme.detailing_duty(detailing_duty_id),
  constraint detailing_text_annulled_whole check (num_nulls(annulled_at, annulled_by, annulled_because) = any (array[0, 3])),
  constraint detailing_text_days check (effect_on >= issued_on),
  constraint detailing_text_words check (number ~ '\S'::text and char_length(number) <= 100)
);
-- One text for each duty.
create unique index detailing_text_one on programme.detailing_text using btree (detailing_duty_id) where (annulled_at is null);

-- The due days of an entry in their order: the first stays, a later one is set by an act. Never changed, never deleted.
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
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint due_pk primary key (due_id),
  constraint due_once unique (item_id, "position"),
  constraint due_change foreign key (change_id) references programme.change(change_id),
  constraint due_item foreign key (item_id) references programme.item(item_id),
  constraint due_rule foreign key (working_rule_id) references programme.working_rule(working_rule_id),
  constraint due_by_rule check (is_day = (working_rule_id is null)),
  constraint due_month check (extract(day from month) = 1::numeric and due_on >= month and due_on < (month + '1 mon'::interval)),
  constraint due_words check (words ~ '\S'::text and act ~ '\S'::text)
);
-- What was postponed in a period.
create index due_later_idx on programme.due using btree (effective_on, item_id) where ("position" > 1);

-- From a day on another agency holds an action plan or a detailing text that is owed: the successor. Never changed, never deleted.
create table programme.duty_move (
  duty_move_id bigint generated always as identity,
  plan_duty_id bigint,
  detailing_duty_id bigint,
  agency_id bigint not null,
  effective_on date not null,
  source text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint duty_move_pk primary key (duty_move_id),
  constraint duty_move_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint duty_move_detailing foreign key (detailing_duty_id) references programme.detailing_duty(detailing_duty_id),
  constraint duty_move_plan foreign key (plan_duty_id) references programme.plan_duty(plan_duty_id),
  constraint duty_move_of_one check (num_nonnulls(plan_duty_id, detailing_duty_id) = 1)
);
-- Who holds a detailing text on a day.
create index duty_move_detailing_idx on programme.duty_move using btree (detailing_duty_id, effective_on desc, duty_move_id desc) where (detailing_duty_id is not null);
-- Who holds a plan on a day.
create index duty_move_plan_idx on programme.duty_move using btree (plan_duty_id, effective_on desc, duty_move_id desc) where (plan_duty_id is not null);

-- Which entries a programme lists, since when, and from which programme they were carried over. Never changed, never deleted.
create table programme.entry (
  entry_id bigint generated always as identity,
  programme_id bigint not null,
  item_id bigint not null,
  carried_from_id bigint,
  entered_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint entry_pk primary key (entry_id),
  constraint entry_once unique (programme_id, item_id),
  constraint entry_carried_from foreign key (carried_from_id) references programme.entry(entry_id),
  constraint entry_item foreign key (item_id) references programme.item(item_id),
  constraint entry_programme foreign key (programme_id) references programme.programme(programme_id)
);
-- The programmes that list an entry.
create index entry_item_idx on programme.entry using btree (item_id);

-- What became true of an entry, one dimension each, from which day and recorded when. Never changed, never deleted.
create table programme.fact (
  fact_id bigint generated always as identity,
  item_id bigint not null,
  dimension text not null,
  effective_on date not null,
  recorded_at timestamp with time zone not null,
  state text,
  agency_id bigint,
  words text,
  day date,
  constraint fact_pk primary key (fact_id),
  constraint fact_item foreign key (item_id) references programme.item(item_id),
  constraint fact_value check (
case dimension
    when 'state'::text then state is not null and num_nonnulls(agency_id, words, day) = 0
    when 'lead'::text then agency_id is not null and num_nonnulls(state, words, day) = 0
    when 'level'::text then words is not null and num_nonnulls(state, agency_id, day) = 0
    when 'inCharge'::text then num_nonnulls(state, agency_id, day) = 0
    when 'due'::text then day is not null and num_nonnulls(state, agency_id, words) = 0
    else false
end)
);
-- The fact in force of each dimension, when versions are derived.
create index fact_item_idx on programme.fact using btree (item_id, dimension, effective_on desc, recorded_at desc, fact_id desc);
-- What was stopped in a period.
create index fact_stopped_idx on programme.fact using btree (effective_on, item_id) where (state = 'stopped'::text);
create trigger fact_makes_versions after insert on programme.fact referencing new table as new_fact for each statement execute function programme.keep_versions();

-- A secret address of a calendar: the week's programme, or the due days of what one may read. Its key is kept as a hash.
create table programme.feed (
  feed_id bigint generated always as identity,
  sha256 bytea not null,
  person_id bigint not null,
  scope text not null,
  chair text,
  added_at timestamp with time zone not null,
  last_read_at timestamp with time zone,
  window_at timestamp with time zone,
  window_reads integer not null default 0,
  revoked_at timestamp with time zone,
  constraint feed_pk primary key (feed_id),
  constraint feed_key_once unique (sha256),
  constraint feed_person foreign key (person_id) references registry.person(person_id),
  constraint feed_scope check ((scope = any (array['week'::text, 'due'::text])) and (scope = 'week'::text or chair is null))
);
-- The addresses of one person, to list and revoke.
create index feed_person_idx on programme.feed using btree (person_id) where (revoked_at is null);

-- What a file of submission must hold on a day, by kind of text; a file is returned with everything that is missing.
create table programme.file_requirement (
  file_requirement_id bigint generated always as identity,
  valid daterange not null,
  applies_to text not null,
  position integer not null,
  name text not null,
  basis text not null,
  is_conditional boolean not null default false, -- Only some files must hold it; a file without it may be complete.
  constraint file_requirement_pk primary key (file_requirement_id),
  constraint file_requirement_applies check (applies_to = any (array['all'::text, 'normative'::text])),
  constraint file_requirement_words check (name ~ '\S'::text and basis ~ '\S'::text)
);

-- An annex that was read, whose rows a person reviews before any of them becomes an entry.
create table programme.import (
  import_id bigint generated always as identity,
  programme_id bigint not null,
  state text not null default 'review'::text,
  file_name text not null,
  sha256 bytea not null,
  columns jsonb not null,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  made_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  unread text[] not null default '{}'::text[], -- Tables of the file that hold no entries, each with its place and why.
  constraint import_pk primary key (import_id),
  constraint import_blob foreign key (sha256) references platform.blob(sha256),
  constraint import_programme foreign key (programme_id) references programme.programme(programme_id),
  constraint import_state check (state = any (array['review'::text, 'confirmed'::text, 'dropped'::text]))
);

-- A row of an annex as read and as corrected in the review.
create table programme.import_row (
  import_id bigint not null,
  position integer not null,
  printed_row text not null,
  name text not null,
  lead_words text not null,
  lead_agency_id bigint,
  lead_outcome text not null,
  candidates jsonb not null,
  coordinating jsonb not null,
  level text,
  level_words text not null,
  term_words text not null,
  month date,
  day date,
  in_charge text,
  note text,
  text_kind text not null,
  is_dropped boolean not null default false,
  item_id bigint, -- The entry it was decided to be; where nothing was decided, the one of this name and lead that is due in the period.
  is_new boolean not null default false, -- It was decided to be none of the entries of other programmes.
  constraint import_row_pk primary key (import_id, "position"),
  constraint import_row_item foreign key (item_id) references programme.item(item_id),
  constraint import_row_lead foreign key (lead_agency_id) references registry.agency(agency_id),
  constraint import_row_of foreign key (import_id) references programme.import(import_id),
  constraint import_row_new check (not (is_new and item_id is not null)),
  constraint import_row_outcome check (lead_outcome = any (array['certain'::text, 'likely'::text, 'unsure'::text, 'collective'::text, 'unknown'::text, 'chosen'::text]))
);

-- The text that an entry became: signed, issued and in force are three days.
create table programme.issue (
  item_id bigint not null,
  number text not null,
  signed_on date not null,
  issued_on date,
  effect_on date,
  signer text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  issue_id bigint generated always as identity,
  annulled_at timestamp with time zone,
  constraint issue_pk primary key (issue_id),
  constraint issue_item foreign key (item_id) references programme.item(item_id),
  constraint issue_days check (issued_on >= signed_on),
  constraint issue_words check (number ~ '\S'::text and char_length(number) <= 100)
);
-- One text of an entry.
create unique index issue_one on programme.issue using btree (item_id) where (annulled_at is null);

-- An entry of the work programme (đề án): what it is and, as of now, where it stands. Past days are in programme.item_version.
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
  into_item_id bigint, -- The entry it was merged into.
  from_item_id bigint, -- The entry it was split from.
  import_id bigint,
  state text not null,
  lead_agency_id bigint not null,
  level text not null,
  in_charge text,
  due_on date not null,
  first_due_on date not null,
  state_on date not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by text not null,
  created_by_agency_id bigint not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  search text generated always as (platform.fold(((((((code || ' '::text) || name) || ' '::text) || COALESCE(source_number, ''::text)) || ' '::text) || COALESCE(in_charge, ''::text)))),
  constraint item_pk primary key (item_id),
  constraint item_code_once unique (code),
  constraint item_one_of_task unique (task_id),
  constraint item_creator foreign key (created_by_agency_id) references registry.agency(agency_id),
  constraint item_from foreign key (from_item_id) references programme.item(item_id),
  constraint item_import foreign key (import_id) references programme.import(import_id),
  constraint item_into foreign key (into_item_id) references programme.item(item_id),
  constraint item_lead foreign key (lead_agency_id) references registry.agency(agency_id),
  constraint item_task foreign key (task_id) references tasks.task(task_id),
  constraint item_level check (level = any (array['nationalAssembly'::text, 'standingCommittee'::text, 'government'::text, 'primeMinister'::text])),
  constraint item_origin check (origin = any (array['directive'::text, 'law'::text, 'own'::text])),
  constraint item_source_whole check ((source_kind is null) = (source_id is null)),
  constraint item_state check (state = any (array['registered'::text, 'planned'::text, 'submitted'::text, 'returned'::text, 'complete'::text, 'considered'::text, 'revising'::text, 'signed'::text, 'issued'::text, 'stopped'::text])),
  constraint item_text_kind check (text_kind = any (array['law'::text, 'ordinance'::text, 'resolution'::text, 'decree'::text, 'decision'::text, 'directive'::text, 'strategy'::text, 'plan'::text, 'report'::text, 'scheme'::text, 'other'::text])),
  constraint item_words check (name ~ '\S'::text and char_length(name) <= 2000 and char_length(origin_words) <= 1000 and char_length(note) <= 4000)
);
-- The entries that an entry was split into.
create index item_from_idx on programme.item using btree (from_item_id) where (from_item_id is not null);
-- The entries that were merged into an entry.
create index item_into_idx on programme.item using btree (into_item_id) where (into_item_id is not null);
-- Entries by words typed.
create index item_search_idx on programme.item using gin (search gin_trgm_ops);
-- The entries that carry out a clause of one source.
create index item_source_idx on programme.item using btree (source_kind, source_id) where (source_id is not null);
create constraint trigger item_agrees_with_facts after insert or update on programme.item deferrable initially deferred for each row execute function programme.item_agrees();

-- Agencies that coordinate on an entry.
create table programme.item_party (
  item_id bigint not null,
  agency_id bigint not null,
  position integer not null,
  named_as text not null,
  constraint item_party_pk primary key (item_id, agency_id),
  constraint item_party_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint item_party_item foreign key (item_id) references programme.item(item_id)
);
-- The entries an agency coordinates on, which its people may read.
create index item_party_agency_idx on programme.item_party using btree (agency_id, item_id);

-- A whole entry as it was on a range of days, as known between two instants. Written by the database alone.
create table programme.item_version (
  item_id bigint not null,
  valid_from date not null,
  valid_to date not null,
  known_from timestamp with time zone not null,
  known_to timestamp with time zone not null,
  state text not null,
  lead_agency_id bigint not null,
  level text not null,
  in_charge text,
  due_on date not null,
  first_due_on date not null,
  moves integer not null,
  submitted_on date,
  constraint item_version_pk primary key (item_id, known_from, valid_from),
  constraint item_version_item foreign key (item_id) references programme.item(item_id),
  constraint item_version_days check (valid_from < valid_to and known_from < known_to),
  constraint item_version_sent check ((state = any (array['submitted'::text, 'complete'::text, 'considered'::text, 'revising'::text, 'signed'::text, 'issued'::text])) = (submitted_on is not null))
);
-- What is due in a period, and what is owed, on any day.
create index item_version_due_idx on programme.item_version using btree (due_on, state) include (item_id, valid_from, valid_to, known_from, known_to);
-- How far due days slipped, and the oldest debt first.
create index item_version_first_due_idx on programme.item_version using btree (first_due_on, item_id);
-- What is owed, coming due or to be checked on a day, and how the debt of a period moved.
create index item_version_open_idx on programme.item_version using btree (valid_to, due_on) where (state = any (array['registered'::text, 'planned'::text, 'returned'::text, 'submitted'::text]));

-- A resolution that obliges agencies to issue an action plan, and by when.
create table programme.plan_call (
  plan_call_id bigint generated always as identity,
  source_kind text,
  source_id bigint,
  number text not null,
  title text not null,
  called_on date not null,
  due_on date,
  words text,
  version integer not null default 1,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint plan_call_pk primary key (plan_call_id),
  constraint plan_call_once unique (number, called_on),
  constraint plan_call_due check (due_on >= called_on),
  constraint plan_call_source_whole check ((source_kind is null) = (source_id is null)),
  constraint plan_call_words check (number ~ '\S'::text and title ~ '\S'::text and char_length(title) <= 1000 and char_length(words) <= 1000)
);

-- An agency that owes an action plan. Never changed, never deleted.
create table programme.plan_duty (
  plan_duty_id bigint generated always as identity,
  plan_call_id bigint not null,
  agency_id bigint not null,
  agency_group text not null,
  constraint plan_duty_pk primary key (plan_duty_id),
  constraint plan_duty_once unique (plan_call_id, agency_id),
  constraint plan_duty_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint plan_duty_call foreign key (plan_call_id) references programme.plan_call(plan_call_id),
  constraint plan_duty_group check (agency_group = any (array['ministry'::text, 'province'::text, 'other'::text]))
);
-- The plans an agency owes.
create index plan_duty_agency_idx on programme.plan_duty using btree (agency_id);

-- The document by which an agency issued its action plan. One that was recorded wrongly is withdrawn and stays.
create table programme.plan_issue (
  plan_issue_id bigint generated always as identity,
  plan_duty_id bigint not null,
  number text not null,
  issued_on date not null,
  title text,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_because text,
  constraint plan_issue_pk primary key (plan_issue_id),
  constraint plan_issue_blob foreign key (sha256) references platform.blob(sha256),
  constraint plan_issue_duty foreign key (plan_duty_id) references programme.plan_duty(plan_duty_id),
  constraint plan_issue_file_whole check (num_nulls(sha256, file_name, media_type, size_bytes) = any (array[0, 4])),
  constraint plan_issue_withdrawn_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) = any (array[0, 3])),
  constraint plan_issue_words check (number ~ '\S'::text and char_length(number) <= 100 and char_length(title) <= 1000)
);
-- One document in force for each plan.
create unique index plan_issue_one on programme.plan_issue using btree (plan_duty_id) where (withdrawn_at is null);

-- A programme of a year, quarter, month or week, and the act that issued it.
create table programme.programme (
  programme_id bigint generated always as identity,
  kind text not null,
  first_on date not null,
  last_on date not null,
  title text not null,
  state text not null default 'draft'::text,
  act_number text,
  act_on date,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  created_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint programme_pk primary key (programme_id),
  constraint programme_once unique (kind, first_on),
  constraint programme_issued_by_act check (
case
    when state = 'issued'::text then act_number ~ '\S'::text and act_on is not null
    else num_nonnulls(act_number, act_on) = 0
end),
  constraint programme_kind check (kind = any (array['year'::text, 'quarter'::text, 'month'::text, 'week'::text])),
  constraint programme_period check (first_on <= last_on),
  constraint programme_state check (state = any (array['draft'::text, 'issued'::text])),
  constraint programme_words check (title ~ '\S'::text and char_length(title) <= 300)
);

-- The day by which an owed entry is promised to be submitted, and who answers for it; it moves no due day. Never changed, never deleted.
create table programme.promise (
  promise_id bigint generated always as identity,
  item_id bigint not null,
  recover_by date not null,
  reason text not null,
  by_whom text not null,
  document text,
  promised_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint promise_pk primary key (promise_id),
  constraint promise_item foreign key (item_id) references programme.item(item_id),
  constraint promise_later check (recover_by >= promised_on),
  constraint promise_words check (reason ~ '\S'::text and by_whom ~ '\S'::text and char_length(reason) <= 2000)
);
-- The promise of an entry that counts: the last one.
create index promise_item_idx on programme.promise using btree (item_id, promise_id desc);

-- A line of the week's programme: what the Prime Minister and the deputies do, when and where.
create table programme.sitting (
  sitting_id bigint generated always as identity,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  title text not null,
  place text,
  chair text not null,
  attending text,
  item_id bigint,
  version integer not null default 1,
  withdrawn_at timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint sitting_pk primary key (sitting_id),
  constraint sitting_item foreign key (item_id) references programme.item(item_id),
  constraint sitting_time check (starts_at < ends_at and ends_at <= (starts_at + '3 days'::interval)),
  constraint sitting_words check (title ~ '\S'::text and chair ~ '\S'::text and char_length(title) <= 500 and char_length(place) <= 300 and char_length(chair) <= 200 and char_length(attending) <= 1000)
);
-- The lines of a week, and of a calendar.
create index sitting_time_idx on programme.sitting using btree (starts_at);

-- The planned and real day of a step on the way; the last row of a kind counts. Never changed, never deleted.
create table programme.step (
  step_id bigint generated always as identity,
  item_id bigint not null,
  kind text not null,
  planned_on date,
  done_on date,
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint step_pk primary key (step_id),
  constraint step_item foreign key (item_id) references programme.item(item_id),
  constraint step_kind check (kind = any (array['drafting'::text, 'consultation'::text, 'appraisal'::text, 'opinion'::text, 'session'::text])),
  constraint step_says_something check (num_nonnulls(planned_on, done_on) > 0 and char_length(note) <= 2000)
);
-- The steps of an entry as they stand.
create index step_item_idx on programme.step using btree (item_id, kind, step_id desc);

-- A submission of an entry: the number of the paper, sent, received, and what proves it. Never changed, never deleted.
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
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  recorded_by_person_id bigint,
  counts_from date not null, -- The day it was submitted: the day the office received it; where its lead recorded it, the day of the record.
  constraint submission_pk primary key (submission_id),
  constraint submission_once unique (item_id, "position"),
  constraint submission_blob foreign key (sha256) references platform.blob(sha256),
  constraint submission_item foreign key (item_id) references programme.item(item_id),
  constraint submission_counts check (counts_from >= sent_on),
  constraint submission_days check (received_on >= sent_on),
  constraint submission_file_whole check (num_nulls(sha256, file_name, media_type, size_bytes) = any (array[0, 4])),
  constraint submission_proven check (registry_number ~ '\S'::text or sha256 is not null),
  constraint submission_words check (number ~ '\S'::text and char_length(number) <= 100 and char_length(registry_number) <= 100 and char_length(note) <= 4000)
);

-- What the check of a file found, once. Never changed, never deleted.
create table programme.submission_check (
  submission_id bigint not null,
  outcome text not null,
  checked_on date not null,
  note text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  recorded_by_person_id bigint,
  registry_number text,
  received_on date, -- The day the office received it, where that is earlier than the day its lead recorded it: from that day it counts.
  constraint submission_check_pk primary key (submission_id),
  constraint submission_check_of foreign key (submission_id) references programme.submission(submission_id),
  constraint submission_check_outcome check (outcome = any (array['complete'::text, 'returned'::text])),
  constraint submission_check_registry check (char_length(registry_number) <= 100 and (received_on is null or received_on <= checked_on))
);
create constraint trigger submission_returned_with_reasons after insert on programme.submission_check deferrable initially deferred for each row execute function programme.returned_has_reasons();

-- Whether the check found each part that the regulation asks for. Never changed, never deleted.
create table programme.submission_check_part (
  submission_id bigint not null,
  position integer not null,
  is_there boolean not null,
  constraint submission_check_part_pk primary key (submission_id, "position"),
  constraint submission_check_part_check foreign key (submission_id) references programme.submission_check(submission_id),
  constraint submission_check_part_of foreign key (submission_id, "position") references programme.submission_part(submission_id, "position")
);

-- What the regulation asks of the file on its day, and whether the sender says it is there. Never changed, never deleted.
create table programme.submission_part (
  submission_id bigint not null,
  position integer not null,
  name text not null,
  is_there boolean not null,
  is_conditional boolean not null default false,
  constraint submission_part_pk primary key (submission_id, "position"),
  constraint submission_part_of foreign key (submission_id) references programme.submission(submission_id)
);

-- Why a file was returned: all reasons at once. Never changed, never deleted.
create table programme.submission_reason (
  submission_id bigint not null,
  position integer not null,
  reason text not null,
  constraint submission_reason_pk primary key (submission_id, "position"),
  constraint submission_reason_of foreign key (submission_id) references programme.submission_check(submission_id),
  constraint submission_reason_words check (reason ~ '\S'::text and char_length(reason) <= 1000)
);

-- Which day of its month an entry is due by, as the working regulation in force on the first day of that month says.
create table programme.working_rule (
  working_rule_id bigint generated always as identity,
  valid daterange not null,
  method text not null,
  day integer,
  is_strict boolean not null default false, -- "before the 20th" read literally: the last day is the 19th.
  words text not null,
  instrument text not null,
  article text,
  certainty text not null,
  constraint working_rule_pk primary key (working_rule_id),
  constraint working_rule_one_a_day exclude using gist (valid with &&),
  constraint working_rule_day check (day >= 2 and day <= 28),
  constraint working_rule_method check ((method = any (array['endOfMonth'::text, 'beforeDay'::text])) and (method = 'beforeDay'::text) = (day is not null)),
  constraint working_rule_words check (words ~ '\S'::text and instrument ~ '\S'::text)
);

-- The debt of a year, closed: owed at its start + newly owed - cleared - stopped = owed at its end. Never changed, never deleted.
create table programme.year_close (
  year integer not null,
  owed_at_start integer not null,
  newly_owed integer not null,
  cleared integer not null,
  moved integer not null,
  stopped integer not null,
  owed_at_end integer not null,
  restated integer not null, -- How the start differs from the end of the year before, because of what was recorded after that was closed.
  known_at timestamp with time zone not null,
  closed_at timestamp with time zone not null,
  closed_by text not null,
  constraint year_close_pk primary key (year),
  constraint year_balances check ((owed_at_start + newly_owed - cleared - stopped) = owed_at_end and moved >= 0 and moved <= cleared),
  constraint year_counts check (least(owed_at_start, newly_owed, cleared, stopped, owed_at_end) >= 0)
);
create constraint trigger year_agrees after insert on programme.year_close deferrable initially deferred for each row execute function programme.year_agrees();

-- The text that was issued for a duty; one that was annulled is none. Never null: detailing_duty_id, number, issued_on, effect_on, recorded_at, recorded_by.
-- view programme.detailing_issue, see views.sql
--   detailing_duty_id bigint
--   number text
--   issued_on date
--   effect_on date
--   recorded_at timestamp with time zone
--   recorded_by text

-- An entry of the work programme as it is now. Never null: item_id, code, title, kind, level, lead_agency_id, state, due_on, first_due_on, version, changed_at.
-- view programme.item_card, see views.sql
--   item_id bigint
--   code text
--   title text
--   kind text
--   level text
--   lead_agency_id bigint
--   in_charge text
--   state text
--   due_on date
--   first_due_on date
--   submitted_on date
--   issued_on date
--   effect_on date
--   task_id bigint
--   source_kind text
--   source_id bigint
--   version integer
--   changed_at timestamp with time zone

-- An entry of the work programme as it was on each day (valid_from <= day < valid_to), as known now. Never null: item_id, code, title, lead_agency_id, level, state, due_on, valid_from, valid_to.
-- view programme.item_trace, see views.sql
--   item_id bigint
--   code text
--   title text
--   lead_agency_id bigint
--   level text
--   state text
--   due_on date
--   submitted_on date
--   valid_from date
--   valid_to date

-- An action plan that an agency, or its successor, owes under a resolution, and the document by which it was issued. Never null: duty_id, plan_call_id, agency_id, agency_group.
-- view programme.plan_duty_card, see views.sql
--   duty_id bigint
--   plan_call_id bigint
--   agency_id bigint
--   agency_group text
--   due_on date
--   issued_on date
--   document_number text
--   source_kind text
--   source_id bigint
--   source_number text

-- A submission that was not annulled, with what the office found. counts_from: the day of the record or, where the office confirmed an earlier one, the day it received it. Never null: submission_id, item_id, position, number, sent_on, counts_from.
-- view programme.submission_made, see views.sql
--   submission_id bigint
--   item_id bigint
--   position integer
--   number text
--   sent_on date
--   counts_from date
--   registry_number text
--   outcome text

-- Every entry as it was at the end of a day, from what was recorded before an instant.
-- function programme.as_of(date,timestamp with time zone)

-- How the debt moved in a period: what was owed before it, what came, what went and how, what is owed at its end.
-- function programme.debt_flow(date,date,timestamp with time zone)

-- From which day to which each entry that was owed at some time of a period was owed, and what ended it: submission, a new due day, a stop.
-- function programme.debt_span(timestamp with time zone,date,date)

-- The versions of these entries, computed from their facts.
-- function programme.derive(bigint[])

-- First instant after a calendar day of Viet Nam.
-- function programme.end_of_day(date)

-- The first year in which an entry could be owed; null where there is none.
-- function programme.first_year(timestamp with time zone)

-- An entry is as its facts say; checked at the end of the transaction.
-- function programme.item_agrees()

-- Versions follow what was annulled in the same statement.
-- function programme.keep_versions_of_annulled()

-- Versions follow the facts in the same statement.
-- function programme.keep_versions()

-- A returned file names its reasons; a complete one has none.
-- function programme.returned_has_reasons()

-- Where an entry stands at the end of a day; a file that was returned is not submitted.
-- function programme.standing(text,date,date)

-- A closed year holds what its entries give, begins with what the year before ended with, and carries over exactly what was owed.
-- function programme.year_agrees()

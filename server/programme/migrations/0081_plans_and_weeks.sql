-- Action plans that agencies owe under a resolution, texts that detail laws in force, annexes under review, the calendar of the week.

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
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint plan_call_pk primary key (plan_call_id),
  constraint plan_call_source_whole check ((source_kind is null) = (source_id is null)),
  constraint plan_call_words check (number ~ '\S' and title ~ '\S' and char_length(title) <= 1000 and char_length(words) <= 1000),
  constraint plan_call_due check (due_on >= called_on),
  constraint plan_call_once unique (number, called_on)
);
comment on table programme.plan_call is 'A resolution that obliges agencies to issue an action plan, and by when.';

create table programme.plan_duty (
  plan_duty_id bigint generated always as identity,
  plan_call_id bigint not null,
  agency_id bigint not null,
  agency_group text not null,
  constraint plan_duty_pk primary key (plan_duty_id),
  constraint plan_duty_call foreign key (plan_call_id) references programme.plan_call (plan_call_id),
  constraint plan_duty_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint plan_duty_group check (agency_group in ('ministry', 'province', 'other')),
  constraint plan_duty_once unique (plan_call_id, agency_id)
);
comment on table programme.plan_duty is 'An agency that owes an action plan. Never changed, never deleted.';
create index plan_duty_agency_idx on programme.plan_duty (agency_id);
comment on index programme.plan_duty_agency_idx is 'The plans an agency owes.';

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
  recorded_at timestamptz not null,
  recorded_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  constraint plan_issue_pk primary key (plan_issue_id),
  constraint plan_issue_duty foreign key (plan_duty_id) references programme.plan_duty (plan_duty_id),
  constraint plan_issue_blob foreign key (sha256) references platform.blob (sha256),
  constraint plan_issue_words check (number ~ '\S' and char_length(number) <= 100 and char_length(title) <= 1000),
  constraint plan_issue_file_whole check (num_nulls(sha256, file_name, media_type, size_bytes) in (0, 4)),
  constraint plan_issue_withdrawn_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_because) in (0, 3))
);
comment on table programme.plan_issue is 'The document by which an agency issued its action plan. One that was recorded wrongly is withdrawn and stays.';
create unique index plan_issue_one on programme.plan_issue (plan_duty_id) where withdrawn_at is null;
comment on index programme.plan_issue_one is 'One document in force for each plan.';

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
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint detailing_duty_pk primary key (detailing_duty_id),
  constraint detailing_duty_lead foreign key (lead_agency_id) references registry.agency (agency_id),
  constraint detailing_duty_item foreign key (item_id) references programme.item (item_id),
  constraint detailing_duty_kind check (text_kind in ('decree', 'decision', 'circular', 'resolution')),
  constraint detailing_duty_words check (law_number ~ '\S' and law_title ~ '\S' and clause ~ '\S' and name ~ '\S' and char_length(name) <= 2000),
  constraint detailing_duty_once unique (law_number, clause, name)
);
comment on table programme.detailing_duty is 'A text that a clause of a law leaves to be issued; owed from the day the law takes effect until it is issued.';
create index detailing_duty_law_idx on programme.detailing_duty (law_effect_on);
comment on index programme.detailing_duty_law_idx is 'Texts owed under laws in force on a day.';

create table programme.detailing_issue (
  detailing_duty_id bigint not null,
  number text not null,
  issued_on date not null,
  effect_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint detailing_issue_pk primary key (detailing_duty_id),
  constraint detailing_issue_duty foreign key (detailing_duty_id) references programme.detailing_duty (detailing_duty_id),
  constraint detailing_issue_words check (number ~ '\S' and char_length(number) <= 100),
  constraint detailing_issue_days check (effect_on >= issued_on)
);
comment on table programme.detailing_issue is 'The text that was issued for a duty: issued and in force are two days. Never changed, never deleted.';

create table programme.import (
  import_id bigint generated always as identity,
  programme_id bigint not null,
  state text not null default 'review',
  file_name text not null,
  sha256 bytea not null,
  columns jsonb not null,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint import_pk primary key (import_id),
  constraint import_programme foreign key (programme_id) references programme.programme (programme_id),
  constraint import_blob foreign key (sha256) references platform.blob (sha256),
  constraint import_state check (state in ('review', 'confirmed', 'dropped'))
);
comment on table programme.import is 'An annex that was read, whose rows a person reviews before any of them becomes an entry.';
alter table programme.item add constraint item_import foreign key (import_id) references programme.import (import_id);

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
  constraint import_row_pk primary key (import_id, position),
  constraint import_row_of foreign key (import_id) references programme.import (import_id),
  constraint import_row_lead foreign key (lead_agency_id) references registry.agency (agency_id),
  constraint import_row_outcome check (lead_outcome in ('certain', 'likely', 'unsure', 'collective', 'unknown', 'chosen'))
);
comment on table programme.import_row is 'A row of an annex as read and as corrected in the review.';

create table programme.sitting (
  sitting_id bigint generated always as identity,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  title text not null,
  place text,
  chair text not null,
  attending text,
  item_id bigint,
  version integer not null default 1,
  withdrawn_at timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint sitting_pk primary key (sitting_id),
  constraint sitting_item foreign key (item_id) references programme.item (item_id),
  constraint sitting_time check (starts_at < ends_at and ends_at <= starts_at + interval '3 days'),
  constraint sitting_words check (title ~ '\S' and chair ~ '\S' and char_length(title) <= 500 and char_length(place) <= 300 and char_length(chair) <= 200 and char_length(attending) <= 1000)
);
comment on table programme.sitting is 'A line of the week''s programme: what the Prime Minister and the deputies do, when and where.';
create index sitting_time_idx on programme.sitting (starts_at);
comment on index programme.sitting_time_idx is 'The lines of a week, and of a calendar.';

create table programme.feed (
  feed_id bigint generated always as identity,
  sha256 bytea not null,
  person_id bigint not null,
  scope text not null,
  chair text,
  added_at timestamptz not null,
  last_read_at timestamptz,
  window_at timestamptz,
  window_reads integer not null default 0,
  revoked_at timestamptz,
  constraint feed_pk primary key (feed_id),
  constraint feed_key_once unique (sha256),
  constraint feed_person foreign key (person_id) references registry.person (person_id),
  constraint feed_scope check (scope in ('week', 'due') and (scope = 'week' or chair is null))
);
comment on table programme.feed is 'A secret address of a calendar: the week''s programme, or the due days of what one may read. Its key is kept as a hash.';
create index feed_person_idx on programme.feed (person_id) where revoked_at is null;
comment on index programme.feed_person_idx is 'The addresses of one person, to list and revoke.';

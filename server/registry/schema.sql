-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- One agency or unit for its whole life; its names and its place are in agency_period.
create table registry.agency (
  agency_id bigint generated always as identity,
  slug text not null,
  founded_on date,
  version integer not null default 1, -- Counts every change to its periods, codes, other names and successions.
  changed_at timestamp with time zone not null default now(),
  changed_by text not null default 'dieuhanh'::text,
  constraint agency_pk primary key (agency_id),
  constraint agency_slug_once unique (slug),
  constraint agency_slug_form check (slug ~ '^[a-z0-9-]+$'::text)
);

-- Other ways documents write the name of an agency.
create table registry.agency_alias (
  agency_id bigint not null,
  alias text not null,
  constraint agency_alias_pk primary key (agency_id, alias),
  constraint agency_alias_of foreign key (agency_id) references registry.agency(agency_id)
);
-- Agencies by their other names, ignoring marks.
create index agency_alias_search_idx on registry.agency_alias using gin (platform.fold(alias) gin_trgm_ops);

-- Identifiers: QCVN 102, Quyết định 20/2020, statistical office; a code may change owner, never on the same day.
create table registry.agency_code (
  agency_id bigint not null,
  scheme text not null,
  code text not null,
  valid daterange not null,
  source text not null,
  confidence text not null default 'verified'::text,
  constraint agency_code_pk primary key (scheme, code, valid without overlaps),
  constraint agency_code_in_life foreign key (agency_id, period valid) references registry.agency_period(agency_id, period valid) deferrable initially deferred,
  constraint agency_code_of foreign key (agency_id) references registry.agency(agency_id),
  constraint agency_code_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint agency_code_not_empty check (not isempty(valid)),
  constraint agency_code_scheme check (scheme = any (array['qcvn102'::text, 'qd20'::text, 'nso'::text]))
);
-- Codes of one agency.
create index agency_code_agency_idx on registry.agency_code using btree (agency_id);

-- Name, kind and parent of an agency over a period; periods of one agency cannot overlap.
create table registry.agency_period (
  agency_id bigint not null,
  valid daterange not null,
  name text not null,
  name_en text,
  abbreviation text,
  kind text not null,
  parent_id bigint,
  position integer not null default 0,
  source text not null,
  confidence text not null default 'verified'::text,
  constraint agency_period_pk primary key (agency_id, valid without overlaps),
  constraint agency_period_of foreign key (agency_id) references registry.agency(agency_id),
  constraint agency_period_parent foreign key (parent_id) references registry.agency(agency_id),
  constraint agency_period_parent_there foreign key (parent_id, period valid) references registry.agency_period(agency_id, period valid) deferrable initially deferred,
  constraint agency_period_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint agency_period_district_is_past check (kind <> 'district'::text or not upper_inf(valid) and upper(valid) <= '2025-07-01'::date),
  constraint agency_period_kind check (kind = any (array['central'::text, 'ministry'::text, 'ministerialAgency'::text, 'governmentAgency'::text, 'province'::text, 'district'::text, 'unit'::text, 'council'::text, 'other'::text])),
  constraint agency_period_name check (name = btrim(name) and name <> ''::text),
  constraint agency_period_not_empty check (not isempty(valid)),
  constraint agency_period_not_own_parent check (parent_id is distinct from agency_id)
);
-- Units of an agency.
create index agency_period_parent_idx on registry.agency_period using btree (parent_id);
-- Agencies by name, ignoring marks.
create index agency_period_search_idx on registry.agency_period using gin (platform.fold(((((name || ' '::text) || coalesce(abbreviation, ''::text)) || ' '::text) || coalesce(name_en, ''::text))) gin_trgm_ops);
create trigger agency_period_no_parent_cycle after insert or update on registry.agency_period for each row execute function registry.refuse_parent_cycle();

-- An API client of an agency; only hashes of its secrets are kept.
create table registry.api_client (
  client_id text not null,
  agency_id bigint not null,
  name text not null,
  purpose text,
  scopes text[] not null,
  secret_sha256 bytea not null,
  former_sha256 bytea,
  former_until timestamp with time zone,
  per_minute integer not null default 600,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  made_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_client_pk primary key (client_id),
  constraint api_client_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint api_client_former_whole check ((former_sha256 is null) = (former_until is null)),
  constraint api_client_name check (name = btrim(name) and name <> ''::text),
  constraint api_client_rate check (per_minute >= 1 and per_minute <= 100000),
  constraint api_client_scopes check (scopes <@ array['tasks.read'::text, 'tasks.report'::text, 'letters.read'::text] and cardinality(scopes) > 0),
  constraint api_client_secret check (length(secret_sha256) = 32 and (former_sha256 is null or length(former_sha256) = 32))
);
-- One name for one API client of an agency, so that the log shows which it was.
create unique index api_client_name_once on registry.api_client using btree (agency_id, lower(name)) where (revoked_at is null);

-- What a number was given to: a line of the book of outgoing documents (Nghị định 30/2020/NĐ-CP, Phụ lục IV). Never changed, never deleted.
create table registry.book_entry (
  register text not null,
  year integer not null,
  notation text not null,
  kind text not null,
  about text not null,
  signer text,
  recipients text,
  source_kind text not null,
  source_id bigint not null,
  pdf_sha256 bytea,
  is_urgent boolean not null default false,
  entered_at timestamp with time zone not null,
  constraint book_entry_pk primary key (register, year, notation),
  constraint book_entry_kind foreign key (kind) references registry.document_kind(kind),
  constraint book_entry_number foreign key (register, year, notation) references registry.document_number(register, year, notation),
  constraint book_entry_words check (about ~ '\S'::text and signer ~ '\S'::text and recipients ~ '\S'::text)
);
-- The line of one document.
create index book_entry_source_idx on registry.book_entry using btree (source_kind, source_id);

-- How the days that the law leaves open fall in a year for which nothing is announced yet.
create table registry.calendar (
  is_only boolean not null default true,
  tet_days_before integer not null default 1,
  national_days_before integer not null default 1,
  stamp uuid not null default uuidv7(),
  constraint calendar_pk primary key (is_only),
  constraint calendar_national check (national_days_before >= 0 and national_days_before <= 1),
  constraint calendar_one check (is_only),
  constraint calendar_tet check (tet_days_before >= 0 and tet_days_before <= 5)
);

-- A year whose official plan is known, wholly or in part; its version counts every change to it.
create table registry.calendar_year (
  year integer not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null,
  constraint calendar_year_pk primary key (year),
  constraint calendar_year_range check (year >= 1990 and year <= 2099)
);

-- Requests of an API client in a minute, counted here so that all copies of the server count together.
create table registry.client_minute (
  client_id text not null,
  minute timestamp with time zone not null,
  count integer not null,
  constraint client_minute_pk primary key (client_id, minute)
);

-- Short-lived keys given to API clients; only their hashes are kept.
create table registry.client_token (
  sha256 bytea not null,
  client_id text not null,
  scopes text[] not null,
  expires_at timestamp with time zone not null,
  constraint client_token_pk primary key (sha256),
  constraint client_token_client foreign key (client_id) references registry.api_client(client_id) on delete cascade,
  constraint client_token_sha256 check (length(sha256) = 32)
);
-- Expired keys, to delete.
create index client_token_expires_idx on registry.client_token using btree (expires_at);

-- Phrases that stand for many agencies ("các bộ, ngành, địa phương") and the kinds they expand to on a day.
create table registry.collective (
  collective_id bigint generated always as identity,
  phrase text not null,
  kinds text[] not null,
  parent_id bigint,
  is_of_issuer boolean not null default false,
  is_part boolean not null default false,
  constraint collective_pk primary key (collective_id),
  constraint collective_phrase_once unique (phrase),
  constraint collective_parent foreign key (parent_id) references registry.agency(agency_id),
  constraint collective_kinds check (kinds <@ array['central'::text, 'ministry'::text, 'ministerialAgency'::text, 'governmentAgency'::text, 'province'::text, 'district'::text, 'unit'::text, 'council'::text, 'other'::text]),
  constraint collective_one_parent check (parent_id is null or not is_of_issuer)
);

-- Days that an official plan makes off or working, regardless of the rule.
create table registry.day_plan (
  day date not null,
  kind text not null,
  name text not null,
  paired_day date,
  source text not null,
  confidence text not null default 'verified'::text,
  constraint day_plan_pk primary key (day),
  constraint day_plan_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint day_plan_kind check (kind = any (array['off'::text, 'work'::text])),
  constraint day_plan_name check (name = btrim(name) and name <> ''::text),
  constraint day_plan_pair check (paired_day is distinct from day),
  constraint day_plan_source check (source = btrim(source) and source <> ''::text)
);
create trigger day_plan_stamps after insert or delete or update on registry.day_plan for each statement execute function registry.stamp_calendar();

-- Who may act in whose post from one day to another: authorised (ủy quyền) or acting for an absent person (vắng mặt).
create table registry.deputation (
  deputation_id bigint generated always as identity,
  post_id bigint not null,
  deputy_id bigint not null,
  valid daterange not null,
  kind text not null,
  document text,
  reason text,
  made_at timestamp with time zone not null,
  made_by text not null,
  revoked_at timestamp with time zone,
  revoked_by text,
  owner_id bigint not null,
  constraint deputation_pk primary key (deputation_id),
  constraint deputation_deputy foreign key (deputy_id) references registry.person(person_id),
  constraint deputation_post foreign key (post_id, owner_id) references registry.post(post_id, person_id),
  constraint deputation_once exclude using gist (post_id with =, deputy_id with =, valid with &&) where (revoked_at is null),
  constraint deputation_bounded check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  constraint deputation_in_writing check (kind <> 'authorised'::text or document is not null),
  constraint deputation_kind check (kind = any (array['authorised'::text, 'absent'::text])),
  constraint deputation_not_oneself check (owner_id <> deputy_id),
  constraint deputation_revoked_whole check ((revoked_at is null) = (revoked_by is null)),
  constraint deputation_within_a_year check ((upper(valid) - lower(valid)) <= 366),
  constraint deputation_words check ((document is null or document = btrim(document) and document <> ''::text) and (reason is null or reason = btrim(reason) and reason <> ''::text))
);
-- In whose posts a person may act.
create index deputation_deputy_idx on registry.deputation using btree (deputy_id);
-- Who may act in a post.
create index deputation_post_idx on registry.deputation using btree (post_id);

-- Kinds of administrative documents (Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III) and of copies.
create table registry.document_kind (
  kind text not null,
  name text not null,
  name_en text not null,
  abbreviation text,
  exchange_code integer,
  position integer not null,
  constraint document_kind_pk primary key (kind),
  constraint document_kind_abbreviation_once unique (abbreviation),
  constraint document_kind_words check (kind ~ '^[A-ZĐ][A-Za-zĐđ]*$'::text and name ~ '\S'::text and name_en ~ '\S'::text and abbreviation ~ '\S'::text)
);

-- Every number and notation given to a document. Never changed, never deleted.
create table registry.document_number (
  register text not null,
  year integer not null,
  notation text not null,
  number integer,
  issued_on date not null,
  constraint document_number_pk primary key (register, year, notation),
  constraint document_number_register foreign key (register, year) references registry.document_register(register, year)
);
-- A page of the book of outgoing documents, the newest days first.
create index document_number_day_idx on registry.document_number using btree (register, year, issued_on, coalesce(number, 0), notation);
-- Whether a number was given, and the book in the order of its numbers.
create index document_number_number_idx on registry.document_number using btree (register, year, number);

-- The last number given in a register and year; its row is the lock under which the next is given.
create table registry.document_register (
  register text not null,
  year integer not null,
  last_number integer not null,
  constraint document_register_pk primary key (register, year),
  constraint document_register_of foreign key (register) references registry.register(register),
  constraint document_register_number check (last_number >= 0)
);
create constraint trigger document_register_without_gap after insert or update on registry.document_register deferrable initially deferred for each row execute function registry.number_has_its_document();

-- Agencies that a member of the Task Force or an officer who follows up is assigned to follow. The first sees what they follow; the second sees all, and starts with it.
create table registry.following (
  person_id bigint not null,
  agency_id bigint not null,
  valid daterange not null,
  constraint following_pk primary key (person_id, agency_id, valid without overlaps),
  constraint following_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint following_person foreign key (person_id) references registry.person(person_id),
  constraint following_begins check (not lower_inf(valid)),
  constraint following_not_empty check (not isempty(valid))
);
-- Who follows an agency, when an act on one of its tasks is told.
create index following_agency_idx on registry.following using btree (agency_id);

-- What the Prime Minister decided for a year where the law leaves a choice (Bộ luật Lao động, Điều 112.3).
create table registry.holiday_choice (
  year integer not null,
  holiday text not null,
  days_before integer not null,
  source text not null,
  confidence text not null default 'verified'::text,
  constraint holiday_choice_pk primary key (year, holiday),
  constraint holiday_choice_year foreign key (year) references registry.calendar_year(year),
  constraint holiday_choice_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint holiday_choice_days check (days_before >= 0 and days_before <=
case holiday
    when 'tet'::text then 5
    else 1
end),
  constraint holiday_choice_holiday check (holiday = any (array['tet'::text, 'nationalDay'::text, 'cultureDay'::text])),
  constraint holiday_choice_source check (source = btrim(source) and source <> ''::text)
);
create trigger holiday_choice_stamps after insert or delete or update on registry.holiday_choice for each statement execute function registry.stamp_calendar();

-- A person who signs in; user_id is the identity of platform/auth.
create table registry.person (
  person_id bigint generated always as identity,
  user_id text not null,
  full_name text not null,
  is_sample boolean not null default false,
  version integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null default 'dieuhanh'::text,
  email_changed_at timestamp with time zone, -- When somebody else changed the address, until the person sets a password by a link: so long a new link does not go there without a second administrator.
  email_changed_by bigint,
  constraint person_pk primary key (person_id),
  constraint person_user_once unique (user_id),
  constraint person_email_changed_by foreign key (email_changed_by) references registry.person(person_id),
  constraint person_name check (full_name = btrim(full_name) and full_name <> ''::text),
  constraint person_name_plain check (full_name !~ '[[:cntrl:]]'::text)
);
-- People by name, ignoring marks.
create index person_search_idx on registry.person using gin (platform.fold(full_name) gin_trgm_ops);

-- A person's post in an agency: role and period; one person may hold several at a time.
create table registry.post (
  person_id bigint not null,
  agency_id bigint not null,
  role text not null,
  title text not null,
  valid daterange not null,
  post_id bigint generated always as identity,
  constraint post_pk primary key (post_id),
  constraint post_once unique (person_id, agency_id, role, valid without overlaps),
  constraint post_owner_once unique (post_id, person_id),
  constraint post_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint post_person foreign key (person_id) references registry.person(person_id),
  constraint post_role foreign key (role) references registry.role(role),
  constraint post_begins check (not lower_inf(valid)),
  constraint post_not_empty check (not isempty(valid)),
  constraint post_title check (title = btrim(title) and title <> ''::text and title !~ '[[:cntrl:]]'::text)
);
-- People of an agency.
create index post_agency_idx on registry.post using btree (agency_id);

-- A series of numbers: of one body, for documents that come in or go out, open or secret. Numbers run from 1 in each year.
create table registry.register (
  register text not null,
  agency_id bigint,
  direction text not null,
  is_secret boolean not null default false,
  constraint register_pk primary key (register),
  constraint register_whose unique (register, agency_id, direction, is_secret),
  constraint register_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint register_direction check (direction = any (array['incoming'::text, 'outgoing'::text]))
);

-- In which register a body numbers a kind of documents: one each (Nghị định 30/2020/NĐ-CP, Điều 15), several kinds in one if it so decided.
create table registry.register_kind (
  agency_id bigint not null,
  direction text not null,
  is_secret boolean not null,
  kind text not null,
  register text not null,
  constraint register_kind_pk primary key (agency_id, direction, is_secret, kind),
  constraint register_kind_of foreign key (register, agency_id, direction, is_secret) references registry.register(register, agency_id, direction, is_secret),
  constraint register_kind_form check (kind = '*'::text or kind ~ '^[A-ZĐ][A-Za-zĐđ]*$'::text)
);

-- Wishes to give a person who already signs in a new password, until a second administrator decides.
create table registry.reset_request (
  reset_request_id bigint generated always as identity,
  person_id bigint not null,
  requested_at timestamp with time zone not null,
  requested_by text not null,
  requested_by_person bigint not null,
  settled_at timestamp with time zone,
  settled_by text,
  outcome text,
  requested_for_person bigint, -- Whom the one who requested it acted for: they do not decide it either.
  is_keeper boolean not null default false, -- Whether it was requested by one who manages all people: then one more of them is enough.
  is_from_door boolean not null default false, -- Whether it was asked for at the page of forgotten passwords: under the name of the person, by whoever it was.
  constraint reset_request_pk primary key (reset_request_id),
  constraint reset_request_by foreign key (requested_by_person) references registry.person(person_id),
  constraint reset_request_for foreign key (requested_for_person) references registry.person(person_id),
  constraint reset_request_person foreign key (person_id) references registry.person(person_id),
  constraint reset_request_outcome check (outcome = any (array['approved'::text, 'refused'::text, 'supported'::text])),
  constraint reset_request_settled check ((settled_at is null) = (outcome is null) and (settled_at is null) = (settled_by is null))
);
-- At most one open for a person.
create unique index reset_request_open on registry.reset_request using btree (person_id) where (settled_at is null);
-- The requests for a person.
create index reset_request_person_idx on registry.reset_request using btree (person_id);

-- What a post of this role may see and do; platform/rights.ts explains each right.
create table registry.role (
  role text not null,
  name text not null,
  name_en text not null,
  sees text not null,
  rights text[] not null default '{}'::text[],
  is_two_factor boolean not null default false,
  position integer not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  changed_by text not null default 'dieuhanh'::text,
  constraint role_pk primary key (role),
  constraint role_form check (role ~ '^[a-z][a-zA-Z]*$'::text),
  constraint role_name check (name = btrim(name) and name <> ''::text and name_en <> ''::text),
  constraint role_rights check (rights <@ array['records.register'::text, 'records.assign'::text, 'records.draft'::text, 'records.sign'::text, 'records.archive'::text, 'report.prepareOwn'::text, 'report.signOwn'::text, 'taskforce.keep'::text, 'inspection.lead'::text, 'programme.keep'::text, 'programme.decide'::text, 'programme.register'::text, 'programme.submit'::text, 'directive.review'::text, 'task.steer'::text, 'task.carryOut'::text, 'task.comment'::text, 'report.read'::text, 'report.draft'::text, 'report.prepare'::text, 'report.sign'::text, 'urge.prepare'::text, 'urge.sign'::text, 'registry.keep'::text, 'reorganisation.apply'::text, 'people.keep'::text, 'people.keepOwn'::text, 'connection.keepOwn'::text, 'system.keep'::text, 'audit.read'::text, 'post.deputise'::text]),
  constraint role_sees check (sees = any (array['all'::text, 'followed'::text, 'own'::text])),
  constraint role_sees_what_it_reads check (sees = 'all'::text or not rights && array['taskforce.keep'::text, 'inspection.lead'::text, 'programme.keep'::text, 'programme.decide'::text, 'audit.read'::text, 'report.draft'::text, 'report.prepare'::text, 'report.sign'::text, 'reorganisation.apply'::text, 'system.keep'::text, 'people.keep'::text])
);

-- Keys that sign, each of one person or one agency over some days: the certificate, and the way to the key.
create table registry.signing_identity (
  signing_identity_id bigint generated always as identity,
  person_id bigint,
  agency_id bigint,
  key_kind text not null,
  chain bytea[] not null,
  fingerprint bytea not null,
  algorithm text not null,
  serial text not null,
  subject text not null,
  holder text not null,
  issuer text not null,
  not_before timestamp with time zone not null,
  not_after timestamp with time zone not null,
  way jsonb not null,
  sealed bytea,
  valid daterange not null,
  picture_sha256 bytea,
  end_kind text,
  end_reason text,
  ended_at timestamp with time zone,
  ended_by text,
  warned_at timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint signing_identity_pk primary key (signing_identity_id),
  constraint signing_identity_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint signing_identity_person foreign key (person_id) references registry.person(person_id),
  constraint signing_identity_picture foreign key (picture_sha256) references platform.blob(sha256),
  constraint signing_identity_agency_once exclude using gist (agency_id with =, valid with &&) where (agency_id is not null and end_kind is null),
  constraint signing_identity_person_once exclude using gist (person_id with =, valid with &&) where (person_id is not null and end_kind is null),
  constraint signing_identity_algorithm check (algorithm = any (array['rsa-sha256'::text, 'ecdsa-sha256'::text, 'ecdsa-sha384'::text])),
  constraint signing_identity_chain check (cardinality(chain) >= 1 and cardinality(chain) <= 8),
  constraint signing_identity_end check ((end_kind is null) = (ended_at is null) and (end_kind is null) = (ended_by is null) and (end_kind is null) = (end_reason is null)),
  constraint signing_identity_end_kind check (end_kind = any (array['ended'::text, 'revoked'::text])),
  constraint signing_identity_key_kind check (key_kind = any (array['pkcs12'::text, 'pkcs11'::text, 'csc'::text, 'device'::text])),
  constraint signing_identity_owner check (num_nonnulls(person_id, agency_id) = 1),
  constraint signing_identity_sealed check (
case key_kind
    when 'pkcs12'::text then (sealed is null) = (end_kind is not null)
    when 'device'::text then sealed is null
    else true
end),
  constraint signing_identity_term check (not_before < not_after and not isempty(valid) and lower(valid) is not null and upper(valid) is not null)
);
-- The keys of an agency.
create index signing_identity_agency_idx on registry.signing_identity using btree (agency_id) where (agency_id is not null);
-- Certificates of whose end nobody was told yet.
create index signing_identity_ending_idx on registry.signing_identity using btree (not_after) where ((warned_at is null) and (end_kind is null));
-- The keys of a person.
create index signing_identity_person_idx on registry.signing_identity using btree (person_id) where (person_id is not null);
-- What refers to a stored picture.
create index signing_identity_picture_idx on registry.signing_identity using btree (picture_sha256) where (picture_sha256 is not null);
create trigger signing_identity_kept before delete on registry.signing_identity for each row execute function registry.signing_identity_stays();
create trigger signing_identity_stays before update on registry.signing_identity for each row when (old.end_kind is not null or old.sealed is distinct from new.sealed and (new.end_kind is null or new.sealed is not null) or old.person_id is distinct from new.person_id or old.agency_id is distinct from new.agency_id or old.key_kind is distinct from new.key_kind or old.chain is distinct from new.chain or old.fingerprint is distinct from new.fingerprint or old.algorithm is distinct from new.algorithm or old.way is distinct from new.way or old.made_at is distinct from new.made_at or old.made_by is distinct from new.made_by) execute function registry.signing_identity_stays();

-- Who took over from whom, from which day, for which subject.
create table registry.succession (
  succession_id bigint generated always as identity,
  old_agency_id bigint not null,
  new_agency_id bigint,
  kind text not null,
  subject text,
  effective_on date not null,
  source text not null,
  confidence text not null default 'verified'::text,
  constraint succession_pk primary key (succession_id),
  constraint succession_once unique nulls not distinct (old_agency_id, new_agency_id, kind, subject, effective_on),
  constraint succession_new foreign key (new_agency_id) references registry.agency(agency_id),
  constraint succession_old foreign key (old_agency_id) references registry.agency(agency_id),
  constraint succession_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint succession_kind check (kind = any (array['main'::text, 'partial'::text, 'renamed'::text, 'abolished'::text])),
  constraint succession_partial_says_what check (kind <> 'partial'::text or subject is not null),
  constraint succession_renamed_is_same_agency check ((kind = 'renamed'::text) = (old_agency_id = new_agency_id)),
  constraint succession_target check ((kind = 'abolished'::text) = (new_agency_id is null))
);
-- Predecessors of an agency.
create index succession_new_idx on registry.succession using btree (new_agency_id);
-- Successors of an agency.
create index succession_old_idx on registry.succession using btree (old_agency_id);
create trigger succession_no_cycle after insert or update on registry.succession for each row execute function registry.refuse_succession_cycle();

-- The newest version of the console's tour that a person has seen or skipped; no row: none yet.
create table registry.tour_seen (
  person_id bigint not null,
  version integer not null,
  seen_at timestamp with time zone not null,
  constraint tour_seen_pk primary key (person_id),
  constraint tour_seen_of foreign key (person_id) references registry.person(person_id),
  constraint tour_seen_version check (version >= 1 and version <= 1000)
);

-- The post a person chose to work in during a session; without a row, the first they hold.
create table registry.working_post (
  session_id text not null,
  post_id bigint not null,
  deputation_id bigint,
  constraint working_post_pk primary key (session_id),
  constraint working_post_deputation foreign key (deputation_id) references registry.deputation(deputation_id),
  constraint working_post_post foreign key (post_id) references registry.post(post_id),
  constraint working_post_session foreign key (session_id) references platform.session(id) on delete cascade
);

-- Each agency in each of its periods, with first and last day.
-- view registry.agency_card, see views.sql
--   agency_id bigint
--   slug text
--   name text
--   name_en text
--   abbreviation text
--   kind text
--   parent_id bigint
--   position integer
--   valid_from date
--   valid_to date
--   valid daterange

-- Each agency as last known, for showing a name beside an id.
-- view registry.agency_latest, see views.sql
--   agency_id bigint
--   slug text
--   name text
--   name_en text
--   abbreviation text
--   kind text
--   parent_id bigint
--   position integer
--   valid_from date
--   valid_to date

-- How documents of any day name each agency: its names, abbreviations and other names. Never null: agency_id, spelling, kind.
-- view registry.agency_spelling, see views.sql
--   agency_id bigint
--   spelling text
--   kind text

-- The book of outgoing documents, one line for each number.
-- view registry.book_card, see views.sql
--   register text
--   agency_id bigint
--   direction text
--   is_secret boolean
--   year integer
--   number integer
--   notation text
--   issued_on date
--   kind text
--   about text
--   signer text
--   recipients text
--   source_kind text
--   source_id bigint
--   pdf_sha256 bytea
--   is_urgent boolean
--   entered_at timestamp with time zone

-- Kinds of administrative documents, for choosing one and for notations.
-- view registry.document_kind_card, see views.sql
--   kind text
--   name text
--   name_en text
--   abbreviation text
--   exchange_code integer
--   position integer

-- Which agencies a person follows, from which day to which; to_on is null until further notice. Never null: person_id, agency_id, valid, from_on.
-- view registry.following_card, see views.sql
--   person_id bigint
--   agency_id bigint
--   valid daterange
--   from_on date
--   to_on date

-- People with their posts through time.
-- view registry.person_card, see views.sql
--   person_id bigint
--   user_id text
--   full_name text
--   is_sample boolean
--   post_id bigint
--   agency_id bigint
--   role text
--   title text
--   valid daterange

-- Registers, and the body that numbers in each. Never null: register, direction, is_secret.
-- view registry.register_card, see views.sql
--   register text
--   agency_id bigint
--   direction text
--   is_secret boolean

-- Who took over from whom, as other rooms may read it. Never null: old_agency_id, kind, effective_on.
-- view registry.succession_card, see views.sql
--   old_agency_id bigint
--   new_agency_id bigint
--   kind text
--   subject text
--   effective_on date

-- The agencies whose reach (registry.reach) contains one of these on a day, these among them.
-- function registry.above(bigint[],date)

-- The agencies that a person follows on a day, with the units under them: the filter by follow-up officer. Whoever follows agencies is asked for here.
-- function registry.followed(bigint,date)

-- For each agency with a main successor, the agency that replaces it on a day, over any number of reorganisations.
-- function registry.heirs(date)

-- function registry.number_has_its_document()

-- Agencies with the units under them and the agencies they took over as main successor, at any depth, on a day.
-- function registry.reach(bigint[],date)

-- On no day is an agency, over any number of steps, under itself.
-- function registry.refuse_parent_cycle()

-- No agency is, over any number of steps, its own main successor.
-- function registry.refuse_succession_cycle()

-- For each agency: itself, its main successors and the agencies that a unit belongs to, at any depth on a day, with how far away they are.
-- function registry.responsible(bigint[],date)

-- Documents were signed with it: whose it was, its certificate and its end stay as they were.
-- function registry.signing_identity_stays()

-- Shows every server process that the calendar it computed is out of date.
-- function registry.stamp_calendar()

-- Who may do something for each of these agencies on a day: the holders of a right in the nearest agency responsible that has any, and their deputies, with an open sign-in.
-- function registry.workers(bigint[],text,date)

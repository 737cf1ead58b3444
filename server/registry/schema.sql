-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- One body or unit for its whole life; what it is called and where it stands is in agency_period.
create table registry.agency (
  agency_id bigint generated always as identity,
  slug text not null,
  founded_on date,
  constraint agency_pk primary key (agency_id),
  constraint agency_slug_once unique (slug),
  constraint agency_slug_form check (slug ~ '^[a-z0-9-]+$'::text)
);

-- Other ways documents write a body's name.
create table registry.agency_alias (
  agency_id bigint not null,
  alias text not null,
  constraint agency_alias_pk primary key (agency_id, alias),
  constraint agency_alias_of foreign key (agency_id) references registry.agency(agency_id)
);

-- Identifiers: QCVN 102, Quyết định 20/2020, statistical office; a code may change owner, never on the same day.
create table registry.agency_code (
  agency_id bigint not null,
  scheme text not null,
  code text not null,
  valid daterange not null,
  source text not null,
  confidence text not null default 'verified'::text,
  constraint agency_code_pk primary key (scheme, code, valid without overlaps),
  constraint agency_code_of foreign key (agency_id) references registry.agency(agency_id),
  constraint agency_code_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint agency_code_not_empty check (not isempty(valid)),
  constraint agency_code_scheme check (scheme = any (array['qcvn102'::text, 'qd20'::text, 'nso'::text]))
);
-- Codes of one body.
create index agency_code_agency_idx on registry.agency_code using btree (agency_id);

-- Name, kind and parent of a body over a period; periods of one body cannot overlap.
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
  constraint agency_period_confidence check (confidence = any (array['verified'::text, 'memory'::text])),
  constraint agency_period_kind check (kind = any (array['central'::text, 'ministry'::text, 'ministerialAgency'::text, 'governmentAgency'::text, 'province'::text, 'district'::text, 'unit'::text, 'council'::text, 'other'::text])),
  constraint agency_period_name check (name = btrim(name) and name <> ''::text),
  constraint agency_period_not_empty check (not isempty(valid)),
  constraint agency_period_not_own_parent check (parent_id is distinct from agency_id)
);
-- Units of a body.
create index agency_period_parent_idx on registry.agency_period using btree (parent_id);

-- Phrases that stand for many bodies ("các bộ, ngành, địa phương") and the kinds they expand to on a day.
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

-- Who may act in whose post from one day to another: authorised (ủy quyền) or standing in for the absent (vắng mặt).
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
  constraint deputation_pk primary key (deputation_id),
  constraint deputation_deputy foreign key (deputy_id) references registry.person(person_id),
  constraint deputation_post foreign key (post_id) references registry.post(post_id),
  constraint deputation_bounded check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  constraint deputation_kind check (kind = any (array['authorised'::text, 'absent'::text])),
  constraint deputation_revoked_whole check ((revoked_at is null) = (revoked_by is null))
);
-- In whose posts a person may act.
create index deputation_deputy_idx on registry.deputation using btree (deputy_id);

-- Bodies that a member of the Task Force is assigned to follow.
create table registry.following (
  person_id bigint not null,
  agency_id bigint not null,
  valid daterange not null,
  constraint following_pk primary key (person_id, agency_id, valid without overlaps),
  constraint following_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint following_person foreign key (person_id) references registry.person(person_id),
  constraint following_not_empty check (not isempty(valid))
);

-- Somebody who signs in; user_id is the identity of platform/auth.
create table registry.person (
  person_id bigint generated always as identity,
  user_id text not null,
  full_name text not null,
  is_sample boolean not null default false,
  constraint person_pk primary key (person_id),
  constraint person_user_once unique (user_id),
  constraint person_name check (full_name = btrim(full_name) and full_name <> ''::text)
);

-- A person's post in a body: role and period; one person may hold several at a time.
create table registry.post (
  person_id bigint not null,
  agency_id bigint not null,
  role text not null,
  title text not null,
  valid daterange not null,
  post_id bigint generated always as identity,
  constraint post_pk primary key (post_id),
  constraint post_once unique (person_id, agency_id, role, valid without overlaps),
  constraint post_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint post_person foreign key (person_id) references registry.person(person_id),
  constraint post_role foreign key (role) references registry.role(role),
  constraint post_not_empty check (not isempty(valid))
);
-- People of a body.
create index post_agency_idx on registry.post using btree (agency_id);

-- What a post of this role may see and do; platform/rights.ts says what each right means.
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
  constraint role_rights check (rights <@ array['directive.review'::text, 'task.steer'::text, 'task.carryOut'::text, 'report.read'::text, 'report.draft'::text, 'report.issue'::text, 'urge.prepare'::text, 'urge.sign'::text, 'registry.keep'::text, 'people.keep'::text, 'people.keepOwn'::text, 'connection.keepOwn'::text, 'system.keep'::text, 'audit.read'::text, 'post.deputise'::text]),
  constraint role_sees check (sees = any (array['all'::text, 'followed'::text, 'own'::text]))
);

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
  constraint succession_renamed_is_same_body check ((kind = 'renamed'::text) = (old_agency_id = new_agency_id)),
  constraint succession_target check ((kind = 'abolished'::text) = (new_agency_id is null))
);
-- Predecessors of a body.
create index succession_new_idx on registry.succession using btree (new_agency_id);
-- Successors of a body.
create index succession_old_idx on registry.succession using btree (old_agency_id);

-- The post somebody chose to work in during a session; without a row, the first they hold.
create table registry.working_post (
  session_id text not null,
  post_id bigint not null,
  deputation_id bigint,
  constraint working_post_pk primary key (session_id),
  constraint working_post_deputation foreign key (deputation_id) references registry.deputation(deputation_id),
  constraint working_post_post foreign key (post_id) references registry.post(post_id),
  constraint working_post_session foreign key (session_id) references platform.session(id) on delete cascade
);

-- Each body in each of its periods, with first and last day.
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

-- Each body as last known, for showing a name beside an id.
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

-- Bodies with the units under them and the bodies they took over as main successor, at any depth, on a day.
-- function registry.reach(bigint[],date)

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

-- A person's post in a body: role and period; one post at a time.
create table registry.post (
  person_id bigint not null,
  agency_id bigint not null,
  role text not null,
  title text not null,
  valid daterange not null,
  constraint post_pk primary key (person_id, valid without overlaps),
  constraint post_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint post_person foreign key (person_id) references registry.person(person_id),
  constraint post_not_empty check (not isempty(valid)),
  constraint post_role check (role = any (array['administrator'::text, 'followUp'::text, 'taskForce'::text, 'officer'::text]))
);
-- People of a body.
create index post_agency_idx on registry.post using btree (agency_id);

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
--   agency_id bigint
--   role text
--   title text
--   valid daterange

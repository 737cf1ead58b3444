-- Bodies of the state through time, and the people who act for them.
create schema registry;
comment on schema registry is 'Agencies and units through time, their codes and successors, people and their posts.';

create table registry.agency (
  agency_id bigint generated always as identity,
  -- Stable across renamings and reloads of the reference data; never shown.
  slug text not null,
  founded_on date,
  constraint agency_pk primary key (agency_id),
  constraint agency_slug_once unique (slug),
  constraint agency_slug_form check (slug ~ '^[a-z0-9-]+$')
);
comment on table registry.agency is 'One body or unit for its whole life; what it is called and where it stands is in agency_period.';

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
  confidence text not null default 'verified',
  constraint agency_period_pk primary key (agency_id, valid without overlaps),
  constraint agency_period_of foreign key (agency_id) references registry.agency (agency_id),
  constraint agency_period_parent foreign key (parent_id) references registry.agency (agency_id),
  constraint agency_period_not_own_parent check (parent_id is distinct from agency_id),
  constraint agency_period_kind check (
    kind in ('central', 'ministry', 'ministerialAgency', 'governmentAgency', 'province', 'district', 'unit', 'council', 'other')
  ),
  constraint agency_period_not_empty check (not isempty(valid)),
  constraint agency_period_name check (name = btrim(name) and name <> ''),
  constraint agency_period_confidence check (confidence in ('verified', 'memory'))
);
comment on table registry.agency_period is 'Name, kind and parent of a body over a period; periods of one body cannot overlap.';
create index agency_period_parent_idx on registry.agency_period (parent_id);
comment on index registry.agency_period_parent_idx is 'Units of a body.';

create table registry.agency_code (
  agency_id bigint not null,
  scheme text not null,
  code text not null,
  valid daterange not null,
  source text not null,
  confidence text not null default 'verified',
  constraint agency_code_pk primary key (scheme, code, valid without overlaps),
  constraint agency_code_of foreign key (agency_id) references registry.agency (agency_id),
  constraint agency_code_not_empty check (not isempty(valid)),
  constraint agency_code_scheme check (scheme in ('qcvn102', 'qd20', 'nso')),
  constraint agency_code_confidence check (confidence in ('verified', 'memory'))
);
comment on table registry.agency_code is 'Identifiers: QCVN 102, Quyết định 20/2020, statistical office; a code may change owner, never on the same day.';
create index agency_code_agency_idx on registry.agency_code (agency_id);
comment on index registry.agency_code_agency_idx is 'Codes of one body.';

create table registry.agency_alias (
  agency_id bigint not null,
  alias text not null,
  constraint agency_alias_pk primary key (agency_id, alias),
  constraint agency_alias_of foreign key (agency_id) references registry.agency (agency_id)
);
comment on table registry.agency_alias is 'Other ways documents write a body''s name.';

create table registry.succession (
  succession_id bigint generated always as identity,
  old_agency_id bigint not null,
  new_agency_id bigint,
  kind text not null,
  subject text,
  effective_on date not null,
  source text not null,
  confidence text not null default 'verified',
  constraint succession_pk primary key (succession_id),
  constraint succession_old foreign key (old_agency_id) references registry.agency (agency_id),
  constraint succession_new foreign key (new_agency_id) references registry.agency (agency_id),
  constraint succession_kind check (kind in ('main', 'partial', 'renamed', 'abolished')),
  constraint succession_target check ((kind = 'abolished') = (new_agency_id is null)),
  -- A body renamed stays the same body, so its tasks and figures stay its own.
  constraint succession_renamed_is_same_body check ((kind = 'renamed') = (old_agency_id = new_agency_id)),
  constraint succession_partial_says_what check (kind <> 'partial' or subject is not null),
  constraint succession_confidence check (confidence in ('verified', 'memory')),
  constraint succession_once unique nulls not distinct (old_agency_id, new_agency_id, kind, subject, effective_on)
);
comment on table registry.succession is 'Who took over from whom, from which day, for which subject.';
create index succession_old_idx on registry.succession (old_agency_id);
comment on index registry.succession_old_idx is 'Successors of a body.';
create index succession_new_idx on registry.succession (new_agency_id);
comment on index registry.succession_new_idx is 'Predecessors of a body.';

create table registry.collective (
  collective_id bigint generated always as identity,
  phrase text not null,
  -- Empty: many bodies are meant and the document does not say which ("các cơ quan liên quan").
  kinds text[] not null,
  parent_id bigint,
  -- The units of the body that issues the document: "các Vụ, Cục, đơn vị".
  is_of_issuer boolean not null default false,
  -- Stands for many only beside others: "bộ" in "bộ, ngành, địa phương".
  is_part boolean not null default false,
  constraint collective_pk primary key (collective_id),
  constraint collective_one_parent check (parent_id is null or not is_of_issuer),
  constraint collective_kinds check (
    kinds <@ array['central', 'ministry', 'ministerialAgency', 'governmentAgency', 'province', 'district', 'unit', 'council', 'other']
  ),
  constraint collective_phrase_once unique (phrase),
  constraint collective_parent foreign key (parent_id) references registry.agency (agency_id)
);
comment on table registry.collective is 'Phrases that stand for many bodies ("các bộ, ngành, địa phương") and the kinds they expand to on a day.';

create table registry.person (
  person_id bigint generated always as identity,
  user_id text not null,
  full_name text not null,
  is_sample boolean not null default false,
  constraint person_pk primary key (person_id),
  constraint person_user_once unique (user_id),
  constraint person_name check (full_name = btrim(full_name) and full_name <> '')
);
comment on table registry.person is 'Somebody who signs in; user_id is the identity of platform/auth.';

create table registry.post (
  person_id bigint not null,
  agency_id bigint not null,
  role text not null,
  title text not null,
  valid daterange not null,
  constraint post_pk primary key (person_id, valid without overlaps),
  constraint post_person foreign key (person_id) references registry.person (person_id),
  constraint post_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint post_role check (role in ('administrator', 'followUp', 'taskForce', 'officer')),
  constraint post_not_empty check (not isempty(valid))
);
comment on table registry.post is 'A person''s post in a body: role and period; one post at a time.';
create index post_agency_idx on registry.post (agency_id);
comment on index registry.post_agency_idx is 'People of a body.';

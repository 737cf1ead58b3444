-- Addresses under which a calendar programme reads somebody's deadlines. The address is the key; only its hash is kept.

create table tasks.feed (
  feed_id bigint generated always as identity,
  sha256 bytea not null,
  person_id bigint not null,
  scope text not null,
  -- The body whose deadlines they are; null: those of the bodies the person works for.
  agency_id bigint,
  made_at timestamptz not null,
  last_read_at timestamptz,
  -- Readings since window_at, to stop a programme gone wild.
  window_at timestamptz,
  window_reads integer not null default 0,
  revoked_at timestamptz,
  constraint feed_pk primary key (feed_id),
  constraint feed_sha256_once unique (sha256),
  constraint feed_person foreign key (person_id) references registry.person (person_id),
  constraint feed_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint feed_sha256 check (length(sha256) = 32),
  constraint feed_scope check (scope in ('mine', 'body')),
  constraint feed_body_named check ((scope = 'body') = (agency_id is not null)),
  constraint feed_reads check (window_reads >= 0)
);
comment on table tasks.feed is 'A secret address of a calendar of deadlines, until it is revoked; what it shows is decided at each reading.';
create index feed_person_idx on tasks.feed (person_id);
comment on index tasks.feed_person_idx is 'The addresses of one person, to list and revoke.';

-- Programs of bodies: OAuth 2 clients that act for one body with the rights of their scopes (RFC 6749, section 4.4).

create table registry.api_client (
  client_id text not null,
  agency_id bigint not null,
  name text not null,
  purpose text,
  scopes text[] not null,
  -- SHA-256 of 256 random bits: a slow hash guards words that people choose, and would cost each token 0.1 seconds here.
  secret_sha256 bytea not null,
  -- The secret before, good for a while after a change, so that a system can be moved over without a gap.
  former_sha256 bytea,
  former_until timestamptz,
  per_minute integer not null default 600,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint api_client_pk primary key (client_id),
  constraint api_client_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint api_client_name check (name = btrim(name) and name <> ''),
  constraint api_client_scopes check (cardinality(scopes) > 0 and scopes <@ array['tasks.read', 'tasks.report']),
  constraint api_client_secret check (length(secret_sha256) = 32 and (former_sha256 is null or length(former_sha256) = 32)),
  constraint api_client_former_whole check ((former_sha256 is null) = (former_until is null)),
  constraint api_client_rate check (per_minute between 1 and 100000)
);
comment on table registry.api_client is 'A program bound to a body; only hashes of its secrets are kept.';
create unique index api_client_name_once on registry.api_client (agency_id, lower(name)) where revoked_at is null;
comment on index registry.api_client_name_once is 'One name, one program of a body, so that the log says which it was.';

create table registry.client_token (
  sha256 bytea not null,
  client_id text not null,
  scopes text[] not null,
  expires_at timestamptz not null,
  constraint client_token_pk primary key (sha256),
  constraint client_token_client foreign key (client_id) references registry.api_client (client_id) on delete cascade,
  constraint client_token_sha256 check (length(sha256) = 32)
);
comment on table registry.client_token is 'Short-lived keys given to programs; only their hashes are kept.';
create index client_token_expires_idx on registry.client_token (expires_at);
comment on index registry.client_token_expires_idx is 'Keys past their time, to sweep.';

-- Unlogged: after a crash the minute begins anew, which costs nobody anything.
create unlogged table registry.client_minute (
  client_id text not null,
  minute timestamptz not null,
  count integer not null,
  constraint client_minute_pk primary key (client_id, minute)
);
comment on table registry.client_minute is 'Requests of a program in a minute, counted here so that all copies of the server count together.';

-- Systems of bodies that are told of what happens to their tasks.

create schema webhooks;
comment on schema webhooks is 'Addresses of bodies'' own systems, what they are told, and every try to tell them.';

create table webhooks.endpoint (
  endpoint_id bigint generated always as identity constraint endpoint_pk primary key,
  agency_id bigint not null constraint endpoint_agency_fk references registry.agency,
  name text not null constraint endpoint_name_ck check (name <> ''),
  url text not null constraint endpoint_url_ck check (url ~ '^https?://[^[:space:][:cntrl:]]+$' and length(url) <= 2000),
  events text[] not null constraint endpoint_events_ck check (cardinality(events) > 0),
  state text not null default 'active' constraint endpoint_state_ck check (state in ('active', 'paused')),
  paused_because text constraint endpoint_paused_because_ck check (paused_because in ('person', 'failure')),
  failing_since timestamptz,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  removed_at timestamptz,
  version integer not null default 1,
  constraint endpoint_paused_ck check ((paused_because is null) = (state = 'active'))
);
comment on table webhooks.endpoint is 'An address of a body''s own system, and the events it wants to hear of.';
comment on column webhooks.endpoint.events is 'Names of events, or * for all of them.';
comment on column webhooks.endpoint.failing_since is 'First of the failures since the last success; null while all is well.';
create unique index endpoint_name_once on webhooks.endpoint (agency_id, name) where removed_at is null;
comment on index webhooks.endpoint_name_once is 'The endpoints of a body; a creation that is retried finds its name taken.';

create table webhooks.secret (
  secret_id bigint generated always as identity constraint secret_pk primary key,
  endpoint_id bigint not null constraint secret_endpoint_fk references webhooks.endpoint,
  -- AES-256-GCM under a key of the installation: who reads the database reads no secret.
  sealed bytea not null,
  made_at timestamptz not null default now(),
  ends_at timestamptz
);
comment on table webhooks.secret is 'What deliveries are signed with: the newest, and the one before until it ends. Sealed with the secret of the installation.';
create unique index secret_current_uq on webhooks.secret (endpoint_id) where ends_at is null;
comment on index webhooks.secret_current_uq is 'The newest secret of an endpoint.';

create table webhooks.numbering (
  endpoint_id bigint constraint numbering_pk primary key constraint numbering_endpoint_fk references webhooks.endpoint,
  last bigint not null default 0
);
comment on table webhooks.numbering is 'The last number given to a delivery of an endpoint; apart from the endpoint, whose row people hold while they edit.';

create table webhooks.delivery (
  delivery_id bigint generated always as identity constraint delivery_pk primary key,
  endpoint_id bigint not null constraint delivery_endpoint_fk references webhooks.endpoint,
  kind text not null constraint delivery_kind_ck check (kind in ('event', 'test')),
  sequence bigint constraint delivery_sequence_ck check (sequence > 0),
  event text not null,
  audit_id bigint,
  occurred_at timestamptz not null,
  data jsonb not null,
  state text not null default 'due' constraint delivery_state_ck check (state in ('due', 'delivering', 'delivered', 'givenUp')),
  due_since timestamptz not null default now(),
  round_tries integer not null default 0,
  next_try_at timestamptz default now(),
  settled_at timestamptz,
  constraint delivery_sequence_once unique (endpoint_id, sequence),
  constraint delivery_audit_once unique (endpoint_id, audit_id),
  constraint delivery_test_ck check (kind = 'event' or sequence is null),
  constraint delivery_settled_ck check ((settled_at is null) = (state in ('due', 'delivering')))
);
comment on table webhooks.delivery is 'One event for one endpoint: what it says never changes, where it stands does.';
comment on column webhooks.delivery.sequence is 'Counts the deliveries of an endpoint from 1 without gaps, in the order in which the events were committed: the cursor of who receives. A test has none.';
create index delivery_open_ix on webhooks.delivery (endpoint_id, sequence) where state in ('due', 'delivering');
comment on index webhooks.delivery_open_ix is 'The next to deliver.';
create index delivery_last_ix on webhooks.delivery (endpoint_id, delivery_id desc);
comment on index webhooks.delivery_last_ix is 'The last deliveries of an endpoint.';

create table webhooks.delivery_try (
  delivery_id bigint not null constraint delivery_try_delivery_fk references webhooks.delivery on delete cascade,
  try_no integer not null constraint delivery_try_no_ck check (try_no >= 1),
  url text not null,
  signature text not null,
  began_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  outcome text constraint delivery_try_outcome_ck check (outcome in ('delivered', 'failed', 'lost')),
  status integer,
  answer text,
  error text,
  constraint delivery_try_pk primary key (delivery_id, try_no),
  constraint delivery_try_ended_ck check ((ended_at is null) = (outcome is null))
);
comment on table webhooks.delivery_try is 'One request to an endpoint, written before it is made, with the first of what was answered.';
comment on column webhooks.delivery_try.outcome is 'delivered: answered 2xx; failed: anything else; lost: the process ended before the answer was written.';
create unique index delivery_try_open_uq on webhooks.delivery_try (delivery_id) where outcome is null;
comment on index webhooks.delivery_try_open_uq is 'The request under way; never two.';

create function webhooks.number_delivery() returns trigger
  language plpgsql
as $$
declare
  given bigint;
begin
  -- The lock of the seal of the log (platform.seal_audit), so that the two never wait for each other. Held to the end of
  -- the transaction: who sees a number sees all before it.
  perform pg_advisory_xact_lock(7101, 1);
  update webhooks.numbering set last = last + 1 where endpoint_id = new.endpoint_id returning last into strict given;
  update webhooks.delivery set sequence = given where delivery_id = new.delivery_id;
  return null;
end
$$;
comment on function webhooks.number_delivery is 'Numbers the deliveries a transaction added, when it ends.';
create constraint trigger delivery_numbered after insert on webhooks.delivery
  deferrable initially deferred for each row when (new.kind = 'event') execute function webhooks.number_delivery();

-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- One event for one endpoint: its content never changes, its state does.
create table webhooks.delivery (
  delivery_id bigint generated always as identity,
  endpoint_id bigint not null,
  kind text not null,
  sequence bigint, -- Counts the deliveries of an endpoint from 1 without gaps, in the order in which the events were committed: the cursor of the receiver. A test has none.
  event text not null,
  audit_id bigint,
  occurred_at timestamp with time zone not null,
  data jsonb not null,
  state text not null default 'due'::text,
  due_since timestamp with time zone not null default now(),
  round_tries integer not null default 0,
  next_try_at timestamp with time zone default now(),
  settled_at timestamp with time zone,
  constraint delivery_pk primary key (delivery_id),
  constraint delivery_audit_once unique (endpoint_id, audit_id),
  constraint delivery_sequence_once unique (endpoint_id, sequence),
  constraint delivery_endpoint_fk foreign key (endpoint_id) references webhooks.endpoint(endpoint_id),
  constraint delivery_kind_ck check (kind = any (array['event'::text, 'test'::text])),
  constraint delivery_sequence_ck check (sequence > 0),
  constraint delivery_settled_ck check ((settled_at is null) = (state = any (array['due'::text, 'delivering'::text]))),
  constraint delivery_state_ck check (state = any (array['due'::text, 'delivering'::text, 'delivered'::text, 'givenUp'::text])),
  constraint delivery_test_ck check (kind = 'event'::text or sequence is null)
);
-- The last deliveries of an endpoint.
create index delivery_last_ix on webhooks.delivery using btree (endpoint_id, delivery_id desc);
-- The next to deliver.
create index delivery_open_ix on webhooks.delivery using btree (endpoint_id, sequence) where (state = any (array['due'::text, 'delivering'::text]));
create constraint trigger delivery_numbered after insert on webhooks.delivery deferrable initially deferred for each row when (new.kind = 'event'::text) execute function webhooks.number_delivery();

-- One request to an endpoint, recorded before it is made, with the beginning of the answer.
create table webhooks.delivery_try (
  delivery_id bigint not null,
  try_no integer not null,
  url text not null,
  signature text not null,
  began_at timestamp with time zone not null default clock_timestamp(),
  ended_at timestamp with time zone,
  outcome text, -- delivered: answered 2xx; failed: anything else; lost: the process ended before the answer was written.
  status integer,
  answer text,
  error text,
  constraint delivery_try_pk primary key (delivery_id, try_no),
  constraint delivery_try_delivery_fk foreign key (delivery_id) references webhooks.delivery(delivery_id) on delete cascade,
  constraint delivery_try_ended_ck check ((ended_at is null) = (outcome is null)),
  constraint delivery_try_no_ck check (try_no >= 1),
  constraint delivery_try_outcome_ck check (outcome = any (array['delivered'::text, 'failed'::text, 'lost'::text]))
);
-- The request in progress; never two.
create unique index delivery_try_open_uq on webhooks.delivery_try using btree (delivery_id) where (outcome is null);

-- An address of an agency's own system, and the events it receives.
create table webhooks.endpoint (
  endpoint_id bigint generated always as identity,
  agency_id bigint not null,
  name text not null,
  url text not null,
  events text[] not null, -- Names of events, or * for all of them.
  state text not null default 'active'::text,
  paused_because text,
  failing_since timestamp with time zone, -- First of the failures since the last success; null while all is well.
  made_at timestamp with time zone not null,
  made_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  removed_at timestamp with time zone,
  version integer not null default 1,
  constraint endpoint_pk primary key (endpoint_id),
  constraint endpoint_agency_fk foreign key (agency_id) references registry.agency(agency_id),
  constraint endpoint_events_ck check (cardinality(events) > 0),
  constraint endpoint_name_ck check (name <> ''::text),
  constraint endpoint_paused_because_ck check (paused_because = any (array['person'::text, 'failure'::text])),
  constraint endpoint_paused_ck check ((paused_because is null) = (state = 'active'::text)),
  constraint endpoint_state_ck check (state = any (array['active'::text, 'paused'::text])),
  constraint endpoint_url_ck check (url ~ '^https?://[^[:space:][:cntrl:]]+$'::text and length(url) <= 2000)
);
-- The endpoints of an agency; a creation that is retried finds its name taken.
create unique index endpoint_name_once on webhooks.endpoint using btree (agency_id, name) where (removed_at is null);

-- The last number given to a delivery of an endpoint; kept apart from the endpoint, whose row is locked while it is edited.
create table webhooks.numbering (
  endpoint_id bigint not null,
  last bigint not null default 0,
  constraint numbering_pk primary key (endpoint_id),
  constraint numbering_endpoint_fk foreign key (endpoint_id) references webhooks.endpoint(endpoint_id)
);

-- Secrets that sign deliveries: the newest, and the one before until it ends. Sealed with the secret of the installation.
create table webhooks.secret (
  secret_id bigint generated always as identity,
  endpoint_id bigint not null,
  sealed bytea not null,
  made_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone,
  constraint secret_pk primary key (secret_id),
  constraint secret_endpoint_fk foreign key (endpoint_id) references webhooks.endpoint(endpoint_id)
);
-- The newest secret of an endpoint.
create unique index secret_current_uq on webhooks.secret using btree (endpoint_id) where (ends_at is null);

-- Numbers the deliveries a transaction added, when it ends.
-- function webhooks.number_delivery()

-- What every module stands on: identity, tokens, the log of acts, files, retried requests.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create schema platform;
comment on schema platform is 'Identity, tokens, the log of acts, files, retried requests.';

create function platform.fold(words text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, nfc)));
comment on function platform.fold is 'Words without marks and capitals, đ as d: the form in which names are searched and indexed.';

-- Identity. The four tables and their columns are those better-auth works with; platform/auth.ts maps the names.

create table platform.user (
  id text constraint user_pk primary key,
  name text not null,
  email text not null constraint user_email_uq unique,
  email_verified boolean not null,
  image text,
  username text constraint user_username_uq unique,
  display_username text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table platform.user is 'A sign-in: name, address and user name; the person behind it is in the registry.';

create table platform.session (
  id text constraint session_pk primary key,
  user_id text not null constraint session_user_fk references platform.user on delete cascade,
  token text not null constraint session_token_uq unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table platform.session is 'A browser signed in, until expires_at.';
create index session_user_ix on platform.session (user_id);
comment on index platform.session_user_ix is 'All sessions of one user, to end them.';

create table platform.account (
  id text constraint account_pk primary key,
  user_id text not null constraint account_user_fk references platform.user on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint account_provider_uq unique (provider_id, account_id)
);
comment on table platform.account is 'One way for a user to prove who they are: a password (hashed) or an identity provider.';
create index account_user_ix on platform.account (user_id);
comment on index platform.account_user_ix is 'The ways in of one user, at sign-in.';

create table platform.verification (
  id text constraint verification_pk primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table platform.verification is 'A short-lived secret sent to prove an address or reset a password.';
create index verification_identifier_ix on platform.verification (identifier);
comment on index platform.verification_identifier_ix is 'The open proof of one address.';

create table platform.rate_limit (
  id text constraint rate_limit_pk primary key,
  key text not null constraint rate_limit_key_uq unique,
  count integer not null,
  last_request bigint not null
);
comment on table platform.rate_limit is 'Requests to sign-in per address and path, counted here so that all copies of the server count together.';

create table platform.sign_in_failure (
  key text constraint sign_in_failure_pk primary key,
  count integer not null constraint sign_in_failure_count_ck check (count > 0),
  since timestamptz not null
);
comment on table platform.sign_in_failure is 'Wrong passwords for one account, and for one account from one address, since the first of them; cleared by a right one.';

create table platform.api_token (
  id bigint generated always as identity constraint api_token_pk primary key,
  user_id text not null constraint api_token_user_fk references platform.user on delete cascade,
  name text not null constraint api_token_name_ck check (name <> ''),
  sha256 bytea not null constraint api_token_sha256_uq unique constraint api_token_sha256_ck check (length(sha256) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint api_token_expiry_ck check (expires_at > created_at)
);
comment on table platform.api_token is 'A key for programs, acting as its user; only the hash of it is kept.';
create index api_token_user_ix on platform.api_token (user_id);
comment on index platform.api_token_user_ix is 'The tokens of one user, to list and revoke.';

-- The log of acts.

create table platform.audit (
  id bigint generated always as identity constraint audit_pk primary key,
  recorded_at timestamptz not null default now(),
  happened_on date not null default (now() at time zone 'Asia/Ho_Chi_Minh')::date,
  actor_person_id bigint,
  actor_name text not null,
  event text not null constraint audit_event_ck check (event ~ '^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)+$'),
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  detail jsonb
);
comment on table platform.audit is 'Every act: who did what to what, when it happened, when it was recorded, before and after. Never changed, never deleted.';
create function platform.refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception '% of % refused: what it holds is never changed, never deleted', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;
comment on function platform.refuse_change is 'Trigger of tables written for ever: holds against the owner too, where roles do not.';
create trigger audit_for_ever before update or delete or truncate on platform.audit
  for each statement execute function platform.refuse_change();
comment on column platform.audit.happened_on is 'The day the act took effect, in Viet Nam; may lie before recorded_at when an act is entered later.';
comment on column platform.audit.actor_person_id is 'registry.person; null when the system acted by itself.';
create index audit_subject_ix on platform.audit (subject_kind, subject_id, id);
comment on index platform.audit_subject_ix is 'The history of one thing, in order.';
create index audit_recorded_ix on platform.audit using brin (recorded_at);
comment on index platform.audit_recorded_ix is 'What was done in a span of time, for inspection.';

-- Files.

create table platform.blob (
  sha256 bytea constraint blob_pk primary key constraint blob_sha256_ck check (length(sha256) = 32),
  size bigint not null constraint blob_size_ck check (size >= 0),
  media_type text not null,
  created_at timestamptz not null default now()
);
comment on table platform.blob is 'A file kept once under the hash of its bytes; the bytes are in the blob store.';

-- Retried requests.

create table platform.idempotency (
  user_id text not null,
  key text not null constraint idempotency_key_ck check (length(key) between 1 and 200),
  fingerprint bytea not null,
  result jsonb,
  created_at timestamptz not null default now(),
  constraint idempotency_pk primary key (user_id, key)
);
comment on table platform.idempotency is 'What a create answered, by the key its caller chose, so that a retry creates nothing twice.';
create index idempotency_created_ix on platform.idempotency (created_at);
comment on index platform.idempotency_created_ix is 'Keys past their time, to sweep.';

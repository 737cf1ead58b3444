-- Second factors, passkeys, linked identities, known devices, and the code of the first administrator.

create table platform.totp (
  user_id text constraint totp_pk primary key constraint totp_user_fk references platform.user on delete cascade,
  secret bytea not null,
  -- The time step of the last code taken: no code is good twice.
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  created_at timestamptz not null default now()
);
comment on table platform.totp is 'What a user''s authenticator app shares with us, encrypted; a second factor once a first code has confirmed it.';

create table platform.passkey (
  id bigint generated always as identity constraint passkey_pk primary key,
  user_id text not null constraint passkey_user_fk references platform.user on delete cascade,
  credential_id text not null constraint passkey_credential_uq unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}',
  name text not null constraint passkey_name_ck check (name = btrim(name) and name <> ''),
  created_at timestamptz not null default now(),
  used_at timestamptz
);
comment on table platform.passkey is 'A key on somebody''s device that signs them in and is a second factor (WebAuthn); ours is the public half.';
create index passkey_user_ix on platform.passkey (user_id);
comment on index platform.passkey_user_ix is 'The passkeys of one user, at sign-in and on the account page.';

create table platform.recovery_code (
  user_id text not null constraint recovery_code_user_fk references platform.user on delete cascade,
  sha256 bytea not null constraint recovery_code_sha256_ck check (length(sha256) = 32),
  used_at timestamptz,
  constraint recovery_code_pk primary key (user_id, sha256)
);
comment on table platform.recovery_code is 'A code on paper that stands in for a lost second factor, once; only the hash of it is kept.';

create table platform.session_proof (
  session_id text constraint session_proof_pk primary key
    constraint session_proof_session_fk references platform.session (id) on delete cascade,
  method text not null constraint session_proof_method_ck check (method in ('totp', 'passkey', 'recoveryCode', 'identity')),
  proved_at timestamptz not null default now()
);
comment on table platform.session_proof is 'A session whose user has proved a second factor in it, and how.';

create table platform.challenge (
  id text constraint challenge_pk primary key,
  purpose text not null constraint challenge_purpose_ck
    check (purpose in ('passkey.add', 'passkey.prove', 'passkey.signIn', 'identity.link', 'identity.signIn')),
  -- Whose session it was made for; a stranger at the door has none.
  session_id text constraint challenge_session_fk references platform.session (id) on delete cascade,
  content jsonb not null,
  expires_at timestamptz not null
);
comment on table platform.challenge is 'What was asked of a passkey or an identity provider and waits for its answer; taken once.';
create index challenge_expires_ix on platform.challenge (expires_at);
comment on index platform.challenge_expires_ix is 'Challenges past their time, to sweep.';
create index challenge_session_ix on platform.challenge (session_id);
comment on index platform.challenge_session_ix is 'Those of a session that ends.';

create table platform.identity (
  issuer text not null,
  subject text not null constraint identity_subject_ck check (subject <> ''),
  user_id text not null constraint identity_user_fk references platform.user on delete cascade,
  label text not null,
  linked_at timestamptz not null default now(),
  used_at timestamptz,
  constraint identity_pk primary key (issuer, subject),
  constraint identity_user_uq unique (user_id, issuer)
);
comment on table platform.identity is 'Who a user is at an identity provider (OpenID Connect).';
comment on column platform.identity.label is 'What the provider calls them: an address or a name, to be recognised by.';

create table platform.known_device (
  sha256 bytea not null constraint known_device_sha256_ck check (length(sha256) = 32),
  user_id text not null constraint known_device_user_fk references platform.user on delete cascade,
  address text not null,
  seen_at timestamptz not null default now(),
  constraint known_device_pk primary key (sha256, user_id)
);
comment on table platform.known_device is 'A browser in which a user has signed in wholly, and from where: what strangers guess elsewhere does not lock it out.';
create index known_device_user_ix on platform.known_device (user_id, address);
comment on index platform.known_device_user_ix is 'Whether a user has signed in from an address before.';

create table platform.first_code (
  is_only boolean not null default true constraint first_code_pk primary key constraint first_code_only_ck check (is_only),
  sha256 bytea not null constraint first_code_sha256_ck check (length(sha256) = 32),
  expires_at timestamptz not null
);
comment on table platform.first_code is 'The one-time code, hashed, with which the first administrator is made; printed at a start without any user.';

alter table platform.api_token add column is_proved boolean not null default false;
comment on column platform.api_token.is_proved is 'Whether it was made in a session that had proved a second factor; else it does not serve where a role requires one.';

comment on table platform.sign_in_failure is 'What is counted against guessing, by the hash of what it counts (wrong passwords for an account, wrong codes, requests of an address), since the first of them.';

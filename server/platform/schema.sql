-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- One way for a user to prove who they are: a password (hashed) or an identity provider.
create table platform.account (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint account_pk primary key (id),
  constraint account_provider_uq unique (provider_id, account_id),
  constraint account_user_fk foreign key (user_id) references platform."user"(id) on delete cascade
);
-- The ways in of one user, at sign-in.
create index account_user_ix on platform.account using btree (user_id);

-- A personal API token, with the rights of its user; only its hash is kept.
create table platform.api_token (
  id bigint generated always as identity,
  user_id text not null,
  name text not null,
  sha256 bytea not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  is_proved boolean not null default false, -- Whether it was created in a session that had proved a second factor; otherwise it is refused where a role requires one.
  may_change boolean not null default true, -- Whether it may change anything; else it only reads.
  revoked_because text, -- What ended it, if not its owner: a change of password or of second factor.
  scopes text[], -- The parts of the product it may use; null for one that was created before there were scopes: all of them.
  constraint api_token_pk primary key (id),
  constraint api_token_sha256_uq unique (sha256),
  constraint api_token_user_fk foreign key (user_id) references platform."user"(id) on delete cascade,
  constraint api_token_expiry_ck check (expires_at > created_at),
  constraint api_token_name_ck check (name <> ''::text),
  constraint api_token_scopes_ck check (cardinality(scopes) > 0),
  constraint api_token_sha256_ck check (length(sha256) = 32)
);
-- The tokens of one user, to list and revoke.
create index api_token_user_ix on platform.api_token using btree (user_id);

-- Every act: who did what to what, when it happened, when it was recorded, before and after. Never changed, never deleted.
create table platform.audit (
  id bigint generated always as identity,
  recorded_at timestamp with time zone not null default now(),
  happened_on date not null default ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date, -- The day the act took effect, in Viet Nam; may lie before recorded_at when an act is entered later.
  actor_person_id bigint, -- registry.person; null when the system acted automatically.
  actor_name text not null,
  event text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  detail jsonb,
  on_behalf_of_person_id bigint,
  on_behalf_of_name text, -- Whose post the actor was deputed to; null when acting in their own.
  constraint audit_pk primary key (id),
  constraint audit_behalf_ck check (on_behalf_of_person_id is null or on_behalf_of_name is not null),
  constraint audit_event_ck check (event ~ '^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*)+$'::text)
);
-- What one person did.
create index audit_actor_ix on platform.audit using btree (actor_person_id, recorded_at, id) where (actor_person_id is not null);
-- What deputies did in the post of one person, and whose posts they were.
create index audit_behalf_ix on platform.audit using btree (on_behalf_of_name, recorded_at, id) where (on_behalf_of_name is not null);
-- Every act of one kind.
create index audit_event_ix on platform.audit using btree (event, recorded_at, id);
-- What was done under one name, and which names there are.
create index audit_name_ix on platform.audit using btree (actor_name, recorded_at, id);
-- What was done in a span of days, newest first.
create index audit_recorded_ix on platform.audit using btree (recorded_at, id);
-- The history of one thing, in order.
create index audit_subject_ix on platform.audit using btree (subject_kind, subject_id, id);
create trigger audit_for_ever before delete or update or truncate on platform.audit for each statement execute function platform.refuse_change();
create constraint trigger audit_sealed after insert on platform.audit deferrable initially deferred for each row execute function platform.seal_audit();

-- The hash of each row of the log together with the hash of the row sealed before it. Written by the database alone. Never changed, never deleted.
create table platform.audit_seal (
  position bigint generated always as identity,
  audit_id bigint not null,
  previous bytea not null,
  hash bytea not null,
  constraint audit_seal_pk primary key ("position"),
  constraint audit_seal_audit_uq unique (audit_id),
  constraint audit_seal_hash_uq unique (hash),
  constraint audit_seal_previous_uq unique (previous),
  constraint audit_seal_hash_ck check (length(hash) = 32),
  constraint audit_seal_previous_ck check (length(previous) = 32)
);
create trigger audit_seal_for_ever before delete or update or truncate on platform.audit_seal for each statement execute function platform.refuse_change();

-- A file kept once under the hash of its bytes; the bytes are in the blob store.
create table platform.blob (
  sha256 bytea not null,
  size bigint not null,
  media_type text not null,
  created_at timestamp with time zone not null default now(),
  purged_at timestamp with time zone, -- When the file was found to be one that must not be kept here; what referred to it still does.
  purge_reason text,
  bytes_gone_at timestamp with time zone, -- When its bytes were deleted: after the purge has committed.
  looked_at timestamp with time zone, -- When an uploaded file was searched for a mark of secrecy; empty for files made here.
  look_note text, -- Why it could not be searched: it has no text that can be read.
  constraint blob_pk primary key (sha256),
  constraint blob_bytes_gone_ck check (bytes_gone_at is null or purged_at is not null),
  constraint blob_purged_ck check ((purged_at is null) = (purge_reason is null)),
  constraint blob_sha256_ck check (length(sha256) = 32),
  constraint blob_size_ck check (size >= 0)
);
-- Purged files whose bytes are still there.
create index blob_to_remove_idx on platform.blob using btree (purged_at) where ((purged_at is not null) and (bytes_gone_at is null));

-- A challenge to a passkey or an identity provider that waits for its answer; used once.
create table platform.challenge (
  id text not null,
  purpose text not null,
  session_id text,
  content jsonb not null,
  expires_at timestamp with time zone not null,
  constraint challenge_pk primary key (id),
  constraint challenge_session_fk foreign key (session_id) references platform.session(id) on delete cascade,
  constraint challenge_purpose_ck check (purpose = any (array['passkey.add'::text, 'passkey.prove'::text, 'passkey.signIn'::text, 'identity.link'::text, 'identity.signIn'::text]))
);
-- Expired challenges, to delete.
create index challenge_expires_ix on platform.challenge using btree (expires_at);
-- Challenges of a session that ends.
create index challenge_session_ix on platform.challenge using btree (session_id);

-- The one-time code, hashed, with which the first administrator is made; printed at a start without any user.
create table platform.first_code (
  is_only boolean not null default true,
  sha256 bytea not null,
  expires_at timestamp with time zone not null,
  constraint first_code_pk primary key (is_only),
  constraint first_code_only_ck check (is_only),
  constraint first_code_sha256_ck check (length(sha256) = 32)
);

-- The response to a change, by the key its caller chose, so that a retry changes nothing twice.
create table platform.idempotency (
  user_id text not null,
  key text not null,
  fingerprint bytea not null,
  result jsonb,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_pk primary key (user_id, key),
  constraint idempotency_key_ck check (length(key) >= 1 and length(key) <= 200)
);
-- Expired keys, to delete.
create index idempotency_created_ix on platform.idempotency using btree (created_at);

-- Who a user is at an identity provider (OpenID Connect).
create table platform.identity (
  issuer text not null,
  subject text not null,
  user_id text not null,
  label text not null, -- An address or a name of the user at the provider, by which people recognise it.
  linked_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint identity_pk primary key (issuer, subject),
  constraint identity_user_uq unique (user_id, issuer),
  constraint identity_user_fk foreign key (user_id) references platform."user"(id) on delete cascade,
  constraint identity_subject_ck check (subject <> ''::text)
);

-- A link with which a user sets their own password, once and for a limited time; only the hash of its code is kept.
create table platform.invitation (
  id bigint generated always as identity,
  user_id text not null,
  sha256 bytea not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitation_pk primary key (id),
  constraint invitation_sha256_uq unique (sha256),
  constraint invitation_user_fk foreign key (user_id) references platform."user"(id) on delete cascade,
  constraint invitation_expiry_ck check (expires_at > created_at),
  constraint invitation_one_end_ck check (used_at is null or revoked_at is null),
  constraint invitation_sha256_ck check (length(sha256) = 32)
);
-- The one invitation of a user that may still be used.
create unique index invitation_open_uq on platform.invitation using btree (user_id) where ((used_at is null) and (revoked_at is null));

-- A browser in which a user has signed in completely, and from where: guesses by strangers elsewhere do not lock it out.
create table platform.known_device (
  sha256 bytea not null,
  user_id text not null,
  address text not null,
  seen_at timestamp with time zone not null default now(),
  constraint known_device_pk primary key (sha256, user_id),
  constraint known_device_user_fk foreign key (user_id) references platform."user"(id) on delete cascade,
  constraint known_device_sha256_ck check (length(sha256) = 32)
);
-- Whether a user has signed in from an address before.
create index known_device_user_ix on platform.known_device using btree (user_id, address);

-- A message to one person. Its text never changes; its state does.
create table platform.mail (
  mail_id bigint generated always as identity,
  key text not null, -- The purpose of the message, named by its sender: the same key again adds nothing.
  state text not null default 'due'::text,
  to_name text not null,
  to_address text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  about_kind text,
  about_id text,
  created_at timestamp with time zone not null default now(),
  message_id text, -- Fixed at the first attempt and the same at every later one, so that a receiver recognises a second copy.
  dated_at timestamp with time zone, -- The Date of the message, fixed with its Message-ID.
  round_tries integer not null default 0, -- Attempts since the message was last requested; starts again when a user sends it again.
  next_try_at timestamp with time zone,
  settled_at timestamp with time zone,
  answer text, -- The last answer: from the mail server, or from the notice that came back.
  version integer not null default 1,
  sealed_secret bytea, -- What of the message its receiver alone may read, sealed; put in its place when the message is handed over, and gone once it was accepted.
  constraint mail_pk primary key (mail_id),
  constraint mail_key_uq unique (key),
  constraint mail_message_id_uq unique (message_id),
  constraint mail_about_ck check ((about_kind is null) = (about_id is null)),
  constraint mail_head_ck check ((message_id is null) = (dated_at is null)),
  constraint mail_key_ck check (length(key) >= 1 and length(key) <= 200),
  constraint mail_round_tries_ck check (round_tries >= 0),
  constraint mail_secret_gone check (state <> 'accepted'::text or sealed_secret is null),
  constraint mail_sent_has_head_ck check ((state <> all (array['sending'::text, 'accepted'::text])) or message_id is not null),
  constraint mail_settled_ck check ((settled_at is null) = (state = any (array['due'::text, 'sending'::text]))),
  constraint mail_state_ck check (state = any (array['due'::text, 'sending'::text, 'accepted'::text, 'bounced'::text, 'givenUp'::text, 'kept'::text])),
  constraint mail_subject_ck check (subject <> ''::text and subject !~ '[[:cntrl:]]'::text),
  constraint mail_to_address_ck check (to_address ~ '^[^[:space:][:cntrl:]@,;<>"]+@[^[:space:][:cntrl:]@,;<>"]+$'::text),
  constraint mail_to_name_ck check (to_name !~ '[[:cntrl:]]'::text)
);
-- The messages about one thing: whether all are accepted.
create index mail_about_ix on platform.mail using btree (about_kind, about_id);
-- The ledger by state, newest first; what is due, at the start of a worker.
create index mail_state_ix on platform.mail using btree (state, mail_id desc);

-- A notice on the delivery of a message (RFC 3464) that was taken in. Never changed, never deleted.
create table platform.mail_notice (
  notice_id bigint generated always as identity,
  mail_id bigint not null,
  sha256 bytea not null,
  recipient text not null,
  action text not null,
  status text not null,
  diagnostic text,
  reported_by text,
  taken_at timestamp with time zone not null default clock_timestamp(),
  taken_by text not null,
  constraint mail_notice_pk primary key (notice_id),
  constraint mail_notice_once unique (mail_id, sha256),
  constraint mail_notice_mail_fk foreign key (mail_id) references platform.mail(mail_id),
  constraint mail_notice_action_ck check (action = any (array['failed'::text, 'delayed'::text, 'delivered'::text, 'relayed'::text, 'expanded'::text])),
  constraint mail_notice_sha256_ck check (length(sha256) = 32),
  constraint mail_notice_status_ck check (status ~ '^[245]\.\d{1,3}\.\d{1,3}$'::text)
);
create trigger mail_notice_for_ever before delete or update or truncate on platform.mail_notice for each statement execute function platform.refuse_change();

-- One attempt to send a message to the mail server, recorded before it begins.
create table platform.mail_try (
  mail_id bigint not null,
  try_no integer not null,
  sender text not null,
  server text not null,
  began_at timestamp with time zone not null default clock_timestamp(),
  handed_over_at timestamp with time zone, -- Just before the first byte of the content: an attempt lost earlier certainly sent nothing.
  ended_at timestamp with time zone,
  outcome text, -- accepted: the server took it (250); refused: it will never take it (5xx); failed: for now; lost: no answer came, or the process ended before it was written.
  answer text,
  constraint mail_try_pk primary key (mail_id, try_no),
  constraint mail_try_mail_fk foreign key (mail_id) references platform.mail(mail_id),
  constraint mail_try_accepted_ck check (outcome <> 'accepted'::text or handed_over_at is not null),
  constraint mail_try_ended_ck check ((ended_at is null) = (outcome is null)),
  constraint mail_try_no_ck check (try_no >= 1),
  constraint mail_try_outcome_ck check (outcome = any (array['accepted'::text, 'refused'::text, 'failed'::text, 'lost'::text]))
);
-- The attempt in progress; never two.
create unique index mail_try_open_uq on platform.mail_try using btree (mail_id) where (outcome is null);

-- A key on a user's device that signs them in and is a second factor (WebAuthn); the public half is kept here.
create table platform.passkey (
  id bigint generated always as identity,
  user_id text not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null default '{}'::text[],
  name text not null,
  created_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint passkey_pk primary key (id),
  constraint passkey_credential_uq unique (credential_id),
  constraint passkey_user_fk foreign key (user_id) references platform."user"(id) on delete cascade,
  constraint passkey_name_ck check (name = btrim(name) and name <> ''::text)
);
-- The passkeys of one user, at sign-in and on the account page.
create index passkey_user_ix on platform.passkey using btree (user_id);

-- Requests to sign-in per address and path, counted here so that all copies of the server count together.
create table platform.rate_limit (
  id text not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint rate_limit_pk primary key (id),
  constraint rate_limit_key_uq unique (key)
);

-- A code on paper that replaces a lost second factor, once; only its hash is kept.
create table platform.recovery_code (
  user_id text not null,
  sha256 bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pk primary key (user_id, sha256),
  constraint recovery_code_user_fk foreign key (user_id) references platform."user"(id) on delete cascade,
  constraint recovery_code_sha256_ck check (length(sha256) = 32)
);

-- A browser signed in, until expires_at.
create table platform.session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint session_pk primary key (id),
  constraint session_token_uq unique (token),
  constraint session_user_fk foreign key (user_id) references platform."user"(id) on delete cascade
);
-- All sessions of one user, to end them.
create index session_user_ix on platform.session using btree (user_id);
create trigger session_signed_in after insert on platform.session for each row execute function platform.note_session();

-- A session whose user has proved a second factor in it, and how.
create table platform.session_proof (
  session_id text not null,
  method text not null,
  proved_at timestamp with time zone not null default now(),
  constraint session_proof_pk primary key (session_id),
  constraint session_proof_session_fk foreign key (session_id) references platform.session(id) on delete cascade,
  constraint session_proof_method_ck check (method = any (array['totp'::text, 'passkey'::text, 'recoveryCode'::text, 'identity'::text]))
);
create trigger session_proof_signed_in after insert on platform.session_proof for each row execute function platform.note_proof();

-- Counts that limit guessing, by the hash of what is counted (wrong passwords for an account, wrong codes, requests of an address), since the first of them.
create table platform.sign_in_failure (
  key text not null,
  count integer not null,
  since timestamp with time zone not null,
  constraint sign_in_failure_pk primary key (key),
  constraint sign_in_failure_count_ck check (count > 0)
);

-- The secret shared with a user's authenticator app, encrypted; a second factor once a first code has confirmed it.
create table platform.totp (
  user_id text not null,
  secret bytea not null,
  last_step bigint not null default 0,
  confirmed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint totp_pk primary key (user_id),
  constraint totp_user_fk foreign key (user_id) references platform."user"(id) on delete cascade
);

-- A sign-in: name, address and user name; the person behind it is in the registry.
create table platform.user (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  username text,
  display_username text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  deactivated_at timestamp with time zone, -- When this sign-in was closed: no session, token or password opens it; null while it is open.
  last_signed_in_at timestamp with time zone, -- When they last signed in wholly: with the second factor, if they have one. It stays when the session is gone; null: never.
  constraint user_pk primary key (id),
  constraint user_email_uq unique (email),
  constraint user_username_uq unique (username),
  constraint user_email_plain_ck check (email !~ '[[:space:][:cntrl:]]'::text and email ~~ '%_@_%'::text)
);

-- A short-lived secret sent to prove an address or reset a password.
create table platform.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verification_pk primary key (id)
);
-- The open proof of one address.
create index verification_identifier_ix on platform.verification using btree (identifier);

-- An act as recorded. Never null: audit_id, event, actor_name, happened_on, recorded_at.
-- view platform.audit_entry, see views.sql
--   audit_id bigint
--   event text
--   subject_kind text
--   subject_id text
--   actor_name text
--   on_behalf_of_name text
--   happened_on date
--   recorded_at timestamp with time zone
--   after jsonb
--   detail jsonb
--   actor_person_id bigint

-- A kept file, when its bytes were purged, and the code of why it could not be read. Never null: sha256, size, media_type.
-- view platform.blob_card, see views.sql
--   sha256 bytea
--   size bigint
--   media_type text
--   purged_at timestamp with time zone
--   look_note text

-- State of a message. Never null: mail_id, state, created_at.
-- view platform.mail_card, see views.sql
--   mail_id bigint
--   state text
--   created_at timestamp with time zone
--   settled_at timestamp with time zone

-- Invitations neither used nor revoked; one may have expired. Never null: invitation_id, user_id, created_at, created_by, expires_at.
-- view platform.open_invitation, see views.sql
--   invitation_id bigint
--   user_id text
--   created_at timestamp with time zone
--   created_by text
--   expires_at timestamp with time zone

-- The order in which acts were committed. Never null: position, audit_id.
-- view platform.sealed_entry, see views.sql
--   position bigint
--   audit_id bigint

-- Users: the address, whether the sign-in is closed, whether it has a credential, how many sessions are open, and when they last signed in. Never null: user_id, name, email, has_credential, open_sessions.
-- view platform.user_card, see views.sql
--   user_id text
--   name text
--   email text
--   username text
--   deactivated_at timestamp with time zone
--   has_credential boolean
--   open_sessions bigint
--   last_signed_in_at timestamp with time zone

-- The content of a row of the log, hashed after the hash before it; no setting of the session changes it.
-- function platform.audit_digest(bytea,platform.audit)

-- Words without marks and capitals, đ as d: the form in which names are searched and indexed.
-- function platform.fold(text)

-- A session that has proved the second factor is signed in.
-- function platform.note_proof()

-- Keeps the last sign-in in the transaction that makes the session, whoever makes it; one that owes a second factor is none yet.
-- function platform.note_session()

-- Trigger of permanent tables: it stops the owner too, whom roles do not stop.
-- function platform.refuse_change()

-- Seals what a transaction wrote into the log, when it ends.
-- function platform.seal_audit()

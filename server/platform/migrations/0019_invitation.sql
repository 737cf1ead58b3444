-- Sign-ins are closed without being forgotten, and begin with an invitation to choose a password.

alter table platform.user
  add column deactivated_at timestamptz,
  add constraint user_email_plain_ck check (email !~ '[[:space:][:cntrl:]]' and email like '%_@_%');
comment on column platform.user.deactivated_at is 'Since when this sign-in is closed: no session, no token, no password opens it; null while it is open.';

create table platform.invitation (
  id bigint generated always as identity constraint invitation_pk primary key,
  user_id text not null constraint invitation_user_fk references platform.user on delete cascade,
  sha256 bytea not null constraint invitation_sha256_uq unique constraint invitation_sha256_ck check (length(sha256) = 32),
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint invitation_expiry_ck check (expires_at > created_at),
  constraint invitation_one_end_ck check (used_at is null or revoked_at is null)
);
comment on table platform.invitation is 'A link by which somebody sets their own password, once and for a time; only the hash of its code is kept.';
create unique index invitation_open_uq on platform.invitation (user_id) where used_at is null and revoked_at is null;
comment on index platform.invitation_open_uq is 'The one invitation of a user that may still be used.';

-- The log is read newest first, whole or by one of these.
drop index platform.audit_recorded_ix;
create index audit_recorded_ix on platform.audit (recorded_at, id);
comment on index platform.audit_recorded_ix is 'What was done in a span of days, newest first.';
create index audit_actor_ix on platform.audit (actor_person_id, recorded_at, id) where actor_person_id is not null;
comment on index platform.audit_actor_ix is 'What one person did.';
create index audit_name_ix on platform.audit (actor_name, recorded_at, id);
comment on index platform.audit_name_ix is 'What was done under one name, and which names there are.';
create index audit_behalf_ix on platform.audit (on_behalf_of_name, recorded_at, id) where on_behalf_of_name is not null;
comment on index platform.audit_behalf_ix is 'What deputies did in the post of one person, and whose posts they were.';
create index audit_event_ix on platform.audit (event, recorded_at, id);
comment on index platform.audit_event_ix is 'Every act of one kind.';

-- The ledger of letters sent by mail: each message, each try to hand it over, each notice that came back.

create table platform.mail (
  mail_id bigint generated always as identity constraint mail_pk primary key,
  key text not null constraint mail_key_uq unique constraint mail_key_ck check (length(key) between 1 and 200),
  state text not null default 'due'
    constraint mail_state_ck check (state in ('due', 'sending', 'accepted', 'bounced', 'givenUp', 'kept')),
  to_name text not null constraint mail_to_name_ck check (to_name !~ '[[:cntrl:]]'),
  to_address text not null
    constraint mail_to_address_ck check (to_address ~ '^[^[:space:][:cntrl:]@,;<>"]+@[^[:space:][:cntrl:]@,;<>"]+$'),
  subject text not null constraint mail_subject_ck check (subject <> '' and subject !~ '[[:cntrl:]]'),
  text_body text not null,
  html_body text not null,
  about_kind text,
  about_id text,
  created_at timestamptz not null default now(),
  message_id text constraint mail_message_id_uq unique,
  dated_at timestamptz,
  round_tries integer not null default 0 constraint mail_round_tries_ck check (round_tries >= 0),
  next_try_at timestamptz,
  settled_at timestamptz,
  answer text,
  version integer not null default 1,
  constraint mail_about_ck check ((about_kind is null) = (about_id is null)),
  constraint mail_head_ck check ((message_id is null) = (dated_at is null)),
  constraint mail_settled_ck check ((settled_at is null) = (state in ('due', 'sending'))),
  constraint mail_sent_has_head_ck check (state not in ('sending', 'accepted') or message_id is not null)
);
comment on table platform.mail is 'A message to one person: what it says, where it stands. Its words never change; its state does.';
comment on column platform.mail.key is 'What the message is for, in the words of its sender: the same key again adds nothing.';
comment on column platform.mail.message_id is 'Fixed at the first try and the same at every later one, so that a receiver knows a second copy.';
comment on column platform.mail.dated_at is 'The Date of the message, fixed with its Message-ID.';
comment on column platform.mail.round_tries is 'Tries since it was last asked for; begins anew when somebody has it sent again.';
comment on column platform.mail.answer is 'What was last answered: by the mail server, by the notice that came back.';
create index mail_about_ix on platform.mail (about_kind, about_id);
comment on index platform.mail_about_ix is 'The messages about one thing: whether all are accepted.';
create index mail_state_ix on platform.mail (state, mail_id desc);
comment on index platform.mail_state_ix is 'The ledger by state, newest first; what is due, at the start of a worker.';

create table platform.mail_try (
  mail_id bigint not null constraint mail_try_mail_fk references platform.mail,
  try_no integer not null constraint mail_try_no_ck check (try_no >= 1),
  sender text not null,
  server text not null,
  began_at timestamptz not null default clock_timestamp(),
  handed_over_at timestamptz,
  ended_at timestamptz,
  outcome text constraint mail_try_outcome_ck check (outcome in ('accepted', 'refused', 'failed', 'lost')),
  answer text,
  constraint mail_try_pk primary key (mail_id, try_no),
  constraint mail_try_ended_ck check ((ended_at is null) = (outcome is null)),
  constraint mail_try_accepted_ck check (outcome <> 'accepted' or handed_over_at is not null)
);
comment on table platform.mail_try is 'One try to hand a message to the mail server, written before it begins.';
comment on column platform.mail_try.handed_over_at is 'Just before the first byte of the message itself: a try lost before it certainly sent nothing.';
comment on column platform.mail_try.outcome is 'accepted: the server took it (250); refused: it will never take it (5xx); failed: for now; lost: no answer came, or the process ended before it was written.';
create unique index mail_try_open_uq on platform.mail_try (mail_id) where outcome is null;
comment on index platform.mail_try_open_uq is 'The try under way; never two.';

create table platform.mail_notice (
  notice_id bigint generated always as identity constraint mail_notice_pk primary key,
  mail_id bigint not null constraint mail_notice_mail_fk references platform.mail,
  sha256 bytea not null constraint mail_notice_sha256_ck check (length(sha256) = 32),
  recipient text not null,
  action text not null constraint mail_notice_action_ck check (action in ('failed', 'delayed', 'delivered', 'relayed', 'expanded')),
  status text not null constraint mail_notice_status_ck check (status ~ '^[245]\.\d{1,3}\.\d{1,3}$'),
  diagnostic text,
  reported_by text,
  taken_at timestamptz not null default clock_timestamp(),
  taken_by text not null,
  constraint mail_notice_once unique (mail_id, sha256)
);
comment on table platform.mail_notice is 'A notice on the delivery of a message (RFC 3464) that was taken in. Never changed, never deleted.';
create trigger mail_notice_for_ever before update or delete or truncate on platform.mail_notice
  for each statement execute function platform.refuse_change();

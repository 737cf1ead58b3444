-- Documents that go out: drafted, reviewed on a route, signed with their number, sealed, issued; corrected, replaced, recalled; copied.
create table records.template (
  template_id bigint generated always as identity,
  -- Null: for every body.
  agency_id bigint,
  kind text not null,
  name text not null,
  -- Subject, addressees and body with fields in braces: {agency}, {incoming.notation}.
  content jsonb not null,
  retired_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint template_pk primary key (template_id),
  constraint template_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint template_kind foreign key (kind) references registry.document_kind (kind),
  constraint template_name check (name = btrim(name) and name <> '')
);
comment on table records.template is 'What a draft of a kind begins with. Its fields are of a closed list.';
create unique index template_name_once on records.template (agency_id, kind, name) nulls not distinct where retired_at is null;
comment on index records.template_name_once is 'A body has one template of a name.';

create table records.outgoing (
  outgoing_id bigint generated always as identity,
  -- The body that issues it, and the unit that drafts it.
  agency_id bigint not null,
  unit_id bigint not null,
  drafter_id bigint not null,
  kind text not null,
  about text not null,
  is_urgent boolean not null default false,
  state text not null default 'drafting',
  reply_to_id bigint,
  task_id bigint,
  signer_id bigint,
  place text not null default 'Hà Nội',
  due_on date,
  -- Each return begins a new round of the route.
  round integer not null default 1,
  submitted_at timestamptz,
  submitted_by text,
  register text,
  year integer,
  number integer,
  notation text,
  dated_on date,
  signed_at timestamptz,
  signed_by_id bigint,
  signer_name text,
  signer_title text,
  on_behalf_of_name text,
  -- Null: signed without an electronic signature.
  signature_level text,
  sealed_at timestamptz,
  sealed_by text,
  issued_at timestamptz,
  issued_by text,
  pdf_sha256 bytea,
  docx_sha256 bytea,
  replaces_id bigint,
  corrects_id bigint,
  recalled_at timestamptz,
  recalled_by text,
  recalled_reason text,
  dropped_at timestamptz,
  is_sample boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint outgoing_pk primary key (outgoing_id),
  constraint outgoing_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint outgoing_unit foreign key (unit_id) references registry.agency (agency_id),
  constraint outgoing_drafter foreign key (drafter_id) references registry.person (person_id),
  constraint outgoing_signer foreign key (signer_id) references registry.person (person_id),
  constraint outgoing_signed_by foreign key (signed_by_id) references registry.person (person_id),
  constraint outgoing_kind foreign key (kind) references registry.document_kind (kind),
  constraint outgoing_reply_to foreign key (reply_to_id) references records.incoming (incoming_id),
  constraint outgoing_task foreign key (task_id) references tasks.task (task_id),
  constraint outgoing_replaces foreign key (replaces_id) references records.outgoing (outgoing_id),
  constraint outgoing_corrects foreign key (corrects_id) references records.outgoing (outgoing_id),
  constraint outgoing_number foreign key (register, year, notation) references registry.document_number (register, year, notation),
  constraint outgoing_number_once unique (register, year, notation),
  constraint outgoing_pdf foreign key (pdf_sha256) references platform.blob (sha256),
  constraint outgoing_docx foreign key (docx_sha256) references platform.blob (sha256),
  constraint outgoing_state check (state in (
    'drafting', 'inReview', 'returned', 'initialled', 'forSignature', 'signed', 'sealed', 'issued', 'replaced', 'recalled', 'dropped')),
  -- Number, day and signature are given together, and stay.
  constraint outgoing_signed check (
    case when state in ('signed', 'sealed', 'issued', 'replaced', 'recalled')
      then num_nonnulls(register, year, number, notation, dated_on, signed_at, signed_by_id, signer_name, signer_title, pdf_sha256) = 10
      else num_nonnulls(register, year, number, notation, dated_on, signed_at, signed_by_id) = 0 end),
  constraint outgoing_not_by_its_drafter check (signed_by_id is null or signed_by_id <> drafter_id),
  constraint outgoing_level check (signature_level in ('B-B', 'B-T', 'B-LT', 'B-LTA')),
  constraint outgoing_sealed check (sealed_at is null or signed_at is not null),
  constraint outgoing_issued check (state not in ('issued', 'replaced', 'recalled') or issued_at is not null),
  constraint outgoing_recalled check ((state = 'recalled') = (recalled_at is not null) and (recalled_at is null) = (recalled_reason is null)),
  constraint outgoing_dropped check ((state = 'dropped') = (dropped_at is not null)),
  constraint outgoing_words check (about ~ '\S' and place ~ '\S' and recalled_reason ~ '\S')
);
comment on table records.outgoing is 'A document that a body drafts, signs and issues (Nghị định 30/2020/NĐ-CP, Điều 9-19).';
create index outgoing_desk_idx on records.outgoing (agency_id, state, changed_at desc, outgoing_id);
comment on index records.outgoing_desk_idx is 'Lists of a body by state, latest first.';
create index outgoing_drafter_idx on records.outgoing (drafter_id, state);
comment on index records.outgoing_drafter_idx is 'My drafts.';
create index outgoing_signer_idx on records.outgoing (signer_id) where state = 'forSignature';
comment on index records.outgoing_signer_idx is 'The signing tray.';
create index outgoing_search_idx on records.outgoing using gin (platform.fold(coalesce(notation, '') || ' ' || about) gin_trgm_ops);
comment on index records.outgoing_search_idx is 'Search by notation and subject, with marks and without.';
create index outgoing_reply_idx on records.outgoing (reply_to_id) where reply_to_id is not null;
comment on index records.outgoing_reply_idx is 'What answers a document that came in.';

create table records.document_version (
  outgoing_id bigint not null,
  number integer not null,
  content jsonb not null,
  -- The file that this text was taken from.
  docx_sha256 bytea,
  note text,
  made_at timestamptz not null,
  made_by text not null,
  constraint document_version_pk primary key (outgoing_id, number),
  constraint document_version_of foreign key (outgoing_id) references records.outgoing (outgoing_id),
  constraint document_version_docx foreign key (docx_sha256) references platform.blob (sha256),
  constraint document_version_number check (number > 0),
  constraint document_version_note check (note ~ '\S')
);
comment on table records.document_version is 'The text of a draft as it was at each saving. Never changed, never deleted.';

create table records.recipient (
  outgoing_id bigint not null,
  position integer not null,
  agency_id bigint,
  name text not null,
  purpose text not null,
  constraint recipient_pk primary key (outgoing_id, position),
  constraint recipient_of foreign key (outgoing_id) references records.outgoing (outgoing_id),
  constraint recipient_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint recipient_purpose check (purpose in ('act', 'report', 'know')),
  constraint recipient_name check (name ~ '\S')
);
comment on table records.recipient is 'Whom a document goes to: those who must act are addressed, the others named under "Nơi nhận".';
create unique index recipient_once on records.recipient (outgoing_id, agency_id) where agency_id is not null;
comment on index records.recipient_once is 'A body gets a document once.';

create table records.route_step (
  route_step_id bigint generated always as identity,
  outgoing_id bigint not null,
  round integer not null,
  -- Steps of one position are open side by side.
  position integer not null,
  kind text not null,
  person_id bigint not null,
  due_on date,
  state text not null default 'waiting',
  opened_at timestamptz,
  acted_at timestamptz,
  acted_by_id bigint,
  acted_by text,
  words text,
  -- The version of the text that was before them.
  version_seen integer,
  constraint route_step_pk primary key (route_step_id),
  constraint route_step_of foreign key (outgoing_id) references records.outgoing (outgoing_id),
  constraint route_step_person foreign key (person_id) references registry.person (person_id),
  constraint route_step_acted_by foreign key (acted_by_id) references registry.person (person_id),
  constraint route_step_once unique (outgoing_id, round, person_id),
  constraint route_step_kind check (kind in ('opinion', 'initial', 'approve')),
  constraint route_step_state check (state in ('waiting', 'open', 'agreed', 'returned', 'ended')),
  constraint route_step_acted check ((state in ('agreed', 'returned')) = (num_nonnulls(acted_at, acted_by, version_seen) = 3)),
  constraint route_step_reason check (state <> 'returned' or words is not null),
  constraint route_step_words check (words ~ '\S')
);
comment on table records.route_step is 'Who gives an opinion on a draft, initials or approves it, in which order and by when.';
create index route_step_person_idx on records.route_step (person_id, due_on) where state = 'open';
comment on index records.route_step_person_idx is 'What waits for a person on a route.';

create table records.note (
  note_id bigint generated always as identity,
  outgoing_id bigint not null,
  at timestamptz not null,
  by_id bigint,
  by_name text not null,
  act text not null,
  words text,
  version_seen integer not null,
  constraint note_pk primary key (note_id),
  constraint note_of foreign key (outgoing_id) references records.outgoing (outgoing_id),
  constraint note_by foreign key (by_id) references registry.person (person_id),
  constraint note_words check (words ~ '\S')
);
comment on table records.note is 'The note sheet (phiếu trình) of a draft: who wrote and did what, on which version. Never changed, never deleted.';
create index note_of_idx on records.note (outgoing_id, note_id);
comment on index records.note_of_idx is 'The note sheet in its order.';

create table records.signing (
  signing_id bigint generated always as identity,
  outgoing_id bigint not null,
  what text not null,
  person_id bigint,
  signing_identity_id bigint,
  level text,
  -- Why the level is lower than asked: the time-stamp server was down.
  level_note text,
  pdf_sha256 bytea not null,
  at timestamptz not null,
  by_name text not null,
  constraint signing_pk primary key (signing_id),
  constraint signing_of foreign key (outgoing_id) references records.outgoing (outgoing_id),
  constraint signing_person foreign key (person_id) references registry.person (person_id),
  constraint signing_identity foreign key (signing_identity_id) references registry.signing_identity (signing_identity_id),
  constraint signing_pdf foreign key (pdf_sha256) references platform.blob (sha256),
  constraint signing_what check (what in ('person', 'agency', 'raise')),
  constraint signing_level check (level in ('B-B', 'B-T', 'B-LT', 'B-LTA'))
);
comment on table records.signing is 'Each time something was added to the signed file: a signature, a seal, a higher level. Never changed, never deleted.';
create index signing_of_idx on records.signing (outgoing_id, signing_id);
comment on index records.signing_of_idx is 'How a file came to be signed.';

create table records.copy (
  copy_id bigint generated always as identity,
  outgoing_id bigint,
  incoming_id bigint,
  form text not null,
  register text not null,
  year integer not null,
  notation text not null,
  extract_of text,
  pdf_sha256 bytea not null,
  made_at timestamptz not null,
  made_by text not null,
  constraint copy_pk primary key (copy_id),
  constraint copy_of_outgoing foreign key (outgoing_id) references records.outgoing (outgoing_id),
  constraint copy_of_incoming foreign key (incoming_id) references records.incoming (incoming_id),
  constraint copy_one_source check (num_nonnulls(outgoing_id, incoming_id) = 1),
  constraint copy_number foreign key (register, year, notation) references registry.document_number (register, year, notation),
  constraint copy_pdf foreign key (pdf_sha256) references platform.blob (sha256),
  constraint copy_form check (form in ('SY', 'SL', 'TrS')),
  constraint copy_extract check ((form = 'TrS') = (extract_of is not null))
);
comment on table records.copy is 'Copies made of documents (Nghị định 30/2020/NĐ-CP, Điều 25): sao y, sao lục, trích sao. Never changed, never deleted.';

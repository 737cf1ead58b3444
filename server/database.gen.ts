// Written from the migrated database by server/generate.ts; not to be edited.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as it was parsed; written as text, by `toJson`. */
export type Json = ColumnType<unknown, string, string>

export interface CommentsComment {
  comment_id: GeneratedAlways<number>
  thread_id: number
  task_id: number
  audience: string
  author_id: number
  author_name: string
  author_title: string | null
  agency_id: number
  agency_name: string
  version: Generated<number>
  made_at: string
  changed_at: string
  withdrawn_at: string | null
}

export interface CommentsCommentVersion {
  comment_id: number
  version: number
  body: string
  made_at: string
}

export interface CommentsLastSeen {
  person_id: number
  task_id: number
  comment_id: number
}

export interface CommentsMention {
  comment_id: number
  version: number
  starts_at: number
  ends_at: number
  person_id: number
  name: string
}

export interface CommentsThread {
  thread_id: GeneratedAlways<number>
  task_id: number
  audience: 'shared' | 'internal'
}

export interface DirectivesDirective {
  directive_id: GeneratedAlways<number>
  sha256: string
  file_name: string
  media_type: string
  size_bytes: number
  is_file_kept: Generated<boolean>
  state: 'reading' | 'failed' | 'review' | 'confirmed' | 'dropped'
  progress: Generated<number>
  progress_note: string | null
  progress_at: Generated<string>
  attempts: Generated<number>
  failure_code: string | null
  failure: string | null
  number: string | null
  type: string | null
  issuer: string | null
  issuer_agency_id: number | null
  issued_on: string | null
  place: string | null
  subject: string | null
  signer: string | null
  urgency: string | null
  effect_on: string | null
  assigned_on: string | null
  edition: Generated<number>
  replaces_id: number | null
  version: Generated<number>
  uploaded_at: Generated<string>
  uploaded_by: string
  changed_at: Generated<string>
  changed_by: string
  confirmed_at: string | null
  confirmed_by: string | null
  compared_at: string | null
  searched: GeneratedAlways<string | null>
}

export interface DirectivesDistribution {
  distribution_id: GeneratedAlways<number>
  directive_id: number
  draft_id: number
  form: 'each' | 'shared' | 'coordinating'
  party: Json
  members_on: string
  agencies: Json
  left_out: Json
  added: Json
  reason: string | null
  made_at: string
  made_by: string
  undone_at: string | null
  undone_by: string | null
}

export interface DirectivesDraft {
  draft_id: GeneratedAlways<number>
  directive_id: number
  position: number
  ref: string
  group_title: string | null
  title: string
  content: string
  span_start: number | null
  span_end: number | null
  content_start: number | null
  content_end: number | null
  parties: Json
  deadlines: Json
  targets: Json
  product: string | null
  implements: Generated<string[]>
  warnings: Json
  confidence: number
  is_dropped: Generated<boolean>
  task_id: number | null
  is_task_created: Generated<boolean>
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: string
  checked_by: string | null
  checked_at: string | null
  distribution_id: number | null
}

export interface DirectivesLabel {
  label_id: GeneratedAlways<number>
  phrase: string
  folded: GeneratedAlways<string>
  role: 'lead' | 'coordinating' | 'deadline' | 'product' | 'target' | 'content' | 'other'
  added_at: string
  added_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  version: Generated<number>
}

export interface DirectivesOutcome {
  outcome_id: GeneratedAlways<number>
  directive_id: number
  ref: string | null
  field: 'number' | 'type' | 'issuer' | 'issuedOn' | 'subject' | 'task' | 'group' | 'lead' | 'coordinating' | 'deadline' | 'target'
  suggested: ColumnType<unknown, string | null | undefined, string | null>
  confirmed: ColumnType<unknown, string | null | undefined, string | null>
  verdict: string
  confidence: number | null
  type: string
  agency_id: number | null
  reader: Generated<'rules' | 'secondReader'>
  confirmed_on: string
  model: string | null
}

export interface DirectivesOutcomeCount {
  month: string
  type: string
  reader: string
  field: string
  verdict: string
  band: 'high' | 'middle' | 'low' | 'none'
  outcomes: number
  model: string
}

export interface DirectivesOutsideOrder {
  outside_order_id: GeneratedAlways<number>
  form: 'meeting' | 'phone' | 'document' | 'inPerson'
  given_by: string
  given_on: string
  about: string
  document_number: string | null
  document_on: string | null
  sha256: Buffer | null
  file_name: string | null
  media_type: string | null
  size_bytes: number | null
  recorded_at: string
  recorded_by: string
}

export interface DirectivesOutsideOrderTask {
  outside_order_id: number
  task_id: number
  position: number
}

export interface DirectivesReading {
  directive_id: number
  reading: Json
  extraction: Json
  read_at: Generated<string>
  searched: GeneratedAlways<string | null>
}

export interface DirectivesSecondReading {
  second_reading_id: GeneratedAlways<number>
  directive_id: number
  ref: string | null
  span_start: number
  span_end: number
  model: string | null
  outcome: 'answered' | 'late' | 'unreachable' | 'refused' | 'unusable' | 'skipped'
  milliseconds: number
  accepted: number
  absent: number
  unread: number
  asked_at: Generated<string>
}

export interface DirectivesSetting {
  setting_id: Generated<number>
  shares: Generated<'whole' | 'ownTasks'>
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: Generated<string>
}

export interface NotificationsMessage {
  message_id: GeneratedAlways<number>
  audit_id: number
  event: string
  kind: string
  made_at: string
  by_name: string
  code: string | null
  title: string
  path: string
  note: string | null
}

export interface NotificationsNotification {
  person_id: number
  audit_id: number
  message_id: number
  on_day: string
  event: string
  agency_id: number | null
  why: string
  in_bell: boolean
  in_digest: boolean
  by_mail: boolean
  mail_id: number | null
  read_at: string | null
  is_mention: GeneratedAlways<boolean>
}

export interface NotificationsPreference {
  person_id: number
  kind: string
  way: 'bell' | 'digest' | 'mail'
  is_on: boolean
}

export interface OversightPublishedReport {
  as_of: string
  from_on: string
  number: string | null
  assigned: number
  done: number
  done_on_time: number
  done_late: number
  open_in_term: number
  open_overdue: number
  printed_share: string
  source: string
}

export interface OversightReport {
  report_id: GeneratedAlways<number>
  kind: string
  period: string
  from_on: string
  as_of: string
  known_before: string
  number: string | null
  place: string
  issued_on: string | null
  signer: string | null
  signer_title: string | null
  content: ColumnType<unknown, string | null | undefined, string | null>
  assigned: number | null
  done_on_time: number | null
  done_late: number | null
  open_in_term: number | null
  open_overdue: number | null
  docx_sha256: Buffer | null
  pdf_sha256: Buffer | null
  xlsx_sha256: Buffer | null
  issued_at: string | null
  issued_by: string | null
  state: Generated<'draft' | 'submitted' | 'issued' | 'dropped'>
  version: Generated<number>
  signatory_id: number | null
  sent_back_reason: string | null
  submitted_at: string | null
  submitted_by: string | null
  signer_id: number | null
  on_behalf_of_name: string | null
  created_at: string
  created_by: string
  changed_at: string
  changed_by: string
  title: string | null
  template_id: number | null
  subject_agency_id: number | null
  source: string | null
  source_name: string | null
  rounding: string | null
  counts_from: string | null
  addressee: string | null
  recipients: string[] | null
  known_on: string | null
  is_sample: boolean | null
  corrects_id: number | null
  edition: Generated<number>
  correction_reason: string | null
  issued_text: ColumnType<unknown, string | null | undefined, string | null>
  svg_sha256: Buffer | null
  png_sha256: Buffer | null
  searched: GeneratedAlways<string | null>
}

export interface OversightReportFigure {
  report_id: number
  ref: string
  name: string
  from_on: string
  as_of: string
  known_on: string | null
  rounding: string
  value: number | null
  printed: string
  rows: string | null
  missing: string | null
  printed_before: string | null
  why: string | null
  computed_at: string
  truncated: string | null
}

export interface OversightReportKind {
  kind: string
  position: number
  name: string
  name_en: string
  sort: 'month' | 'quarter' | 'half' | 'year' | 'day'
  subject: 'none' | 'agency' | 'source'
  whose: 'office' | 'agency'
  superior_agency: string | null
  issuing_agency: string | null
  head_title: string | null
  notation: string | null
  register: string | null
}

export interface OversightReportRecommendation {
  report_id: number
  key: string
  position: number
  rule: string | null
  body: string
  state: Generated<'suggested' | 'taken' | 'left'>
  decided_by: string | null
  decided_at: string | null
  searched: GeneratedAlways<string | null>
}

export interface OversightReportRegime {
  regime_id: GeneratedAlways<number>
  kind: string
  valid_from: string
  valid_to: string | null
  day_of_month: number
  months: number[]
  of_period: 'running' | 'before'
  instrument: string
  made_at: string
  made_by: string
}

export interface OversightReportScheduled {
  regime_id: number
  period: string
  due_on: string
  report_id: number | null
  note: string | null
  made_at: string
}

export interface OversightReportSection {
  report_id: number
  key: string
  position: number
  kind: 'text' | 'comparison' | 'agencies' | 'tasks' | 'chart' | 'goals' | 'recommendations'
  heading: string | null
  body: string
  settings: Json
  data: ColumnType<unknown, string | null | undefined, string | null>
  searched: GeneratedAlways<string | null>
}

export interface OversightReportTemplate {
  template_id: GeneratedAlways<number>
  kind: string
  version_number: number
  state: Generated<'draft' | 'inUse' | 'retired'>
  version: Generated<number>
  title: string
  sections: Json
  recipients: string[]
  counts_from: 'period' | 'year' | 'lastYear'
  rounding: 'truncate1' | 'round1' | 'round0' | 'truncate2' | 'round2'
  addressee: string | null
  tried_period: string | null
  tried_version: number | null
  tried_at: string | null
  tried_by: string | null
  used_from: string | null
  used_by: string | null
  retired_at: string | null
  created_at: string
  created_by: string
  changed_at: string
  changed_by: string
}

export interface PlatformAccount {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: string | null
  refresh_token_expires_at: string | null
  scope: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface PlatformApiToken {
  id: GeneratedAlways<number>
  user_id: string
  name: string
  sha256: Buffer
  created_at: Generated<string>
  expires_at: string
  used_at: string | null
  revoked_at: string | null
  is_proved: Generated<boolean>
  may_change: Generated<boolean>
  revoked_because: string | null
  scopes: string[] | null
}

export interface PlatformAudit {
  id: GeneratedAlways<number>
  recorded_at: Generated<string>
  happened_on: Generated<string>
  actor_person_id: number | null
  actor_name: string
  event: string
  subject_kind: string
  subject_id: string
  before: ColumnType<unknown, string | null | undefined, string | null>
  after: ColumnType<unknown, string | null | undefined, string | null>
  detail: ColumnType<unknown, string | null | undefined, string | null>
  on_behalf_of_person_id: number | null
  on_behalf_of_name: string | null
}

export interface PlatformAuditEntry {
  audit_id: ColumnType<number, never, never>
  event: ColumnType<string, never, never>
  subject_kind: ColumnType<string | null, never, never>
  subject_id: ColumnType<string | null, never, never>
  actor_name: ColumnType<string, never, never>
  on_behalf_of_name: ColumnType<string | null, never, never>
  happened_on: ColumnType<string, never, never>
  recorded_at: ColumnType<string, never, never>
  after: ColumnType<unknown, never, never>
  detail: ColumnType<unknown, never, never>
  actor_person_id: ColumnType<number | null, never, never>
}

export interface PlatformAuditSeal {
  position: GeneratedAlways<number>
  audit_id: number
  previous: Buffer
  hash: Buffer
}

export interface PlatformBlob {
  sha256: Buffer
  size: number
  media_type: string
  created_at: Generated<string>
  purged_at: string | null
  purge_reason: string | null
  bytes_gone_at: string | null
  looked_at: string | null
  look_note: string | null
}

export interface PlatformBlobCard {
  sha256: ColumnType<Buffer, never, never>
  size: ColumnType<number, never, never>
  media_type: ColumnType<string, never, never>
  purged_at: ColumnType<string | null, never, never>
  look_note: ColumnType<string | null, never, never>
}

export interface PlatformChallenge {
  id: string
  purpose: 'passkey.add' | 'passkey.prove' | 'passkey.signIn' | 'identity.link' | 'identity.signIn'
  session_id: string | null
  content: Json
  expires_at: string
}

export interface PlatformFirstCode {
  is_only: Generated<boolean>
  sha256: Buffer
  expires_at: string
}

export interface PlatformIdempotency {
  user_id: string
  key: string
  fingerprint: Buffer
  result: ColumnType<unknown, string | null | undefined, string | null>
  created_at: Generated<string>
}

export interface PlatformIdentity {
  issuer: string
  subject: string
  user_id: string
  label: string
  linked_at: Generated<string>
  used_at: string | null
}

export interface PlatformInvitation {
  id: GeneratedAlways<number>
  user_id: string
  sha256: Buffer
  created_at: string
  created_by: string
  expires_at: string
  used_at: string | null
  revoked_at: string | null
}

export interface PlatformKnownDevice {
  sha256: Buffer
  user_id: string
  address: string
  seen_at: Generated<string>
}

export interface PlatformMail {
  mail_id: GeneratedAlways<number>
  key: string
  state: Generated<'due' | 'sending' | 'accepted' | 'bounced' | 'givenUp' | 'kept'>
  to_name: string
  to_address: string
  subject: string
  text_body: string
  html_body: string
  about_kind: string | null
  about_id: string | null
  created_at: Generated<string>
  message_id: string | null
  dated_at: string | null
  round_tries: Generated<number>
  next_try_at: string | null
  settled_at: string | null
  answer: string | null
  version: Generated<number>
  sealed_secret: Buffer | null
}

export interface PlatformMailCard {
  mail_id: ColumnType<number, never, never>
  state: ColumnType<string, never, never>
  created_at: ColumnType<string, never, never>
  settled_at: ColumnType<string | null, never, never>
}

export interface PlatformMailNotice {
  notice_id: GeneratedAlways<number>
  mail_id: number
  sha256: Buffer
  recipient: string
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  status: string
  diagnostic: string | null
  reported_by: string | null
  taken_at: Generated<string>
  taken_by: string
}

export interface PlatformMailTry {
  mail_id: number
  try_no: number
  sender: string
  server: string
  began_at: Generated<string>
  handed_over_at: string | null
  ended_at: string | null
  outcome: 'accepted' | 'refused' | 'failed' | 'lost' | null
  answer: string | null
}

export interface PlatformOpenInvitation {
  invitation_id: ColumnType<number, never, never>
  user_id: ColumnType<string, never, never>
  created_at: ColumnType<string, never, never>
  created_by: ColumnType<string, never, never>
  expires_at: ColumnType<string, never, never>
}

export interface PlatformPasskey {
  id: GeneratedAlways<number>
  user_id: string
  credential_id: string
  public_key: Buffer
  sign_count: number
  transports: Generated<string[]>
  name: string
  created_at: Generated<string>
  used_at: string | null
}

export interface PlatformRateLimit {
  id: string
  key: string
  count: number
  last_request: number
}

export interface PlatformRecoveryCode {
  user_id: string
  sha256: Buffer
  used_at: string | null
}

export interface PlatformSealedEntry {
  position: ColumnType<number, never, never>
  audit_id: ColumnType<number, never, never>
}

export interface PlatformSession {
  id: string
  user_id: string
  token: string
  expires_at: string
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface PlatformSessionProof {
  session_id: string
  method: 'totp' | 'passkey' | 'recoveryCode' | 'identity'
  proved_at: Generated<string>
}

export interface PlatformSignInFailure {
  key: string
  count: number
  since: string
}

export interface PlatformTotp {
  user_id: string
  secret: Buffer
  last_step: Generated<number>
  confirmed_at: string | null
  created_at: Generated<string>
}

export interface PlatformUser {
  id: string
  name: string
  email: string
  email_verified: boolean
  image: string | null
  username: string | null
  display_username: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  deactivated_at: string | null
  last_signed_in_at: string | null
}

export interface PlatformUserCard {
  user_id: ColumnType<string, never, never>
  name: ColumnType<string, never, never>
  email: ColumnType<string, never, never>
  username: ColumnType<string | null, never, never>
  deactivated_at: ColumnType<string | null, never, never>
  has_credential: ColumnType<boolean, never, never>
  open_sessions: ColumnType<number, never, never>
  last_signed_in_at: ColumnType<string | null, never, never>
}

export interface PlatformVerification {
  id: string
  identifier: string
  value: string
  expires_at: string
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface ProgrammeAnnulledFact {
  fact_id: number
  annulled_at: string
  annulment_id: number | null
}

export interface ProgrammeAnnulment {
  annulment_id: GeneratedAlways<number>
  item_id: number
  what: 'submission' | 'signing' | 'issue' | 'stop'
  submission_id: number | null
  words: string
  reason: string
  recorded_at: string
  recorded_by: string
}

export interface ProgrammeCarried {
  year: number
  item_id: number
  stems_from: number
  owed_since: string
}

export interface ProgrammeChange {
  change_id: GeneratedAlways<number>
  item_id: number
  kind: 'postpone' | 'add' | 'stop' | 'changeLead' | 'merge' | 'split'
  state: Generated<'asked' | 'granted' | 'refused' | 'withdrawn'>
  reason: string
  answerable: string | null
  new_month: string | null
  new_day: string | null
  new_lead_id: number | null
  into_item_id: number | null
  new_names: string[] | null
  was_owed: boolean
  is_by_lead: boolean
  asked_on: string
  asked_by: string
  asked_by_person_id: number | null
  asked_by_agency_id: number
  asked_at: string
  decided_on: string | null
  decided_by: string | null
  decided_at: string | null
  decider: string | null
  act_number: string | null
  act_on: string | null
  note: string | null
  annulled_at: string | null
}

export interface ProgrammeDetailingDuty {
  detailing_duty_id: GeneratedAlways<number>
  law_number: string
  law_title: string
  law_effect_on: string
  clause: string
  name: string
  text_kind: 'decree' | 'decision' | 'circular' | 'resolution'
  lead_agency_id: number
  in_charge: string | null
  item_id: number | null
  version: Generated<number>
  recorded_at: string
  recorded_by: string
}

export interface ProgrammeDetailingIssue {
  detailing_duty_id: ColumnType<number, never, never>
  number: ColumnType<string, never, never>
  issued_on: ColumnType<string, never, never>
  effect_on: ColumnType<string, never, never>
  recorded_at: ColumnType<string, never, never>
  recorded_by: ColumnType<string, never, never>
}

export interface ProgrammeDetailingText {
  detailing_duty_id: number
  number: string
  issued_on: string
  effect_on: string
  recorded_at: string
  recorded_by: string
  detailing_text_id: GeneratedAlways<number>
  annulled_at: string | null
  annulled_by: string | null
  annulled_because: string | null
}

export interface ProgrammeDue {
  due_id: GeneratedAlways<number>
  item_id: number
  position: number
  month: string
  due_on: string
  is_day: boolean
  words: string
  is_strict: boolean
  working_rule_id: number | null
  change_id: number | null
  act: string
  act_on: string
  effective_on: string
  recorded_at: string
  recorded_by: string
}

export interface ProgrammeDutyMove {
  duty_move_id: GeneratedAlways<number>
  plan_duty_id: number | null
  detailing_duty_id: number | null
  agency_id: number
  effective_on: string
  source: string
  recorded_at: string
  recorded_by: string
}

export interface ProgrammeEntry {
  entry_id: GeneratedAlways<number>
  programme_id: number
  item_id: number
  carried_from_id: number | null
  entered_on: string
  recorded_at: string
  recorded_by: string
}

export interface ProgrammeFact {
  fact_id: GeneratedAlways<number>
  item_id: number
  dimension: string
  effective_on: string
  recorded_at: string
  state: string | null
  agency_id: number | null
  words: string | null
  day: string | null
}

export interface ProgrammeFeed {
  feed_id: GeneratedAlways<number>
  sha256: Buffer
  person_id: number
  scope: string
  chair: string | null
  added_at: string
  last_read_at: string | null
  window_at: string | null
  window_reads: Generated<number>
  revoked_at: string | null
}

export interface ProgrammeFileRequirement {
  file_requirement_id: GeneratedAlways<number>
  valid: string
  applies_to: 'all' | 'normative'
  position: number
  name: string
  basis: string
  is_conditional: Generated<boolean>
}

export interface ProgrammeImport {
  import_id: GeneratedAlways<number>
  programme_id: number
  state: Generated<'review' | 'confirmed' | 'dropped'>
  file_name: string
  sha256: Buffer
  columns: Json
  version: Generated<number>
  made_at: string
  made_by: string
  changed_at: string
  changed_by: string
  unread: Generated<string[]>
}

export interface ProgrammeImportRow {
  import_id: number
  position: number
  printed_row: string
  name: string
  lead_words: string
  lead_agency_id: number | null
  lead_outcome: 'certain' | 'likely' | 'unsure' | 'collective' | 'unknown' | 'chosen'
  candidates: Json
  coordinating: Json
  level: string | null
  level_words: string
  term_words: string
  month: string | null
  day: string | null
  in_charge: string | null
  note: string | null
  text_kind: string
  is_dropped: Generated<boolean>
  item_id: number | null
  is_new: Generated<boolean>
}

export interface ProgrammeIssue {
  item_id: number
  number: string
  signed_on: string
  issued_on: string | null
  effect_on: string | null
  signer: string | null
  recorded_at: string
  recorded_by: string
  issue_id: GeneratedAlways<number>
  annulled_at: string | null
}

export interface ProgrammeItem {
  item_id: GeneratedAlways<number>
  code: string
  name: string
  text_kind: 'law' | 'ordinance' | 'resolution' | 'decree' | 'decision' | 'directive' | 'strategy' | 'plan' | 'report' | 'scheme' | 'other'
  origin: 'directive' | 'law' | 'own'
  origin_words: string | null
  note: string | null
  source_kind: string | null
  source_id: number | null
  source_ref: string | null
  source_number: string | null
  task_id: number | null
  into_item_id: number | null
  from_item_id: number | null
  import_id: number | null
  state: 'registered' | 'planned' | 'submitted' | 'returned' | 'complete' | 'considered' | 'revising' | 'signed' | 'issued' | 'stopped'
  lead_agency_id: number
  level: 'nationalAssembly' | 'standingCommittee' | 'government' | 'primeMinister'
  in_charge: string | null
  due_on: string
  first_due_on: string
  state_on: string
  version: Generated<number>
  created_at: string
  created_by: string
  created_by_agency_id: number
  changed_at: string
  changed_by: string
  search: GeneratedAlways<string | null>
}

export interface ProgrammeItemCard {
  item_id: ColumnType<number, never, never>
  code: ColumnType<string, never, never>
  title: ColumnType<string, never, never>
  kind: ColumnType<string, never, never>
  level: ColumnType<string, never, never>
  lead_agency_id: ColumnType<number, never, never>
  in_charge: ColumnType<string | null, never, never>
  state: ColumnType<string, never, never>
  due_on: ColumnType<string, never, never>
  first_due_on: ColumnType<string, never, never>
  submitted_on: ColumnType<string | null, never, never>
  issued_on: ColumnType<string | null, never, never>
  effect_on: ColumnType<string | null, never, never>
  task_id: ColumnType<number | null, never, never>
  source_kind: ColumnType<string | null, never, never>
  source_id: ColumnType<number | null, never, never>
  version: ColumnType<number, never, never>
  changed_at: ColumnType<string, never, never>
}

export interface ProgrammeItemParty {
  item_id: number
  agency_id: number
  position: number
  named_as: string
}

export interface ProgrammeItemTrace {
  item_id: ColumnType<number, never, never>
  code: ColumnType<string, never, never>
  title: ColumnType<string, never, never>
  lead_agency_id: ColumnType<number, never, never>
  level: ColumnType<string, never, never>
  state: ColumnType<string, never, never>
  due_on: ColumnType<string, never, never>
  submitted_on: ColumnType<string | null, never, never>
  valid_from: ColumnType<string, never, never>
  valid_to: ColumnType<string, never, never>
}

export interface ProgrammeItemVersion {
  item_id: number
  valid_from: string
  valid_to: string
  known_from: string
  known_to: string
  state: string
  lead_agency_id: number
  level: string
  in_charge: string | null
  due_on: string
  first_due_on: string
  moves: number
  submitted_on: string | null
}

export interface ProgrammePlanCall {
  plan_call_id: GeneratedAlways<number>
  source_kind: string | null
  source_id: number | null
  number: string
  title: string
  called_on: string
  due_on: string | null
  words: string | null
  version: Generated<number>
  recorded_at: string
  recorded_by: string
}

export interface ProgrammePlanDuty {
  plan_duty_id: GeneratedAlways<number>
  plan_call_id: number
  agency_id: number
  agency_group: 'ministry' | 'province' | 'other'
}

export interface ProgrammePlanDutyCard {
  duty_id: ColumnType<number, never, never>
  plan_call_id: ColumnType<number, never, never>
  agency_id: ColumnType<number, never, never>
  agency_group: ColumnType<string, never, never>
  due_on: ColumnType<string | null, never, never>
  issued_on: ColumnType<string | null, never, never>
  document_number: ColumnType<string | null, never, never>
  source_kind: ColumnType<string | null, never, never>
  source_id: ColumnType<number | null, never, never>
  source_number: ColumnType<string | null, never, never>
}

export interface ProgrammePlanIssue {
  plan_issue_id: GeneratedAlways<number>
  plan_duty_id: number
  number: string
  issued_on: string
  title: string | null
  sha256: Buffer | null
  file_name: string | null
  media_type: string | null
  size_bytes: number | null
  recorded_at: string
  recorded_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_because: string | null
}

export interface ProgrammeProgramme {
  programme_id: GeneratedAlways<number>
  kind: 'year' | 'quarter' | 'month' | 'week'
  first_on: string
  last_on: string
  title: string
  state: Generated<'draft' | 'issued'>
  act_number: string | null
  act_on: string | null
  version: Generated<number>
  created_at: string
  created_by: string
  changed_at: string
  changed_by: string
}

export interface ProgrammePromise {
  promise_id: GeneratedAlways<number>
  item_id: number
  recover_by: string
  reason: string
  by_whom: string
  document: string | null
  promised_on: string
  recorded_at: string
  recorded_by: string
}

export interface ProgrammeSitting {
  sitting_id: GeneratedAlways<number>
  starts_at: string
  ends_at: string
  title: string
  place: string | null
  chair: string
  attending: string | null
  item_id: number | null
  version: Generated<number>
  withdrawn_at: string | null
  made_at: string
  made_by: string
  changed_at: string
  changed_by: string
}

export interface ProgrammeStep {
  step_id: GeneratedAlways<number>
  item_id: number
  kind: 'drafting' | 'consultation' | 'appraisal' | 'opinion' | 'session'
  planned_on: string | null
  done_on: string | null
  note: string | null
  recorded_at: string
  recorded_by: string
}

export interface ProgrammeSubmission {
  submission_id: GeneratedAlways<number>
  item_id: number
  position: number
  number: string
  sent_on: string
  received_on: string | null
  registry_number: string | null
  sha256: Buffer | null
  file_name: string | null
  media_type: string | null
  size_bytes: number | null
  note: string | null
  recorded_at: string
  recorded_by: string
  recorded_by_person_id: number | null
  counts_from: string
}

export interface ProgrammeSubmissionCheck {
  submission_id: number
  outcome: 'complete' | 'returned'
  checked_on: string
  note: string | null
  recorded_at: string
  recorded_by: string
  recorded_by_person_id: number | null
  registry_number: string | null
  received_on: string | null
}

export interface ProgrammeSubmissionCheckPart {
  submission_id: number
  position: number
  is_there: boolean
}

export interface ProgrammeSubmissionMade {
  submission_id: ColumnType<number, never, never>
  item_id: ColumnType<number, never, never>
  position: ColumnType<number, never, never>
  number: ColumnType<string, never, never>
  sent_on: ColumnType<string, never, never>
  counts_from: ColumnType<string, never, never>
  registry_number: ColumnType<string | null, never, never>
  outcome: ColumnType<string | null, never, never>
}

export interface ProgrammeSubmissionPart {
  submission_id: number
  position: number
  name: string
  is_there: boolean
  is_conditional: Generated<boolean>
}

export interface ProgrammeSubmissionReason {
  submission_id: number
  position: number
  reason: string
}

export interface ProgrammeWorkingRule {
  working_rule_id: GeneratedAlways<number>
  valid: string
  method: string
  day: number | null
  is_strict: Generated<boolean>
  words: string
  instrument: string
  article: string | null
  certainty: string
}

export interface ProgrammeYearClose {
  year: number
  owed_at_start: number
  newly_owed: number
  cleared: number
  moved: number
  stopped: number
  owed_at_end: number
  restated: number
  known_at: string
  closed_at: string
  closed_by: string
}

export interface RecordsArchiveRule {
  rule: 'handOver' | 'retention'
  valid: string
  counts_from: 'day' | 'yearEnd'
  years: number | null
  notice_days: number | null
  source: string
  confidence: 'verified' | 'memory'
}

export interface RecordsCaseFile {
  case_id: GeneratedAlways<number>
  agency_id: number
  unit_id: number
  fonds_id: number
  keeper_id: number
  nomenclature_line_id: number | null
  code: string | null
  title: string
  year: number
  retention_class_id: number
  retention_years: number | null
  state: Generated<'open' | 'closed' | 'dueForArchive' | 'handedOver' | 'accepted' | 'destructionProposed' | 'destroyed'>
  opened_on: string
  opened_at: string
  opened_by: string
  ended_on: string | null
  closed_at: string | null
  closed_by: string | null
  due_on: string | null
  kept_until: string | null
  end_told_at: string | null
  handed_over_at: string | null
  accepted_at: string | null
  accepted_by: string | null
  destroyed_at: string | null
  is_sample: Generated<boolean>
  searched: GeneratedAlways<string | null>
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RecordsCaseItem {
  case_item_id: GeneratedAlways<number>
  case_id: number
  position: number
  incoming_id: number | null
  outgoing_id: number | null
  title: string | null
  notation: string | null
  dated_on: string | null
  author: string | null
  pages: number | null
  name: string | null
  media_type: string | null
  size: number | null
  sha256: Buffer | null
  added_at: string
  added_by: string
}

export interface RecordsCaseItemRemoval {
  case_item_id: number
  reason: string
  removed_at: string
  removed_by: string
}

export interface RecordsCaseRemains {
  case_id: number
  position: number
  case_item_id: number
  title: string
  notation: string | null
  dated_on: string | null
  author: string | null
  files: Json
}

export interface RecordsClockRule {
  rule: 'register' | 'issue'
  valid: string
  closes_at: string
  days: number
  urgent_minutes: number
  source: string
  confidence: 'verified' | 'memory'
}

export interface RecordsCopy {
  copy_id: GeneratedAlways<number>
  outgoing_id: number | null
  incoming_id: number | null
  form: 'SY' | 'SL' | 'TrS'
  register: string
  year: number
  notation: string
  extract_of: string | null
  pdf_sha256: Buffer
  made_at: string
  made_by: string
}

export interface RecordsDestruction {
  destruction_id: GeneratedAlways<number>
  agency_id: number
  state: Generated<'proposed' | 'considered' | 'decided' | 'declined' | 'withdrawn' | 'carriedOut'>
  reason: string
  proposed_at: string
  proposed_by: string
  proposed_by_id: number
  proposed_for_id: number | null
  council: string | null
  council_on: string | null
  council_words: string | null
  decision: string | null
  decided_on: string | null
  decided_at: string | null
  decided_by: string | null
  decided_by_id: number | null
  ended_words: string | null
  carried_out_on: string | null
  witnesses: string | null
  minutes_sha256: Buffer | null
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RecordsDestructionCase {
  destruction_id: number
  case_id: number
  position: number
}

export interface RecordsDocumentVersion {
  outgoing_id: number
  number: number
  content: Json
  docx_sha256: Buffer | null
  note: string | null
  made_at: string
  made_by: string
  search: GeneratedAlways<string | null>
}

export interface RecordsFileText {
  sha256: Buffer
  state: Generated<'waiting' | 'read' | 'empty' | 'unreadable'>
  is_recognised: Generated<boolean>
  text: string | null
  pages: number | null
  percent: Generated<number>
  note: string | null
  read_at: string | null
  head: ColumnType<unknown, string | null | undefined, string | null>
  search: GeneratedAlways<string | null>
}

export interface RecordsHandOver {
  hand_over_id: GeneratedAlways<number>
  agency_id: number
  unit_id: number
  state: Generated<'offered' | 'accepted' | 'returned'>
  words: string | null
  offered_at: string
  offered_by: string
  offered_by_id: number
  offered_for_id: number | null
  offered_title: string | null
  answered_at: string | null
  answered_by: string | null
  answered_by_id: number | null
  answered_words: string | null
  register: string | null
  year: number | null
  notation: string | null
  minutes_sha256: Buffer | null
  package_sha256: Buffer
  package_size: number
  files: number
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RecordsHandOverCase {
  hand_over_id: number
  case_id: number
  position: number
  is_accepted: boolean | null
  reason: string | null
}

export interface RecordsHandOverFile {
  hand_over_id: number
  path: string
  case_id: number
  case_item_id: number
  sha256: Buffer
  size: number
  verdict: 'unsigned' | 'valid' | 'unverifiable' | 'invalid' | 'unchecked' | 'gone'
  checked_at: string | null
}

export interface RecordsHandling {
  handling_id: GeneratedAlways<number>
  incoming_id: number
  agency_id: number | null
  person_id: number | null
  unit_id: number
  part: 'lead' | 'coordinate' | 'know'
  words: string | null
  due_on: string | null
  state: Generated<'assigned' | 'underway' | 'done' | 'givenBack' | 'withdrawn'>
  assigned_at: string
  assigned_by: string
  assigned_by_id: number | null
  from_id: number | null
  started_at: string | null
  ended_at: string | null
  result: string | null
  ended_by: string | null
  is_online: boolean | null
  paper_reason: string | null
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RecordsIncoming {
  incoming_id: GeneratedAlways<number>
  agency_id: number
  state: Generated<'arrived' | 'registered' | 'presented' | 'assigned' | 'underway' | 'done' | 'returned' | 'refused'>
  arrived_at: string
  arrived_by: string
  way: 'upload' | 'scan' | 'mail' | 'exchange'
  register_due_at: string
  described_at: string | null
  described_by: string | null
  sender_id: number | null
  sender_name: string | null
  notation: string | null
  issued_on: string | null
  kind: string | null
  about: string | null
  signer_name: string | null
  is_urgent: Generated<boolean>
  addressed_to: string | null
  pages: number | null
  checked_at: string | null
  checked_by: string | null
  is_authentic: boolean | null
  check_words: string | null
  register: string | null
  year: number | null
  number: number | null
  number_written: string | null
  registered_at: string | null
  registered_by: string | null
  presented_to_id: number | null
  presented_at: string | null
  presented_by: string | null
  presented_words: string | null
  assigned_at: string | null
  due_on: string | null
  needs_answer: Generated<boolean>
  done_at: string | null
  done_words: string | null
  returned_at: string | null
  returned_reason: string | null
  refused_at: string | null
  refused_reason: string | null
  same_as_id: number | null
  directive_id: number | null
  is_sample: Generated<boolean>
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RecordsIncomingFile {
  incoming_file_id: GeneratedAlways<number>
  incoming_id: number
  position: number
  is_main: boolean
  name: string
  media_type: string
  sha256: Buffer
  size: number
  added_at: string
  added_by: string
}

export interface RecordsIncomingMail {
  incoming_id: number
  agency_id: number
  message_id: string
  address: string
  from_address: string
  from_name: string | null
  subject: string | null
  words: string | null
  refused: Json
}

export interface RecordsMailAddress {
  mail_address_id: GeneratedAlways<number>
  address: string
  agency_id: number
  added_at: string
  added_by: string
  ended_at: string | null
  ended_by: string | null
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RecordsNomenclature {
  nomenclature_id: GeneratedAlways<number>
  agency_id: number
  year: number
  state: Generated<'draft' | 'issued'>
  number: string | null
  issued_on: string | null
  issued_at: string | null
  issued_by: string | null
  carried_from_id: number | null
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RecordsNomenclatureLine {
  nomenclature_line_id: GeneratedAlways<number>
  nomenclature_id: number
  position: number
  heading: string | null
  code: string
  title: string
  retention_class_id: number
  unit_id: number
  keeper_id: number | null
  carried_from_id: number | null
}

export interface RecordsNote {
  note_id: GeneratedAlways<number>
  outgoing_id: number
  at: string
  by_id: number | null
  by_name: string
  act: string
  words: string | null
  version_seen: number
}

export interface RecordsOnlineTarget {
  level: 'ministry' | 'province' | 'district' | 'commune'
  valid: string
  percent: number
  source: string
  confidence: 'verified' | 'memory'
}

export interface RecordsOutgoing {
  outgoing_id: GeneratedAlways<number>
  agency_id: number
  unit_id: number
  drafter_id: number
  kind: string
  about: string
  is_urgent: Generated<boolean>
  state: Generated<'drafting' | 'inReview' | 'returned' | 'initialled' | 'forSignature' | 'signed' | 'sealed' | 'issued' | 'replaced' | 'recalled' | 'dropped'>
  reply_to_id: number | null
  task_id: number | null
  signer_id: number | null
  place: Generated<string>
  due_on: string | null
  round: Generated<number>
  submitted_at: string | null
  submitted_by: string | null
  register: string | null
  year: number | null
  number: number | null
  notation: string | null
  dated_on: string | null
  signed_at: string | null
  signed_by_id: number | null
  signer_name: string | null
  signer_title: string | null
  on_behalf_of_name: string | null
  signature_level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | null
  sealed_at: string | null
  sealed_by: string | null
  issued_at: string | null
  issued_by: string | null
  pdf_sha256: Buffer | null
  docx_sha256: Buffer | null
  replaces_id: number | null
  corrects_id: number | null
  recalled_at: string | null
  recalled_by: string | null
  recalled_reason: string | null
  dropped_at: string | null
  is_sample: Generated<boolean>
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RecordsPreparedSigning {
  token_sha256: Buffer
  outgoing_id: number
  person_id: number
  what: 'person' | 'agency'
  version: number
  page: string
  signing_identity_id: number
  prepared: Json
  pdf: Buffer
  expires_at: string
}

export interface RecordsRecipient {
  outgoing_id: number
  position: number
  agency_id: number | null
  name: string
  purpose: 'act' | 'report' | 'know'
}

export interface RecordsRetentionClass {
  retention_class_id: GeneratedAlways<number>
  agency_id: number | null
  name: string
  years: number | null
  valid: string
  source: string
  confidence: 'verified' | 'memory' | 'own'
}

export interface RecordsRouteStep {
  route_step_id: GeneratedAlways<number>
  outgoing_id: number
  round: number
  position: number
  kind: 'opinion' | 'initial' | 'approve'
  person_id: number
  due_on: string | null
  state: Generated<'waiting' | 'open' | 'agreed' | 'returned' | 'ended'>
  opened_at: string | null
  acted_at: string | null
  acted_by_id: number | null
  acted_by: string | null
  words: string | null
  version_seen: number | null
}

export interface RecordsSignatureCheck {
  sha256: Buffer
  checked_at: string
  state: 'unsigned' | 'valid' | 'unverifiable' | 'invalid'
  verdicts: Json
  with_sha256: Generated<Buffer[]>
}

export interface RecordsSigning {
  signing_id: GeneratedAlways<number>
  outgoing_id: number
  what: 'person' | 'agency' | 'raise'
  person_id: number | null
  signing_identity_id: number | null
  level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | null
  level_note: string | null
  pdf_sha256: Buffer
  at: string
  by_name: string
}

export interface RecordsTaskAnswer {
  incoming_id: number
  task_id: number
  linked_at: string
  linked_by: string
}

export interface RecordsTemplate {
  template_id: GeneratedAlways<number>
  agency_id: number | null
  kind: string
  name: string
  retired_at: string | null
  version: Generated<number>
  changed_at: string
  changed_by: string
  used_number: number | null
  used_at: string | null
  used_by: string | null
}

export interface RecordsTemplateText {
  template_id: number
  number: number
  about: string
  content: Json
  made_at: string
  made_by: string
}

export interface RegistryAgency {
  agency_id: GeneratedAlways<number>
  slug: string
  founded_on: string | null
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: Generated<string>
}

export interface RegistryAgencyAlias {
  agency_id: number
  alias: string
}

export interface RegistryAgencyCard {
  agency_id: ColumnType<number | null, never, never>
  slug: ColumnType<string | null, never, never>
  name: ColumnType<string | null, never, never>
  name_en: ColumnType<string | null, never, never>
  abbreviation: ColumnType<string | null, never, never>
  kind: ColumnType<string | null, never, never>
  parent_id: ColumnType<number | null, never, never>
  position: ColumnType<number | null, never, never>
  valid_from: ColumnType<string | null, never, never>
  valid_to: ColumnType<string | null, never, never>
  valid: ColumnType<string | null, never, never>
}

export interface RegistryAgencyCode {
  agency_id: number
  scheme: 'qcvn102' | 'qd20' | 'nso'
  code: string
  valid: string
  source: string
  confidence: Generated<'verified' | 'memory'>
}

export interface RegistryAgencyLatest {
  agency_id: ColumnType<number | null, never, never>
  slug: ColumnType<string | null, never, never>
  name: ColumnType<string | null, never, never>
  name_en: ColumnType<string | null, never, never>
  abbreviation: ColumnType<string | null, never, never>
  kind: ColumnType<string | null, never, never>
  parent_id: ColumnType<number | null, never, never>
  position: ColumnType<number | null, never, never>
  valid_from: ColumnType<string | null, never, never>
  valid_to: ColumnType<string | null, never, never>
}

export interface RegistryAgencyPeriod {
  agency_id: number
  valid: string
  name: string
  name_en: string | null
  abbreviation: string | null
  kind: 'central' | 'ministry' | 'ministerialAgency' | 'governmentAgency' | 'province' | 'district' | 'unit' | 'council' | 'other'
  parent_id: number | null
  position: Generated<number>
  source: string
  confidence: Generated<'verified' | 'memory'>
}

export interface RegistryAgencySpelling {
  agency_id: ColumnType<number, never, never>
  spelling: ColumnType<string, never, never>
  kind: ColumnType<string, never, never>
}

export interface RegistryApiClient {
  client_id: string
  agency_id: number
  name: string
  purpose: string | null
  scopes: string[]
  secret_sha256: Buffer
  former_sha256: Buffer | null
  former_until: string | null
  per_minute: Generated<number>
  version: Generated<number>
  made_at: string
  made_by: string
  changed_at: string
  changed_by: string
  used_at: string | null
  revoked_at: string | null
}

export interface RegistryBookCard {
  register: ColumnType<string | null, never, never>
  agency_id: ColumnType<number | null, never, never>
  direction: ColumnType<string | null, never, never>
  is_secret: ColumnType<boolean | null, never, never>
  year: ColumnType<number | null, never, never>
  number: ColumnType<number | null, never, never>
  notation: ColumnType<string | null, never, never>
  issued_on: ColumnType<string | null, never, never>
  kind: ColumnType<string | null, never, never>
  about: ColumnType<string | null, never, never>
  signer: ColumnType<string | null, never, never>
  recipients: ColumnType<string | null, never, never>
  source_kind: ColumnType<string | null, never, never>
  source_id: ColumnType<number | null, never, never>
  pdf_sha256: ColumnType<Buffer | null, never, never>
  is_urgent: ColumnType<boolean | null, never, never>
  entered_at: ColumnType<string | null, never, never>
}

export interface RegistryBookEntry {
  register: string
  year: number
  notation: string
  kind: string
  about: string
  signer: string | null
  recipients: string | null
  source_kind: string
  source_id: number
  pdf_sha256: Buffer | null
  is_urgent: Generated<boolean>
  entered_at: string
}

export interface RegistryCalendar {
  is_only: Generated<boolean>
  tet_days_before: Generated<number>
  national_days_before: Generated<number>
  stamp: Generated<string>
}

export interface RegistryCalendarYear {
  year: number
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: string
}

export interface RegistryClientMinute {
  client_id: string
  minute: string
  count: number
}

export interface RegistryClientToken {
  sha256: Buffer
  client_id: string
  scopes: string[]
  expires_at: string
}

export interface RegistryCollective {
  collective_id: GeneratedAlways<number>
  phrase: string
  kinds: string[]
  parent_id: number | null
  is_of_issuer: Generated<boolean>
  is_part: Generated<boolean>
}

export interface RegistryDayPlan {
  day: string
  kind: 'off' | 'work'
  name: string
  paired_day: string | null
  source: string
  confidence: Generated<'verified' | 'memory'>
}

export interface RegistryDeputation {
  deputation_id: GeneratedAlways<number>
  post_id: number
  deputy_id: number
  valid: string
  kind: 'authorised' | 'absent'
  document: string | null
  reason: string | null
  made_at: string
  made_by: string
  revoked_at: string | null
  revoked_by: string | null
  owner_id: number
}

export interface RegistryDocumentKind {
  kind: string
  name: string
  name_en: string
  abbreviation: string | null
  exchange_code: number | null
  position: number
}

export interface RegistryDocumentKindCard {
  kind: ColumnType<string | null, never, never>
  name: ColumnType<string | null, never, never>
  name_en: ColumnType<string | null, never, never>
  abbreviation: ColumnType<string | null, never, never>
  exchange_code: ColumnType<number | null, never, never>
  position: ColumnType<number | null, never, never>
}

export interface RegistryDocumentNumber {
  register: string
  year: number
  notation: string
  number: number | null
  issued_on: string
}

export interface RegistryDocumentRegister {
  register: string
  year: number
  last_number: number
}

export interface RegistryFollowing {
  person_id: number
  agency_id: number
  valid: string
}

export interface RegistryFollowingCard {
  person_id: ColumnType<number, never, never>
  agency_id: ColumnType<number, never, never>
  valid: ColumnType<string, never, never>
  from_on: ColumnType<string, never, never>
  to_on: ColumnType<string | null, never, never>
}

export interface RegistryHolidayChoice {
  year: number
  holiday: 'tet' | 'nationalDay' | 'cultureDay'
  days_before: number
  source: string
  confidence: Generated<'verified' | 'memory'>
}

export interface RegistryPerson {
  person_id: GeneratedAlways<number>
  user_id: string
  full_name: string
  is_sample: Generated<boolean>
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: Generated<string>
  email_changed_at: string | null
  email_changed_by: number | null
}

export interface RegistryPersonCard {
  person_id: ColumnType<number | null, never, never>
  user_id: ColumnType<string | null, never, never>
  full_name: ColumnType<string | null, never, never>
  is_sample: ColumnType<boolean | null, never, never>
  post_id: ColumnType<number | null, never, never>
  agency_id: ColumnType<number | null, never, never>
  role: ColumnType<string | null, never, never>
  title: ColumnType<string | null, never, never>
  valid: ColumnType<string | null, never, never>
}

export interface RegistryPost {
  person_id: number
  agency_id: number
  role: string
  title: string
  valid: string
  post_id: GeneratedAlways<number>
}

export interface RegistryRegister {
  register: string
  agency_id: number | null
  direction: 'incoming' | 'outgoing'
  is_secret: Generated<boolean>
}

export interface RegistryRegisterCard {
  register: ColumnType<string, never, never>
  agency_id: ColumnType<number | null, never, never>
  direction: ColumnType<string, never, never>
  is_secret: ColumnType<boolean, never, never>
}

export interface RegistryRegisterKind {
  agency_id: number
  direction: string
  is_secret: boolean
  kind: string
  register: string
}

export interface RegistryResetRequest {
  reset_request_id: GeneratedAlways<number>
  person_id: number
  requested_at: string
  requested_by: string
  requested_by_person: number
  settled_at: string | null
  settled_by: string | null
  outcome: 'approved' | 'refused' | 'supported' | null
  requested_for_person: number | null
  is_keeper: Generated<boolean>
  is_from_door: Generated<boolean>
}

export interface RegistryRole {
  role: string
  name: string
  name_en: string
  sees: 'all' | 'followed' | 'own'
  rights: Generated<string[]>
  is_two_factor: Generated<boolean>
  position: number
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: Generated<string>
}

export interface RegistrySigningIdentity {
  signing_identity_id: GeneratedAlways<number>
  person_id: number | null
  agency_id: number | null
  key_kind: 'pkcs12' | 'pkcs11' | 'csc' | 'device'
  chain: Buffer[]
  fingerprint: Buffer
  algorithm: 'rsa-sha256' | 'ecdsa-sha256' | 'ecdsa-sha384'
  serial: string
  subject: string
  holder: string
  issuer: string
  not_before: string
  not_after: string
  way: Json
  sealed: Buffer | null
  valid: string
  picture_sha256: Buffer | null
  end_kind: 'ended' | 'revoked' | null
  end_reason: string | null
  ended_at: string | null
  ended_by: string | null
  warned_at: string | null
  made_at: string
  made_by: string
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface RegistrySuccession {
  succession_id: GeneratedAlways<number>
  old_agency_id: number
  new_agency_id: number | null
  kind: 'main' | 'partial' | 'renamed' | 'abolished'
  subject: string | null
  effective_on: string
  source: string
  confidence: Generated<'verified' | 'memory'>
}

export interface RegistrySuccessionCard {
  old_agency_id: ColumnType<number, never, never>
  new_agency_id: ColumnType<number | null, never, never>
  kind: ColumnType<string, never, never>
  subject: ColumnType<string | null, never, never>
  effective_on: ColumnType<string, never, never>
}

export interface RegistryTourSeen {
  person_id: number
  version: number
  seen_at: string
}

export interface RegistryWorkingPost {
  session_id: string
  post_id: number
  deputation_id: number | null
}

export interface ReorganisationChoice {
  reorganisation_id: number
  task_id: number
  line_id: number
  agency_id: number | null
  chosen_at: string
  chosen_by: string
}

export interface ReorganisationLine {
  line_id: GeneratedAlways<number>
  reorganisation_id: number
  position: number
  written: Json
  kind: 'main' | 'partial' | 'renamed' | 'abolished' | null
  subject: string | null
  effective_on: string | null
  source: string | null
  old_agency_id: number | null
  new_agency_id: number | null
  founding: ColumnType<unknown, string | null | undefined, string | null>
}

export interface ReorganisationMove {
  run_id: number
  line_id: number
  task_id: number
  part: 'lead' | 'part' | 'followUp' | 'undecided'
}

export interface ReorganisationReorganisation {
  reorganisation_id: GeneratedAlways<number>
  title: string
  source: string
  file_name: string | null
  state: Generated<'draft' | 'applied'>
  version: Generated<number>
  created_at: string
  created_by: string
  changed_at: string
  changed_by: string
  applied_at: string | null
  applied_by: string | null
}

export interface ReorganisationRun {
  run_id: GeneratedAlways<number>
  reorganisation_id: number
  kind: 'rehearsal' | 'application'
  plan_version: number
  rehearsal_id: number | null
  requested_as: Json
  requested_at: string
  state: Generated<'waiting' | 'running' | 'done' | 'failed'>
  percent: Generated<number>
  seen_at: string
  finished_at: string | null
  outcome: ColumnType<unknown, string | null | undefined, string | null>
  digest: string | null
  problem: ColumnType<unknown, string | null | undefined, string | null>
}

export interface TaskforceActivity {
  activity_id: GeneratedAlways<number>
  plan_id: number
  position: number
  title: string
  words: string
  form: 'direct' | 'dialogue' | 'receive' | 'conference' | 'session' | 'inspection' | 'report' | 'plan' | 'other'
  done_by: string | null
  task_id: number
}

export interface TaskforceArea {
  area_id: GeneratedAlways<number>
  member_id: number
  agency_id: number
  from_on: string
  to_on: string | null
  act: string
  passed_from_id: number | null
}

export interface TaskforceAssessmentMethod {
  method_id: GeneratedAlways<number>
  from_on: string
  act: string
  least_tasks: number
  recorded_at: Generated<string>
  recorded_by: string
}

export interface TaskforceAssessmentWeight {
  method_id: number
  part: 'onTime' | 'lateDays' | 'debt' | 'silence' | 'answerDays' | 'findings'
  weight: number
  worst_days: number | null
}

export interface TaskforceDayConfirmed {
  day_confirmed_id: GeneratedAlways<number>
  answer_id: number | null
  question_id: number | null
  words: string
  recorded_at: string
  recorded_by: string
}

export interface TaskforceDecision {
  decision_id: GeneratedAlways<number>
  task_force_id: number
  number: string
  number_key: GeneratedAlways<string>
  decided_on: string
  year: GeneratedAlways<number>
  number_copy: Generated<number>
  recorded_at: string
  recorded_by: string
}

export interface TaskforceDelegate {
  delegate_id: GeneratedAlways<number>
  inspection_id: number
  person_id: number | null
  full_name: string
  office: string
  role: 'head' | 'deputy' | 'member' | 'secretary'
  decision_no: number
}

export interface TaskforceDialogue {
  dialogue_id: GeneratedAlways<number>
  task_force_id: number
  title: string
  form: 'inPerson' | 'online' | 'mixed'
  partner: string
  place: string | null
  held_on: string
  state: Generated<'planned' | 'held' | 'cancelled'>
  participants: string | null
  reason: string | null
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface TaskforceExplanation {
  explanation_id: GeneratedAlways<number>
  issue_id: number
  words: string
  document: string | null
  signer: string
  agency_id: number
  explained_on: string
  sha256: Buffer | null
  file_name: string | null
  media_type: string | null
  size_bytes: number | null
  recorded_at: string
  recorded_by: string
}

export interface TaskforceFinding {
  finding_id: GeneratedAlways<number>
  inspection_id: number
  position: number
  issue_id: number | null
  task_id: number | null
  fact: string
  nature: string
  degree: 'minor' | 'serious' | 'grave'
  cause: string | null
  cause_words: string | null
  responsible_id: number
  responsible_words: string | null
  evidence: string
  repeats_id: number | null
  state: Generated<'draft' | 'sent' | 'dropped' | 'open' | 'remedying' | 'claimed' | 'confirmed'>
  answer: string | null
  agrees: boolean | null
  answered_at: string | null
  answered_by: string | null
  remedy_by: string | null
  version: Generated<number>
  changed_at: string
  changed_by: string
  searched: GeneratedAlways<string | null>
  sent_on: string | null
  answer_by: string | null
  decision_no: number
}

export interface TaskforceFindingCard {
  finding_id: ColumnType<number, never, never>
  inspection_id: ColumnType<number, never, never>
  fact: ColumnType<string, never, never>
  degree: ColumnType<string, never, never>
  cause: ColumnType<string | null, never, never>
  agency_id: ColumnType<number, never, never>
  state: ColumnType<string, never, never>
  repeats_id: ColumnType<number | null, never, never>
  concluded_on: ColumnType<string | null, never, never>
}

export interface TaskforceFindingStep {
  finding_step_id: GeneratedAlways<number>
  finding_id: number
  act: 'plan' | 'claim' | 'confirm' | 'refuse' | 'drop'
  words: string
  document: string | null
  seen: string | null
  on_day: string
  recorded_at: string
  recorded_by: string
}

export interface TaskforceFixedAgency {
  fixed_id: number
  agency_id: number
  position: number
  agency_name: string
  rank: number | null
  tasks: number
  points: number | null
  parts: Json
}

export interface TaskforceFixedAssessment {
  fixed_id: GeneratedAlways<number>
  from_on: string
  as_of: string
  edition: Generated<number>
  corrects_id: number | null
  reason: string | null
  method: Json
  recorded_at: string
  recorded_by: string
}

export interface TaskforceFixedRow {
  fixed_id: number
  agency_id: number
  part: string
  kind: string
  id: number
  code: string | null
  title: string
  to: string
  due_on: string | null
  done_on: string | null
  counts: number
  is_against: boolean
}

export interface TaskforceInspection {
  inspection_id: GeneratedAlways<number>
  task_force_id: number
  title: string
  subject_id: number
  agency_id: number
  form: 'onSite' | 'onPaper' | 'online' | 'unannounced'
  place: string | null
  from_on: string
  to_on: string
  state: Generated<'planned' | 'announced' | 'waiting' | 'explained' | 'held' | 'findingsSent' | 'answered' | 'concluded' | 'stopped'>
  decision: string | null
  decided_on: string | null
  requested_on: string | null
  explain_by: string | null
  findings_sent_on: string | null
  answer_by: string | null
  conclusion: string | null
  concluded_on: string | null
  conclusion_words: string | null
  concluded_by: string | null
  stopped_on: string | null
  reason: string | null
  created_by: string
  version: Generated<number>
  changed_at: string
  changed_by: string
  searched: GeneratedAlways<string | null>
  decision_bases: string | null
  decision_no: Generated<number>
  conclusion_copy: Generated<number>
}

export interface TaskforceInspectionCard {
  inspection_id: ColumnType<number, never, never>
  title: ColumnType<string, never, never>
  agency_id: ColumnType<number, never, never>
  form: ColumnType<string, never, never>
  state: ColumnType<string, never, never>
  from_on: ColumnType<string, never, never>
  to_on: ColumnType<string, never, never>
  decision: ColumnType<string | null, never, never>
  decided_on: ColumnType<string | null, never, never>
  conclusion: ColumnType<string | null, never, never>
  concluded_on: ColumnType<string | null, never, never>
  findings: ColumnType<number, never, never>
  held_on: ColumnType<string | null, never, never>
}

export interface TaskforceInspectionDecision {
  inspection_id: number
  decision_no: number
  decision: string
  decided_on: string
  postponed_on: string | null
  reason: string | null
  postponed_by: string | null
  recorded_at: string
  recorded_by: string
  subject_id: number
  decision_id: number
}

export interface TaskforceInspectionPaper {
  inspection_paper_id: GeneratedAlways<number>
  inspection_id: number
  kind: 'decision' | 'minutes' | 'conclusion'
  number: string
  issued_on: string
  docx_sha256: Buffer
  pdf_sha256: Buffer
  recorded_at: string
  recorded_by: string
}

export interface TaskforceInspectionTask {
  inspection_id: number
  task_id: number
  task_version: number
  code: string
  title: string
  state: string
  due_on: string | null
  claimed_on: string | null
  completed_on: string | null
  decision_no: number
  words: string | null
}

export interface TaskforceIssue {
  issue_id: GeneratedAlways<number>
  inspection_id: number
  position: number
  words: string
  papers: string | null
}

export interface TaskforceMember {
  member_id: GeneratedAlways<number>
  task_force_id: number
  person_id: number | null
  full_name: string
  office: string
  role: 'head' | 'standingDeputy' | 'deputy' | 'member' | 'secretary'
  from_on: string
  to_on: string | null
  act: string
  end_act: string | null
  recorded_at: string
  recorded_by: string
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface TaskforceMinutes {
  inspection_id: number
  held_on: string
  place: string
  office_side: string
  agency_side: string
  words: string
  commitments: string | null
  version: Generated<number>
  written_at: string
  written_by: string
  office_signed_at: string | null
  office_signer: string | null
  agency_signed_at: string | null
  agency_signer: string | null
}

export interface TaskforcePlan {
  plan_id: GeneratedAlways<number>
  task_force_id: number
  number: string
  title: string
  issued_on: string
  from_on: string
  to_on: string
  sha256: Buffer | null
  file_name: string | null
  media_type: string | null
  size_bytes: number | null
  recorded_at: string
  recorded_by: string
}

export interface TaskforceQuestion {
  question_id: GeneratedAlways<number>
  dialogue_id: number
  position: number
  asker: string
  asker_kind: 'firm' | 'association' | 'person' | 'council'
  words: string
  state: Generated<'asked' | 'classed' | 'sent' | 'answered'>
  class: string | null
  sent_to_id: number | null
  agency_id: number | null
  sent_on: string | null
  due_on: string | null
  answer: string | null
  answered_on: string | null
  answered_by: string | null
  is_on_the_spot: Generated<boolean>
  is_satisfied: boolean | null
  satisfied_words: string | null
  note: string | null
  version: Generated<number>
  changed_at: string
  changed_by: string
  answered_at: string | null
}

export interface TaskforceQuestionSending {
  sending_id: GeneratedAlways<number>
  question_id: number
  agency_id: number
  sent_on: string
  due_on: string
  ended_on: string | null
  ending: string | null
  reason: string | null
  recorded_at: string
  recorded_by: string
}

export interface TaskforceRecommendation {
  recommendation_id: GeneratedAlways<number>
  task_force_id: number | null
  source_kind: string
  source_id: number | null
  source_words: string | null
  words: string
  addressee_id: number
  agency_id: number
  competent: string | null
  basis: string | null
  product: string | null
  theme: string | null
  due_on: string
  state: Generated<'drafted' | 'made' | 'accepted' | 'claimed' | 'declined' | 'done' | 'withdrawn' | 'replaced'>
  made_on: string | null
  answer_by: string | null
  task_id: number | null
  replaced_by_id: number | null
  closed_on: string | null
  closing_words: string | null
  created_by: string
  version: Generated<number>
  changed_at: string
  changed_by: string
  searched: GeneratedAlways<string | null>
}

export interface TaskforceRecommendationAnswer {
  answer_id: GeneratedAlways<number>
  recommendation_id: number
  kind: 'accept' | 'decline' | 'claim' | 'refuse'
  words: string
  document: string | null
  agency_id: number
  answered_on: string
  recorded_at: string
  recorded_by: string
}

export interface TaskforceRecommendationCard {
  recommendation_id: ColumnType<number, never, never>
  words: ColumnType<string, never, never>
  addressee_agency_id: ColumnType<number, never, never>
  agency_id: ColumnType<number, never, never>
  due_on: ColumnType<string, never, never>
  asked_day: ColumnType<string | null, never, never>
  task_id: ColumnType<number | null, never, never>
  source_kind: ColumnType<string, never, never>
  source_id: ColumnType<number | null, never, never>
  theme: ColumnType<string | null, never, never>
  closed_on: ColumnType<string | null, never, never>
  answer_by: ColumnType<string | null, never, never>
  state: ColumnType<string, never, never>
  completed_on: ColumnType<string | null, never, never>
}

export interface TaskforceTaskForce {
  task_force_id: GeneratedAlways<number>
  name: string
  act: string
  act_on: string
  from_on: string
  to_on: string | null
  end_act: string | null
  scope: string
  standing_agency_id: number
  version: Generated<number>
  changed_at: string
  changed_by: string
  searched: GeneratedAlways<string | null>
}

export interface TaskforceTruthMark {
  truth_mark_id: GeneratedAlways<number>
  task_id: number
  seen: 'onPaper' | 'onSpot'
  is_true: boolean
  words: string
  seen_on: string
  inspection_id: number | null
  recorded_at: string
  recorded_by: string
}

export interface TasksAmendment {
  amendment_id: GeneratedAlways<number>
  task_id: number
  reason: string
  document_number: string | null
  document_on: string | null
  sha256: Buffer | null
  file_name: string | null
  media_type: string | null
  size_bytes: number | null
  before: Json
  after: Json
  amended_on: string
  amended_at: string
  amended_by: string
}

export interface TasksCollective {
  collective_id: GeneratedAlways<number>
  form: 'each' | 'shared'
  named_as: string
  title: string
  members_on: string
  source_kind: string
  source_id: number | null
  source_ref: string
  from_task_id: number | null
  made_at: string
  made_by: string
}

export interface TasksContribution {
  contribution_id: GeneratedAlways<number>
  task_id: number
  agency_id: number
  requested_by_agency_id: number | null
  requested_what: string | null
  requested_due_on: string | null
  requested_on: string | null
  requested_at: string | null
  requested_by: string | null
  body: string | null
  given_on: string | null
  given_at: string | null
  given_by: string | null
  lapsed_on: string | null
}

export interface TasksContributionCard {
  contribution_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  agency_id: ColumnType<number, never, never>
  requested_by_agency_id: ColumnType<number | null, never, never>
  requested_what: ColumnType<string | null, never, never>
  requested_due_on: ColumnType<string | null, never, never>
  requested_by: ColumnType<string | null, never, never>
  given_on: ColumnType<string | null, never, never>
}

export interface TasksDeadline {
  deadline_id: GeneratedAlways<number>
  task_id: number
  position: number
  kind: 'date' | 'month' | 'quarter' | 'halfYear' | 'year' | 'standing' | 'perRegulation' | 'none'
  literal: string
  due_on: string | null
  is_milestone: Generated<boolean>
  recurs: string | null
  rule: string | null
  is_strict: Generated<boolean>
  set_on: string
  set_at: string
  set_by: string
  approved_by: string | null
  reason: string | null
  replaced_on: string | null
  replaced_at: string | null
  done_on: string | null
  done_at: string | null
  amended_by_id: number | null
}

export interface TasksEvidence {
  evidence_id: GeneratedAlways<number>
  task_id: number
  progress_report_id: number | null
  contribution_id: number | null
  subtask_id: number | null
  kind: string
  sha256: Buffer | null
  file_name: string | null
  media_type: string | null
  size_bytes: number | null
  number: string | null
  issued_on: string | null
  issuer: string | null
  about: string | null
  agency_id: number
  added_on: string
  added_at: string
  added_by: string
  withdrawn_on: string | null
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

export interface TasksEvidenceCard {
  evidence_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  added_on: ColumnType<string, never, never>
  added_at: ColumnType<string, never, never>
}

export interface TasksFact {
  fact_id: GeneratedAlways<number>
  task_id: number
  dimension: string
  effective_on: string
  recorded_at: string
  agency_id: number | null
  day: string | null
  state: 'assigned' | 'received' | 'inProgress' | 'reportedDone' | 'confirmed' | 'returned' | 'cancelled' | null
}

export interface TasksFigureKept {
  only_row: Generated<boolean>
  through: string
}

export interface TasksFigurePoint {
  series_id: number
  counted_on: string
  done_on_time: number
  done_late: number
  open_in_term: number
  open_overdue: number
  first_done_on_time: number
  first_done_late: number
  first_open_in_term: number
  first_open_overdue: number
  awaiting: number
}

export interface TasksFigureSeries {
  series_id: GeneratedAlways<number>
  by: 'all' | 'agency' | 'source' | 'group'
  key: string
  assigned_year: number
  source_number: string | null
  source_title: string | null
}

export interface TasksLastNews {
  task_id: ColumnType<number, never, never>
  lead_agency_id: ColumnType<number, never, never>
  heard_on: ColumnType<string, never, never>
}

export interface TasksMeasurement {
  measurement_id: GeneratedAlways<number>
  target_id: number
  value: number
  measured_on: string
  note: string | null
  recorded_at: string
  recorded_by: string
}

export interface TasksMeasurementCard {
  measurement_id: ColumnType<number, never, never>
  target_id: ColumnType<number, never, never>
  value: ColumnType<number, never, never>
  measured_on: ColumnType<string, never, never>
  recorded_at: ColumnType<string, never, never>
}

export interface TasksMissedTarget {
  target_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  goal: ColumnType<string, never, never>
  measured: ColumnType<string, never, never>
}

export interface TasksOpenMilestone {
  deadline_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  due_on: ColumnType<string | null, never, never>
  literal: ColumnType<string, never, never>
}

export interface TasksOpenTask {
  task_id: ColumnType<number, never, never>
  state: ColumnType<string, never, never>
  lead_agency_id: ColumnType<number, never, never>
  assigned_on: ColumnType<string, never, never>
  due_order: ColumnType<string, never, never>
  due_on: ColumnType<string | null, never, never>
  claimed_on: ColumnType<string | null, never, never>
}

export interface TasksPartHeld {
  task_id: ColumnType<number | null, never, never>
  agency_id: ColumnType<number | null, never, never>
}

export interface TasksParty {
  task_id: number
  agency_id: number | null
  role: 'lead' | 'coordinating'
  is_accountable: Generated<boolean>
  scope: string | null
  named_as: string
  position: number
  since_on: string
  known_at: string
  ended_on: string | null
  ended_at: string | null
  amended_by_id: number | null
  is_collective: Generated<boolean>
}

export interface TasksPartyCard {
  task_id: ColumnType<number, never, never>
  agency_id: ColumnType<number, never, never>
  role: ColumnType<string, never, never>
  is_accountable: ColumnType<boolean, never, never>
}

export interface TasksPeriod {
  period_id: GeneratedAlways<number>
  task_id: number
  starts_on: string
  ends_on: string
  due_on: string
  opened_at: string
  progress_report_id: number | null
  reported_on: string | null
  missed_on: string | null
  dropped_at: string | null
}

export interface TasksPeriodCard {
  period_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  starts_on: ColumnType<string, never, never>
  ends_on: ColumnType<string, never, never>
  due_on: ColumnType<string, never, never>
  reported_on: ColumnType<string | null, never, never>
}

export interface TasksPeriodDue {
  period_id: ColumnType<number | null, never, never>
  task_id: ColumnType<number | null, never, never>
  lead_agency_id: ColumnType<number | null, never, never>
  starts_on: ColumnType<string | null, never, never>
  ends_on: ColumnType<string | null, never, never>
  due_on: ColumnType<string | null, never, never>
  reported_on: ColumnType<string | null, never, never>
  missed_on: ColumnType<string | null, never, never>
  state: ColumnType<string | null, never, never>
}

export interface TasksProgressReport {
  progress_report_id: GeneratedAlways<number>
  task_id: number
  reported_on: string
  percent: number
  body: string
  obstacles: string | null
  product_number: string | null
  product_on: string | null
  agency_id: number
  recorded_at: string
  recorded_by: string
  proposals: string | null
}

export interface TasksProofCard {
  evidence_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  kind: ColumnType<string, never, never>
  name: ColumnType<string | null, never, never>
  added_on: ColumnType<string, never, never>
  added_by: ColumnType<string, never, never>
}

export interface TasksReportCall {
  report_call_id: GeneratedAlways<number>
  task_id: number
  due_on: string
  words: string | null
  called_on: string
  called_at: string
  called_by: string
  progress_report_id: number | null
  answered_on: string | null
  lapsed_on: string | null
}

export interface TasksReportCallCard {
  report_call_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  due_on: ColumnType<string, never, never>
  words: ColumnType<string | null, never, never>
  called_on: ColumnType<string, never, never>
  called_by: ColumnType<string, never, never>
}

export interface TasksReportCard {
  progress_report_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  reported_on: ColumnType<string, never, never>
  percent: ColumnType<number, never, never>
  body: ColumnType<string, never, never>
  product_number: ColumnType<string | null, never, never>
  recorded_at: ColumnType<string, never, never>
  recorded_by: ColumnType<string, never, never>
}

export interface TasksRequest {
  request_id: GeneratedAlways<number>
  task_id: number
  kind: 'extension' | 'return' | 'transfer'
  requested_on: string
  requested_at: string
  requested_by: string
  reason: string
  new_due_on: string | null
  new_agency_id: number | null
  document: string | null
  decision: 'granted' | 'refused' | 'lapsed' | null
  decided_on: string | null
  decided_by: string | null
  decided_at: string | null
  decision_note: string | null
}

export interface TasksRequestCard {
  request_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  kind: ColumnType<string, never, never>
  reason: ColumnType<string, never, never>
  new_due_on: ColumnType<string | null, never, never>
  new_agency_id: ColumnType<number | null, never, never>
  requested_on: ColumnType<string, never, never>
  requested_by: ColumnType<string, never, never>
  decision: ColumnType<string | null, never, never>
}

export interface TasksRhythm {
  task_id: number
  cadence: 'month' | 'quarter' | 'halfYear' | 'year' | 'none'
  cutoff: 'decree' | 'calendar'
  due_days: number
  since_on: string
  is_default: boolean
  set_at: string
  set_by: string
}

export interface TasksRhythmDefault {
  recurs: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'halfYearly' | 'yearly' | null
  deadline_kind: string | null
  cadence: 'month' | 'quarter' | 'halfYear' | 'year' | 'none'
  cutoff: 'decree' | 'calendar'
  due_days: number
  source: string
  confidence: Generated<'verified' | 'memory'>
}

export interface TasksSight {
  task_id: ColumnType<number, never, never>
  agency_id: ColumnType<number, never, never>
}

export interface TasksSourceKind {
  kind: string
  vi: string
  en: string
  path: string | null
}

export interface TasksStateFact {
  fact_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  state: ColumnType<string, never, never>
  effective_on: ColumnType<string, never, never>
  recorded_at: ColumnType<string, never, never>
}

export interface TasksSubtask {
  subtask_id: GeneratedAlways<number>
  task_id: number
  position: number
  by_agency_id: number
  agency_id: number
  title: string
  content: string
  due_on: string
  task_due_on: string | null
  later_reason: string | null
  state: Generated<'assigned' | 'inProgress' | 'done' | 'sentBack' | 'accepted' | 'cancelled'>
  percent: Generated<number>
  given_on: string
  given_at: string
  given_by: string
  done_on: string | null
  accepted_on: string | null
  sent_back_reason: string | null
  ended_on: string | null
  ended_at: string | null
  ended_reason: string | null
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface TasksSubtaskAudience {
  subtask_id: ColumnType<number, never, never>
  agency_ids: ColumnType<number[], never, never>
}

export interface TasksSubtaskCard {
  subtask_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  agency_id: ColumnType<number, never, never>
  by_agency_id: ColumnType<number, never, never>
  title: ColumnType<string, never, never>
  state: ColumnType<string, never, never>
  due_on: ColumnType<string | null, never, never>
  given_by: ColumnType<string, never, never>
}

export interface TasksSubtaskReport {
  subtask_report_id: GeneratedAlways<number>
  subtask_id: number
  kind: 'progress' | 'done' | 'sentBack' | 'accepted'
  reported_on: string
  percent: number
  body: string
  recorded_at: string
  recorded_by: string
}

export interface TasksTarget {
  target_id: GeneratedAlways<number>
  task_id: number
  position: number
  literal: string
  measure: string
  comparator: '=' | '>=' | '<=' | '>' | '<' | 'range' | 'increase>=' | 'decrease>='
  value: number
  max_value: number | null
  unit: string
  baseline: string | null
  scope: string | null
  by_when: string | null
  amended_by_id: number | null
}

export interface TasksTargetCard {
  target_id: ColumnType<number, never, never>
  task_id: ColumnType<number, never, never>
  position: ColumnType<number, never, never>
  measure: ColumnType<string, never, never>
  literal: ColumnType<string, never, never>
  unit: ColumnType<string, never, never>
  comparator: ColumnType<string, never, never>
  value: ColumnType<number, never, never>
  max_value: ColumnType<number | null, never, never>
  measured: ColumnType<number | null, never, never>
  measured_on: ColumnType<string | null, never, never>
}

export interface TasksTask {
  task_id: GeneratedAlways<number>
  code: string
  source_kind: string
  source_id: number | null
  source_number: string | null
  source_title: string | null
  source_ref: string | null
  source_start: number | null
  source_end: number | null
  source_sentence: string | null
  implements: Generated<string[]>
  group_title: string | null
  title: string
  content: string
  product: string | null
  urgency: string | null
  assigned_on: string
  state: 'assigned' | 'received' | 'inProgress' | 'reportedDone' | 'confirmed' | 'returned' | 'cancelled'
  lead_agency_id: number
  follow_up_agency_id: number
  deadline_kind: 'date' | 'month' | 'quarter' | 'halfYear' | 'year' | 'standing' | 'perRegulation' | 'none'
  recurs: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'halfYearly' | 'yearly' | null
  first_due_on: string | null
  due_on: string | null
  claimed_on: string | null
  completed_on: string | null
  percent: Generated<number>
  version: Generated<number>
  created_at: string
  changed_at: string
  changed_by: string
  searched: GeneratedAlways<string>
  collective_id: number | null
  proof_kind: string | null
  proof_id: number | null
  proof_name: string | null
}

export interface TasksTaskAudience {
  task_id: ColumnType<number, never, never>
  code: ColumnType<string, never, never>
  title: ColumnType<string, never, never>
  state: ColumnType<string, never, never>
  percent: ColumnType<number, never, never>
  due_on: ColumnType<string | null, never, never>
  version: ColumnType<number, never, never>
  lead_agency_id: ColumnType<number | null, never, never>
  agency_ids: ColumnType<number[], never, never>
}

export interface TasksTaskCard {
  task_id: ColumnType<number, never, never>
  code: ColumnType<string, never, never>
  title: ColumnType<string, never, never>
  state: ColumnType<string, never, never>
  percent: ColumnType<number, never, never>
  due_on: ColumnType<string | null, never, never>
  first_due_on: ColumnType<string | null, never, never>
  deadline_kind: ColumnType<string, never, never>
  completed_on: ColumnType<string | null, never, never>
  lead_agency_id: ColumnType<number, never, never>
  source_number: ColumnType<string | null, never, never>
  version: ColumnType<number, never, never>
  changed_at: ColumnType<string, never, never>
  changed_by: ColumnType<string, never, never>
}

export interface TasksTaskSourceCard {
  task_id: ColumnType<number, never, never>
  source_kind: ColumnType<string, never, never>
  source_id: ColumnType<number | null, never, never>
  source_number: ColumnType<string | null, never, never>
  source_title: ColumnType<string | null, never, never>
  source_ref: ColumnType<string, never, never>
  source_sentence: ColumnType<string | null, never, never>
  source_path: ColumnType<string | null, never, never>
}

export interface TasksTaskVersion {
  task_id: number
  valid_from: string
  valid_to: string
  known_from: string
  known_to: string
  state: string
  lead_agency_id: number
  follow_up_agency_id: number
  assigned_on: string
  first_due_on: string | null
  due_on: string | null
  completed_on: string | null
  reported_from: GeneratedAlways<string>
  reported_to: GeneratedAlways<string>
  is_done: GeneratedAlways<boolean>
  due_order: GeneratedAlways<string>
}

export interface TasksTracedTask {
  task_id: ColumnType<number, never, never>
  code: ColumnType<string, never, never>
  title: ColumnType<string, never, never>
  state: ColumnType<string, never, never>
  percent: ColumnType<number, never, never>
  assigned_on: ColumnType<string, never, never>
  due_on: ColumnType<string | null, never, never>
  claimed_on: ColumnType<string | null, never, never>
  completed_on: ColumnType<string | null, never, never>
  lead_agency_id: ColumnType<number, never, never>
  source_kind: ColumnType<string, never, never>
  source_id: ColumnType<number | null, never, never>
  source_number: ColumnType<string | null, never, never>
  version: ColumnType<number, never, never>
  words: ColumnType<string, never, never>
}

export interface UrgingAnswer {
  answer_id: GeneratedAlways<number>
  letter_id: number
  number: string | null
  answered_on: string
  summary: string
  progress_report_id: number | null
  sha256: Buffer | null
  file_name: string | null
  recorded_at: string
  recorded_by: string
}

export interface UrgingBellNotice {
  notice_id: ColumnType<number, never, never>
  person_id: ColumnType<number, never, never>
  on_day: ColumnType<string, never, never>
  event: ColumnType<string, never, never>
  agency_id: ColumnType<number, never, never>
  is_gap: ColumnType<boolean, never, never>
  letter_id: ColumnType<number | null, never, never>
  read_at: ColumnType<string | null, never, never>
}

export interface UrgingDigest {
  person_id: number
  on_day: string
  mail_id: number | null
  composed_at: string | null
}

export interface UrgingLetter {
  letter_id: GeneratedAlways<number>
  agency_id: number
  agency_name: string
  state: Generated<'draft' | 'submitted' | 'issued' | 'answered' | 'closed' | 'dropped'>
  is_sample: Generated<boolean>
  as_of: string
  about: string
  opening: string
  closing: string
  recipients: string[]
  reply_by: string
  unit_id: number
  signatory_id: number | null
  sent_back_reason: string | null
  submitted_at: string | null
  submitted_by: string | null
  series: string | null
  year: number | null
  number: number | null
  notation: string | null
  place: string | null
  issued_on: string | null
  issued_at: string | null
  signer_id: number | null
  signer_name: string | null
  signer_title: string | null
  on_behalf_of_name: string | null
  content: ColumnType<unknown, string | null | undefined, string | null>
  docx_sha256: Buffer | null
  pdf_sha256: Buffer | null
  answered_at: string | null
  closed_at: string | null
  closed_by: string | null
  closed_note: string | null
  created_at: string
  created_by: string
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface UrgingLetterTask {
  letter_id: number
  task_id: number
  position: number
  due_on: string | null
  days_late: number | null
}

export interface UrgingNotice {
  notice_id: GeneratedAlways<number>
  on_day: string
  rule_id: number | null
  rule_version: number | null
  letter_id: number | null
  task_id: number | null
  agency_id: number
  recipient: string
  person_id: number | null
  whom: 'officer' | 'leader' | 'minister' | 'taskForce' | 'followUp' | null
  is_gap: Generated<boolean>
  channels: string[]
  event: 'before' | 'on' | 'after' | 'silence' | 'period' | 'milestone' | 'letter'
  due_on: string | null
  days: number | null
  made_at: string
  mail_id: number | null
  read_at: string | null
}

export interface UrgingRule {
  rule_id: GeneratedAlways<number>
  default_key: string | null
  name: string
  reason: string
  event: 'before' | 'on' | 'after' | 'silence' | 'period' | 'milestone'
  days: number | null
  urgencies: Generated<string[]>
  deadline_kinds: Generated<string[]>
  agency_ids: Generated<number[]>
  whom: string[]
  how: string[]
  is_active: Generated<boolean>
  position: number
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: string
}

export interface UrgingRun {
  on_day: string
  first_at: string
  last_at: string
  last_by: string
  made: number
  gaps: number
}

export interface UrgingSetting {
  is_only: Generated<boolean>
  superior_agency: string | null
  issuing_agency: Generated<string>
  notation_agency: Generated<string>
  issuing_agency_slug: Generated<string>
  unit_slug: Generated<string>
  place: Generated<string>
  head_title: Generated<string>
  basis: string
  soon_days: Generated<number>
  reply_days: Generated<number>
  annex_from: Generated<number>
  quiet_from: Generated<string>
  quiet_to: Generated<string>
  officer_roles: Generated<string[]>
  leader_roles: Generated<string[]>
  head_titles: Generated<string[]>
  version: Generated<number>
  changed_at: Generated<string>
  changed_by: Generated<string>
}

export interface WebhooksDelivery {
  delivery_id: GeneratedAlways<number>
  endpoint_id: number
  kind: 'event' | 'test'
  sequence: number | null
  event: string
  audit_id: number | null
  occurred_at: string
  data: Json
  state: Generated<'due' | 'delivering' | 'delivered' | 'givenUp'>
  due_since: Generated<string>
  round_tries: Generated<number>
  next_try_at: Generated<string | null>
  settled_at: string | null
}

export interface WebhooksDeliveryTry {
  delivery_id: number
  try_no: number
  url: string
  signature: string
  began_at: Generated<string>
  ended_at: string | null
  outcome: 'delivered' | 'failed' | 'lost' | null
  status: number | null
  answer: string | null
  error: string | null
}

export interface WebhooksEndpoint {
  endpoint_id: GeneratedAlways<number>
  agency_id: number
  name: string
  url: string
  events: string[]
  state: Generated<'active' | 'paused'>
  paused_because: 'person' | 'failure' | null
  failing_since: string | null
  made_at: string
  made_by: string
  changed_at: string
  changed_by: string
  removed_at: string | null
  version: Generated<number>
}

export interface WebhooksNumbering {
  endpoint_id: number
  last: Generated<number>
}

export interface WebhooksSecret {
  secret_id: GeneratedAlways<number>
  endpoint_id: number
  sealed: Buffer
  made_at: Generated<string>
  ends_at: string | null
}

export interface WorklistsBulkResult {
  bulk_run_id: number
  task_id: number
  version: number | null
  problem: ColumnType<unknown, string | null | undefined, string | null>
}

export interface WorklistsBulkRun {
  bulk_run_id: GeneratedAlways<number>
  user_id: string
  actor: Json
  act: string
  mode: 'all' | 'each'
  items: Json
  total: number
  tried: Generated<number>
  state: Generated<'waiting' | 'running' | 'ended' | 'failed'>
  requested_at: string
  ended_at: string | null
}

export interface WorklistsCalendarAddress {
  calendar_address_id: GeneratedAlways<number>
  sha256: Buffer
  person_id: number
  scope: 'mine' | 'agency'
  agency_id: number | null
  added_at: string
  last_read_at: string | null
  window_at: string | null
  window_reads: Generated<number>
  revoked_at: string | null
}

export interface WorklistsThreshold {
  is_only: Generated<boolean>
  silent_days: number
  soon_days: number
  version: Generated<number>
  changed_at: string
  changed_by: string
}

export interface Database {
  'comments.comment': CommentsComment
  'comments.comment_version': CommentsCommentVersion
  'comments.last_seen': CommentsLastSeen
  'comments.mention': CommentsMention
  'comments.thread': CommentsThread
  'directives.directive': DirectivesDirective
  'directives.distribution': DirectivesDistribution
  'directives.draft': DirectivesDraft
  'directives.label': DirectivesLabel
  'directives.outcome': DirectivesOutcome
  'directives.outcome_count': DirectivesOutcomeCount
  'directives.outside_order': DirectivesOutsideOrder
  'directives.outside_order_task': DirectivesOutsideOrderTask
  'directives.reading': DirectivesReading
  'directives.second_reading': DirectivesSecondReading
  'directives.setting': DirectivesSetting
  'notifications.message': NotificationsMessage
  'notifications.notification': NotificationsNotification
  'notifications.preference': NotificationsPreference
  'oversight.published_report': OversightPublishedReport
  'oversight.report': OversightReport
  'oversight.report_figure': OversightReportFigure
  'oversight.report_kind': OversightReportKind
  'oversight.report_recommendation': OversightReportRecommendation
  'oversight.report_regime': OversightReportRegime
  'oversight.report_scheduled': OversightReportScheduled
  'oversight.report_section': OversightReportSection
  'oversight.report_template': OversightReportTemplate
  'platform.account': PlatformAccount
  'platform.api_token': PlatformApiToken
  'platform.audit': PlatformAudit
  'platform.audit_entry': PlatformAuditEntry
  'platform.audit_seal': PlatformAuditSeal
  'platform.blob': PlatformBlob
  'platform.blob_card': PlatformBlobCard
  'platform.challenge': PlatformChallenge
  'platform.first_code': PlatformFirstCode
  'platform.idempotency': PlatformIdempotency
  'platform.identity': PlatformIdentity
  'platform.invitation': PlatformInvitation
  'platform.known_device': PlatformKnownDevice
  'platform.mail': PlatformMail
  'platform.mail_card': PlatformMailCard
  'platform.mail_notice': PlatformMailNotice
  'platform.mail_try': PlatformMailTry
  'platform.open_invitation': PlatformOpenInvitation
  'platform.passkey': PlatformPasskey
  'platform.rate_limit': PlatformRateLimit
  'platform.recovery_code': PlatformRecoveryCode
  'platform.sealed_entry': PlatformSealedEntry
  'platform.session': PlatformSession
  'platform.session_proof': PlatformSessionProof
  'platform.sign_in_failure': PlatformSignInFailure
  'platform.totp': PlatformTotp
  'platform.user': PlatformUser
  'platform.user_card': PlatformUserCard
  'platform.verification': PlatformVerification
  'programme.annulled_fact': ProgrammeAnnulledFact
  'programme.annulment': ProgrammeAnnulment
  'programme.carried': ProgrammeCarried
  'programme.change': ProgrammeChange
  'programme.detailing_duty': ProgrammeDetailingDuty
  'programme.detailing_issue': ProgrammeDetailingIssue
  'programme.detailing_text': ProgrammeDetailingText
  'programme.due': ProgrammeDue
  'programme.duty_move': ProgrammeDutyMove
  'programme.entry': ProgrammeEntry
  'programme.fact': ProgrammeFact
  'programme.feed': ProgrammeFeed
  'programme.file_requirement': ProgrammeFileRequirement
  'programme.import': ProgrammeImport
  'programme.import_row': ProgrammeImportRow
  'programme.issue': ProgrammeIssue
  'programme.item': ProgrammeItem
  'programme.item_card': ProgrammeItemCard
  'programme.item_party': ProgrammeItemParty
  'programme.item_trace': ProgrammeItemTrace
  'programme.item_version': ProgrammeItemVersion
  'programme.plan_call': ProgrammePlanCall
  'programme.plan_duty': ProgrammePlanDuty
  'programme.plan_duty_card': ProgrammePlanDutyCard
  'programme.plan_issue': ProgrammePlanIssue
  'programme.programme': ProgrammeProgramme
  'programme.promise': ProgrammePromise
  'programme.sitting': ProgrammeSitting
  'programme.step': ProgrammeStep
  'programme.submission': ProgrammeSubmission
  'programme.submission_check': ProgrammeSubmissionCheck
  'programme.submission_check_part': ProgrammeSubmissionCheckPart
  'programme.submission_made': ProgrammeSubmissionMade
  'programme.submission_part': ProgrammeSubmissionPart
  'programme.submission_reason': ProgrammeSubmissionReason
  'programme.working_rule': ProgrammeWorkingRule
  'programme.year_close': ProgrammeYearClose
  'records.archive_rule': RecordsArchiveRule
  'records.case_file': RecordsCaseFile
  'records.case_item': RecordsCaseItem
  'records.case_item_removal': RecordsCaseItemRemoval
  'records.case_remains': RecordsCaseRemains
  'records.clock_rule': RecordsClockRule
  'records.copy': RecordsCopy
  'records.destruction': RecordsDestruction
  'records.destruction_case': RecordsDestructionCase
  'records.document_version': RecordsDocumentVersion
  'records.file_text': RecordsFileText
  'records.hand_over': RecordsHandOver
  'records.hand_over_case': RecordsHandOverCase
  'records.hand_over_file': RecordsHandOverFile
  'records.handling': RecordsHandling
  'records.incoming': RecordsIncoming
  'records.incoming_file': RecordsIncomingFile
  'records.incoming_mail': RecordsIncomingMail
  'records.mail_address': RecordsMailAddress
  'records.nomenclature': RecordsNomenclature
  'records.nomenclature_line': RecordsNomenclatureLine
  'records.note': RecordsNote
  'records.online_target': RecordsOnlineTarget
  'records.outgoing': RecordsOutgoing
  'records.prepared_signing': RecordsPreparedSigning
  'records.recipient': RecordsRecipient
  'records.retention_class': RecordsRetentionClass
  'records.route_step': RecordsRouteStep
  'records.signature_check': RecordsSignatureCheck
  'records.signing': RecordsSigning
  'records.task_answer': RecordsTaskAnswer
  'records.template': RecordsTemplate
  'records.template_text': RecordsTemplateText
  'registry.agency': RegistryAgency
  'registry.agency_alias': RegistryAgencyAlias
  'registry.agency_card': RegistryAgencyCard
  'registry.agency_code': RegistryAgencyCode
  'registry.agency_latest': RegistryAgencyLatest
  'registry.agency_period': RegistryAgencyPeriod
  'registry.agency_spelling': RegistryAgencySpelling
  'registry.api_client': RegistryApiClient
  'registry.book_card': RegistryBookCard
  'registry.book_entry': RegistryBookEntry
  'registry.calendar': RegistryCalendar
  'registry.calendar_year': RegistryCalendarYear
  'registry.client_minute': RegistryClientMinute
  'registry.client_token': RegistryClientToken
  'registry.collective': RegistryCollective
  'registry.day_plan': RegistryDayPlan
  'registry.deputation': RegistryDeputation
  'registry.document_kind': RegistryDocumentKind
  'registry.document_kind_card': RegistryDocumentKindCard
  'registry.document_number': RegistryDocumentNumber
  'registry.document_register': RegistryDocumentRegister
  'registry.following': RegistryFollowing
  'registry.following_card': RegistryFollowingCard
  'registry.holiday_choice': RegistryHolidayChoice
  'registry.person': RegistryPerson
  'registry.person_card': RegistryPersonCard
  'registry.post': RegistryPost
  'registry.register': RegistryRegister
  'registry.register_card': RegistryRegisterCard
  'registry.register_kind': RegistryRegisterKind
  'registry.reset_request': RegistryResetRequest
  'registry.role': RegistryRole
  'registry.signing_identity': RegistrySigningIdentity
  'registry.succession': RegistrySuccession
  'registry.succession_card': RegistrySuccessionCard
  'registry.tour_seen': RegistryTourSeen
  'registry.working_post': RegistryWorkingPost
  'reorganisation.choice': ReorganisationChoice
  'reorganisation.line': ReorganisationLine
  'reorganisation.move': ReorganisationMove
  'reorganisation.reorganisation': ReorganisationReorganisation
  'reorganisation.run': ReorganisationRun
  'taskforce.activity': TaskforceActivity
  'taskforce.area': TaskforceArea
  'taskforce.assessment_method': TaskforceAssessmentMethod
  'taskforce.assessment_weight': TaskforceAssessmentWeight
  'taskforce.day_confirmed': TaskforceDayConfirmed
  'taskforce.decision': TaskforceDecision
  'taskforce.delegate': TaskforceDelegate
  'taskforce.dialogue': TaskforceDialogue
  'taskforce.explanation': TaskforceExplanation
  'taskforce.finding': TaskforceFinding
  'taskforce.finding_card': TaskforceFindingCard
  'taskforce.finding_step': TaskforceFindingStep
  'taskforce.fixed_agency': TaskforceFixedAgency
  'taskforce.fixed_assessment': TaskforceFixedAssessment
  'taskforce.fixed_row': TaskforceFixedRow
  'taskforce.inspection': TaskforceInspection
  'taskforce.inspection_card': TaskforceInspectionCard
  'taskforce.inspection_decision': TaskforceInspectionDecision
  'taskforce.inspection_paper': TaskforceInspectionPaper
  'taskforce.inspection_task': TaskforceInspectionTask
  'taskforce.issue': TaskforceIssue
  'taskforce.member': TaskforceMember
  'taskforce.minutes': TaskforceMinutes
  'taskforce.plan': TaskforcePlan
  'taskforce.question': TaskforceQuestion
  'taskforce.question_sending': TaskforceQuestionSending
  'taskforce.recommendation': TaskforceRecommendation
  'taskforce.recommendation_answer': TaskforceRecommendationAnswer
  'taskforce.recommendation_card': TaskforceRecommendationCard
  'taskforce.task_force': TaskforceTaskForce
  'taskforce.truth_mark': TaskforceTruthMark
  'tasks.amendment': TasksAmendment
  'tasks.collective': TasksCollective
  'tasks.contribution': TasksContribution
  'tasks.contribution_card': TasksContributionCard
  'tasks.deadline': TasksDeadline
  'tasks.evidence': TasksEvidence
  'tasks.evidence_card': TasksEvidenceCard
  'tasks.fact': TasksFact
  'tasks.figure_kept': TasksFigureKept
  'tasks.figure_point': TasksFigurePoint
  'tasks.figure_series': TasksFigureSeries
  'tasks.last_news': TasksLastNews
  'tasks.measurement': TasksMeasurement
  'tasks.measurement_card': TasksMeasurementCard
  'tasks.missed_target': TasksMissedTarget
  'tasks.open_milestone': TasksOpenMilestone
  'tasks.open_task': TasksOpenTask
  'tasks.part_held': TasksPartHeld
  'tasks.party': TasksParty
  'tasks.party_card': TasksPartyCard
  'tasks.period': TasksPeriod
  'tasks.period_card': TasksPeriodCard
  'tasks.period_due': TasksPeriodDue
  'tasks.progress_report': TasksProgressReport
  'tasks.proof_card': TasksProofCard
  'tasks.report_call': TasksReportCall
  'tasks.report_call_card': TasksReportCallCard
  'tasks.report_card': TasksReportCard
  'tasks.request': TasksRequest
  'tasks.request_card': TasksRequestCard
  'tasks.rhythm': TasksRhythm
  'tasks.rhythm_default': TasksRhythmDefault
  'tasks.sight': TasksSight
  'tasks.source_kind': TasksSourceKind
  'tasks.state_fact': TasksStateFact
  'tasks.subtask': TasksSubtask
  'tasks.subtask_audience': TasksSubtaskAudience
  'tasks.subtask_card': TasksSubtaskCard
  'tasks.subtask_report': TasksSubtaskReport
  'tasks.target': TasksTarget
  'tasks.target_card': TasksTargetCard
  'tasks.task': TasksTask
  'tasks.task_audience': TasksTaskAudience
  'tasks.task_card': TasksTaskCard
  'tasks.task_source_card': TasksTaskSourceCard
  'tasks.task_version': TasksTaskVersion
  'tasks.traced_task': TasksTracedTask
  'urging.answer': UrgingAnswer
  'urging.bell_notice': UrgingBellNotice
  'urging.digest': UrgingDigest
  'urging.letter': UrgingLetter
  'urging.letter_task': UrgingLetterTask
  'urging.notice': UrgingNotice
  'urging.rule': UrgingRule
  'urging.run': UrgingRun
  'urging.setting': UrgingSetting
  'webhooks.delivery': WebhooksDelivery
  'webhooks.delivery_try': WebhooksDeliveryTry
  'webhooks.endpoint': WebhooksEndpoint
  'webhooks.numbering': WebhooksNumbering
  'webhooks.secret': WebhooksSecret
  'worklists.bulk_result': WorklistsBulkResult
  'worklists.bulk_run': WorklistsBulkRun
  'worklists.calendar_address': WorklistsCalendarAddress
  'worklists.threshold': WorklistsThreshold
}

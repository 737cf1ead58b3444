import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { DraftContent } from './draft-content.ts'
import { OUTGOING_STATES } from './outgoing-state.ts'
import { STEP_KINDS } from './route.ts'

const strict = { additionalProperties: false } as const
export const Line = words(500)
const Words = words(5000)
export const Kind = Type.String({ maxLength: 10, pattern: '^[A-ZĐ][A-Za-zĐđ]*$' })
export const PURPOSES = ['act', 'report', 'know'] as const

const Recipient = Type.Object({ agencyId: Type.Optional(Id), name: Line, purpose: oneOf(PURPOSES) }, strict)
export type Recipient = Static<typeof Recipient>

export const NewDraft = Type.Object(
  {
    kind: Kind,
    about: Line,
    /** The unit that drafts it; the agency of the actor's post if left out. */
    unitId: Type.Optional(Id),
    templateId: Type.Optional(Id),
    /** The document it answers. */
    replyToId: Type.Optional(Id),
    taskId: Type.Optional(Id),
    signerId: Type.Optional(Id),
    dueOn: Type.Optional(Day),
    isUrgent: Type.Optional(Type.Boolean()),
    /** The document that it corrects or replaces. */
    correctsId: Type.Optional(Id),
    replacesId: Type.Optional(Id),
  },
  strict,
)
export type NewDraft = Static<typeof NewDraft>

export const EditDraft = Type.Object(
  {
    kind: Type.Optional(Kind),
    about: Type.Optional(Line),
    content: Type.Optional(DraftContent),
    recipients: Type.Optional(Type.Array(Recipient, { maxItems: 500 })),
    signerId: Type.Optional(Nullable(Id)),
    dueOn: Type.Optional(Nullable(Day)),
    isUrgent: Type.Optional(Type.Boolean()),
    place: Type.Optional(words(100)),
    /** What was changed in this version. */
    note: Type.Optional(words(1000)),
  },
  strict,
)
export type EditDraft = Static<typeof EditDraft>

const NewStep = Type.Object(
  {
    position: Type.Integer({ minimum: 1, maximum: 50 }),
    kind: oneOf(STEP_KINDS),
    personId: Id,
    dueOn: Type.Optional(Day),
  },
  strict,
)
export const SendDraft = Type.Object(
  { signerId: Id, steps: Type.Array(NewStep, { minItems: 1, maxItems: 50 }), words: Type.Optional(Words) },
  strict,
)
export type SendDraft = Static<typeof SendDraft>
export const Agree = Type.Object({ words: Type.Optional(Words) }, strict)
export type Agree = Static<typeof Agree>
export const Reasoned = Type.Object({ reason: Words }, strict)
export type Reasoned = Static<typeof Reasoned>
export const ReplaceStep = Type.Object({ stepId: Id, personId: Id, reason: Words }, strict)
export type ReplaceStep = Static<typeof ReplaceStep>
/** The PIN of a key that asks for it each time. It is used once and kept nowhere. */
const Pin = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
export const WithPin = Type.Object({ pin: Pin }, strict)
export type WithPin = Static<typeof WithPin>
const Base64 = (description: string, maxLength: number) =>
  Type.String({ minLength: 4, maxLength, pattern: '^[A-Za-z0-9+/]+={0,2}$', description })
export const PreparedOnDevice = Type.Object({
  token: Type.String({ description: 'For the second request; it is kept nowhere' }),
  expiresAt: Instant,
  algorithm: oneOf(['rsa-sha256', 'ecdsa-sha256', 'ecdsa-sha384'] as const),
  hash: Type.String({ description: 'What the device signs, in base64' }),
  signedAttributes: Type.String({ description: 'What the hash is of, in base64, for a device that hashes by itself' }),
  certificate: Type.String({ description: 'The certificate that is expected, DER in base64' }),
})
export type PreparedOnDevice = Static<typeof PreparedOnDevice>
export const FinishOnDevice = Type.Object(
  {
    token: Type.String({ minLength: 20, maxLength: 100 }),
    signature: Base64('The signature of the hash, in base64; of ECDSA as DER', 4_000),
    certificate: Base64('The certificate of the device, DER in base64', 20_000),
  },
  strict,
)
export type FinishOnDevice = Static<typeof FinishOnDevice>
export const SignMany = Type.Object(
  {
    pin: Pin,
    documents: Type.Array(Type.Object({ id: Id, version: Version }, strict), { minItems: 1, maxItems: 100 }),
  },
  strict,
)
export type SignMany = Static<typeof SignMany>
export const SignedMany = Type.Object({
  signed: Type.Array(Type.Object({ id: Id, notation: Type.String() })),
  failed: Type.Array(Type.Object({ id: Id, about: Type.String(), code: Type.String(), message: Type.String() })),
})
export type SignedMany = Static<typeof SignedMany>
export const Signed = Type.Object({ version: Version, notation: Type.String() })
export const SignedOnDevice = Type.Object({ version: Version, notation: Type.Optional(Type.String()) })

/** Kinds of copies: they are numbered like documents, and made of one. */
export const COPY_FORMS = ['SY', 'SL', 'TrS'] as const
export const NewCopy = Type.Object(
  {
    /** SY: full, of an original; SL: full, of a copy; TrS: of a part. */
    form: oneOf(COPY_FORMS),
    /** Of TrS: the words of the original that are wanted, a paragraph on each line. */
    extract: Type.Optional(words(20_000)),
    /** Who gets it, for the book. */
    recipients: Type.Optional(Line),
  },
  strict,
)
export type NewCopy = Static<typeof NewCopy>
export const Copy = Type.Object({
  id: Id,
  form: oneOf(COPY_FORMS),
  notation: Type.String(),
  madeAt: Instant,
  madeBy: Type.String(),
})
export type Copy = Static<typeof Copy>

export const DraftChoices = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      name: Type.String(),
      nameEn: Type.String(),
      /** Null: a letter, whose notation begins with the body. */
      abbreviation: Nullable(Type.String()),
    }),
  ),
  units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** Of the actor's post. */
  unitId: Id,
  signers: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Type.String() })),
})
export type DraftChoices = Static<typeof DraftChoices>
export const PeopleQuery = Type.Object({ words: Type.Optional(Type.String({ maxLength: 200 })) }, strict)
export const PeopleToAsk = Type.Object({
  people: Type.Array(Type.Object({ id: Id, name: Type.String(), title: Type.String(), agencyName: Type.String() })),
})
export type PeopleToAsk = Static<typeof PeopleToAsk>

const Named = Type.Object({ id: Id, name: Type.String() })
export const OutgoingRow = Type.Object({
  id: Id,
  version: Version,
  kind: Type.String(),
  about: Type.String(),
  state: oneOf(OUTGOING_STATES),
  isUrgent: Type.Boolean(),
  unit: Named,
  drafter: Named,
  signer: Nullable(Named),
  notation: Nullable(Type.String()),
  datedOn: Nullable(Day),
  dueOn: Nullable(Day),
  recipients: Type.Integer(),
  isSample: Type.Boolean(),
  /** Of a signed document that waits to be sealed or issued: by when it is issued (Điều 18.1). */
  issueBy: Nullable(Instant),
  changedAt: Instant,
  changedBy: Type.String(),
})
export type OutgoingRow = Static<typeof OutgoingRow>
export const OUTGOING_LISTS = ['mine', 'waiting', 'toSign', 'toSeal', 'toIssue', 'all'] as const
export const OutgoingQuery = Type.Object(
  {
    list: Type.Optional(oneOf(OUTGOING_LISTS)),
    state: Type.Optional(oneOf(OUTGOING_STATES)),
    kind: Type.Optional(Kind),
    year: Type.Optional(Type.Integer({ minimum: 1945, maximum: 9999 })),
    /** Of the number, the subject and the words of the text. */
    words: Type.Optional(Type.String({ maxLength: 200 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
)
export type OutgoingQuery = Static<typeof OutgoingQuery>
export const OutgoingList = Type.Object({ rows: Type.Array(OutgoingRow), nextCursor: Nullable(Type.String()) })

const bookFilter = {
  /** This year if left out. */
  year: Type.Optional(Type.Integer({ minimum: 1945, maximum: 9999 })),
  kind: Type.Optional(Kind),
  /** Of the number, the subject and the recipients. */
  words: Type.Optional(Type.String({ maxLength: 200 })),
}
const Filter = Type.Object(bookFilter, strict)
export type BookFilter = Static<typeof Filter>
export const BOOK_FORMATS = ['pdf', 'xlsx'] as const
export type BookFormat = (typeof BOOK_FORMATS)[number]
export const BookFileQuery = Type.Object({ ...bookFilter, format: oneOf(BOOK_FORMATS) }, strict)
export const BookQuery = Type.Object(
  {
    ...bookFilter,
    cursor: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
)
export type BookQuery = Static<typeof BookQuery>
export const BookRow = Type.Object({
  notation: Type.String(),
  issuedOn: Day,
  /** Null where the number was given before the book was kept here. */
  kindName: Nullable(Type.String()),
  about: Nullable(Type.String()),
  signer: Nullable(Type.String()),
  recipients: Nullable(Type.String()),
  keptBy: Type.String(),
  copies: Nullable(Type.Integer()),
  /** Of an outgoing document; null: a letter that urges, a report, a copy. */
  state: Nullable(oneOf(OUTGOING_STATES)),
  isUrgent: Nullable(Type.Boolean()),
  /** Address in the console of what is read here. */
  to: Nullable(Type.String()),
})
export type BookRow = Static<typeof BookRow>
export const Book = Type.Object({
  year: Type.Integer(),
  rows: Type.Array(BookRow),
  nextCursor: Nullable(Type.String()),
})

export const RouteStep = Type.Object({
  id: Id,
  round: Type.Integer(),
  position: Type.Integer(),
  kind: oneOf(STEP_KINDS),
  person: Named,
  dueOn: Nullable(Day),
  state: Type.String(),
  actedAt: Nullable(Instant),
  actedBy: Nullable(Type.String()),
  words: Nullable(Type.String()),
  versionSeen: Nullable(Type.Integer()),
})
export const NoteLine = Type.Object({
  at: Instant,
  by: Type.String(),
  act: Type.String(),
  words: Nullable(Type.String()),
  versionSeen: Type.Integer(),
})
export const OutgoingDetail = Type.Object({
  ...OutgoingRow.properties,
  /** Null for a recipient, like all of how it was made. */
  drafter: Nullable(Named),
  agency: Named,
  place: Type.String(),
  replyTo: Nullable(Named),
  task: Nullable(Named),
  corrects: Nullable(Named),
  replaces: Nullable(Named),
  followedBy: Type.Array(Type.Object({ id: Id, name: Type.String(), how: oneOf(['corrects', 'replaces'] as const) })),
  round: Type.Integer(),
  content: Nullable(DraftContent),
  versions: Type.Array(
    Type.Object({
      number: Type.Integer(),
      madeAt: Instant,
      madeBy: Type.String(),
      note: Nullable(Type.String()),
      /** It was taken from a DOCX, which is kept. */
      hasFile: Type.Boolean(),
    }),
  ),
  recipientList: Type.Array(Type.Object({ agencyId: Nullable(Id), name: Type.String(), purpose: oneOf(PURPOSES) })),
  steps: Type.Array(RouteStep),
  notes: Type.Array(NoteLine),
  signed: Nullable(
    Type.Object({
      at: Instant,
      name: Type.String(),
      title: Type.String(),
      onBehalfOf: Nullable(Type.String()),
      level: Nullable(Type.String()),
    }),
  ),
  signings: Type.Array(
    Type.Object({
      what: oneOf(['person', 'agency', 'raise'] as const),
      by: Type.String(),
      at: Instant,
      level: Nullable(Type.String()),
      note: Nullable(Type.String()),
    }),
  ),
  copies: Type.Array(Copy),
  sealedAt: Nullable(Instant),
  issuedAt: Nullable(Instant),
  recalled: Nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() })),
  hasFile: Type.Boolean(),
  /** What the actor may do now. */
  acts: Type.Array(Type.String()),
  /** The step that waits for the actor. */
  openStepId: Nullable(Id),
})
export type OutgoingDetail = Static<typeof OutgoingDetail>
export const Differences = Type.Object({
  rows: Type.Array(
    Type.Object({
      kind: oneOf(['same', 'added', 'removed', 'changed'] as const),
      before: Nullable(Type.String()),
      after: Nullable(Type.String()),
    }),
  ),
})
export const OneVersion = Type.Object({ id: Id, number: Type.Integer({ minimum: 1 }) }, strict)
export const TwoVersions = Type.Object({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) }, strict)

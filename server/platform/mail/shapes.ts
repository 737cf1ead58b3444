import { type Static, Type } from 'typebox'
import { MAIL_STATES } from '../mail.ts'
import { Id, Instant, Nullable, oneOf, Version } from '../shapes.ts'

const OUTCOMES = ['accepted', 'refused', 'failed', 'lost'] as const
export const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
const State = oneOf(MAIL_STATES)

export const MailQuery = Type.Object({
  state: Type.Optional(State),
  search: Type.Optional(Type.String({ maxLength: 200, description: 'In receiver, address and subject' })),
  aboutKind: Type.Optional(Type.String({ maxLength: 60 })),
  aboutId: Type.Optional(Type.String({ maxLength: 60 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
})
export type MailQuery = Static<typeof MailQuery>

export const MailRow = Type.Object({
  id: Id,
  state: State,
  toName: Type.String(),
  toAddress: Type.String(),
  subject: Type.String(),
  createdAt: Instant,
  settledAt: Nullable(Instant),
  nextTryAt: Nullable(Instant),
  tries: Type.Integer(),
  answer: Nullable(Type.String({ description: 'The last answer' })),
  maybeTwice: Type.Boolean({
    description: 'Its content went out more than once, under one Message-ID: the receiver may have two copies',
  }),
})
export const MailList = Type.Object({ rows: Type.Array(MailRow), nextCursor: Nullable(Type.String()) })

export const MailTry = Type.Object({
  no: Type.Integer(),
  sender: Type.String(),
  server: Type.String(),
  beganAt: Instant,
  handedOverAt: Nullable(Type.String({ description: 'Just before the first byte of the content' })),
  endedAt: Nullable(Instant),
  outcome: Nullable(oneOf(OUTCOMES)),
  answer: Nullable(Type.String()),
})
export const MailNotice = Type.Object({
  recipient: Type.String(),
  action: oneOf(ACTIONS),
  status: Type.String({ description: 'RFC 3463: 5.1.1' }),
  diagnostic: Nullable(Type.String()),
  reportedBy: Nullable(Type.String()),
  takenAt: Instant,
  takenBy: Type.String(),
})
export const Mail = Type.Object({
  ...MailRow.properties,
  version: Version,
  text: Type.String(),
  html: Type.String(),
  messageId: Nullable(Type.String()),
  datedAt: Nullable(Instant),
  about: Nullable(Type.Object({ kind: Type.String(), id: Type.String() })),
  tryRows: Type.Array(MailTry, { description: 'Every try, first to last' }),
  notices: Type.Array(MailNotice),
})

export const MailStatus = Type.Object({
  counts: Type.Object(
    Object.fromEntries(MAIL_STATES.map((state) => [state, Type.Integer()])) as Record<
      (typeof MAIL_STATES)[number],
      ReturnType<typeof Type.Integer>
    >,
  ),
  server: Nullable(
    Type.Object(
      {
        host: Type.String(),
        port: Type.Integer(),
        security: oneOf(['starttls', 'direct', 'none']),
        signsIn: Type.Boolean(),
        from: Type.String(),
      },
      { description: 'The mail server; null: letters are kept here and not sent' },
    ),
  ),
  lastAccepted: Nullable(Type.String({ description: 'When the server last accepted a message; instant' })),
})

export const NoticePaste = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 1_000_000, description: 'The notice as a file .eml, with its header' }),
})
export const NoticeTaken = Type.Object({
  id: Id,
  action: oneOf(ACTIONS),
  state: State,
  isNew: Type.Boolean({ description: 'False: the same notice was processed before' }),
})
export const MailAdded = Type.Object({ id: Id })

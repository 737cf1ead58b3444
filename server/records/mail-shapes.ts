import { type Static, Type } from 'typebox'
import { Id, Instant, Nullable, Version } from '../platform/shapes.ts'

export const NewMailAddress = Type.Object(
  { address: Type.String({ maxLength: 254, format: 'email', description: 'Such as vanthu@bo.gov.vn' }) },
  { additionalProperties: false },
)
export type NewMailAddress = Static<typeof NewMailAddress>

export const MailAddresses = Type.Object({
  isOpen: Type.Boolean({ description: 'Mail is taken by this installation (MAIL_IN_PORT)' }),
  rows: Type.Array(
    Type.Object({
      id: Id,
      address: Type.String(),
      addedAt: Instant,
      addedBy: Type.String(),
      endedAt: Nullable(Instant),
      endedBy: Nullable(Type.String()),
      version: Version,
    }),
  ),
})
export type MailAddresses = Static<typeof MailAddresses>

/** With which message a document arrived. */
export const ArrivedMail = Type.Object({
  address: Type.String(),
  fromAddress: Type.String({ description: 'As the message says: no proof of who sent it' }),
  fromName: Nullable(Type.String()),
  subject: Nullable(Type.String()),
  words: Nullable(Type.String()),
  refused: Type.Array(Type.Object({ name: Type.String(), reason: Type.String() })),
})
export type ArrivedMail = Static<typeof ArrivedMail>

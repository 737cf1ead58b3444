import { Type } from 'typebox'
import { URGENCIES } from '../platform/landing.ts'
import { Day, Instant, Nullable, oneOf } from '../platform/shapes.ts'

const Words = { vi: Type.String(), en: Type.String() }

export const Landing = Type.Object({
  today: Day,
  rows: Type.Array(
    Type.Object({
      name: Type.String(),
      ...Words,
      count: Type.Integer({ minimum: 1 }),
      urgency: oneOf(URGENCIES),
      to: Type.String({ description: 'Address in the console that opens exactly these rows' }),
    }),
  ),
})

export const Signing = Type.Object({
  rows: Type.Array(
    Type.Object({
      kind: Type.String(),
      ...Words,
      title: Type.String(),
      detail: Nullable(Type.String({ description: 'What it is about: the agency it goes to' })),
      to: Type.String({ description: 'Address in the console, where it is read and signed' }),
      submittedAt: Instant,
      submittedBy: Type.String(),
      isNamed: Type.Boolean({ description: 'Submitted to me by name, or to the holder whose deputy I am' }),
      isUnreached: Type.Boolean({ description: 'Nobody at the agency can be told of it here' }),
      isReplyPassed: Type.Boolean({
        description: 'It asks for an answer by a day that has passed, and cannot be signed',
      }),
    }),
  ),
})

export const SearchQuery = Type.Object(
  {
    words: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Ignores case and diacritics; every word must match',
    }),
  },
  { additionalProperties: false },
)

export const Found = Type.Object({
  groups: Type.Array(
    Type.Object({
      kind: Type.String(),
      ...Words,
      hits: Type.Array(
        Type.Object({
          title: Type.String(),
          detail: Nullable(Type.String()),
          to: Type.String({ description: 'Address in the console' }),
        }),
      ),
      more: Nullable(Type.String({ description: 'Address of the full list, if there are more hits than shown' })),
    }),
  ),
})

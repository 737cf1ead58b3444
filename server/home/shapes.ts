import { type Static, Type } from 'typebox'
import { URGENCIES } from '../platform/landing.ts'
import { MOST_COUNTED, SEARCH_STATES } from '../platform/search-page.ts'
import { Day, Id, Instant, Nullable, oneOf } from '../platform/shapes.ts'

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

const Words200 = Type.String({
  minLength: 1,
  maxLength: 200,
  description: 'Ignores case and diacritics; every word must match, or the number of a document in any spelling',
})

export const SearchQuery = Type.Object({ words: Words200 }, { additionalProperties: false })

const filter = {
  words: Words200,
  agencyId: Type.Optional(Type.Integer({ ...Id, description: 'Whose it is, or who has a part in it' })),
  from: Type.Optional(Type.String({ ...Day, description: 'First day of the period, of the day that the kind names' })),
  to: Type.Optional(Type.String({ ...Day, description: 'Last day of the period' })),
  state: Type.Optional(oneOf(SEARCH_STATES)),
}

export const CountsQuery = Type.Object(filter, { additionalProperties: false })
export type CountsQuery = Static<typeof CountsQuery>

export const PageQuery = Type.Object(
  {
    ...filter,
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  },
  { additionalProperties: false },
)
export type PageQuery = Static<typeof PageQuery>

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

const counted = {
  count: Type.Integer({ minimum: 0, maximum: MOST_COUNTED }),
  isMore: Type.Boolean({ description: `There are more than the ${MOST_COUNTED} counted` }),
}

export const SearchCounts = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      ...Words,
      ...counted,
      best: Nullable(
        Type.Integer({
          description: 'How well the best of them fits the words, 0 the best, as for every kind; null: there are none',
        }),
      ),
      day: Nullable(Type.Object(Words, { description: 'The day that a period asks about; null: it has none' })),
      states: Type.Array(oneOf(SEARCH_STATES)),
      all: Nullable(Type.String({ description: 'Address in the console of the list that has further filters' })),
    }),
  ),
})

const MarkedText = Type.Object({
  text: Type.String(),
  marks: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() }), {
    description: 'What matches the words typed, in UTF-16 units',
  }),
})

export const SearchHits = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Id,
      title: MarkedText,
      detail: Nullable(MarkedText),
      excerpt: Nullable(MarkedText),
      day: Nullable(Day),
      state: oneOf(SEARCH_STATES),
      to: Type.String({ description: 'Address in the console' }),
    }),
  ),
  nextCursor: Nullable(Type.String()),
  ...counted,
})

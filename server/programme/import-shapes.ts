import { type Static, Type } from 'typebox'
import { Day, Id, Month, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { Level, TextKind } from './shapes.ts'

const strict = { additionalProperties: false }
const Problem = Type.Object({ column: Type.String(), code: Type.String(), message: Type.String() })
const Agency = Type.Object({ id: Nullable(Id), name: Type.String() })
const Entry = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  /** The programme that listed it first. */
  programme: Type.String(),
  dueOn: Day,
})
export const ImportRow = Type.Object({
  position: Type.Integer(),
  /** Where it stands in the file: "dòng 12". */
  at: Type.String(),
  name: Type.String(),
  textKind: TextKind,
  leadWords: Type.String(),
  lead: Nullable(Type.Object({ id: Id, name: Type.String() })),
  leadOutcome: oneOf(['certain', 'likely', 'unsure', 'collective', 'unknown', 'chosen'] as const),
  candidates: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  coordinating: Type.Array(Agency),
  levelWords: Type.String(),
  level: Nullable(Level),
  termWords: Type.String(),
  month: Nullable(Day),
  day: Nullable(Day),
  dueOn: Nullable(Day),
  inCharge: Nullable(Type.String()),
  note: Nullable(Type.String()),
  isDropped: Type.Boolean(),
  /** The entry of another programme that it is: chosen, or of the same name and lead and due in the period. */
  entry: Nullable(Entry),
  /** Others it may be. */
  alike: Type.Array(Entry),
  /** It was decided to be none of them. */
  isNew: Type.Boolean(),
  /** What must be put right, or the row dropped, before the annex is added. */
  problems: Type.Array(Problem),
})
export type ImportRow = Static<typeof ImportRow>
export const Import = Type.Object({
  id: Id,
  programmeId: Id,
  programmeTitle: Type.String(),
  actOn: Day,
  state: oneOf(['review', 'confirmed', 'dropped'] as const),
  fileName: Type.String(),
  version: Version,
  madeBy: Type.String(),
  /** Heads of the columns that were recognised, by what they hold. */
  heads: Type.Record(Type.String(), Type.String()),
  /** Tables of the file that hold no entries, each with its place and why. */
  unread: Type.Array(Type.String()),
  rows: Type.Array(ImportRow),
  /** Rows that become entries, and rows that are entries already and are listed once more. */
  toAdd: Type.Integer(),
  toList: Type.Integer(),
  withProblems: Type.Integer(),
})
export type Import = Static<typeof Import>
export const NewImport = Type.Object({ programmeId: Id }, strict)
export const EditRow = Type.Object(
  {
    name: Type.Optional(words(2000)),
    textKind: Type.Optional(TextKind),
    leadAgencyId: Type.Optional(Id),
    level: Type.Optional(Level),
    month: Type.Optional(Month),
    day: Type.Optional(Day),
    inCharge: Type.Optional(Nullable(words(200))),
    isDropped: Type.Optional(Type.Boolean()),
    /** The entry that it is; null: as found again. */
    itemId: Type.Optional(Nullable(Id)),
    /** None of the entries of other programmes. */
    isNew: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type EditRow = Static<typeof EditRow>
export const FillLevel = Type.Object({ level: Level }, strict)
export const RowParams = Type.Object({ id: Id, position: Type.Integer({ minimum: 1, maximum: 10_000 }) })
export const Confirmed = Type.Object({ version: Version, added: Type.Integer(), listed: Type.Integer() })

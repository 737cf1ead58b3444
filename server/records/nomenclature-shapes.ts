import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, oneOf, Version, words } from '../platform/shapes.ts'
import { Line, mayOf, Named, strict, Text, Year } from './case-shapes.ts'

const STATES = ['draft', 'issued'] as const
export const NOMENCLATURE_ACTS = ['edit', 'issue', 'carryOver'] as const
export const NewNomenclature = Type.Object({ year: Year }, strict)
export type NewNomenclature = Static<typeof NewNomenclature>
/** The lines of a draft in their order, all of them. */
export const SetLines = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          heading: Type.Optional(Line),
          code: words(40),
          title: Line,
          retentionClassId: Id,
          unitId: Id,
          keeperId: Type.Optional(Id),
          carriedFromId: Type.Optional(Id),
        },
        strict,
      ),
      { maxItems: 2000 },
    ),
  },
  strict,
)
export type SetLines = Static<typeof SetLines>
export const IssueNomenclature = Type.Object({ number: words(60), issuedOn: Day }, strict)
export type IssueNomenclature = Static<typeof IssueNomenclature>

export const NomenclatureRow = Type.Object({
  id: Id,
  version: Version,
  year: Type.Integer(),
  state: oneOf(STATES),
  agency: Named,
  number: Text,
  issuedOn: Nullable(Day),
  lines: Type.Integer(),
  may: mayOf(NOMENCLATURE_ACTS),
})
export type NomenclatureRow = Static<typeof NomenclatureRow>
export const NomenclatureList = Type.Object({ rows: Type.Array(NomenclatureRow), mayAdd: Type.Boolean() })
export type NomenclatureList = Static<typeof NomenclatureList>
export const NomenclatureLine = Type.Object({
  id: Id,
  position: Type.Integer(),
  heading: Text,
  code: Type.String(),
  title: Type.String(),
  retention: Type.Object({ id: Id, name: Type.String(), years: Nullable(Type.Integer()) }),
  unit: Named,
  keeper: Nullable(Named),
  carriedFromId: Nullable(Id),
  /** The cases that were opened from it. */
  cases: Type.Integer(),
  /** Whether the reader may open a case from it. */
  mayOpen: Type.Boolean(),
})
export type NomenclatureLine = Static<typeof NomenclatureLine>
export const Nomenclature = Type.Object({ ...NomenclatureRow.properties, contents: Type.Array(NomenclatureLine) })
export type Nomenclature = Static<typeof Nomenclature>
export const FileQuery = Type.Object({ format: oneOf(['pdf', 'xlsx'] as const) }, strict)
export type FileQuery = Static<typeof FileQuery>

import { type Static, Type } from 'typebox'
import { Id, Nullable } from '../platform/shapes.ts'
import { AddPerson, Invitation } from './person-shapes.ts'

/** People invited in one act, and rows of a sheet. */
export const MOST_PEOPLE = 300

/** A row of a sheet as it would be invited, or what is wrong with it: the cell and what to do. */
export const PeopleSheetRow = Type.Object({
  place: Type.Integer({ description: 'Number of the row in the sheet' }),
  fullName: Type.String(),
  email: Type.String(),
  agency: Type.String(),
  role: Type.String(),
  title: Type.String(),
  /** Null if anything is wrong. */
  person: Nullable(AddPerson),
  errors: Type.Array(Type.Object({ cell: Type.String(), message: Type.String() })),
})
export type PeopleSheetRow = Static<typeof PeopleSheetRow>
export const PeopleSheet = Type.Object({ rows: Type.Array(PeopleSheetRow) })
export type PeopleSheet = Static<typeof PeopleSheet>

export const AddPeople = Type.Object({ people: Type.Array(AddPerson, { minItems: 1, maxItems: MOST_PEOPLE }) })
export type AddPeople = Static<typeof AddPeople>
export const AddedPeople = Type.Object({
  people: Type.Array(
    Type.Object({
      id: Id,
      fullName: Type.String(),
      email: Type.String(),
      /** Null where the same request was answered before: links are kept nowhere. */
      invitation: Nullable(Invitation),
    }),
  ),
})
export type AddedPeople = Static<typeof AddedPeople>

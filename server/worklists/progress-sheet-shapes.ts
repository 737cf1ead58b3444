import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { ReportProgress, State } from '../tasks/index.ts'

/** A cell by its address: "F7" of a sheet. */
export const CellError = Type.Object({ sheet: Type.String(), cell: Type.String(), message: Type.String() })
export type CellError = Static<typeof CellError>

export const SheetRow = Type.Object({
  id: Id,
  code: Type.String(),
  title: Type.String(),
  /** The current version of the task: the report is sent on it, also in a conflict. */
  version: Version,
  /** The report that the row becomes (`POST /api/tasks/bulk`, act `report`, as `body` of the item). */
  report: ReportProgress,
  /** The cells that were changed since the sheet was downloaded. */
  changes: Type.Array(
    Type.Object({
      sheet: Type.String(),
      cell: Type.String(),
      field: oneOf(['percent', 'body', 'obstacles', 'proposals', 'measured'] as const),
      name: Nullable(Type.String()),
      before: Nullable(Type.String()),
      after: Type.String(),
    }),
  ),
  /** Set if the task has changed since: its current state, and who changed it. */
  conflict: Nullable(
    Type.Object({
      changedBy: Type.String(),
      changedAt: Instant,
      state: State,
      percent: Type.Integer(),
      dueOn: Nullable(Day),
      /** The latest report, where there is one. */
      body: Nullable(Type.String()),
    }),
  ),
  /** Why the report cannot be sent at all. */
  refusal: Nullable(Type.String()),
})
export type SheetRow = Static<typeof SheetRow>

export const SheetPreview = Type.Object({
  rows: Type.Array(SheetRow),
  errors: Type.Array(CellError),
  /** Rows in which nothing was changed. */
  unchanged: Type.Integer(),
})
export type SheetPreview = Static<typeof SheetPreview>

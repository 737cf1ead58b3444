import { type Static, Type } from 'typebox'
import { Day, Id, Instant, Nullable, oneOf, Version } from '../platform/shapes.ts'
import { ReportProgress, State } from '../tasks/index.ts'

/** A cell as its owner finds it: "F7" of a sheet. */
export const CellError = Type.Object({ sheet: Type.String(), cell: Type.String(), message: Type.String() })
export type CellError = Static<typeof CellError>

export const SheetRow = Type.Object({
  id: Id,
  code: Type.String(),
  title: Type.String(),
  /** As the task now stands: what the report is sent on, also over a conflict. */
  version: Version,
  /** What the row says, as the report it becomes (`POST /api/tasks/bulk`, act `report`, as `body` of the item). */
  report: ReportProgress,
  /** The cells that were changed since the sheet was taken out. */
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
  /** The task was changed since: how it stands now, by whom. */
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
  /** Why the report cannot be given at all. */
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

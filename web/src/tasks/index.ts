/** What features above tasks use. */
export { actOnMany, type BulkResult } from './bulk.ts'
export { BulkBar } from './bulk-bar.tsx'
export { Refusals } from './bulk-result.tsx'
export { refreshTasks, taskKeys } from './keys.ts'
export type { SourceKind } from './source-kind.ts'

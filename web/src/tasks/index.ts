/** What features above tasks use of them: worklists. */
export { actOnMany, type BulkResult } from './bulk.ts'
export { BulkBar } from './bulk-bar.tsx'
export { Refusals } from './bulk-result.tsx'

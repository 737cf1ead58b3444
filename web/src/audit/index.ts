/** What features above audit use. */
export { auditKey } from './queries.ts'

/** What features above the log use of it. */
export { auditKey } from './queries.ts'

import type { Database } from '../platform/db.ts'

export type OversightDb = Pick<Database, 'oversight.report'>

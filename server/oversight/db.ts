import type { Database } from '../platform/db.ts'

/** The tables of this room. It reads tasks and people through their `index.ts` and published views. */
export type OversightDb = Pick<Database, 'oversight.report' | 'registry.person_card'>

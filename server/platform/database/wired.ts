import { PostgresAdapter, PostgresDialect, type PostgresDialectConfig, type QueryExecutorProvider } from 'kysely'
import type { AuditWiring } from '../audit/wiring.ts'

/**
 * PostgreSQL with the audit wiring of the application that opened the database. Kysely shares the adapter between a
 * database and every handle and transaction made from it, and no query passes through it: finding the wiring costs two
 * property reads and no query.
 */
export class WiredDialect extends PostgresDialect {
  readonly #audit: AuditWiring

  constructor(config: PostgresDialectConfig, audit: AuditWiring) {
    super(config)
    this.#audit = audit
  }

  override createAdapter(): WiredAdapter {
    return new WiredAdapter(this.#audit)
  }
}

class WiredAdapter extends PostgresAdapter {
  readonly audit: AuditWiring

  constructor(audit: AuditWiring) {
    super()
    this.audit = audit
  }
}

/**
 * The wiring that a handle's database was opened with. Throws if it was opened with none: nothing can be recorded
 * there.
 */
export function auditWiringOf(db: QueryExecutorProvider): AuditWiring {
  const { adapter } = db.getExecutor()
  if (adapter instanceof WiredAdapter) return adapter.audit
  throw new Error('this database was opened without audit wiring, so nothing can be recorded through it')
}

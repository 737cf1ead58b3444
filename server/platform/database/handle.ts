import type { QueryExecutorProvider } from 'kysely'

/** Any handle, any transaction, whatever tables it was narrowed to: what the door of a room accepts from its callers. */
export type AnyHandle = QueryExecutorProvider
export type AnyTransaction = QueryExecutorProvider & { readonly isTransaction: true }

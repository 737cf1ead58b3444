import type { Database, Db, Transaction } from '../db.ts'

type AccountTables =
  | 'platform.account'
  | 'platform.api_token'
  | 'platform.challenge'
  | 'platform.identity'
  | 'platform.known_device'
  | 'platform.passkey'
  | 'platform.recovery_code'
  | 'platform.session'
  | 'platform.session_proof'
  | 'platform.totp'
  | 'platform.user'

/** The tables with which a user proves who they are. */
export type AccountDb = Pick<Database, AccountTables>
export type AccountTransaction = Transaction<AccountDb>
export type { Db }

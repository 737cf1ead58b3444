import { Forbidden } from './errors.ts'

/**
 * The parts of the product that a personal API token may be created for. Each room says which of them the tags of its
 * routes belong to; `home` is what draws from all rooms: first page, notifications, search.
 */
export const TOKEN_SCOPES = [
  'home',
  'tasks',
  'directives',
  'urging',
  'oversight',
  'records',
  'registry',
  'people',
  'administration',
] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** The scope of each tag of the API. */
export type ScopesOfTags = Readonly<Record<string, TokenScope>>

/** What any token may ask: who it belongs to, how the server is. */
const ALWAYS: readonly string[] = ['sign-in', 'system']

/**
 * Throws 403 `token.scope` if a token for `scopes` (null: for everything its user may do) is used on a route with the
 * tag of another. A tag that belongs to no scope, such as that of the account itself, is closed to every token that has
 * scopes.
 */
export function demandTokenScope(scopes: readonly string[] | null, tag: string | undefined, of: ScopesOfTags): void {
  if (scopes === null || (tag !== undefined && ALWAYS.includes(tag))) return
  const needed = tag === undefined ? undefined : of[tag]
  if (needed !== undefined && scopes.includes(needed)) return
  throw new Forbidden(
    'token.scope',
    needed === undefined
      ? 'Mã API không dùng được ở đây. Hãy làm việc này khi đăng nhập bằng trình duyệt.'
      : `Mã API này không có phạm vi ${needed}. Hãy tạo mã có phạm vi đó ở trang Tài khoản.`,
  )
}

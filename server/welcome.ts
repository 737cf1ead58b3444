import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CODE_HOURS } from './platform/account/first-code.ts'
import type { Config } from './platform/config.ts'
import { say } from './terminal.ts'

/** An invented person of the sample data, as `dataDir/sample-accounts.json` lists them. */
export interface SampleAccount {
  name: string
  /** Role and agency: "Chuyên viên theo dõi, Văn phòng Chính phủ". */
  post: string
  email: string
  password: string
  /** For API clients: `Authorization: Bearer …`. */
  token: string
}

export function accountsFile(dataDir: string): string {
  return join(dataDir, 'sample-accounts.json')
}

/** The console page where the first administrator is created. */
const FIRST_PAGE = '/thiet-lap-ban-dau'

/**
 * What a user needs to begin: the address, the sample accounts if there are any, the code for the first administrator
 * if there is no user yet, and how to stop.
 */
export function welcome(address: string, { dataDir, origin }: Config, firstCode?: string): string {
  const path = accountsFile(dataDir)
  const accounts = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SampleAccount[]) : []
  const width = Math.max(0, ...accounts.map(({ email }) => email.length))
  return [
    '',
    say({ vi: `Điều Hành đang chạy tại ${address}`, en: `Điều Hành is running at ${address}` }),
    ...(accounts.length > 0
      ? [
          '',
          say({ vi: `Tài khoản mẫu (mã API ở ${path}):`, en: `Sample accounts (API tokens in ${path}):` }),
          ...accounts.map(
            ({ email, password, name, post }) => `  ${email.padEnd(width)}  ${password}  ${name}, ${post}`,
          ),
        ]
      : []),
    ...(firstCode === undefined
      ? []
      : [
          '',
          say({
            vi: `Chưa có người dùng nào. Tạo quản trị viên đầu tiên tại ${origin}${FIRST_PAGE}`,
            en: `There is no user yet. Create the first administrator at ${origin}${FIRST_PAGE}`,
          }),
          say({
            vi: `bằng mã dùng một lần (trong ${CODE_HOURS} giờ):  ${firstCode}`,
            en: `with this one-time code (good for ${CODE_HOURS} hours):  ${firstCode}`,
          }),
        ]),
    '',
    say({ vi: 'Nhấn Ctrl-C để dừng.', en: 'Press Ctrl-C to stop.' }),
  ].join('\n')
}

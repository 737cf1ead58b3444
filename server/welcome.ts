import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './terminal.ts'

/** An invented person of the sample data, as `dataDir/sample-accounts.json` lists them. */
export interface SampleAccount {
  name: string
  /** What they are and where: "Chuyên viên theo dõi, Văn phòng Chính phủ". */
  post: string
  email: string
  password: string
  /** For programs: `Authorization: Bearer …`. */
  token: string
}

export function accountsFile(dataDir: string): string {
  return join(dataDir, 'sample-accounts.json')
}

/** What a person needs to begin: the address, the sample accounts where there are any, how to stop. */
export function welcome(address: string, dataDir: string): string {
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
    '',
    say({ vi: 'Nhấn Ctrl-C để dừng.', en: 'Press Ctrl-C to stop.' }),
  ].join('\n')
}

import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { type Role, systemActor } from '../platform/actor.ts'
import { addUser } from '../platform/auth.ts'
import type { AnyTransaction } from '../platform/db.ts'
import { issueToken } from '../platform/token.ts'
import { addPerson, resolveAgency } from '../registry/index.ts'
import { accountsFile, type SampleAccount } from '../welcome.ts'

interface Invented {
  username: string
  name: string
  title: string
  role: Role
  /** The body's name of today. */
  body: string
}

/** Invented people; their addresses are under a domain that can never exist (RFC 2606). */
const PEOPLE: readonly Invented[] = [
  {
    username: 'quantri',
    name: 'Nguyễn An Mẫu',
    title: 'Quản trị hệ thống',
    role: 'administrator',
    body: 'Văn phòng Chính phủ',
  },
  {
    username: 'theodoi',
    name: 'Trần Bình Mẫu',
    title: 'Chuyên viên theo dõi',
    role: 'followUp',
    body: 'Văn phòng Chính phủ',
  },
  {
    username: 'tocongtac',
    name: 'Lê Chi Mẫu',
    title: 'Thành viên',
    role: 'taskForce',
    body: 'Tổ công tác của Thủ tướng Chính phủ',
  },
  {
    username: 'botaichinh',
    name: 'Phạm Dung Mẫu',
    title: 'Đầu mối theo dõi nhiệm vụ',
    role: 'officer',
    body: 'Bộ Tài chính',
  },
  { username: 'boyte', name: 'Hoàng Giang Mẫu', title: 'Đầu mối theo dõi nhiệm vụ', role: 'officer', body: 'Bộ Y tế' },
  {
    username: 'quangninh',
    name: 'Vũ Hà Mẫu',
    title: 'Đầu mối theo dõi nhiệm vụ',
    role: 'officer',
    body: 'Ủy ban nhân dân tỉnh Quảng Ninh',
  },
]

export const FOLLOW_UP_EMAIL = addressOf('theodoi')

function addressOf(username: string): string {
  return `${username}@mau.example`
}

/**
 * Adds the sample people with a password and an API token each, random for this installation, and writes them to the data
 * directory before the transaction ends: nobody could sign in with passwords that were lost. Answers the accounts.
 */
export async function addAccounts(trx: AnyTransaction, dataDir: string, today: string): Promise<SampleAccount[]> {
  const accounts: SampleAccount[] = []
  for (const { username, name, title, role, body } of PEOPLE) {
    const { agency } = await resolveAgency(trx, body, today)
    if (agency === null) throw new Error(`the registry does not know ${body}`)
    const email = addressOf(username)
    const password = inventPassword()
    const userId = await addUser(trx, { name, email, username, password })
    const post = { userId, fullName: name, agencyId: agency.id, role, title, from: '2020-01-01', isSample: true }
    await addPerson(trx, systemActor('dữ liệu mẫu'), post)
    const token = await issueToken(trx, userId, 'Mã API mẫu')
    accounts.push({ name, post: `${title}, ${agency.name}`, email, password, token })
  }
  keepAccounts(dataDir, accounts)
  return accounts
}

/** Without letters and digits that are taken for each other. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four of 31 signs: 79 bits. */
function inventPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

/** Where the accounts stand while the sample is being loaded: the file is there only then, or after a load cut off. */
function unfinishedFile(dataDir: string): string {
  return `${accountsFile(dataDir)}.part`
}

/** Whether a load was cut off, so that part of the sample may be missing. */
export function isCutOff(dataDir: string): boolean {
  return existsSync(unfinishedFile(dataDir))
}

/** For the owner's eyes alone. */
function keepAccounts(dataDir: string, accounts: readonly SampleAccount[]): void {
  const path = unfinishedFile(dataDir)
  rmSync(path, { force: true })
  writeFileSync(path, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
}

/** All is loaded: the accounts go under the name under which they are looked for. */
export function finishAccounts(dataDir: string): void {
  if (isCutOff(dataDir)) renameSync(unfinishedFile(dataDir), accountsFile(dataDir))
}

/** The accounts as written when they were made; none where the file is gone. */
export function keptAccounts(dataDir: string): SampleAccount[] {
  const path = [unfinishedFile(dataDir), accountsFile(dataDir)].find((one) => existsSync(one))
  return path === undefined ? [] : (JSON.parse(readFileSync(path, 'utf8')) as SampleAccount[])
}

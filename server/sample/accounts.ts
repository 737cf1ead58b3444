import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { type Role, systemActor } from '../platform/actor.ts'
import { addUser } from '../platform/auth.ts'
import { dayInVietnam } from '../platform/calendar.ts'

import type { AnyTransaction } from '../platform/db.ts'
import { issueToken } from '../platform/token.ts'
import { addPerson, follow, seeTour } from '../registry/index.ts'
import { accountsFile, type SampleAccount } from '../welcome.ts'

interface Invented {
  username: string
  name: string
  title: string
  role: Role
  /** Slug of the agency, which does not depend on the day. */
  agencySlug: string
}

/** Agencies of 2021 and of today that the sample's member of the Task Force follows: eight ministries, six provinces. */
const FOLLOWED = [
  'bo-tai-chinh',
  'bo-y-te',
  'bo-cong-thuong',
  'bo-tu-phap',
  'bo-xay-dung',
  'bo-ngoai-giao',
  'bo-cong-an',
  'bo-quoc-phong',
  'ubnd-quang-ninh',
  'ubnd-ha-noi',
  'ubnd-hai-phong',
  'ubnd-can-tho',
  'ubnd-thanh-hoa',
  'ubnd-nghe-an',
]

/** Agencies of 2021 that the member followed until a reorganisation ended them: who followed them follows their successors. */
const FOLLOWED_ONCE = ['bo-ke-hoach-va-dau-tu', 'ubnd-hai-duong']

/** Provinces that one of the sample's two follow-up officers follows; the other follows none, and starts with all. */
const PROVINCES = FOLLOWED.filter((slug) => slug.startsWith('ubnd-'))

/** First day of all posts and followings. */
const SINCE = '2020-01-01'

/** Invented people; their addresses are under a domain that can never exist (RFC 2606). */
const PEOPLE: readonly Invented[] = [
  ['quantri', 'Nguyễn An Mẫu', 'Quản trị hệ thống', 'administrator', 'van-phong-chinh-phu'],
  ['theodoi', 'Trần Bình Mẫu', 'Chuyên viên theo dõi', 'followUp', 'van-phong-chinh-phu'],
  ['tocongtac', 'Lê Chi Mẫu', 'Thành viên', 'taskForce', 'to-cong-tac-cua-thu-tuong-chinh-phu'],
  ['botaichinh', 'Phạm Dung Mẫu', 'Đầu mối theo dõi nhiệm vụ', 'focalPoint', 'bo-tai-chinh'],
  ['boyte', 'Hoàng Giang Mẫu', 'Đầu mối theo dõi nhiệm vụ', 'officer', 'bo-y-te'],
  ['quangninh', 'Vũ Hà Mẫu', 'Đầu mối theo dõi nhiệm vụ', 'officer', 'ubnd-quang-ninh'],
  ['lanhdao', 'Đặng Khoa Mẫu', 'Phó Chủ nhiệm', 'followUpLeader', 'van-phong-chinh-phu'],
  ['lanhdaobtc', 'Bùi Lan Mẫu', 'Thứ trưởng', 'leader', 'bo-tai-chinh'],
  ['cucthue', 'Đỗ Minh Mẫu', 'Chuyên viên', 'officer', 'btc-co-quan-thue'],
  ['kiemtra', 'Ngô Nga Mẫu', 'Thanh tra viên', 'auditor', 'van-phong-chinh-phu'],
  ['totruong', 'Dương Phúc Mẫu', 'Tổ trưởng', 'taskForceHead', 'to-cong-tac-cua-thu-tuong-chinh-phu'],
  ['diaphuong', 'Lý Quỳnh Mẫu', 'Chuyên viên theo dõi địa phương', 'followUp', 'van-phong-chinh-phu'],
  ['vanthu', 'Mai Sâm Mẫu', 'Văn thư', 'clerk', 'van-phong-chinh-phu'],
  ['vanthubtc', 'Cao Thoa Mẫu', 'Văn thư Bộ', 'clerk', 'bo-tai-chinh'],
  ['thutruongbtc', 'Quách Tuệ Mẫu', 'Thứ trưởng', 'leader', 'bo-tai-chinh'],
  ['chanhvpbtc', 'Đinh Uy Mẫu', 'Chánh Văn phòng', 'leader', 'btc-van-phong'],
  ['soanthaobtc', 'Trịnh Vân Mẫu', 'Chuyên viên', 'officer', 'btc-van-phong'],
  ['thamdinhbtc', 'Ông Ích Mẫu', 'Chuyên viên chính', 'officer', 'btc-van-phong'],
  ['vanthubyt', 'Tạ Xuyến Mẫu', 'Văn thư Bộ', 'clerk', 'bo-y-te'],
  ['lanhdaobyt', 'Lương Yên Mẫu', 'Thứ trưởng', 'leader', 'bo-y-te'],
  ['chanhvpbyt', 'Phùng Bách Mẫu', 'Chánh Văn phòng', 'leader', 'byt-van-phong'],
  ['soanthaobyt', 'Hồ Châu Mẫu', 'Chuyên viên', 'officer', 'byt-van-phong'],
  ['vanthuqn', 'Kiều Diệp Mẫu', 'Văn thư', 'clerk', 'ubnd-quang-ninh'],
  ['lanhdaoqn', 'Tô Đạt Mẫu', 'Phó Chủ tịch', 'leader', 'ubnd-quang-ninh'],
  ['chanhvpqn', 'La Ngân Mẫu', 'Chánh Văn phòng', 'leader', 'qn-van-phong'],
  ['soanthaoqn', 'Giang Phong Mẫu', 'Chuyên viên', 'officer', 'qn-van-phong'],
].map(([username, name, title, role, agencySlug]) => ({ username, name, title, role, agencySlug }) as Invented)

/** Any version of the tour. */
const TOUR = 1000

export const FOLLOW_UP_EMAIL = addressOf('theodoi')

function addressOf(username: string): string {
  return `${username}@mau.example`
}

/**
 * Adds the sample people with a password and an API token each, random for this installation, and writes them to the data
 * directory before the transaction ends, because no one could sign in with lost passwords. Returns the accounts.
 */
export async function addAccounts(
  trx: AnyTransaction,
  dataDir: string,
  now: Temporal.Instant,
): Promise<SampleAccount[]> {
  const today = dayInVietnam(now)
  const accounts: SampleAccount[] = []
  await addUnits(trx)
  // Together: what takes its time is deriving keys from the passwords.
  const users = await Promise.all(
    PEOPLE.map(async ({ username, name }) => {
      const user = { name, email: addressOf(username), username, password: inventPassword() }
      return { ...user, userId: await addUser(trx, user) }
    }),
  )
  for (const [place, { username, name, title, role, agencySlug }] of PEOPLE.entries()) {
    const agency = await agencyOf(trx, agencySlug, today)
    const { userId, email, password } = users[place]!
    const post = { userId, fullName: name, agencyId: agency.id, role, title, from: SINCE, isSample: true }
    const personId = await addPerson(trx, systemActor('dữ liệu mẫu'), post)
    // Who tries the sample, and every story of the browser tests, starts without the tour; help starts it.
    await seeTour(trx, personId, TOUR, now)
    if (role === 'taskForce') await follow(trx, personId, [...FOLLOWED, ...FOLLOWED_ONCE], SINCE)
    if (username === 'diaphuong') await follow(trx, personId, PROVINCES, SINCE)
    const token = await issueToken(trx, userId, 'Mã API mẫu')
    accounts.push({ name, post: `${title}, ${agency.name}`, email, password, token })
  }
  keepAccounts(dataDir, accounts)
  return accounts
}

/** Units of the bodies whose people are in the sample; the reference data has none of them. With their names on each day. */
async function addUnits(trx: AnyTransaction): Promise<void> {
  await sql`
    with named (body, slug, valid, name, name_en, abbreviation, position) as (values
      ('bo-tai-chinh', 'btc-co-quan-thue', '[2016-04-01,2025-03-01)'::daterange, 'Tổng cục Thuế', 'General Department of Taxation', 'TCT', 340),
      ('bo-tai-chinh', 'btc-co-quan-thue', '[2025-03-01,)', 'Cục Thuế', 'Department of Taxation', 'CT', 340),
      ('bo-tai-chinh', 'btc-van-phong', '[2016-04-01,)', 'Văn phòng Bộ Tài chính', 'Office of the Ministry of Finance', 'VP', 341),
      ('bo-y-te', 'byt-van-phong', '[2016-04-01,)', 'Văn phòng Bộ Y tế', 'Office of the Ministry of Health', 'VP', 342),
      ('ubnd-quang-ninh', 'qn-van-phong', '[2016-04-01,)', 'Văn phòng Ủy ban nhân dân tỉnh Quảng Ninh', 'Office of the People’s Committee of Quảng Ninh', 'VP', 343)),
    made as (
      insert into registry.agency (slug) select distinct slug from named on conflict (slug) do nothing returning agency_id, slug)
    insert into registry.agency_period (agency_id, valid, name, name_en, abbreviation, kind, parent_id, position, source, confidence)
    select made.agency_id, n.valid, n.name, n.name_en, n.abbreviation, 'unit', b.agency_id, n.position, 'Dữ liệu mẫu', 'memory'
    from made join named n using (slug) join registry.agency b on b.slug = n.body`.execute(trx)
}

async function agencyOf(trx: AnyTransaction, slug: string, today: string): Promise<{ id: number; name: string }> {
  const { rows } = await sql<{ id: number; name: string }>`
    select c.agency_id as id, c.name from registry.agency_card c where c.slug = ${slug} and c.valid @> ${today}::date`.execute(
    trx,
  )
  if (!rows[0]) throw new Error(`the registry has no ${slug} on ${today}`)
  return rows[0]
}

/** Without letters and digits that are easily confused. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Four groups of four of 31 characters: 79 bits. */
function inventPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

/** The file of the accounts during a load. It exists only then, or after an interrupted load. */
function unfinishedFile(dataDir: string): string {
  return `${accountsFile(dataDir)}.part`
}

/** Whether a load was interrupted, so that part of the sample may be missing. */
export function isCutOff(dataDir: string): boolean {
  return existsSync(unfinishedFile(dataDir))
}

/** Readable by the owner only. */
function keepAccounts(dataDir: string, accounts: readonly SampleAccount[]): void {
  const path = unfinishedFile(dataDir)
  rmSync(path, { force: true })
  writeFileSync(path, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
}

/** Everything is loaded: renames the accounts file to its final name. */
export function finishAccounts(dataDir: string): void {
  if (isCutOff(dataDir)) renameSync(unfinishedFile(dataDir), accountsFile(dataDir))
}

/** The accounts as written when they were created; none if the file is gone. */
export function keptAccounts(dataDir: string): SampleAccount[] {
  const path = [unfinishedFile(dataDir), accountsFile(dataDir)].find((one) => existsSync(one))
  return path === undefined ? [] : (JSON.parse(readFileSync(path, 'utf8')) as SampleAccount[])
}

import { systemActor } from '../platform/actor.ts'
import { formatNumber, todayInVietnam } from '../platform/calendar.ts'
import type { SampleScale } from '../platform/config.ts'
import { auditWiringOf } from '../platform/database/wired.ts'
import type { AnyTransaction } from '../platform/db.ts'
import type { Deps } from '../platform/room.ts'
import { assignArchive } from '../tasks/index.ts'
import type { SampleAccount } from '../welcome.ts'
import { addAccounts, FOLLOW_UP_EMAIL, finishAccounts, keptAccounts } from './accounts.ts'
import { agenciesOf2021 } from './agencies.ts'
import { workAtDesk } from './desk.ts'
import { importDirectives } from './directives.ts'
import { urgeByLetters } from './letters.ts'
import { nationalRegister } from './national.ts'
import { orderByMouth } from './outside-order.ts'
import { planProgramme, taskOfEntry } from './programme.ts'
import { type BookSize, keepBooks, receiveDocuments } from './records/books.ts'
import { setReportDays } from './report-days.ts'
import { writeReports } from './reports.ts'
import { talkAboutTasks } from './talk.ts'
import { measureTargets } from './targets.ts'
import { workOfTaskForce } from './taskforce.ts'
import type { Volume } from './volume.ts'
import { loadVolume } from './volume-load.ts'

export { isCutOff } from './accounts.ts'

/** Scale `small` takes one in this many of the national register's tasks. */
const SMALL_STEP = 35

/**
 * Loads the sample: invented people with their accounts, the register of 2020 and 2021, documents marked MẪU. Existing data
 * stays, so that loading again, after an interrupted load or at another scale, adds what is missing. `onProgress` gets one
 * Vietnamese sentence per step. Returns the accounts, as in `dataDir/sample-accounts.json`.
 */
export async function loadSample(
  deps: Deps,
  scale: Exclude<SampleScale, 'none'>,
  onProgress: (sentence: string) => void,
): Promise<SampleAccount[]> {
  const { db, clock } = deps
  const today = todayInVietnam(clock)
  const isKnown = await isThere(deps)
  onProgress('Dựng dữ liệu mẫu: người dùng và nhiệm vụ các năm 2020, 2021 (một, hai phút).')
  const entries = await planProgramme(deps, today)
  if (entries > 0) onProgress(`Đã ghi ${formatNumber(entries)} đề án mẫu của chương trình công tác.`)
  const accounts = await db.transaction().execute(async (trx) => {
    const register = nationalRegister(await agenciesOf2021(trx), today)
    const chosen = scale === 'national' ? register : register.filter((_, place) => place % SMALL_STEP === 0)
    await assignArchive(trx, systemActor('Dữ liệu mẫu'), chosen, clock.now())
    onProgress(`Đã ghi ${formatNumber(chosen.length)} nhiệm vụ mẫu.`)
    return accountsIn(trx, deps, isKnown)
  })
  await addWork(deps, scale, onProgress)
  return accounts
}

/**
 * The same with a register of volume instead of the national one, loaded by the bulk path. `url`: the database as its owner.
 * Throws if the owner may not disable triggers (42501).
 */
export async function loadSampleOfVolume(
  deps: Deps,
  url: string,
  volume: Volume,
  onProgress: (sentence: string) => void,
): Promise<SampleAccount[]> {
  await loadVolume({ url, volume, clock: deps.clock, audit: auditWiringOf(deps.db), onProgress })
  const isKnown = await isThere(deps)
  await planProgramme(deps, todayInVietnam(deps.clock))
  const accounts = await deps.db.transaction().execute((trx) => accountsIn(trx, deps, isKnown))
  await addWork(deps, 'national', onProgress)
  return accounts
}

function accountsIn(trx: AnyTransaction, { config, clock }: Deps, isKnown: boolean): Promise<SampleAccount[]> {
  return isKnown ? Promise.resolve(keptAccounts(config.dataDir)) : addAccounts(trx, config.dataDir, clock.now())
}

/** Adds what people have done: documents, work on the desk, letters, orders, comments. */
async function addWork(deps: Deps, size: BookSize, onProgress: (sentence: string) => void): Promise<void> {
  const today = todayInVietnam(deps.clock)
  const documents = await importDirectives(deps, FOLLOW_UP_EMAIL, today)
  await workAtDesk(deps, today)
  const papers = await keepBooks(deps, today, size)
  if (papers > 0) onProgress(`Đã ghi ${formatNumber(papers)} văn bản đến, văn bản đi mẫu.`)
  const letters = await urgeByLetters(deps, today)
  await receiveDocuments(deps, today)
  await orderByMouth(deps, today)
  await talkAboutTasks(deps, today)
  await taskOfEntry(deps, today)
  await workOfTaskForce(deps, today)
  await measureTargets(deps, today)
  await setReportDays(deps, today)
  const reports = await writeReports(deps, today)
  if (reports > 0) onProgress(`Đã lập ${reports} báo cáo mẫu.`)
  finishAccounts(deps.config.dataDir)
  onProgress(`Đã nhập ${documents} văn bản mẫu, phát hành ${letters} công văn đôn đốc mẫu.`)
}

/** Whether the sample people exist from an earlier load. */
async function isThere({ db }: Deps): Promise<boolean> {
  const user = await db.selectFrom('platform.user').select('id').where('email', '=', FOLLOW_UP_EMAIL).executeTakeFirst()
  return user !== undefined
}

import { house } from '../house.ts'
import { decideRecommendation, signReport, submitReport, type WriteReport, writeReport } from '../oversight/index.ts'
import type { KnownActor } from '../platform/actor.ts'
import { Conflict } from '../platform/errors.ts'
import type { Deps } from '../platform/room.ts'
import { actorsOf } from './people.ts'

const { figures } = house
/** The day of the published figures: reports of that time show what a full register gives. */
const REGISTER = '2021-02-28'

interface Wanted {
  order: WriteReport
  /** Last day of its period: a report of a period that has not ended is left out. */
  endsOn: string
  prepares: keyof typeof PEOPLE
  signs: keyof typeof PEOPLE
}
const PEOPLE = { officer: 'theodoi', leader: 'lanhdao', own: 'botaichinh', ownHead: 'lanhdaobtc' } as const

/**
 * A report of each kind, written by one person and signed by another, with every recommendation decided; one whose figures are
 * not all there stays a draft that names what is missing, as it would for anybody. Does nothing where reports of this sample are there. Returns how many.
 */
export async function writeReports(deps: Deps, today: string): Promise<number> {
  const { db } = deps
  if (
    await db.selectFrom('oversight.report').select('report_id').where('template_id', 'is not', null).executeTakeFirst()
  )
    return 0
  const people = await actorsOf(db, PEOPLE, today)
  if (!people) return 0
  const wanted = (await wantedOf(deps, people.own.agencyId, today)).filter(({ endsOn }) => endsOn <= today)
  for (const { order, prepares, signs } of wanted)
    await writeOne(deps, { preparer: people[prepares], signer: people[signs] }, order)
  return wanted.length
}

async function wantedOf({ db }: Deps, finance: number, today: string): Promise<Wanted[]> {
  const office = { prepares: 'officer', signs: 'leader' } as const
  const plan = await db
    .selectFrom('directives.directive')
    .select('directive_id')
    .where('number', '=', '12/QĐ-MẪU')
    .where('state', '=', 'confirmed')
    .executeTakeFirst()
  const about = plan === undefined ? [] : (['directive', 'resolutionPage'] as const)
  return [
    { order: { kind: 'monthlyTaskForce', period: '2021-01' }, endsOn: '2021-01-31', ...office },
    { order: { kind: 'governmentSession', period: '2021-02' }, endsOn: REGISTER, ...office },
    { order: { kind: 'quarterly', period: '2021-Q1', knownOn: null }, endsOn: '2021-03-31', ...office },
    { order: { kind: 'planningMinistry', period: '2021-Q1', knownOn: null }, endsOn: '2021-03-31', ...office },
    { order: { kind: 'halfYear', period: '2021-H1', knownOn: null }, endsOn: '2021-06-30', ...office },
    { order: { kind: 'yearly', period: '2021', knownOn: null }, endsOn: '2021-12-31', ...office },
    { order: { kind: 'agency', period: REGISTER, agencyId: finance }, endsOn: REGISTER, ...office },
    {
      order: { kind: 'agencyToHead', period: '2021-02', agencyId: finance, knownOn: null },
      endsOn: REGISTER,
      prepares: 'own',
      signs: 'ownHead',
    },
    ...about.map((kind) => ({
      order: { kind, period: today, source: `directive:${plan!.directive_id}`, knownOn: null },
      endsOn: today,
      ...office,
    })),
  ]
}

/** Written, each recommendation taken, submitted and signed; each act in its own transaction, as over HTTP. */
async function writeOne(
  { db, clock, blobs, config }: Deps,
  { preparer, signer }: { preparer: KnownActor; signer: KnownActor },
  order: WriteReport,
): Promise<void> {
  const now = clock.now()
  const id = await db.transaction().execute((trx) => writeReport(trx, { actor: preparer, now }, order, figures))
  const suggested = await db
    .selectFrom('oversight.report_recommendation')
    .select('key')
    .where('report_id', '=', id)
    .orderBy('position')
    .execute()
  let version = 1
  for (const { key } of suggested) {
    version = await db
      .transaction()
      .execute((trx) =>
        decideRecommendation(trx, { actor: preparer, id, version, now }, key, { state: 'taken' }, figures),
      )
  }
  try {
    version = await db
      .transaction()
      .execute((trx) => submitReport(trx, { actor: preparer, id, version, now }, { figures }))
  } catch (error) {
    // It stays a draft that says what is missing, as it would for anybody.
    if (error instanceof Conflict && error.code === 'report.not_ready') return
    throw error
  }
  await db
    .transaction()
    .execute((trx) => signReport(trx, { actor: signer, id, version, now }, { blobs, config, figures }))
}

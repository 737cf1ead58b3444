/** What was found of the signatures of the files of a case, and looking again. */
import type { Actor, KnownActor } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import type { AskToAdd } from '../platform/change.ts'
import type { Config } from '../platform/config.ts'
import type { AnyHandle, Transaction } from '../platform/db.ts'
import { Forbidden } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import type { Evidence } from '../platform/signature/chain.ts'
import { caseToRead, type KeptCase, mayArchive, mayFill } from './case-access.ts'
import { contentsOf, filesTogether, itemsOf } from './case-items.ts'
import type { CaseVerdicts } from './case-shapes.ts'
import type { RecordsDb } from './db.ts'
import { keepLooks, lookAt } from './file-checks.ts'

type Trx = Transaction<RecordsDb>
export interface LookDeps {
  blobs: Blobs
  config: Config
}

/** Looks at the signatures of every file of these cases, as of now. Returns what others were asked for it. */
export async function lookAtCases(
  trx: Trx,
  { actor, now }: Pick<AskToAdd<number, KnownActor>, 'actor' | 'now'>,
  ids: readonly number[],
  { blobs, config }: LookDeps,
): Promise<Evidence[]> {
  const fetched: Evidence[] = []
  for (const items of Map.groupBy(await itemsOf(trx, actor, ids), ({ caseId }) => caseId).values())
    for (const files of filesTogether(contentsOf(items))) {
      const looked = await lookAt({ db: trx, blobs, config, now }, files)
      await keepLooks(trx, looked.looks, now)
      fetched.push(...looked.fetched)
    }
  return fetched
}

const mayLook = (actor: Actor, one: KeptCase) =>
  one.state !== 'destroyed' && (mayFill(actor, one) || (hasRight(actor, 'records.archive') && mayArchive(actor, one)))

/** The last look at each file in it; of a document that the reader may not open, only its state is known to them. */
export async function caseVerdicts(db: AnyHandle, actor: Actor, id: number): Promise<CaseVerdicts> {
  const one = await caseToRead(db, actor, id)
  const items = contentsOf(await itemsOf(db, actor, [id], { withChecks: true }))
  return {
    mayLook: mayLook(actor, one),
    rows: items.flatMap((item) =>
      item.mayOpen
        ? item.files.flatMap(({ name, sha256, check, checkedAt }) =>
            check === null || checkedAt === null ? [] : [{ itemId: item.id, name, sha256, checkedAt, verdict: check }],
          )
        : [],
    ),
  }
}

/** Has every signature in it looked at again. */
export async function checkCase(trx: Trx, ask: AskToAdd<number, KnownActor>, deps: LookDeps): Promise<void> {
  const { actor, id, now } = ask
  const one = await caseToRead(trx, actor, id)
  if (!mayLook(actor, one))
    throw new Forbidden('case.may_not_fill', 'Chỉ người giữ hồ sơ và cán bộ của đơn vị có hồ sơ mới làm được việc này.')
  await lookAtCases(trx, ask, [id], deps)
  await record(trx, actor, 'case.checkedAgain', { subject: { kind: 'caseFile', id }, at: now.toString() })
}

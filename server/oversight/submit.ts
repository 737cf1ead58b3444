import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { markOf } from '../platform/official-document/signing.ts'
import { reportToChange } from './access.ts'
import type { Figures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { checkReady } from './edit-text.ts'
import { refuseTakenNumber } from './report-number.ts'
import { moveReport, type ReportAct } from './report-state.ts'
import type { SendBack } from './shapes.ts'
import { updateReport } from './store.ts'

type Trx = Transaction<OversightDb>

/**
 * Submits a draft for signature, with the figures it has; a text whose figures moved or are missing is refused, naming them.
 * Returns the version.
 */
export async function submitReport(trx: Trx, ask: Ask, { figures }: { figures: Figures }): Promise<number> {
  const report = await reportToChange(trx, ask, 'submit')
  moveReport(report.state, 'submit')
  await refuseTakenNumber(trx, report, report.number, dayInVietnam(ask.now))
  await checkReady(trx, report, figures, dayInVietnam(ask.now))
  return take(trx, ask, 'submit', 'report.submitted', markOf('submit', ask))
}

/** Takes a submitted report back to change it. */
export function withdrawReport(trx: Trx, ask: Ask): Promise<number> {
  return take(trx, ask, 'withdraw', 'report.withdrawn', markOf('withdraw', ask))
}

/** The leader does not sign, and gives the reason. */
export function sendBackReport(trx: Trx, ask: Ask, { reason }: SendBack): Promise<number> {
  return take(trx, ask, 'sendBack', 'report.sentBack', markOf('sendBack', ask, reason), { reason })
}

/** Drops a draft: another of the month can be drawn up. */
export function dropReport(trx: Trx, ask: Ask): Promise<number> {
  return take(trx, ask, 'drop', 'report.dropped', {})
}

async function take(
  trx: Trx,
  ask: Ask,
  act: ReportAct,
  event: string,
  mark: Parameters<typeof updateReport>[2],
  detail?: object,
): Promise<number> {
  const report = await reportToChange(trx, ask, act)
  const state = moveReport(report.state, act)
  const version = await updateReport(trx, ask.id, { ...mark, state }, signatureOf(ask.actor), ask.now.toString())
  await record(trx, ask.actor, event, {
    subject: { kind: 'report', id: ask.id },
    before: { state: report.state },
    after: { state },
    ...(detail === undefined ? {} : { detail }),
  })
  return version
}

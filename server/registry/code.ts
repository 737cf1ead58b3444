import { record } from '../platform/audit.ts'
import { formatDay } from '../platform/calendar.ts'
import type { AskWithin } from '../platform/change.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { agencyToKeep } from './agency-access.ts'
import {
  bumpAgency,
  type Code,
  deleteAlias,
  endCode,
  heldCode,
  holderOf,
  insertAlias,
  insertCode,
  isThere,
} from './agency-rows.ts'
import type { RegistryDb } from './db.ts'
import { clean } from './period.ts'

type Scheme = Code['scheme']

/** How codes are written: QCVN 102:2016 from the right, Quyết định 20/2020/QĐ-TTg from the left, the statistical list. */
const FORMS: Record<Scheme, { form: RegExp; example: string }> = {
  qcvn102: { form: /^(?:[A-Z]\d{2}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})$/, example: 'G22 hoặc 000.00.15.H51' },
  qd20: { form: /^(?=.{3,35}$)[A-Z]\d{2}(?:\.[A-Z\d]{1,10}){0,3}$/, example: 'G09.20' },
  nso: { form: /^\d{2,5}$/, example: '15' },
}

/**
 * Gives an agency a code from a day on. Throws on the field `code` if it is not in the format of its list, or another
 * agency has it.
 */
export async function addCode(
  anyTrx: AnyTransaction,
  ask: AskWithin,
  input: { scheme: Scheme; code: string; from: string; source: string; confidence?: 'verified' | 'memory' },
): Promise<number> {
  const trx = within<RegistryDb>(anyTrx)
  const agency = await agencyToKeep(trx, ask)
  const last = agency.periods.at(-1)!
  const code: Code = {
    scheme: input.scheme,
    code: clean(input.code)
      .toUpperCase()
      .replace(/^000\.00\.00\./, ''),
    from: input.from,
    to: last.to,
    source: clean(input.source),
    confidence: input.confidence ?? 'verified',
  }
  const { form, example } = FORMS[code.scheme]
  if (!form.test(code.code)) throw wrong('code', 'registry.code_form', `Mã chưa đúng dạng. Ví dụ: ${example}.`)
  if ((code.to !== null && input.from >= code.to) || !(await isThere(trx, agency.id, input.from, code.to))) {
    throw wrong('from', 'registry.not_there', `Cơ quan này không tồn tại suốt từ ngày ${formatDay(input.from)}.`)
  }
  const holder = await holderOf(trx, code)
  if (holder) {
    throw wrong(
      'code',
      'registry.code_taken',
      `Trong thời gian đó mã ${code.code} thuộc ${holder.name}. Hãy kết thúc mã ở đó trước.`,
    )
  }
  await insertCode(trx, agency.id, code)
  await record(trx, ask.actor, 'agency.codeAdded', {
    subject: { kind: 'agency', id: agency.id },
    on: input.from,
    after: code,
  })
  return bumpAgency(trx, agency.id, ask.actor.name)
}

/** Ends a code of an agency: `on` is the first day on which it no longer has it. */
export async function removeCode(
  anyTrx: AnyTransaction,
  ask: AskWithin,
  input: { scheme: Scheme; code: string; on: string; source: string },
): Promise<number> {
  const trx = within<RegistryDb>(anyTrx)
  const agency = await agencyToKeep(trx, ask)
  const before = await heldCode(trx, agency.id, input.scheme, input.code, input.on)
  if (!before || before.to === input.on) {
    throw wrong(
      'on',
      'registry.code_not_held',
      `Trước ngày ${formatDay(input.on)} cơ quan này không giữ mã ${input.code}.`,
    )
  }
  await endCode(trx, agency.id, before, input.on)
  await record(trx, ask.actor, 'agency.codeEnded', {
    subject: { kind: 'agency', id: agency.id },
    on: input.on,
    before,
    after: { ...before, to: input.on },
    detail: { source: clean(input.source) },
  })
  return bumpAgency(trx, agency.id, ask.actor.name)
}

/** An alternative spelling of the name in documents. */
export async function addAlias(
  anyTrx: AnyTransaction,
  ask: AskWithin,
  input: { alias: string; source: string },
): Promise<number> {
  const trx = within<RegistryDb>(anyTrx)
  const agency = await agencyToKeep(trx, ask)
  const alias = clean(input.alias)
  if (!(await insertAlias(trx, agency.id, alias))) {
    throw wrong('alias', 'registry.alias_known', 'Cách viết này đã có.')
  }
  const detail = { source: clean(input.source) }
  await record(trx, ask.actor, 'agency.aliasAdded', {
    subject: { kind: 'agency', id: agency.id },
    after: { alias },
    detail,
  })
  return bumpAgency(trx, agency.id, ask.actor.name)
}

export async function removeAlias(
  anyTrx: AnyTransaction,
  ask: AskWithin,
  input: { alias: string; source: string },
): Promise<number> {
  const trx = within<RegistryDb>(anyTrx)
  const agency = await agencyToKeep(trx, ask)
  const alias = clean(input.alias)
  if (!(await deleteAlias(trx, agency.id, alias))) {
    throw wrong('alias', 'registry.alias_unknown', 'Không có cách viết này.')
  }
  const detail = { source: clean(input.source) }
  await record(trx, ask.actor, 'agency.aliasRemoved', {
    subject: { kind: 'agency', id: agency.id },
    before: { alias },
    detail,
  })
  return bumpAgency(trx, agency.id, ask.actor.name)
}

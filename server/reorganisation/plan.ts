import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Conflict, Invalid, wrong } from '../platform/errors.ts'
import { checkVersion } from '../platform/version.ts'
import { toDraftReorganisations } from './access.ts'
import type { ReorganisationDb } from './db.ts'
import { certain, type LineRow, resolveNames } from './match.ts'
import type { LineInput, PlanInput } from './shapes.ts'
import { readSheet, type SheetLine } from './sheet.ts'
import { deleteHead, type Head, insertHead, linesOf, lockHead, saveLines, touchHead } from './store.ts'

type Trx = Transaction<ReorganisationDb>

const LARGEST_SHEET = 5 * 1024 * 1024

/** Drafts a plan from the form. Its lines may still be wrong: problems are shown on each line when the plan is read. */
export async function draftPlan(trx: Trx, ask: AskToMake, plan: PlanInput): Promise<number> {
  toDraftReorganisations(ask.actor)
  if (plan.lines.some(({ id }) => id !== undefined)) {
    throw wrong('lines', 'reorganisation.foreign_line', 'Phương án mới không nhận dòng của phương án khác.')
  }
  return open(trx, ask, { ...headOf(plan), fileName: null }, await fromForm(trx, ask, plan.lines, []))
}

/** Drafts a plan from a file; the file name is the title until a person changes it. */
export async function uploadPlan(
  trx: Trx,
  ask: AskToMake,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<number> {
  toDraftReorganisations(ask.actor)
  if (bytes.length > LARGEST_SHEET) {
    throw wrong('file', 'reorganisation.file_too_large', 'Tệp phương án lớn hơn 5 MB. Hãy bỏ bớt hình ảnh, định dạng.')
  }
  const name =
    fileName
      .normalize('NFC')
      .replace(/^.*[/\\]/, '')
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(-200) || 'phuong-an'
  const lines = await readSheet(bytes, name)
  const title = `Phương án sắp xếp: ${name.replace(/\.[^.]*$/, '')}`
  const source = lines.find((line) => line.source !== null)?.source ?? 'Chưa nêu văn bản căn cứ'
  return open(trx, ask, { title, source, fileName: name }, await fromSheet(trx, ask, lines))
}

/** Replaces the plan by the form's content. An applied plan cannot change. */
export async function changePlan(trx: Trx, ask: Ask, plan: PlanInput): Promise<number> {
  const { id } = ask
  toDraftReorganisations(ask.actor)
  const head = await draftToChange(trx, ask)
  const kept = await linesOf(trx, id)
  const lines = await fromForm(trx, ask, plan.lines, kept)
  const { title, source } = headOf(plan)
  await saveLines(trx, id, lines)
  const by = signatureOf(ask.actor)
  const next = await touchHead(trx, id, { by, at: ask.now.toString() }, { title, source })
  await record(trx, ask.actor, 'reorganisation.changed', {
    subject: { kind: 'reorganisation', id },
    before: { title: head.title, source: head.source, lines: kept.length },
    after: { title, source, lines: lines.length },
  })
  return next
}

export async function dropPlan(trx: Trx, ask: Ask): Promise<void> {
  const { id } = ask
  toDraftReorganisations(ask.actor)
  const head = await draftToChange(trx, ask)
  await deleteHead(trx, id)
  await record(trx, ask.actor, 'reorganisation.dropped', {
    subject: { kind: 'reorganisation', id },
    before: { title: head.title, source: head.source },
  })
}

/** Locks a plan that is still a draft; the caller checks the right. @throws Conflict if it was applied, or changed meanwhile */
export async function draftToChange(trx: Trx, { id, version }: Ask): Promise<Head> {
  const head = await lockHead(trx, id)
  if (head.state === 'applied') throw alreadyApplied(head)
  checkVersion(version, head.version, { by: head.changedBy, at: head.changedAt })
  return head
}

export function alreadyApplied(head: Head): Conflict {
  return new Conflict(
    'reorganisation.applied',
    `Phương án này đã được ${head.appliedBy} áp dụng nên không thay đổi được nữa. Nếu còn phần chưa chuyển, hãy lập phương án mới.`,
  )
}

async function open(
  trx: Trx,
  { actor, now }: AskToMake,
  head: { title: string; source: string; fileName: string | null },
  lines: NewLine[],
): Promise<number> {
  const by = signatureOf(actor)
  const id = await insertHead(trx, { ...head, by, at: now.toString() })
  await saveLines(trx, id, lines)
  await record(trx, actor, 'reorganisation.drafted', {
    subject: { kind: 'reorganisation', id },
    after: { ...head, lines: lines.length },
  })
  return id
}

type NewLine = Omit<LineRow, 'id' | 'position'> & { id: number | null }

function headOf({ title, source }: PlanInput): { title: string; source: string } {
  const head = { title: title.trim(), source: source.trim() }
  const empty = (['title', 'source'] as const).filter((field) => head[field] === '' || /\p{Cc}/u.test(head[field]))
  if (empty.length === 0) return head
  throw new Invalid('reorganisation.words', 'Tên phương án và văn bản căn cứ phải có chữ, trên một dòng.', {
    fields: empty.map((path) => ({ path, code: 'reorganisation.words', message: 'Hãy nhập lại, trên một dòng.' })),
  })
}

async function fromForm(
  trx: Trx,
  { now }: AskToMake,
  inputs: readonly LineInput[],
  kept: readonly LineRow[],
): Promise<NewLine[]> {
  const today = dayInVietnam(now)
  const words = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
  const lines = inputs.map((input) => ({ ...input, old: words(input.old), new: words(input.new) }))
  const answers = await resolveNames(trx, lines, today)
  return Promise.all(
    lines.map(async (line, place): Promise<NewLine> => {
      const before = kept.find(({ id }) => id === line.id)
      if (line.id !== undefined && !before) {
        throw wrong(
          `lines.${place}.id`,
          'reorganisation.foreign_line',
          'Dòng này không còn trong phương án. Hãy tải lại.',
        )
      }
      const { old, new: heir } = answers[place]!
      const oldId = line.oldAgencyId ?? certain(old)
      const newId = line.kind === 'abolished' || line.new === '' ? null : (line.newAgencyId ?? certain(heir))
      await demandAgency(trx, `lines.${place}.oldAgencyId`, line.oldAgencyId)
      await demandAgency(trx, `lines.${place}.newAgencyId`, line.newAgencyId)
      return {
        id: line.id ?? null,
        old: line.old,
        new: line.new,
        kind: line.kind,
        kindWritten: null,
        dayWritten: null,
        subject: words(line.subject) || null,
        effectiveOn: line.effectiveOn,
        source: words(line.source) || null,
        oldId,
        newId,
        founding: newId === null ? line.founding : null,
      }
    }),
  )
}

async function demandAgency(trx: Trx, path: string, id: number | null | undefined): Promise<void> {
  if (id === null || id === undefined) return
  const known = await trx
    .selectFrom('registry.agency_latest')
    .select('agency_id')
    .where('agency_id', '=', id)
    .executeTakeFirst()
  if (known) return
  throw wrong(path, 'reorganisation.no_such_agency', 'Không có cơ quan này trong danh mục. Hãy chọn lại.')
}

async function fromSheet(trx: Trx, { now }: AskToMake, lines: readonly SheetLine[]): Promise<NewLine[]> {
  const today = dayInVietnam(now)
  const answers = await resolveNames(trx, lines, today)
  const parents = lines.map(({ founding, effectiveOn, kind }) => ({
    old: '',
    new: founding?.parent ?? '',
    kind,
    effectiveOn,
  }))
  const found = await resolveNames(trx, parents, today)
  return lines.map((line, place): NewLine => {
    const newId = line.kind === 'abolished' || line.new === '' ? null : certain(answers[place]!.new)
    const { founding } = line
    return {
      id: null,
      old: line.old,
      new: line.new,
      kind: line.kind,
      kindWritten: line.kindWritten,
      dayWritten: line.dayWritten,
      subject: line.subject,
      effectiveOn: line.effectiveOn,
      source: line.source,
      oldId: certain(answers[place]!.old),
      newId,
      founding:
        newId !== null || founding === null
          ? null
          : {
              kind: founding.kind,
              parentId: certain(found[place]!.new),
              abbreviation: founding.abbreviation,
              codes: founding.codes,
            },
    }
  })
}

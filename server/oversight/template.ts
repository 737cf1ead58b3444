/** Templates of reports: data with versions. A new version is drafted, tried on a past period, then put in use. */
import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type AnyTransaction, type Transaction, toJson, within } from '../platform/db.ts'
import { Conflict, Invalid, wrong } from '../platform/errors.ts'
import { checkVersion } from '../platform/version.ts'
import { toKeepTemplates } from './access.ts'
import { figuresIn, parseText } from './bound-text.ts'
import { type Figures, knownFigures } from './compute.ts'
import type { OversightDb } from './db.ts'
import { periodOf } from './period.ts'
import { getKind } from './report-kinds.ts'
import { checkSections, checkText } from './section.ts'
import { STANDARD_TEMPLATES } from './standard-templates.ts'
import { unknownNamed } from './template-known.ts'
import { checkReads, findTemplate, type TemplateRecord } from './template-store.ts'
import type { EditTemplate, TriedTemplate, TryTemplate } from './text-shapes.ts'
import { tryOut } from './try-out.ts'

type Trx = Transaction<OversightDb>

/** Puts the template of the product in use for every kind that has none. */
export async function loadTemplates(handle: AnyTransaction, at: string): Promise<void> {
  const trx = within<OversightDb>(handle)
  const by = 'Mẫu kèm theo phần mềm'
  for (const one of STANDARD_TEMPLATES) {
    await trx
      .insertInto('oversight.report_template')
      .values({
        kind: one.kind,
        version_number: 1,
        state: 'inUse',
        title: one.title,
        sections: toJson(one.sections),
        recipients: one.recipients,
        counts_from: one.countsFrom,
        rounding: 'truncate1',
        addressee: one.addressee,
        // Tried with the product: its tests draw each up.
        tried_period: '2021-02',
        tried_version: 1,
        tried_at: at,
        tried_by: by,
        used_from: at,
        used_by: by,
        created_at: at,
        created_by: by,
        changed_at: at,
        changed_by: by,
      })
      .onConflict((conflict) => conflict.columns(['kind', 'version_number']).doNothing())
      .execute()
  }
}

async function draftToChange(trx: Trx, ask: Ask): Promise<TemplateRecord> {
  toKeepTemplates(ask.actor)
  await trx
    .selectFrom('oversight.report_template')
    .select('template_id')
    .where('template_id', '=', ask.id)
    .forUpdate()
    .execute()
  const template = await findTemplate(trx, ask.id)
  checkVersion(ask.version, template.version, { by: template.changed_by, at: template.changed_at })
  if (template.state !== 'draft') {
    throw new Conflict('report.template_stays', 'Mẫu đã đưa vào sử dụng không sửa được. Hãy lập bản mới của mẫu.')
  }
  return template
}

/** A draft that begins as the template in use is. Returns its id. */
export async function draftTemplate(trx: Trx, { actor, now }: AskToMake, { kind }: { kind: string }): Promise<number> {
  toKeepTemplates(actor)
  await getKind(trx, kind)
  const [last] = (await trx
    .selectFrom('oversight.report_template')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('version_number', 'desc')
    .execute()) as unknown as TemplateRecord[]
  if (!last) throw wrong('kind', 'report.no_template', 'Loại báo cáo này không lập từ mẫu. Hãy chọn loại khác.')
  const [by, at] = [signatureOf(actor), now.toString()]
  const made = await trx
    .insertInto('oversight.report_template')
    .values({
      kind,
      version_number: last.version_number + 1,
      title: last.title,
      sections: toJson(last.sections),
      recipients: last.recipients,
      counts_from: last.counts_from,
      rounding: last.rounding,
      addressee: last.addressee,
      created_at: at,
      created_by: by,
      changed_at: at,
      changed_by: by,
    })
    .onConflict((conflict) => conflict.column('kind').where('state', '=', 'draft').doNothing())
    .returning('template_id')
    .executeTakeFirst()
  if (!made)
    throw new Conflict(
      'report.template_one_draft',
      'Loại báo cáo này đang có một bản mẫu chưa dùng. Hãy sửa hoặc bỏ bản đó.',
    )
  await record(trx, actor, 'reportTemplate.drafted', {
    subject: { kind: 'reportTemplate', id: made.template_id },
    after: { kind, versionNumber: last.version_number + 1 },
  })
  return made.template_id
}

/** Changes a draft; an unknown field or figure is refused with its place. Returns the version. */
export async function editTemplate(trx: Trx, ask: Ask, edit: EditTemplate, figures: Figures): Promise<number> {
  const template = await draftToChange(trx, ask)
  const known = knownFigures(figures)
  if (edit.sections) {
    checkSections(edit.sections, known)
    const fields = await unknownNamed(trx, edit.sections, figures, dayInVietnam(ask.now))
    if (fields.length > 0) throw new Invalid('report.parameter', fields[0]!.message, { fields })
  }
  for (const [place, line] of (edit.recipients ?? []).entries()) refuseFigures(line, `recipients.${place}`)
  if (edit.title !== undefined) refuseFigures(edit.title, 'title')
  const { version } = await trx
    .updateTable('oversight.report_template')
    .set((row) => ({
      ...(edit.title === undefined ? {} : { title: edit.title.trim() }),
      ...(edit.sections === undefined ? {} : { sections: toJson(edit.sections) }),
      ...(edit.recipients === undefined ? {} : { recipients: edit.recipients.map((line) => line.trim()) }),
      ...(edit.countsFrom === undefined ? {} : { counts_from: edit.countsFrom }),
      ...(edit.rounding === undefined ? {} : { rounding: edit.rounding }),
      ...(edit.addressee === undefined ? {} : { addressee: edit.addressee }),
      version: row('version', '+', 1),
      changed_at: ask.now.toString(),
      changed_by: signatureOf(ask.actor),
    }))
    .where('template_id', '=', ask.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await record(trx, ask.actor, 'reportTemplate.edited', {
    subject: { kind: 'reportTemplate', id: ask.id },
    before: {
      title: template.title,
      sections: template.sections,
      recipients: template.recipients,
      countsFrom: template.counts_from,
      rounding: template.rounding,
    },
    after: edit,
  })
  return version

  function refuseFigures(line: string, path: string): void {
    checkText(line, known, path)
    if (figuresIn(parseText(line, known).segments).length > 0)
      throw wrong(
        path,
        'report.figure_here',
        'Ở đây chỉ dùng được các trường của báo cáo, không dùng số liệu. Hãy chuyển số liệu vào một mục.',
      )
  }
}

/** Draws the template up on a past period without keeping anything but that it was tried. */
export async function tryTemplate(trx: Trx, ask: Ask, input: TryTemplate, figures: Figures): Promise<TriedTemplate> {
  const template = await draftToChange(trx, ask)
  const kind = await getKind(trx, template.kind)
  const today = dayInVietnam(ask.now)
  const period = periodOf(kind.sort, input.period)
  if (period.last >= today) {
    throw wrong('period', 'report.try_past', `Hãy thử mẫu trên một kỳ đã qua: kỳ ${period.label} chưa kết thúc.`)
  }
  checkReads(template, knownFigures(figures))
  const tried = await tryOut(trx, { ...input, template, kind, period, today, figures })
  // The version stays: what was tried is this very version.
  await trx
    .updateTable('oversight.report_template')
    .set({
      tried_period: period.text,
      tried_version: template.version,
      tried_at: ask.now.toString(),
      tried_by: signatureOf(ask.actor),
    })
    .where('template_id', '=', ask.id)
    .execute()
  await record(trx, ask.actor, 'reportTemplate.tried', {
    subject: { kind: 'reportTemplate', id: ask.id },
    detail: { period: period.text, missing: tried.missing.map(({ ref }) => ref) },
  })
  return { ...tried, version: template.version }
}

/** Puts a tried draft in use; the one before is retired. Returns the version. */
export async function putInUse(trx: Trx, ask: Ask, figures: Figures): Promise<number> {
  const template = await draftToChange(trx, ask)
  if (template.tried_version !== template.version) {
    throw new Conflict(
      'report.template_untried',
      template.tried_version === null
        ? 'Mẫu chưa được thử. Hãy thử trên một kỳ đã qua rồi mới đưa vào sử dụng.'
        : 'Mẫu đã sửa sau lần thử trước. Hãy thử lại rồi mới đưa vào sử dụng.',
    )
  }
  // A template drafted from an older one, or before an agency ended, was never checked when it was edited.
  const fields = await unknownNamed(trx, template.sections, figures, dayInVietnam(ask.now))
  if (fields.length > 0) {
    throw new Conflict(
      'report.template_unknown',
      `Chưa đưa vào sử dụng được. ${fields.map(({ message }) => message).join(' ')}`,
      { fields },
    )
  }
  const at = ask.now.toString()
  await trx
    .updateTable('oversight.report_template')
    .set({ state: 'retired', retired_at: at })
    .where('kind', '=', template.kind)
    .where('state', '=', 'inUse')
    .execute()
  await trx
    .updateTable('oversight.report_template')
    .set({ state: 'inUse', used_from: at, used_by: signatureOf(ask.actor) })
    .where('template_id', '=', ask.id)
    .execute()
  await record(trx, ask.actor, 'reportTemplate.putInUse', {
    subject: { kind: 'reportTemplate', id: ask.id },
    before: { state: 'draft' },
    after: { state: 'inUse', kind: template.kind, versionNumber: template.version_number },
  })
  return template.version
}

/** Drops a draft that was never used. */
export async function dropTemplate(trx: Trx, ask: Ask): Promise<number> {
  const template = await draftToChange(trx, ask)
  await trx.deleteFrom('oversight.report_template').where('template_id', '=', ask.id).execute()
  await record(trx, ask.actor, 'reportTemplate.dropped', {
    subject: { kind: 'reportTemplate', id: ask.id },
    before: {
      kind: template.kind,
      versionNumber: template.version_number,
      title: template.title,
      sections: template.sections,
    },
  })
  return template.version
}

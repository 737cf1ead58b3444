import assert from 'node:assert/strict'
import { systemActor } from '../platform/actor.ts'
import { assignArchive, type PastAct } from '../tasks/index.ts'
import type { Answer, TestApp, Visitor } from '../test/app.ts'
import { REPORTS } from './report.fixture.ts'
import type { ReportText } from './text-shapes.ts'

export interface Life {
  slug: string
  assignedOn: string
  dueOn: string | null
  completedOn?: string
}

/** Five tasks of two ministries up to the end of February 2021: one done in time, one late, one in term, two overdue. */
export const LIVES: readonly Life[] = [
  { slug: 'bo-cong-thuong', assignedOn: '2020-02-03', dueOn: '2020-12-31', completedOn: '2020-12-30' },
  { slug: 'bo-cong-thuong', assignedOn: '2020-05-04', dueOn: '2020-10-30', completedOn: '2020-11-16' },
  { slug: 'bo-cong-thuong', assignedOn: '2020-06-01', dueOn: '2020-11-20' },
  { slug: 'bo-tai-chinh', assignedOn: '2021-01-12', dueOn: '2021-02-15' },
  { slug: 'bo-tai-chinh', assignedOn: '2021-01-12', dueOn: '2021-03-31' },
]

/** Records the lives as they happened; `number` is of the document they come from. */
export async function lived(
  app: TestApp,
  lives: readonly Life[] = LIVES,
  number = '01/NQ-CP',
  at?: string,
): Promise<void> {
  const office = await app.agency('van-phong-chinh-phu')
  const past = await Promise.all(
    lives.map(async (life, place) => {
      const acts: PastAct[] = []
      if (life.completedOn) {
        acts.push({ act: 'receive', on: life.assignedOn })
        acts.push({ act: 'reportDone', on: life.completedOn, completedOn: life.completedOn, body: 'Đã trình.' })
        acts.push({ act: 'confirm', on: life.completedOn })
      }
      return {
        source: {
          kind: 'archive' as const,
          id: null,
          number,
          title: 'Nghị quyết MẪU',
          assignedOn: life.assignedOn,
          followUpAgencyId: office,
        },
        task: {
          ref: `${number} ${place + 1}`,
          groupTitle: 'Nhóm mẫu',
          title: `Xây dựng đề án mẫu số ${place + 1}`,
          content: `Xây dựng đề án mẫu số ${place + 1}, trình Thủ tướng Chính phủ.`,
          product: null,
          implements: [],
          span: null,
          sentence: null,
          parties: [
            {
              role: 'lead' as const,
              agencyId: await app.agency(life.slug),
              namedAs: life.slug,
              scope: null,
              isAccountable: true,
            },
          ],
          deadlines: [
            {
              kind: life.dueOn ? ('date' as const) : ('standing' as const),
              literal: life.dueOn ?? 'Nhiệm vụ thường xuyên',
              dueOn: life.dueOn,
              isMilestone: false,
              isStrict: false,
              recurs: null,
              rule: null,
            },
          ],
          targets: [],
        },
        acts,
        ...(at === undefined ? {} : { at }),
      }
    }),
  )
  await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past as never, app.clock.now()))
}

export const WRITTEN = `${REPORTS}/written`

/** Sections whose figures the rooms that are built offer: no test depends on which others are joined. */
export const SECTIONS = [
  {
    key: 'tasks',
    kind: 'text',
    heading: 'I. NHIỆM VỤ GIAO',
    body: 'Từ {{from}} đến {{asOf}}, đã giao {{tasks.assigned}} nhiệm vụ; {{tasks.openOverdue}} nhiệm vụ quá hạn, chiếm {{tasks.overdueShare}} ({{tasks.overdueSharePoints}} so với tháng trước).\nTừ đầu năm giao {{tasks.assigned; from=year}} nhiệm vụ.',
    settings: {},
  },
  {
    key: 'compared',
    kind: 'comparison',
    heading: 'II. SO SÁNH',
    body: '',
    settings: {
      figures: [
        { label: 'Đã giao', ref: 'tasks.assigned' },
        { label: 'Tỷ lệ quá hạn', ref: 'tasks.overdueShare' },
      ],
    },
  },
  { key: 'chart', kind: 'chart', heading: null, body: '', settings: { chart: 'standings' } },
  { key: 'recommendations', kind: 'recommendations', heading: 'III. KIẾN NGHỊ', body: '', settings: {} },
  { key: 'agencies', kind: 'agencies', heading: 'KẾT QUẢ THEO CƠ QUAN', body: '', settings: { isAnnex: true } },
  {
    key: 'overdue',
    kind: 'tasks',
    heading: 'NHIỆM VỤ QUÁ HẠN',
    body: '',
    settings: { which: 'overdue', isAnnex: true },
  },
] as const

/** Puts a template with these sections in use, as an administrator does. */
export async function templateInUse(
  keeper: Visitor,
  kind: string,
  sections: readonly unknown[] = SECTIONS,
  period = '2021-01',
): Promise<number> {
  const url = `${REPORTS}/templates`
  const drafted = await keeper.send('POST', url, { body: { kind } })
  assert.equal(drafted.status, 201, JSON.stringify(drafted.body))
  const { id } = drafted.body as { id: number }
  const edited = await keeper.send('PATCH', `${url}/${id}`, { ifMatch: 1, body: { sections } })
  assert.equal(edited.status, 200, JSON.stringify(edited.body))
  const tried = await keeper.send('POST', `${url}/${id}/try`, { ifMatch: 2, body: { period } })
  assert.equal(tried.status, 200, JSON.stringify(tried.body))
  const used = await keeper.send('POST', `${url}/${id}/use`, { ifMatch: 2 })
  assert.equal(used.status, 200, JSON.stringify(used.body))
  return id
}

export const textOf = async (visitor: Visitor, id: number): Promise<ReportText> => {
  const { status, body } = await visitor.send('GET', `${REPORTS}/${id}/text`)
  assert.equal(status, 200, JSON.stringify(body))
  return body as ReportText
}

export const wordsOf = ({ sections }: ReportText, key: string): string =>
  sections
    .find((one) => one.key === key)!
    .paragraphs.map((runs) => runs.map(({ text }) => text).join(''))
    .join('\n')

export async function write(visitor: Visitor, order: object): Promise<number> {
  const made = await visitor.send('POST', WRITTEN, { body: order })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return (made.body as { id: number }).id
}

/** Decides every suggestion; returns the version. */
export async function decideAll(
  visitor: Visitor,
  id: number,
  version: number,
  state: 'taken' | 'left' = 'taken',
): Promise<number> {
  let at = version
  for (const { key, state: was } of (await textOf(visitor, id)).recommendations) {
    if (was !== 'suggested') continue
    const decided = await visitor.send('PUT', `${REPORTS}/${id}/recommendations/${key}`, {
      ifMatch: at,
      body: { state },
    })
    assert.equal(decided.status, 200, JSON.stringify(decided.body))
    at += 1
  }
  return at
}

/** Decides, submits and signs; returns the version. */
export async function issue(preparer: Visitor, signer: Visitor, id: number, version: number): Promise<number> {
  const at = await decideAll(preparer, id, version)
  const submitted = await preparer.send('POST', `${REPORTS}/${id}/submit`, { ifMatch: at })
  assert.equal(submitted.status, 200, JSON.stringify(submitted.body))
  const signed = await signer.send('POST', `${REPORTS}/${id}/sign`, { ifMatch: at + 1 })
  assert.equal(signed.status, 200, JSON.stringify(signed.body))
  return at + 2
}

/** Cancels the most urgent overdue task, of one agency if it is given: a figure of reports on it moves. */
export async function cancelOverdue(officer: Visitor, agencyId?: number): Promise<void> {
  const of = agencyId === undefined ? '' : `&agencyId=${agencyId}`
  const { body } = await officer.send('GET', `/api/tasks?standing=openOverdue&limit=1${of}`)
  const [task] = (body as { rows: { id: number }[] }).rows
  const { version } = (await officer.send('GET', `/api/tasks/${task!.id}`)).body as { version: number }
  const done = await officer.send('POST', `/api/tasks/${task!.id}/cancel`, {
    ifMatch: version,
    body: { reason: 'Không còn cần thiết.' },
  })
  assert.equal(done.status, 200, JSON.stringify(done.body))
}

/** What a refused request tells. */
export const problem = ({ body }: Answer) =>
  body as unknown as { code: string; detail: string; fields: { path: string; code: string; message: string }[] }

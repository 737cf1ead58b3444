import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Visitor } from '../test/app.ts'
import { REPORTS } from './report.fixture.ts'
import { issue, textOf, write } from './text.fixture.ts'

/** The news of the Task Force's report of 02/2021, if the public documents are next to the project. */
const NEWS = join(import.meta.dirname, '../../../shared/sources/003_36527f01057aef4c.txt')

/**
 * Every figure of that news on tasks, the programme and action plans: the words it is printed in, the section and the reference
 * that print it in the report, as the report prints it, and how many rows its address opens. A share opens what it is a share
 * of; a change opens the rows of the day it is compared with.
 */
export const FEBRUARY: readonly [news: string, section: string, ref: string, printed: string, rows: number][] = [
  ['giao 692 nhiệm vụ', 'tasks', 'tasks.assigned; from=year', '692', 692],
  ['giao 10.527 nhiệm vụ', 'tasks', 'tasks.assigned', '10.527', 10_527],
  ['6.954 nhiệm vụ đã hoàn thành', 'tasks', 'tasks.done', '6.954', 6_954],
  ['đúng hạn: 6.185', 'tasks', 'tasks.doneOnTime', '6.185', 6_185],
  ['quá hạn: 769', 'tasks', 'tasks.doneLate', '769', 769],
  ['3.230 nhiệm vụ trong hạn', 'tasks', 'tasks.openInTerm', '3.230', 3_230],
  ['343 nhiệm vụ quá hạn chưa hoàn thành', 'tasks', 'tasks.openOverdue', '343', 343],
  ['chiếm 3,2%', 'tasks', 'tasks.overdueShare', '3,2%', 343],
  ['tăng 0,1% so với tháng trước', 'tasks', 'tasks.overdueSharePoints', 'tăng 0,1 điểm phần trăm', 320],
  ['có 44 đề án phải trình', 'programme', 'programme.dueInPeriod; from=year', '44', 44],
  ['đã trình 32/44 đề án', 'programme', 'programme.submitted; from=year', '32', 32],
  ['còn 12 đề án chưa trình', 'programme', 'programme.owed; from=year', '12', 12],
  ['chiếm 27,2%', 'programme', 'programme.owedShare; from=year', '27,2%', 12],
  [
    'giảm 7,5% so với cùng kỳ năm trước',
    'programme',
    'programme.owedSharePoints; from=year',
    'giảm 7,5 điểm phần trăm',
    16,
  ],
  ['chương trình công tác tháng 3 (47 đề án)', 'programme', 'programme.dueNextMonth', '47', 47],
  ['có 19/22 bộ', 'reform', 'programme.plansIssuedMinistries; from=year; source=archive:02/NQ-CP', '19', 19],
  [
    '19/22 bộ, cơ quan ngang bộ',
    'reform',
    'programme.plansDueMinistries; from=year; source=archive:02/NQ-CP',
    '22',
    22,
  ],
  [
    '35/63 địa phương ban hành Kế hoạch',
    'reform',
    'programme.plansIssuedProvinces; from=year; source=archive:02/NQ-CP',
    '35',
    35,
  ],
  ['35/63 địa phương', 'reform', 'programme.plansDueProvinces; from=year; source=archive:02/NQ-CP', '63', 63],
]

/** In the news' paragraphs on tasks, the programme, its debts and plans, every number is one of the list, or a day or a notation. */
export function checkAgainstNews(): string | undefined {
  if (!existsSync(NEWS)) return `${NEWS} is not here`
  const paragraphs = readFileSync(NEWS, 'utf8').normalize('NFC').split('\n')
  const about = [
    /^Về thực hiện nhiệm vụ giao, /,
    /^Về thực hiện Chương trình công tác/,
    /nợ đọng, bảo đảm trình/,
    /Kế hoạch triển khai Nghị quyết/,
  ]
  let left = about.map((one) => paragraphs.find((words) => one.test(words))!).join('\n')
  for (const [words] of FEBRUARY) assert.ok(left.includes(words), `the news says “${words}”`)
  for (const [words] of FEBRUARY) left = left.replaceAll(words, '')
  const numbers = left
    .replace(/\d{1,2}\/\d{1,2}\/\d{4}|số \d+\/NQ-CP|Nghị quyết (số )?\d+|năm \d{4}|\d tháng đầu|tháng \d+/g, '')
    .match(/\d[\d.,]*%?/g)
  assert.deepEqual(numbers, null, 'no number of the news is left out')
  return undefined
}

/** Draws the report up in one request, as the button does. */
export const drawFebruary = (officer: Visitor) => write(officer, { kind: 'monthlyTaskForce', period: '2021-02' })

/** Each figure is in the words of its section, and its address opens as many rows as it says. */
export async function checkFebruary(officer: Visitor, id: number): Promise<void> {
  const text = await textOf(officer, id)
  assert.deepEqual(
    text.figures
      // What was carried over had all been submitted: a clause that is not said.
      .filter(({ missing, name }) => missing !== null && name !== 'programme.owedEarlier')
      .map(({ ref, missing }) => `${ref}: ${missing}`),
    [],
    'nothing is missing',
  )
  for (const [news, section, ref, printed, rows] of FEBRUARY) {
    const runs = text.sections.find(({ key }) => key === section)!.paragraphs.flat()
    assert.equal(runs.find((run) => run.ref === ref)?.text, printed, `${news}: ${ref}`)
    const { rows: address } = text.figures.find((one) => one.ref === ref)!
    assert.equal(await rowsAt(officer, address!), rows, `${news}: ${address}`)
  }
}

/** How many rows the page of this address lists, through what that page asks of the server. */
async function rowsAt(officer: Visitor, address: string): Promise<number> {
  const { pathname, searchParams: query } = new URL(address, 'http://console')
  const get = async (url: string) => {
    const { status, body } = await officer.send('GET', url)
    assert.equal(status, 200, `${url}: ${JSON.stringify(body)}`)
    return body as unknown as { total: number; duties: unknown[] }
  }
  if (pathname === '/nhiem-vu') return (await get(`/api/tasks?${query}&count=true&limit=1`)).total
  assert.equal(pathname, '/chuong-trinh-cong-tac')
  const [tab, call] = [query.get('tab'), query.get('call')]
  for (const name of ['tab', 'call', 'year']) query.delete(name)
  if (tab === 'list') return (await get(`/api/programme/items?${query}&limit=1`)).total
  assert.deepEqual([tab, call !== null], ['plans', true], address)
  return (await get(`/api/programme/plan-calls/${call}?${query}`)).duties.length
}

/** Issued as people do: every recommendation decided, submitted by one, signed by another. */
export const issueFebruary = (officer: Visitor, leader: Visitor, id: number) => issue(officer, leader, id, 1)

const FORMATS = ['docx', 'pdf', 'xlsx', 'svg', 'png', 'html'] as const

/** Every file of the issued report and its text, as one string each. */
export async function copiesOf(send: Visitor['send'], id: number): Promise<Record<string, string>> {
  const copies: Record<string, string> = {}
  for (const format of FORMATS) {
    const { status, bytes } = await send('GET', `${REPORTS}/${id}/document?format=${format}`)
    assert.equal(status, 200, format)
    copies[format] = bytes.toString('base64')
  }
  copies.text = (await send('GET', `${REPORTS}/${id}/text`)).bytes.toString()
  return copies
}

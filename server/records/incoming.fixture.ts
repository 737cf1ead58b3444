import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { toPdf } from '../platform/official-document/pdf.ts'
import { type Answer, freshApp, type TestApp, upload, type Visitor } from '../test/app.ts'
import { sendOk } from '../test/send-ok.ts'
import type { IncomingDetail } from './incoming-shapes.ts'

export const base = '/api/records'
export const UNIT = 'vpcp-cuc-kiem-soat-thu-tuc-hanh-chinh'
export const OTHER_UNIT = 'vpcp-vu-tong-hop'

/** The Office with its clerks, leaders and two units, on Tuesday 01/12/2026 at noon; and a clerk of a ministry. */
export interface Desk extends TestApp {
  clerk: Visitor
  clerk2: Visitor
  /** Leaders of the Office. */
  leader: Visitor
  leader2: Visitor
  /** Leads the unit; `officer` works in it, `neighbour` in the other unit. */
  head: Visitor
  officer: Visitor
  neighbour: Visitor
  stranger: Visitor
  unit: number
  otherUnit: number
  ministry: number
  ok: typeof sendOk
}

export { codeOf, fieldOf } from '../test/send-ok.ts'

export async function desk(t: TestContext, at = '2026-12-01', env: Record<string, string> = {}): Promise<Desk> {
  const app = await freshApp(t, { at, env })
  return {
    ...app,
    ok: sendOk,
    unit: await app.agency(UNIT),
    otherUnit: await app.agency(OTHER_UNIT),
    ministry: await app.agency('bo-tai-chinh'),
    clerk: await app.as('clerk', { name: 'Đỗ Văn Thư' }),
    clerk2: await app.as('clerk', { name: 'Mai Vào Sổ' }),
    leader: await app.as('leader', { name: 'Phan Lãnh Đạo' }),
    leader2: await app.as('leader', { name: 'Đinh Lãnh Đạo' }),
    head: await app.as('leader', { agency: UNIT, name: 'Lê Cục Trưởng' }),
    officer: await app.as('officer', { agency: UNIT, name: 'Vũ Chuyên Viên' }),
    neighbour: await app.as('officer', { agency: OTHER_UNIT, name: 'Trần Vụ Khác' }),
    stranger: await app.as('clerk', { agency: 'bo-tai-chinh', name: 'Hà Bộ Khác' }),
  }
}

/** A letter of the ministry as PDF with its text. */
export const letterPdf = (change: { number?: string; about?: string; type?: string | null; mark?: string } = {}) =>
  toPdf({
    superiorAgency: null,
    issuingAgency: 'Bộ Tài chính',
    number: change.number ?? '1234/BTC-NSNN',
    notation: '/BTC-NSNN',
    place: 'Hà Nội',
    issuedOn: '2026-11-30',
    type: change.type ?? null,
    subject: change.about ?? 'báo cáo tình hình giải ngân (MẪU)',
    ...(change.type == null ? { addressees: ['Văn phòng Chính phủ'] } : {}),
    body: [
      {
        kind: 'paragraph',
        runs: [{ text: 'Bộ Tài chính báo cáo tình hình giải ngân vốn đầu tư công tháng 11 năm 2026.' }],
      },
    ],
    signature: { title: 'KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG', name: 'Nguyễn Thứ Mẫu' },
    recipients: ['Như trên', 'Lưu: VT'],
    annexes: [],
    mark: change.mark ?? null,
  })

let files = 0
/** Bytes that no other test has, of a kind that is taken in and has no text. */
export const anotherPdf = () => Buffer.from(`%PDF-1.4\n% MẪU ${++files}\n`)

/** A file arrives at the Office; not read yet. */
export async function arrived(
  world: Desk,
  bytes: Uint8Array = anotherPdf(),
  { who = world.clerk, name = 'công văn.pdf', fields = {} as Record<string, string> } = {},
): Promise<number> {
  const answer = await who.send('POST', `${base}/incoming`, upload(name, bytes, fields))
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return (answer.body as { id: number }).id
}

export const show = ({ ok }: Desk, who: Visitor, id: number) => ok<IncomingDetail>(who, 'GET', `${base}/incoming/${id}`)

export const description = (change: object = {}) => ({
  senderName: 'Bộ Tài chính',
  notation: `${++files}/BTC-NSNN`,
  issuedOn: '2026-11-30',
  kind: 'CV',
  about: `báo cáo số ${files} (MẪU)`,
  ...change,
})
export const checked = { isAuthentic: true, isAddressedHere: true }

/** An act on a document at the version that stands. */
export async function doAct<T = { version: number }>(
  world: Desk,
  who: Visitor,
  id: number,
  act: string,
  body?: unknown,
): Promise<T> {
  const { version } = await show(world, world.clerk, id)
  return world.ok<T>(who, 'POST', `${base}/incoming/${id}/${act}`, body, version)
}

/** The same, for an act that is expected to be refused. */
export async function tryAct(world: Desk, who: Visitor, id: number, act: string, body?: unknown): Promise<Answer> {
  const { version } = await show(world, world.clerk, id)
  return who.send('POST', `${base}/incoming/${id}/${act}`, { ...(body ? { body } : {}), ifMatch: version })
}

export async function registered(world: Desk, change: object = {}, bytes?: Uint8Array): Promise<number> {
  const id = await arrived(world, bytes)
  await doAct(world, world.clerk, id, 'register', { ...checked, description: description(change) })
  return id
}

/** A registered document, given to the unit to lead until 05/12. */
export async function assigned(world: Desk, more: object[] = [], change: object = {}): Promise<number> {
  const id = await registered(world, change)
  await doAct(world, world.leader, id, 'assign', {
    handlings: [{ agencyId: world.unit, part: 'lead' }, ...more],
    dueOn: '2026-12-05',
    words: 'Cục chủ trì, báo cáo tôi',
  })
  return id
}

/** An act on a part, by its place in the list of the document. */
export async function onPart(
  world: Desk,
  who: Visitor,
  { id, place = 0, act, body }: { id: number; place?: number; act: string; body?: unknown },
): Promise<Answer> {
  const { handlings } = await show(world, world.clerk, id)
  const { id: handlingId, version } = handlings[place]!
  return who.send('POST', `${base}/handlings/${handlingId}/${act}`, { ...(body ? { body } : {}), ifMatch: version })
}

/** What a person was told in the notifications: "incoming.assigned 1". */
export async function toldOf(world: Pick<Desk, 'ok'>, who: Visitor): Promise<string[]> {
  const { rows } = await world.ok<{ rows: { event: string; count: number }[] }>(who, 'GET', '/api/notifications')
  return rows.map(({ event, count }) => `${event} ${count}`).toSorted()
}

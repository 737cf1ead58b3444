/** Shared by the tests of directives: the sample documents, and a reviewer's desk on its own server. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Directive, Draft, DraftEdit, DraftsChanged, Uploaded } from '../directives/shapes.ts'
import { freshApp, type TestApp, upload, type Visitor } from './app.ts'

const FIXTURES = join(import.meta.dirname, '../directives/fixtures')
export const SAMPLE = readFileSync(join(FIXTURES, 'ke-hoach-mau.txt'))
export const CAT = readFileSync(join(FIXTURES, 'con-meo.jpg'))
export const SECRET = [
  'VĂN PHÒNG CHÍNH PHỦ\nMẬT\nSố: 7/QĐ-VPCP\nHà Nội, ngày 05 tháng 01 năm 2021\n',
  'QUYẾT ĐỊNH\nVề việc rà soát hồ sơ (MẪU)\n',
  'Điều 1. Giao Bộ Tài chính báo cáo kết quả rà soát trước ngày 30 tháng 3 năm 2021.\n',
].join('\n')
export const WITHOUT_TASKS = [
  'VĂN PHÒNG CHÍNH PHỦ\nSố: 8/TB-VPCP\nHà Nội, ngày 05 tháng 01 năm 2021\n',
  'THÔNG BÁO\nVề giờ mở cửa (MẪU)\n',
  'Trụ sở mở cửa từ 8 giờ đến 17 giờ.\n',
].join('\n')

/** The scan of Quyết định 12/QĐ-VPCP of 12/01/2021, if the public documents are next to the project. */
export const DECISION_12 = join(import.meta.dirname, '../../../shared/sources/004_5c0b3d750e2bba17.txt')
export const withoutDecision12 = existsSync(DECISION_12) ? false : `${DECISION_12} is not here`

export interface Refusal {
  code: string
  detail: string
  id?: number
  fields?: { path: string; message: string }[]
  changedBy?: string
  changedAt?: string
}

/** A server with one reviewer, and the steps with which every test begins. */
export async function openDesk(t: TestContext): Promise<TestApp & { reviewer: Visitor }> {
  const app = await freshApp(t)
  return { ...app, reviewer: await app.as('followUp', { name: 'Lê Thị Rà Soát' }) }
}

export async function send(visitor: Visitor, name: string, bytes: Uint8Array | string): Promise<number> {
  const answer = await visitor.send('POST', '/api/directives', upload(name, Buffer.from(bytes)))
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return (answer.body as Uploaded).id
}

/** Uploads and reads a document, and returns the directive. */
export async function takeIn(
  { reviewer, drain }: { reviewer: Visitor; drain: () => Promise<void> },
  bytes: Uint8Array | string = SAMPLE,
  name = 'ke-hoach-mau.txt',
): Promise<Directive> {
  const id = await send(reviewer, name, bytes)
  await drain()
  return look(reviewer, id)
}

export async function look(visitor: Visitor, id: number): Promise<Directive> {
  const answer = await visitor.send('GET', `/api/directives/${id}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

/** An edit that changes nothing. */
export function editOf(draft: Draft): DraftEdit {
  const { groupTitle, title, content, product, deadlines, targets } = draft
  return {
    groupTitle,
    title,
    content,
    product,
    implements: draft.implements,
    deadlines,
    targets,
    parties: draft.parties.map(({ role, name, scope, collective, span, accountable, agencyId }) => ({
      role,
      name,
      scope,
      collective,
      span,
      accountable,
      agencyId,
    })),
  }
}

export function draftAt({ drafts }: Pick<Directive, 'drafts'>, ref: string): Draft {
  const draft = drafts.find((each) => each.ref === ref)
  assert.ok(draft, `no draft ${ref} among ${drafts.map((each) => each.ref).join(', ')}`)
  return draft
}

/** An act on a draft that must succeed. */
export async function act(
  visitor: Visitor,
  directive: Pick<Directive, 'id'>,
  draft: Draft,
  what: '' | '/check' | '/drop' | '/restore' | '/split',
  body?: unknown,
): Promise<DraftsChanged> {
  const url = `/api/directives/${directive.id}/drafts/${draft.id}${what}`
  const answer = await visitor.send(what === '' ? 'PUT' : 'POST', url, { body, ifMatch: draft.version })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

/** Fixes the only problem of the sample: its invented unit becomes Vụ Tổng hợp. */
export async function makeReady(
  desk: { reviewer: Visitor; agency: TestApp['agency'] },
  id: number,
): Promise<Directive> {
  const directive = await look(desk.reviewer, id)
  const draft = draftAt(directive, 'II.2.b')
  const edit = editOf(draft)
  edit.parties[0]!.agencyId = await desk.agency('vpcp-vu-tong-hop')
  await act(desk.reviewer, directive, draft, '', edit)
  return look(desk.reviewer, id)
}

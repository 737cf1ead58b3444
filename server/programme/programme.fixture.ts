import type { TestContext } from 'node:test'
import { hasRight } from '../platform/rights.ts'
import { prepareReference } from '../prepare.ts'
import { type Agencies, agenciesOf, FINANCE } from '../tasks/task.fixture.ts'
import { type Answer, freshApp, type TestApp, type Visitor } from '../test/app.ts'
import { upload } from '../test/upload.ts'
import type { AddItem, CheckFile, Item, ItemList, Submit } from './shapes.ts'

export interface World extends TestApp {
  agencies: Agencies
  health: number
  /** Keeps the programme. */
  keeper: Visitor
  /** Records decisions too. */
  leader: Visitor
  /** Of Bộ Tài chính. */
  officer: Visitor
  /** Of Bộ Y tế. */
  other: Visitor
  /** The issued programme of 2021. */
  programmeId: number
}

export const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code]
export function ok<T>(answer: Answer): T {
  if (answer.status < 300) return answer.body as T
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
}

export async function programmeWorld(t: TestContext, at = '2021-01-04'): Promise<World> {
  const app = await freshApp(t, { at })
  const agencies = await agenciesOf(app)
  await prepareReference(app.db)
  const keeper = await app.as('followUp', { name: 'Trần Theo Dõi' })
  const leader = await app.as('followUpLeader', { name: 'Đặng Lãnh Đạo' })
  const officer = await app.as('officer', { agency: FINANCE, name: 'Phạm Cán Bộ' })
  const other = await app.as('officer', { agency: 'bo-y-te', name: 'Hoàng Y Tế' })
  const programmeId = await issuedProgramme(keeper, at.slice(0, 4), at)
  return { ...app, agencies, health: await app.agency('bo-y-te'), keeper, leader, officer, other, programmeId }
}

export async function issuedProgramme(keeper: Visitor, year: string, actOn: string): Promise<number> {
  const made = await keeper.send('POST', '/api/programme/programmes', { body: { kind: 'year', on: `${year}-06-01` } })
  const { id } = ok<{ id: number }>(made)
  const body = { actNumber: '01/QĐ-TTg', actOn }
  ok(await keeper.send('POST', `/api/programme/programmes/${id}/issue`, { ifMatch: 1, body }))
  return id
}

export async function added(
  world: Pick<World, 'agencies' | 'keeper' | 'programmeId'>,
  change: Partial<AddItem> = {},
): Promise<number> {
  const body = {
    programmeId: world.programmeId,
    name: 'Nghị định về phí (MẪU)',
    level: 'government',
    leadAgencyId: world.agencies.finance,
    ...(change.day === undefined ? { month: '2021-02' } : {}),
    actNumber: '01/QĐ-TTg',
    actOn: '2021-01-04',
    ...change,
  }
  return ok<{ id: number }>(await world.keeper.send('POST', '/api/programme/items', { body })).id
}

export const itemOf = async (who: Visitor, id: number): Promise<Item> =>
  ok(await who.send('GET', `/api/programme/items/${id}`))
export const listOf = async (who: Visitor, query = ''): Promise<ItemList> =>
  ok(await who.send('GET', `/api/programme/items${query}`))

/** Does an act at the version the entry has now. */
export async function act(who: Visitor, id: number, path: string, body?: unknown): Promise<Answer> {
  const { version } = await itemOf(who, id)
  return who.send('POST', `/api/programme/items/${id}/${path}`, {
    ifMatch: version,
    ...(body === undefined ? {} : { body }),
  })
}

/** The office checks the file and finds every part of the list; what the check says else is `change`. */
export async function checked(who: Visitor, id: number, change: Partial<CheckFile> = {}): Promise<Answer> {
  const { submissions } = await itemOf(who, id)
  const there = (submissions.find(({ isAnnulled }) => !isAnnulled)?.parts ?? []).map(({ name }) => name)
  return act(who, id, 'check', { outcome: 'complete', there, ...change })
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')

/** The lead sends the signed paper; the office records its register's number. Numbers are of the entry. */
export async function submitted(
  who: Visitor,
  id: number,
  change: Partial<Submit> & { sentOn: string },
  bytes?: Buffer,
): Promise<Answer> {
  const { version } = await itemOf(who, id)
  const file = bytes ?? (hasRight(who.actor, 'programme.keep') ? undefined : PDF)
  const input = JSON.stringify({
    number: `${id}/TTr-BTC`,
    ...(file ? {} : { registryNumber: String(1200 + id) }),
    ...change,
  })
  const form = file ? upload('to-trinh.pdf', file, { submission: input }) : { body: { submission: input } }
  return who.send('POST', `/api/programme/items/${id}/submissions`, { ifMatch: version, ...form })
}

/** Asked by one, decided by another with an act. */
export async function changed(
  world: World,
  id: number,
  ask: { by?: Visitor; body: Record<string, unknown> },
  decision: Record<string, unknown> = {},
): Promise<Item> {
  ok(await act(ask.by ?? world.officer, id, 'changes', { reason: 'Chờ ý kiến các bộ', ...ask.body }))
  const change = (await itemOf(world.leader, id)).changes[0]!
  const body = {
    decision: 'granted',
    decider: 'Phó Thủ tướng (MẪU)',
    actNumber: '88/VPCP-TH',
    actOn: '2021-02-20',
    ...decision,
  }
  ok(await act(world.leader, id, `changes/${change.id}/decide`, body))
  return itemOf(world.keeper, id)
}

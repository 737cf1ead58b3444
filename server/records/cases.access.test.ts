import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Visitor } from '../test/app.ts'
import { aFile, anIncoming, archived, base, caseOf, casesWorld, closed, offered, opened } from './cases.fixture.ts'

const ROLES = ['keeper', 'colleague', 'neighbour', 'stranger', 'clerk', 'leader'] as const

/** Who may do what: a row for each act, in the order of the roles. What is refused does nothing, so each asks about the same. */
const TABLE: [act: string, statuses: string][] = [
  ['GET case', '200 200 404 404 200 200'],
  ['GET case/paper', '200 200 404 404 200 200'],
  ['POST case/documents', '400 400 404 404 400 400'],
  ['PATCH case', '400 403 404 404 403 400'],
  ['POST case/close', '409 403 404 404 403 409'],
  ['POST case/reopen', '409 403 404 404 403 409'],
  ['POST hand-overs', '409 403 404 404 403 409'],
  ['GET handOver', '200 200 404 404 200 200'],
  ['GET handOver/package', '200 200 404 404 200 200'],
  ['POST handOver/accept', '403 403 404 404 409 403'],
  ['POST handOver/return', '403 403 404 404 409 403'],
  ['POST destructions', '403 403 403 403 409 403'],
  ['GET destruction', '404 404 404 404 200 200'],
  ['POST destruction/consider', '404 404 404 404 409 403'],
  ['POST destruction/decide', '404 404 404 404 403 409'],
  ['POST destruction/decline', '404 404 404 404 403 409'],
  ['POST destruction/withdraw', '404 404 404 404 409 403'],
  ['POST destruction/carry-out', '404 404 404 404 409 403'],
  ['POST nomenclatures', '403 403 403 403 400 403'],
  ['GET nomenclature', '404 404 404 404 200 404'],
  ['PUT nomenclature/lines', '404 404 404 404 409 404'],
  ['POST nomenclature/issue', '404 404 404 404 409 404'],
  ['POST nomenclature/carry-over', '404 404 404 404 409 404'],
  ['POST retention-classes', '403 403 403 403 201 403'],
]

test('one row for each role and act', async (t) => {
  const world = await casesWorld(t)
  const documentId = await anIncoming(world)
  const caseId = await opened(world)
  // Everyone of the unit and the archive sees the document; it is in the case already, so adding it is refused as input.
  await world.ok(world.keeper, 'POST', `${base}/cases/${caseId}/documents`, { kind: 'incoming', documentId })
  const handOverId = await offered(world, [await closed(world)])
  const old = await archived(world, { years: 5 })
  const { id: nomenclatureId } = await world.ok<{ id: number }>(world.clerk, 'POST', `${base}/nomenclatures`, {
    year: 2026,
  })
  world.clock.set('2032-01-05')
  const { id: destructionId } = await world.ok<{ id: number }>(world.clerk, 'POST', `${base}/destructions`, {
    caseIds: [old],
    reason: 'Hết thời hạn',
  })
  const stale = { ifMatch: 999 }
  const on = '2032-01-05'
  const where: Record<string, string> = {
    case: `cases/${caseId}`,
    handOver: `hand-overs/${handOverId}`,
    destruction: `destructions/${destructionId}`,
    nomenclature: `nomenclatures/${nomenclatureId}`,
  }
  const bodies: Record<string, object> = {
    'POST case/documents': { body: { kind: 'incoming', documentId } },
    'PATCH case': {
      body: { title: 'x', retentionClassId: 987654, keeperId: 1 },
      ifMatch: (await caseOf(world, caseId)).version,
    },
    'POST case/close': { ...stale, body: { endedOn: on } },
    'POST case/reopen': { ...stale, body: { reason: 'x' } },
    'POST hand-overs': { body: { caseIds: [caseId] } },
    'POST handOver/accept': { ...stale, body: {} },
    'POST handOver/return': { ...stale, body: { reason: 'x' } },
    // It is proposed already.
    'POST destructions': { body: { caseIds: [old], reason: 'x' } },
    'POST destruction/consider': { ...stale, body: { council: 'x', councilOn: on, words: 'x' } },
    'POST destruction/decide': { ...stale, body: { decision: 'x', decidedOn: on } },
    'POST destruction/decline': { ...stale, body: { reason: 'x' } },
    'POST destruction/withdraw': { ...stale, body: { reason: 'x' } },
    'POST destruction/carry-out': { ...stale, body: { on, witnesses: 'x' } },
    'POST nomenclatures': { body: { year: 2027 } },
    'PUT nomenclature/lines': { ...stale, body: { lines: [] } },
    'POST nomenclature/issue': { ...stale, body: { number: 'x', issuedOn: on } },
    'POST nomenclature/carry-over': {},
    'POST retention-classes': { body: { name: 'x', years: 5, source: 'x', validFrom: on } },
  }
  const found: string[] = []
  for (const [act] of TABLE) {
    const [method, path] = act.split(' ') as ['GET' | 'POST', string]
    const [thing, ...rest] = path.split('/') as [string, ...string[]]
    const url = [base, where[thing] ?? thing, ...rest].join('/')
    const statuses: number[] = []
    for (const role of ROLES)
      statuses.push((await (world[role] as Visitor).send(method, url, bodies[act] ?? {})).status)
    found.push(`${act}: ${statuses.join(' ')}`)
  }
  assert.deepEqual(
    found,
    TABLE.map(([act, statuses]) => `${act}: ${statuses}`),
  )
  // Adding a file to a case of another unit: it is not there.
  for (const who of [world.neighbour, world.stranger])
    assert.equal((await who.send('POST', `${base}/cases/${caseId}/files`, aFile('x'))).status, 404)
  assert.equal((await world.send('GET', `${base}/cases/${caseId}`)).status, 401)
})

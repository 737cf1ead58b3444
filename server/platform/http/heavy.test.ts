import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { HeavyTurns, mountHeavy } from './heavy.ts'
import { buildHttp } from './server.ts'

const codeOf = (error: unknown) => (error as { code?: string }).code
const LIMITS = { perPerson: 4, atOnce: 6 }

test('one user has four running and eight waiting; the next is refused with a message', async () => {
  const turns = new HeavyTurns(LIMITS)
  const atWork = await Promise.all([1, 2, 3, 4].map(() => turns.enter('an')))
  const waiting = Array.from({ length: 8 }, () => turns.enter('an'))
  await assert.rejects(turns.enter('an'), (error: { status: number; detail: string; retryAfter: number }) => {
    assert.deepEqual([error.status, codeOf(error), error.retryAfter], [429, 'request.too_many_heavy', 5])
    assert.match(error.detail, /Hãy đợi/)
    return true
  })
  const another = await turns.enter('bình')
  another()
  for (const leave of atWork) leave()
  for (const turn of waiting) (await turn)()
  const again = await turns.enter('an')
  again()
})

test('a user with one request is served before the rest of a user with many', async () => {
  const turns = new HeavyTurns(LIMITS)
  const served: string[] = []
  const enter = async (who: string) => {
    const leave = await turns.enter(who)
    served.push(who)
    return leave
  }
  const first = await Promise.all(['an', 'an', 'an', 'an', 'bình', 'bình'].map(enter))
  const later = ['an', 'an', 'bình', 'bình', 'chi'].map(enter)
  served.length = 0
  first[5]!()
  await later[4]
  assert.deepEqual(served, ['chi'], 'though she came last')
  for (const leave of first) leave()
  for (const turn of later) (await turn)()
})

test('ending a turn twice counts once, and a wait has a limit', async () => {
  const turns = new HeavyTurns({ perPerson: 1, atOnce: 1 }, 50)
  const leave = await turns.enter('an')
  await assert.rejects(turns.enter('an'), (error) => codeOf(error) === 'request.too_many_heavy')
  await assert.rejects(turns.enter('bình'), (error) => codeOf(error) === 'server.busy')
  leave()
  leave()
  const next = await turns.enter('an')
  await assert.rejects(turns.enter('bình'), (error) => codeOf(error) === 'server.busy')
  next()
})

test('a client that leaves gives up its turn, running or waiting; light requests take none', async (t) => {
  const app = await buildHttp({ logLevel: 'silent', version: '1.2.3' })
  mountHeavy(app, { perPerson: 1, atOnce: 1 })
  let atWork = 0
  let begun = 0
  app.get('/api/heavy', { config: { heavy: true } }, async (request) => {
    atWork += 1
    begun += 1
    const { ms } = request.query as { ms: string }
    await pause(Number(ms))
    atWork -= 1
    return { atWork }
  })
  app.get('/api/light', async () => ({}))
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.after(() => app.close())
  const { port } = app.server.address() as AddressInfo
  const send = (ms: number) => {
    const request = ask({ port, path: `/api/heavy?ms=${ms}`, host: '127.0.0.1', agent: false })
    request.on('error', () => {})
    return request.end()
  }
  const holding = send(1_000)
  await pause(100)
  const waiting = [send(1), send(1)]
  await pause(100)
  const refused = await fetch(`http://127.0.0.1:${port}/api/heavy?ms=1`)
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '5'])
  assert.equal((await fetch(`http://127.0.0.1:${port}/api/light`)).status, 200)
  for (const request of waiting) request.destroy()
  await pause(50)
  holding.destroy()
  await pause(50)
  assert.equal((await fetch(`http://127.0.0.1:${port}/api/heavy?ms=1`)).status, 200)
  assert.equal(begun, 2, 'those that left while waiting never started')
  for (let round = 0; round < 20; round++) {
    assert.equal((await fetch(`http://127.0.0.1:${port}/api/heavy?ms=1`)).status, 200)
  }
})

test('a client that leaves before its turn is requested takes none', async (t) => {
  const app = await buildHttp({ logLevel: 'silent', version: '1.2.3' })
  // As in the sign-in check: the user is found first, and the client leaves meanwhile.
  let arrived = () => {}
  let left = 0
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.includes('slow')) return
    arrived()
    await once(reply.raw, 'close')
    left++
  })
  mountHeavy(app, { perPerson: 2, atOnce: 2 })
  let begun = 0
  app.get('/api/heavy', { config: { heavy: true } }, async () => ({ begun: ++begun }))
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.after(() => app.close())
  const { port } = app.server.address() as AddressInfo
  for (let round = 0; round < 12; round++) {
    const request = ask({ port, path: '/api/heavy?slow', host: '127.0.0.1', agent: false })
    request.on('error', () => {})
    const isThere = new Promise<void>((resolve) => {
      arrived = resolve
    })
    request.end()
    await isThere
    request.destroy()
  }
  while (left < 12) await pause(5)
  // What follows the hook has run once an answer to a later request is here.
  assert.equal((await fetch(`http://127.0.0.1:${port}/none`)).status, 404)
  assert.equal(begun, 0, 'nothing is started for a client that has left')
  const answers = await Promise.all([1, 2, 3].map(() => fetch(`http://127.0.0.1:${port}/api/heavy`)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  )
})

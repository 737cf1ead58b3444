import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { house } from '../house.ts'
import { freshApp } from '../test/app.ts'
import type { Actor } from './actor.ts'
import { addJob } from './jobs.ts'
import { builtRooms, HOUSE_ORDER, type Joined, joinRooms, type Room, roomBehind } from './room.ts'

const nothing = async () => {}

test('rooms that conflict are reported at the start', () => {
  const one = { name: 'one', handlers: { 'paper.read': nothing } }
  assert.throws(() => joinRooms([one, { ...one, name: 'two' }]), /two rooms have the job paper\.read/)
  assert.throws(
    () => joinRooms([{ name: 'one', schedules: [{ at: '* * * * *', job: 'paper.gone' }] }]),
    /no room handles/,
  )
  assert.throws(
    () => joinRooms([{ name: 'one', subscriptions: [{ event: 'a.b', job: 'paper.gone' }] }]),
    /no room handles/,
  )
  assert.deepEqual(Object.keys(joinRooms([one]).handlers), ['paper.read'])
})

test('people are told of an event by one room, and only of one that some room announces', () => {
  const tell = { events: ['a.b'], tell: async () => [] }
  const event = { name: 'a.b', vi: 'A', en: 'A' }
  assert.throws(() => joinRooms([{ name: 'one', tells: [tell] }]), /people are told of a\.b, which no room announces/)
  assert.throws(
    () =>
      joinRooms([
        { name: 'one', events: [event], tells: [tell] },
        { name: 'two', tells: [tell] },
      ]),
    /two tells have the event a\.b/,
  )
  assert.deepEqual([...joinRooms([{ name: 'one', events: [event], tells: [tell] }]).tells.keys()], ['a.b'])
})

test('a kind of source is declared by one room, under a name that can stand in an address', () => {
  const minutes = { kind: 'minutes', vi: 'biên bản họp', en: 'minutes', path: '/hop/:id' }
  const declaring = (...kinds: (typeof minutes)[]) =>
    kinds.map((kind, n) => ({ name: `room${n}`, taskSources: [kind] }))
  assert.deepEqual(joinRooms(declaring(minutes)).taskSources, [minutes])
  assert.throws(
    () => joinRooms(declaring(minutes, { ...minutes, en: 'other' })),
    /two rooms have the task source minutes/,
  )
  assert.throws(() => joinRooms([{ name: 'one', taskSources: [minutes, minutes] }]), /two rooms have/)
  assert.throws(() => joinRooms(declaring({ ...minutes, kind: 'a:b' })), /not named by letters alone/)
  assert.throws(() => joinRooms(declaring({ ...minutes, path: '/hop' })), /has no :id/)
  const kinds = house.taskSources.map(({ kind }) => kind)
  assert.ok(kinds.includes('archive') && kinds.includes('directive'), 'those of the house')
})

test('at a reorganisation each room is called in turn, and a job may call them all without knowing any', async (t) => {
  const { db } = await freshApp(t)
  const calls: string[] = []
  const room = (name: string, counts: Record<string, number>): Room => ({
    name,
    succeed: async (_trx, _actor, { from, to }) => {
      calls.push(`${name}: ${from.name} → ${to}`)
      return counts
    },
  })
  let all: Joined | undefined
  const above: Room = {
    name: 'above',
    handlers: (joined) => {
      all = joined
      return { 'above.run': nothing }
    },
  }
  const actor = {} as Actor
  const inheritance = {
    from: { id: 1, name: 'Bộ cũ' },
    to: 2,
    on: '2025-03-01',
    source: 'NQ',
    now: Temporal.Now.instant(),
  }
  const succeed = (...rooms: Room[]) => {
    const { handlers } = joinRooms([...rooms, above])
    assert.deepEqual(Object.keys(handlers), ['above.run'])
    return db.transaction().execute((trx) => all!.succeed(trx, actor, inheritance))
  }
  assert.deepEqual(
    await succeed(room('one', { feeds: 2 }), { name: 'silent' }, room('two', { rules: 1, letters: 0 })),
    {
      feeds: 2,
      rules: 1,
      letters: 0,
    },
  )
  assert.deepEqual(calls, ['one: Bộ cũ → 2', 'two: Bộ cũ → 2'])
  await assert.rejects(succeed(room('one', { feeds: 2 }), room('two', { feeds: 1 })), /two rooms count feeds/)
})

test('the rooms are in house order', () => {
  const names = house.rooms.map(({ name }) => name)
  assert.deepEqual(
    names,
    HOUSE_ORDER.filter((name) => names.includes(name)),
  )
  assert.deepEqual(names, HOUSE_ORDER)
  assert.deepEqual(names.slice(0, 3), ['platform', 'registry', 'tasks'])
})

test('a room of the table counts as built once it has an index.ts, not just a folder', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const name of ['tasks', 'records', 'kitchen', 'registry']) mkdirSync(join(folder, name))
  for (const name of ['tasks', 'kitchen', 'registry']) writeFileSync(join(folder, name, 'index.ts'), 'export {}\n')
  assert.deepEqual(builtRooms(['registry', 'exchange', 'tasks', 'records'], folder), ['registry', 'tasks'])
})

test('an index.ts that does not export its room is reported at the start', () => {
  const registry = { name: 'registry' }
  assert.equal(roomBehind('registry', { registry }), registry)
  assert.throws(
    () => roomBehind('registry', { rooms: registry }),
    /registry\/index\.ts does not export the room registry/,
  )
  assert.throws(() => roomBehind('registry', { registry: { name: 'tasks' } }), /does not export the room registry/)
})

test('the nightly cleanup removes what has expired and nothing else', async (t) => {
  const { db, drain } = await freshApp(t)
  const days = (count: number) =>
    Temporal.Now.instant()
      .add({ hours: 24 * count })
      .toString()
  await db.transaction().execute(async (trx) => {
    const fingerprint = Buffer.alloc(32)
    await trx
      .insertInto('platform.idempotency')
      .values([
        { user_id: 'u', key: 'old', fingerprint, created_at: days(-8) },
        { user_id: 'u', key: 'new', fingerprint, created_at: days(-6) },
      ])
      .execute()
    await trx
      .insertInto('platform.verification')
      .values([
        { id: 'gone', identifier: 'a', value: 'x', expires_at: days(-1) },
        { id: 'open', identifier: 'a', value: 'x', expires_at: days(1) },
      ])
      .execute()
  })
  await db.transaction().execute((trx) => addJob(trx, 'platform.sweep', {}))
  await drain()
  assert.deepEqual(await db.selectFrom('platform.idempotency').select('key').execute(), [{ key: 'new' }])
  assert.deepEqual(await db.selectFrom('platform.verification').select('id').execute(), [{ id: 'open' }])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { migrate } from '../platform/schema/migrate.ts'
import { query } from '../test/cluster.ts'
import { openWebhooks } from './webhooks.fixture.ts'

const MOF = 'bo-tai-chinh'

test('an endpoint that subscribed to an event before it was renamed is subscribed to it after the upgrade', async (t) => {
  const app = await openWebhooks(t)
  const focal = await app.as('focalPoint', { agency: MOF })
  const ids: number[] = []
  for (const name of ['cũ', 'mới', 'mọi sự kiện']) {
    const { id } = await app.add(
      focal,
      MOF,
      'https://127.0.0.1/',
      name === 'mọi sự kiện' ? ['*'] : ['task.urged'],
      name,
    )
    ids.push(id)
  }
  const before =
    'array[$$task.urged$$, $$task.extensionAsked$$, $$task.returnAsked$$, $$task.transferAsked$$, $$contribution.asked$$]'
  await query(
    app.url,
    `update webhooks.endpoint set events = ${before} where endpoint_id = ${ids[0]}`,
    "delete from public.kysely_migration where name = '0036_event_names'",
  )
  await migrate(app.url)

  const rows = await app.db
    .selectFrom('webhooks.endpoint')
    .select(['endpoint_id', 'events'])
    .orderBy('endpoint_id')
    .execute()
  assert.deepEqual(
    rows.map(({ events }) => events),
    [
      [
        'contribution.requested',
        'task.extensionRequested',
        'task.returnRequested',
        'task.transferRequested',
        'task.urged',
      ],
      ['task.urged'],
      ['*'],
    ],
  )
  const { events } = (await focal.send('GET', '/api/webhooks/events')).body as { events: { name: string }[] }
  const offered = events.map(({ name }) => name)
  assert.deepEqual(
    rows[0]?.events.filter((name) => !offered.includes(name)),
    [],
    'each is an event of today',
  )
})

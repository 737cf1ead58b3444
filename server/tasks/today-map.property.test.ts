import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { systemActor } from '../platform/actor.ts'
import { addDays } from '../platform/calendar.ts'
import { membersOf } from '../registry/index.ts'
import { freshApp } from '../test/app.ts'
import { assignArchive, type PastTask } from './archive.ts'
import type { Statistics, StatisticsRow, Trend } from './figure-shapes.ts'
import { FIGURES, type TaskList } from './shapes.ts'
import { agenciesOf, aSource, aTask } from './task.fixture.ts'

const TODAY = '2026-11-22'
const FIGURES_COUNTED = FIGURES.filter((figure) => figure !== 'milestoneOverdue')
type Row = Pick<StatisticsRow, 'key' | 'label' | 'partition' | 'rows'>

test('by the agencies of that day and by those of today the same tasks are counted, and each figure opens its rows', async (t) => {
  const app = await freshApp(t, { at: TODAY })
  const agencies = await agenciesOf(app)
  const leads = [
    ...(await membersOf(app.db, 'các bộ, cơ quan ngang bộ', '2021-02-28'))!,
    ...(await membersOf(app.db, 'các tỉnh, thành phố trực thuộc Trung ương', '2021-02-28'))!,
  ].map(({ id }) => id)
  const drawn = fc.record({
    lead: fc.constantFrom(...leads),
    due: fc.integer({ min: 0, max: 2100 }),
    done: fc.boolean(),
  })
  const lives = fc.sample(drawn, { numRuns: 600, seed: 2025 })
  const past = lives.map(({ lead, due, done }, place): PastTask => {
    const assignedOn = addDays('2021-01-12', place % 900)
    const completedOn = addDays(assignedOn, due % 400)
    const acts: PastTask['acts'] = done
      ? [
          { act: 'receive', on: assignedOn },
          { act: 'reportDone', on: completedOn, completedOn, body: 'Xong' },
          { act: 'confirm', on: addDays(completedOn, 3) },
        ]
      : []
    const source = aSource(agencies, { kind: 'archive', id: null, assignedOn })
    return { source, task: aTask(String(place), lead, addDays(assignedOn, due % 700)), acts }
  })
  const ids = await app.db.transaction().execute((trx) => assignArchive(trx, systemActor('thử'), past, app.clock.now()))
  const police = await app.agency('bo-cong-an')
  const reader = await app.as('followUp')
  // Some leads, and some first due days, turn out to have been entered wrongly.
  for (const [place, id] of ids.entries()) {
    if (place % 7 !== 0) continue
    const { version } = (await reader.send('GET', `/api/tasks/${id}`)).body as { version: number }
    const amendment = {
      reason: 'Ghi nhầm',
      document: { number: '1/VPCP-MẪU', issuedOn: '2024-01-10' },
      ...(place % 2 === 0
        ? { parties: [{ role: 'lead', name: 'Bộ Công an', accountable: true, agencyId: police }] }
        : {
            deadlines: [
              {
                kind: 'date',
                text: '30/06/2024',
                dueOn: '2024-06-30',
                strict: false,
                recurs: null,
                milestone: false,
                rule: null,
              },
            ],
          }),
    }
    const { status } = await reader.send('POST', `/api/tasks/${id}/amend`, {
      ifMatch: version,
      body: { amendment: JSON.stringify(amendment) },
    })
    assert.equal(status, 200)
  }
  const get = async <T>(url: string) => {
    const { status, body } = await reader.send('GET', url)
    assert.equal(status, 200, url)
    return body as T
  }

  await t.test('for any day, as known then or now', async () => {
    const anyQuery = fc.record({ day: fc.integer({ min: 0, max: 2100 }), isKnownNow: fc.boolean() })
    const property = fc.asyncProperty(anyQuery, async ({ day, isKnownNow }) => {
      const asOf = addDays('2021-01-12', day)
      const query = `by=agency&asOf=${asOf}${isKnownNow ? `&knownOn=${TODAY}` : ''}`
      const ofDay = await get<Statistics>(`/api/statistics?${query}&map=ofDay`)
      const today = await get<Statistics>(`/api/statistics?${query}&map=today`)
      assert.equal(ofDay.mapOn, null)
      assert.equal(today.mapOn, TODAY)
      assert.deepEqual(today.total, ofDay.total)
      assert.deepEqual(today.shares, ofDay.shares)
      for (const { rows, total } of [ofDay, today] as { rows: Row[]; total: Row['partition'] }[]) {
        const sum = rows.reduce((all, { partition }) => all + partition.assigned, 0)
        assert.equal(sum, total.assigned)
      }
    })
    await fc.assert(property, { numRuns: 25, seed: 1 })
  })

  await t.test(
    'each figure of an agency of today opens as many rows as it counts, and its trend ends on it',
    async () => {
      const today = await get<Statistics>('/api/statistics?by=agency&asOf=2024-06-30&map=today')
      assert.ok(today.rows.length < new Set(lives.map(({ lead }) => lead)).size)
      for (const row of today.rows.filter((_, place) => place % 4 === 0)) {
        for (const figure of FIGURES_COUNTED) {
          const list = await get<TaskList>(`${row.rows}&standing=${figure}&count=true&limit=1`)
          assert.equal(list.total, row.partition[figure], `${row.label}: ${figure}`)
          assert.equal(list.mapOn, TODAY)
        }
        const trend = await get<Trend>(`/api/statistics/trend?asOf=2024-06-30&months=2&map=today&agencyId=${row.key}`)
        assert.deepEqual(trend.months.at(-1)?.partition, row.partition)
      }
      const names = today.rows.map(({ label }) => label)
      assert.ok(names.includes('Bộ Tài chính') && !names.includes('Bộ Kế hoạch và Đầu tư'), names.join('; '))
      assert.ok(names.includes('Ủy ban nhân dân thành phố Đồng Nai'), names.join('; '))
    },
  )

  await t.test('without a map, and with map=ofDay, agencies are those of that day', async () => {
    const plain = await get<Statistics>('/api/statistics?by=agency&asOf=2024-06-30')
    const ofDay = await get<Statistics>('/api/statistics?by=agency&asOf=2024-06-30&map=ofDay')
    assert.deepEqual(
      plain.rows.map(({ key, label, partition }) => ({ key, label, partition })),
      ofDay.rows.map(({ key, label, partition }) => ({ key, label, partition })),
    )
    assert.ok(plain.rows.some(({ label }) => label === 'Bộ Kế hoạch và Đầu tư'))
  })
})

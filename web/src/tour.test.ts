import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entries as menu } from './entries.ts'
import { tourOf } from './shell/help/tour-steps.ts'
import { TOUR_TEXTS } from './shell/help/tour-texts.ts'
import { rolesAsShipped } from './shell/roles.fixture.ts'

const roles = rolesAsShipped()
const ids = (role: string) => tourOf(menu, roles[role]!).map(({ id }) => id)

test('the steps follow from what a role may do', () => {
  assert.deepEqual(ids('officer'), ['desk', 'overview', 'letters', 'tasks', 'search', 'help'])
  assert.deepEqual(ids('leader'), ['desk', 'overview', 'letters', 'tasks', 'search', 'help'])
  assert.deepEqual(ids('focalPoint'), ['desk', 'overview', 'people', 'letters', 'search', 'help'])
  assert.deepEqual(ids('followUp'), ['overview', 'queue', 'import', 'urge', 'search', 'help'])
  assert.deepEqual(ids('followUpLeader'), ['overview', 'queue', 'sign', 'issue', 'search', 'help'])
  assert.deepEqual(ids('taskForceHead'), ['overview', 'sign', 'issue', 'tasks', 'search', 'help'])
  assert.deepEqual(ids('taskForce'), ['overview', 'tasks', 'reports', 'search', 'help'])
  assert.deepEqual(ids('administrator'), ['overview', 'people', 'roles', 'audit', 'search', 'help'])
  assert.deepEqual(ids('auditor'), ['overview', 'audit', 'tasks', 'reports', 'search', 'help'])
})

test('four to six steps, each on another entry that the person sees', () => {
  const some = [
    ...Object.values(roles),
    { rights: [], seesAll: false },
    { rights: ['urge.sign'], seesAll: false },
    { rights: ['people.keepOwn', 'audit.read'], seesAll: true },
  ] as Parameters<typeof tourOf>[1][]
  for (const reader of some) {
    const steps = tourOf(menu, reader)
    assert.ok(steps.length >= 4 && steps.length <= 6, JSON.stringify(reader))
    const shown = steps.flatMap(({ entry }) => entry?.to ?? [])
    assert.equal(new Set(shown).size, shown.length)
    for (const to of shown) {
      const { when } = menu.find((entry) => entry.to === to)!
      assert.ok(when === undefined || when(reader), to)
    }
  }
})

test('every step has short words in both languages', () => {
  assert.deepEqual(Object.keys(TOUR_TEXTS.vi), Object.keys(TOUR_TEXTS.en))
  for (const texts of Object.values(TOUR_TEXTS))
    for (const [title, about] of Object.values(texts)) assert.ok(title && about && about.length <= 150, about)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entries } from './entries.ts'
import {
  type Entry,
  GROUPS,
  groupsFor,
  isAt,
  landingOf,
  MOST_OPEN,
  ON_BAR,
  type Reader,
  searchFor,
} from './shell/entry.ts'
import { rightsTable, rolesAsShipped } from './shell/roles.fixture.ts'

/** The second table of docs/rights.md: what each route answers. */
const ANSWER = rightsTable(2)

/** The roles shipped with the product. */
const ROLES = rolesAsShipped()

/** The columns of docs/rights.md for each role. */
const COLUMNS: Record<string, readonly string[]> = {
  administrator: ['administrator'],
  followUpLeader: ['leader of the Office'],
  followUp: ['follow-up officer'],
  taskForceHead: ['head of the Task Force'],
  taskForce: ['member who follows it', 'member who does not'],
  leader: ['own leader', 'other agency’s leader'],
  focalPoint: ['own focal point', 'other agency’s focal point'],
  clerk: ['own clerk'],
  officer: ['own officer', 'coordinating officer', 'other agency’s officer'],
  auditor: ['auditor'],
}

/** The responses of the server, by route, then by column. */
function answers(): Map<string, Record<string, string>> {
  const rows = ANSWER
  const names = rows[0]!.slice(2)
  return new Map(
    rows
      .slice(2)
      .map(([method, path, ...cells]) => [
        `${method} ${path!.replaceAll('`', '')}`,
        Object.fromEntries(names.map((name, place) => [name, cells[place]!])),
      ]),
  )
}

const shownTo = (reader: Reader) => groupsFor(entries, reader).flatMap((group) => group.entries)

test('all ten roles are checked against the menu', () => {
  assert.deepEqual(Object.keys(ROLES).sort(), Object.keys(COLUMNS).sort())
  assert.equal(Object.keys(ROLES).length, 10)
  assert.ok(ROLES.administrator!.rights.includes('system.keep') && !ROLES.officer!.seesAll)
})

test('no role has more than seven entries before it opens a group, and none is lost', () => {
  for (const [role, reader] of Object.entries(ROLES)) {
    const groups = groupsFor(entries, reader)
    const open = groups.filter(({ isOpen }) => isOpen).flatMap((group) => group.entries)
    assert.ok(open.length <= MOST_OPEN && open.length >= 5, `${role}: ${open.map(({ to }) => to)}`)
    assert.ok(
      groups.every((group) => group.entries.length > 0),
      `${role}: an empty group`,
    )
    assert.ok(groups[0]!.isOpen, `${role}: the daily work stands open`)
    const places = shownTo(reader).map(({ to }) => to)
    assert.ok([0, 1].includes(places.indexOf(landingOf(reader))), `${role}: the first page is at hand`)
  }
})

test('no entry is shown whose route answers 403: docs/rights.md', () => {
  const table = answers()
  const hidden: string[] = []
  for (const [role, columns] of Object.entries(COLUMNS)) {
    const shown = new Set(shownTo(ROLES[role]!))
    for (const entry of entries) {
      const row = table.get(entry.reads)
      assert.ok(row, `${entry.to}: docs/rights.md has no ${entry.reads}`)
      for (const column of columns) {
        if (shown.has(entry)) assert.equal(row[column], '200', `${column} sees ${entry.to}`)
        else if (row[column] === '200' && !hidden.includes(entry.to)) hidden.push(entry.to)
      }
    }
  }
  // Users who see all have the queue instead of a desk; others read the roles in order to give posts. Clerks have no part in the
  // Task Force's work, and who drafts nothing or opens no case files has an empty list of them.
  assert.deepEqual(hidden.sort(), [
    '/to-cong-tac',
    '/vai-tro',
    '/van-ban-den',
    '/van-ban-di',
    '/van-ban/ho-so',
    '/viec-cua-toi',
  ])
})

test('an entry depends only on its own right, whatever else a role has', () => {
  const paths = (reader: Reader) => shownTo(reader).map(({ to }) => to)
  assert.ok(!paths({ rights: ['registry.keep'], seesAll: false }).includes('/sap-xep'), 'a plan shows every agency')
  assert.ok(!paths({ rights: ['urge.sign'], seesAll: false }).includes('/nguoi-dung'))
  assert.deepEqual(
    paths({ rights: [], seesAll: false }).slice(0, 2),
    ['/tong-quan', '/nhiem-vu'],
    'no desk for who carries nothing out',
  )
})

test('the first page: the desk for users who carry out tasks, the overview for everyone else', () => {
  const first = Object.entries(ROLES).map(([role, reader]) => [role, landingOf(reader)])
  const desk = first.filter(([, to]) => to === '/viec-cua-toi').map(([role]) => role)
  assert.deepEqual(desk.sort(), ['focalPoint', 'leader', 'officer'])
})

const OFFICE: Parameters<typeof searchFor>[1] = {
  followerId: null,
  agencyId: 5,
  isUnit: false,
  seesAll: true,
  rights: [],
}

test('entries open with the agencies followed for those who follow any, and with all for everyone else', () => {
  const mine = entries
    .filter((entry) => searchFor(entry, { ...OFFICE, followerId: 7 }).followerId === 7)
    .map(({ to }) => to)
  assert.deepEqual(mine.sort(), ['/bao-cao', '/nhiem-vu', '/theo-doi', '/tong-quan'])
  assert.ok(entries.every((entry) => searchFor(entry, OFFICE).followerId === undefined))
})

test('the overview of an agency opens with what it leads; that of a unit, or of who sees all, with everything', () => {
  const ministry = { ...OFFICE, seesAll: false, rights: ['task.carryOut' as const] }
  const led = (me: typeof OFFICE) => entries.filter((entry) => searchFor(entry, me).agencyId === 5).map(({ to }) => to)
  assert.deepEqual(led(ministry), ['/tong-quan'])
  assert.deepEqual([led({ ...ministry, isUnit: true }), led(OFFICE), led({ ...ministry, rights: [] })], [[], [], []])
})

test('every address and rank is used once', () => {
  assert.equal(new Set(entries.map(({ to }) => to)).size, entries.length)
  assert.equal(new Set(entries.map(({ group, rank }) => `${group} ${rank}`)).size, entries.length)
  assert.deepEqual([...new Set(entries.map(({ group }) => group))].sort(), [...GROUPS].sort())
})

/** As many rooms as are planned: ten groups of one to six entries. */
const PLANNED: Entry<string, string, string>[] = [5, 2, 5, 1, 2, 2, 1, 1, 2, 6].flatMap((size, group) =>
  Array.from({ length: size }, (_, rank) => ({
    to: `/muc-${group}-${rank}`,
    words: 'x',
    icon: 'x',
    group: `${group}`,
    rank,
    reads: 'GET /api/me' as const,
  })),
)

test('with fifteen rooms there are still seven at most, in the order of the groups', () => {
  const order = Array.from({ length: 10 }, (_, group) => `${group}`)
  const groups = groupsFor(PLANNED, { rights: [], seesAll: true }, order)
  assert.deepEqual(
    groups.map(({ group }) => group),
    order,
  )
  assert.deepEqual(
    groups.filter(({ isOpen }) => isOpen).map(({ group }) => group),
    ['0', '1'],
  )
  assert.ok(
    groups.every(({ isAlone }) => !isAlone),
    'past the seven, a single entry waits under the name of its group',
  )
  const alone = groupsFor(
    PLANNED.filter(({ group }) => group !== '1'),
    { rights: [], seesAll: true },
    order,
  )
  assert.deepEqual(
    alone.filter(({ isAlone }) => isAlone).map(({ group }) => group),
    ['3', '6'],
  )
  assert.ok(ON_BAR <= 4)
})

test('a page belongs to its own entry, and to no other with the same prefix', () => {
  assert.ok(isAt({ to: '/don-doc' }, '/don-doc') && isAt({ to: '/don-doc' }, '/don-doc/12'))
  assert.ok(!isAt({ to: '/thu' }, '/thu-vien'))
  const at = (pathname: string) => entries.filter((entry) => isAt(entry, pathname)).map(({ to }) => to)
  for (const page of ['/van-ban', '/van-ban/12', '/van-ban/do-chinh-xac/gia-tri'])
    assert.deepEqual(at(page), ['/van-ban'], page)
  for (const page of ['/van-ban/ho-so/1', '/van-ban/luu-tru/huy/2', '/van-ban/danh-muc-ho-so'])
    assert.deepEqual(at(page), ['/van-ban/ho-so'], page)
})

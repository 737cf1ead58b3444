import assert from 'node:assert/strict'
import { type Page, page, type Statement, slimPage } from './bare.ts'
import { type Aim, type Ground, ofBare, type Row, steady, timesBare, timesDirectus } from './row.ts'

/** Found by a hundredth of the tasks of the sample. */
const WORDS = 'dịch vụ công'
const PAGE = 100
const FIRST = 50

interface List {
  rows: { id: number }[]
}

/** Pages of tasks as of today, as somebody sees them who sees all. */
export function lists(ground: Ground): Row[] {
  const { directus } = ground
  const held = [ofBare(0.5), steady]
  const row = (work: string, query: string, statement: Statement, aims: readonly Aim[]): Row => ({
    ...asked(ground, work, query, statement),
    aims,
  })
  const by = (sort: Page['sort'], name: string, aims: readonly Aim[] = held) =>
    row(`list of 100 ${name}`, `limit=${PAGE}&sort=${sort}`, page({ name: sort, sort, limit: PAGE }), aims)
  const byDue = by('dueOn', 'by due day', [...held, timesDirectus(10)])
  const slim = { sort: 'dueOn', limit: PAGE } as const
  const query = `limit=${PAGE}&sort=dueOn`
  return [
    row('list of 100', `limit=${PAGE}`, page({ name: 'urgency', sort: 'urgency', limit: PAGE }), held),
    {
      ...byDue,
      contenders: { ...byDue.contenders, directus: directus && (() => directus.list(PAGE)) },
      async check() {
        await byDue.check()
        if (directus) assert.equal((await directus.readList(PAGE)).length, PAGE)
      },
    },
    row(
      'list of 100 by due day, bare with the columns of the task alone',
      query,
      slimPage({ name: 'dueOn', ...slim }),
      [],
    ),
    row(
      'list of 100 by due day, bare with these alone and without an index',
      query,
      slimPage({ name: 'tasks', table: 'tasks.task', ...slim }),
      [],
    ),
    by('assignedOn', 'by day assigned'),
    by('agency', 'by body'),
    by('code', 'by code'),
    row('first page', '', page({ name: 'first', sort: 'urgency', limit: FIRST }), [timesBare(3)]),
    row('search', `search=${encodeURIComponent(WORDS)}`, found(), [timesBare(3)]),
  ]
}

/** Every word anywhere, marks aside. */
function found(): Statement {
  const values = WORDS.split(' ')
  const where = values.map((_, place) => `and t.searched like '%' || platform.fold($${place + 1}) || '%'`).join(' ')
  return page({ name: 'search', sort: 'urgency', limit: FIRST, where, table: 'tasks.task', values })
}

function asked({ door, bare, followers }: Ground, work: string, query: string, statement: Statement) {
  const path = `/api/tasks?${query}`
  const { tokens } = followers
  return {
    work,
    clients: tokens.length,
    contenders: {
      ours: (client: number) => door.ask({ path, token: tokens[client]! }),
      bare: bare.work(() => statement),
    },
    async check() {
      const { rows } = await door.read<List>({ path, token: tokens[0]! })
      const theirs = await bare.rows<{ task_id: string }>(statement)
      const ids = theirs.map(({ task_id }) => Number(task_id))
      assert.ok(ids.length > 0, `${work}: nothing found`)
      // Names of agencies sort alike only where both take the same of several names a body had.
      if (query.includes('sort=agency')) assert.equal(rows.length, ids.length)
      else {
        assert.deepEqual(
          rows.map(({ id }) => id),
          ids,
          `${work}: not the same rows`,
        )
      }
    },
  }
}

import assert from 'node:assert/strict'
import { type Page, page, type Statement, slimPage, wordsIn } from './bare.ts'
import { type Aim, ofBare, type Row, type Setup, steady, timesBare, timesDirectus } from './row.ts'

/** Matches a hundredth of the tasks of the sample. */
const WORDS = 'dịch vụ công'
const PAGE = 100
const FIRST = 50

interface List {
  rows: { id: number }[]
}

/** Pages of tasks as of today, seen by a person who sees all. */
export function lists(setup: Setup): Row[] {
  const { directus } = setup
  const usual = [ofBare(0.5), steady]
  const row = (work: string, query: string, statement: Statement, aims: readonly Aim[]): Row => ({
    ...compared(setup, work, query, statement),
    aims,
  })
  const by = (sort: Page['sort'], name: string, aims: readonly Aim[] = usual) =>
    row(`list of 100 ${name}`, `limit=${PAGE}&sort=${sort}`, page({ name: sort, sort, limit: PAGE }), aims)
  const byDue = by('dueOn', 'by due day', [...usual, timesDirectus(10)])
  const slim = { sort: 'dueOn', limit: PAGE } as const
  const query = `limit=${PAGE}&sort=dueOn`
  return [
    row('list of 100', `limit=${PAGE}`, page({ name: 'urgency', sort: 'urgency', limit: PAGE }), usual),
    {
      ...byDue,
      contenders: { ...byDue.contenders, directus: directus && (() => directus.list(PAGE)) },
      async check() {
        await byDue.check()
        if (directus) assert.equal((await directus.readList(PAGE)).length, PAGE)
      },
    },
    row(
      'list of 100 by due day, bare with only the columns of the task',
      query,
      slimPage({ name: 'dueOn', ...slim }),
      [],
    ),
    row(
      'list of 100 by due day, bare with only these and without an index',
      query,
      slimPage({ name: 'tasks', table: 'tasks.task', ...slim }),
      [],
    ),
    by('assignedOn', 'by day assigned'),
    by('agency', 'by agency'),
    by('code', 'by code'),
    row('first page', '', page({ name: 'first', sort: 'urgency', limit: FIRST }), [timesBare(3)]),
    row('search', `search=${encodeURIComponent(WORDS)}`, found(), [timesBare(3)]),
  ]
}

/** Every word at the beginning of one, accents ignored; the words in the order typed come first. */
function found(): Statement {
  const values = WORDS.split(' ')
  const { where, tier } = wordsIn('t.searched', values)
  return page({
    name: 'search',
    sort: 'urgency',
    limit: FIRST,
    where: `and ${where}`,
    table: 'tasks.task',
    values,
    tier,
  })
}

function compared({ http, bare, followers }: Setup, work: string, query: string, statement: Statement) {
  const path = `/api/tasks?${query}`
  const { tokens } = followers
  return {
    work,
    clients: tokens.length,
    contenders: {
      ours: (client: number) => http.ask({ path, token: tokens[client]! }),
      bare: bare.work(() => statement),
    },
    async check() {
      const { rows } = await http.read<List>({ path, token: tokens[0]! })
      const bareRows = await bare.rows<{ task_id: string }>(statement)
      const ids = bareRows.map(({ task_id }) => Number(task_id))
      assert.ok(ids.length > 0, `${work}: nothing found`)
      // Names sort alike only if both sides take the same of the names an agency has had.
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

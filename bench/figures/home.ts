import assert from 'node:assert/strict'
import { page, type Statement, wordsIn } from './bare.ts'
import type { People } from './people.ts'
import { type Row, type Setup, timesBare } from './row.ts'

/** Matches a hundredth of the tasks of the sample, as in the search row of the lists. */
const WORDS = 'dịch vụ công'
/** Of each kind, plus one to know whether there are more. */
const HITS = 6

/** What needs a person today: the counts of their groups, of letters and, for the follow-up side, of documents. */
export function landing(
  { bare, http, today }: Setup,
  work: string,
  { tokens }: People,
  groups: readonly Statement[],
  own?: readonly number[],
): Row {
  // A person's own open requests are on their desk, but need no action from them.
  const counted = groups.filter(({ name }) => name !== 'desk-awaitingDecision-count')
  const statements = [...counted, ...(own ? [lettersOf(own, today)] : [letters, documents])]
  return {
    work,
    clients: tokens.length,
    contenders: {
      ours: (client) => http.ask({ path: '/api/landing', token: tokens[client]! }),
      bare: bare.work(() => statements),
    },
    async check() {
      const { rows } = await http.read<{ rows: { name: string; count: number }[] }>({
        path: '/api/landing',
        token: tokens[0]!,
      })
      for (const statement of counted) {
        const [list, group] = statement.name.split('-')
        const [found] = await bare.rows<{ all_rows: string }>(statement)
        const shown = rows.find(({ name }) => name === `${list}.${group}`)
        assert.equal(shown?.count ?? 0, Number(found!.all_rows), `${work}: not as many ${list}.${group}`)
      }
    },
    aims: [timesBare(3)],
  }
}

const lettersOf = (own: readonly number[], today: string): Statement => ({
  name: 'letters-own',
  text: `
    select count(*) as all_rows, count(*) filter (where reply_by < $2::date) as late
    from urging.letter where state = 'issued' and agency_id = any($1::bigint[])`,
  values: [own, today],
})
const letters: Statement = {
  name: 'letters-all',
  text: `
    select count(*) filter (where state = 'draft') as drafts, count(*) filter (where state = 'answered') as answered
    from urging.letter where state in ('draft', 'answered')`,
}
const documents: Statement = {
  name: 'documents',
  text: `
    select count(*) filter (where state = 'review') as review, count(*) filter (where state = 'failed') as failed
    from directives.directive where state in ('review', 'failed')`,
}

/** Tasks, directives, agencies and letters that match some words, found by a person who sees all. */
export function search({ bare, http, followers }: Setup): Row {
  const { tokens } = followers
  const path = `/api/search?words=${encodeURIComponent(WORDS)}`
  const words = WORDS.split(' ')
  const holds = (folded: string) => wordsIn(folded, words).where
  const tasks = page({
    name: 'search-tasks',
    sort: 'urgency',
    limit: HITS,
    where: `and ${holds('t.searched')}`,
    table: 'tasks.task',
    values: words,
    tier: wordsIn('t.searched', words).tier,
  })
  const statements: Statement[] = [
    tasks,
    {
      name: 'search-directives',
      text: `
        select directive_id, number, subject from directives.directive
        where ${holds("platform.fold(coalesce(number, '') || ' ' || coalesce(type, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(issuer, '') || ' ' || file_name)")}
          and state <> 'dropped'
        order by directive_id desc limit ${HITS}`,
      values: words,
    },
    {
      name: 'search-agencies',
      text: `
        select distinct agency_id, name from registry.agency_period
        where ${holds("platform.fold(name || ' ' || coalesce(abbreviation, '') || ' ' || coalesce(name_en, ''))")}
          and upper_inf(valid)
        order by agency_id limit ${HITS}`,
      values: words,
    },
    {
      name: 'search-letters',
      text: `
        select letter_id, about from urging.letter
        where ${holds("platform.fold(coalesce(notation, '') || ' ' || agency_name || ' ' || about)")} and state <> 'dropped'
        order by letter_id desc limit ${HITS}`,
      values: words,
    },
  ]
  return {
    work: 'search over everything',
    clients: tokens.length,
    contenders: {
      ours: (client) => http.ask({ path, token: tokens[client]! }),
      bare: bare.work(() => statements),
    },
    async check() {
      const { groups } = await http.read<{ groups: { kind: string; hits: { to: string }[] }[] }>({
        path,
        token: tokens[0]!,
      })
      const shown = groups.find(({ kind }) => kind === 'task')?.hits.map(({ to }) => Number(to.split('/').at(-1)))
      const found = await bare.rows<{ task_id: string }>(tasks)
      assert.ok(found.length === HITS, 'the words are found')
      assert.deepEqual(
        shown,
        found.slice(0, HITS - 1).map(({ task_id }) => Number(task_id)),
      )
    },
    aims: [timesBare(3)],
  }
}

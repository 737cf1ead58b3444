/**
 * What rights decide, over HTTP by eight clients at the same time: an agency's documents with its own tasks in them, among
 * hundreds, and twenty thousand people, a hundred of whom wait for a second administrator. Each is compared with eight
 * connections that run the bare SQL.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { startServer } from '../e2e/server.ts'
import { findEmbedded } from '../server/platform/embedded/server.ts'
import { sideBySide } from './figures/side-by-side.ts'
import { COPIES } from './learning.ts'
import type { Ratio } from './measure.ts'

const PEOPLE = [
  `insert into platform.user (id, name, email, email_verified)
   select 'do-' || n, 'Nguyễn Đo ' || chr(65 + n % 26) || n, 'do' || n || '@mau.example', true from generate_series(1, 20000) n`,
  `insert into registry.person (user_id, full_name, is_sample)
   select id, name, true from platform.user where id like 'do-%'`,
  `insert into registry.post (person_id, agency_id, role, title, valid)
   select p.person_id, a.agency_id, 'officer', 'Chuyên viên', daterange('2020-01-01', null)
   from registry.person p cross join (select agency_id from registry.agency where slug = 'bo-tai-chinh') a
   where p.user_id like 'do-%'`,
  `insert into registry.reset_request (person_id, requested_at, requested_by, requested_by_person)
   select p.person_id, now(), 'Mẫu', p.person_id from registry.person p where p.user_id like 'do-%' order by 1 limit 100`,
  ...['user', 'account', 'session', 'invitation'].map((table) => `vacuum analyze platform.${table}`),
  ...['person', 'post', 'reset_request'].map((table) => `vacuum analyze registry.${table}`),
  ...['directive', 'reading', 'draft'].map((table) => `vacuum analyze directives.${table}`),
]

/** The agency of the sample's account, with its units, as rights see it. */
const OWN = `(select registry.reach(array[agency_id], current_date) from registry.agency where slug = 'bo-tai-chinh')::bigint[]`
const PARTS = `exists (select from tasks.part_held p where p.task_id = f.task_id and p.agency_id = any(${OWN}) offset 0)`
const NAME = `(regexp_replace(p.full_name, '^.*\\s', '') || ' ' || p.full_name) collate "vi-x-icu"`
const PEOPLE_OF = (where: string) => `
  with page as (
    select p.person_id, p.full_name, u.email, u.deactivated_at, p.is_sample, ${NAME} as key
    from registry.person p join platform.user u on u.id = p.user_id where ${where} order by key, p.person_id limit 51)
  select page.*, exists (select from platform.account c join registry.person p on p.user_id = c.user_id
      where p.person_id = page.person_id),
    (select json_agg(o) from registry.post o where o.person_id = page.person_id) from page`

export async function bench(): Promise<Ratio[]> {
  const server = await startServer()
  try {
    const accounts: { email: string; token: string }[] = JSON.parse(
      readFileSync(path.join(server.dataDir, 'sample-accounts.json'), 'utf8'),
    )
    const tokenOf = (name: string) => accounts.find(({ email }) => email.startsWith(`${name}@`))!.token
    const [admin, agency] = [tokenOf('quantri'), tokenOf('botaichinh')]
    const answer = await fetch(`${server.url}/api/directives`, { headers: { authorization: `Bearer ${agency}` } })
    const { rows } = (await answer.json()) as { rows: { id: number; taskCount: number }[] }
    const { id } = rows.toSorted((a, b) => b.taskCount - a.taskCount)[0]!
    return await sideBySide(
      { url: server.url, connectionString: (await findEmbedded(server.dataDir))!, prepare: [...COPIES, ...PEOPLE] },
      [
        {
          by: 'quantri',
          what: 'people, the first page',
          call: { path: '/api/people', token: admin },
          bare: PEOPLE_OF('true'),
        },
        {
          by: 'quantri',
          what: 'people who wait for a second administrator',
          call: { path: '/api/people?access=reset', token: admin },
          bare: [
            PEOPLE_OF(
              'exists (select from registry.reset_request q where q.person_id = p.person_id and q.settled_at is null)',
            ),
          ],
        },
        {
          by: 'botaichinh',
          what: "an agency's documents",
          call: { path: '/api/directives', token: agency },
          bare: [
            `
            select d.*, (select count(*) from directives.draft f where f.directive_id = d.directive_id and ${PARTS})
            from directives.directive d where d.state = 'confirmed' and exists (
              select from directives.draft f where f.directive_id = d.directive_id and ${PARTS})
            order by d.directive_id desc limit 51`,
          ],
        },
        {
          by: 'botaichinh',
          what: "one document with the agency's tasks",
          call: { path: `/api/directives/${id}`, token: agency },
          countOf: ({ drafts }: { drafts: unknown[] }) => drafts.length,
          bare: [
            `
            select f.*, d.*, r.extraction -> 'document' from directives.draft f join directives.directive d using (directive_id)
            join directives.reading r using (directive_id) where d.directive_id = ${id} and ${PARTS} order by f.position`,
          ],
        },
        {
          by: 'botaichinh',
          what: 'the text of one document',
          call: { path: `/api/directives/${id}/text`, token: agency },
          countOf: () => 1,
          bare: [
            `select reading ->> 'text', reading -> 'blocks', reading ->> 'format' from directives.reading
            where directive_id = ${id}`,
            `select d.*, s.shares from directives.directive d cross join directives.setting s
            where d.directive_id = ${id} and exists (
              select from directives.draft f where f.directive_id = d.directive_id and ${PARTS})`,
          ],
        },
      ],
    )
  } finally {
    await server.stop()
  }
}

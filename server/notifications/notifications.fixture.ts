import type { TestContext } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import { prepareReference } from '../prepare.ts'
import { assignAll, type NewTask } from '../tasks/index.ts'
import { type Agencies, agenciesOf, aSource } from '../tasks/task.fixture.ts'
import { freshApp, type TestApp, type Visitor } from '../test/app.ts'
import type { Line, LineList } from './shapes.ts'

export interface World extends TestApp {
  agencies: Agencies
  /** Decides for the giver. */
  giver: Visitor
  /** Carries out the tasks of Bộ Tài chính. */
  officer: Visitor
  give: (...tasks: NewTask[]) => Promise<number[]>
  /** Does an act on a task at its version; returns the next one. */
  act: (who: Visitor, id: number, act: string, version: number, body?: unknown) => Promise<number>
}

/** The whole server on a Monday, with an officer of the Office and one of a ministry. */
export async function toldWorld(t: TestContext, at = '2021-03-01'): Promise<World> {
  const app = await freshApp(t, { at })
  const agencies = await agenciesOf(app)
  await prepareReference(app.db)
  const giver = await app.as('followUp', { name: 'Trần Theo Dõi' })
  const officer = await app.as('officer', { agency: 'bo-tai-chinh', name: 'Phạm Cán Bộ' })
  const give: World['give'] = (...tasks) =>
    app.db.transaction().execute((trx) => assignAll(trx, systemActor('thử'), aSource(agencies), tasks, app.clock.now()))
  const act: World['act'] = async (who, id, name, version, body = {}) => {
    const answer = await who.send('POST', `/api/tasks/${id}/${name}`, { ifMatch: version, body })
    if (answer.status >= 300) throw new Error(`${name}: ${JSON.stringify(answer.body)}`)
    return (answer.body as { version: number }).version
  }
  return { ...app, agencies, giver, officer, give, act }
}

/** The lines of a person's bell. */
export async function linesOf(who: Visitor, query = ''): Promise<Line[]> {
  return ((await who.send('GET', `/api/notifications${query}`)).body as LineList).rows
}

/** "task.assigned 2" for each line of acts, newest first. */
export async function eventsOf(who: Visitor): Promise<string[]> {
  return (await linesOf(who)).map(({ event, count }) => (count === 1 ? event : `${event} ${count}`))
}

export async function unreadOf(who: Visitor): Promise<number> {
  return ((await who.send('GET', '/api/notifications/unread')).body as { unread: number }).unread
}

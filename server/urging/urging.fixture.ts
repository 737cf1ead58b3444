import type { TestContext } from 'node:test'
import { systemActor } from '../platform/actor.ts'
import { prepareReference } from '../prepare.ts'
import { assignAll } from '../tasks/index.ts'
import { type Agencies, agenciesOf, aSource, aTask } from '../tasks/task.fixture.ts'
import { freshApp, type TestApp, type Visitor } from '../test/app.ts'

/** Monday 01/3/2021: a working day. */
export const MONDAY = '2021-03-01'

export interface Desk extends TestApp {
  agencies: Agencies
  /** Prepares letters. */
  officer: Visitor
  /** Signs them. */
  leader: Visitor
  /** Gives an agency tasks due on these days; returns their ids. */
  give: (agencyId: number, dueOn: readonly (string | null)[]) => Promise<number[]>
}

let given = 0

/** The whole server on a Monday with an officer and a leader of the Office, and the default rules. */
export async function urgingDesk(t: TestContext, at: string = MONDAY): Promise<Desk> {
  const app = await freshApp(t, { at })
  const agencies = await agenciesOf(app)
  await prepareReference(app.db)
  const officer = await app.as('followUp', { name: 'Trần Theo Dõi' })
  const leader = await app.as('followUpLeader', { name: 'Lê Lãnh Đạo' })
  const give: Desk['give'] = (agencyId, dueOn) =>
    app.db.transaction().execute((trx) => {
      const tasks = dueOn.map((day) => {
        given += 1
        return aTask(String(given), agencyId, day)
      })
      return assignAll(trx, systemActor('thử'), aSource(agencies), tasks, app.clock.now())
    })
  return { ...app, agencies, officer, leader, give }
}

/** A letter to an agency, drafted and submitted; returns its id and version. */
export async function submitted(desk: Desk, agencyId: number): Promise<{ id: number; version: number }> {
  const made = await desk.officer.send('POST', '/api/urging/letters', { body: { agencyIds: [agencyId] } })
  const { id } = (made.body as { made: { id: number }[] }).made[0]!
  const { version } = (await desk.officer.send('POST', `/api/urging/letters/${id}/submit`, { ifMatch: 1 })).body as {
    version: number
  }
  return { id, version }
}

import { Type } from 'typebox'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { Id } from '../platform/shapes.ts'
import { ROUTED_ACTS, TASK_ACTS } from './act-shapes.ts'
import { runAct } from './acts.ts'

/** The acts on one task: each names the version it saw (If-Match) and returns the next one. */
export function actRoutes(app: App, deps: Deps): void {
  const { change } = changes(app, deps, 'tasks')
  for (const name of ROUTED_ACTS) {
    const { path, operationId, summary, body, ...row } = TASK_ACTS[name]
    const params = Type.Object({ id: Id, ...('on' in row ? { [row.on]: Id } : {}) })
    change('POST', `/api/tasks/:id/${path}`, { operationId, summary, params, body }, (trx, ask, request) => {
      const { id: _, ...further } = request.params
      return runAct(trx, ask, name, { ...further, ...request.body })
    })
  }
}

import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { bookRoutes } from './book-routes.ts'
import { caseRoutes } from './case-routes.ts'
import { handlingRoutes } from './handling-routes.ts'
import { incomingRoutes } from './incoming-routes.ts'
import { mailRoutes } from './mail-routes.ts'
import { outgoingRoutes } from './outgoing-routes.ts'
import { templateRoutes } from './template-routes.ts'

/** Documents that come in and go out, case files and the archive. */
export function recordsRoutes(app: App, deps: Deps): void {
  incomingRoutes(app, deps)
  handlingRoutes(app, deps)
  mailRoutes(app, deps)
  outgoingRoutes(app, deps)
  templateRoutes(app, deps)
  bookRoutes(app, deps)
  caseRoutes(app, deps)
}

import { succeedInTurn } from '../platform/inheritance.ts'
import type { Room } from '../platform/room.ts'
import { recordsAudiences } from './audiences.ts'
import { caseAudiences } from './case-audiences.ts'
import { caseJobs, caseSchedules } from './case-jobs.ts'
import { caseLanding } from './case-landing.ts'
import { caseFinders } from './case-search.ts'
import { caseSubjects } from './case-subjects.ts'
import { succeedCases } from './case-succession.ts'
import { caseTells } from './case-tells.ts'
import { CONSTRAINTS } from './constraints.ts'
import { RECORDS_EVENTS } from './events.ts'
import { fileJobs } from './file-read.ts'
import { incomingFinder } from './incoming-find.ts'
import { incomingLanding } from './incoming-landing.ts'
import { refuseMarked } from './incoming-purged.ts'
import { succeedIncoming } from './incoming-succession.ts'
import { incomingTells } from './incoming-tells.ts'
import { outgoingFinder } from './outgoing-find.ts'
import { outgoingLanding } from './outgoing-landing.ts'
import { succeedOutgoing } from './outgoing-succession.ts'
import { outgoingTells } from './outgoing-tells.ts'
import { documentsToSign } from './outgoing-to-sign.ts'
import { raiseHandlers } from './raise.ts'
import { recordsRoutes } from './routes.ts'
import { recordsSubjects } from './subjects.ts'
import { loadTemplates } from './templates.ts'

export const records: Room = {
  name: 'records',
  tokenScopes: { records: 'records' },
  routes: recordsRoutes,
  prepare: loadTemplates,
  events: RECORDS_EVENTS,
  constraints: CONSTRAINTS,
  subjects: [...recordsSubjects, ...caseSubjects],
  audiences: { ...recordsAudiences, ...caseAudiences },
  tells: [...incomingTells, ...outgoingTells, ...caseTells],
  landing: async (ask) => [
    ...(await incomingLanding(ask)),
    ...(await outgoingLanding(ask)),
    ...(await caseLanding(ask)),
  ],
  toSign: documentsToSign,
  search: [incomingFinder, outgoingFinder, ...caseFinders],
  succeed: succeedInTurn([succeedIncoming, succeedOutgoing, succeedCases]),
  followers: [{ events: ['file.purged'], follow: refuseMarked }],
  handlers: { ...fileJobs, ...raiseHandlers, ...caseJobs },
  schedules: [...caseSchedules],
}

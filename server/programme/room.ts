import { within } from '../platform/db.ts'
import type { Room } from '../platform/room.ts'
import { CONSTRAINTS } from './constraints.ts'
import type { ProgrammeDb } from './db.ts'
import { EVENTS } from './events.ts'
import { programmeFigures } from './figures.ts'
import { itemFinder } from './find.ts'
import { programmeLanding } from './landing.ts'
import { ITEM_PROOF } from './proof.ts'
import { programmeRoutes } from './routes.ts'
import { programmeSubjects } from './subjects.ts'
import { passProgramme } from './succeed.ts'
import { programmeTells } from './tells.ts'
import { endFeeds } from './week.ts'

export const programme: Room = {
  name: 'programme',
  tokenScopes: { programme: 'oversight' },
  subjects: programmeSubjects,
  routes: programmeRoutes,
  events: EVENTS,
  tells: programmeTells,
  followers: [
    {
      events: ['password.changed', 'person.passwordSet'],
      follow: (trx, { subject, at }) => endFeeds(within<ProgrammeDb>(trx), Number(subject.id) || 0, at),
    },
  ],
  constraints: CONSTRAINTS,
  succeed: passProgramme,
  taskSources: [
    { kind: ITEM_PROOF, vi: 'đề án', en: 'entry of the work programme', path: '/chuong-trinh-cong-tac/:id' },
  ],
  landing: programmeLanding,
  search: [itemFinder],
  figures: programmeFigures,
}

import type { JobContext } from '../platform/jobs.ts'
import type { Room } from '../platform/room.ts'
import { agencyConstraints, agencyEvents } from './agency-events.ts'
import { agencyRoutes } from './agency-routes.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { clientRoutes } from './client-routes.ts'
import { findClient, sweepClients } from './client-token.ts'
import { CREDENTIAL_JOB, credentialSubscriptions, mailOwner } from './credential-mail.ts'
import { registryFinders } from './find-any.ts'
import { firstRoutes } from './first-administrator.ts'
import { answerForgotten, type ForgottenPassword } from './forgotten.ts'
import { forgottenRoutes } from './forgotten-routes.ts'
import { registryLanding } from './landing.ts'
import { loadRegistry } from './load.ts'
import { loadCalendar } from './load-calendar.ts'
import { manyRoutes } from './many-routes.ts'
import { findActor } from './people.ts'
import { PERSON_CONSTRAINTS, PERSON_EVENTS } from './person-events.ts'
import { personRoutes } from './person-routes.ts'
import { postRoutes } from './post-routes.ts'
import { predecessorsOf } from './predecessors.ts'
import { registryRoutes } from './routes.ts'
import { signingTells, WARN_JOB, warnSigning } from './signing-ending.ts'
import { SIGNING_CONSTRAINTS, SIGNING_EVENTS } from './signing-events.ts'
import { signingRoutes } from './signing-routes.ts'
import { registrySubjects } from './subjects.ts'
import { registryTells } from './tells.ts'

export const registry: Room = {
  name: 'registry',
  tokenScopes: {
    registry: 'registry',
    calendar: 'registry',
    people: 'people',
    signing: 'people',
    clients: 'administration',
  },
  subjects: registrySubjects,
  routes: (app, deps) => {
    registryRoutes(app, deps)
    agencyRoutes(app, deps)
    calendarRoutes(app, deps)
    clientRoutes(app, deps)
    firstRoutes(app, deps)
    forgottenRoutes(app, deps)
    personRoutes(app, deps)
    manyRoutes(app, deps)
    postRoutes(app, deps)
    signingRoutes(app, deps)
  },
  predecessors: predecessorsOf,
  findActor,
  findClient,
  search: registryFinders,
  landing: registryLanding,
  tells: [...registryTells, ...signingTells],
  subscriptions: credentialSubscriptions,
  handlers: {
    [CREDENTIAL_JOB]: mailOwner,
    [WARN_JOB]: (_payload: unknown, context: JobContext) => warnSigning(context),
    'registry.sweepClients': (_payload: unknown, { db }: JobContext) => sweepClients(db),
    'registry.forgottenPassword': (forgotten: ForgottenPassword, { db, clock, config }: JobContext) =>
      db.transaction().execute((trx) => answerForgotten(trx, { ...forgotten, now: clock.now() }, { config })),
  },
  schedules: [
    { at: '35 19 * * *', job: 'registry.sweepClients' },
    { at: '20 0 * * *', job: WARN_JOB, atStart: true },
  ],
  prepare: async (trx) => {
    await loadRegistry(trx)
    await loadCalendar(trx)
  },
  events: [
    ...agencyEvents,
    { name: 'registry.loaded', vi: 'Nạp dữ liệu gốc về cơ quan, đơn vị', en: 'Reference data on agencies was loaded' },
    { name: 'client.added', vi: 'Thêm ứng dụng kết nối', en: 'An API client of an agency was added' },
    { name: 'client.changed', vi: 'Sửa ứng dụng kết nối', en: 'An API client was changed' },
    {
      name: 'client.secretRenewed',
      vi: 'Cấp lại khóa bí mật của ứng dụng',
      en: 'An API client was given a new secret',
    },
    { name: 'client.revoked', vi: 'Thu hồi ứng dụng kết nối', en: 'An API client was ended' },
    ...PERSON_EVENTS,
    ...SIGNING_EVENTS,
    {
      name: 'administrator.first',
      vi: 'Tạo quản trị viên đầu tiên bằng mã dùng một lần',
      en: 'The first administrator was made by the one-time code',
    },
  ],
  constraints: {
    ...agencyConstraints,
    api_client_name_once: {
      kind: 'conflict',
      code: 'client.name_taken',
      detail: 'Cơ quan này đã có ứng dụng cùng tên. Hãy đặt tên khác.',
    },
    agency_slug_once: {
      kind: 'conflict',
      code: 'registry.agency_exists',
      detail: 'Cơ quan này đã có trong danh mục.',
    },
    agency_period_pk: {
      kind: 'conflict',
      code: 'registry.periods_overlap',
      detail: 'Hai giai đoạn của một cơ quan chồng lên nhau. Hãy kết thúc giai đoạn trước rồi mới mở giai đoạn sau.',
    },
    agency_code_pk: {
      kind: 'conflict',
      code: 'registry.code_taken',
      detail: 'Mã này đang thuộc một cơ quan khác trong cùng khoảng thời gian.',
    },
    ...PERSON_CONSTRAINTS,
    ...SIGNING_CONSTRAINTS,
    document_number_pk: {
      kind: 'conflict',
      code: 'registry.number_taken',
      detail: 'Số, ký hiệu văn bản này đã cấp trong năm. Hãy thử lại.',
    },
  },
}

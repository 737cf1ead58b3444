import { sql } from 'kysely'
import { systemActor } from '../platform/actor.ts'
import { loadRegistry } from '../registry/index.ts'
import type { TestApp } from '../test/app.ts'
import { assignAll, type NewTask, type Source } from './assign.ts'
import type { NewDeadline } from './deadline.ts'

/** The agencies used by the tests of tasks, from the registry. */
export interface Agencies {
  office: number
  /** A unit of the office. */
  procedures: number
  finance: number
  planning: number
  home: number
}

export const OFFICE = 'van-phong-chinh-phu'
export const PROCEDURES = 'vpcp-cuc-kiem-soat-thu-tuc-hanh-chinh'
export const FINANCE = 'bo-tai-chinh'
export const PLANNING = 'bo-ke-hoach-va-dau-tu'
export const HOME = 'bo-noi-vu'

/** Loads the registry and finds those agencies. */
export async function agenciesOf(app: TestApp): Promise<Agencies> {
  await app.db.transaction().execute((trx) => loadRegistry(trx))
  return {
    office: await app.agency(OFFICE),
    procedures: await app.agency(PROCEDURES),
    finance: await app.agency(FINANCE),
    planning: await app.agency(PLANNING),
    home: await app.agency(HOME),
  }
}

/** A directive of 12/01/2021 followed up by the office. */
export function aSource(agencies: Agencies, change: Partial<Source> = {}): Source {
  return {
    kind: 'directive',
    id: 1,
    number: '12/QĐ-MẪU',
    title: 'Kế hoạch mẫu',
    assignedOn: '2021-01-12',
    followUpAgencyId: agencies.office,
    ...change,
  }
}

export function aDeadline(dueOn: string | null, change: Partial<NewDeadline> = {}): NewDeadline {
  return {
    kind: dueOn === null ? 'standing' : 'date',
    literal: dueOn ?? 'Nhiệm vụ thường xuyên',
    dueOn,
    isMilestone: false,
    isStrict: false,
    recurs: null,
    rule: null,
    ...change,
  }
}

/** A task led by one agency, due on a day (or standing). */
export function aTask(ref: string, leadId: number, dueOn: string | null, change: Partial<NewTask> = {}): NewTask {
  return {
    ref,
    groupTitle: 'Cải cách thủ tục hành chính',
    title: `Nhiệm vụ ${ref}`,
    content: `Xây dựng Đề án ${ref}, trình Thủ tướng Chính phủ`,
    product: 'Đề án',
    implements: ['01/NQ-CP'],
    span: null,
    sentence: null,
    parties: [{ role: 'lead', agencyId: leadId, namedAs: 'Cơ quan chủ trì', scope: null }],
    deadlines: [aDeadline(dueOn)],
    targets: [],
    ...change,
  }
}

/** Assigns one task by the real act; returns its id. */
export async function given(app: TestApp, source: Source, task: NewTask): Promise<number> {
  const [id] = await app.db
    .transaction()
    .execute((trx) => assignAll(trx, systemActor('thử'), source, [task], app.clock.now()))
  return id!
}

/** A unit under an agency, existing in 2021; returns its id. */
export async function aUnit(app: TestApp, slug: string, parentId: number): Promise<number> {
  const { agency_id } = await app.db
    .insertInto('registry.agency')
    .values({ slug })
    .returning('agency_id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into registry.agency_period (agency_id, valid, name, kind, parent_id, source)
    select ${agency_id}, p.valid * '[2020-01-01,)', ${`Đơn vị ${slug}`}, 'unit', p.agency_id, 'thử'
    from registry.agency_period p where p.agency_id = ${parentId} and p.valid @> date '2021-02-28'`.execute(app.db)
  return agency_id
}

/** A target of at least 50% that nothing was measured of. */
export const A_TARGET = {
  literal: 'tối thiểu 50%',
  measure: 'Tỷ lệ',
  comparator: '>=',
  value: 50,
  max: null,
  unit: '%',
  baseline: null,
  scope: null,
  byWhen: null,
} as const

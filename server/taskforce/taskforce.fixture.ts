import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { type World as Told, toldWorld } from '../notifications/notifications.fixture.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Answer, Method, Visitor } from '../test/app.ts'
import type { Inspection } from './inspection-shapes.ts'

export interface World extends Told {
  /** Keeps the Task Force: an officer of the Office. */
  keeper: Visitor
  /** Decides and concludes. */
  head: Visitor
  /** Another ministry's officer. */
  stranger: Visitor
  forceId: number
  ok: <T>(who: Visitor, method: Method, url: string, body?: unknown, ifMatch?: number) => Promise<T>
}

export const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code]
export const fieldOf = ({ body }: Answer) => (body as { fields?: { path: string }[] }).fields?.[0]?.path

/** A Monday, with a task force of the Office, an officer of the ministry of finance, and one of another ministry. */
export async function forceWorld(t: TestContext, at = '2021-03-01'): Promise<World> {
  const world = await toldWorld(t, at)
  const head = await world.as('taskForceHead', { name: 'Lê Tổ Trưởng' })
  await sql`update registry.post set title = 'Tổ trưởng' where person_id = ${head.actor.personId}`.execute(world.db)
  const stranger = await world.as('officer', { agency: 'bo-y-te', name: 'Cán Bộ Khác' })
  const ok: World['ok'] = async (who, method, url, body, ifMatch) => {
    const answer = await who.send(method, url, {
      ...(body === undefined ? {} : { body }),
      ...(ifMatch === undefined ? {} : { ifMatch }),
    })
    assert.ok(answer.status < 300, `${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as never
  }
  const { id: forceId } = await ok<{ id: number }>(world.giver, 'POST', '/api/taskforce/task-forces', {
    name: 'Tổ công tác MẪU',
    act: '1642/QĐ-MẪU',
    actOn: '2021-01-04',
    fromOn: '2021-01-04',
    scope: 'Kiểm tra việc thực hiện nhiệm vụ được giao (MẪU)',
    standingAgencyId: world.agencies.office,
  })
  return { ...world, keeper: world.giver, head, stranger, forceId, ok }
}

export const base = '/api/taskforce'

/** An inspection, of the ministry of finance where no other is named, in the state after its decision; returns its id. */
export async function decided(
  world: World,
  taskIds: readonly number[],
  change: { form?: string; delegate?: Visitor; decision?: string; agencyId?: number } = {},
): Promise<number> {
  const { ok, keeper, head, forceId, agencies } = world
  const { id } = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections`, {
    taskForceId: forceId,
    agencyId: change.agencyId ?? agencies.finance,
    title: 'Kiểm tra việc thực hiện nhiệm vụ (MẪU)',
    form: change.form ?? 'onSite',
    fromOn: '2021-03-15',
    toOn: '2021-03-16',
  })
  await ok(
    head,
    'POST',
    `${base}/inspections/${id}/decide`,
    {
      decision: change.decision ?? '182/QĐ-MẪU',
      decidedOn: '2021-03-01',
      taskIds,
      delegation: [
        { fullName: 'Ông Trưởng Đoàn', office: 'Phó Chủ nhiệm', role: 'head' },
        ...(change.delegate
          ? [
              {
                personId: change.delegate.actor.personId,
                fullName: change.delegate.actor.name,
                office: 'Chuyên viên',
                role: 'member',
              },
            ]
          : []),
      ],
    },
    1,
  )
  return id
}

export const inspectionOf = (world: World, who: Visitor, id: number) =>
  world.ok<Inspection>(who, 'GET', `${base}/inspections/${id}`)

export const A_FINDING = {
  fact: 'Ba nhiệm vụ báo cáo hoàn thành nhưng chưa có sản phẩm',
  nature: 'Báo cáo không đúng thực tế',
  degree: 'serious',
  evidence: 'Biên bản làm việc, hồ sơ nhiệm vụ',
}
export const A_CAUSE = { cause: 'people', causeWords: 'Phân công người không theo dõi hết việc' }

/** Takes an inspection from its decision to the minutes signed by both sides, by `officer` for the agency inspected. */
export async function held(world: World, id: number, officer = world.officer): Promise<void> {
  const { ok, keeper, head } = world
  const version = async () => (await inspectionOf(world, keeper, id)).version
  await ok(
    keeper,
    'POST',
    `${base}/inspections/${id}/request`,
    {
      explainBy: '2021-03-10',
      issues: [{ words: 'Vì sao chậm?', papers: 'Báo cáo tiến độ' }, { words: 'Ai chịu trách nhiệm?' }],
    },
    await version(),
  )
  const { issues } = await inspectionOf(world, officer, id)
  for (const { id: issueId } of issues) {
    await ok(officer, 'POST', `${base}/inspections/${id}/issues/${issueId}/explanations`, {
      explanation: JSON.stringify({ words: 'Do thiếu người.', signer: 'Thứ trưởng Mẫu', on: '2021-03-01' }),
    })
  }
  await ok(
    keeper,
    'PUT',
    `${base}/inspections/${id}/minutes`,
    {
      heldOn: '2021-03-01',
      place: 'Trụ sở Bộ',
      officeSide: 'Đoàn kiểm tra',
      agencySide: 'Lãnh đạo Bộ',
      words: 'Hai bên thống nhất.',
    },
    await version(),
  )
  await ok(head, 'POST', `${base}/inspections/${id}/minutes/sign`, undefined, await version())
  await ok(officer, 'POST', `${base}/inspections/${id}/minutes/sign`, undefined, await version())
}

/** From minutes to the conclusion, with one finding; returns its id. */
export async function concluded(world: World, id: number, change: object = {}): Promise<number> {
  const { ok, keeper, head, officer } = world
  const version = async () => (await inspectionOf(world, keeper, id)).version
  const { id: findingId } = await ok<{ id: number }>(keeper, 'POST', `${base}/inspections/${id}/findings`, {
    ...A_FINDING,
    ...A_CAUSE,
    ...change,
  })
  await ok(keeper, 'POST', `${base}/inspections/${id}/send-findings`, {}, await version())
  await ok(officer, 'POST', `${base}/findings/${findingId}/answer`, { words: 'Bộ tiếp thu.', agrees: true }, 2)
  await ok(
    head,
    'POST',
    `${base}/inspections/${id}/conclude`,
    { conclusion: `12/KL-MẪU-${id}`, on: dayInVietnam(world.clock.now()), words: 'Kết luận: còn một thiếu sót.' },
    await version(),
  )
  return findingId
}

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { putBlob } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import { nextDocumentNumber } from '../registry/index.ts'
import { type Agencies, agenciesOf } from '../tasks/task.fixture.ts'
import { type Answer, freshApp, type TestApp, upload, type Visitor } from '../test/app.ts'
import { sendOk } from '../test/send-ok.ts'
import type { Case } from './case-shapes.ts'
import type { IncomingState } from './incoming-state.ts'

export const base = '/api/records'
export const UNIT = 'vpcp-cuc-kiem-soat-thu-tuc-hanh-chinh'

export interface World extends TestApp {
  agencies: Agencies
  /** Keeps cases in a unit of the Office; `colleague` works beside. */
  keeper: Visitor
  colleague: Visitor
  /** Of another unit of the Office, and of another ministry. */
  neighbour: Visitor
  stranger: Visitor
  /** Two clerks of the Office, who keep its archive. */
  clerk: Visitor
  clerk2: Visitor
  /** Signs for the Office. */
  leader: Visitor
  /** Classes of retention by their years; 0: permanently. */
  classOf: (years: number) => Promise<number>
  ok: typeof sendOk
}

export { codeOf } from '../test/send-ok.ts'
export const fieldsOf = ({ body }: Answer) =>
  (body as { fields?: { path: string; code: string }[] }).fields?.map(({ path, code }) => `${path} ${code}`)

export async function casesWorld(t: TestContext, at = '2026-03-02', env: Record<string, string> = {}): Promise<World> {
  const app = await freshApp(t, { at, env })
  const agencies = await agenciesOf(app)
  const classOf = async (years: number) => {
    const { rows } = await sql<{ id: number }>`
      select r.retention_class_id as id from records.retention_class r
      where r.valid @> ${dayInVietnam(app.clock.now())}::date and r.years is not distinct from ${years === 0 ? null : years}
      order by r.retention_class_id limit 1`.execute(app.db)
    return rows[0]!.id
  }
  return {
    ...app,
    agencies,
    ok: sendOk,
    classOf,
    keeper: await app.as('officer', { agency: UNIT, name: 'Lê Giữ Hồ Sơ' }),
    colleague: await app.as('officer', { agency: UNIT, name: 'Vũ Cùng Phòng' }),
    neighbour: await app.as('officer', { agency: 'vpcp-vu-tong-hop', name: 'Trần Vụ Khác' }),
    stranger: await app.as('officer', { agency: 'bo-y-te', name: 'Hà Bộ Khác' }),
    clerk: await app.as('clerk', { name: 'Đỗ Văn Thư' }),
    clerk2: await app.as('clerk', { name: 'Mai Lưu Trữ' }),
    leader: await app.as('leader', { name: 'Phan Lãnh Đạo' }),
  }
}

export const caseOf = (world: World, id: number, who = world.keeper) =>
  world.ok<Case>(who, 'GET', `${base}/cases/${id}`)

/** An open case of the unit, of `years` of retention. */
export async function opened(world: World, { years = 10, title = 'Rà soát thủ tục (MẪU)', who = world.keeper } = {}) {
  const { id } = await world.ok<{ id: number }>(who, 'POST', `${base}/cases`, {
    title,
    retentionClassId: await world.classOf(years),
  })
  return id
}

export const aFile = (text: string, about: object = {}, name = 'tài liệu.txt') =>
  upload(name, Buffer.from(text), {
    about: JSON.stringify({ title: 'Biên bản họp (MẪU)', datedOn: '2026-02-03', author: 'Vụ Mẫu', ...about }),
  })
export async function addFileTo(world: World, id: number, text: string, about: object = {}, name?: string) {
  const answer = await world.keeper.send('POST', `${base}/cases/${id}/files`, aFile(text, about, name))
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return (answer.body as { id: number }).id
}

/** A case with one file that was closed today; returns its id. */
export async function closed(world: World, change: { years?: number; title?: string; text?: string } = {}) {
  const id = await opened(world, change)
  await addFileTo(world, id, change.text ?? `nội dung ${id}`)
  const { version } = await caseOf(world, id)
  await world.ok(
    world.keeper,
    'POST',
    `${base}/cases/${id}/close`,
    { endedOn: dayInVietnam(world.clock.now()) },
    version,
  )
  return id
}

export async function offered(world: World, caseIds: number[], who = world.keeper) {
  const { id } = await world.ok<{ id: number }>(who, 'POST', `${base}/hand-overs`, { caseIds })
  return id
}

/** Cases in the archive. */
export async function archived(world: World, change: { years?: number; title?: string; text?: string } = {}) {
  const id = await closed(world, change)
  await world.ok(world.clerk, 'POST', `${base}/hand-overs/${await offered(world, [id])}/accept`, {}, 1)
  return id
}

export async function storedFile(world: World, text: string | Uint8Array, mediaType = 'application/pdf') {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const { sha256 } = await world.db.transaction().execute((trx) => putBlob(trx, world.blobs, bytes, mediaType))
  return { hash: Buffer.from(sha256, 'hex'), sha256, size: bytes.length }
}

/** A document that came to the Office and was given to the unit, with one file; as its acts would leave it. */
export async function anIncoming(
  world: World,
  change: { state?: IncomingState; about?: string; text?: string | Uint8Array; name?: string; open?: true } = {},
): Promise<number> {
  const { state = 'done', about = 'Về việc báo cáo (MẪU)', text = 'văn bản đến' } = change
  const at = world.clock.now().toString()
  const file = await storedFile(world, text)
  return world.db.transaction().execute(async (trx) => {
    const series = { agencyId: world.agencies.office, direction: 'incoming', kind: '*' } as const
    const number =
      state === 'arrived'
        ? null
        : await nextDocumentNumber(trx, { register: series, issuedOn: dayInVietnam(world.clock.now()) }, '')
    const { incoming_id: id } = await trx
      .insertInto('records.incoming')
      .values({
        agency_id: world.agencies.office,
        state,
        arrived_at: at,
        arrived_by: 'thử',
        way: 'upload',
        register_due_at: at,
        sender_name: 'Bộ Mẫu',
        about,
        ...(number && {
          notation: `${number.number}/BM-VP`,
          issued_on: '2026-02-10',
          checked_at: at,
          checked_by: 'thử',
          is_authentic: true,
          register: number.register,
          year: number.year,
          number: number.number,
          number_written: String(number.number),
          registered_at: at,
          registered_by: 'thử',
        }),
        ...(state === 'done' ? { done_at: at } : {}),
        changed_at: at,
        changed_by: 'thử',
      })
      .returning('incoming_id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('records.incoming_file')
      .values({
        incoming_id: id,
        position: 1,
        is_main: true,
        name: change.name ?? 'công văn.pdf',
        media_type: 'application/pdf',
        sha256: file.hash,
        size: file.size,
        added_at: at,
        added_by: 'thử',
      })
      .execute()
    await trx
      .insertInto('records.handling')
      .values({
        incoming_id: id,
        agency_id: world.agencies.procedures,
        unit_id: world.agencies.procedures,
        part: 'lead',
        assigned_at: at,
        assigned_by: 'thử',
        changed_at: at,
        changed_by: 'thử',
        ...(change.open ? {} : { state: 'done', ended_at: at, is_online: true }),
      })
      .execute()
    return id
  })
}

/** A draft of the keeper's, with a version of its text. */
export async function aDraft(world: World, about = 'Dự thảo trả lời (MẪU)'): Promise<number> {
  const at = world.clock.now().toString()
  return world.db.transaction().execute(async (trx) => {
    const { outgoing_id: id } = await trx
      .insertInto('records.outgoing')
      .values({
        agency_id: world.agencies.office,
        unit_id: world.agencies.procedures,
        drafter_id: world.keeper.actor.personId!,
        kind: 'CV',
        about,
        changed_at: at,
        changed_by: 'thử',
      })
      .returning('outgoing_id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('records.document_version')
      .values({ outgoing_id: id, number: 1, content: JSON.stringify({ body: 'lời văn' }), made_at: at, made_by: 'thử' })
      .execute()
    return id
  })
}

export async function checked(
  world: World,
  hash: Buffer,
  state: 'valid' | 'unverifiable' | 'invalid' | 'unsigned',
): Promise<void> {
  await world.db
    .insertInto('records.signature_check')
    .values({ sha256: hash, checked_at: world.clock.now().toString(), state, verdicts: JSON.stringify([]) })
    .execute()
}

/** Whether the bytes of a file can still be read. */
export async function hasBytes(world: World, hash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    select purged_at is null as kept from platform.blob where sha256 = ${hash}`.execute(world.db)
  return rows[0]!.kept
}

/** What came in today and lately, through the acts of clerks: a signed document of another body, a letter that urges, a directive. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { KnownActor } from '../../platform/actor.ts'
import { getBlob } from '../../platform/blobs.ts'
import type { Database, Transaction } from '../../platform/db.ts'
import type { Deps } from '../../platform/room.ts'
import { arrive, assignIncoming, linkTask, openReview, presentIncoming, registerIncoming } from '../../records/index.ts'
import { actorsOf } from '../people.ts'
import type { Body } from './office.ts'

type Trx = Transaction<Database>

interface Described {
  sender: { id: number | null; name: string }
  notation: string
  issuedOn: string
  kind: string
  about: string
}

/** A file is taken in by a clerk, and registered where it is described. Returns its id and version. */
async function take(
  trx: Trx,
  { clerk, now, deps }: { clerk: KnownActor; now: Temporal.Instant; deps: Deps },
  file: { bytes: Uint8Array; fileName: string },
  described?: Described,
): Promise<{ id: number; version: number }> {
  const id = await arrive(
    trx,
    { actor: clerk, now },
    { fields: {}, file: { ...file, bytes: Buffer.from(file.bytes) } },
    deps,
  )
  if (!described) return { id, version: 1 }
  const { sender, ...rest } = described
  const { version } = await registerIncoming(
    trx,
    { actor: clerk, id, version: 1, now },
    {
      description: { ...rest, senderName: sender.name, ...(sender.id === null ? {} : { senderId: sender.id }) },
      isAuthentic: true,
      isAddressedHere: true,
    },
    deps,
  )
  return { id, version }
}

interface Issued {
  id: number
  agencyId: number
  sender: string
  notation: string
  issuedOn: string
  kind: string
  about: string
  sha256: Buffer
}

/**
 * Signed documents of the other bodies reach each: the last one is not registered yet, the one before waits for the leader, the
 * third is assigned and answers a task. The last comes a second time.
 */
export async function exchangeDocuments(
  trx: Trx,
  deps: Deps,
  bodies: readonly Body[],
  now: Temporal.Instant,
): Promise<void> {
  for (const body of bodies) {
    const { rows } = await sql<Issued>`
      select o.outgoing_id as id, o.agency_id as "agencyId", a.name as sender, o.notation, o.dated_on as "issuedOn", o.kind, o.about,
             o.pdf_sha256 as sha256
      from records.outgoing o join registry.agency_latest a on a.agency_id = o.agency_id
      where o.state = 'issued' and o.signature_level is not null and o.agency_id <> ${body.agencyId}
        and o.agency_id = any(${bodies.map(({ agencyId }) => agencyId)}::bigint[])
      order by o.agency_id = ${bodies.find((other) => other !== body)!.agencyId} desc, o.signed_at desc, o.outgoing_id limit 3`.execute(
      trx,
    )
    const people = { clerk: body.clerk, now, deps }
    for (const [place, one] of rows.entries()) {
      const { bytes } = await getBlob(trx, deps.blobs, one.sha256.toString('hex'))
      const file = { bytes, fileName: `${one.notation.replaceAll('/', '-')}.pdf` }
      if (place === 0) {
        await take(trx, people, file)
        await take(trx, people, { ...file, fileName: `ban-gui-lai-${file.fileName}` })
        continue
      }
      const { id, version } = await take(trx, people, file, { ...one, sender: { id: one.agencyId, name: one.sender } })
      const presented = await presentIncoming(
        trx,
        { actor: body.clerk, id, version, now },
        { personId: body.leader.personId!, words: 'Kính trình (MẪU).' },
      )
      if (place === 1) continue
      await assignIncoming(
        trx,
        { actor: body.leader, id, version: presented, now },
        {
          handlings: [{ agencyId: body.head.agencyId, part: 'lead' }],
          words: 'Văn phòng chủ trì (MẪU).',
        },
      )
      const taskId = await taskOf(trx, body)
      if (taskId !== null) await linkTask(trx, { actor: body.clerk, id, now }, taskId)
    }
  }
}

/** An open task that the body leads, whose answer comes in. */
async function taskOf(trx: Trx, { agencyId }: Body): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select t.task_id as id from tasks.task t where t.lead_agency_id = ${agencyId} and t.state in ('received', 'inProgress')
    order by t.due_on nulls last, t.task_id limit 1`.execute(trx)
  return rows[0]?.id ?? null
}

/** The Office's letter that urges a ministry arrives there and is registered, as it left the book of the Office. */
export async function receiveLetter(deps: Deps, bodies: readonly Body[]): Promise<boolean> {
  const { db, blobs, clock } = deps
  const { rows } = await sql<Issued>`
    select l.letter_id as id, l.agency_id as "agencyId", a.name as sender, b.notation, n.issued_on as "issuedOn", b.kind, b.about,
           l.pdf_sha256 as sha256
    from urging.letter l join registry.book_entry b on b.source_kind = 'letter' and b.source_id = l.letter_id
    join registry.document_number n on (n.register, n.year, n.notation) = (b.register, b.year, b.notation)
    join registry.agency s on s.slug = 'van-phong-chinh-phu' join registry.agency_latest a on a.agency_id = s.agency_id
    where l.agency_id = any(${bodies.map(({ agencyId }) => agencyId)}::bigint[]) and l.pdf_sha256 is not null
      and not exists (select from records.incoming_file f where f.sha256 = l.pdf_sha256)
    order by l.letter_id limit 1`.execute(db)
  const letter = rows[0]
  const body = bodies.find(({ agencyId }) => agencyId === letter?.agencyId)
  if (!letter || !body) return false
  const { bytes } = await getBlob(db, blobs, letter.sha256.toString('hex'))
  const office = await db
    .selectFrom('registry.agency')
    .select('agency_id')
    .where('slug', '=', 'van-phong-chinh-phu')
    .executeTakeFirstOrThrow()
  const now = clock.now()
  await db.transaction().execute(async (trx) => {
    const file = { bytes, fileName: `${letter.notation.replaceAll('/', '-')}.pdf` }
    await take(trx, { clerk: body.clerk, now, deps }, file, {
      ...letter,
      about: `${letter.about} (MẪU)`,
      sender: { id: office.agency_id, name: letter.sender },
    })
  })
  return true
}

const DIRECTIVE = {
  fileName: '2026-10-29-thong-bao-chuyen-doi-so.docx',
  notation: '512/TB-MẪU',
  about: 'Thông báo kết luận về chuyển đổi số (MẪU)',
  issuedOn: '2026-10-29',
}

/** A directive that came to the Office opened its review: the clerk registers it, the follow-up officer opens the review. */
export async function receiveDirective(deps: Deps, today: string): Promise<boolean> {
  if (DIRECTIVE.issuedOn > today) return false
  const { db, clock } = deps
  const people = await actorsOf(db, { clerk: 'vanthu', leader: 'lanhdao', reviewer: 'theodoi' }, today)
  if (!people) return false
  const { clerk, leader, reviewer } = people
  const { rows } = await sql`
    select from records.incoming i where i.agency_id = ${clerk.agencyId} and i.notation = ${DIRECTIVE.notation}`.execute(
    db,
  )
  if (rows.length > 0) return false
  const bytes = readFileSync(new URL(`../directives/${DIRECTIVE.fileName}`, import.meta.url))
  const now = clock.now()
  await db.transaction().execute(async (trx) => {
    const { notation, about, issuedOn, fileName } = DIRECTIVE
    const { id, version } = await take(
      trx,
      { clerk, now, deps },
      { bytes, fileName },
      {
        sender: { id: null, name: 'Thủ tướng Chính phủ' },
        notation,
        issuedOn,
        kind: 'TB',
        about,
      },
    )
    const assigned = await assignIncoming(
      trx,
      { actor: leader, id, version, now },
      { handlings: [{ personId: reviewer.personId!, part: 'lead' }], words: 'Rà soát, giao nhiệm vụ (MẪU).' },
    )
    await openReview(trx, { actor: reviewer, id, version: assigned, now }, deps)
  })
  return true
}

/** Copies of documents: sao y, sao lục, trích sao (Nghị định 30/2020/NĐ-CP, Điều 25-27). */
import { sql } from 'kysely'
import { type Actor, type KnownActor, signatureOf } from '../platform/actor.ts'
import type { Download } from '../platform/attachment.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, getBlob } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { AskToAdd } from '../platform/change.ts'
import { type AnyHandle, reading, type Transaction } from '../platform/db.ts'
import { Conflict, NotFound, wrong } from '../platform/errors.ts'
import { keepFile, PDF } from '../platform/official-document/kept.ts'
import { type OfficialDocument, paragraphs } from '../platform/official-document/model.ts'
import { toPdf } from '../platform/official-document/pdf.ts'
import { sentenceOf } from '../platform/signature/file-verdict.ts'
import type { CopyForm } from '../platform/signature/marks.ts'
import { PdfError } from '../platform/signature/pdf-objects.ts'
import { withPlainMark } from '../platform/signature/plain-mark.ts'
import { enterInBook, nextDocumentNumber } from '../registry/index.ts'
import { demandFor, incomingToRead, outgoingToRead, ownOutgoingToRead } from './access.ts'
import type { RecordsDb } from './db.ts'
import { about } from './draft.ts'
import { linesOf } from './draft-content.ts'
import { issuerOn, kindOf, suffixOf } from './outgoing-paper.ts'
import type { Copy, NewCopy } from './outgoing-shapes.ts'
import { currentVersion } from './outgoing-store.ts'
import type { SignDeps } from './sign.ts'
import { signAs } from './sign-file.ts'

type Trx = Transaction<RecordsDb>

const WORDS = { SY: 'SAO Y', SL: 'SAO LỤC', TrS: 'TRÍCH SAO' } as const satisfies Record<NewCopy['form'], CopyForm>

/** What a copy is made of: the page as it stands, and what an extract says of it. */
interface Original {
  agencyId: number
  of: { outgoing_id: number } | { incoming_id: number }
  subject: { kind: string; id: number }
  /** Of who issued it. */
  issuer: string
  notation: string
  issuedOn: string | null
  kind: { name: string; abbreviation: string | null }
  about: string
  signer: { title: string; name: string | null }
  place: string | null
  pdf: string | null
  /** Its words, against which an extract is held; null where only recognition read them, or nobody did. */
  text: string | null
  isSample: boolean
}

/** Copies a document of the own body that was issued. Returns the id of the copy. */
export async function copyOutgoing(trx: Trx, ask: AskToAdd<number, KnownActor>, input: NewCopy, deps: SignDeps) {
  const row = await ownOutgoingToRead(trx, ask.actor, ask.id)
  demandFor(ask.actor, 'records.register', row.agency_id)
  if (row.issued_at === null || row.state === 'recalled')
    throw new Conflict('copy.not_issued', 'Chỉ sao văn bản đã phát hành và chưa bị thu hồi.')
  if (input.form === 'SL')
    throw wrong('form', 'copy.not_of_original', 'Sao lục là sao từ bản sao y. Văn bản này là bản gốc: hãy chọn sao y.')
  const issuer = await issuerOn(trx, row, row.dated_on!)
  return makeCopy(trx, ask, input, deps, {
    agencyId: row.agency_id,
    of: { outgoing_id: ask.id },
    subject: about(ask.id),
    issuer: issuer.name,
    notation: row.notation!,
    issuedOn: row.dated_on,
    kind: await kindOf(trx, row.kind),
    about: row.about,
    signer: { title: row.signer_title!, name: row.signer_name },
    place: row.place,
    pdf: row.pdf_sha256!.toString('hex'),
    text: linesOf((await currentVersion(trx, ask.id)).content).join('\n'),
    isSample: row.is_sample,
  })
}

/** Copies a registered document that came in. Returns the id of the copy. */
export async function copyIncoming(trx: Trx, ask: AskToAdd<number, KnownActor>, input: NewCopy, deps: SignDeps) {
  const row = await incomingToRead(trx, ask.actor, ask.id)
  demandFor(ask.actor, 'records.register', row.agency_id)
  if (row.registered_at === null || row.state === 'returned')
    throw new Conflict('copy.not_registered', 'Chỉ sao văn bản đến đã vào sổ.')
  const file = await trx
    .selectFrom('records.incoming_file')
    .leftJoin('records.file_text', 'records.file_text.sha256', 'records.incoming_file.sha256')
    .select(['records.incoming_file.sha256', 'media_type', 'text', 'is_recognised'])
    .where('incoming_id', '=', ask.id)
    .where('is_main', '=', true)
    .executeTakeFirst()
  return makeCopy(trx, ask, input, deps, {
    agencyId: row.agency_id,
    of: { incoming_id: ask.id },
    subject: { kind: 'incoming', id: ask.id },
    issuer: row.sender_name!,
    notation: row.notation ?? '',
    issuedOn: row.issued_on,
    kind: row.kind === null ? { name: 'Văn bản', abbreviation: '' } : await kindOf(trx, row.kind),
    about: row.about!,
    signer: { title: '', name: row.signer_name },
    place: null,
    pdf: file?.media_type === PDF ? file.sha256.toString('hex') : null,
    text: file?.is_recognised ? null : (file?.text ?? null),
    isSample: row.is_sample,
  })
}

/**
 * Numbers the copy in its own series, puts the mark of a copy on page 1, signs it with the key of the body if there is one here, and
 * enters it in the book: one transaction. The original's file is never touched.
 */
async function makeCopy(
  trx: Trx,
  ask: AskToAdd<number, KnownActor>,
  { form, extract, recipients }: NewCopy,
  deps: SignDeps,
  original: Original,
): Promise<number> {
  const { actor, now } = ask
  if (form === 'TrS' && extract === undefined)
    throw wrong('extract', 'copy.extract_missing', 'Hãy nhập phần nội dung được trích sao.')
  if (form !== 'TrS' && extract !== undefined)
    throw wrong('extract', 'copy.extract_only', 'Sao y, sao lục là sao đầy đủ. Muốn sao một phần, hãy chọn trích sao.')
  demandVerbatim(extract, original.text)
  if (form !== 'TrS' && original.pdf === null)
    throw wrong('form', 'copy.no_pdf', 'Văn bản không có tệp PDF để sao. Hãy thêm tệp PDF trước.')
  const today = dayInVietnam(now)
  const body = await issuerOn(trx, { agency_id: original.agencyId, unit_id: original.agencyId }, today)
  const given = await nextDocumentNumber(
    trx,
    { register: { agencyId: original.agencyId, direction: 'outgoing', kind: form }, issuedOn: today },
    suffixOf(await kindOf(trx, form), body),
  )
  const bytes =
    form === 'TrS' ? await toPdf(extractOf(original, extract!)) : (await getBlob(trx, deps.blobs, original.pdf!)).bytes
  const mark = { kind: 'copy', form: WORDS[form], agency: body.name } as const
  const signed = await signAs(trx, { ...deps, now }, bytes, {
    what: 'copy',
    agencyId: original.agencyId,
    agency: body.name,
    form: mark.form,
    name: body.name,
  })
  const copy = signed.level === null ? marked(bytes, mark, now) : signed.pdf
  const pdf = await keepFile(trx, deps.blobs, copy, PDF)
  const { copy_id: id } = await trx
    .insertInto('records.copy')
    .values({
      ...original.of,
      form,
      register: given.register,
      year: given.year,
      notation: given.notation,
      extract_of: extract?.trim() ?? null,
      pdf_sha256: pdf,
      made_at: now.toString(),
      made_by: signatureOf(actor),
    })
    .returning('copy_id')
    .executeTakeFirstOrThrow()
  await enterInBook(
    trx,
    given,
    {
      kind: form,
      about: [original.kind.name, original.notation, original.about].filter(Boolean).join(' '),
      signer: actor.name,
      recipients: recipients ?? null,
      sourceKind: 'copy',
      sourceId: id,
      pdf,
    },
    now,
  )
  await record(trx, actor, 'copy.made', {
    subject: original.subject,
    at: now.toString(),
    after: { form, notation: given.notation, level: signed.level },
  })
  return id
}

const bare = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')

/** An extract has the words of its original and no others (Nghị định 30/2020/NĐ-CP, Điều 25); spaces and lines may differ. */
function demandVerbatim(extract: string | undefined, text: string | null): void {
  if (extract === undefined || text === null) return
  const whole = bare(text)
  const foreign = extract.split('\n').find((line) => !whole.includes(bare(line)))
  if (foreign === undefined) return
  const shown = foreign.trim().slice(0, 80)
  throw wrong(
    'extract',
    'copy.not_in_original',
    `Văn bản gốc không có đoạn “${shown}”. Trích sao phải đúng nguyên văn: hãy sửa hoặc bỏ đoạn này.`,
  )
}

function marked(bytes: Uint8Array, mark: Parameters<typeof withPlainMark>[1], now: Temporal.Instant): Uint8Array {
  try {
    return withPlainMark(bytes, mark, new Date(now.epochMilliseconds))
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    const why = sentenceOf({ code: error.code, weight: 'error', params: error.params }, 'vi')
    throw new Conflict('copy.refused', `Không sao được tệp này. ${why}`, { cause: error })
  }
}

/** The page of an extract: head and subject of the original, and the part that is wanted. Pure. */
function extractOf(original: Original, extract: string): OfficialDocument {
  const { kind, notation } = original
  const isLetter = kind.abbreviation === null
  return {
    superiorAgency: null,
    issuingAgency: original.issuer,
    number: notation || null,
    notation: '',
    place: original.place,
    issuedOn: original.issuedOn,
    type: isLetter ? null : kind.name.toLocaleUpperCase('vi'),
    subject: original.about,
    body: [{ kind: 'centred', text: '(Trích)' }, ...paragraphs(extract)],
    signature: { title: original.signer.title.toLocaleUpperCase('vi'), name: original.signer.name },
    recipients: ['Lưu: VT'],
    annexes: [],
    mark: original.isSample ? 'MẪU' : null,
  }
}

/** The copies of a document, the first made first. */
export async function copiesOf(db: AnyHandle, of: Original['of']): Promise<Copy[]> {
  const [column, id] = Object.entries(of)[0]!
  const { rows } = await sql<Copy>`
    select c.copy_id as id, c.form, c.notation, c.made_at as "madeAt", c.made_by as "madeBy"
    from records.copy c where c.${sql.id(column)} = ${id} order by c.copy_id`.execute(reading<RecordsDb>(db))
  return rows
}

/** The file of a copy, for those who may read its original. */
export async function copyFile(db: AnyHandle, actor: Actor, id: number, blobs: Blobs): Promise<Download> {
  const row = await reading<RecordsDb>(db)
    .selectFrom('records.copy')
    .select(['outgoing_id', 'incoming_id', 'notation', 'pdf_sha256'])
    .where('copy_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('copy.not_found', 'Không tìm thấy bản sao này.')
  if (row.outgoing_id === null) await incomingToRead(db, actor, row.incoming_id!)
  else await outgoingToRead(db, actor, row.outgoing_id)
  const { bytes, mediaType } = await getBlob(db, blobs, row.pdf_sha256.toString('hex'))
  return { bytes, mediaType, fileName: `${row.notation.replaceAll('/', '-')}.pdf` }
}

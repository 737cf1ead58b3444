import { sql } from 'kysely'
import { type AnyHandle, reading } from '../platform/db.ts'
import { type OfficialDocument, paragraphs } from '../platform/official-document/model.ts'
import { type Head, headTitleOf, headWithTitle } from '../registry/index.ts'
import type { RecordsDb } from './db.ts'
import { type DraftContent, partsOf } from './draft-content.ts'
import { type Outgoing, recipientsOf } from './outgoing-store.ts'

/** What the page needs to know of the body, on a day. */
export interface Issuer {
  name: string
  /** As in a notation: "BTC"; a people's committee is "UBND" (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3). */
  abbreviation: string
  unit: string
  head: Head
}

export async function issuerOn(
  db: AnyHandle,
  { agency_id, unit_id }: Pick<Outgoing, 'agency_id' | 'unit_id'>,
  on: string,
): Promise<Issuer> {
  const { rows } = await sql<{ id: number; kind: string; name: string; abbreviation: string | null }>`
    select distinct on (c.agency_id) c.agency_id as id, c.kind, c.name, c.abbreviation from registry.agency_card c
    where c.agency_id in (${agency_id}, ${unit_id})
    order by c.agency_id, c.valid @> ${on}::date desc, c.valid_from desc`.execute(reading<RecordsDb>(db))
  const body = rows.find(({ id }) => id === agency_id)!
  const unit = rows.find(({ id }) => id === unit_id)!
  return {
    name: body.name,
    abbreviation: body.kind === 'province' ? 'UBND' : (body.abbreviation ?? initialsOf(body.name)),
    unit: unit_id === agency_id ? 'VT' : (unit.abbreviation ?? initialsOf(unit.name)),
    head: headWithTitle(headTitleOf(body)),
  }
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toLocaleUpperCase('vi')

/** What follows the number: "/QĐ-BTC"; of a letter "/BTC-TH" (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.3). Pure. */
export function suffixOf(
  kind: { abbreviation: string | null },
  { abbreviation, unit }: Pick<Issuer, 'abbreviation' | 'unit'>,
): string {
  return kind.abbreviation === null ? `/${abbreviation}-${unit}` : `/${kind.abbreviation}-${abbreviation}`
}

/** What a signature adds to the page. */
export interface OnPage {
  notation: string | null
  datedOn: string | null
  signature: { title: string; name: string | null }
}

/** A document as its page shows it, before its signature and after. */
export async function outgoingPaper(
  db: AnyHandle,
  row: Outgoing,
  content: DraftContent,
  issuer: Issuer,
  { notation, datedOn, signature }: OnPage,
): Promise<OfficialDocument> {
  const kind = await kindOf(db, row.kind)
  const recipients = await recipientsOf(db, row.outgoing_id)
  const isLetter = kind.abbreviation === null
  const acting = recipients.filter(({ purpose }) => purpose === 'act')
  const addressees = content.addressees.length > 0 ? content.addressees : acting.map(({ name }) => name)
  const named = recipients.filter(({ purpose }) => purpose !== 'act' || !isLetter)
  return {
    superiorAgency: null,
    issuingAgency: issuer.name,
    number: notation,
    notation: suffixOf(kind, issuer),
    place: row.place,
    issuedOn: datedOn,
    type: isLetter ? null : kind.name.toLocaleUpperCase('vi'),
    subject: row.about,
    ...(isLetter ? { addressees } : {}),
    body: isLetter && content.parts.length === 0 ? paragraphs('') : partsOf(content),
    signature,
    recipients: [
      ...(isLetter ? ['Như trên'] : []),
      ...named.map(({ name, purpose }) => (purpose === 'report' ? `${name} (để báo cáo)` : name)),
      `Lưu: VT${issuer.unit === 'VT' ? '' : `, ${issuer.unit}`}`,
    ],
    annexes: [],
    mark: [notation === null ? 'DỰ THẢO' : '', row.is_sample ? 'MẪU' : ''].filter(Boolean).join(' - ') || null,
  }
}

export async function kindOf(db: AnyHandle, kind: string): Promise<{ name: string; abbreviation: string | null }> {
  return reading<RecordsDb>(db)
    .selectFrom('registry.document_kind_card')
    .select(['name', 'abbreviation'])
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow() as Promise<{ name: string; abbreviation: string | null }>
}

import type { Extraction, Reading } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { addDays, dayInVietnam } from '../platform/calendar.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { wrong } from '../platform/errors.ts'
import { type CursorKey, decodeCursor, encodeCursor } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import { checkMayTakeOut, directivesSeen } from './access.ts'
import type { Corpus, CorpusLabels, CorpusQuery, CorpusRow } from './corpus-shapes.ts'
import { corpusText } from './corpus-text.ts'
import type { DirectivesDb } from './db.ts'
import { asWritten, type Undone } from './distribution.ts'
import type { DraftRecord } from './drafts.ts'
import type { DirectiveRecord } from './store.ts'

/** A page ends when its texts have this many characters: what one answer may weigh. */
const HEAVY = 4_000_000
/** Stored bytes of readings, compressed, that one statement brings into memory, unless a single one has more. */
const AT_ONCE = 500_000

/** Midnight in Viet Nam, as an instant. */
const startOf = (day: string): string => `${day}T00:00:00+07:00`

/**
 * Confirmed directives as labelled documents, in the order of confirmation, for those who administer what the reader
 * knows: only what they may read, never one whose text is gone.
 */
export async function corpusOf(db: AnyHandle, actor: Actor, query: CorpusQuery): Promise<Corpus> {
  checkMayTakeOut(actor)
  if (query.from !== undefined && query.to !== undefined && query.from > query.to) {
    throw wrong('to', 'request.range', 'Ngày cuối phải bằng hoặc sau ngày đầu.')
  }
  const handle = reading<DirectivesDb>(db)
  const limit = query.limit ?? 20
  const after = decodeCursor(query, query.cursor, isPlace)
  const found = await pageOf(handle, query, { actor, after, limit: limit + 1 })
  const rows: CorpusRow[] = []
  let weight = 0
  for (const part of partsOf(found.slice(0, limit))) {
    if (weight > HEAVY) break
    const read = await readingsOf(handle, part)
    for (const directive of part) {
      if (weight > HEAVY) break
      const row = rowOf(directive, read.get(directive.id)!)
      rows.push(row)
      weight += row.text.length
    }
  }
  const last = found[rows.length - 1]
  const isMore = found.length > rows.length && last !== undefined
  return { rows, nextCursor: isMore ? encodeCursor(query, [last.confirmedAt, last.id]) : null }
}

const isPlace = (key: CursorKey): key is readonly [string, number] =>
  key.length === 2 && typeof key[0] === 'string' && Number.isSafeInteger(key[1])

interface Found extends Pick<DirectiveRecord, 'id' | 'number' | 'type' | 'issuer' | 'issuedOn' | 'subject'> {
  confirmedAt: string
  /** Bytes that its reading takes in the database. */
  stored: number
}

/** Directives of a page, without their texts. */
async function pageOf(
  db: Handle<DirectivesDb>,
  { from, to }: CorpusQuery,
  { actor, after, limit }: { actor: Actor; after: readonly [string, number] | undefined; limit: number },
): Promise<Found[]> {
  const { rows } = await prepared(sql<Found>`
    select d.directive_id as id, d.number, d.type, d.issuer, d.issued_on as "issuedOn", d.subject,
           d.confirmed_at as "confirmedAt", pg_column_size(r.reading) as stored
    from directives.directive d join directives.reading r using (directive_id)
    where d.state = 'confirmed'
      and ${directivesSeen(actor, 'd')}
      and ${from === undefined ? sql`true` : sql`d.confirmed_at >= ${startOf(from)}::timestamptz`}
      and ${to === undefined ? sql`true` : sql`d.confirmed_at < ${startOf(addDays(to, 1))}::timestamptz`}
      and ${after ? sql`(d.confirmed_at, d.directive_id) > (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql`true`}
    order by d.confirmed_at, d.directive_id
    limit ${sql.lit(limit)}`).execute(db)
  return rows
}

/** Cuts a page into what one statement brings into memory: many small readings, or one large one. */
function partsOf(page: readonly Found[]): Found[][] {
  const parts: Found[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const directive of page) {
    size += directive.stored
    if (size > AT_ONCE) {
      parts.push([])
      size = directive.stored
    }
    parts.at(-1)!.push(directive)
  }
  return parts
}

type Confirmed = Pick<
  DraftRecord,
  'id' | 'isDropped' | 'distributionId' | 'ref' | 'groupTitle' | 'title' | 'parties' | 'deadlines' | 'targets'
>

interface Read extends Pick<Reading, 'text' | 'blocks' | 'format'> {
  id: number
  document: Extraction['document']
  drafts: Confirmed[]
  distributions: Undone[]
}

/** Texts, with blocks only where there are tables, and the drafts that were confirmed. */
async function readingsOf(db: Handle<DirectivesDb>, directives: readonly Found[]): Promise<Map<number, Read>> {
  const { rows } = await prepared(sql<Read>`
    select r.directive_id as id, r.reading ->> 'text' as text, r.reading ->> 'format' as format,
           case when r.reading @? '$.blocks[*].cells' then r.reading -> 'blocks' else '[]' end as blocks,
           r.extraction -> 'document' as document, coalesce(f.drafts, '[]') as drafts, coalesce(x.distributions, '[]') as distributions
    from directives.reading r
    cross join lateral (
      select json_agg(json_build_object('id', draft_id, 'isDropped', is_dropped, 'distributionId', distribution_id, 'ref', ref, 'groupTitle', group_title, 'title', title, 'parties', parties,
               'deadlines', deadlines, 'targets', targets) order by position, draft_id) as drafts
      from directives.draft where directive_id = r.directive_id
    ) f
    cross join lateral (
      select json_agg(json_build_object('id', distribution_id, 'draftId', draft_id, 'form', form, 'party', party)
               order by distribution_id) as distributions
      from directives.distribution where directive_id = r.directive_id and undone_at is null
    ) x
    where r.directive_id = any(${directives.map(({ id }) => id)}::bigint[])`).execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

function rowOf(directive: Found, { text, blocks, format, document, drafts, distributions }: Read): CorpusRow {
  return {
    id: directive.id,
    confirmedOn: dayInVietnam(directive.confirmedAt),
    ...corpusText({ text, blocks, format }),
    labels: labelsOf(directive, document, asWritten(drafts, distributions)),
  }
}

/** What reviewers confirmed. Units are labelled by the names that the document uses, not by the agencies they mean. */
function labelsOf(
  { number, type, issuer, issuedOn, subject }: Found,
  document: Extraction['document'],
  drafts: readonly Confirmed[],
): CorpusLabels {
  return {
    document: { number, type, issuer, issuedOn, subject },
    legalBases: document.legalBases.map((citation) => citation.number),
    implements: document.implements.map((citation) => citation.number),
    tasks: drafts
      .filter(({ isDropped }) => !isDropped)
      .map(({ ref, groupTitle, title, parties, deadlines, targets }) => ({
        ref,
        group: groupTitle,
        title,
        lead: parties.filter(({ role }) => role === 'lead').map(({ name }) => name),
        coordinating: parties.filter(({ role }) => role === 'coordinating').map(({ name }) => name),
        deadlines: deadlines
          .filter(({ kind }) => kind !== 'none')
          .map(({ kind, text, dueOn, recurs, inherited }) => ({
            ...{ kind, text, dueOn },
            ...(recurs === null ? {} : { recurs }),
            ...(inherited ? { inherited } : {}),
          })),
        targets: targets.map(({ text, value, max, unit, comparator }) => ({ text, value, max, unit, comparator })),
      })),
  }
}

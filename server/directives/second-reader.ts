/** The second reader: a language model of the office, asked about what the rules doubt. Off unless the installation names one. */
import {
  type Ask,
  type AskedPassage,
  MOST_REPLY_BYTES,
  NoAnswer,
  type Questions,
  readAgain,
} from '@dieuhanh/extraction'
import type { Handle, Transaction } from '../platform/db.ts'
import { isInside } from '../platform/outgoing/inside.ts'
import { postTo, reasonOf } from '../platform/outgoing/post.ts'
import type { ReadOutcome, Stage } from '../platform/reading/read-apart.ts'
import type { SecondReaderSettings } from '../platform/second-reader-settings.ts'
import type { DirectivesDb } from './db.ts'
import type { SecondReadingCard } from './shapes.ts'

/**
 * Asks about the passages that the reading process chose, and returns the outcome with the suggestions beside the rules'
 * result. Whatever the reader does, the rules' result is kept. Holds no transaction. Rejects only if `signal` fires.
 */
export async function askSecondReader(
  outcome: Extract<ReadOutcome, { kind: 'done' }>,
  settings: SecondReaderSettings,
  onProgress: (stage: Stage) => void,
  signal: AbortSignal,
): Promise<{ outcome: Extract<ReadOutcome, { kind: 'done' }>; passages: AskedPassage[] }> {
  const questions: Questions = outcome.questions ?? { asked: [], left: 0 }
  const bounds = {
    milliseconds: settings.seconds * 1000,
    totalMilliseconds: settings.totalSeconds * 1000,
    atOnce: settings.atOnce,
  }
  const reader = { ask: askAt(settings), model: settings.model ?? null, bounds }
  const { extraction, passages } = await readAgain(outcome.reading, outcome.extraction, questions, reader, {
    signal,
    onProgress: (done, total) =>
      onProgress({ percent: 85 + Math.floor((14 * done) / total), note: `Máy đọc thứ hai: ${done}/${total} đoạn` }),
  })
  return { outcome: { ...outcome, extraction }, passages }
}

/** Without encryption only a machine inside the network is called: passages of documents must not cross the open one. */
function askAt({ url, key }: SecondReaderSettings): Ask {
  const mayCall = (address: string) => url.startsWith('https:') || isInside(address)
  const headers = { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) }
  return async (request, signal) => {
    const reply = await postTo(url, JSON.stringify(request), headers, {
      mayCall,
      most: MOST_REPLY_BYTES,
      signal,
    }).catch((error: unknown) => {
      throw new NoAnswer('unreachable', reasonOf(error))
    })
    if (reply.status < 200 || reply.status > 299) throw new NoAnswer('refused', `HTTP ${reply.status}`)
    if (reply.isCut) throw new NoAnswer('unusable', `more than ${MOST_REPLY_BYTES} bytes`)
    return reply.body.toString('utf8')
  }
}

/** Keeps what was asked and what came of it, without the words of the document. */
export async function saveSecondReading(
  trx: Transaction<DirectivesDb>,
  directiveId: number,
  model: string | undefined,
  passages: readonly AskedPassage[],
): Promise<void> {
  if (passages.length === 0) return
  await trx
    .insertInto('directives.second_reading')
    .values(
      passages.map(({ question, outcome, milliseconds, accepted, absent, unread }) => ({
        directive_id: directiveId,
        ref: question.ref,
        span_start: question.span.start,
        span_end: question.span.end,
        model: model ?? null,
        outcome,
        milliseconds,
        accepted,
        absent,
        unread,
      })),
    )
    .execute()
}

/** What the second reader did for a directive; null if it was not asked. */
export async function secondReadingOf(
  db: Handle<DirectivesDb>,
  directiveId: number,
): Promise<SecondReadingCard | null> {
  const row = await db
    .selectFrom('directives.second_reading')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('asked'),
      fn.count<number>(eb.case().when('outcome', '=', 'answered').then(1).end()).as('answered'),
      fn.coalesce(fn.sum<number>('accepted'), eb.lit(0)).as('accepted'),
      fn.coalesce(fn.sum<number>(eb('absent', '+', eb.ref('unread'))), eb.lit(0)).as('dropped'),
      fn.max('model').as('model'),
    ])
    .where('directive_id', '=', directiveId)
    .executeTakeFirstOrThrow()
  return row.asked === 0 ? null : row
}

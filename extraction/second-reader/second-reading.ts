import type { DocumentFields, Extraction, Reading, Warning } from '../shapes.ts'
import { warning } from '../warnings.ts'
import { answerOf } from './answer.ts'
import { beside } from './beside.ts'
import type { Question, Questions } from './question.ts'
import { type ChatRequest, requestOf } from './request.ts'
import { type Suggested, suggestionsOf } from './suggestions.ts'

/**
 * How the second reader is reached. The library has no network: whoever has one passes this in. Returns the body of a
 * successful reply. Rejects with `NoAnswer` saying why there was none.
 */
export type Ask = (request: ChatRequest, signal: AbortSignal) => Promise<string>

/** Why a question has no answer. */
export class NoAnswer extends Error {
  readonly why: 'unreachable' | 'refused' | 'unusable'
  constructor(why: NoAnswer['why'], message: string) {
    super(message)
    this.name = 'NoAnswer'
    this.why = why
  }
}

/** `late`: not in time; `unusable`: not in the form asked for; `skipped`: no time left, or given up on the reader. */
export type Outcome = 'answered' | 'late' | NoAnswer['why'] | 'skipped'

export interface ReaderBounds {
  /** For one question. */
  milliseconds: number
  /** For all questions of a document. */
  totalMilliseconds: number
  /** Questions under way at the same time. */
  atOnce: number
}

/** One question and what came of it. */
export interface AskedPassage {
  question: Question
  outcome: Outcome
  milliseconds: number
  /** Suggestions that added something. */
  accepted: number
  absent: number
  unread: number
}

export interface SecondReading {
  /** The rules' result with the suggestions beside it; the rules' result alone if nothing came of it. */
  extraction: Extraction
  passages: AskedPassage[]
}

/** After so many questions in a row without an answer the reader is given up: it is away, and people wait. */
const GIVEN_UP = 3

/**
 * Puts the questions to the second reader and places what it suggests beside the extraction. Never rejects for what the
 * reader does: without usable answers the rules' result is kept, with a warning. Rejects only if `signal` fires.
 */
export async function readAgain(
  reading: Pick<Reading, 'text'>,
  extraction: Extraction,
  { asked, left }: Questions,
  reader: { ask: Ask; model: string | null; bounds: ReaderBounds },
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<SecondReading> {
  const { bounds } = reader
  const stop = AbortSignal.any([AbortSignal.timeout(bounds.totalMilliseconds), ...(signal ? [signal] : [])])
  const replies: Reply[] = asked.map(() => ({ outcome: 'skipped', milliseconds: 0, suggested: null }))
  let next = 0
  let done = 0
  let failures = 0
  const work = async (): Promise<void> => {
    while (next < asked.length && !stop.aborted && failures < GIVEN_UP) {
      const at = next++
      const reply = await replyTo(reading, extraction.document, asked[at]!, reader, stop)
      replies[at] = reply
      failures = reply.outcome === 'answered' || reply.outcome === 'unusable' ? 0 : failures + 1
      onProgress?.(++done, asked.length)
    }
  }
  await Promise.all(Array.from({ length: Math.min(bounds.atOnce, asked.length) }, work))
  signal?.throwIfAborted()
  const suggestions = replies.map(({ suggested }, at) => suggested ?? nothing(asked[at]!))
  const { extraction: whole, accepted } = beside(extraction, suggestions)
  const passages = replies.map(({ outcome, milliseconds }, at) => ({
    question: asked[at]!,
    outcome,
    milliseconds,
    accepted: accepted[at]!,
    absent: suggestions[at]!.absent,
    unread: suggestions[at]!.unread,
  }))
  return { extraction: { ...whole, warnings: [...whole.warnings, ...doubtsAbout(passages, left)] }, passages }
}

interface Reply {
  outcome: Outcome
  milliseconds: number
  suggested: Suggested | null
}

async function replyTo(
  reading: Pick<Reading, 'text'>,
  document: DocumentFields,
  question: Question,
  { ask, model, bounds }: { ask: Ask; model: string | null; bounds: ReaderBounds },
  stop: AbortSignal,
): Promise<Reply> {
  const started = performance.now()
  const since = () => Math.round(performance.now() - started)
  const signal = AbortSignal.any([stop, AbortSignal.timeout(bounds.milliseconds)])
  try {
    const reply = await inTime(ask(requestOf(reading, document, question, model), signal), signal)
    const answered = answerOf(reply, question.ref === null)
    if (answered === null) return { outcome: 'unusable', milliseconds: since(), suggested: null }
    const suggested = suggestionsOf(reading, document, question, answered)
    return { outcome: 'answered', milliseconds: since(), suggested }
  } catch (error) {
    const outcome = signal.aborted ? 'late' : error instanceof NoAnswer ? error.why : 'unreachable'
    return { outcome, milliseconds: since(), suggested: null }
  }
}

/** Does not wait for an `ask` that ignores its signal. */
function inTime<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(signal.reason)
    if (signal.aborted) return late()
    signal.addEventListener('abort', late, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', late))
  })
}

function nothing(question: Question): Suggested {
  return { question, tasks: [], absent: 0, unread: 0 }
}

/** What people must know about a reader that did not do its part. A reader that did gives no warning. */
function doubtsAbout(passages: readonly AskedPassage[], left: number): Warning[] {
  const doubts: Warning[] = []
  const count = (outcome: Outcome) => passages.filter((one) => one.outcome === outcome).length
  const asked = passages.length
  const silent = asked - count('answered')
  if (silent > 0) {
    const why = {
      late: count('late'),
      unreachable: count('unreachable'),
      refused: count('refused'),
      unusable: count('unusable'),
      skipped: count('skipped'),
    }
    doubts.push(warning('second_reader_silent', { silent, asked, ...why }))
  }
  const absent = passages.reduce((sum, one) => sum + one.absent, 0)
  if (absent > 0) doubts.push(warning('second_reader_absent', { count: absent }))
  const unread = passages.reduce((sum, one) => sum + one.unread, 0)
  if (unread > 0) doubts.push(warning('second_reader_unread', { count: unread }))
  if (left > 0) doubts.push(warning('second_reader_left', { asked, left }))
  return doubts
}

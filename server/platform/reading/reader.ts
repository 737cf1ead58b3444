/**
 * The process in which a document is read: started for one file by read.ts, which bounds its time and memory and may kill
 * it at any moment. It has no access to the database or secrets; a file that crashes it affects nothing else.
 */
import {
  type Extraction,
  extract,
  type Knowledge,
  type Questions,
  questionsOf,
  type Reading,
  read,
  Unreadable,
} from '@dieuhanh/extraction'
import { cellsAsText } from './sheet-text.ts'

export interface ToReader {
  bytes: Uint8Array
  name: string
  /** What the office adds to the words of the library. */
  knowledge: Knowledge
  /** Workbooks are read too, as the text of their cells: to be searched, not for their tasks. */
  sheets?: boolean
  /** How many questions to a second reader are wanted; left out: none. */
  questions?: number
}
export type FromReader =
  | { kind: 'progress'; stage: 'reading' | 'recognising' | 'extracting'; done: number; total: number }
  | { kind: 'done'; reading: Reading; extraction: Extraction; questions?: Questions }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'broken'; message: string }

process.once('message', async (message: ToReader) => {
  reply(await answer(message), () => process.exit(0))
})

// The parent is gone: no one waits for the answer.
process.once('disconnect', () => process.exit(0))

async function answer({ knowledge, questions, sheets, ...file }: ToReader): Promise<FromReader> {
  try {
    const { bytes, name } = sheets ? cellsAsText(file.bytes, file.name) : file
    const reading = storable(await read(bytes, name, { onProgress: (at) => reply({ kind: 'progress', ...at }) }))
    reply({ kind: 'progress', stage: 'extracting', done: 0, total: 1 })
    const extraction = extract(reading, knowledge)
    return {
      kind: 'done',
      reading,
      extraction,
      ...(questions === undefined ? {} : { questions: questionsOf(reading, extraction, { questions }, knowledge) }),
    }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', code: error.code, message: error.message }
    return { kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** PostgreSQL's json accepts neither U+0000 nor lone surrogates; each is replaced by one unit, so spans stay correct. */
function storable(reading: Reading): Reading {
  return { ...reading, text: reading.text.toWellFormed().replaceAll('\0', '\uFFFD') }
}

function reply(message: FromReader, then?: () => void): void {
  process.send?.(message, undefined, undefined, then)
}

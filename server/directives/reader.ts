/**
 * The process in which a document is read: started for one file by read.ts, which bounds its time and memory and may
 * kill it at any moment. It knows no database and no secret; a file that breaks it breaks nothing else.
 */
import { type Extraction, extract, type Reading, read, Unreadable } from '@dieuhanh/extraction'

export interface ToReader {
  bytes: Uint8Array
  name: string
}
export type FromReader =
  | { kind: 'progress'; stage: 'reading' | 'recognising' | 'extracting'; done: number; total: number }
  | { kind: 'done'; reading: Reading; extraction: Extraction }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'broken'; message: string }

process.once('message', async (message: ToReader) => {
  say(await answer(message), () => process.exit(0))
})

// Whoever started us is gone: nobody waits for the answer.
process.once('disconnect', () => process.exit(0))

async function answer({ bytes, name }: ToReader): Promise<FromReader> {
  try {
    const reading = storable(await read(bytes, name, { onProgress: (at) => say({ kind: 'progress', ...at }) }))
    say({ kind: 'progress', stage: 'extracting', done: 0, total: 1 })
    return { kind: 'done', reading, extraction: extract(reading) }
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', code: error.code, message: error.message }
    return { kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** PostgreSQL's json keeps neither U+0000 nor half a surrogate pair; each is replaced by one unit, so spans stay right. */
function storable(reading: Reading): Reading {
  return { ...reading, text: reading.text.toWellFormed().replaceAll('\0', '\uFFFD') }
}

function say(message: FromReader, then?: () => void): void {
  process.send?.(message, undefined, undefined, then)
}

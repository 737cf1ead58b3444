import { Worker } from 'node:worker_threads'
import type { Progress } from '../shapes.ts'
import { type Reading, Unreadable, type UnreadableCode } from '../shapes.ts'
import {
  BUFFER_MEGABYTES,
  HEAP_MEGABYTES,
  PAGE_MILLISECONDS,
  READ_MILLISECONDS,
  READ_MILLISECONDS_A_PAGE,
} from './limits.ts'

/** The input of the reading thread. */
export interface Job {
  bytes: Uint8Array
  name: string
  format: 'docx' | 'doc' | 'pdf' | 'image'
  picture?: string
  mostPictures?: number
}

/** A message from the reading thread. */
export type Message =
  | { progress: Progress }
  | { reading: Reading }
  | { refused: { code: UnreadableCode; message: string } }
  | { failed: string }

/** How often the thread's memory is checked. The worst picture or stream grows for some tenths of a second. */
const WATCH_MILLISECONDS = 100

/**
 * Reads a file in its own thread. Office and PDF formats behave like code: loops in page trees and streams that expand
 * without end cannot be detected in advance. In its own thread such a file is stopped by time or memory limits, and the
 * caller continues.
 *
 * @throws Unreadable as the format's reader, and `too_slow` or `bomb` when the thread had to be stopped.
 */
export async function readAside(job: Job, onProgress: (progress: Progress) => void): Promise<Reading> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    // The caller's own flags (a loader, `--eval`) are not meant for this file.
    execArgv: [],
    // Libraries print warnings about odd files; they do not belong in our output.
    stdout: true,
    stderr: true,
  })
  let stop: (reason: Unreadable) => void = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = reject
  })
  const begun = performance.now()
  let clock = setTimeout(() => stop(tooSlow()), READ_MILLISECONDS)
  const watch = setInterval(() => {
    worker
      .getHeapStatistics()
      .then((heap) => {
        if (heap.external_memory > BUFFER_MEGABYTES * 1024 * 1024) stop(tooGreedy())
      })
      .catch(() => {})
  }, WATCH_MILLISECONDS)
  const answered = new Promise<Reading>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('progress' in message) {
        // Text has one timer for all pages. Recognition has one per page, for up to four rotations and a new engine.
        const { stage, total } = message.progress
        clearTimeout(clock)
        const left = begun + READ_MILLISECONDS + total * READ_MILLISECONDS_A_PAGE - performance.now()
        clock = setTimeout(() => stop(tooSlow()), stage === 'recognising' ? PAGE_MILLISECONDS * 5 : left)
        onProgress(message.progress)
      } else if ('reading' in message) resolve(message.reading)
      else if ('refused' in message) reject(new Unreadable(message.refused.code, message.refused.message))
      else reject(damaged(message.failed))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooGreedy() : damaged(error))
    })
    worker.on('exit', () => reject(damaged()))
  })
  try {
    return await Promise.race([answered, stopped])
  } finally {
    clearTimeout(clock)
    clearInterval(watch)
    answered.catch(() => {})
    await worker.terminate()
  }
}

function tooSlow(): Unreadable {
  return new Unreadable(
    'too_slow',
    'Tệp mất quá nhiều thời gian để đọc (có thể bị hỏng hoặc quá phức tạp). Hãy in lại thành PDF mới, hoặc lưu thành DOCX, rồi nộp lại.',
  )
}

function tooGreedy(): Unreadable {
  return new Unreadable(
    'bomb',
    'Tệp bất thường: khi mở ra chiếm quá nhiều bộ nhớ (dấu hiệu tệp phá hoại). Hãy xin lại tệp gốc từ nơi gửi, hoặc in lại thành PDF mới rồi nộp lại.',
  )
}

/**
 * `cause` is the library's error: useless to the person who sent the file, useful to the developer who fixes the
 * reader.
 */
function damaged(cause?: unknown): Unreadable {
  const refusal = new Unreadable(
    'damaged',
    'Tệp bị hỏng, không đọc được nội dung. Hãy tải lại tệp, hoặc mở bằng phần mềm gốc và lưu lại, rồi nộp lại.',
  )
  refusal.cause = cause
  return refusal
}

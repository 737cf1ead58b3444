import type { ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { Extraction, Questions, Reading } from '@dieuhanh/extraction'
import type { FromReader, ToReader } from './reader.ts'
import { residentMegabytes, sandboxed } from './sandbox.ts'

/** Limits of one reading. A file that needs more is refused; the server is not affected. */
export interface ReadBounds {
  /** After this long without a message the reader counts as stuck: longer than recognising one page may take. */
  silenceMilliseconds: number
  totalMilliseconds: number
  /** JavaScript heap of the reader. */
  heapMegabytes: number
  /** Resident memory of the process, if the system reports it (Linux). */
  residentMegabytes: number
}
export const READ_BOUNDS: ReadBounds = {
  silenceMilliseconds: 120_000,
  totalMilliseconds: 2 * 60 * 60 * 1000,
  heapMegabytes: 1_536,
  residentMegabytes: 3_072,
}

export interface Stage {
  /** 0 to 100. */
  percent: number
  /** The current step, in Vietnamese. */
  note: string
}
export type ReadOutcome =
  | { kind: 'done'; reading: Reading; extraction: Extraction; questions?: Questions }
  /** An error of the file: a retry gives the same. `message` tells the user what to do; `detail` is for our log. */
  | { kind: 'refused'; code: string; message: string; detail?: string }
  /** Cancelled from outside: nothing is known about the file. */
  | { kind: 'stopped' }

const TOO_SLOW = {
  kind: 'refused',
  code: 'too_slow',
  message:
    'Đọc tệp quá lâu nên đã dừng. Hãy tách phụ lục thành tệp riêng, hoặc lưu văn bản thành DOCX hay PDF có chữ rồi nộp lại.',
} as const
const TOO_HEAVY = {
  kind: 'refused',
  code: 'too_heavy',
  message:
    'Đọc tệp tốn quá nhiều bộ nhớ nên đã dừng. Hãy tách văn bản thành nhiều tệp nhỏ hơn, hoặc quét lại ở độ phân giải 300 dpi, rồi nộp lại.',
} as const
const BROKEN = {
  kind: 'refused',
  code: 'broken',
  message:
    'Không đọc được tệp này: chương trình đọc dừng giữa chừng. Hãy mở văn bản bằng Word, lưu thành DOCX hoặc PDF mới rồi nộp lại; nếu vẫn lỗi, hãy báo quản trị hệ thống.',
} as const

/**
 * Reads a document and extracts its tasks in a separate process with bounded time and memory, so that a hostile file can
 * neither stall nor kill the server.
 */
export function readApart(
  file: ToReader,
  onProgress: (stage: Stage) => void,
  signal?: AbortSignal,
  bounds: ReadBounds = READ_BOUNDS,
): Promise<ReadOutcome> {
  return new Promise((resolve) => {
    const child = sandboxed(new URL('./reader.ts', import.meta.url), bounds.heapMegabytes)
    const errors: string[] = []
    let silence: NodeJS.Timeout | undefined
    const total = setTimeout(() => end(TOO_SLOW), bounds.totalMilliseconds)
    const memoryCheck = setInterval(async () => {
      if ((await residentMegabytes(child)) > bounds.residentMegabytes) end(TOO_HEAVY)
    }, 500)
    const resetSilence = () => {
      clearTimeout(silence)
      silence = setTimeout(() => end(TOO_SLOW), bounds.silenceMilliseconds)
    }
    const stop = () => end({ kind: 'stopped' })

    function end(outcome: ReadOutcome): void {
      clearTimeout(silence)
      clearTimeout(total)
      clearInterval(memoryCheck)
      signal?.removeEventListener('abort', stop)
      child.removeAllListeners('message')
      child.kill('SIGKILL')
      resolve(outcome)
    }

    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop)
    resetSilence()
    child.stderr?.on('data', (data: Buffer) => errors.push(data.toString().slice(-4_000)))
    child.on('error', (error) => end({ ...BROKEN, detail: error.message }))
    child.on('exit', () => {
      const detail = errors.join('')
      end(detail.includes('heap out of memory') ? TOO_HEAVY : { ...BROKEN, detail })
    })
    child.on('message', (message: FromReader) => {
      if (message.kind === 'progress') {
        resetSilence()
        onProgress(stageOf(message))
      } else if (message.kind === 'broken') end({ ...BROKEN, detail: message.message })
      else end(message)
    })
    standBack(child)
    child.send(file, () => {})
  })
}

/** People who wait for an answer come before files that are read in the background; these still go on where the machine is never idle. */
function standBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or the system has no priorities: it is read all the same.
  }
}

/** A scan is first searched for text, then recognised: the second part takes most of the time. */
function stageOf({ stage, done, total }: Extract<FromReader, { kind: 'progress' }>): Stage {
  const share = total > 0 ? Math.min(1, done / total) : 0
  if (stage === 'extracting') return { percent: 85, note: 'Đang tìm nhiệm vụ, đơn vị, thời hạn, chỉ tiêu' }
  if (stage === 'reading') return { percent: 2 + Math.floor(18 * share), note: 'Đang đọc tệp' }
  const page = Math.min(done + 1, total)
  return { percent: 20 + Math.floor(60 * share), note: `Đang nhận dạng chữ: trang ${page}/${total}` }
}

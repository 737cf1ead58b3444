import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Extraction, Reading } from '@dieuhanh/extraction'
import type { FromReader, ToReader } from './reader.ts'

/** How much one reading may cost. A file that needs more is refused; the server goes on. */
export interface ReadBounds {
  /** Without a word from the reader for so long it is taken as stuck: longer than one page may take to recognise. */
  silenceMilliseconds: number
  totalMilliseconds: number
  /** JavaScript objects of the reader. */
  heapMegabytes: number
  /** The whole process, where the system tells (Linux). */
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
  /** What is being done, in Vietnamese. */
  note: string
}
export type ReadOutcome =
  | { kind: 'done'; reading: Reading; extraction: Extraction }
  /** The file's fault: trying again gives the same. `message` says what to do; `detail` is for our log. */
  | { kind: 'refused'; code: string; message: string; detail?: string }
  /** Told to stop from outside: nothing is known of the file. */
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
 * Reads a document and takes the tasks out of it, in a process of its own whose time and memory are bounded, so that a
 * hostile file can neither stall nor kill the server. The process may read files (its own code) and nothing else: no
 * writing, no other program, no environment of ours.
 */
export function readApart(
  file: ToReader,
  tell: (stage: Stage) => void,
  signal?: AbortSignal,
  bounds: ReadBounds = READ_BOUNDS,
): Promise<ReadOutcome> {
  return new Promise((resolve) => {
    const child = start(bounds)
    const errors: string[] = []
    let silence: NodeJS.Timeout | undefined
    const total = setTimeout(() => end(TOO_SLOW), bounds.totalMilliseconds)
    const weighing = setInterval(async () => {
      if ((await residentMegabytes(child)) > bounds.residentMegabytes) end(TOO_HEAVY)
    }, 500)
    const heard = () => {
      clearTimeout(silence)
      silence = setTimeout(() => end(TOO_SLOW), bounds.silenceMilliseconds)
    }
    const stop = () => end({ kind: 'stopped' })

    function end(outcome: ReadOutcome): void {
      clearTimeout(silence)
      clearTimeout(total)
      clearInterval(weighing)
      signal?.removeEventListener('abort', stop)
      child.removeAllListeners('message')
      child.kill('SIGKILL')
      resolve(outcome)
    }

    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop)
    heard()
    child.stderr?.on('data', (data: Buffer) => errors.push(data.toString().slice(-4_000)))
    child.on('error', (error) => end({ ...BROKEN, detail: error.message }))
    child.on('exit', () => {
      const detail = errors.join('')
      end(detail.includes('heap out of memory') ? TOO_HEAVY : { ...BROKEN, detail })
    })
    child.on('message', (message: FromReader) => {
      if (message.kind === 'progress') {
        heard()
        tell(stageOf(message))
      } else if (message.kind === 'broken') end({ ...BROKEN, detail: message.message })
      else end(message)
    })
    child.send(file, () => {})
  })
}

function start({ heapMegabytes }: ReadBounds): ChildProcess {
  return fork(new URL('./reader.ts', import.meta.url), {
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--permission',
      '--allow-fs-read=*',
      '--allow-worker',
      '--allow-addons',
      '--disable-warning=SecurityWarning',
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** A scan is first looked through for text, then recognised: the second part is the long one. */
function stageOf({ stage, done, total }: Extract<FromReader, { kind: 'progress' }>): Stage {
  const share = total > 0 ? Math.min(1, done / total) : 0
  if (stage === 'extracting') return { percent: 85, note: 'Đang tìm nhiệm vụ, đơn vị, thời hạn, chỉ tiêu' }
  if (stage === 'reading') return { percent: 2 + Math.floor(18 * share), note: 'Đang đọc tệp' }
  const page = Math.min(done + 1, total)
  return { percent: 20 + Math.floor(60 * share), note: `Đang nhận dạng chữ: trang ${page}/${total}` }
}

/** Memory the process holds, in MB; 0 where the system does not tell. */
async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

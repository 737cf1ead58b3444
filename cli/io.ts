import { readFile, stat, writeFile } from 'node:fs/promises'
import { checkSize, MAX_BYTES, Unreadable } from '@dieuhanh/extraction'
import type { Words } from './words.ts'

/** Exit codes, part of the command's contract. */
export const EXIT = { done: 0, faulty: 1, badUse: 2, refusedFile: 3, refusedByServer: 4 } as const

/** A message for the user at the terminal, and the exit code of the command. */
export class Stop extends Error {
  readonly exitCode: number
  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

/** A file's bytes, or stdin's for "-"; never holds more than the library accepts. */
export async function bytesOf(path: string, words: Words): Promise<Uint8Array> {
  if (path === '-') return await readStdin()
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new Stop(EXIT.refusedFile, words.isDirectory)
    checkSize(found.size)
    return await readFile(path)
  } catch (error) {
    if (error instanceof Stop || error instanceof Unreadable) throw error
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new Stop(EXIT.refusedFile, words.notFound)
    if (code === 'EACCES' || code === 'EPERM') throw new Stop(EXIT.refusedFile, words.notAllowed)
    throw new Stop(EXIT.refusedFile, words.cannotRead(code ?? String(error)))
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_BYTES) break
  }
  return Buffer.concat(chunks)
}

/** Writes to a file, or to stdout when there is no path; waits until the write is done. */
export async function write(content: string | Uint8Array, path: string | undefined, words: Words): Promise<void> {
  if (path !== undefined) {
    try {
      await writeFile(path, content)
    } catch (error) {
      throw new Stop(EXIT.badUse, words.cannotWrite(path, (error as NodeJS.ErrnoException).code ?? String(error)))
    }
    return
  }
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(content, (error) => (error ? reject(error) : resolve()))
  })
}

/** Shows progress on stderr: in place on a terminal, line by line elsewhere when requested, else not at all. */
export class ProgressLine {
  readonly #live = process.stderr.isTTY === true
  readonly #on: boolean
  #shown = false

  constructor(verbose: boolean) {
    this.#on = this.#live || verbose
  }

  show(text: string): void {
    if (!this.#on) return
    this.#shown = true
    process.stderr.write(this.#live ? `\r\u001b[K${text}` : `${text}\n`)
  }

  clear(): void {
    if (this.#shown && this.#live) process.stderr.write('\r\u001b[K')
    this.#shown = false
  }
}

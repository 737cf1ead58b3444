import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { refusalIn, Unreadable } from '@dieuhanh/extraction'
import { bytesOf, EXIT, ProgressLine, Stop, write } from './io.ts'
import { answerOf, type Connection } from './server.ts'
import type { Words } from './words.ts'

/** How often, and for how long, the server is answerOf whether it has read the document. */
const ASK_MILLISECONDS = 1_000
const WAIT_MILLISECONDS = 3_600_000

/** Uploads each file and waits until it is ready for review; prints its id and address. */
export async function importFiles(
  connection: Connection,
  files: string[],
  verbose: boolean,
  words: Words,
): Promise<number> {
  if (files.length === 0) throw new Stop(EXIT.badUse, words.noFile)
  const progress = new ProgressLine(verbose)
  let exitCode: number = EXIT.done
  for (const file of files) {
    try {
      const id = await upload(connection, file, words)
      const state = await whenRead(
        connection,
        id,
        (note) => progress.show(`${file}: ${note ?? words.serverReads}`),
        words,
      )
      progress.clear()
      const address = `${connection.address}/van-ban/${id}`
      if (state.failure === null) await write(`${words.imported(String(id), address)}\n`, undefined, words)
      else throw new Stop(EXIT.refusedFile, state.failure)
    } catch (error) {
      progress.clear()
      if (!(error instanceof Stop || error instanceof Unreadable)) throw error
      process.stderr.write(
        `dieuhanh: ${file}: ${error instanceof Unreadable ? refusalIn(error, words.language) : error.message}\n`,
      )
      exitCode = error instanceof Stop ? error.exitCode : EXIT.refusedFile
    }
  }
  return exitCode
}

async function upload(connection: Connection, file: string, words: Words): Promise<number> {
  const bytes = await bytesOf(file, words)
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), file === '-' ? 'stdin' : basename(file))
  // The contract describes the form only in words, so its body has no type.
  const call = connection.client.POST('/api/directives', { body: form as never, bodySerializer: (body) => body })
  const { id } = await answerOf(connection, call, words)
  return id
}

async function whenRead(
  connection: Connection,
  id: number,
  onWait: (note: string | null) => void,
  words: Words,
): Promise<{ failure: string | null }> {
  const until = Date.now() + WAIT_MILLISECONDS
  for (;;) {
    const call = connection.client.GET('/api/directives/{id}', {
      params: { path: { id } },
      headers: { 'accept-language': words.language },
    })
    const directive = await answerOf(connection, call, words)
    if (directive.state === 'failed') return { failure: directive.failure ?? words.serverFailed }
    if (directive.state !== 'reading') return { failure: null }
    if (Date.now() > until) throw new Stop(EXIT.refusedByServer, words.serverSlow(String(id)))
    onWait(directive.progressNote)
    await pause(ASK_MILLISECONDS)
  }
}

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer, Query } from '@dieuhanh/client'
import { EXIT, Stop, write } from './io.ts'
import { answerOf, type Connection } from './server.ts'
import { dayOf } from './tasks.ts'
import type { Words } from './words.ts'

type Page = Answer<'/api/directives/corpus'>
type Row = Page['rows'][number]

export interface CorpusOptions {
  out: string | undefined
  from: string | undefined
  to: string | undefined
  isLoud: boolean
}

/**
 * Writes confirmed directives as labelled documents: the text, and beside it what was confirmed, named after the
 * directive's id on the server, so that a later export replaces the same files. Prints how many were written.
 */
export async function exportCorpus(connection: Connection, options: CorpusOptions, words: Words): Promise<number> {
  const { out, isLoud } = options
  if (out === undefined) throw new Stop(EXIT.badUse, words.corpusNeedsOut)
  const filter: Query<'/api/directives/corpus'> = {
    ...(options.from === undefined ? {} : { from: dayOf(options.from, words) }),
    ...(options.to === undefined ? {} : { to: dayOf(options.to, words) }),
  }
  let documents = 0
  let tasks = 0
  let cursor: string | null = null
  do {
    const query: typeof filter = cursor === null ? filter : { ...filter, cursor }
    const page: Page = await answerOf(
      connection,
      connection.client.GET('/api/directives/corpus', { params: { query } }),
      words,
    )
    // Whoever is refused is left no empty folder.
    if (cursor === null)
      await mkdir(out, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
        throw new Stop(EXIT.badUse, words.cannotWrite(out, error.code ?? String(error)))
      })
    for (const row of page.rows) {
      const name = join(out, nameOf(row))
      await write(row.text, `${name}.${row.format}`, words)
      await write(`${JSON.stringify(row.labels, null, 2)}\n`, `${name}.expected.json`, words)
      documents += 1
      tasks += row.labels.tasks.length
    }
    cursor = page.nextCursor
    if (isLoud) process.stderr.write(`${words.corpusProgress(documents)}\n`)
  } while (cursor !== null)
  await write(`${words.corpusWritten(documents, tasks, out)}\n`, undefined, words)
  return EXIT.done
}

/** "07-quyet-dinh-901-qd-vpcp": letters, digits and hyphens, safe on every file system. */
export function nameOf({ id, labels: { document } }: Pick<Row, 'id' | 'labels'>): string {
  const slug = [document.type, document.number]
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return `${String(id).padStart(2, '0')}-${slug || 'van-ban'}`
}

import type { Answer } from '@dieuhanh/client'
import { EXIT, write } from './io.ts'
import { asked, type Connection } from './server.ts'
import type { Words } from './words.ts'

type Rebuilt = Answer<'/api/figures/rebuild', 'post'>

/**
 * Has the server make what figures are read from anew from the facts, slice by slice, and prints how many rows were not as
 * the facts say. Exit code 0 in any case: what was wrong is right now.
 */
export async function rebuildFigures(connection: Connection, isLoud: boolean, words: Words): Promise<number> {
  let [after, tasks, changed] = [0, 0, 0]
  for (;;) {
    const part: Rebuilt = await asked(
      connection,
      connection.client.POST('/api/figures/rebuild', { body: { after } }),
      words,
    )
    tasks += part.tasks
    changed += part.changed
    if (part.next === null) break
    after = part.next
    if (isLoud) process.stderr.write(`${words.figuresProgress(tasks, changed)}\n`)
  }
  await write(`${words.figuresRebuilt(tasks, changed)}\n`, undefined, words)
  return EXIT.done
}

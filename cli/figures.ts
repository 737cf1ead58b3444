import type { Answer } from '@dieuhanh/client'
import { EXIT, write } from './io.ts'
import { answerOf, type Connection } from './server.ts'
import type { Words } from './words.ts'

type Rebuilt = Answer<'/api/figures/rebuild', 'post'>

/**
 * Has the server rebuild the tables behind the figures from the facts, slice by slice, and prints how many rows
 * differed. Exit code 0 in any case: what was wrong is now corrected.
 */
export async function rebuildFigures(connection: Connection, isLoud: boolean, words: Words): Promise<number> {
  let [after, tasks, changed] = [0, 0, 0]
  for (;;) {
    const part: Rebuilt = await answerOf(
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

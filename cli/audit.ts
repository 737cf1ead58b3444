import type { Answer } from '@dieuhanh/client'
import { EXIT, Stop, write } from './io.ts'
import { answerOf, type Connection } from './server.ts'
import type { Words } from './words.ts'

type Verified = Answer<'/api/audit/verify'>

/** Rows requested at a time: a second or two of server work, and one step of the progress shown. */
const SLICE = 50_000

/**
 * Has the server recompute the hash chain of its log, slice by slice, and prints whether it is intact, with its head to
 * be noted elsewhere. `expect` is a head noted earlier. Exit code 1 if a row is not as it was sealed.
 */
export async function verifyLog(
  connection: Connection,
  { expect, isLoud }: { expect: string | undefined; isLoud: boolean },
  words: Words,
): Promise<number> {
  const head = expect?.trim().toLowerCase()
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw new Stop(EXIT.badUse, words.badHead)
  let [after, checked] = [0, 0]
  for (;;) {
    const query = { after, limit: SLICE, ...(head === undefined ? {} : { expect: head }) }
    const call = connection.client.GET('/api/audit/verify', { params: { query } })
    const part: Verified = await answerOf(connection, call, words)
    checked += part.checked
    if (part.fault) {
      await write(`${faultWords(part.fault, words)}\n${words.logSound(checked)}\n`, undefined, words)
      return EXIT.faulty
    }
    if (part.next === null) {
      await write(`${words.logInOrder(checked)}\n${words.logHead(part.head ?? '–')}\n`, undefined, words)
      return EXIT.done
    }
    after = part.next
    if (isLoud) process.stderr.write(`${words.logProgress(checked, Math.floor((100 * after) / part.last))}\n`)
  }
}

function faultWords({ kind, auditId, afterAuditId }: NonNullable<Verified['fault']>, words: Words): string {
  const row = auditId === null ? null : String(auditId)
  const before = afterAuditId === null ? null : String(afterAuditId)
  return words.logFaults[kind](row, before)
}

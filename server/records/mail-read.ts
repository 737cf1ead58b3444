import { residentMegabytes, sandboxed } from '../platform/reading/sandbox.ts'
import type { MailMessage } from './mail-message.ts'
import type { FromMailReader } from './mail-reader.ts'

/**
 * What reading may take. Every line and every part of a message costs memory whatever is in it: a megabyte of empty lines takes two
 * gigabytes, and anyone may write to a clerk. The largest message with real files takes two seconds and less than half of this. The time
 * is that of a machine with much else to do: who is refused for it does not send again.
 */
const MOST_HEAP_MEGABYTES = 512
const MOST_MEGABYTES = 1_200
const LONGEST_MS = 60_000
const LOOK_EVERY_MS = 200

/** The message itself cannot be read: reading it again gives the same. */
export class Unreadable extends Error {}

/**
 * Reads a message apart, so that a hostile one ends its own process and not the server. Throws `Unreadable`, and any other error where
 * it is not the message that is to blame.
 */
export function readMailApart(raw: Uint8Array): Promise<MailMessage> {
  const child = sandboxed(new URL('./mail-reader.ts', import.meta.url), MOST_HEAP_MEGABYTES)
  const said: string[] = []
  let late: NodeJS.Timeout | undefined
  let looking: NodeJS.Timeout | undefined
  return new Promise<MailMessage>((resolve, reject) => {
    late = setTimeout(() => reject(new Unreadable('takes too long')), LONGEST_MS)
    looking = setInterval(async () => {
      if ((await residentMegabytes(child)) > MOST_MEGABYTES) reject(new Unreadable('takes too much memory'))
    }, LOOK_EVERY_MS)
    child.stderr?.on('data', (data: Buffer) => said.push(data.toString().slice(-4_000)))
    child.once('message', (answer: FromMailReader) =>
      'message' in answer ? resolve(answer.message) : reject(new Unreadable(answer.broken)),
    )
    child.once('error', reject)
    child.once('exit', () => {
      const words = said.join('')
      reject(words.includes('heap out of memory') ? new Unreadable('takes too much memory') : new Error(words))
    })
    child.send(raw, () => {})
  }).finally(() => {
    clearTimeout(late)
    clearInterval(looking)
    child.kill('SIGKILL')
  })
}

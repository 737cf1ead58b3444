/** The process in which one message is read: started by `mail-read.ts`, which bounds its time and memory. */
import { type MailMessage, readMessage } from './mail-message.ts'

export type FromMailReader = { message: MailMessage } | { broken: string }

process.once('message', async (raw: Uint8Array) => {
  process.send!(await read(raw), () => process.exit(0))
})
// The parent is gone: no one waits for the answer.
process.once('disconnect', () => process.exit(0))

async function read(raw: Uint8Array): Promise<FromMailReader> {
  try {
    return { message: await readMessage(raw) }
  } catch (error) {
    return { broken: String(error) }
  }
}

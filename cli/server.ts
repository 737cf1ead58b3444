import { ApiProblem, answer, type Client, createClient } from '@dieuhanh/client'
import { EXIT, Stop } from './io.ts'
import type { Words } from './words.ts'

export interface Connection {
  address: string
  client: Client
}

/** The server and the token, from the options or else from the environment. */
export function connect(options: { server?: string; token?: string }, words: Words): Connection {
  const server = options.server ?? process.env.DIEUHANH_SERVER
  const token = options.token ?? process.env.DIEUHANH_TOKEN
  if (!server) throw new Stop(EXIT.badUse, words.needServer)
  if (!token) throw new Stop(EXIT.badUse, words.needToken)
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol)) {
    throw new Stop(EXIT.badUse, words.badServer(server))
  }
  const address = server.replace(/\/+$/, '')
  return { address, client: createClient({ baseUrl: address, token }) }
}

/** The answer of a call; a refusal ends the command with the server's own sentence. */
export async function answerOf<T>(
  connection: Connection,
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
  words: Words,
): Promise<T> {
  try {
    return await answer(call)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    const { status, detail, title, fields } = error.problem
    if (status === 0) throw new Stop(EXIT.refusedByServer, words.unreachable(connection.address, reasonOf(error)))
    const named = fields.map((field) => `${field.path}: ${field.message}`).join('; ')
    const sentence = [detail || title || `HTTP ${status}`, named].filter(Boolean).join(' ')
    throw new Stop(EXIT.refusedByServer, words.refused(sentence))
  }
}

/** The innermost cause: fetch wraps the refusal of the network in an error that says only "fetch failed". */
function reasonOf(error: unknown): string {
  let inner: unknown = error
  while (inner instanceof Error && inner.cause !== undefined) inner = inner.cause
  const code = (inner as NodeJS.ErrnoException | undefined)?.code
  return code ?? (inner instanceof Error ? inner.message : String(inner))
}

import assert from 'node:assert/strict'
import type { Answer, Method, Visitor } from './app.ts'

/** Sends a request that must succeed, and gives the body of its answer. */
export async function sendOk<T>(
  who: Visitor,
  method: Method,
  url: string,
  body?: unknown,
  ifMatch?: number,
): Promise<T> {
  const answer = await who.send(method, url, {
    ...(body === undefined ? {} : { body }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  })
  assert.ok(answer.status < 300, `${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as T
}

/** The status and the code of a refusal. */
export const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code]
/** The first field that a refusal names. */
export const fieldOf = ({ body }: Answer) => (body as { fields?: { path: string }[] }).fields?.[0]?.path

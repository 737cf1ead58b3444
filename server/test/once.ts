import assert from 'node:assert/strict'
import type { Answer, Method, SendOptions, Visitor } from './app.ts'

/**
 * Sends the same change twice under one `Idempotency-Key`, like a client that did not get the answer: it is done once and
 * answered the same. The same change without the key, on the old version, is 409.
 */
export async function changedOnce(
  visitor: Visitor,
  method: Method,
  url: string,
  options: Omit<SendOptions, 'key'> = {},
): Promise<Answer> {
  const first = await visitor.send(method, url, { ...options, key: `once ${url}` })
  assert.ok(first.status < 300, `${first.status} ${JSON.stringify(first.body)}`)
  const again = await visitor.send(method, url, { ...options, key: `once ${url}` })
  assert.deepEqual([again.status, again.body, again.headers.etag], [first.status, first.body, first.headers.etag])
  if (options.ifMatch !== undefined) {
    const stale = await visitor.send(method, url, options)
    assert.deepEqual([stale.status, (stale.body as { code: string }).code], [409, 'request.stale'])
  }
  return first
}

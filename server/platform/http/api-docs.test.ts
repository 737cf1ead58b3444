import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../test/app.ts'

test('the API is described on pages served entirely by us, to anyone', async (t) => {
  const { app } = await freshApp(t)
  const page = await app.inject('/api/docs/')
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /Điều Hành: API/)
  const policy = String(page.headers['content-security-policy'])
  assert.match(policy, /script-src 'self'/)
  // What the policy of the page would block: other hosts, and inline scripts.
  assert.doesNotMatch(page.body, /(?:src|href)="(?:https?:)?\/\//)
  assert.doesNotMatch(page.body, /<script>[^<]|<script(?![^>]*src=)/)
  const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!)
  assert.ok(files.length >= 4)
  for (const file of files) {
    const { statusCode } = await app.inject(new URL(file, 'http://x/api/docs/').pathname)
    assert.equal(statusCode, 200, file)
  }
  const { statusCode, body } = await app.inject('/api/docs/json')
  assert.equal(statusCode, 200)
  assert.deepEqual(JSON.parse(body), (await app.inject('/api/openapi.json')).json())
})

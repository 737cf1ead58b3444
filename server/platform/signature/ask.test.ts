import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { readPrivateHosts } from '../outgoing/private-hosts.ts'
import { openAsking } from './ask.ts'
import { newAuthority } from './authority.ts'
import { ocspRequest } from './ocsp.ts'

type Answer = (request: IncomingMessage, body: Buffer, response: ServerResponse) => unknown

async function server(t: TestContext, answer: Answer): Promise<string> {
  const made = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => answer(request, Buffer.concat(parts), response))
  })
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done))
  t.after(() => {
    made.closeAllConnections()
    return new Promise((done) => made.close(done))
  })
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`
}

const inside = readPrivateHosts({ HOSTS: '127.0.0.1' }, 'HOSTS')
const nowhere = readPrivateHosts({}, 'HOSTS')
const authority = newAuthority({ algorithm: 'ecdsa-sha256' })
const hash = createHash('sha256').update('MẪU').digest()
/** Nothing listens there. */
const DOWN = 'http://127.0.0.1:9'

test('gets a time stamp from the first authority that answers', async (t) => {
  const seen: string[] = []
  const url = await server(t, (request, body, response) => {
    seen.push(request.headers['content-type'] ?? '')
    response.end(authority.timeStamp(body, new Date()))
  })
  const { stamp } = openAsking({ timeStampUrls: [DOWN, url], privateHosts: nowhere })
  const stamped = await stamp(hash)
  assert.ok(stamped.token && stamped.token.length > 500, stamped.missing?.message ?? 'no time stamp')
  assert.deepEqual(seen, ['application/timestamp-query'])
})

test('a time-stamp authority that is down, slow, wrong or redirects gives none and a reason, and rests', async (t) => {
  let asked = 0
  const silent = await server(t, () => asked++)
  let time = 0
  const asking = openAsking({ timeStampUrls: [silent], privateHosts: inside, seconds: 0.3, now: () => time })
  const from = performance.now()
  assert.equal((await asking.stamp(hash)).missing?.reason, 'unreachable')
  assert.ok(performance.now() - from < 3000)
  assert.match((await asking.stamp(hash)).missing?.message ?? '', /a moment ago/)
  assert.equal(asked, 1)
  time = 31_000
  await asking.stamp(hash)
  assert.equal(asked, 2)

  const reasonOf = async (answer: Answer) => {
    const url = await server(t, answer)
    return (await openAsking({ timeStampUrls: [url], privateHosts: inside }).stamp(hash)).missing?.reason
  }
  assert.equal(await reasonOf((_r, _b, to) => to.writeHead(503).end()), 'refused')
  assert.equal(await reasonOf((_r, _b, to) => to.writeHead(302, { location: `${silent}/x` }).end()), 'refused')
  assert.equal(await reasonOf((_r, _b, to) => to.end('<html>')), 'unreadable')
  assert.equal(await reasonOf((_r, _b, to) => to.end(Buffer.alloc(1_100_000))), 'tooLarge')
  const refused = Buffer.from('30053003020102', 'hex')
  assert.equal(await reasonOf((_r, _b, to) => to.end(refused)), 'refused')
  // A token of another hash must not be taken.
  const other = createHash('sha256').update('khác').digest()
  const swapped = await reasonOf((_r, body, to) => {
    const at = body.indexOf(hash)
    other.copy(body, at)
    to.end(authority.timeStamp(body, new Date()))
  })
  assert.equal(swapped, 'unreadable')
  assert.equal(
    (await openAsking({ timeStampUrls: [], privateHosts: inside }).stamp(hash)).missing?.reason,
    'notConfigured',
  )
})

test('keeps a list of revoked certificates until it ends, and asks hourly if it changed', async (t) => {
  let isDown = false
  const seen: (string | undefined)[] = []
  const start = Date.parse('2026-03-02T00:00:00Z')
  const list = authority.crl({ revoked: [], at: new Date(start), nextAt: new Date(start + 86_400_000) })
  const url = await server(t, (request, _body, response) => {
    seen.push(request.headers['if-none-match'])
    if (isDown) return response.writeHead(500).end()
    if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end()
    response.setHeader('etag', '"1"')
    response.end(list)
  })
  let time = start
  const { crl } = openAsking({ timeStampUrls: [], privateHosts: inside, now: () => time })
  const [first, again] = await Promise.all([crl(url), crl(url)])
  assert.deepEqual(Buffer.from(first.bytes ?? []), Buffer.from(list))
  assert.ok(again.bytes)
  assert.deepEqual(seen, [undefined], 'two who ask at once ask once')
  time += 30 * 60_000
  assert.ok((await crl(url)).bytes)
  assert.equal(seen.length, 1)
  time += 40 * 60_000
  assert.ok((await crl(url)).bytes)
  assert.deepEqual(seen, [undefined, '"1"'])
  isDown = true
  time += 2 * 3_600_000
  assert.ok((await crl(url)).bytes, 'it still holds')
  time += 30 * 3_600_000
  assert.equal((await crl(url)).missing?.reason, 'refused', 'it has ended')
})

test('follows three redirects, not four, and goes inside only where that is allowed', async (t) => {
  const list = authority.crl({ revoked: [], at: new Date() })
  const url = await server(t, (request, _body, response) => {
    const left = Number(request.url?.slice(1))
    if (left > 0) return response.writeHead(302, { location: `/${left - 1}` }).end()
    response.end(list)
  })
  const { crl } = openAsking({ timeStampUrls: [], privateHosts: inside })
  assert.ok((await crl(`${url}/3`)).bytes)
  assert.equal((await crl(`${url}/4`)).missing?.reason, 'refused')
  const outside = openAsking({ timeStampUrls: [], privateHosts: nowhere })
  assert.equal((await outside.crl(`${url}/0`)).missing?.reason, 'notAllowed')
  assert.equal((await outside.crl(url.replace('127.0.0.1', 'localhost'))).missing?.reason, 'notAllowed')
  for (const bad of ['file:///etc/passwd', 'ldap://ca.example/cn=x', 'không', 'http://a:b@ca.example/']) {
    assert.equal((await crl(bad)).missing?.reason, 'notAllowed', bad)
  }
  const leads = await server(t, (_request, _body, response) => response.writeHead(302, { location: 'file:///x' }).end())
  assert.equal((await crl(leads)).missing?.reason, 'notAllowed')
})

test('asks a responder by address if the request is small, by post if it is large or the responder wants it', async (t) => {
  const issued = authority.issue({ name: 'Người MẪU', usage: 'person' })
  const request = ocspRequest(issued.certificate, authority.issuing.certificate)
  const seen: string[] = []
  let takesShort = true
  const url = await server(t, (asked, body, response) => {
    seen.push(asked.method ?? '')
    if (asked.method === 'GET' && !takesShort) return response.writeHead(405).end()
    const got =
      asked.method === 'GET' ? Buffer.from(decodeURIComponent(asked.url?.split('/').at(-1) ?? ''), 'base64') : body
    response.end(authority.ocsp(got, { status: 'good', at: new Date() }))
  })
  const { ocsp } = openAsking({ timeStampUrls: [], privateHosts: inside })
  assert.ok((await ocsp(url, request)).bytes)
  takesShort = false
  assert.ok((await ocsp(url, request)).bytes)
  const long = ocspRequest(issued.certificate, authority.issuing.certificate, Buffer.alloc(120, 7))
  takesShort = true
  assert.ok((await ocsp(url, long)).bytes)
  assert.deepEqual(seen, ['GET', 'GET', 'POST', 'POST'])
  assert.equal((await ocsp(DOWN, request)).missing?.reason, 'unreachable')
})

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Type } from 'typebox'
import { upload } from '../../test/upload.ts'
import { Conflict, TooMany } from '../errors.ts'
import { uploadedFile } from '../upload.ts'
import { checkVersion, etag, ifMatch } from '../version.ts'
import { LARGEST_FILE } from './problem.ts'
import { type App, buildHttp } from './server.ts'
import { withoutTurns } from './validator.ts'
import { mountWeb } from './web.ts'

const Line = Type.Object({ text: Type.String({ minLength: 1 }), amount: Type.Optional(Type.Integer({ minimum: 0 })) })
const Paper = Type.Object({
  title: Type.String(),
  lines: Type.Array(Line),
  extra: Type.Optional(Type.Union([Type.Object({ kind: Type.Literal('a'), a: Type.Number() }), Type.Null()])),
  open: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  both: Type.Optional(Type.Intersect([Type.Object({ left: Type.String() }), Type.Object({ right: Type.String() })])),
})
const good = { title: 'Tờ trình', lines: [{ text: 'một' }] }

async function papers(t: TestContext): Promise<App> {
  const app = await buildHttp({ logLevel: 'silent', version: '1.2.3' })
  app.post('/papers', { schema: { body: Paper, response: { 200: Paper } } }, async ({ body }) => body)
  app.get(
    '/papers/:id',
    {
      schema: {
        params: Type.Object({ id: Type.Integer() }),
        querystring: Type.Object({
          agency: Type.Optional(Type.Array(Type.Integer())),
          open: Type.Optional(Type.Boolean()),
          on: Type.Optional(Type.String({ format: 'date' })),
        }),
        response: { 200: Type.Object({ id: Type.Integer(), query: Type.Unknown() }) },
      },
    },
    async ({ params, query }, reply) => {
      etag(reply, 7)
      return { id: params.id, query, secret: 'never sent' }
    },
  )
  app.put('/papers/:id', async (request) => {
    checkVersion(ifMatch(request), 7, { by: 'Trần Thị Mẫu', at: '2021-02-28T03:05:00Z' })
    return {}
  })
  app.post('/files', async (request) => ({ size: (await uploadedFile(request))?.bytes.length }))
  app.get(
    '/long',
    { schema: { response: { 200: Type.Object({ title: Type.Union([Type.String({ maxLength: 5 }), Type.Null()]) }) } } },
    async () => ({ title: 'dài hơn năm chữ' }),
  )
  app.get('/fail', async (request) => {
    const { how } = request.query as { how: string }
    if (how === 'ours') throw new Error('password of the database is 12345')
    if (how === 'often') throw new TooMany('paper.too_many', 'Thử lại sau.', { retryAfter: 30 })
    throw new Conflict('paper.taken', 'Đã có.', {
      fields: [{ path: 'title', code: 'taken', message: 'Trùng.' }],
      extra: { id: 9 },
    })
  })
  t.after(() => app.close())
  return app
}

for (const [what, body, path] of [
  ['an unknown property', { ...good, colour: 'red' }, 'colour'],
  ['an unknown property inside a list', { ...good, lines: [{ text: 'a', note: 'b' }] }, 'lines.0.note'],
  ['an unknown property of a union member', { ...good, extra: { kind: 'a', a: 1, b: 2 } }, 'extra'],
  ['an unknown property beside an intersection', { ...good, both: { left: 'l', right: 'r', more: 1 } }, 'both'],
  ['a number as text', { ...good, lines: [{ text: 'a', amount: '3' }] }, 'lines.0.amount'],
  ['a missing property', { title: 'x' }, 'lines'],
  ['an empty text', { ...good, lines: [{ text: '' }] }, 'lines.0.text'],
] as const) {
  test(`a body with ${what} is refused, naming the field`, async (t) => {
    const app = await papers(t)
    const response = await app.inject({ method: 'POST', url: '/papers', payload: body })
    assert.equal(response.statusCode, 400)
    assert.equal(response.headers['content-type'], 'application/problem+json; charset=utf-8')
    const problem = response.json()
    assert.equal(problem.code, 'request.invalid')
    assert.ok(
      problem.fields.some((field: { path: string }) => field.path.startsWith(path)),
      JSON.stringify(problem.fields),
    )
    assert.equal(problem.requestId, response.headers['x-request-id'])
  })
}

test('a body that fits its shape passes unchanged', async (t) => {
  const app = await papers(t)
  const full = { ...good, extra: { kind: 'a', a: 1.5 }, open: { any: 1, name: 2 }, both: { left: 'l', right: 'r' } }
  const response = await app.inject({ method: 'POST', url: '/papers', payload: full })
  assert.deepEqual([response.statusCode, response.json()], [200, full])
})

test('path and query are converted, lists in either form, and an unknown filter is refused', async (t) => {
  const app = await papers(t)
  const get = (url: string) => app.inject({ url })
  assert.deepEqual((await get('/papers/3?agency=4,5&open=true&on=2021-02-28')).json(), {
    id: 3,
    query: { agency: [4, 5], open: true, on: '2021-02-28' },
  })
  assert.deepEqual((await get('/papers/3?agency=4&agency=5')).json().query, { agency: [4, 5] })
  assert.deepEqual((await get('/papers/3?agency=4')).json().query, { agency: [4] })
  for (const url of [
    '/papers/three',
    '/papers/3?agnecy=4',
    '/papers/3?agency=x',
    '/papers/3?agency=1.5',
    '/papers/3?agency=1e3',
    '/papers/3?open=maybe',
    '/papers/3?on=2021-02-30',
  ]) {
    assert.equal((await get(url)).statusCode, 400, url)
  }
})

test('a stored value longer than the input limit is still answered', async (t) => {
  const response = await (await papers(t)).inject({ url: '/long' })
  assert.deepEqual([response.statusCode, response.json()], [200, { title: 'dài hơn năm chữ' }])
})

test('marks that turn the direction of letters are left out of every text, but not out of a secret', () => {
  const turned = { name: 'An\u202Egpj.exe', list: ['a\u2066b\u2069'], password: 'x\u202Ey', n: 1, none: null }
  assert.deepEqual(withoutTurns(turned), { ...turned, name: 'Angpj.exe', list: ['ab'] })
  const day = new Date()
  assert.equal(withoutTurns(day), day)
})

test('half a surrogate pair is refused on its field; a whole one passes', async (t) => {
  const app = await papers(t)
  const send = (text: string) => app.inject({ method: 'POST', url: '/papers', payload: { ...good, lines: [{ text }] } })
  assert.equal((await send('đúng 😀')).statusCode, 200)
  const refused = await send('hỏng \ud83d')
  assert.deepEqual([refused.statusCode, refused.json().fields[0].path], [400, 'lines.0.text'])
})

test('an unknown address is a problem like all others, with the same headers', async (t) => {
  const app = await papers(t)
  for (const [url, status] of [
    ['/papers/%E0%A4%A', 400],
    [`/papers/${'9'.repeat(300)}`, 414],
  ] as const) {
    const answer = await app.inject({ url })
    assert.equal(answer.statusCode, status)
    assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.equal(answer.json().requestId, answer.headers['x-request-id'])
  }
})

test('properties missing from the shape of the answer are not sent', async (t) => {
  const response = await (await papers(t)).inject({ url: '/papers/3' })
  assert.ok(!response.body.includes('never sent'))
  assert.equal(response.headers.etag, '"7"')
})

test('a change names the version it saw: missing 428, malformed 400, stale 409 with who and when', async (t) => {
  const app = await papers(t)
  const put = async (match?: string) => {
    const response = await app.inject({
      method: 'PUT',
      url: '/papers/1',
      headers: match === undefined ? {} : { 'if-match': match },
    })
    return { status: response.statusCode, body: response.json() }
  }
  assert.equal((await put()).status, 428)
  assert.equal((await put('abc')).status, 400)
  assert.equal((await put('"7"')).status, 200)
  const stale = await put('"6"')
  assert.equal(stale.status, 409)
  assert.equal(stale.body.changedBy, 'Trần Thị Mẫu')
  assert.match(stale.body.detail, /Trần Thị Mẫu đã sửa lúc 10:05 ngày 28\/02\/2021/)
})

test('an internal error reveals nothing internal; an error of a room says everything', async (t) => {
  const app = await papers(t)
  const ours = await app.inject({ url: '/fail?how=ours' })
  assert.equal(ours.statusCode, 500)
  assert.ok(!ours.body.includes('12345'))
  const often = await app.inject({ url: '/fail?how=often' })
  assert.deepEqual([often.statusCode, often.headers['retry-after']], [429, '30'])
  const taken = (await app.inject({ url: '/fail?how=taken' })).json()
  assert.deepEqual([taken.status, taken.code, taken.id, taken.fields[0].path], [409, 'paper.taken', 9, 'title'])
})

test('invalid JSON and another media type have different answers', async (t) => {
  const app = await papers(t)
  const send = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: '/papers', payload, headers: { 'content-type': type } })
  assert.equal((await send('{"title":', 'application/json')).json().code, 'request.not_json')
  assert.equal((await send('title=x', 'application/x-www-form-urlencoded')).json().code, 'request.media_type')
  assert.equal(
    (await send(JSON.stringify({ ...good, title: 'x'.repeat(2 * 1024 * 1024) }), 'application/json')).json().code,
    'request.too_large',
  )
})

test('a file of 50 MB is accepted, one byte more is refused with the remedy', async (t) => {
  const app = await papers(t)
  const send = async (size: number) => {
    const { body, headers } = upload('a.pdf', Buffer.alloc(size))
    return app.inject({ method: 'POST', url: '/files', payload: body, headers })
  }
  assert.deepEqual((await send(LARGEST_FILE)).json(), { size: LARGEST_FILE })
  const refused = await send(LARGEST_FILE + 1)
  assert.equal(refused.statusCode, 413)
  assert.equal(refused.json().code, 'request.file_too_large')
  assert.match(refused.json().detail, /50 MB.*quét lại/)
})

test('two files, a truncated request and one without a boundary are refused; no file is undefined', async (t) => {
  const app = await papers(t)
  const part = (field: string, text: string) =>
    `--b\r\ncontent-disposition: form-data; name="${field}"; filename="a.txt"\r\n\r\n${text}\r\n`
  const send = async (payload: string, type = 'multipart/form-data; boundary=b') => {
    const answer = await app.inject({ method: 'POST', url: '/files', payload, headers: { 'content-type': type } })
    return answer.json()
  }
  assert.deepEqual(await send(`${part('file', 'một')}--b--`), { size: 5 })
  assert.deepEqual(await send(`${part('other', 'một')}--b--`), {})
  assert.equal((await send(`${part('file', 'một')}${part('file', 'hai')}--b--`)).code, 'request.too_many_parts')
  assert.equal((await send(part('file', 'mộ'))).code, 'request.upload_broken')
  assert.equal((await send('abc', 'multipart/form-data')).code, 'request.upload_broken')
})

test('every answer carries the headers that keep other sites out', async (t) => {
  const { headers } = await (await papers(t)).inject({ url: '/papers/3' })
  assert.match(String(headers['content-security-policy']), /default-src 'self'.*frame-ancestors 'none'/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['referrer-policy'], 'same-origin')
  assert.equal(headers['strict-transport-security'], undefined, 'nothing says that it is served by https')
  const secure = await buildHttp({ logLevel: 'silent', version: '0', origin: 'https://dieuhanh.mau' })
  t.after(() => secure.close())
  const over = await secure.inject({ url: '/khong-co' })
  assert.match(String(over.headers['strict-transport-security']), /max-age=\d{7}/)
})

test('the console is served for every address but the API; hashed files are cached forever', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-web-'))
  t.after(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>Điều Hành</title>')
  writeFileSync(join(folder, 'assets/main-a1b2.js'), 'export {}')
  const app = await papers(t)
  await mountWeb(app, folder)
  const page = await app.inject({ url: '/nhiem-vu/7?tab=lich-su' })
  assert.deepEqual(
    [page.statusCode, page.body, page.headers['cache-control']],
    [200, '<title>Điều Hành</title>', 'no-cache'],
  )
  assert.equal((await app.inject({ url: '/' })).body, page.body)
  const script = await app.inject({ url: '/assets/main-a1b2.js' })
  assert.match(String(script.headers['cache-control']), /max-age=31536000, immutable/)
  for (const url of ['/api/nowhere', '/assets/gone.js', '/../package.json']) {
    assert.equal((await app.inject({ url })).statusCode, 404, url)
  }
  assert.equal((await app.inject({ method: 'POST', url: '/nhiem-vu' })).statusCode, 404)
})

test('without a built console the answer says so', async (t) => {
  const app = await papers(t)
  await mountWeb(app, join(tmpdir(), 'no-such-folder'))
  const answer = await app.inject({ url: '/' })
  assert.equal(answer.statusCode, 404)
  assert.match(answer.json().detail, /npm start/)
})

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { ApiProblem, answer, createClient, ifMatch, readProblem } from './index.ts'

const server = createServer((request, response) => {
  if (request.url === '/api/me' && request.headers.authorization === 'Bearer mau') {
    response.setHeader('content-type', 'application/json').end('{"name":"Nguyễn Văn Mẫu"}')
  } else if (request.url === '/api/me') {
    response
      .writeHead(401, { 'content-type': 'application/problem+json' })
      .end('{"status":401,"code":"auth.required","title":"Chưa đăng nhập","detail":"Hãy đăng nhập.","fields":[]}')
  } else response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
})
let baseUrl = ''
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => server.close())

const problemOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => assert.fail('expected a problem'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof ApiProblem)
  return error.problem
}

test('a call returns its value and sends the token', async () => {
  assert.equal((await answer(createClient({ baseUrl, token: 'mau' }).GET('/api/me'))).name, 'Nguyễn Văn Mẫu')
  assert.equal((await problemOf(answer(createClient({ baseUrl, token: 'khac' }).GET('/api/me')))).status, 401)
})

test('an error is the problem the server sent', async () => {
  const problem = await problemOf(answer(createClient({ baseUrl }).GET('/api/me')))
  assert.deepEqual([problem.status, problem.code, problem.detail], [401, 'auth.required', 'Hãy đăng nhập.'])
})

test('a proxy error page is a problem too, with its status', async () => {
  const problem = await problemOf(answer(createClient({ baseUrl }).GET('/api/groups')))
  assert.deepEqual([problem.status, problem.code, problem.detail], [502, 'http.502', ''])
})

test('an unreachable server is a problem with status 0', async () => {
  const problem = await problemOf(answer(createClient({ baseUrl: 'http://127.0.0.1:1' }).GET('/api/me')))
  assert.deepEqual([problem.status, problem.code], [0, 'client.unreachable'])
})

test('extra members are kept, damaged fields are not', () => {
  const problem = readProblem(
    { code: 'task.stale', changedBy: 'Trần Thị Mẫu', fields: [{ path: 'a', code: 'b', message: 'c' }, 7, null] },
    409,
  )
  assert.deepEqual(problem.extra, { changedBy: 'Trần Thị Mẫu' })
  assert.deepEqual(problem.fields, [{ path: 'a', code: 'b', message: 'c' }])
  assert.deepEqual(ifMatch(3), { 'If-Match': '"3"' })
})

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { CannotStart } from './errors.ts'

test('an empty environment gives a server on loopback with its own database and the national sample', () => {
  const config = readConfig({})
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.port, 8080)
  assert.equal(config.databaseUrl, undefined)
  assert.equal(config.dataDir, join(process.cwd(), 'data'))
  assert.equal(config.sample, 'national')
  assert.equal(config.origin, 'http://127.0.0.1:8080')
  assert.deepEqual(config.trustedOrigins, ['http://127.0.0.1:8080', 'http://localhost:8080'])
  assert.equal(config.worker, true)
  assert.equal(config.statementSeconds, 15)
  assert.deepEqual(config.heavy, { perPerson: 4, atOnce: 6 })
})

test('a given database gets sample data only on request', () => {
  const DATABASE_URL = 'postgres://u:p@db.example:5432/d'
  assert.equal(readConfig({ DATABASE_URL }).sample, 'none')
  assert.equal(readConfig({ DATABASE_URL, SAMPLE: 'small' }).sample, 'small')
})

test('behind a proxy only the public address is trusted', () => {
  const config = readConfig({ ORIGIN: 'https://dieuhanh.example.gov.vn/', HOST: '0.0.0.0' })
  assert.equal(config.origin, 'https://dieuhanh.example.gov.vn')
  assert.deepEqual(config.trustedOrigins, ['https://dieuhanh.example.gov.vn'])
})

for (const [name, value] of [
  ['PORT', '80a'],
  ['PORT', '70000'],
  ['SAMPLE', 'big'],
  ['LOG_LEVEL', 'loud'],
  ['ORIGIN', 'dieuhanh.gov.vn'],
  ['AUTH_SECRET', 'short'],
  ['WORKER', 'yes'],
  ['TRUST_PROXY', 'everybody'],
  ['TRUST_PROXY', '10.0.0.0/99'],
  ['STATEMENT_SECONDS', '0'],
  ['HEAVY_PER_PERSON', 'many'],
  ['HEAVY_AT_ONCE', '12'],
  ['COMMENT_MINUTES', '1441'],
  ['SECOND_READER_URL', '10.0.0.5:8000'],
  ['SECOND_READER_URL', 'ftp://10.0.0.5/v1'],
  ['SECOND_READER_MODEL', 'mau'],
] as const) {
  test(`${name}=${value} is refused in one sentence that names it`, () => {
    assert.throws(
      () => readConfig({ [name]: value }),
      (error) =>
        error instanceof CannotStart && error.sentence.en.startsWith(name) && error.sentence.vi.startsWith(name),
    )
  })
}

test('the second reader is off by default, and named by one address', () => {
  assert.equal(readConfig({}).secondReader, undefined)
  assert.deepEqual(readConfig({ SECOND_READER_URL: 'http://10.0.0.5:8000/v1/' }).secondReader, {
    url: 'http://10.0.0.5:8000/v1/chat/completions',
    model: undefined,
    key: undefined,
    seconds: 30,
    totalSeconds: 300,
    atOnce: 2,
    questions: 40,
  })
  assert.throws(
    () => readConfig({ SECOND_READER_URL: 'http://ai:bimat@10.0.0.5/v1' }),
    (error) => error instanceof CannotStart && !error.message.includes('bimat') && !error.sentence.vi.includes('bimat'),
  )
})

test('a password in a malformed DATABASE_URL is not repeated', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://root:bimat@db/x' }),
    (error) => error instanceof CannotStart && !error.message.includes('bimat') && !error.sentence.vi.includes('bimat'),
  )
})

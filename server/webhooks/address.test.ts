import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { CannotStart, Invalid } from '../platform/errors.ts'
import { mayCall } from '../platform/outgoing/private-hosts.ts'
import { readWebhooks } from '../platform/webhook-settings.ts'
import { checkedUrl } from './address.ts'
import { startReceiver } from './receiver.fixture.ts'
import { post } from './request.ts'

const CLOSED = readWebhooks({})
const OPEN = readWebhooks({ WEBHOOK_PRIVATE_HOSTS: '10.20.0.0/16, 127.0.0.1, localhost, fd00:20::/32' })

for (const [url, code] of [
  ['https://127.0.0.1/x', 'webhook.url_inside'],
  ['http://127.1/', 'webhook.url_inside'],
  ['http://2130706433/', 'webhook.url_inside'],
  ['http://0x7f000001/', 'webhook.url_inside'],
  ['https://localhost/', 'webhook.url_inside'],
  ['https://localhost./', 'webhook.url_inside'],
  ['https://[::1]/', 'webhook.url_inside'],
  ['https://[::ffff:127.0.0.1]/', 'webhook.url_inside'],
  ['https://[::ffff:a9fe:a9fe]/', 'webhook.url_inside'],
  ['https://[64:ff9b::7f00:1]/', 'webhook.url_inside'],
  ['https://[fe80::1]/', 'webhook.url_inside'],
  ['https://[fd12::1]/', 'webhook.url_inside'],
  ['https://169.254.169.254/latest/meta-data', 'webhook.url_inside'],
  ['https://10.0.0.8/', 'webhook.url_inside'],
  ['https://172.31.255.1/', 'webhook.url_inside'],
  ['https://192.168.1.1/', 'webhook.url_inside'],
  ['https://100.64.0.1/', 'webhook.url_inside'],
  ['https://0.0.0.0/', 'webhook.url_inside'],
  ['http://8.8.8.8/', 'webhook.url_open'],
  ['https://khong-co-may-nay.invalid/', 'webhook.url_unknown'],
  ['ftp://8.8.8.8/', 'webhook.url_invalid'],
  ['javascript:alert(1)', 'webhook.url_invalid'],
  ['8.8.8.8/x', 'webhook.url_invalid'],
  ['https://u:p@8.8.8.8/', 'webhook.url_invalid'],
  ['https://8.8.8.8/#x', 'webhook.url_invalid'],
  ['https://8.8.8.8/\nx', 'webhook.url_invalid'],
] as const) {
  test(`${JSON.stringify(url)} is refused on the field url: ${code}`, async () => {
    await assert.rejects(
      checkedUrl(url, CLOSED),
      (error) => error instanceof Invalid && error.code === code && error.fields[0]?.path === 'url',
    )
  })
}

test('allows the public network by https, and listed hosts inside the network by http too', async () => {
  assert.equal(await checkedUrl('https://8.8.8.8/webhook?a=1', CLOSED), 'https://8.8.8.8/webhook?a=1')
  assert.equal(await checkedUrl('https://[2001:4860:4860::8888]/', CLOSED), 'https://[2001:4860:4860::8888]/')
  assert.equal(await checkedUrl('http://10.20.3.4:8080/x', OPEN), 'http://10.20.3.4:8080/x')
  assert.equal(await checkedUrl('http://localhost:9/x', OPEN), 'http://localhost:9/x')
  assert.equal(await checkedUrl('http://[fd00:20::7]/x', OPEN), 'http://[fd00:20::7]/x')
  await assert.rejects(checkedUrl('http://10.21.0.1/', OPEN), /webhook\.url_inside/)
  await assert.rejects(checkedUrl('http://8.8.8.8/', OPEN), /webhook\.url_open/)
  assert.equal(mayCall('::ffff:10.20.0.1', 'x', OPEN), true)
})

test('every request resolves its name again, and follows no redirect', async (t: TestContext) => {
  const receiver = await startReceiver(t)
  const named = receiver.url.replace('127.0.0.1', 'localhost')
  assert.equal((await post(named, '{}', {}, OPEN)).status, 204)
  for (const url of [receiver.url, named]) {
    const refused = await post(url, '{}', {}, CLOSED)
    assert.deepEqual([refused.status, refused.answer], [null, null])
    assert.match(refused.error ?? '', /may not be called/)
  }
  assert.equal(receiver.received.length, 1)
  receiver.answers.push(307)
  const moved = await post(receiver.url, '{}', {}, OPEN)
  assert.deepEqual([moved.status, moved.error], [307, 'redirect not followed'])
  assert.equal(receiver.received.length, 2)
  assert.match((await post('http://127.0.0.1:9/', '{}', {}, OPEN)).error ?? '', /ECONNREFUSED/)
})

for (const [name, value] of [
  ['WEBHOOK_PRIVATE_HOSTS', '10.0.0.0/99'],
  ['WEBHOOK_PRIVATE_HOSTS', 'http://tich-hop.local'],
  ['WEBHOOK_PRIVATE_HOSTS', '10.0.0'],
  ['WEBHOOK_PRIVATE_HOSTS', 'tich-hop.local/24'],
  ['WEBHOOK_GIVE_UP_HOURS', '0'],
  ['WEBHOOK_PAUSE_HOURS', 'hai'],
] as const) {
  test(`${name}=${value} stops the start with one sentence`, () => {
    assert.throws(
      () => readWebhooks({ [name]: value }),
      (error) => error instanceof CannotStart && error.sentence.vi.includes(name) && error.sentence.en.includes(name),
    )
  })
}

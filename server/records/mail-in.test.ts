/** Documents that arrive by e-mail: a real client, a real listener, a real database. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { BlockList, connect } from 'node:net'
import { Readable } from 'node:stream'
import { type TestContext, test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import nodemailer from 'nodemailer'
import pg from 'pg'
import { systemActor } from '../platform/actor.ts'
import { endAgency } from '../registry/index.ts'
import { codeOf, fieldOf } from '../test/send-ok.ts'
import { base, type Desk, desk, letterPdf, toldOf } from './incoming.fixture.ts'
import type { IncomingDetail } from './incoming-shapes.ts'
import { startMailIn } from './mail-in.ts'
import type { MailAddresses } from './mail-shapes.ts'

const ADDRESS = 'vanthu@btc.mau.example'
const OTHER = 'vanthu@byt.mau.example'

interface Mail {
  to?: string | string[]
  id?: string
  subject?: string
  text?: string
  html?: string
  raw?: Readable
  attachments?: { filename: string; content: Buffer | string; contentType?: string; cid?: string }[]
}

async function opened(t: TestContext, { from = '127.0.0.1' } = {}) {
  const world = await desk(t)
  const allowed = new BlockList()
  allowed.addAddress(from)
  const errors: unknown[] = []
  const mailIn = await startMailIn(world, { host: '127.0.0.1', port: 0, from: allowed }, (error) => errors.push(error))
  const client = nodemailer.createTransport({ host: '127.0.0.1', port: mailIn.port, secure: false, ignoreTLS: true })
  t.after(async () => {
    client.close()
    await mailIn.stop()
  })
  await world.ok(world.clerk, 'POST', `${base}/mail-addresses`, { address: 'VanThu@btc.mau.example' })
  const send = ({ to = ADDRESS, id = '<mot@byt.mau.example>', ...mail }: Mail) =>
    client
      .sendMail({
        from: '"Văn thư Bộ Y tế" <van.thu@byt.mau.example>',
        to,
        messageId: id,
        envelope: { from: 'van.thu@byt.mau.example', to },
        ...mail,
      })
      .then(
        () => 250,
        (error: { responseCode?: number; response?: string }) => `${error.responseCode} ${error.response ?? ''}`,
      )
  /** Bytes as they are; `before` is awaited when the addresses were accepted and nothing was sent yet. */
  const sendRaw = (raw: string, before?: () => Promise<unknown>) => {
    async function* content() {
      await before?.()
      yield Buffer.from(raw)
    }
    return send({ raw: Readable.from(content()) })
  }
  return { world, send, sendRaw, errors, port: mailIn.port }
}
const listed = ({ ok, clerk }: Desk) =>
  ok<{ rows: { id: number; way: string }[] }>(clerk, 'GET', `${base}/incoming?list=toRegister`)
const pdf = async () => [{ filename: 'công văn.pdf', content: Buffer.from(await letterPdf()) }]

test('a message becomes a document of the body, with its files and what it said, and the clerks are told', async (t) => {
  const { world, send } = await opened(t)
  const { ok, clerk, stranger } = world
  const sent = await send({
    subject: 'Gửi công văn góp ý',
    text: 'Kính gửi Bộ Tài chính công văn kèm theo.',
    attachments: [
      { filename: 'logo.png', content: Buffer.from('iVBORw0KGgo=', 'base64'), contentType: 'image/png', cid: 'logo' },
      { filename: 'gói.zip', content: Buffer.from('PK\u0003\u0004') },
      ...(await pdf()),
    ],
  })
  assert.equal(sent, 250)
  const { rows } = await listed(world)
  assert.deepEqual(
    rows.map(({ way }) => way),
    ['mail'],
  )
  const one = await ok<IncomingDetail>(clerk, 'GET', `${base}/incoming/${rows[0]!.id}`)
  assert.deepEqual(
    one.fileList.map(({ name, isMain }) => [name, isMain]),
    [['công văn.pdf', true]],
  )
  assert.deepEqual(
    { ...one.mail, refused: one.mail!.refused.map(({ name }) => name) },
    {
      address: ADDRESS,
      fromAddress: 'van.thu@byt.mau.example',
      fromName: 'Văn thư Bộ Y tế',
      subject: 'Gửi công văn góp ý',
      words: 'Kính gửi Bộ Tài chính công văn kèm theo.',
      refused: ['logo.png', 'gói.zip'],
    },
  )
  assert.match(one.mail!.refused[1]!.reason, /Tệp nén không được nhận/)
  for (const who of [clerk, world.clerk2]) assert.deepEqual(await toldOf(world, who), ['incoming.arrived 1'])
  assert.deepEqual(await toldOf(world, world.leader), [])
  await world.drain()
  assert.equal(
    (await ok<IncomingDetail>(clerk, 'GET', `${base}/incoming/${one.id}`)).notation !== null,
    true,
    'it is read',
  )
  assert.equal((await stranger.send('GET', `${base}/incoming/${one.id}`)).status, 404)
})

test('a message that is delivered again makes no second document; each body that is addressed has its own', async (t) => {
  const { world, send } = await opened(t)
  await world.ok(world.stranger, 'POST', `${base}/mail-addresses`, { address: OTHER })
  const attachments = await pdf()
  for (let turn = 0; turn < 2; turn++) assert.equal(await send({ to: [ADDRESS, OTHER], attachments }), 250)
  assert.equal(await send({ id: '<hai@byt.mau.example>', attachments }), 250)
  assert.equal((await listed(world)).rows.length, 2)
  const another = [{ filename: 'công văn.pdf', content: Buffer.from(await letterPdf({ number: '99/BTC-NSNN' })) }]
  assert.equal(await send({ to: ADDRESS, attachments: another }), 250)
  assert.equal((await listed(world)).rows.length, 3, 'another letter under the same Message-ID is not lost')
  const others = await world.ok<{ rows: unknown[] }>(world.stranger, 'GET', `${base}/incoming?list=toRegister`)
  assert.equal(others.rows.length, 1)
})

test('what is not taken is said to whoever sent it, and nothing of it is kept', async (t) => {
  const { world, send } = await opened(t)
  const attachments = await pdf()
  assert.match(String(await send({ to: 'khac@btc.mau.example', attachments })), /^550 .*No such address/)
  assert.match(String(await send({ text: 'không có tệp' })), /^550 .*No file that can be taken/)
  assert.match(String(await send({ attachments: [{ filename: 'a.exe', content: 'MZ' }] })), /^550 .*a\.exe/)
  assert.match(String(await send({ text: 'Chuyển\n\nTUYỆT MẬT\n', attachments })), /^554 .*marked secret/)
  const html = '<html><body><p>Kính gửi</p><div><b>TỐI</b> <b>MẬT</b></div></body></html>'
  assert.match(String(await send({ html, attachments })), /^554 .*marked secret/, 'in HTML alone')
  assert.match(
    String(await send({ text: 'Kính gửi', html, attachments })),
    /^554 .*marked secret/,
    'in HTML beside words',
  )
  assert.deepEqual((await listed(world)).rows, [])
  const { rows } = await sql`select from platform.blob`.execute(world.db)
  assert.equal(rows.length, 0)
})

test('a message of HTML alone has its words; long ones are cut, which is said; the subject is proposed where the file says nothing', async (t) => {
  const { world, send } = await opened(t)
  const html = `<p>Kính gửi Bộ &amp; các đơn vị</p><p>${'dài '.repeat(6_000)}</p>`
  const attachments = [{ filename: 'bang.xlsx', content: Buffer.from(await sheet()) }]
  assert.equal(await send({ html, subject: 'Gửi bảng kê (MẪU)', attachments }), 250)
  await world.drain()
  const [row] = (await listed(world)).rows
  const one = await world.ok<IncomingDetail>(world.clerk, 'GET', `${base}/incoming/${row!.id}`)
  assert.equal(one.about, 'Gửi bảng kê (MẪU)')
  assert.match(one.mail!.words!, /^Kính gửi Bộ & các đơn vị\n/)
  assert.match(one.mail!.words!, /\n\[Còn 4\.\d{3} ký tự không lưu ở đây\. /)
})

test('a message nested without end is refused in bounded time', async (t) => {
  const { send } = await opened(t)
  let content = 'Content-Type: text/plain\r\n\r\nx'
  for (let depth = 0; depth < 200; depth++)
    content = `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${content}\r\n--b${depth}--`
  const began = performance.now()
  const answer = await send({ attachments: [{ filename: 'a.eml', content, contentType: 'message/rfc822' }] })
  assert.match(String(answer), /^55[04] /)
  assert.ok(performance.now() - began < 30_000)
})

const HEAD = 'From: van.thu@byt.mau.example\r\nMessage-ID: <ba@byt.mau.example>\r\nMIME-Version: 1.0\r\n'
/** By bare SMTP: a client of ours would work longer on such a message than the server. Returns the answer to the message. */
async function handOver(port: number, message: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1')
  try {
    await once(socket, 'data')
    for (const line of ['EHLO mau.example', 'MAIL FROM:<van.thu@byt.mau.example>', `RCPT TO:<${ADDRESS}>`, 'DATA']) {
      socket.write(`${line}\r\n`)
      await once(socket, 'data')
    }
    socket.write(message)
    socket.write('\r\n.\r\n')
    const [answer] = (await once(socket, 'data')) as [string]
    return answer
  } finally {
    socket.destroy()
  }
}
async function sheet(): Promise<ArrayBuffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Bảng kê').addRow(['MẪU', 1])
  return (await book.xlsx.writeBuffer()) as ArrayBuffer
}
const partsOf = (...parts: string[]) =>
  `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`
const attached = (name: string, bytes: Uint8Array) =>
  `Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
  `Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`
const encoded = (name: string) => `=?utf-8?b?${Buffer.from(name).toString('base64')}?=`

test('a message of endless lines or parts ends its own reader: others are answered meanwhile, and the next message is taken', async (t) => {
  const { world, send, port } = await opened(t)
  // Of this process alone, not by the clock: other work on the machine does not count.
  const worked = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  }
  let longest = 0
  let last = worked()
  const beat = setInterval(() => {
    longest = Math.max(longest, worked() - last)
    last = worked()
  }, 20)
  const lines = Buffer.from(`${HEAD}\r\n${'\r\n'.repeat(6_000_000)}`)
  assert.match(await handOver(port, lines), /^554 .*cannot be read/)
  clearInterval(beat)
  assert.ok(longest < 1_000, `the server worked for ${Math.round(longest)} ms without looking up`)
  const parts = `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(20_000)}`
  assert.match(await handOver(port, Buffer.from(parts)), /^550 .*No file/)
  assert.equal(await send({ attachments: await pdf() }), 250)
  assert.equal((await listed(world)).rows.length, 1)
})

test('names that the database would refuse are mended, so no message is asked for again without end', async (t) => {
  const { world, sendRaw, errors } = await opened(t)
  const zip = Buffer.from('PK\u0003\u0004')
  const names = ['a\0b.zip', `${'😀'.repeat(120)}a.zip`]
  const files = names.map((name) => attached(encoded(name), zip))
  const many = Array.from({ length: 60 }, (_, place) => attached(`${place}.zip`, zip))
  const raw = partsOf(attached('a.pdf', await letterPdf()), ...files, ...many).replace('<ba@', '<b\0a@')
  assert.deepEqual([await sendRaw(raw), errors], [250, []])
  const { rows } = await listed(world)
  const { mail } = await world.ok<IncomingDetail>(world.clerk, 'GET', `${base}/incoming/${rows[0]!.id}`)
  assert.equal(mail!.refused[0]!.name, 'ab.zip')
  assert.equal(mail!.refused.at(-1)!.name, '12 tệp khác', 'none is left out without a word')
})

test('a file that was found to be secret is refused for good, and its message leaves nothing', async (t) => {
  const { world, send } = await opened(t)
  const attachments = [{ filename: 'a.pdf', content: Buffer.from(await letterPdf({ mark: 'MẬT' })) }]
  assert.equal(await send({ attachments }), 250)
  await world.drain()
  assert.match(String(await send({ id: '<hai@byt.mau.example>', attachments })), /^550 .*marked secret/)
  const { rows } = await sql<{ state: string }>`select state from records.incoming`.execute(world.db)
  assert.deepEqual(rows, [{ state: 'refused' }])
})

test('an address that ends while a message is on its way refuses it', async (t) => {
  const { world, sendRaw } = await opened(t)
  const path = `${base}/mail-addresses`
  const [one] = (await world.ok<MailAddresses>(world.clerk, 'GET', path)).rows
  const raw = partsOf(attached('a.pdf', await letterPdf()))
  const answer = await sendRaw(raw, () => world.ok(world.clerk, 'POST', `${path}/${one!.id}/end`, undefined, 1))
  assert.match(String(answer), /^550 .*No such address/)
  assert.deepEqual((await listed(world)).rows, [])
})

test('the address of a body that is no more is taken over by whoever adds it', async (t) => {
  const { world, send } = await opened(t)
  const { ok, clerk, stranger, db } = world
  const path = `${base}/mail-addresses`
  await ok(stranger, 'POST', path, { address: OTHER })
  assert.deepEqual(codeOf(await clerk.send('POST', path, { body: { address: OTHER } })), [409, 'mail_address.known'])
  await db
    .transaction()
    .execute((trx) =>
      endAgency(
        trx,
        { actor: systemActor('thử'), id: world.ministry },
        { on: '2026-12-01', source: 'MẪU', withUnits: true, heirId: null },
      ),
    )
  const attachments = await pdf()
  assert.match(String(await send({ to: OTHER, attachments })), /^550 .*No such address/)
  await ok(clerk, 'POST', path, { address: OTHER })
  assert.equal(await send({ to: OTHER, attachments }), 250)
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from records.mail_address where address = ${OTHER} and ended_at is not null`.execute(
    db,
  )
  assert.equal(rows[0]!.n, 1, 'the former row stays')
})

test('who may not connect is turned away, and what cannot be stored is asked for again', async (t) => {
  const away = await opened(t, { from: '10.9.9.9' })
  assert.match(String(await away.send({ attachments: await pdf() })), /^554 /)
  const { world, send, errors } = await opened(t)
  const attachments = await pdf()
  const owner = new pg.Client({ connectionString: world.url })
  await owner.connect()
  await owner.query(`create function records.broken() returns trigger language plpgsql as $$ begin raise exception 'thử hỏng'; end $$;
    create trigger broken before insert on records.incoming_mail for each row execute function records.broken()`)
  assert.match(String(await send({ attachments })), /^451 /)
  assert.equal(errors.length, 1)
  assert.deepEqual((await listed(world)).rows, [])
  await owner.query('drop trigger broken on records.incoming_mail')
  await owner.end()
  assert.equal(await send({ attachments }), 250, 'the sending system tries again')
  assert.equal((await listed(world)).rows.length, 1)
})

test('the clerks of a body say to which addresses mail is taken', async (t) => {
  const { world, send } = await opened(t)
  const { ok, clerk, officer, stranger } = world
  const path = `${base}/mail-addresses`
  const list = () => ok<MailAddresses>(clerk, 'GET', path)
  const [one] = (await list()).rows
  assert.deepEqual([one!.address, one!.endedAt], [ADDRESS, null])
  const taken = await stranger.send('POST', path, { body: { address: ADDRESS } })
  assert.deepEqual(codeOf(taken), [409, 'mail_address.known'])
  const wrong = await clerk.send('POST', path, { body: { address: 'vanthu' } })
  assert.deepEqual([wrong.status, fieldOf(wrong)], [400, 'address'])
  for (const method of ['GET', 'POST'] as const)
    assert.deepEqual(codeOf(await officer.send(method, path, method === 'GET' ? {} : { body: { address: OTHER } })), [
      403,
      'records.may_not_register',
    ])
  const end = `${path}/${one!.id}/end`
  assert.deepEqual(codeOf(await stranger.send('POST', end, { ifMatch: 1 })), [404, 'mail_address.not_found'])
  await ok(clerk, 'POST', end, undefined, 1)
  assert.deepEqual(codeOf(await clerk.send('POST', end, { ifMatch: 1 })), [409, 'request.stale'])
  assert.deepEqual(codeOf(await clerk.send('POST', end, { ifMatch: 2 })), [409, 'mail_address.ended'])
  assert.match(String(await send({ attachments: await pdf() })), /^550 /)
  await ok(clerk, 'POST', path, { address: ADDRESS })
  assert.equal((await list()).rows.length, 2)
})

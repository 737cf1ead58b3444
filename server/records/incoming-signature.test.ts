/** What is found of the signatures of documents that came in, those in files of their own included. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { signPdf } from '../platform/signature/pdf.fixture.ts'
import { pemOf } from '../registry/signing.fixture.ts'
import { upload } from '../test/app.ts'
import { missing } from '../test/installed-software.ts'
import { outsideAuthority } from './authority.fixture.ts'
import {
  anotherPdf,
  arrived,
  base,
  checked,
  codeOf,
  type Desk,
  description,
  desk,
  doAct,
  fieldOf,
  letterPdf,
  show,
  tryAct,
} from './incoming.fixture.ts'

const skip = missing('openssl', ['version'])
const skipQpdf = missing('qpdf', ['--version'])

/** The Office, which trusts an authority outside, and a signer whose key only `openssl` holds. */
async function signedDesk(t: TestContext) {
  const { authority, env, folder, state, term } = await outsideAuthority(t)
  const world = await desk(t, '2026-12-01', env)
  state.now = () => new Date(world.clock.now().epochMilliseconds)
  const person = authority.issue({ name: 'Nguyễn Thứ Mẫu', organization: 'Bộ Tài chính MẪU', usage: 'person', ...term })
  writeFileSync(join(folder, 'key.pem'), person.key.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(join(folder, 'person.pem'), pemOf(person.certificate))
  writeFileSync(join(folder, 'chain.pem'), pemOf(authority.issuing.certificate))
  const beside = (bytes: Uint8Array, ...more: string[]) => {
    writeFileSync(join(folder, 'content'), bytes)
    const key = ['-signer', 'person.pem', '-inkey', 'key.pem', '-certfile', 'chain.pem']
    const args = ['cms', '-sign', '-binary', '-cades', '-md', 'sha256', '-in', 'content', ...key, ...more]
    execFileSync('openssl', [...args, '-outform', 'DER', '-out', 'out'], { cwd: folder, stdio: 'pipe' })
    return readFileSync(join(folder, 'out'))
  }
  return { world, person, state, beside, folder }
}

const attach = ({ clerk }: Desk, id: number, name: string, bytes: Uint8Array) =>
  clerk.send('POST', `${base}/incoming/${id}/files`, upload(name, Buffer.from(bytes)))

async function attached(world: Desk, id: number, name: string, bytes: Uint8Array): Promise<void> {
  const answer = await attach(world, id, name, bytes)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
}

const foundOf = async (world: Desk, id: number) =>
  (await show(world, world.clerk, id)).fileList.map(({ name, verdict }) => [
    name,
    verdict?.state,
    ...(verdict?.signatures ?? []).map(({ holder, lies, covers, state }) =>
      [holder?.name, state, lies ?? 'bên trong', ...covers].join(' | '),
    ),
  ])
const worstOf = async (world: Desk, id: number) =>
  (
    await world.ok<{ rows: { id: number; signatures: string | null }[] }>(world.clerk, 'GET', `${base}/incoming`)
  ).rows.find((row) => row.id === id)?.signatures

test('a signature that lies beside its document is matched by name and judged with it', { skip }, async (t) => {
  const { world, beside } = await signedDesk(t)
  const letter = Buffer.from(await letterPdf())
  const p7s = beside(letter)
  const id = await arrived(world, letter, { name: 'Công văn.pdf' })
  await world.drain()
  assert.deepEqual(await foundOf(world, id), [['Công văn.pdf', 'unsigned']])
  await attached(world, id, 'CÔNG VĂN.pdf.p7s', p7s)
  await world.drain()
  assert.deepEqual(await foundOf(world, id), [
    ['Công văn.pdf', 'valid', 'Nguyễn Thứ Mẫu | valid | CÔNG VĂN.pdf.p7s'],
    ['CÔNG VĂN.pdf.p7s', 'valid', 'Nguyễn Thứ Mẫu | valid | bên trong | Công văn.pdf'],
  ])
  assert.equal(await worstOf(world, id), 'valid')
  const [, { text }] = (await show(world, world.clerk, id)).fileList as [
    unknown,
    { text: { state: string; note: string } },
  ]
  assert.deepEqual([text.state, text.note], ['empty', 'Tệp chữ ký số, không có lời văn.'])

  // The same signature beside another file is false there, and stays right here.
  const other = await arrived(world, anotherPdf(), { name: 'Công văn.pdf' })
  await attached(world, other, 'Công văn.pdf.p7s', p7s)
  await world.drain()
  assert.deepEqual(
    (await foundOf(world, other)).map(([, state]) => state),
    ['invalid', 'invalid'],
  )
  assert.deepEqual(
    (await foundOf(world, id)).map(([, state]) => state),
    ['valid', 'valid'],
  )
  assert.deepEqual([await worstOf(world, id), await worstOf(world, other)], ['valid', 'invalid'])
})

test('a signature may come before its document; alone it says who signed and that the file is missing', {
  skip,
}, async (t) => {
  const { world, beside } = await signedDesk(t)
  const annex = Buffer.from(await letterPdf({ about: 'phụ lục (MẪU)' }))
  const id = await arrived(world, await letterPdf(), { name: 'công văn.pdf' })
  await attached(world, id, 'phụ lục.p7s', beside(annex))
  await world.drain()
  const [, alone] = (await show(world, world.clerk, id)).fileList
  assert.deepEqual(
    [alone!.verdict?.state, alone!.verdict?.signatures[0]?.findings.map(({ code }) => code)],
    ['unverifiable', ['file.signature_alone']],
  )
  await attached(world, id, 'phụ lục.pdf', annex)
  await world.drain()
  assert.deepEqual(
    (await foundOf(world, id)).map(([name, state]) => [name, state]),
    [
      ['công văn.pdf', 'unsigned'],
      ['phụ lục.p7s', 'valid'],
      ['phụ lục.pdf', 'valid'],
    ],
  )
  assert.equal(await worstOf(world, id), 'valid')
})

test('a document is no signature, and a signature around a document is a wrapping that is not taken in', {
  skip,
}, async (t) => {
  const { world, beside } = await signedDesk(t)
  const letter = Buffer.from(await letterPdf())
  const alone = await world.clerk.send('POST', `${base}/incoming`, upload('a.pdf.p7s', beside(letter)))
  assert.deepEqual([...codeOf(alone), fieldOf(alone)], [400, 'incoming.refused_file', 'file'])
  const id = await arrived(world, letter)
  for (const [name, bytes] of [
    ['a.p7m', beside(letter, '-nodetach')],
    ['a.p7s', Buffer.from('không phải chữ ký')],
  ] as const) {
    const refused = await attach(world, id, name, bytes)
    assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, 'incoming.refused_file', 'file'], name)
  }
})

test('nobody who is asked answers: unverifiable, and each look is kept', { skip }, async (t) => {
  const { world, person, state } = await signedDesk(t)
  state.isDown = true
  const id = await arrived(world, await signPdf(await letterPdf(), person, null, { signedAt: state.now() }))
  await world.drain()
  const { verdict } = (await show(world, world.clerk, id)).fileList[0]!
  assert.deepEqual(
    [
      verdict!.state,
      verdict!.signatures[0]!.holder?.name,
      verdict!.signatures[0]!.findings.some(({ code }) => code === 'revocation.none'),
    ],
    ['unverifiable', 'Nguyễn Thứ Mẫu', true],
  )
  assert.ok(state.asked.length > 0)
  world.clock.set('2026-12-01T16:00:00+07:00')
  const again = await world.clerk.send('POST', `${base}/incoming/${id}/check`)
  assert.equal(again.status, 204, JSON.stringify(again.body))
  await world.drain()
  const { rows } = await sql<{ state: string }>`
    select state from records.signature_check order by checked_at`.execute(world.db)
  assert.deepEqual(rows, [{ state: 'unverifiable' }, { state: 'unverifiable' }])
})

test('a signature whose data are broken ends its check with words, not with an error', async (t) => {
  const { world, person } = await signedDesk(t)
  const pdf = Buffer.from(await signPdf(await letterPdf(), person, null))
  const cms = pdf.indexOf('/Contents <') + '/Contents <'.length
  pdf.fill('f', cms + 60, cms + 400)
  const id = await arrived(world, pdf)
  await world.drain()
  const [file] = (await show(world, world.clerk, id)).fileList
  assert.notEqual(file!.verdict?.state, 'valid')
  assert.notEqual(file!.text.note?.includes('lỗi ở phía hệ thống'), true)
})

test('reading, drawing and registering never rewrite a signed original', async (t) => {
  const { world, person } = await signedDesk(t)
  const { clerk } = world
  const original = Buffer.from(
    await signPdf(await letterPdf(), person, null, { signedAt: new Date('2026-12-01T02:00:00Z') }),
  )
  const id = await arrived(world, original)
  await world.drain()
  const fileOf = async () => {
    const { id: fileId, verdict } = (await show(world, clerk, id)).fileList[0]!
    const { bytes } = await clerk.send('GET', `${base}/incoming/${id}/files/${fileId}`)
    return { fileId, bytes, state: verdict?.state }
  }
  const { fileId, state } = await fileOf()
  assert.equal(state, 'valid')
  assert.equal((await clerk.send('GET', `${base}/incoming/${id}/files/${fileId}/text`)).status, 200)
  await doAct(world, clerk, id, 'register', { ...checked, description: description() })
  assert.equal((await clerk.send('POST', `${base}/incoming/${id}/check`)).status, 204)
  await world.drain()
  const after = await fileOf()
  assert.deepEqual([Buffer.compare(after.bytes, original), after.state], [0, 'valid'])
})

test('a PDF with a password is taken in, and said to be unverifiable for it', { skip: skipQpdf }, async (t) => {
  const { world, folder } = await signedDesk(t)
  writeFileSync(join(folder, 'plain.pdf'), await letterPdf())
  execFileSync('qpdf', ['--encrypt', '', 'mat-khau', '256', '--', 'plain.pdf', 'locked.pdf'], { cwd: folder })
  const id = await arrived(world, readFileSync(join(folder, 'locked.pdf')))
  await world.drain()
  const { verdict } = (await show(world, world.clerk, id)).fileList[0]!
  assert.deepEqual([verdict?.state, verdict?.problem?.code, verdict?.signatures], ['unverifiable', 'pdf.encrypted', []])
  assert.ok(verdict?.problem?.vi && verdict.problem.en)
  await doAct(world, world.clerk, id, 'register', { ...checked, description: description() })
})

test('a document that is registered before its job has looked at it is looked at then', { skip }, async (t) => {
  const { world, person } = await signedDesk(t)
  const pdf = Buffer.from(await signPdf(await letterPdf(), person, null))
  // A byte of what was signed.
  pdf[pdf.indexOf('stream') + 12]! ^= 1
  const id = await arrived(world, pdf)
  const body = { ...checked, description: description() }
  const refused = await tryAct(world, world.clerk, id, 'register', body)
  assert.deepEqual([...codeOf(refused), fieldOf(refused)], [400, 'incoming.invalid_signature', 'words'])
  const { number } = await doAct<{ number: string }>(world, world.clerk, id, 'register', {
    ...body,
    words: 'Bản gốc giấy đúng',
  })
  assert.equal(number, '1')
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { unzipSync } from 'fflate'
import { linesOf } from '../notifications/notifications.fixture.ts'
import {
  addFileTo,
  anIncoming,
  archived,
  base,
  caseOf,
  casesWorld,
  checked,
  closed,
  codeOf,
  fieldsOf,
  hasBytes,
  offered,
  opened,
  storedFile,
} from './cases.fixture.ts'
import type { HandOver, HandOverList } from './hand-over-shapes.ts'
import { MANIFEST, plainName } from './package.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The files of a package in a folder of their own, as a stranger would unpack them. */
function unpacked(t: TestContext, bytes: Uint8Array): { folder: string; files: Record<string, Uint8Array> } {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-package-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const files = unzipSync(bytes)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return { folder, files }
}

/** Whether every line of the manifest is right, by our own count; and by `sha256sum` where the machine has it. */
function isWhole(folder: string): boolean {
  const lines = readFileSync(join(folder, MANIFEST), 'utf8').trimEnd().split('\n')
  const own = lines.every((line) => {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line)!
    return sha256(readFileSync(join(folder, path!))) === hash
  })
  const tool = spawnSync('sha256sum', ['-c', '--quiet', MANIFEST], { cwd: folder })
  if (tool.error === undefined) assert.equal(tool.status === 0, own, tool.stderr?.toString())
  return own
}

test('a hand-over is a package that a stranger can check, with every file byte for byte and what is known of its signatures', async (t) => {
  const world = await casesWorld(t)
  const { ok, keeper, clerk, clerk2 } = world
  const id = await opened(world)
  // Bytes of every value, a name with marks, and one that would leave the folder.
  const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => (place * 7) % 256)
  const valid = await storedFile(world, bytes)
  await checked(world, valid.hash, 'valid')
  const broken = await storedFile(world, 'bị sửa sau khi ký')
  await checked(world, broken.hash, 'unverifiable')
  for (const [text, name] of [
    [bytes, 'Công văn số 1 (ký số).pdf'],
    ['bị sửa sau khi ký', '../../etc/passwd'],
  ] as const) {
    const documentId = await anIncoming(world, { text, name })
    await ok(keeper, 'POST', `${base}/cases/${id}/documents`, { kind: 'incoming', documentId })
  }
  await addFileTo(world, id, 'ghi chép', { notation: '5/BB', pages: 2 })
  const { version } = await caseOf(world, id)
  await ok(keeper, 'POST', `${base}/cases/${id}/close`, { endedOn: '2026-03-02' }, version)
  const other = await closed(world, { title: 'Hồ sơ thứ hai (MẪU)' })
  const seen = await caseOf(world, id)
  assert.deepEqual(
    seen.doubts.map(({ verdict }) => verdict),
    ['unchecked', 'unverifiable'],
  )

  const handOverId = await offered(world, [id, other])
  const one = await ok<HandOver>(clerk, 'GET', `${base}/hand-overs/${handOverId}`)
  assert.deepEqual(
    one.list.map(({ caseId, doubts }) => [caseId, doubts.map(({ verdict }) => verdict)]),
    [
      [id, ['unverifiable']],
      [other, []],
    ],
  )
  const sent = await clerk.send('GET', `${base}/hand-overs/${handOverId}/package`)
  assert.equal(sha256(sent.bytes), one.packageSha256)
  const { folder, files } = unpacked(t, sent.bytes)
  assert.equal(isWhole(folder), true)
  const paths = Object.keys(files)
  assert.deepEqual(
    paths.filter((path) => !/^[\w./-]+$/.test(path) || path.includes('..')),
    [],
  )
  const original = paths.find((path) => path.endsWith('Cong_van_so_1_ky_so_.pdf'))!
  assert.deepEqual(Buffer.from(files[original]!), Buffer.from(bytes))
  for (const pdf of ['bien-ban-giao-nhan.pdf', 'muc-luc-ho-so.pdf', 'ho-so/001/muc-luc-van-ban.pdf'])
    assert.equal(Buffer.from(files[pdf]!).subarray(0, 4).toString(), '%PDF', pdf)
  const data = JSON.parse(Buffer.from(files['ho-so/001/ho-so.json']!).toString())
  assert.deepEqual(
    data.Documents.map(
      ({ Files: [file] }: { Files: { OriginalName: string; SignatureVerdict: string; Sha256: string }[] }) => [
        file!.OriginalName,
        file!.SignatureVerdict,
      ],
    ),
    [
      ['tài liệu.txt', 'unsigned'],
      ['Công văn số 1 (ký số).pdf', 'valid'],
      ['../../etc/passwd', 'unverifiable'],
    ],
  )
  // One changed byte is found.
  const changed = Uint8Array.from(files[original]!)
  changed[69_999]! ^= 1
  writeFileSync(join(folder, original), changed)
  assert.equal(isWhole(folder), false)

  // Nobody takes what they handed over; the archive returns one case with the reason.
  assert.deepEqual(one.may, ['accept', 'return'])
  const answer = await clerk.send('POST', `${base}/hand-overs/${handOverId}/accept`, {
    body: { except: [{ caseId: 987654, reason: 'x' }] },
    ifMatch: 1,
  })
  assert.deepEqual(fieldsOf(answer), ['except.0.caseId hand_over.case_unknown'])
  await ok(
    clerk,
    'POST',
    `${base}/hand-overs/${handOverId}/accept`,
    { except: [{ caseId: other, reason: 'Thiếu phụ lục' }] },
    1,
  )
  assert.deepEqual(
    codeOf(await clerk2.send('POST', `${base}/hand-overs/${handOverId}/return`, { body: { reason: 'x' }, ifMatch: 2 })),
    [409, 'hand_over.answered'],
  )
  const [kept, back] = [await caseOf(world, id), await caseOf(world, other)]
  assert.deepEqual(
    [kept.state, kept.acceptedBy, back.state, back.handOvers[0]!.reason],
    ['accepted', 'Đỗ Văn Thư', 'closed', 'Thiếu phụ lục'],
  )
  const minutes = await keeper.send('GET', `${base}/hand-overs/${handOverId}/minutes`)
  assert.equal(minutes.bytes.subarray(0, 4).toString(), '%PDF')
  assert.match((await ok<HandOver>(keeper, 'GET', `${base}/hand-overs/${handOverId}`)).notation!, /^01\/BB-VPCP$/)
  assert.deepEqual((await linesOf(keeper)).filter(({ event }) => event === 'handOver.accepted').length, 1)
  assert.deepEqual((await linesOf(clerk2)).filter(({ event }) => event === 'handOver.offered').length, 1)
})

test('nobody takes what they handed over, and what was returned can be handed over again', async (t) => {
  const world = await casesWorld(t)
  const { ok, keeper, clerk, clerk2 } = world
  const own = await opened(world, { who: clerk })
  const file = await clerk.send('POST', `${base}/cases/${own}/documents`, {
    body: { kind: 'incoming', documentId: await anIncoming(world) },
  })
  assert.equal(file.status, 201)
  await ok(
    clerk,
    'POST',
    `${base}/cases/${own}/close`,
    { endedOn: '2026-03-02' },
    (await caseOf(world, own, clerk)).version,
  )
  const first = await offered(world, [own], clerk)
  assert.deepEqual((await ok<HandOver>(clerk, 'GET', `${base}/hand-overs/${first}`)).may, [])
  for (const [act, body] of [
    ['accept', {}],
    ['return', { reason: 'x' }],
  ] as const)
    assert.deepEqual(codeOf(await clerk.send('POST', `${base}/hand-overs/${first}/${act}`, { body, ifMatch: 1 })), [
      403,
      'hand_over.own',
    ])
  await ok(clerk2, 'POST', `${base}/hand-overs/${first}/return`, { reason: 'Chưa sắp xếp' }, 1)
  assert.equal((await caseOf(world, own, clerk)).state, 'closed')
  const second = await offered(world, [own], clerk)
  await ok(clerk2, 'POST', `${base}/hand-overs/${second}/accept`, {}, 1)
  const { rows } = await ok<HandOverList>(clerk2, 'GET', `${base}/hand-overs`)
  assert.deepEqual(
    rows.map(({ id, state }) => [id, state]),
    [
      [second, 'accepted'],
      [first, 'returned'],
    ],
  )
  // One hand-over is of one unit, and an open case is none.
  const [mine, hers] = [await closed(world), await opened(world)]
  assert.deepEqual(codeOf(await keeper.send('POST', `${base}/hand-overs`, { body: { caseIds: [mine, hers] } })), [
    409,
    'case.wrong_state',
  ])
  const all = await clerk2.send('POST', `${base}/hand-overs/${await offered(world, [mine])}/accept`, {
    body: { except: [{ caseId: mine, reason: 'x' }] },
    ifMatch: 1,
  })
  assert.deepEqual(fieldsOf(all), ['except hand_over.all_returned'])
})

test('a file whose kept bytes are not those of its hash is not handed over as if it were whole', async (t) => {
  const world = await casesWorld(t)
  const id = await closed(world, { text: 'nguyên vẹn' })
  const { sha256: hash } = (await caseOf(world, id)).contents[0]!.files[0]!
  writeFileSync(join(world.blobs.location, hash.slice(0, 2), hash.slice(2, 4), hash), 'nguyên vẹm')
  const refused = await world.keeper.send('POST', `${base}/hand-overs`, { body: { caseIds: [id] } })
  assert.deepEqual(codeOf(refused), [409, 'hand_over.file_damaged'])
  assert.equal((await caseOf(world, id)).state, 'closed')
})

test('the package keeps its bytes after the archive took it', async (t) => {
  const world = await casesWorld(t)
  const id = await archived(world)
  const { id: handOverId } = (await caseOf(world, id)).handOvers[0]!
  const one = await world.ok<HandOver>(world.clerk, 'GET', `${base}/hand-overs/${handOverId}`)
  assert.equal(await hasBytes(world, Buffer.from(one.packageSha256, 'hex')), true)
})

test('names in a package are plain on every machine', () => {
  assert.equal(plainName('Quyết định số 12/QĐ-VPCP (đã ký).pdf'), 'Quyet_dinh_so_12_QD-VPCP_da_ky_.pdf')
  assert.equal(plainName('../..\\x\n.pdf'), 'x_.pdf')
  assert.equal(plainName('…'), 'tep')
})

/** A letter comes in with three signatures, is answered, and both lie in the archive two years later, where others verify them. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { unzipSync } from 'fflate'
import { readPdf } from '../platform/signature/pades.ts'
import { run } from '../platform/signature/pdf.fixture.ts'
import { sampleSignature } from '../platform/signature/sample-marks.ts'
import { p12Of } from '../registry/signing.fixture.ts'
import { upload } from '../test/app.ts'
import { missing } from '../test/installed-software.ts'
import type { Case } from './case-shapes.ts'
import type { HandOver } from './hand-over-shapes.ts'
import type { IncomingDetail } from './incoming-shapes.ts'
import { LETTER_NUMBER, letterOf, signersOf } from './letter.fixture.ts'
import { base, doAct, routeOf, show, standingIn } from './records.fixture.ts'
import { addKey, PASSWORD, signingOffice } from './signing-office.fixture.ts'

const skip = missing('openssl', ['version']) ?? missing('pdfsig', ['-v'])
const ABOUT = 'đề nghị góp ý dự thảo Nghị định (MẪU)'

/** What `openssl` and `pdfsig` say of each signature in a PDF, with nobody to ask. */
function saidOf(folder: string, pdf: Uint8Array, anchors: string): { openssl: string[]; pdfsig: number } {
  const openssl = readPdf(pdf).signatures.flatMap(({ kind, cms, byteRange }, place) => {
    if (kind === 'timeStamp' || cms === null || byteRange === null) return []
    const [from, length, next, rest] = byteRange
    const content = join(folder, `${place}.bin`)
    writeFileSync(content, Buffer.concat([pdf.subarray(from, from + length), pdf.subarray(next, next + rest)]))
    const args = (path: string) => [
      ...[
        'cms',
        '-verify',
        '-binary',
        '-cades',
        '-inform',
        'DER',
        '-in',
        path,
        '-content',
        content,
        '-out',
        '/dev/null',
      ],
      ...['-CAfile', anchors, '-attime', String(Date.parse('2026-12-01T12:00:00Z') / 1000)],
    ]
    return [run('openssl', args, cms).trim().split('\n')[0]!]
  })
  const said = run('pdfsig', (path) => ['-nocert', path], pdf)
  return { openssl, pdfsig: said.match(/Signature is Valid\./g)?.length ?? 0 }
}

async function arrivedLetter(t: TestContext) {
  const { world, outside, folder, authority, term } = await signingOffice(t)
  const { as } = world
  const letter = await letterOf(authority, signersOf(authority, term), new Date('2026-11-30T09:00:00Z'), ABOUT)
  const deputy = await as('leader', { agency: 'bo-tai-chinh', name: 'Hồ Ký Thay' })
  const own = authority.issue({ name: 'Hồ Ký Thay', organization: 'Bộ Tài chính MẪU', usage: 'person', ...term })
  await addKey(deputy, { kind: 'pkcs12', password: PASSWORD }, p12Of(own, PASSWORD), sampleSignature())
  return {
    world,
    outside,
    folder,
    letter,
    deputy,
    second: await as('officer', { agency: 'bo-tai-chinh', name: 'Đào Góp Ý' }),
  }
}

test('a letter with three signatures is answered, and both are verified by others in the archive two years later', {
  skip,
}, async (t) => {
  const { world, outside, folder, letter, deputy, second } = await arrivedLetter(t)
  const { ok, clerk, leader, officer, checker, approver } = world

  // It arrives, its three signatures are judged, it gets its number and is assigned.
  const came = await clerk.send('POST', `${base}/incoming`, upload('456-BYT-PC.pdf', Buffer.from(letter), {}))
  assert.equal(came.status, 201, JSON.stringify(came.body))
  const incomingId = (came.body as { id: number }).id
  await world.drain()
  const incoming = () => ok<IncomingDetail>(clerk, 'GET', `${base}/incoming/${incomingId}`)
  const arrived = await incoming()
  const verdicts = arrived.fileList[0]!.verdict!
  assert.deepEqual(
    verdicts.signatures
      .filter(({ kind }) => kind === 'signature')
      .map(({ holder, state, level }) => [holder?.name, state, level]),
    [
      ['Trần Phụ Trách', 'valid', 'B-T'],
      ['Nguyễn Ký Mẫu', 'valid', 'B-T'],
      ['Bộ Y tế MẪU', 'valid', 'B-T'],
    ],
  )
  const onIncoming = async <T>(who: typeof clerk, act: string, body: object) =>
    ok<T>(who, 'POST', `${base}/incoming/${incomingId}/${act}`, body, (await incoming()).version)
  const { number } = await onIncoming<{ number: string }>(clerk, 'register', {
    isAuthentic: true,
    isAddressedHere: true,
    description: { senderName: 'Bộ Y tế', notation: LETTER_NUMBER, issuedOn: '2026-11-30', kind: 'CV', about: ABOUT },
  })
  assert.equal(number, '1')
  await onIncoming(leader, 'assign', {
    handlings: [{ personId: officer.actor.personId, part: 'lead' }],
    dueOn: '2026-12-05',
    needsAnswer: true,
  })

  // The reply: two opinions, one return, a second round, signed by a deputy, sealed, issued.
  const { id } = await ok<{ id: number }>(officer, 'POST', `${base}/outgoing`, {
    kind: 'CV',
    about: 'góp ý dự thảo Nghị định (MẪU)',
    replyToId: incomingId,
  })
  const edit = async (text: string) =>
    ok(
      officer,
      'PATCH',
      `${base}/outgoing/${id}`,
      {
        content: { addressees: ['Bộ Y tế'], parts: [{ kind: 'paragraph', runs: [{ text }] }] },
        recipients: [{ agencyId: await world.agency('bo-y-te'), name: 'Bộ Y tế', purpose: 'act' }],
      },
      (await show(world, officer, id)).version,
    )
  await edit('Bộ Tài chính nhất trí.')
  const route = routeOf(world)
  const steps = [
    route.steps[0]!,
    { ...route.steps[0]!, personId: second.actor.personId },
    { ...route.steps[1]!, kind: 'approve' },
  ]
  await doAct(world, officer, id, 'send', { ...route, steps })
  await doAct(world, checker, id, 'agree', { words: 'Nhất trí' })
  await doAct(world, second, id, 'send-back', { reason: 'Thiếu kinh phí thực hiện' })
  await edit('Bộ Tài chính nhất trí; kinh phí bố trí trong dự toán năm 2027.')
  await doAct(world, officer, id, 'send', { ...route, steps })
  for (const who of [checker, second, approver]) await doAct(world, who, id, 'agree', {})
  const standing = await standingIn(world, leader, deputy)
  const { notation } = await doAct<{ notation: string }>(world, standing, id, 'sign', {})
  await doAct(world, clerk, id, 'seal', {})
  await world.drain()
  await doAct(world, clerk, id, 'issue')
  const issued = await show(world, officer, id)
  assert.deepEqual(
    [issued.state, issued.signed?.name, issued.signed?.onBehalfOf],
    ['issued', 'Hồ Ký Thay', 'Lê Lãnh Đạo'],
  )

  // The part is done, both lie in a case, and the case is closed.
  const { handlings, replies } = await incoming()
  assert.deepEqual(
    replies.map((reply) => reply.notation),
    [notation],
  )
  const part = handlings[0]!
  await ok(
    officer,
    'POST',
    `${base}/handlings/${part.id}/finish`,
    { result: `Đã trả lời bằng ${notation}`, isOnline: true },
    part.version,
  )
  assert.equal((await incoming()).state, 'done')
  const { rows: classes } = await ok<{ rows: { id: number; years: number | null }[] }>(
    officer,
    'GET',
    `${base}/retention-classes`,
  )
  const { id: caseId } = await ok<{ id: number }>(officer, 'POST', `${base}/cases`, {
    title: 'Góp ý dự thảo Nghị định (MẪU)',
    retentionClassId: classes.find(({ years }) => years === 10)!.id,
  })
  for (const document of [
    { kind: 'incoming', documentId: incomingId },
    { kind: 'outgoing', documentId: id },
  ])
    await ok(officer, 'POST', `${base}/cases/${caseId}/documents`, document)
  const { version } = await ok<Case>(officer, 'GET', `${base}/cases/${caseId}`)
  await ok(officer, 'POST', `${base}/cases/${caseId}/close`, { endedOn: '2026-12-01' }, version)

  // Two years later every certificate of them has ended.
  world.clock.set('2028-12-05T09:00:00+07:00')
  const { id: handOverId } = await ok<{ id: number }>(officer, 'POST', `${base}/hand-overs`, { caseIds: [caseId] })
  await ok(clerk, 'POST', `${base}/hand-overs/${handOverId}/accept`, {}, 1)
  const { list } = await ok<HandOver>(clerk, 'GET', `${base}/hand-overs/${handOverId}`)
  assert.deepEqual(list[0]!.doubts, [], 'what was signed then is good now')
  outside.isDown = true
  const { bytes } = await clerk.send('GET', `${base}/hand-overs/${handOverId}/package`)
  const unpacked = Object.entries(unzipSync(bytes))
  const anchors = join(folder, 'anchors.pem')
  const said = unpacked
    .filter(([path, content]) => path.endsWith('.pdf') && Buffer.from(content).includes('/ByteRange'))
    .map(([, content]) => saidOf(folder, content, anchors))
  const good = 'CAdES Verification successful'
  assert.deepEqual(said, [
    { openssl: [good, good, good], pdfsig: 3 },
    { openssl: [good, good], pdfsig: 2 },
  ])
})

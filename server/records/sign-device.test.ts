/** A key that only `openssl` holds, as on the signer's own machine: the server gives the hash and takes the signature. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { pemOf } from '../registry/signing.fixture.ts'
import { type Answer, upload, type Visitor } from '../test/app.ts'
import { missing } from '../test/installed-software.ts'
import { outsideAuthority } from './authority.fixture.ts'
import type { PreparedOnDevice } from './outgoing-shapes.ts'
import { base, codeOf, doAct, fieldOf, forSignature, office, show } from './records.fixture.ts'
import type { VerdictAt } from './verdict-shapes.ts'

const skip = missing('openssl', ['version'])
const skipPdfsig = missing('pdfsig', ['-v'])

/** An office whose leader signs, and whose clerk seals, with a device. */
async function withDevices(t: TestContext) {
  const { authority, env, folder, state, term } = await outsideAuthority(t)
  const world = await office(t, '2026-12-01', env)
  state.now = () => new Date(world.clock.now().epochMilliseconds)
  const person = authority.issue({ name: 'Lê Lãnh Đạo', organization: 'Bộ Tài chính MẪU', usage: 'person', ...term })
  const seal = authority.issue({ name: 'Bộ Tài chính MẪU', usage: 'agency', ...term })
  const focal = await world.as('focalPoint', { agency: 'bo-tai-chinh' })
  const add = async (who: Visitor, { chain }: typeof person, more: object) => {
    const key = JSON.stringify({ kind: 'device', ...more })
    const added = await who.send(
      'POST',
      '/api/signing-identities',
      upload('a.pem', Buffer.from(pemOf(...chain)), { key }),
    )
    assert.equal(added.status, 201, JSON.stringify(added.body))
  }
  await add(world.leader, person, {})
  await add(focal, seal, { agencyId: world.agencyId })
  /** What the device does: signs a hash, and knows nothing else. */
  const signed = (hash: string, who = person) => {
    writeFileSync(join(folder, 'device.pem'), who.key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(join(folder, 'hash'), Buffer.from(hash, 'base64'))
    const args = [
      'pkeyutl',
      '-sign',
      '-inkey',
      'device.pem',
      '-in',
      'hash',
      '-pkeyopt',
      'digest:sha256',
      '-out',
      'value',
    ]
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
    return readFileSync(join(folder, 'value')).toString('base64')
  }
  const prepare = async (who: Visitor, id: number, part = 'sign') => {
    const { version } = await show(world, who, id)
    return world.ok<PreparedOnDevice>(who, 'POST', `${base}/outgoing/${id}/${part}/prepare`, undefined, version)
  }
  const finish = async (
    who: Visitor,
    id: number,
    { hash, token, certificate }: PreparedOnDevice,
    { part = 'sign', key = person, change = {} as object } = {},
  ): Promise<Answer> => {
    const { version } = await show(world, who, id)
    const body = { token, certificate, signature: signed(hash, key), ...change }
    return who.send('POST', `${base}/outgoing/${id}/${part}/finish`, { body, ifMatch: version })
  }
  return { world, folder, person, seal, prepare, finish }
}

test('signed and sealed by devices: the server never has the keys, and pdfsig holds both for valid', {
  skip,
}, async (t) => {
  const { world, folder, seal, prepare, finish } = await withDevices(t)
  const { leader, clerk } = world
  const id = await forSignature(world)
  const prepared = await prepare(leader, id)
  assert.equal(Buffer.from(prepared.hash, 'base64').length, 32)
  assert.equal((await show(world, leader, id)).state, 'forSignature')
  const { rows } = await sql`select from registry.document_number`.execute(world.db)
  assert.equal(rows.length, 0, 'nothing is numbered before it is signed')
  const done = await finish(leader, id, prepared)
  assert.equal(done.status, 200, JSON.stringify(done.body))
  assert.match((done.body as { notation: string }).notation, /^1\/|^01\//)
  const sealing = await prepare(clerk, id, 'seal')
  const sealed = await finish(clerk, id, sealing, { part: 'seal', key: seal })
  assert.equal(sealed.status, 200, JSON.stringify(sealed.body))

  const one = await show(world, clerk, id)
  assert.deepEqual(
    [one.state, one.signed?.level, one.signings.map(({ level, note }) => [level, note])],
    [
      'sealed',
      'B-B',
      [
        ['B-B', null],
        ['B-B', null],
      ],
    ],
  )
  const again = await world.ok<VerdictAt>(clerk, 'POST', `${base}/outgoing/${id}/check`)
  assert.deepEqual(
    [again.state, again.signatures.map(({ holder, state }) => [holder?.name, state])],
    [
      'valid',
      [
        ['Lê Lãnh Đạo', 'valid'],
        ['Bộ Tài chính MẪU', 'valid'],
      ],
    ],
    JSON.stringify(again.signatures.map(({ findings }) => findings)),
  )
  assert.deepEqual(await world.ok<VerdictAt>(clerk, 'GET', `${base}/outgoing/${id}/verdict`), again)
  if (skipPdfsig === undefined) {
    const { bytes } = await clerk.send('GET', `${base}/outgoing/${id}/pdf`)
    writeFileSync(join(folder, 'a.pdf'), bytes)
    const said = execFileSync('pdfsig', ['-nocert', join(folder, 'a.pdf')], { encoding: 'utf8' })
    assert.equal(said.match(/Signature is Valid\./g)?.length, 2, said)
  }
  // A token is for one use.
  assert.deepEqual(codeOf(await finish(clerk, id, sealing, { part: 'seal', key: seal })), [
    409,
    'signing.prepared_unknown',
  ])
})

test('what was prepared is refused when it is old, of another version, page, person or key; nothing is numbered', {
  skip,
}, async (t) => {
  const { world, seal, prepare, finish } = await withDevices(t)
  const { leader, officer, stranger, approver } = world
  const id = await forSignature(world)
  const first = await prepare(leader, id)
  const second = await prepare(leader, id)
  assert.deepEqual(codeOf(await finish(leader, id, first)), [409, 'signing.prepared_unknown'], 'the last one counts')
  assert.deepEqual(codeOf(await finish(approver, id, second)), [409, 'signing.prepared_unknown'], 'of somebody else')
  assert.deepEqual(
    codeOf(
      await stranger.send('POST', `${base}/outgoing/${id}/sign/finish`, {
        body: { token: second.token, signature: 'AAAA', certificate: 'AAAA' },
        ifMatch: 1,
      }),
    ),
    [404, 'outgoing.not_found'],
  )
  assert.deepEqual(codeOf(await finish(leader, id, second, { key: seal })), [409, 'signing.refused'], 'another key')
  const other = await finish(leader, id, second, {
    change: { certificate: Buffer.from(seal.certificate).toString('base64') },
  })
  assert.deepEqual([...codeOf(other), fieldOf(other)], [400, 'signing.other_certificate', 'certificate'])

  // Its number went to another document meanwhile.
  const quick = await forSignature(world)
  const { rows: before } = await sql`select from registry.document_number`.execute(world.db)
  assert.equal(before.length, 0)
  assert.equal((await finish(leader, quick, await prepare(leader, quick))).status, 200)
  assert.deepEqual(codeOf(await finish(leader, id, second)), [409, 'signing.prepared_other'])

  const third = await prepare(leader, id)
  world.clock.set('2026-12-01T12:11:00+07:00')
  assert.deepEqual(codeOf(await finish(leader, id, third)), [409, 'signing.prepared_old'])

  const fourth = await prepare(leader, id)
  await doAct(world, officer, id, 'withdraw')
  assert.deepEqual(codeOf(await finish(leader, id, fourth)), [409, 'signing.prepared_other'], 'it was taken back')
  const { rows } = await sql`select from registry.document_number`.execute(world.db)
  assert.equal(rows.length, 1)
})

test('who has no device signs another way, and a certificate that ended is not prepared', { skip }, async (t) => {
  const { world, prepare } = await withDevices(t)
  const { leader, approver, checker, officer } = world
  const id = await forSignature(world)
  world.clock.set('2028-01-01T09:00:00+07:00')
  const { version } = await show(world, leader, id)
  const ended = await leader.send('POST', `${base}/outgoing/${id}/sign/prepare`, { ifMatch: version })
  assert.deepEqual(codeOf(ended), [409, 'signing.lapsed'])
  world.clock.set('2026-12-01T12:00:00+07:00')
  assert.ok((await prepare(leader, id)).token)
  const own = await forSignature({ ...world, leader: approver, approver: leader, checker, officer })
  const seen = await show(world, approver, own)
  const none = await approver.send('POST', `${base}/outgoing/${own}/sign/prepare`, { ifMatch: seen.version })
  assert.deepEqual(codeOf(none), [409, 'signing.not_on_device'])
})

import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { newAuthority } from '../platform/signature/authority.ts'
import { CLIENT, cscProvider, PIN } from '../platform/signature/csc.fixture.ts'
import { KeyRefused } from '../platform/signature/words-keys.ts'
import { type Answer, freshApp, upload, type Visitor } from '../test/app.ts'
import { missing } from '../test/installed-software.ts'
import { changedOnce } from '../test/once.ts'
import { p12Of, pemOf, pngOf } from './signing.fixture.ts'
import { warnSigning } from './signing-ending.ts'
import { findSigningIdentity, signingKeyOf } from './signing-key.ts'
import type { SigningIdentities, SigningIdentity } from './signing-shapes.ts'

const skip = missing('openssl', ['version'])
const PASSWORD = 'mat-khau-cua-tep'
const authority = newAuthority({ algorithm: 'ecdsa-sha256' })
const term = { notBefore: new Date('2021-01-01T00:00:00Z'), notAfter: new Date('2021-12-31T10:00:00Z') }
const person = authority.issue({ name: 'Nguyễn Văn Mẫu', organization: 'Bộ MẪU', usage: 'person', ...term })
const seal = authority.issue({ name: 'Bộ Y tế MẪU', usage: 'agency', ...term })
const codeOf = ({ body }: Answer) => (body as { code?: string }).code
const fieldOf = ({ body }: Answer) => (body as { fields?: { path: string }[] }).fields?.[0]?.path
const text = Buffer.from('nội dung MẪU')
const hash = createHash('sha256').update(text).digest()

const add = (visitor: Visitor, key: object, file?: Buffer) =>
  visitor.send(
    'POST',
    '/api/signing-identities',
    file ? upload('khoa.p12', file, { key: JSON.stringify(key) }) : { body: { key: JSON.stringify(key) } },
  )
const mine = async (visitor: Visitor) =>
  (await visitor.send('GET', '/api/me/signing-identities')).body as SigningIdentities
const first = async (visitor: Visitor): Promise<SigningIdentity> => (await mine(visitor)).identities[0]!

async function ministry(t: TestContext) {
  const app = await freshApp(t)
  const officer = await app.as('officer', { agency: 'bo-y-te' })
  const focal = await app.as('focalPoint', { agency: 'bo-y-te' })
  const administrator = await app.as('administrator')
  return { ...app, officer, focal, administrator, health: await app.agency('bo-y-te') }
}

test('a person adds a key file, signs with it, and nobody gets the secret back', { skip }, async (t) => {
  const app = await ministry(t)
  const { officer, db, config, clock } = app
  const file = p12Of(person, PASSWORD)
  const added = await add(officer, { kind: 'pkcs12', password: PASSWORD }, file)
  assert.equal(added.status, 201, JSON.stringify(added.body))
  const { id } = added.body as { id: number }
  const shown = await first(officer)
  assert.deepEqual(
    [shown.id, shown.holder, shown.state, shown.from, shown.to, shown.asksPin, shown.mayKeep],
    [id, 'Nguyễn Văn Mẫu', 'inForce', '2021-02-28', '2021-12-31', false, true],
  )
  assert.equal(shown.daysLeft, 306)
  assert.doesNotMatch(JSON.stringify(shown), /mat-khau|sealed|BEGIN/)

  const key = await signingKeyOf(db, config, id, { now: clock.now() })
  const [signature] = await key.sign([hash])
  assert.ok(signature && verify('sha256', text, createPublicKey(person.key), signature))
  const found = await findSigningIdentity(db, { personId: officer.actor.personId! }, '2021-06-01')
  assert.deepEqual([found?.id, found?.chain.length, found?.asksPin], [id, 2, false])

  // Neither the table nor the log holds the password or the file in the open.
  const { rows } = await sql<{ row: string }>`
    select row_to_json(i)::text as row from registry.signing_identity i
    union all select row_to_json(a)::text from platform.audit a`.execute(db)
  const bytes = file.subarray(40, 80).toString('hex')
  for (const { row } of rows) assert.ok(!row.includes(PASSWORD) && !row.includes(bytes))
  assert.equal((await mine(app.focal)).identities.length, 0, 'another sees nothing of it')
  assert.equal(
    (
      await app.focal.send('POST', `/api/signing-identities/${id}/end`, {
        ifMatch: 1,
        body: { kind: 'ended', reason: 'x' },
      })
    ).status,
    404,
  )
  assert.equal((await app.focal.send('GET', `/api/signing-identities/${id}/picture`)).status, 404)
})

test('refuses a key that cannot sign, and names the field', { skip }, async (t) => {
  const { officer, focal, health } = await ministry(t)
  const file = p12Of(person, PASSWORD)
  const refused = async (key: object, bytes: Buffer | undefined, code: string, field: string) => {
    const answer = await add(officer, key, bytes)
    assert.deepEqual([answer.status, codeOf(answer), fieldOf(answer)], [400, code, field])
  }
  const p12 = { kind: 'pkcs12', password: PASSWORD }
  await refused({ ...p12, password: 'sai' }, file, 'signing.pkcs12_password', 'password')
  await refused(p12, Buffer.from('không phải tệp khóa'), 'signing.pkcs12_unreadable', 'file')
  await refused(p12, undefined, 'signing.no_file', 'file')
  const ended = authority.issue({
    name: 'Hết hạn MẪU',
    usage: 'person',
    notBefore: term.notBefore,
    notAfter: new Date('2021-02-27T00:00:00Z'),
  })
  await refused(p12, p12Of(ended, PASSWORD), 'signing.certificate_ended', 'file')
  await refused({ ...p12, to: '2022-01-01' }, file, 'signing.after_certificate', 'to')
  await refused({ ...p12, from: '2020-12-31' }, file, 'signing.before_certificate', 'from')
  await refused({ ...p12, from: '2021-05-02', to: '2021-05-01' }, file, 'signing.ends_before', 'to')
  await refused(
    { kind: 'pkcs11', library: 'mau', token: 'MẪU', key: '01', pin: '1234' },
    undefined,
    'signing.identity_library',
    'library',
  )
  await refused({ kind: 'pkcs11', library: 'mau', token: 'MẪU', key: '01' }, undefined, 'signing.no_pin', 'pin')
  await refused({ kind: 'csc', provider: 'mau', credential: 'x' }, undefined, 'signing.identity_provider', 'provider')
  await refused({ kind: 'device' }, undefined, 'signing.no_certificate', 'file')
  const foreign = await add(officer, { ...p12, agencyId: health }, file)
  assert.deepEqual([foreign.status, codeOf(foreign)], [403, 'signing.not_yours'])
  assert.equal((await add(focal, { ...p12, agencyId: 999_999 }, file)).status, 404)
})

test('the seal of an agency is kept by its focal point, seen by all, and one at a time', { skip }, async (t) => {
  const app = await ministry(t)
  const { focal, officer, administrator, health, db } = app
  const key = { kind: 'pkcs12', password: PASSWORD, agencyId: health }
  assert.equal((await add(focal, key, p12Of(seal, PASSWORD))).status, 201)
  const again = await add(administrator, key, p12Of(seal, PASSWORD))
  assert.deepEqual([again.status, codeOf(again)], [409, 'signing.overlaps'])
  const list = async (visitor: Visitor) =>
    (await visitor.send('GET', `/api/agencies/${health}/signing-identities`)).body as SigningIdentities
  const seen = await list(officer)
  assert.deepEqual(
    [seen.mayAdd, seen.identities[0]?.mayKeep, seen.identities[0]?.holder],
    [false, false, 'Bộ Y tế MẪU'],
  )
  const kept = (await list(focal)).identities[0]!
  assert.equal(kept.mayKeep, true)

  const url = `/api/signing-identities/${kept.id}`
  const opaque = await focal.send('POST', `${url}/picture`, { ...upload('dau.png', pngOf('opaque')), ifMatch: 1 })
  assert.deepEqual([opaque.status, codeOf(opaque)], [400, 'signing.picture'])
  for (const bad of [Buffer.from('x'), pngOf('clear').subarray(0, -5), pngOf('clear', 10)]) {
    assert.equal((await focal.send('POST', `${url}/picture`, { ...upload('dau.png', bad), ifMatch: 1 })).status, 400)
  }
  await changedOnce(focal, 'POST', `${url}/picture`, { ...upload('dau.png', pngOf('clear')), ifMatch: 1 })
  const picture = await focal.send('GET', `${url}/picture`)
  assert.deepEqual(picture.bytes, pngOf('clear'))
  assert.equal((await officer.send('GET', `${url}/picture`)).status, 403)
  assert.equal(
    (await officer.send('POST', `${url}/end`, { ifMatch: 2, body: { kind: 'ended', reason: 'thử' } })).status,
    403,
  )

  await changedOnce(focal, 'POST', `${url}/end`, { ifMatch: 2, body: { kind: 'revoked', reason: 'Lộ mật khẩu' } })
  const over = (await list(officer)).identities[0]!
  assert.deepEqual([over.state, over.endReason, over.hasPicture], ['revoked', 'Lộ mật khẩu', true])
  const { rows } = await sql`select 1 from registry.signing_identity where sealed is not null`.execute(db)
  assert.equal(rows.length, 0, 'the secret was given up')
  const late = await focal.send('POST', `${url}/picture`, { ...upload('dau.png', pngOf('clear')), ifMatch: 3 })
  assert.deepEqual([late.status, codeOf(late)], [409, 'signing.ended'])
  await assert.rejects(
    signingKeyOf(db, app.config, kept.id, { now: app.clock.now() }),
    (error: unknown) => error instanceof KeyRefused && error.reason === 'identity.not_in_force',
  )
  assert.equal((await add(focal, key, p12Of(seal, PASSWORD))).status, 201, 'the next one may be added')
})

test('a certificate, once added, cannot be changed or removed in the database either', { skip }, async (t) => {
  const { officer, db } = await ministry(t)
  await add(officer, { kind: 'pkcs12', password: PASSWORD }, p12Of(person, PASSWORD))
  await assert.rejects(
    sql`update registry.signing_identity set chain = array['\\x00'::bytea]`.execute(db),
    /keeps its certificate/,
  )
  await assert.rejects(
    sql`update registry.signing_identity set sealed = '\\x00'::bytea`.execute(db),
    /keeps its certificate/,
  )
  await assert.rejects(sql`delete from registry.signing_identity`.execute(db), /keeps its certificate/)
})

test('the key of a device gives its certificate for the first step, and does not sign here', async (t) => {
  const { officer, db, config, clock } = await ministry(t)
  // The certificates of the file in the wrong order.
  const file = Buffer.from(pemOf(...[...person.chain].reverse()))
  const added = await add(officer, { kind: 'device' }, file)
  assert.equal(added.status, 201, JSON.stringify(added.body))
  const found = await findSigningIdentity(db, { personId: officer.actor.personId! }, '2021-02-28')
  assert.deepEqual(found?.chain.map(Buffer.from), person.chain.map(Buffer.from))
  await assert.rejects(
    signingKeyOf(db, config, found!.id, { now: clock.now() }),
    (error: unknown) => error instanceof KeyRefused && error.reason === 'identity.device',
  )
})

test('a remote key signs with the PIN that is kept, or asked each time', async (t) => {
  const { officer, focal, health, db, config, clock } = await ministry(t)
  const { url, holder } = await cscProvider(t, { algorithm: 'ecdsa-sha256' })
  const signature = { ...config.signature, providers: [{ name: 'mau', url, ...CLIENT }] }
  Object.assign(config, { signature })
  const csc = { kind: 'csc', provider: 'mau', credential: 'khoa-1' }
  const kept = await add(officer, { ...csc, pin: PIN, keepsPin: true })
  assert.equal(kept.status, 201, JSON.stringify(kept.body))
  const asked = await add(focal, { ...csc, agencyId: health })
  assert.equal(asked.status, 201)
  assert.deepEqual((await mine(officer)).providers, ['mau'])
  const [one, two] = [kept, asked].map(({ body }) => (body as { id: number }).id)
  const now = clock.now()
  const [signed] = await (await signingKeyOf(db, config, one!, { now })).sign([hash])
  assert.ok(signed && verify('sha256', text, createPublicKey(holder.key), signed))
  await assert.rejects(
    signingKeyOf(db, config, two!, { now }),
    (error: unknown) => error instanceof KeyRefused && error.code === 'pin',
  )
  assert.equal((await (await signingKeyOf(db, config, two!, { now, pin: PIN })).sign([hash])).length, 1)
  assert.equal((await add(officer, { ...csc, credential: 'khoa-9' })).status, 400)
})

test('whoever keeps a key is told once that its certificate ends', { skip }, async (t) => {
  const app = await ministry(t)
  const { officer, focal, health, db, clock } = app
  await add(officer, { kind: 'pkcs12', password: PASSWORD }, p12Of(person, PASSWORD))
  await add(focal, { kind: 'pkcs12', password: PASSWORD, agencyId: health }, p12Of(seal, PASSWORD))
  const told = async (visitor: Visitor) => {
    await app.drain()
    const { rows } = await sql<{ title: string }>`
      select m.title from notifications.notification n join notifications.message m using (message_id)
      where n.person_id = ${visitor.actor.personId} and m.title like 'Chứng thư%'`.execute(db)
    return rows.map(({ title }) => title)
  }
  await warnSigning({ db, clock })
  assert.deepEqual(await told(officer), [], 'ten months are left')
  clock.set('2021-12-10')
  await warnSigning({ db, clock })
  await warnSigning({ db, clock })
  assert.deepEqual(await told(officer), ['Chứng thư của chữ ký số Nguyễn Văn Mẫu sắp hết hạn'])
  assert.deepEqual(await told(focal), ['Chứng thư của con dấu số Bộ Y tế MẪU sắp hết hạn'])
})

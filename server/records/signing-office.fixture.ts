import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { sampleSeal, sampleSignature } from '../platform/signature/sample-marks.ts'
import { p12Of } from '../registry/signing.fixture.ts'
import { upload, type Visitor } from '../test/app.ts'
import { outsideAuthority } from './authority.fixture.ts'
import { office } from './records.fixture.ts'

export const PASSWORD = 'mat-khau-cua-tep'

/** An office with a key of its leader and of its seal, and who vouches for them. `isDown`: the time-stamp authority is away. */
export async function signingOffice(t: TestContext) {
  const { authority, env, folder, state: outside, term } = await outsideAuthority(t)
  const world = await office(t, '2026-12-01', env)
  outside.now = () => new Date(world.clock.now().epochMilliseconds)
  const person = authority.issue({
    name: 'Lê Lãnh Đạo',
    organization: 'Bộ Tài chính MẪU',
    usage: 'person',
    ...term,
  })
  const agency = authority.issue({ name: 'Bộ Tài chính MẪU', usage: 'agency', ...term })
  const focal = await world.as('focalPoint', { agency: 'bo-tai-chinh' })
  await addKey(world.leader, { kind: 'pkcs12', password: PASSWORD }, p12Of(person, PASSWORD), sampleSignature())
  await addKey(
    focal,
    { kind: 'pkcs12', password: PASSWORD, agencyId: world.agencyId },
    p12Of(agency, PASSWORD),
    sampleSeal(),
  )
  return { world, outside, folder, authority, term }
}

export async function addKey(who: Visitor, key: object, file: Buffer, picture: Uint8Array): Promise<void> {
  const added = await who.send(
    'POST',
    '/api/signing-identities',
    upload('khoa.p12', file, { key: JSON.stringify(key) }),
  )
  assert.equal(added.status, 201, JSON.stringify(added.body))
  const { id } = added.body as { id: number }
  const set = await who.send('POST', `/api/signing-identities/${id}/picture`, {
    ...upload('anh.png', Buffer.from(picture)),
    ifMatch: 1,
  })
  assert.equal(set.status, 200, JSON.stringify(set.body))
}

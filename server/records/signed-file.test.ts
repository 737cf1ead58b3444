/** Signatures on real files: keys in the registry, a time-stamp authority and revocation lists over HTTP, judged by ours and by others. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Visitor } from '../test/app.ts'
import { missing } from '../test/installed-software.ts'
import { base, codeOf, doAct, forSignature, type Office, show } from './records.fixture.ts'
import { signingOffice } from './signing-office.fixture.ts'
import type { FileVerdictShape } from './verdict-shapes.ts'

const skip = missing('openssl', ['version'])
const skipPdfsig = missing('pdfsig', ['-v'])
const verdict = ({ ok }: Office, who: Visitor, id: number) =>
  ok<FileVerdictShape>(who, 'GET', `${base}/outgoing/${id}/verdict`)

test('signed by the leader, sealed, raised: every signature is valid, by pdfsig too', { skip }, async (t) => {
  const { world, folder } = await signingOffice(t)
  const { leader, clerk } = world
  const id = await forSignature(world)
  await doAct(world, leader, id, 'sign', {})
  let judged = await verdict(world, clerk, id)
  assert.deepEqual(
    judged.signatures.map(({ holder, level }) => [holder?.name, level]),
    [['Lê Lãnh Đạo', 'B-B']],
  )
  assert.notEqual(judged.state, 'invalid')
  const sealed = await doAct(world, clerk, id, 'seal', {})
  await world.drain()
  judged = await verdict(world, clerk, id)
  assert.deepEqual(
    judged.signatures.map(({ kind, state, holder }) => [kind, state, holder?.name]),
    [
      ['signature', 'valid', 'Lê Lãnh Đạo'],
      ['signature', 'valid', 'Bộ Tài chính MẪU'],
      ['timeStamp', 'valid', judged.signatures[2]!.holder?.name],
    ],
    JSON.stringify(judged.signatures.map(({ findings }) => findings)),
  )
  assert.equal(judged.signatures[0]!.isWhole, false)
  const one = await show(world, clerk, id)
  assert.deepEqual(
    one.signings.map(({ what }) => what),
    ['person', 'agency', 'raise'],
  )
  assert.equal(one.version, sealed.version, 'who issues in the next second is not told of the raise')
  const { bytes } = await clerk.send('GET', `${base}/outgoing/${id}/pdf`)
  const file = join(folder, 'van-ban.pdf')
  writeFileSync(file, bytes)
  if (skipPdfsig === undefined) {
    const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
    assert.equal(said.match(/Signature is Valid\./g)?.length, 2, said)
  }
})

test('a time-stamp authority that is down costs a level, not the signature, and is asked again', {
  skip,
}, async (t) => {
  const { world, outside } = await signingOffice(t)
  const { leader, clerk } = world
  outside.isDown = true
  const id = await forSignature(world)
  await doAct(world, leader, id, 'sign', {})
  await doAct(world, clerk, id, 'seal', {})
  await doAct(world, clerk, id, 'issue')
  await assert.rejects(world.drain(), /no time stamp for document/)
  assert.equal((await show(world, clerk, id)).signed?.level, 'B-B')
  const { rows } = await sql<{ attempts: number }>`
    select attempts from graphile_worker.jobs where task_identifier = 'records.raise'`.execute(world.db)
  assert.deepEqual(rows, [{ attempts: 1 }], 'it waits in the queue')
  assert.notEqual((await verdict(world, clerk, id)).state, 'invalid')
})

test('a key whose certificate ended yesterday does not sign, and no number is lost', { skip }, async (t) => {
  const { world } = await signingOffice(t)
  const { leader } = world
  const id = await forSignature(world)
  world.clock.set('2028-01-01T09:00:00+07:00')
  const { version } = await show(world, leader, id)
  const refused = await leader.send('POST', `${base}/outgoing/${id}/sign`, { ifMatch: version, body: {} })
  assert.deepEqual(codeOf(refused), [409, 'signing.lapsed'])
  assert.match(JSON.stringify(refused.body), /31\/12\/2027/)
  const { rows } = await sql`select from registry.document_number`.execute(world.db)
  assert.equal(rows.length, 0)
})

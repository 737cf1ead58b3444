/** OpenSSL verifies what we make, and we judge what OpenSSL makes. */
import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { type Authority, type Issued, newAuthority } from './authority.ts'
import { readCertificate } from './certificate.ts'
import { NO_EVIDENCE } from './chain.ts'
import { withEvidence } from './cms.ts'
import { entryOf, isCrlBy, readCrl } from './crl.ts'
import { answerOf, ocspRequest, readOcsp, statusFor } from './ocsp.ts'
import { opensslFolder, pem, withoutOpenssl } from './openssl.fixture.ts'
import { CONTENT, found, judge, listsOf, NOW, signed, stamped, tokenFor, trustIn } from './signed.fixture.ts'
import type { SignatureAlgorithm } from './signer.ts'
import { judgeToken, timeStampRequest, tokenOf } from './time-stamp.ts'

const ALGORITHMS: readonly SignatureAlgorithm[] = ['rsa-sha256', 'ecdsa-sha256', 'ecdsa-sha384']
const skip = withoutOpenssl
const authorities = new Map<SignatureAlgorithm, Authority>()

/** One authority for each algorithm: RSA keys take long to draw. */
function authorityOf(algorithm: SignatureAlgorithm): Authority {
  const authority = authorities.get(algorithm) ?? newAuthority({ algorithm })
  authorities.set(algorithm, authority)
  return authority
}

/** A folder with the certificates of both authorities. */
function folderOf(t: TestContext, authority: Authority) {
  const files = opensslFolder(t)
  files.put('root.pem', pem('CERTIFICATE', authority.root.certificate))
  files.put('issuing.pem', pem('CERTIFICATE', authority.issuing.certificate))
  return files
}

function putHolder(files: ReturnType<typeof opensslFolder>, name: string, { certificate, key }: Issued): void {
  files.put(`${name}.pem`, pem('CERTIFICATE', certificate))
  files.put(`${name}.key`, key.export({ format: 'pem', type: 'pkcs8' }) as string)
}

const cmsVerify = 'cms -verify -binary -cades -inform DER -in content.p7s -CAfile root.pem -content content -out out'

for (const algorithm of ALGORITHMS)
  test(`openssl verifies ours by ${algorithm}, bare, stamped and with evidence`, { skip }, async (t) => {
    const authority = authorityOf(algorithm)
    const files = folderOf(t, authority)
    const bare = await signed(authority.issue({ name: 'Nguyễn Văn Mẫu', organization: 'MẪU', usage: 'person' }))
    const lists = { ...listsOf(authority, NOW), ocsps: [authority.ocsp('0a', { at: NOW })] }
    for (const cms of [bare, stamped(authority, bare), withEvidence(stamped(authority, bare), lists)]) {
      files.put('content', CONTENT)
      files.put('content.p7s', cms)
      assert.match(files.run(...cmsVerify.split(' ')).said, /CAdES Verification successful/)
      files.put('content', Buffer.concat([CONTENT, Buffer.from('.')]))
      assert.match(files.run(...cmsVerify.split(' ')).said, /Verification failure/)
    }
  })

for (const [what, algorithm, options] of [
  ['RSA', 'rsa-sha256', ['-md', 'sha256']],
  ['RSA by SHA-512', 'rsa-sha256', ['-md', 'sha512']],
  ['RSA with PSS', 'rsa-sha256', ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss']],
  ['RSA, certificate named by its key', 'rsa-sha256', ['-md', 'sha256', '-keyid']],
  ['P-256', 'ecdsa-sha256', ['-md', 'sha256']],
  ['P-384', 'ecdsa-sha384', ['-md', 'sha384']],
  ['RSA, streamed as BER with the content inside', 'rsa-sha256', ['-md', 'sha256', '-nodetach', '-stream']],
] as const)
  test(`we judge a signature by openssl: ${what}`, { skip }, (t) => {
    const authority = authorityOf(algorithm)
    const files = folderOf(t, authority)
    putHolder(files, 'person', authority.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' }))
    files.put('content', CONTENT)
    const sign = 'cms -sign -binary -cades -in content -signer person.pem -inkey person.key -certfile issuing.pem'
    const made = files.run(...sign.split(' '), '-outform', 'DER', '-out', 'content.p7s', ...options)
    assert.ok(made.isDone, made.said)
    const cms = files.read('content.p7s')
    const trust = trustIn(authority, listsOf(authority, NOW))
    const verdict = judge(cms, trust)
    assert.deepEqual(found(verdict), [])
    assert.equal(verdict.level, 'B-B')
    assert.deepEqual(found(judge(cms, trust, Buffer.from('khác'))), ['cms.content_changed'])
  })

test('a signature by openssl without naming its certificate, or by SHA-1, is told apart', { skip }, (t) => {
  const authority = authorityOf('rsa-sha256')
  const files = folderOf(t, authority)
  putHolder(files, 'person', authority.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' }))
  files.put('content', CONTENT)
  const sign = 'cms -sign -binary -in content -signer person.pem -inkey person.key -certfile issuing.pem -outform DER'
  const trust = trustIn(authority, listsOf(authority, NOW))
  files.run(...sign.split(' '), '-md', 'sha256', '-out', 'plain.p7s')
  const plain = judge(files.read('plain.p7s'), trust)
  assert.equal(plain.state, 'valid')
  assert.equal(plain.level, null)
  assert.deepEqual(found(plain, ['warning']), ['cms.no_signing_certificate'])
  files.run(...sign.split(' '), '-cades', '-md', 'sha1', '-out', 'weak.p7s')
  const weak = judge(files.read('weak.p7s'), trust)
  assert.equal(weak.state, 'unverifiable')
  assert.deepEqual(found(weak), ['cms.weak_hash'])
  assert.deepEqual(found(weak, ['note']), ['cms.signing_certificate_sha1'])
})

for (const algorithm of ALGORITHMS)
  test(`openssl verifies our time stamps by ${algorithm}`, { skip }, (t) => {
    const authority = authorityOf(algorithm)
    const files = folderOf(t, authority)
    files.put('content', CONTENT)
    const asked = { hash: hash('sha256', CONTENT, 'buffer'), nonce: randomBytes(12) }
    const query = timeStampRequest(asked.hash, asked.nonce)
    files.put('query', query)
    files.put('response', authority.timeStamp(query, new Date()))
    const read = files.run('ts', '-query', '-in', 'query', '-text')
    assert.match(read.said, /Certificate required: yes/)
    const good = files.run('ts', '-verify', '-in', 'response', '-queryfile', 'query', '-CAfile', 'root.pem')
    assert.match(good.said, /Verification: OK/)
    files.put('token', tokenFor(authority, CONTENT, new Date()))
    const verify = ['ts', '-verify', '-in', 'token', '-token_in', '-CAfile', 'root.pem', '-data']
    assert.match(files.run(...verify, 'content').said, /Verification: OK/)
    assert.match(files.run(...verify, 'query').said, /Verification: FAILED/)
  })

const TSA = `[tsa]
default_tsa = our
[our]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha384, sha512
accuracy = secs:1, millisecs:500
ess_cert_id_chain = no
`

test('we judge time stamps by openssl, and say why it refused one', { skip }, (t) => {
  const authority = authorityOf('rsa-sha256')
  const files = folderOf(t, authority)
  putHolder(files, 'stamper', authority.issue({ name: 'MẪU - Dấu thời gian', usage: 'timeStamp' }))
  files.put('tsa.cnf', TSA)
  files.put('serial', '01')
  const answer = (query: Uint8Array) => {
    files.put('query', query)
    const reply = 'ts -reply -config tsa.cnf -queryfile query -signer stamper.pem -inkey stamper.key -chain issuing.pem'
    const made = files.run(...reply.split(' '), '-out', 'response')
    assert.ok(made.isDone, made.said)
    return files.read('response')
  }
  for (const [name, variant] of [
    ['sha256', ''],
    ['sha512', 'ess_cert_id_alg = sha512\n'],
    ['sha384', 'ess_cert_id_alg = sha1\nordering = yes\ntsa_name = yes\n'],
  ] as const) {
    files.put('tsa.cnf', TSA + variant)
    const asked = { hash: hash(name, CONTENT, 'buffer'), nonce: randomBytes(8) }
    const token = tokenOf(answer(timeStampRequest(asked.hash, asked.nonce, name)), asked)
    const now = new Date()
    const verdict = judgeToken(
      token,
      (each) => hash(each, CONTENT, 'buffer'),
      trustIn(authority, listsOf(authority, now), now),
    )
    assert.deepEqual(found(verdict), [])
    assert.ok(Math.abs(Date.parse(verdict.at!) - now.getTime()) < 60_000)
    assert.equal(verdict.authority?.name, 'MẪU - Dấu thời gian')
    const other = judgeToken(
      token,
      (each) => hash(each, 'khác', 'buffer'),
      trustIn(authority, listsOf(authority, now), now),
    )
    assert.deepEqual(found(other), ['time_stamp.other_imprint'])
  }
  files.put('tsa.cnf', TSA.replace('digests = sha256, sha384, sha512', 'digests = sha512'))
  const refused = { hash: hash('sha256', CONTENT, 'buffer'), nonce: randomBytes(8) }
  const response = answer(timeStampRequest(refused.hash, refused.nonce))
  assert.throws(() => tokenOf(response, refused), /rejection: badAlg/)
})

for (const algorithm of ALGORITHMS)
  test(`openssl verifies our lists and OCSP answers by ${algorithm}`, { skip }, (t) => {
    const authority = authorityOf(algorithm)
    const files = folderOf(t, authority)
    const person = authority.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' })
    files.put('person.pem', pem('CERTIFICATE', person.certificate))
    const now = new Date()
    files.put('list', authority.crl({ at: now, revoked: [{ serial: person.serial, at: now, reason: 1 }] }))
    const list = files.run(
      'crl',
      '-inform',
      'DER',
      '-in',
      'list',
      '-CAfile',
      'issuing.pem',
      '-text',
      '-noout',
      '-verify',
    )
    assert.match(list.said, /verify OK/)
    assert.match(list.said, /Key Compromise/)
    files.put('request', ocspRequest(person.certificate, authority.issuing.certificate, randomBytes(16)))
    files.put(
      'response',
      authority.ocsp(files.read('request'), { at: now, status: 'revoked', revokedAt: now, reason: 4 }),
    )
    files.put('both.pem', pem('CERTIFICATE', authority.root.certificate, authority.issuing.certificate))
    const nonce = files.run('ocsp', '-reqin', 'request', '-respin', 'response', '-CAfile', 'both.pem')
    assert.match(nonce.said, /Response verify OK/)
    const ask = 'ocsp -respin response -issuer issuing.pem -cert person.pem -CAfile both.pem -no_nonce'
    const answer = files.run(...ask.split(' '))
    assert.match(answer.said, /Response verify OK/)
    assert.match(answer.said, /person.pem: revoked/)
    assert.match(answer.said, /superseded/)
  })

test('we read the lists and OCSP answers of openssl', { skip }, async (t) => {
  const authority = authorityOf('rsa-sha256')
  const files = folderOf(t, authority)
  const [person, other] = ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'].map((name) => authority.issue({ name, usage: 'person' }))
  putHolder(files, 'issuing', authority.issuing)
  putHolder(files, 'responder', authority.issue({ name: 'MẪU - OCSP', usage: 'ocsp' }))
  const revokedAt = '261120030000Z'
  files.put(
    'index.txt',
    `R\t450101000000Z\t${revokedAt},superseded\t${person!.serial.toUpperCase()}\tunknown\t/CN=mau\n` +
      `V\t450101000000Z\t\t${other!.serial.toUpperCase()}\tunknown\t/CN=mau2\n`,
  )
  files.put('ca.cnf', '[ca]\ndefault_ca=our\n[our]\ndatabase=index.txt\ndefault_md=sha256\ncrlnumber=number\n')
  files.put('number', '01\n')
  const generate = 'ca -gencrl -config ca.cnf -cert issuing.pem -keyfile issuing.key -crldays 7 -out list.pem'
  const generated = files.run(...generate.split(' '))
  assert.ok(generated.isDone, generated.said)
  files.run('crl', '-in', 'list.pem', '-outform', 'DER', '-out', 'list')
  const crl = readCrl(files.read('list'))
  const issuer = readCertificate(authority.issuing.certificate)
  assert.ok(isCrlBy(crl, issuer))
  assert.ok(!isCrlBy(crl, readCertificate(authority.root.certificate)))
  assert.deepEqual(entryOf(crl, person!.serial), { at: new Date('2026-11-20T03:00:00Z'), reason: 4, invalidFrom: null })
  assert.equal(entryOf(crl, other!.serial), null)

  const nonce = randomBytes(16)
  for (const [who, status] of [
    [person!, 'revoked'],
    [other!, 'good'],
  ] as const) {
    files.put('request', ocspRequest(who.certificate, authority.issuing.certificate, nonce))
    const reply =
      'ocsp -index index.txt -CA issuing.pem -rsigner responder.pem -rkey responder.key -reqin request -respout response'
    const replied = files.run(...reply.split(' '), '-ndays', '1')
    assert.ok(replied.isDone, replied.said)
    const asked = { certificate: who.certificate, issuer: authority.issuing.certificate, nonce }
    const answer = answerOf(files.read('response'), asked)
    assert.equal(statusFor(answer, readCertificate(who.certificate), issuer)?.status, status)
    assert.throws(() => answerOf(files.read('response'), { ...asked, nonce: randomBytes(16) }), /nonce/)
    assert.throws(
      () => answerOf(files.read('response'), { ...asked, certificate: authority.root.certificate }),
      /not about/,
    )
    assert.equal(readOcsp(files.read('response')).statuses.length, 1)
  }
  // The last answer is about the second person, of whom the list knows nothing bad either.
  const now = new Date()
  const lists = { ...NO_EVIDENCE, crls: [authority.crl({ at: now, by: 'root' })], ocsps: [files.read('response')] }
  const cms = await signed(other!, CONTENT, now)
  assert.deepEqual(found(judge(cms, trustIn(authority, lists, now))), [])
  const byList = { ...lists, crls: [...lists.crls, files.read('list')], ocsps: [] }
  assert.deepEqual(found(judge(cms, trustIn(authority, byList, now))), [])
  const revoked = judge(await signed(person!, CONTENT, now), trustIn(authority, byList, now))
  assert.deepEqual(found(revoked), ['revocation.revoked_before'])
})

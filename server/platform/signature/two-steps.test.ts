import assert from 'node:assert/strict'
import { createHash, sign } from 'node:crypto'
import { test } from 'node:test'
import { newAuthority } from './authority.ts'
import { finishCms, type PreparedCms, prepareCms } from './cms.ts'
import { demandFits } from './key-chain.ts'
import { opensslFolder, pem, withoutOpenssl } from './openssl.fixture.ts'
import { hashOf, type SignatureAlgorithm } from './signer.ts'
import { KeyRefused } from './words-keys.ts'

/** As the page of the officer's own machine gets it and as it is kept between the two steps. */
function throughJson({ hash, signedAttributes, chain, algorithm }: PreparedCms): PreparedCms {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const kept = JSON.stringify({
    hash: text(hash),
    signedAttributes: text(signedAttributes),
    chain: chain.map(text),
    algorithm,
  })
  const read = JSON.parse(kept) as {
    hash: string
    signedAttributes: string
    chain: string[]
    algorithm: SignatureAlgorithm
  }
  const bytes = (one: string) => Buffer.from(one, 'base64')
  return {
    hash: bytes(read.hash),
    signedAttributes: bytes(read.signedAttributes),
    chain: read.chain.map(bytes),
    algorithm: read.algorithm,
  }
}

const content = Buffer.from('Công văn MẪU về việc ký bằng thiết bị của cán bộ')

for (const algorithm of ['rsa-sha256', 'ecdsa-sha256', 'ecdsa-sha384'] as const) {
  test(`${algorithm}: prepared here, signed on another machine, finished here`, { skip: withoutOpenssl }, (t) => {
    const authority = newAuthority({ algorithm: 'ecdsa-sha256' })
    const holder = authority.issue({ name: 'Người ký MẪU', usage: 'person', algorithm })
    const other = authority.issue({ name: 'Người khác MẪU', usage: 'person', algorithm })
    const contentHash = createHash(hashOf(algorithm)).update(content).digest()
    const prepared = throughJson(prepareCms({ contentHash, chain: holder.chain, algorithm, claimedAt: new Date() }))
    // The device gets the attributes and hashes them itself: the same hash.
    const onDevice = createHash(hashOf(algorithm)).update(prepared.signedAttributes).digest()
    assert.deepEqual(Buffer.from(prepared.hash), onDevice)
    const signature = sign(hashOf(algorithm), prepared.signedAttributes, holder.key)

    const refused = (wrong: Uint8Array) =>
      assert.throws(
        () => demandFits(prepared, wrong),
        (error: unknown) => error instanceof KeyRefused && error.reason === 'certificate.does_not_fit',
      )
    refused(sign(hashOf(algorithm), prepared.signedAttributes, other.key))
    refused(sign(hashOf(algorithm), content, holder.key))
    refused(Buffer.alloc(0))
    refused(signature.subarray(1))

    demandFits(prepared, signature)
    const cms = finishCms(prepared, signature)
    const folder = opensslFolder(t)
    folder.put('content', content)
    folder.put('root.pem', pem('CERTIFICATE', authority.root.certificate))
    const files = [
      '-in',
      folder.put('cms', cms),
      '-content',
      folder.path('content'),
      '-CAfile',
      folder.path('root.pem'),
    ]
    const { isDone, said } = folder.run(
      'cms',
      '-verify',
      '-cades',
      '-binary',
      '-inform',
      'DER',
      '-purpose',
      'any',
      ...files,
    )
    assert.ok(isDone, said)
  })
}

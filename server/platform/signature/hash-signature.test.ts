import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import { test } from 'node:test'
import { signHash } from './algorithms.ts'
import { algorithmOf, ecdsaDer, isSignatureOf } from './hash-signature.ts'
import { hashOf } from './signer.ts'

const KEYS: { name: string; pair: () => { privateKey: KeyObject; publicKey: KeyObject } }[] = [
  { name: 'rsa-sha256', pair: () => generateKeyPairSync('rsa', { modulusLength: 2048 }) },
  { name: 'ecdsa-sha256', pair: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }) },
  { name: 'ecdsa-sha384', pair: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }) },
]

for (const { name, pair } of KEYS) {
  test(`${name}: signs a hash so that node:crypto verifies it, and the other way round`, () => {
    const { privateKey, publicKey } = pair()
    const algorithm = algorithmOf(privateKey)
    assert.equal(algorithm, name)
    assert.equal(algorithmOf(publicKey), name)
    if (!algorithm) return
    for (let i = 0; i < 60; i++) {
      const text = randomBytes(40)
      const hash: Buffer = createHash(hashOf(algorithm)).update(text).digest()
      const ours = signHash(privateKey, algorithm, hash)
      assert.ok(verify(hashOf(algorithm), text, publicKey, ours), 'ours is verified by node:crypto')
      const theirs: Buffer = sign(hashOf(algorithm), text, privateKey)
      assert.ok(isSignatureOf(publicKey, algorithm, hash, theirs), 'theirs is verified by us')
      assert.ok(isSignatureOf(publicKey, algorithm, hash, ours))
      const changed = Buffer.from(theirs)
      const at = changed.length - 1 - (i % 30)
      changed[at] = (changed[at] ?? 0) ^ 1
      assert.equal(isSignatureOf(publicKey, algorithm, hash, changed), false)
      const other = Buffer.from(hash)
      other[i % 32] = (other[i % 32] ?? 0) ^ 1
      assert.equal(isSignatureOf(publicKey, algorithm, other, theirs), false)
    }
    const other = pair().publicKey
    const hash: Buffer = createHash(hashOf(algorithm)).update('x').digest()
    assert.equal(isSignatureOf(other, algorithm, hash, signHash(privateKey, algorithm, hash)), false)
    for (const bad of [Buffer.alloc(0), Buffer.alloc(256), randomBytes(71), Buffer.from('3006020100020100', 'hex')]) {
      assert.equal(isSignatureOf(publicKey, algorithm, hash, bad), false)
    }
    assert.throws(() => isSignatureOf(publicKey, algorithm, Buffer.alloc(20), Buffer.alloc(70)), RangeError)
  })
}

test('refuses keys that are too small or of another kind', () => {
  assert.equal(algorithmOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey), undefined)
  assert.equal(algorithmOf(generateKeyPairSync('ec', { namedCurve: 'P-521' }).publicKey), undefined)
  assert.equal(algorithmOf(generateKeyPairSync('ed25519').publicKey), undefined)
})

test('writes the pair of a token as DER: no leading zero, none missing', () => {
  assert.equal(Buffer.from(ecdsaDer(Buffer.from('0001ff00', 'hex'))).toString('hex'), '3008020101020300ff00')
  assert.throws(() => ecdsaDer(Buffer.alloc(3)), RangeError)
})

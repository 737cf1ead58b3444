import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { Unreadable } from '../../shapes.ts'
import { Zip } from './zip.ts'

const refusedAs = (code: string) => (error: unknown) => error instanceof Unreadable && error.code === code

test('parts are found regardless of case, and each name is listed once', () => {
  const zip = new Zip(zipSync({ 'word/Document.xml': strToU8('<w/>'), '[Content_Types].xml': strToU8('<t/>') }))
  assert.deepEqual(zip.names, ['word/document.xml', '[content_types].xml'])
  assert.equal(Buffer.from(zip.part('WORD/document.xml')!).toString(), '<w/>')
  assert.equal(zip.part('absent.xml'), null)
})

test('all parts are counted together, regardless of the sizes they declare', () => {
  const bytes = zipSync({ a: new Uint8Array(600_000), b: [new Uint8Array(400_000), { level: 0 }] })
  assert.equal(new Zip(bytes).inflatedSize(1_000_000), 1_000_000)
  assert.throws(() => new Zip(bytes).inflatedSize(999_999), refusedAs('bomb'))
  assert.throws(() => new Zip(bytes).inflatedSize(500_000), refusedAs('bomb'))
  const lying = Buffer.from(bytes)
  lying.writeUInt32LE(10, lying.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
  assert.throws(() => new Zip(lying).inflatedSize(500_000), refusedAs('bomb'))
})

test('entries of one name, or of names that differ in case, are each counted', () => {
  const bytes = Buffer.from(
    zipSync({ part1: new Uint8Array(300_000), part2: new Uint8Array(300_000), Part3: strToU8('x') }),
  )
  for (const name of ['part2', 'Part3']) {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
      bytes.write(name === 'part2' ? 'part1' : 'PART1', at)
  }
  const zip = new Zip(bytes)
  assert.deepEqual(zip.names, ['part1'])
  assert.equal(zip.inflatedSize(1_000_000), 600_001)
  assert.throws(() => zip.inflatedSize(500_000), refusedAs('bomb'))
})

test('a directory that other readers would read differently is refused', () => {
  const bytes = Buffer.from(zipSync({ a: new Uint8Array(1_000), b: new Uint8Array(1_000) }))
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const fewer = Buffer.from(bytes)
  fewer.writeUInt16LE(1, end + 10)
  assert.throws(() => new Zip(fewer), refusedAs('damaged'))
  for (const field of [4, 6, 8]) {
    const zip64 = Buffer.from(bytes)
    zip64.writeUInt16LE(0xffff, end + field)
    assert.throws(() => new Zip(zip64), refusedAs('damaged'), `field ${field}`)
  }
})

test('an encrypted or truncated container is refused before it is counted', () => {
  const bytes = Buffer.from(zipSync({ a: new Uint8Array(1_000) }))
  const locked = Buffer.from(bytes)
  locked.writeUInt16LE(1, locked.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 8)
  assert.throws(() => new Zip(locked).inflatedSize(10_000), refusedAs('encrypted'))
  assert.throws(() => new Zip(bytes.subarray(0, bytes.length - 30)), refusedAs('damaged'))
  assert.throws(() => new Zip(Buffer.from('not a container')), refusedAs('damaged'))
})

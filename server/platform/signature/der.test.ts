import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  bitString,
  boolean,
  Cursor,
  context,
  derOf,
  ia5,
  integer,
  isSame,
  listOf,
  NULL,
  octetString,
  oid,
  printable,
  readDer,
  sequence,
  setOf,
  TAG,
  time,
  tlv,
  toHex,
  Unreadable,
  utf8,
} from './der.ts'

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const refuses = (
  hex: string,
  code: string,
  read: (value: ReturnType<typeof readDer>) => unknown = () => null,
  ber = false,
) =>
  assert.throws(
    () => read(readDer(bytesOf(hex), ber ? 'ber' : 'der')),
    (error) => error instanceof Unreadable && error.code === code,
    hex,
  )

test('integers round trip, in the fewest bytes', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }), (number) => {
      const der = integer(number)
      assert.equal(readDer(der).integer(), number)
      const { content } = readDer(der)
      const isLonger =
        content.length > 1 && (content[0] === 0 ? content[1]! < 0x80 : content[0] === 0xff && content[1]! >= 0x80)
      assert.ok(!isLonger)
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      assert.equal(readDer(integer(bytes)).integer(), BigInt(`0x${toHex(bytes)}`))
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (number) =>
      assert.equal(readDer(integer(number)).small(), number),
    ),
  )
})

test('identifiers round trip', () => {
  const arc = fc.bigInt({ min: 0n, max: 2n ** 64n })
  const dotted = fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 39 }), fc.array(arc, { maxLength: 5 }))
    .map(([first, second, rest]) => [first, second, ...rest].join('.'))
  fc.assert(fc.property(dotted, (text) => assert.equal(readDer(oid(text)).oid(), text)))
  assert.equal(toHex(oid('1.2.840.113549.1.1.11')), '06092a864886f70d01010b')
  assert.equal(readDer(oid('2.999.1')).oid(), '2.999.1')
})

test('times round trip to the second', () => {
  const second = fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2200, 0, 1) / 1000 })
  fc.assert(
    fc.property(second, (at) => {
      const date = new Date(at * 1000)
      assert.deepEqual(readDer(time(date)).time(), date)
      assert.deepEqual(readDer(time(date, 'generalized')).time(), date)
      assert.equal(readDer(time(date)).tag, date.getUTCFullYear() < 2050 ? TAG.utcTime : TAG.generalizedTime)
    }),
  )
})

test('times as strangers write them', () => {
  const utc = (text: string) =>
    readDer(tlv(TAG.utcTime, Buffer.from(text)))
      .time()
      .toISOString()
  const generalized = (text: string) =>
    readDer(tlv(TAG.generalizedTime, Buffer.from(text)))
      .time()
      .toISOString()
  assert.equal(utc('2611200300Z'), '2026-11-20T03:00:00.000Z')
  assert.equal(utc('500101000000Z'), '1950-01-01T00:00:00.000Z')
  assert.equal(utc('491231235959+0700'), '2049-12-31T16:59:59.000Z')
  assert.equal(generalized('20261120030000.5Z'), '2026-11-20T03:00:00.500Z')
  assert.equal(generalized('20261120030000,123456-0130'), '2026-11-20T04:30:00.123Z')
  for (const wrong of ['', 'Z', '260230000000Z', '261320000000Z', '261120240000Z', '261120030000', '2611200300000Z'])
    assert.throws(
      () => utc(wrong),
      (error) => error instanceof Unreadable && error.code === 'der.time',
      wrong,
    )
  for (const wrong of [
    '261120030000Z',
    '2026112003Z',
    'ab261120030000Z',
    '20261120030000.Z',
    `20261120030000.${'1'.repeat(40)}Z`,
  ])
    assert.throws(
      () => generalized(wrong),
      (error) => error instanceof Unreadable && error.code === 'der.time',
      wrong,
    )
})

test('texts of every string type', () => {
  assert.equal(readDer(utf8('Nguyễn Văn Mẫu')).text(), 'Nguyễn Văn Mẫu')
  assert.equal(readDer(printable('MST:01')).text(), 'MST:01')
  assert.equal(readDer(ia5('a@mau.example')).text(), 'a@mau.example')
  assert.equal(readDer(bytesOf('1e 04 1ea6 0041')).text(), 'ẦA')
  assert.equal(readDer(bytesOf('1c 04 0001f600')).text(), '😀')
  assert.equal(readDer(bytesOf('14 01 e9')).text(), 'é')
  for (const wrong of ['0c 01 ff', '1e 03 1ea600', '1c 03 000041', '1c 04 ffffffff'])
    refuses(wrong, 'der.text', (value) => value.text())
  refuses('02 01 00', 'der.shape', (value) => value.text())
})

test('any tree round trips, and every value is where it says', () => {
  const leaf = fc.oneof(
    fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((number) => integer(number)),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => octetString(bytes)),
    fc.string({ maxLength: 20 }).map(utf8),
    fc.constantFrom(NULL, boolean(true), boolean(false), bitString(Uint8Array.of(0x80), 7)),
  )
  const { tree } = fc.letrec<{ tree: Uint8Array }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', maxDepth: 8 },
      leaf,
      fc.array(tie('tree'), { maxLength: 5 }).map((parts) => sequence(...parts)),
      fc.array(tie('tree'), { maxLength: 5 }).map((parts) => setOf(parts)),
      tie('tree').map((part) => context(3, part)),
    ),
  }))
  const again = (value: ReturnType<typeof readDer>): Uint8Array =>
    value.tag & 0x20 ? listOf(value.tag, value.children.map(again)) : tlv(value.tag, value.content)
  fc.assert(
    fc.property(tree, (der) => {
      assert.ok(isSame(again(readDer(der)), der))
      assert.ok(isSame(derOf(readDer(der)), der))
      // A DER value is BER too, and its DER is itself.
      assert.ok(isSame(derOf(readDer(der, 'ber')), der))
    }),
  )
})

test('DER is strict', () => {
  refuses('', 'der.truncated')
  refuses('30', 'der.truncated')
  refuses('30 03 02 01', 'der.truncated')
  refuses('30 81 05 0401000000', 'der.length')
  refuses('30 82 0080', 'der.length')
  refuses('30 80 0000', 'der.length')
  refuses('30 85 0000000001 00', 'der.length')
  refuses('1f 81 01 00', 'der.tag')
  refuses('05 00 00', 'der.trailing')
  refuses('30 03 02 02 01', 'der.truncated', (value) => value.children)
  refuses('02 00', 'der.shape', (value) => value.integer())
  refuses('01 02 0000', 'der.shape', (value) => value.boolean())
  refuses('03 00', 'der.shape', (value) => value.bits())
  refuses('03 02 0180', 'der.shape', (value) => value.bits())
  refuses('03 02 0880', 'der.shape', (value) => value.flags())
  refuses('06 00', 'der.oid', (value) => value.oid())
  refuses('06 02 2a86', 'der.oid', (value) => value.oid())
  refuses('04 00', 'der.shape', (value) => value.children)
  refuses('30 00', 'der.shape', (value) => value.at(0))
  refuses('24 03 040161', 'der.shape', (value) => value.octets())
})

test('BER: indefinite and longer lengths, strings in pieces, zeros behind', () => {
  const ber = (hex: string) => readDer(bytesOf(hex), 'ber')
  assert.equal(toHex(derOf(ber('30 80 020101 0000'))), '3003020101')
  assert.equal(toHex(derOf(ber('30 84 00000003 020101'))), '3003020101')
  assert.equal(toHex(derOf(ber('30 87 00000000000003 020101'))), '3003020101')
  assert.equal(toHex(derOf(ber('24 80 040161 2403 040162 0000'))), '04026162')
  assert.equal(Buffer.from(ber('24 80 040161 2480 040162 0000 0000').octets()).toString(), 'ab')
  assert.equal(toHex(derOf(ber('31 80 020102 020101 0000'))), '3106020101020102')
  assert.equal(toHex(ber('30 03 020101 000000').bytes), '3003020101')
  refuses('30 80 020101', 'der.truncated', undefined, true)
  refuses('04 80 0000', 'der.length', undefined, true)
  refuses('30 03 020101 0001', 'der.trailing', undefined, true)
})

test('depth and number of values are bounded, in both encodings', () => {
  let deep: Uint8Array = NULL
  for (let level = 0; level < 60; level++) deep = sequence(deep)
  const descend = (value: ReturnType<typeof readDer>): unknown => (value.tag & 0x20 ? descend(value.at(0)) : value)
  assert.throws(
    () => descend(readDer(deep)),
    (error) => error instanceof Unreadable && error.code === 'der.too_deep',
  )
  refuses('3080'.repeat(100_000), 'der.too_deep', undefined, true)
  const wide = listOf(
    TAG.sequence,
    Array.from({ length: 100_001 }, () => NULL),
  )
  assert.throws(
    () => readDer(wide).children,
    (error) => error instanceof Unreadable && error.code === 'der.too_many',
  )
  const loose = Buffer.concat([bytesOf('3080'), Buffer.alloc(400_000, Buffer.from('0500', 'hex')), bytesOf('0000')])
  assert.throws(
    () => readDer(loose, 'ber'),
    (error) => error instanceof Unreadable && error.code === 'der.too_many',
  )
})

test('a set is in order, and long lists are written', () => {
  const set = setOf([integer(300), integer(2), octetString(Uint8Array.of(1)), integer(1)])
  assert.equal(toHex(set), '310d' + '020101' + '020102' + '0202012c' + '040101')
  for (const length of [0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000, 0x1000000])
    assert.equal(readDer(octetString(new Uint8Array(length))).content.length, length)
})

test('a cursor passes over values without keeping them', () => {
  const list = Buffer.concat([integer(1), sequence(integer(2), integer(3)), NULL])
  const cursor = new Cursor(list)
  const seen: string[] = []
  while (cursor.next()) seen.push(`${cursor.tag.toString(16)}:${cursor.start}-${cursor.from}-${cursor.end}`)
  assert.deepEqual(seen, ['2:0-2-3', '30:3-5-11', '5:11-13-13'])
  assert.throws(() => new Cursor(list.subarray(0, 4)).next() && new Cursor(list.subarray(3, 6)).next(), Unreadable)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { PdfError } from './pdf-objects.ts'
import { pictureOf } from './picture.ts'
import { sampleSeal, sampleSignature } from './sample-marks.ts'

const WIDTH = 13
const HEIGHT = 10
/** The paeth filter and the others in turn, on bytes that differ from row to row. */
function png(
  colour: number,
  depth: number,
  samples: number,
  { interlaced = 0, more = [] as [string, Uint8Array][] } = {},
) {
  const row = Math.ceil((WIDTH * samples * depth) / 8)
  const unit = Math.max(1, (samples * depth) >> 3)
  const rows = Array.from({ length: HEIGHT }, (_, line) =>
    Uint8Array.from(
      { length: row },
      (_, place) => (line * 37 + place * 11 + ((line * place) % 7) * 31) & (colour === 3 && depth === 8 ? 15 : 255),
    ),
  )
  const filtered = rows.map((bytes, line) => {
    const filter = line % 5
    const before = rows[line - 1] ?? new Uint8Array(row)
    const out = bytes.map((byte, place) => {
      const [left, up, corner] = [bytes[place - unit] ?? 0, before[place]!, before[place - unit] ?? 0]
      const guess = left + up - corner
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner
      return byte - [0, left, up, (left + up) >> 1, paeth][filter]!
    })
    return Buffer.concat([Uint8Array.of(filter), out])
  })
  const part = (kind: string, data: Uint8Array) => {
    const chunk = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(chunk))
    return Buffer.concat([length, chunk, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([depth, colour, 0, 0, interlaced], 8)
  const data = deflateSync(Buffer.concat(filtered))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    part('IHDR', head),
    ...more.map(([kind, bytes]) => part(kind, bytes)),
    part('IDAT', data.subarray(0, 20)),
    part('IDAT', data.subarray(20)),
    part('IEND', new Uint8Array()),
  ])
}

const palette: [string, Uint8Array] = ['PLTE', Uint8Array.from({ length: 48 }, (_, place) => (place * 53) & 255)]
const clear: [string, Uint8Array] = ['tRNS', Uint8Array.from([0, 128, 255, 64])]
const FORMS: [string, Uint8Array][] = [
  ['grey, 1 bit', png(0, 1, 1)],
  ['grey, 4 bits', png(0, 4, 1)],
  ['grey, 8 bits', png(0, 8, 1)],
  ['grey, 16 bits', png(0, 16, 1)],
  ['colours, 8 bits', png(2, 8, 3)],
  ['colours, 16 bits', png(2, 16, 3)],
  ['palette, 4 bits', png(3, 4, 1, { more: [palette] })],
  ['palette with transparent colours', png(3, 8, 1, { more: [palette, clear] })],
  ['grey with opacity', png(4, 8, 2)],
  ['colours with opacity', png(6, 8, 4)],
  ['colours with opacity, 16 bits', png(6, 16, 4)],
  ['a signature', sampleSignature()],
  ['a seal', sampleSeal()],
]

for (const [what, bytes] of FORMS)
  test(`a PNG is read as another reader reads it: ${what}`, async () => {
    const { width, height, colours, opacity } = pictureOf(bytes)
    const image = await loadImage(bytes)
    assert.deepEqual([width, height], [image.width, image.height])
    const canvas = createCanvas(width, height)
    const pen = canvas.getContext('2d')
    pen.drawImage(image, 0, 0)
    const { data } = pen.getImageData(0, 0, width, height)
    const [ours, opaque] = [inflateSync(colours), opacity && inflateSync(opacity)]
    for (let at = 0; at < width * height; at++) {
      const alpha = opaque ? opaque[at]! : 255
      assert.ok(Math.abs(alpha - data[at * 4 + 3]!) <= 1, `opacity of pixel ${at}`)
      // The canvas keeps colours multiplied by their opacity: of what is nearly clear little is left to compare.
      const most = alpha === 0 ? 255 : Math.ceil(2 + 255 / alpha)
      for (let part = 0; part < 3; part++)
        assert.ok(Math.abs(ours[at * 3 + part]! - data[at * 4 + part]!) <= most, `colour of pixel ${at}`)
    }
  })

test('what is no PNG, or one that is not read, is refused', () => {
  const refused = (bytes: Uint8Array) =>
    assert.throws(
      () => pictureOf(bytes),
      (error: unknown) => error instanceof PdfError && error.code === 'pdf.picture_unreadable',
    )
  const whole = png(6, 8, 4)
  refused(Buffer.from('không phải ảnh'))
  refused(png(6, 8, 4, { interlaced: 1 }))
  refused(whole.subarray(0, 70))
  for (let cut = 46; cut < whole.length - 20; cut += 7) refused(whole.subarray(0, cut))
  const huge = Buffer.from(whole)
  huge.writeUInt32BE(100_000, 16)
  refused(huge)
})

import { deflateSync, inflateSync } from 'node:zlib'
import { unfiltered } from './pdf-file.ts'
import { dictOf, Name, PdfError, type Ref, Stream } from './pdf-objects.ts'
import type { PdfUpdate } from './pdf-update.ts'

/** A picture as it goes into a PDF file: prepared once, used for each signature. */
export interface Picture {
  width: number
  height: number
  /** Packed rows of red, green and blue. */
  colours: Uint8Array
  /** Packed rows of how opaque; null if all is opaque. */
  opacity: Uint8Array | null
}

const MOST_PIXELS = 4_000_000
const MOST_BYTES = 8 * 1024 * 1024
const unreadable = (message: string) => new PdfError('pdf.picture_unreadable', message)

/**
 * Reads a PNG (Phụ lục I of NĐ 30/2020: signatures and seals are PNG with a transparent ground), of any depth and colour,
 * not interlaced.
 * @throws {PdfError} picture_unreadable
 */
export function pictureOf(png: Uint8Array): Picture {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  if (png.length < 45 || view.getUint32(0) !== 0x89504e47) throw unreadable('not a PNG')
  if (png.length > MOST_BYTES) throw unreadable('a PNG of more than 8 MB')
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  const [depth, colour, , , interlaced] = png.subarray(24, 29)
  const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour!]
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth!)) throw unreadable('a PNG of unknown form')
  if (interlaced !== 0) throw unreadable('an interlaced PNG')
  if (width === 0 || height === 0 || width * height > MOST_PIXELS)
    throw unreadable('a PNG of more than 4 million pixels')
  const parts: Uint8Array[] = []
  let palette = new Uint8Array()
  let clear: Uint8Array | null = null
  for (let at = 8; at + 12 <= png.length; ) {
    const length = view.getUint32(at)
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8))
    const data = png.subarray(at + 8, at + 8 + length)
    if (data.length < length) throw unreadable('a PNG that ends early')
    if (kind === 'IDAT') parts.push(data)
    if (kind === 'PLTE') palette = data.slice()
    if (kind === 'tRNS') clear = data
    if (kind === 'IEND') break
    at += 12 + length
  }
  const row = Math.ceil((width * samples * depth!) / 8)
  let packed: Uint8Array
  try {
    packed = inflateSync(Buffer.concat(parts), { maxOutputLength: (row + 1) * height })
  } catch {
    throw unreadable('a PNG whose rows cannot be unpacked')
  }
  if (packed.length !== (row + 1) * height) throw unreadable('a PNG that ends early')
  const data = unfiltered(packed, row, Math.max(1, (samples * depth!) >> 3))
  return ofPixels(data, { width, height, depth: depth!, colour: colour!, samples, row }, palette, clear)
}

interface Shape {
  width: number
  height: number
  depth: number
  colour: number
  samples: number
  row: number
}

function ofPixels(data: Uint8Array, shape: Shape, palette: Uint8Array, clear: Uint8Array | null): Picture {
  const { width, height, depth, colour, samples, row } = shape
  const colours = new Uint8Array(width * height * 3)
  const opacity = new Uint8Array(width * height).fill(255)
  const most = 2 ** depth - 1
  const clearSample = (place: number) => (clear === null ? -1 : (clear[place * 2]! << 8) | clear[place * 2 + 1]!)
  const sample = (line: number, place: number) => {
    if (depth === 8) return data[line * row + place]!
    if (depth === 16) return (data[line * row + place * 2]! << 8) | data[line * row + place * 2 + 1]!
    const bit = place * depth
    return (data[line * row + (bit >> 3)]! >> (8 - depth - (bit & 7))) & most
  }
  for (let line = 0, to = 0; line < height; line++) {
    for (let column = 0; column < width; column++, to++) {
      const first = column * samples
      const read = (place: number) => sample(line, first + place)
      if (colour === 3) {
        const index = read(0)
        colours.set(palette.subarray(index * 3, index * 3 + 3), to * 3)
        opacity[to] = clear?.[index] ?? 255
        continue
      }
      const isGrey = samples < 3
      for (let place = 0; place < 3; place++)
        colours[to * 3 + place] = Math.round((read(isGrey ? 0 : place) * 255) / most)
      if (samples === 2 || samples === 4) opacity[to] = Math.round((read(samples - 1) * 255) / most)
      else if (clear !== null) {
        const isClear = isGrey
          ? read(0) === clearSample(0)
          : [0, 1, 2].every((place) => read(place) === clearSample(place))
        if (isClear) opacity[to] = 0
      }
    }
  }
  return {
    width,
    height,
    colours: deflateSync(colours),
    opacity: opacity.every((one) => one === 255) ? null : deflateSync(opacity),
  }
}

/** Puts the picture into the update. */
export function addPicture(update: PdfUpdate, { width, height, colours, opacity }: Picture): Ref {
  const shape = (space: string, more: Record<string, Ref> = {}) =>
    dictOf({
      Type: new Name('XObject'),
      Subtype: new Name('Image'),
      Width: width,
      Height: height,
      ColorSpace: new Name(space),
      BitsPerComponent: 8,
      Filter: new Name('FlateDecode'),
      ...more,
    })
  if (opacity === null) return update.add(new Stream(shape('DeviceRGB'), colours))
  const mask = update.add(new Stream(shape('DeviceGray'), opacity))
  return update.add(new Stream(shape('DeviceRGB', { SMask: mask }), colours))
}

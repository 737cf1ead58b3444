import type { Canvas, Image, SKRSContext2D } from '@napi-rs/canvas'
import { Unreadable } from '../../shapes.ts'
import { MAX_DECODED_PIXELS, MAX_PIXELS } from '../limits.ts'
import type { Rule } from '../sheet/sheet.ts'

/** A drawn page: its canvas and the number of pixels per point (1/72 inch). */
export interface Picture {
  canvas: Canvas
  context: SKRSContext2D
  pixelsPerPoint: number
}

/** Assumed width in points of a photographed or scanned page: A4. */
const PAGE_WIDTH = 595

/** Narrower pictures are enlarged: below about 150 dpi the accents of Vietnamese letters merge. */
const LEAST_WIDTH = 1_700

/**
 * Decodes an image file, within limits, as a page on a white background.
 *
 * @throws Unreadable `too_large` for a picture that would not fit in memory, `damaged` for one that cannot be decoded.
 */
export async function pictureOf(bytes: Uint8Array): Promise<Picture> {
  const size = declaredSize(bytes)
  if (size && size.width * size.height > MAX_DECODED_PIXELS) {
    throw new Unreadable(
      'too_large',
      `Ảnh quá lớn (${size.width} × ${size.height} điểm ảnh). Hãy quét lại ở 300 dpi, hoặc thu nhỏ ảnh rồi nộp lại.`,
    )
  }
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  // The decoder accepts a truncated picture; half a page must not pass as a whole one.
  if (!isWhole(bytes)) throw damagedPicture()
  let image: Image
  try {
    image = await loadImage(Buffer.from(bytes))
  } catch {
    throw damagedPicture()
  }
  if (image.width < 1 || image.height < 1) {
    throw new Unreadable('no_text', 'Ảnh không có chữ đọc được. Hãy quét lại văn bản rõ nét, đúng chiều rồi nộp lại.')
  }
  const short = Math.min(image.width, image.height)
  const enlarge = Math.max(1, Math.min(3, LEAST_WIDTH / short))
  const reduce = Math.min(1, Math.sqrt(MAX_PIXELS / (image.width * image.height * enlarge * enlarge)))
  const scale = enlarge * reduce
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  )
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return { canvas, context, pixelsPerPoint: Math.min(canvas.width, canvas.height) / PAGE_WIDTH }
}

function damagedPicture(): Unreadable {
  return new Unreadable('damaged', 'Tệp ảnh bị hỏng hoặc tải về chưa trọn vẹn. Hãy tải lại hoặc quét lại rồi nộp lại.')
}

/** PNG and JPEG have an end marker; cameras and mail may put bytes after it. */
function isWhole(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return tail.lastIndexOf('IEND') > 0
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return tail.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0
  return true
}

/** The picture rotated about its centre, cropped to the old size unless the angle is a right angle. */
export async function turned(picture: Picture, radians: number): Promise<Picture> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const { width, height } = picture.canvas
  const upright = Math.abs(Math.sin(radians)) > 0.9
  const canvas = upright ? createCanvas(height, width) : createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate(radians)
  context.drawImage(picture.canvas, -width / 2, -height / 2)
  context.setTransform(1, 0, 0, 1, 0, 0)
  return { canvas, context, pixelsPerPoint: picture.pixelsPerPoint }
}

/** Paints over the ruled lines, because recognition reads them as letters. */
export function eraseRules(picture: Picture, rules: Rule[]): void {
  const { context, pixelsPerPoint: scale } = picture
  // Half a thick rule plus the grey that compression leaves next to it; the text of a cell is farther away.
  const edge = 1.3 * scale
  context.fillStyle = 'white'
  for (const { left, top, right, bottom } of rules) {
    context.fillRect(
      left * scale - edge,
      top * scale - edge,
      (right - left) * scale + 2 * edge,
      (bottom - top) * scale + 2 * edge,
    )
  }
}

/** The dark pixels of a picture, one byte per pixel. */
interface Ink {
  dark: Uint8Array
  width: number
  height: number
  /** Share of the picture that is dark. */
  share: number
}

/** Dark is measured relative to the paper: a page photographed in shade is grey all over. */
export function inkOf({ canvas, context }: Picture): Ink {
  const { width, height } = canvas
  const { data } = context.getImageData(0, 0, width, height)
  const light = new Uint8Array(width * height)
  const levels = new Float64Array(256)
  for (let at = 0; at < light.length; at++) {
    const pixel = at * 4
    light[at] = (data[pixel]! * 77 + data[pixel + 1]! * 151 + data[pixel + 2]! * 28) >> 8
    levels[light[at]!]!++
  }
  let paper = 128
  for (let level = 128; level < 256; level++) if (levels[level]! >= levels[paper]!) paper = level
  const limit = paper * 0.7
  let count = 0
  const dark = light.map((level) => {
    if (level >= limit) return 0
    count++
    return 1
  })
  return { dark, width, height, share: count / dark.length }
}

/** Ruled lines, in points: long, thin dark runs. */
export function rulesIn({ dark, width, height }: Ink, scale: number): Rule[] {
  const across = longRuns(dark, height, width, width, 1, scale)
  const down = longRuns(dark, width, height, 1, width, scale)
  return [
    ...across.map((run) => boxed(run.from, run.first, run.to, run.last, scale)),
    ...down.map((run) => boxed(run.first, run.from, run.last, run.to, scale)),
  ]
}

/** The most a page is skewed in a feeder or under a camera, in radians. */
const MOST_SKEW = 0.08

/**
 * The skew of a page, in radians, clockwise positive. On a straight page, lines of text make full and empty rows: the
 * skew is the angle at which rows differ most.
 */
export function skewOf({ dark, width, height }: Ink): number {
  // Every pixel of some columns: rows need full resolution, columns do not.
  const step = Math.max(1, Math.round(width / 500))
  const points: number[] = []
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x += step) if (dark[y * width + x]) points.push(x, y)
  const lift = Math.ceil(width * MOST_SKEW * 1.1)
  const rows = new Float64Array(height + 2 * lift)
  const contrast = (slant: number): number => {
    rows.fill(0)
    for (let at = 0; at < points.length; at += 2) rows[Math.round(points[at + 1]! - points[at]! * slant) + lift]!++
    let sum = 0
    for (let row = 1; row < rows.length; row++) sum += (rows[row]! - rows[row - 1]!) ** 2
    return sum
  }
  let best = { slant: 0, contrast: contrast(0) }
  const search = (from: number, to: number, by: number): void => {
    for (let slant = from; slant <= to; slant += by) {
      const found = contrast(slant)
      if (found > best.contrast) best = { slant, contrast: found }
    }
  }
  search(-MOST_SKEW, MOST_SKEW, 0.002)
  search(best.slant - 0.002, best.slant + 0.002, 0.0002)
  return Math.atan(best.slant)
}

interface Run {
  from: number
  to: number
  first: number
  last: number
}

/** The shortest line of a table, in points; strokes of letters are shorter. */
const SHORTEST_RULE = 24

/**
 * Dark runs along one direction, with those of neighbouring lines merged. `lines` lines of `length` pixels; pixel p of
 * line l is at l × `lineStep` + p × `step`.
 */
function longRuns(
  dark: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  scale: number,
): Run[] {
  const shortest = SHORTEST_RULE * scale
  const done: Run[] = []
  let open: Run[] = []
  for (let line = 0; line < lines; line++) {
    const still: Run[] = []
    let from = -1
    let gap = 0
    for (let at = 0; at <= length; at++) {
      if (at < length && dark[line * lineStep + at * step] === 1) {
        if (from < 0) from = at
        gap = 0
      } else if (from >= 0 && (at === length || ++gap > 2)) {
        const to = at - gap
        if (to - from >= shortest) {
          const mate = open.find((run) => from <= run.to + 8 && to >= run.from - 8)
          if (mate) {
            mate.from = Math.min(mate.from, from)
            mate.to = Math.max(mate.to, to)
            mate.last = line
          } else still.push({ from, to, first: line, last: line })
        }
        from = -1
        gap = 0
      }
    }
    const kept: Run[] = []
    for (const run of open) (line - run.last > 3 ? done : kept).push(run)
    open = [...kept, ...still]
  }
  const thickest = Math.max(6, 4 * scale)
  return [...done, ...open].filter((run) => run.last - run.first <= thickest + (run.to - run.from) * 0.01)
}

/** A rule as one straight line through the middle of its run. */
function boxed(left: number, top: number, right: number, bottom: number, scale: number): Rule {
  const across = right - left >= bottom - top
  const x = (left + right) / 2 / scale
  const y = (top + bottom) / 2 / scale
  return across
    ? { left: left / scale, right: right / scale, top: y, bottom: y }
    : { left: x, right: x, top: top / scale, bottom: bottom / scale }
}

/** Width and height from a file's header, before anything is decoded; null for an unknown header. */
function declaredSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (bytes.length > 10 && view.getUint32(0) === 0x47494638) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  }
  if (bytes.length > 26 && view.getUint16(0) === 0x424d) {
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
  }
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(view) : null
}

function jpegSize(view: DataView): { width: number; height: number } | null {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    // Start-of-frame markers C0–CF hold the size, except the three that define tables (C4, C8, CC).
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

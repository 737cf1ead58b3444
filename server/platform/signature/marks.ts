import type { Place, Sight } from './pdf-geometry.ts'
import { doMeet } from './pdf-geometry.ts'
import { dictOf, Name, PdfError, type Ref, Stream, type Value } from './pdf-objects.ts'
import type { PdfUpdate } from './pdf-update.ts'
import { addPicture, type Picture } from './picture.ts'
import { addFont, type Subset, shown, subsetOf, widthOf } from './true-type.ts'

/** Where office and name of the signer are, in points as seen; `findBlock` of `page-text.ts` finds it. */
export interface SignatureBlock {
  page: number
  /** Middle of office and name. */
  centre: number
  /** Lower edge of the office, upper and lower edge of the name. */
  office: number
  name: number
  under: number
}

export const COPY_FORMS = ['SAO Y', 'SAO LỤC', 'TRÍCH SAO'] as const
export type CopyForm = (typeof COPY_FORMS)[number]

/**
 * What a signature looks like (Phụ lục I of Nghị định 30/2020/NĐ-CP):
 * - person: the handwritten signature, blue, in the middle between office and name;
 * - agency: the seal, red, in real size, over a third of the person's signature on its left; agency and time as text;
 * - copy: at the top right of page 1, without a picture: form of the copy, agency, time;
 * - annex in a file of its own: at the same place: number and notation, time.
 */
export type Mark =
  | { kind: 'person'; picture: Picture; at: Place | SignatureBlock }
  | {
      kind: 'agency'
      picture: Picture /** Of the real seal. */
      widthMm: number
      agency: string
      at: Place | SignatureBlock
    }
  | { kind: 'copy'; form: CopyForm; agency: string; at?: Place }
  | { kind: 'annex'; number: string; at?: Place }

/** A mark, laid out: its rectangle, and what is in it, measured from its lower left corner. */
export interface Drawing {
  place: Place
  picture: (Pick<Place, 'x' | 'y' | 'width' | 'height'> & { picture: Picture }) | null
  lines: readonly { x: number; y: number; text: string }[]
  size: number
  subset: Subset | null
}

/** What the page already has: how it is seen, and the marks on it. */
export interface OnPage {
  sight: Sight
  marks: readonly Place[]
}

const points = (millimetres: number) => (millimetres * 72) / 25.4
/** Phụ lục I: letters of copies and annexes are upright, black, size 10. */
const SIZE = 10
/** Of the words under a seal: the decree gives none; they must not outweigh the document. */
const SEAL_SIZE = 8
const LEADING = 1.2
/** The margins that Phụ lục I leaves at least: 15 mm on the right; above, half of 20 mm. */
const RIGHT = points(15)
const ABOVE = points(5)
/** A signature by hand is about so wide at most. */
const SIGNATURE_WIDTH = points(45)

/** As the decree has it: ISO 8601 in Viet Nam's time zone. */
export const vietnamTime = (at: Date): string =>
  `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

const isBlock = (at: Place | SignatureBlock): at is SignatureBlock => 'centre' in at

/** The page that the mark is on, from 1. */
export const pageOf = (mark: Mark): number => mark.at?.page ?? 1

/** @throws {PdfError} place_outside if it does not fit on the page, letter_unknown */
export function layOut(mark: Mark, signedAt: Date, page: OnPage): Drawing {
  const drawing =
    mark.kind === 'person'
      ? person(mark)
      : mark.kind === 'agency'
        ? agency(mark, signedAt, page)
        : inCorner(mark, signedAt, page)
  const { x, y, width, height } = drawing.place
  const isInside = x >= 0 && y >= 0 && x + width <= page.sight.width && y + height <= page.sight.height
  if (!isInside || !(width > 0 && height > 0))
    throw new PdfError('pdf.place_outside', 'the mark does not lie on the page', { page: drawing.place.page })
  return drawing
}

function person({ picture, at }: Extract<Mark, { kind: 'person' }>): Drawing {
  if (isBlock(at)) {
    // Between office and name is a free space of four lines; where there is none, the signature lies over both.
    const room = Math.max(at.office - at.name - 6, 40)
    const scale = Math.min(SIGNATURE_WIDTH / picture.width, room / picture.height)
    const [width, height] = [picture.width * scale, picture.height * scale]
    const place = { page: at.page, x: at.centre - width / 2, y: (at.office + at.name) / 2 - height / 2, width, height }
    return { place, picture: { x: 0, y: 0, width, height, picture }, lines: [], size: 0, subset: null }
  }
  const scale = Math.min(at.width / picture.width, at.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const inside = { x: (at.width - width) / 2, y: (at.height - height) / 2, width, height, picture }
  return { place: at, picture: inside, lines: [], size: 0, subset: null }
}

function agency(mark: Extract<Mark, { kind: 'agency' }>, signedAt: Date, page: OnPage): Drawing {
  const { picture, at } = mark
  const width = points(mark.widthMm)
  const height = (width * picture.height) / picture.width
  const subset = subsetOf([mark.agency])
  const [seal, words] = isBlock(at) ? besideSignature(at, width, height, page) : inPlace(at, width, height)
  const texts = [...wrapped(subset, mark.agency, SEAL_SIZE, words.width), vietnamTime(signedAt)]
  const wide = Math.max(...texts.map((text) => widthOf(subset, text, SEAL_SIZE)))
  const deep = texts.length * SEAL_SIZE * LEADING
  const left = Math.min(seal.x, words.centre - wide / 2)
  const bottom = Math.min(seal.y, words.top - deep)
  const right = Math.max(seal.x + width, words.centre + wide / 2)
  const top = Math.max(seal.y + height, words.top)
  return {
    place: { page: at.page, x: left, y: bottom, width: right - left, height: top - bottom },
    picture: { x: seal.x - left, y: seal.y - bottom, width, height, picture },
    lines: texts.map((text, row) => ({
      text,
      x: words.centre - widthOf(subset, text, SEAL_SIZE) / 2 - left,
      y: words.top - bottom - (row + 1) * SEAL_SIZE * LEADING + SEAL_SIZE * 0.25,
    })),
    size: SEAL_SIZE,
    subset,
  }
}

interface Words {
  centre: number
  top: number
  width: number
}

/** Over the left third of the newest signature of the block; its words under the name, where nothing else is. */
function besideSignature(
  at: SignatureBlock,
  width: number,
  height: number,
  { marks }: OnPage,
): [{ x: number; y: number }, Words] {
  const signature = marks.findLast(
    ({ page, x, y, width, height }) =>
      page === at.page &&
      x < at.centre &&
      at.centre < x + width &&
      at.name - 20 < y + height / 2 &&
      y + height / 2 < at.office + 20,
  )
  const middle = signature ? signature.y + signature.height / 2 : (at.office + at.name) / 2
  const left = signature?.x ?? at.centre - SIGNATURE_WIDTH / 2
  const right = left + (signature?.width ?? SIGNATURE_WIDTH) / 3
  return [
    { x: right - width, y: middle - height / 2 },
    { centre: at.centre, top: at.under - 2, width: points(75) },
  ]
}

/** In a given rectangle: the seal at the top, its words under it. */
function inPlace(at: Place, width: number, height: number): [{ x: number; y: number }, Words] {
  const top = at.y + at.height
  const centre = at.x + at.width / 2
  return [
    { x: centre - width / 2, y: top - height },
    { centre, top: top - height - 2, width: Math.max(at.width, points(50)) },
  ]
}

function inCorner(mark: Extract<Mark, { kind: 'copy' | 'annex' }>, signedAt: Date, { sight, marks }: OnPage): Drawing {
  const words = mark.kind === 'copy' ? [mark.form, mark.agency] : [mark.number]
  const subset = subsetOf(words)
  const most = mark.at?.width ?? sight.width / 2
  const texts = [...words.flatMap((text) => wrapped(subset, text, SIZE, most)), vietnamTime(signedAt)]
  const width = Math.max(...texts.map((text) => widthOf(subset, text, SIZE)))
  const height = texts.length * SIZE * LEADING
  const place = mark.at ?? corner(width, height, sight, marks)
  return {
    place,
    picture: null,
    lines: texts.map((text, row) => ({
      text,
      x: 0,
      y: place.height - (row + 1) * SIZE * LEADING + SIZE * 0.25,
    })),
    size: SIZE,
    subset,
  }
}

/** At the top right; a copy of a copy is to the left of the earlier mark. */
function corner(width: number, height: number, sight: Sight, marks: readonly Place[]): Place {
  const place = { page: 1, x: sight.width - RIGHT - width, y: sight.height - ABOVE - height, width, height }
  for (let other = marks.find((one) => doMeet(one, place)); other; other = marks.find((one) => doMeet(one, place)))
    place.x = other.x - width - 12
  return place
}

/** Lines no wider than `most` points, broken between words. */
function wrapped(subset: Subset, text: string, size: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(subset, longer, size) <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const fixed = (value: number) => value.toFixed(2)

/** Puts the drawing into the update as the appearance of a widget; upright also on a turned page. */
export function addAppearance(update: PdfUpdate, { place, picture, lines, size, subset }: Drawing, turn: number): Ref {
  const content: string[] = []
  const resources: Record<string, Value> = {}
  if (picture !== null) {
    resources.XObject = dictOf({ Im0: addPicture(update, picture.picture) })
    const { x, y, width, height } = picture
    content.push(`q ${fixed(width)} 0 0 ${fixed(height)} ${fixed(x)} ${fixed(y)} cm /Im0 Do Q`)
  }
  if (subset !== null) {
    resources.Font = dictOf({ F0: addFont(update, subset) })
    content.push(`q 0 g BT /F0 ${size} Tf`)
    for (const { x, y, text } of lines) content.push(`1 0 0 1 ${fixed(x)} ${fixed(y)} Tm ${shown(subset, text)} Tj`)
    content.push('ET Q')
  }
  const matrix = { 90: [0, 1, -1, 0, 0, 0], 180: [-1, 0, 0, -1, 0, 0], 270: [0, -1, 1, 0, 0, 0] }[turn]
  const dict = dictOf({
    Type: new Name('XObject'),
    Subtype: new Name('Form'),
    BBox: [0, 0, place.width, place.height],
    Matrix: matrix,
    Resources: dictOf(resources),
  })
  return update.add(new Stream(dict, Buffer.from(content.join('\n'), 'latin1')))
}

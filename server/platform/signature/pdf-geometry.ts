import type { Page, PdfFile } from './pdf-file.ts'
import { damaged } from './pdf-objects.ts'

/** A rectangle on a page as a person sees it, in points from its lower left corner. Pages count from 1. */
export interface Place {
  page: number
  x: number
  y: number
  width: number
  height: number
}

export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** How the visible page lies in the space of its file: cropped, turned, in units of its own. */
export interface Sight {
  /** Size of the visible page in points. */
  width: number
  height: number
  /** Degrees, clockwise: 0, 90, 180 or 270. */
  turn: number
  /** From the space of the file to points as seen, and back. */
  seen(x: number, y: number): [number, number]
  inFile(x: number, y: number): [number, number]
}

const ordered = ([x0, y0, x1, y1]: number[]): Box => [
  Math.min(x0!, x1!),
  Math.min(y0!, y1!),
  Math.max(x0!, x1!),
  Math.max(y0!, y1!),
]

export function sightOf(file: PdfFile, page: Page): Sight {
  const media = ordered(file.numbers(page.inherited.get('MediaBox'), 4) ?? [0, 0, 612, 792])
  const crop = ordered(file.numbers(page.inherited.get('CropBox'), 4) ?? [...media])
  const left = Math.max(media[0], crop[0])
  const bottom = Math.max(media[1], crop[1])
  const wide = Math.min(media[2], crop[2]) - left
  const high = Math.min(media[3], crop[3]) - bottom
  if (!(wide > 0 && high > 0)) throw damaged(`page ${page.number} has no area`)
  const rotate = file.resolve(page.inherited.get('Rotate'))
  const turn = typeof rotate === 'number' && rotate % 90 === 0 ? ((rotate % 360) + 360) % 360 : 0
  const unit = file.resolve(page.dict.get('UserUnit'))
  const scale = typeof unit === 'number' && unit > 0 ? unit : 1
  const isSideways = turn === 90 || turn === 270
  return {
    width: (isSideways ? high : wide) * scale,
    height: (isSideways ? wide : high) * scale,
    turn,
    seen(x, y) {
      const [u, v] = [x - left, y - bottom]
      const [a, b] =
        turn === 90 ? [v, wide - u] : turn === 180 ? [wide - u, high - v] : turn === 270 ? [high - v, u] : [u, v]
      return [a * scale, b * scale]
    },
    inFile(x, y) {
      const [a, b] = [x / scale, y / scale]
      const [u, v] =
        turn === 90 ? [wide - b, a] : turn === 180 ? [wide - a, high - b] : turn === 270 ? [b, high - a] : [a, b]
      return [u + left, v + bottom]
    },
  }
}

/** A rectangle of the file as it is seen. */
export function placeSeen(sight: Sight, page: number, box: readonly number[]): Place {
  const [ax, ay] = sight.seen(box[0]!, box[1]!)
  const [bx, by] = sight.seen(box[2]!, box[3]!)
  return { page, x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) }
}

/** A seen rectangle in the space of the file. */
export function boxInFile(sight: Sight, { x, y, width, height }: Place): number[] {
  const [ax, ay] = sight.inFile(x, y)
  const [bx, by] = sight.inFile(x + width, y + height)
  return [...ordered([ax, ay, bx, by])]
}

export const doMeet = (a: Place, b: Place): boolean =>
  a.page === b.page && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

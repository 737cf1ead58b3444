import type { ReactNode } from 'react'

/** Where the pointer is over a drawing, in its pixels, and at which of its rows or columns. */
export interface Pointed {
  index: number
  x: number
  y: number
}

/** The figures of what the pointer is at, beside the pointer and never beyond the edge of the drawing (`width`). */
export function PointedBox({ at, width, children }: { at: Pointed; width: number; children: ReactNode }) {
  const isRight = at.x > width / 2
  const away = 16
  return (
    <div
      className="pointed-box"
      style={{ top: at.y + away, ...(isRight ? { right: width - at.x + away } : { left: at.x + away }) }}
    >
      {children}
    </div>
  )
}

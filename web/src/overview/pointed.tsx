import type { ReactNode } from 'react'

/** The pointer over a chart: its position in pixels, and the row or column under it. */
export interface Pointed {
  index: number
  x: number
  y: number
}

/** The figures under the pointer, shown next to it and never beyond the edge of the chart (`width`). */
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

import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * The two charts of the overview are a few rectangles and a line. They are written here rather than with a chart library:
 * loading and running one took a slow computer longer than everything else on the page.
 */

/** The width of an element in pixels, before its first paint and after each change. */
export function useWidth<Element extends HTMLElement>(): [RefObject<Element | null>, number] {
  const box = useRef<Element>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [box, width]
}

/** Even, round ticks from 0 to at least `most`, about five of them: 10527 → 0, 2000, …, 12000. */
export function marksUpTo(most: number): number[] {
  if (most <= 0) return [0, 1]
  const rough = most / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const part = rough / power
  const step = (part < 1.5 ? 1 : part < 2.5 ? 2 : part < 4 ? 3 : part < 7 ? 5 : 10) * power
  const count = Math.ceil(most / step - 1e-9)
  // Multiples, because repeated addition would give 0.30000000000000004.
  return Array.from({ length: count + 1 }, (_, mark) => Number((mark * step).toPrecision(12)))
}

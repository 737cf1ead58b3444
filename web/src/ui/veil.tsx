import type { ReactNode } from 'react'

/**
 * What it shows while `isStale`, such as the rows of the previous filter while those of the new one load, cannot be read as
 * current and cannot be acted on. It keeps the focus, so that a key pressed in it can be pressed again.
 */
export function Veil({ isStale, children }: { isStale: boolean; children: ReactNode }) {
  return (
    <div
      className={isStale ? 'veil' : undefined}
      aria-busy={isStale}
      onClickCapture={(event) => {
        if (!isStale) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {children}
    </div>
  )
}

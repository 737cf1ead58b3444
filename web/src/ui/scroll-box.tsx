import type { ReactNode } from 'react'

/** A box whose content may be wider (or, with `isTall`, longer) than its space: it scrolls on its own, also by keyboard. */
export function ScrollBox({
  label,
  isTall = false,
  children,
  className = '',
}: {
  label: string
  isTall?: boolean
  children: ReactNode
  className?: string
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
    <div role="group" tabIndex={0} aria-label={label} className={`${isTall ? 'scroll-box' : 'scroll-x'} ${className}`}>
      {children}
    </div>
  )
}

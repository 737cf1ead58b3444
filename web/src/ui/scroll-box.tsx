import type { ReactNode } from 'react'

/** A box whose content may be wider (or, when `isTall`, longer) than its place: it scrolls by itself, by keyboard too. */
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
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" tabIndex={0} aria-label={label} className={`${isTall ? 'scroll-box' : 'scroll-x'} ${className}`}>
      {children}
    </div>
  )
}

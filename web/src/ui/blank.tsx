import type { ReactNode } from 'react'

/** An empty list: says what will be here and offers the first step. */
export function Blank({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className="blank">
      <svg width="40" height="40" viewBox="0 0 40 40" aria-hidden="true" fill="none" stroke="#9aa4b1" strokeWidth="1.5">
        <path d="M10 4h14l7 7v25H10z" />
        <path d="M24 4v7h7M15 18h11M15 23h11M15 28h7" />
      </svg>
      <p className="blank-title">{title}</p>
      {hint ? <p className="soft">{hint}</p> : null}
      {children ? <div className="row blank-act">{children}</div> : null}
    </div>
  )
}

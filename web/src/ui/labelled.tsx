import type { ReactNode } from 'react'

/** A control with a visible label above it, linked by id. */
export function Labelled({
  id,
  label,
  children,
  hint,
}: {
  id: string
  label: string
  children: ReactNode
  hint?: string
}) {
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint ? <span className="soft labelled-hint">{hint}</span> : null}
    </div>
  )
}

/** A fact with its name, for a list of facts. */
export function Fact({ name, children, isBroad = false }: { name: string; children: ReactNode; isBroad?: boolean }) {
  return (
    <div className={isBroad ? 'fact broad' : 'fact'}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

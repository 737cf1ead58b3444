import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ItemFilter } from '../paths/programme.ts'

/** A figure of the programme: a link to exactly the entries it counts. */
export function ProgrammeFigure({ rows, children, label }: { rows: ItemFilter; children: ReactNode; label?: string }) {
  return (
    <Link to="/chuong-trinh-cong-tac" search={{ tab: 'list', ...rows }} className="figure tabular" aria-label={label}>
      {children}
    </Link>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { filterOfRows, type TaskFilter } from '../paths/tasks.ts'

/** A figure: a link to exactly the rows it counts, by filter or by the address from the API. */
export function Figure({
  rows,
  children,
  className = '',
  label,
}: {
  rows: TaskFilter | string
  children: ReactNode
  className?: string
  /** What is counted, if the number alone is unclear. */
  label?: string
}) {
  return (
    <Link
      to="/nhiem-vu"
      search={typeof rows === 'string' ? filterOfRows(rows) : rows}
      className={`figure tabular ${className}`}
      aria-label={label}
    >
      {children}
    </Link>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { filterOfRows, type TaskFilter } from '../paths/tasks.ts'

/** A number is a door: a link to exactly the rows it counts, by filter or by the address the API gave with it. */
export function Figure({
  rows,
  children,
  className = '',
  label,
}: {
  rows: TaskFilter | string
  children: ReactNode
  className?: string
  /** What is counted, where the number alone does not say it. */
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

import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { readQuery } from '../paths/parse.ts'

/** A link to an address from the server: "/theo-doi?group=toConfirm". Each page parses its own query. */
export function PathLink({
  to,
  className,
  lang,
  isRow = false,
  children,
}: {
  to: string
  className?: string
  lang?: string
  /** Of a row of a list: `j`, `k` and Enter reach it. */
  isRow?: boolean
  children: ReactNode
}) {
  return (
    <Link
      {...linkTo(to)}
      {...(className === undefined ? {} : { className })}
      {...(lang === undefined ? {} : { lang })}
      {...(isRow ? { 'data-row': true } : {})}
    >
      {children}
    </Link>
  )
}

/** The path and search of an address, for the router. An unknown page shows as not found. */
export function linkTo(address: string): Pick<LinkProps, 'to' | 'search'> {
  const { pathname, search } = new URL(address, window.location.origin)
  return { to: pathname as '/', search: readQuery(search) as never }
}

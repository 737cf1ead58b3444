import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { readQuery } from '../paths/parse.ts'

/** A link to an address that the server gave: "/theo-doi?group=toConfirm". Each page reads its own query again. */
export function PathLink({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  return (
    <Link {...linkTo(to)} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  )
}

/** The two parts by which the router knows a page. What is no page of the console shows as not found. */
export function linkTo(address: string): Pick<LinkProps, 'to' | 'search'> {
  const { pathname, search } = new URL(address, window.location.origin)
  return { to: pathname as '/', search: readQuery(search) as never }
}

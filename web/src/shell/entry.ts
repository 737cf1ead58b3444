import type { Me, Right } from './session.ts'

/**
 * The entries of the menu. A feature declares its own as data (`<feature>/entries.ts`); `web/src/entries.ts` joins them. This file
 * puts them into groups, and depends on no feature and no browser.
 */

/** Groups by job, in order. A group is added here with the first feature that has an entry in it. */
export const GROUPS = ['steering', 'reporting', 'programme', 'directory', 'administration'] as const
export type Group = (typeof GROUPS)[number]

/** What the menu needs to know of the user. */
export type Reader = Pick<Me, 'rights' | 'seesAll'>
/** What the addresses of the menu need to know: whose agencies the user follows up, and what they work for. */
export type Follower = Pick<Me, 'followerId' | 'rights' | 'seesAll' | 'isUnit' | 'agencyId'>

export interface Entry<Words extends string = string, Icon extends string = string, Job extends string = Group> {
  /** First path segment of all its pages. */
  to: string
  /** i18n key of its name. */
  words: Words
  icon: Icon
  group: Job
  /** Place in its group; the first four of all entries are on the phone's bar. */
  rank: number
  /** The first API route of its page: a user who sees the entry gets 200 from it (docs/rights.md). */
  reads: `GET /api/${string}`
  /** Its page can show only the agencies the user follows, and does so for those who follow any. */
  isOfFollowed?: true
  /** Its page tells what the user's agency leads from what it coordinates, and opens with what it leads. */
  isOfPart?: true
  /** Its pages, where the first segment does not name them alone. */
  pages?: RegExp
  /** Who sees it; everyone by default. */
  when?: (reader: Reader) => boolean
}

export const has = ({ rights }: Reader, right: Right): boolean => rights.includes(right)

/** Most entries visible before a group is opened. Users do not read longer menus. */
export const MOST_OPEN = 7
/** Entries on the phone's bar, next to the button of the sheet. */
export const ON_BAR = 4

export interface Grouped<E> {
  group: string
  entries: E[]
  /** Open unless the user closed it. */
  isOpen: boolean
  /** A single entry, shown without the name of its group. */
  isAlone: boolean
}

/**
 * The non-empty groups of a user with their entries. From the top, groups are open while no more than
 * `MOST_OPEN` entries are visible; the others are closed.
 */
export function groupsFor<E extends Entry<string, string, string>>(
  entries: readonly E[],
  reader: Reader,
  order: readonly string[] = GROUPS,
): Grouped<E>[] {
  const visible = entries.filter(({ when }) => when === undefined || when(reader)).sort((a, b) => a.rank - b.rank)
  let open = 0
  return order.flatMap((group) => {
    const inIt = visible.filter((entry) => entry.group === group)
    if (inIt.length === 0) return []
    const isOpen = open + inIt.length <= MOST_OPEN
    if (isOpen) open += inIt.length
    return [{ group, entries: inIt, isOpen, isAlone: isOpen && inIt.length === 1 }]
  })
}

/**
 * The filter an entry opens its page with. It is in the address, so that what is sent to a colleague shows them the same, and a
 * link without it shows all.
 */
export const searchFor = (
  { isOfFollowed, isOfPart }: Pick<Entry, 'isOfFollowed' | 'isOfPart'>,
  me: Follower,
): { followerId?: number; agencyId?: number } => ({
  ...(isOfFollowed && me.followerId !== null ? { followerId: me.followerId } : {}),
  ...(isOfPart && hasPart(me) ? { agencyId: me.agencyId } : {}),
})

/** Whether their own agency has a part in tasks as an agency: it leads some and coordinates others. */
export const hasPart = ({ rights, seesAll, isUnit }: Pick<Me, 'rights' | 'seesAll' | 'isUnit'>): boolean =>
  !seesAll && !isUnit && rights.includes('task.carryOut')

/** Whether the page at this address belongs to the entry. */
export const isAt = ({ to, pages }: Pick<Entry, 'to' | 'pages'>, pathname: string): boolean =>
  pages ? pages.test(pathname) : pathname === to || pathname.startsWith(`${to}/`)

/** The router marks every link whose address begins the present one; which entry a page belongs to is said by `isAt` alone. */
export const EXACTLY = { exact: true } as const

/** The first page after sign-in: the desk for users who carry out tasks, the overview for everyone else. */
export const landingOf = (reader: Reader): '/viec-cua-toi' | '/tong-quan' =>
  !reader.seesAll && has(reader, 'task.carryOut') ? '/viec-cua-toi' : '/tong-quan'

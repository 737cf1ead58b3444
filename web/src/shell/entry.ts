import type { Me, Right } from './session.ts'

/**
 * The entries of the menu. A feature gives its own as data (`<feature>/entries.ts`); `web/src/entries.ts` joins them. This file
 * is the rule by which they stand in groups, and knows no feature and no browser.
 */

/** Jobs, in the order in which they stand. A group is named here with the first feature that has an entry in it. */
export const GROUPS = ['steering', 'reporting', 'directory', 'administration'] as const
export type Group = (typeof GROUPS)[number]

/** Who is signed in, as far as the menu asks. */
export type Reader = Pick<Me, 'rights' | 'seesAll'>

export interface Entry<Words extends string = string, Icon extends string = string, Job extends string = Group> {
  /** First part of the address of all its pages. */
  to: string
  /** Key of its name. */
  words: Words
  icon: Icon
  group: Job
  /** Place in its group; the four first of all are on the bar of a telephone. */
  rank: number
  /** The route its page asks first: whoever sees the entry is answered with 200 (docs/rights.md). */
  reads: `GET /api/${string}`
  /** For whom; everybody where left out. */
  when?: (reader: Reader) => boolean
}

export const has = ({ rights }: Reader, right: Right): boolean => rights.includes(right)

/** Entries that stand open before anybody opens a group. More are not read but searched. */
export const MOST_OPEN = 7
/** Entries on the bar of a telephone, beside the button of the sheet. */
export const ON_BAR = 4

export interface Grouped<E> {
  group: string
  entries: E[]
  /** Open unless the reader closed it. */
  isOpen: boolean
  /** One entry, which stands by itself without the name of its group. */
  isAlone: boolean
}

/**
 * The groups of a reader with their entries, none of them empty. From the top each group stands open while no more than
 * `MOST_OPEN` entries do; the others wait under their names.
 */
export function groupsFor<E extends Entry<string, string, string>>(
  entries: readonly E[],
  reader: Reader,
  order: readonly string[] = GROUPS,
): Grouped<E>[] {
  const theirs = entries.filter(({ when }) => when === undefined || when(reader)).sort((a, b) => a.rank - b.rank)
  let open = 0
  return order.flatMap((group) => {
    const inIt = theirs.filter((entry) => entry.group === group)
    if (inIt.length === 0) return []
    const isOpen = open + inIt.length <= MOST_OPEN
    if (isOpen) open += inIt.length
    return [{ group, entries: inIt, isOpen, isAlone: isOpen && inIt.length === 1 }]
  })
}

/** Whether the page at this address belongs to the entry. */
export const isAt = ({ to }: { to: string }, pathname: string): boolean =>
  pathname === to || pathname.startsWith(`${to}/`)

/** The first page after signing in: their desk for those who carry tasks out, the overview for everybody else. */
export const landingOf = (reader: Reader): '/viec-cua-toi' | '/tong-quan' =>
  !reader.seesAll && has(reader, 'task.carryOut') ? '/viec-cua-toi' : '/tong-quan'

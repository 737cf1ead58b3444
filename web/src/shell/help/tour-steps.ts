import { type Entry, groupsFor, has, type Reader } from '../entry.ts'

/** At most this many entries of the menu, then search and help: no one reads a longer tour. */
const MOST_ENTRIES = 4

/**
 * What the tour can show of the menu, by what a person may do, not by the name of a role: roles are data. In order of
 * importance for those who see it; an entry is shown once, for the first reason that applies.
 */
const ENTRY_STEPS = [
  { id: 'desk', to: '/viec-cua-toi' },
  { id: 'overview', to: '/tong-quan' },
  { id: 'queue', to: '/theo-doi', when: (reader) => has(reader, 'task.steer') },
  { id: 'sign', to: '/don-doc', when: (reader) => has(reader, 'urge.sign') },
  { id: 'issue', to: '/bao-cao', when: (reader) => has(reader, 'report.sign') },
  { id: 'people', to: '/nguoi-dung', when: (reader) => has(reader, 'people.keep') || has(reader, 'people.keepOwn') },
  { id: 'roles', to: '/vai-tro', when: (reader) => has(reader, 'system.keep') },
  { id: 'audit', to: '/nhat-ky', when: (reader) => has(reader, 'audit.read') },
  { id: 'import', to: '/van-ban', when: (reader) => has(reader, 'directive.review') },
  { id: 'urge', to: '/don-doc', when: (reader) => has(reader, 'urge.prepare') },
  { id: 'letters', to: '/don-doc', when: (reader) => has(reader, 'task.carryOut') && !reader.seesAll },
  { id: 'tasks', to: '/nhiem-vu' },
  { id: 'reports', to: '/bao-cao' },
] as const satisfies readonly { id: string; to: string; when?: (reader: Reader) => boolean }[]

export type StepId = (typeof ENTRY_STEPS)[number]['id'] | 'search' | 'help'

export interface Step {
  id: StepId
  /** The entry of the menu it shows, and the group that holds it; the others show a part of the frame. */
  entry?: { to: string; group: string }
}

/** The steps for a reader: entries of their own menu, then search and help. */
export function tourOf<E extends Entry<string, string, string>>(entries: readonly E[], reader: Reader): Step[] {
  const menu = groupsFor(entries, reader).flatMap((group) => group.entries)
  const steps: Step[] = []
  for (const step of ENTRY_STEPS) {
    if (steps.length === MOST_ENTRIES) break
    const entry = menu.find(({ to }) => to === step.to)
    if (!entry || steps.some((one) => one.entry?.to === step.to)) continue
    if ('when' in step && !step.when(reader)) continue
    steps.push({ id: step.id, entry: { to: entry.to, group: entry.group } })
  }
  return [...steps, { id: 'search' }, { id: 'help' }]
}

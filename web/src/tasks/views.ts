import { queryString, readQuery } from '../paths/parse.ts'
import { type TaskSearch, taskSearchOf } from '../paths/tasks.ts'
import { addDays } from '../ui/format.ts'

/** A filter, order and choice of columns under a name; saved on this computer, one list per person. */
export interface View {
  name: string
  query: string
}
const key = (userId: string) => `dieuhanh.views.${userId}`

export function savedViews(userId: string): View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(userId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isView) : []
  } catch {
    return []
  }
}

/** Saves the view, replacing one with the same name. */
export function saveView(userId: string, name: string, search: TaskSearch): View[] {
  const view = { name, query: queryString(search) }
  const views = [...savedViews(userId).filter((kept) => kept.name !== name), view]
  localStorage.setItem(key(userId), JSON.stringify(views))
  return views
}

export function removeView(userId: string, name: string): View[] {
  const views = savedViews(userId).filter((kept) => kept.name !== name)
  localStorage.setItem(key(userId), JSON.stringify(views))
  return views
}

export const searchOfView = (view: View): TaskSearch => taskSearchOf(readQuery(view.query))

/** Built-in views: the everyday questions. */
export const READY_VIEWS = ['all', 'overdue', 'dueIn7', 'awaiting', 'mine', 'milestones'] as const
export function readyView(name: (typeof READY_VIEWS)[number], today: string, agencyId: number): TaskSearch {
  switch (name) {
    case 'all':
      return {}
    case 'overdue':
      return { standing: 'openOverdue' }
    case 'dueIn7':
      return { standing: 'openInTerm', dueFrom: today, dueTo: addDays(today, 7), sort: 'dueOn' }
    case 'awaiting':
      return { standing: 'awaitingConfirmation' }
    case 'mine':
      return { agencyId, standing: 'open' }
    case 'milestones':
      return { standing: 'milestoneOverdue' }
  }
}

function isView(value: unknown): value is View {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'query' in value &&
    typeof value.query === 'string'
  )
}

import type { Finder } from '../platform/search.ts'
import { listTasks } from './lists.ts'

/** Tasks by title, words, code and number of the document, with the search of the task list. */
export const taskFinder: Finder = {
  kind: 'task',
  vi: 'Nhiệm vụ',
  en: 'Tasks',
  all: (words) => `/nhiem-vu?search=${encodeURIComponent(words)}`,
  async find({ db, actor, words, limit, today }) {
    const { rows } = await listTasks(db, actor, { search: words, limit }, today)
    return rows.map(({ id, code, title, leadAgencyName }) => ({
      title,
      detail: `${code} · ${leadAgencyName}`,
      to: `/nhiem-vu/${id}`,
    }))
  },
}

import type { Finder } from '../platform/search.ts'
import { listItems } from './lists.ts'

/** Entries by code, name, source and deputy in charge, with the search of their list. */
export const itemFinder: Finder = {
  kind: 'programmeItem',
  vi: 'Đề án trong chương trình công tác',
  en: 'Entries of the work programme',
  all: (words) => `/chuong-trinh-cong-tac?tab=list&search=${encodeURIComponent(words)}`,
  async find({ db, actor, words, limit, today }) {
    const { rows } = await listItems(db, actor, { search: words, limit }, today)
    return rows.map(({ id, code, name, leadAgencyName }) => ({
      title: name,
      detail: `${code} · ${leadAgencyName}`,
      to: `/chuong-trinh-cong-tac/${id}`,
    }))
  },
}

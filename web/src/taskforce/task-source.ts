import { answer } from '@dieuhanh/client'
import { api } from '../shell/api.ts'
import type { SourceKind } from '../tasks/index.ts'

/** Recommendations as what tasks come from. */
export const recommendationsAsSource: SourceKind = {
  kind: 'recommendation',
  choose: async (words, signal) => {
    const query = { limit: 20, ...(words ? { search: words } : {}) }
    const { rows } = await answer(api.GET('/api/taskforce/recommendations', { params: { query }, signal }))
    return rows
      .filter(({ task }) => task !== null)
      .map(({ id, words: label }) => ({ value: `recommendation:${id}`, label }))
  },
}

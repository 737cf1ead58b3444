import { answer } from '@dieuhanh/client'
import { ORDER } from '../paths/directives.ts'
import { api } from '../shell/api.ts'
import type { SourceKind } from '../tasks/index.ts'
import { showDay } from '../ui/format.ts'

/** Orders given outside the system as what tasks come from. */
export const ordersAsSource: SourceKind = {
  kind: ORDER,
  choose: async (words, signal) => {
    const query = { limit: 20, ...(words ? { search: words } : {}) }
    const { rows } = await answer(api.GET('/api/outside-orders', { params: { query }, signal }))
    return rows.map(({ id, givenBy, givenOn, about }) => ({
      value: `${ORDER}:${id}`,
      label: `${givenBy}, ${showDay(givenOn)}: ${about}`,
    }))
  },
}

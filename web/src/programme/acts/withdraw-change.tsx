import { answer, ifMatch } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnItem } from '../act.tsx'

/** The request is taken back before it is decided. */
export const withdrawChange = actOnItem<object>({
  send: (_, item) =>
    answer(
      api.POST('/api/programme/items/{id}/changes/{changeId}/withdraw', {
        params: { path: { id: item.id, changeId: item.changes.find(({ state }) => state === 'asked')?.id ?? 0 } },
        headers: ifMatch(item.version),
      }),
    ),
})

import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { defineAct, onAgency } from '../act.tsx'
import { Line } from '../act-fields.tsx'
import type { AgencyDetail } from '../queries.ts'

/** Removes a succession that was recorded by mistake. */
export const withdrawSuccession = defineAct<{ reason: string }, { agency: AgencyDetail; successionId: number }>({
  on: ({ agency, item }) => (agency && item ? { agency, successionId: Number(item) } : undefined),
  Fields: () => <Line name="reason" max={1000} />,
  send: ({ reason }, { agency, successionId }) =>
    answer(
      api.POST('/api/agencies/{id}/successions/{successionId}/withdraw', {
        ...onAgency(agency),
        params: { path: { id: agency.id, successionId } },
        body: { reason: reason.trim() },
      }),
    ),
})

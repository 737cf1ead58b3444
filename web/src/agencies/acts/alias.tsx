import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnAgency, onAgency } from '../act.tsx'
import { Line, Source } from '../act-fields.tsx'

/** Adds a spelling by which documents name the agency. */
export const alias = actOnAgency<{ alias: string; source: string }>({
  Fields: () => (
    <>
      <Line name="alias" />
      <Source />
    </>
  ),
  send: ({ alias: spelling, source }, agency) =>
    answer(
      api.POST('/api/agencies/{id}/aliases', {
        ...onAgency(agency),
        body: { alias: spelling, source: source.trim() },
      }),
    ),
})

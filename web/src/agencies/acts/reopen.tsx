import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnAgency, onAgency } from '../act.tsx'
import { Source } from '../act-fields.tsx'

/** Removes the end of an agency: its last period continues. */
export const reopen = actOnAgency<{ source: string }>({
  Fields: () => <Source />,
  send: ({ source }, agency) =>
    answer(api.POST('/api/agencies/{id}/end', { ...onAgency(agency), body: { on: null, source: source.trim() } })),
})

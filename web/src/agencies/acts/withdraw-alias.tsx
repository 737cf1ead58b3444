import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { defineAct, onAgency } from '../act.tsx'
import { Source } from '../act-fields.tsx'
import type { AgencyDetail } from '../queries.ts'

/** Removes a spelling of the agency. */
export const withdrawAlias = defineAct<{ source: string }, { agency: AgencyDetail; alias: string }>({
  on: ({ agency, item }) => (agency && item ? { agency, alias: item } : undefined),
  Fields: ({ on }) => (
    <>
      <p className="strong">{on.alias}</p>
      <Source />
    </>
  ),
  send: ({ source }, { agency, alias }) =>
    answer(
      api.POST('/api/agencies/{id}/aliases/withdraw', { ...onAgency(agency), body: { alias, source: source.trim() } }),
    ),
})

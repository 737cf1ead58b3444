import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { defineAct, onAgency } from '../act.tsx'
import { Day, Source } from '../act-fields.tsx'
import type { AgencyDetail } from '../queries.ts'

interface OnCode {
  agency: AgencyDetail
  held: AgencyDetail['codes'][number]
}

/** Ends a code of the agency on a day. */
export const endCode = defineAct<{ on: string; source: string }, OnCode>({
  on: ({ agency, item }) => {
    const held = agency?.codes.find(({ scheme, code }) => `${scheme}:${code}` === item)
    return agency && held && { agency, held }
  },
  initial: (_, today) => ({ on: today }),
  Fields: ({ on: { held } }) => (
    <>
      <p className="strong">{held.code}</p>
      <Day name="on" />
      <Source />
    </>
  ),
  send: ({ on, source }, { agency, held: { scheme, code } }) =>
    answer(
      api.POST('/api/agencies/{id}/codes/end', {
        ...onAgency(agency),
        body: { scheme, code, on, source: source.trim() },
      }),
    ),
})

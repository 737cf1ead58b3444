import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnAgency } from '../act.tsx'
import { type AgencyNames, Day, Names, namesOf, Source } from '../act-fields.tsx'

interface NewUnit extends AgencyNames {
  from: string
  source: string
}

/** Adds a unit of the agency. */
export const unit = actOnAgency<NewUnit>({
  initial: (_, today) => ({ from: today }),
  Fields: () => (
    <>
      <Names />
      <Day name="from" />
      <Source />
    </>
  ),
  send: ({ from, source, ...names }, agency, key) =>
    answer(
      api.POST('/api/agencies', {
        headers: key,
        body: {
          ...namesOf(names),
          kind: 'unit',
          parentId: agency.id,
          from,
          source: source.trim(),
        },
      }),
    ),
})

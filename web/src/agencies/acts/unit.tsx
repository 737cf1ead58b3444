import { answer } from '@dieuhanh/client'
import { textOrNull } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { actOnAgency } from '../act.tsx'
import { Day, Names, Source } from '../act-fields.tsx'

interface NewUnit {
  name: string
  abbreviation?: string
  nameEn?: string
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
  send: ({ name, abbreviation, nameEn, from, source }, agency, key) =>
    answer(
      api.POST('/api/agencies', {
        headers: key,
        body: {
          name,
          nameEn: textOrNull(nameEn),
          abbreviation: textOrNull(abbreviation),
          kind: 'unit',
          parentId: agency.id,
          from,
          source: source.trim(),
        },
      }),
    ),
})

import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { actOnAgency, onAgency } from '../act.tsx'
import { type AgencyNames, namesOf, Period } from '../act-fields.tsx'
import type { AgencyDetail } from '../queries.ts'

interface Change extends AgencyNames {
  kind: AgencyDetail['kind']
  parentId?: number
  from: string
  source: string
}

/** Changes name, kind or parent from a day. The form begins with the last period. */
export const change = actOnAgency<Change>({
  initial: ({ periods }, today) => {
    const last = periods.at(-1)
    return {
      from: today,
      ...(last && {
        name: last.name,
        kind: last.kind,
        ...(last.nameEn ? { nameEn: last.nameEn } : {}),
        ...(last.abbreviation ? { abbreviation: last.abbreviation } : {}),
        ...(last.parentId === null ? {} : { parentId: last.parentId }),
      }),
    }
  },
  Fields: Period,
  send: ({ kind, parentId, from, source, ...names }, agency) =>
    answer(
      api.POST('/api/agencies/{id}/changes', {
        ...onAgency(agency),
        body: {
          from,
          ...namesOf(names),
          kind,
          parentId: parentId ?? null,
          source: source.trim(),
        },
      }),
    ),
})

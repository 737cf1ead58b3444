import { answer } from '@dieuhanh/client'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../shell/api.ts'
import { defineAct } from '../act.tsx'
import { type AgencyNames, namesOf, Period } from '../act-fields.tsx'
import type { AgencyDetail } from '../queries.ts'

interface Founding extends AgencyNames {
  kind: AgencyDetail['kind']
  parentId?: number
  from: string
  source: string
}

/** Adds an agency, then opens its page. */
export const found = defineAct<Founding, null, { id: number }>({
  on: ({ agency }) => (agency === undefined ? null : undefined),
  initial: (_, today) => ({ from: today, kind: 'other' }),
  Fields: Period,
  send: ({ kind, parentId, from, source, ...names }, _, key) =>
    answer(
      api.POST('/api/agencies', {
        headers: key,
        body: {
          ...namesOf(names),
          kind,
          parentId: parentId ?? null,
          from,
          source: source.trim(),
        },
      }),
    ),
  useOnDone: () => {
    const navigate = useNavigate()
    return ({ id }) => navigate({ to: '/co-quan/$id', params: { id: String(id) } })
  },
})

import { answer } from '@dieuhanh/client'
import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { textOrNull } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { defineAct } from '../act.tsx'
import { Agency, Day, Kind, Names, Source } from '../act-fields.tsx'
import type { AgencyDetail } from '../queries.ts'

interface Founding {
  name: string
  abbreviation?: string
  nameEn?: string
  kind: AgencyDetail['kind']
  parentId?: number
  from: string
  source: string
}

/** Adds an agency, then opens its page. */
export const found = defineAct<Founding, null, { id: number }>({
  on: ({ agency }) => (agency === undefined ? null : undefined),
  initial: (_, today) => ({ from: today, kind: 'other' }),
  Fields: function Fields() {
    const from: string | undefined = Form.useWatch('from')
    return (
      <>
        <Names />
        <Kind />
        <Agency name="parentId" on={from} isOptional />
        <Day name="from" />
        <Source />
      </>
    )
  },
  send: ({ name, abbreviation, nameEn, kind, parentId, from, source }, _, key) =>
    answer(
      api.POST('/api/agencies', {
        headers: key,
        body: {
          name,
          nameEn: textOrNull(nameEn),
          abbreviation: textOrNull(abbreviation),
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

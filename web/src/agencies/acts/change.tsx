import { answer } from '@dieuhanh/client'
import { Form } from 'antd'
import { textOrNull } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { actOnAgency, onAgency } from '../act.tsx'
import { Agency, Day, Kind, Names, Source } from '../act-fields.tsx'
import type { AgencyDetail } from '../queries.ts'

interface Change {
  name: string
  abbreviation?: string
  nameEn?: string
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
  send: ({ name, abbreviation, nameEn, kind, parentId, from, source }, agency) =>
    answer(
      api.POST('/api/agencies/{id}/changes', {
        ...onAgency(agency),
        body: {
          from,
          name,
          nameEn: textOrNull(nameEn),
          abbreviation: textOrNull(abbreviation),
          kind,
          parentId: parentId ?? null,
          source: source.trim(),
        },
      }),
    ),
})

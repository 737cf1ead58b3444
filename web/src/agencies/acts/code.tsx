import { answer } from '@dieuhanh/client'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { actOnAgency, onAgency } from '../act.tsx'
import { Day, Line, Source } from '../act-fields.tsx'

const SCHEMES = ['qd20', 'qcvn102', 'nso'] as const

interface NewCode {
  scheme: (typeof SCHEMES)[number]
  code: string
  from: string
  source: string
}

/** Gives the agency a code from a day. */
export const code = actOnAgency<NewCode>({
  initial: (_, today) => ({ from: today, scheme: 'qd20' }),
  Fields: function Fields() {
    const { t } = useTranslation()
    return (
      <>
        <Field name="scheme" label={t('agencies.fields.scheme')}>
          <Select options={SCHEMES.map((scheme) => ({ value: scheme, label: t(`agencies.schemes.${scheme}`) }))} />
        </Field>
        <Line name="code" />
        <Day name="from" />
        <Source />
      </>
    )
  },
  send: ({ code: typed, source, ...body }, agency) =>
    answer(
      api.POST('/api/agencies/{id}/codes', {
        ...onAgency(agency),
        body: { ...body, code: typed.trim(), source: source.trim() },
      }),
    ),
})

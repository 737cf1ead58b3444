import { answer } from '@dieuhanh/client'
import { Checkbox, Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { actOnAgency, onAgency } from '../act.tsx'
import { Agency, Day, Source } from '../act-fields.tsx'

interface End {
  on: string
  /** Whether the successor is recorded now. */
  heir: 'later' | 'one' | 'none'
  heirId?: number
  withUnits?: boolean
  source: string
}

/** Ends an agency on a day, with its successor if it is known. */
export const end = actOnAgency<End>({
  initial: (_, today) => ({ on: today, heir: 'later' }),
  Fields: function Fields() {
    const { t } = useTranslation()
    return (
      <>
        <Day name="on" />
        <Heir />
        <Form.Item<End> name="withUnits" valuePropName="checked">
          <Checkbox>{t('agencies.fields.withUnits')}</Checkbox>
        </Form.Item>
        <Source />
      </>
    )
  },
  send: ({ on, heir, heirId, withUnits, source }, agency) =>
    answer(
      api.POST('/api/agencies/{id}/end', {
        ...onAgency(agency),
        body: {
          on,
          source: source.trim(),
          ...(withUnits ? { withUnits } : {}),
          ...(heir === 'none' ? { heirId: null } : {}),
          ...(heir === 'one' && heirId !== undefined ? { heirId } : {}),
        },
      }),
    ),
})

function Heir() {
  const { t } = useTranslation()
  const heir: End['heir'] | undefined = Form.useWatch('heir')
  const on: string | undefined = Form.useWatch('on')
  return (
    <>
      <Field name="heir" label={t('agencies.fields.heir')}>
        <Radio.Group
          className="radio-column"
          options={[
            { value: 'later', label: t('agencies.fields.heirLater') },
            { value: 'one', label: t('agencies.fields.heirOne') },
            { value: 'none', label: t('agencies.fields.heirNone') },
          ]}
        />
      </Field>
      {heir === 'one' ? <Agency name="heirId" on={on} /> : null}
    </>
  )
}

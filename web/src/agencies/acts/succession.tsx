import { answer } from '@dieuhanh/client'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../../form/fields.tsx'
import { textOrNull } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { actOnAgency, onAgency } from '../act.tsx'
import { Agency, Day, Line, Source } from '../act-fields.tsx'

const PASSAGES = ['main', 'partial', 'abolished'] as const

interface Succession {
  passage: (typeof PASSAGES)[number]
  effectiveOn: string
  /** Of an abolished agency there is no successor, and nothing passes. */
  newId?: number
  subject?: string
  source: string
}

/** Records the successor of the agency, or that there is none. */
export const succession = actOnAgency<Succession>({
  initial: (_, today) => ({ effectiveOn: today, passage: 'main' }),
  Fields: function Fields() {
    const { t } = useTranslation()
    const passage: Succession['passage'] | undefined = Form.useWatch('passage')
    const on: string | undefined = Form.useWatch('effectiveOn')
    return (
      <>
        <Field name="passage" label={t('agencies.fields.passage')}>
          <Radio.Group
            className="radio-column"
            options={PASSAGES.map((kind) => ({ value: kind, label: t(`agencies.passageOf.${kind}`) }))}
          />
        </Field>
        <Day name="effectiveOn" />
        {passage === 'abolished' ? null : (
          <>
            <Agency name="newId" on={on} />
            <Line name="subject" isOptional={passage !== 'partial'} max={1000} />
          </>
        )}
        <Source />
      </>
    )
  },
  send: ({ passage, newId, subject, effectiveOn, source }, agency) =>
    answer(
      api.POST('/api/agencies/{id}/successions', {
        ...onAgency(agency),
        body: {
          kind: passage,
          newId: newId ?? null,
          subject: textOrNull(subject),
          effectiveOn,
          source: source.trim(),
        },
      }),
    ),
})

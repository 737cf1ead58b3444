import { answer } from '@dieuhanh/client'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { actOnYear, onYear, Source } from '../act.tsx'
import { OCCASIONS, useChoiceWords } from '../choices.tsx'
import type { CalendarYear, Occasion } from '../queries.ts'

/** A select has no value for "nothing". */
const NOT_ANNOUNCED = -1

interface Choice {
  holiday: Occasion
  daysBefore: number
  source: string
}

/** Records which of the options of the law was announced. */
export const choose = actOnYear<Choice>({
  initial: (year) => ({ holiday: 'tet', daysBefore: announced(year, 'tet') }),
  Fields: function Fields({ on: year }) {
    const { t } = useTranslation()
    const wordsOf = useChoiceWords()
    const form = Form.useFormInstance<Choice>()
    const holiday = Form.useWatch('holiday', form)
    return (
      <>
        <Field name="holiday" label={t('workingDays.fields.holiday')}>
          <Select
            options={OCCASIONS.map((occasion) => ({ value: occasion, label: t(`workingDays.${occasion}`) }))}
            onChange={(occasion: Occasion) => form.setFieldValue('daysBefore', announced(year, occasion))}
          />
        </Field>
        <Field name="daysBefore" label={t('workingDays.fields.daysBefore')}>
          <Select
            options={[
              { value: NOT_ANNOUNCED, label: t('workingDays.fields.usual') },
              ...(holiday === undefined ? [] : waysOf(holiday)).map((daysBefore) => ({
                value: daysBefore,
                label: wordsOf(holiday, daysBefore),
              })),
            ]}
          />
        </Field>
        <Source />
      </>
    )
  },
  send: ({ holiday, daysBefore, source }, year) =>
    answer(
      api.PUT('/api/working-calendar/{year}/choices', {
        ...onYear(year),
        body: { holiday, daysBefore: daysBefore === NOT_ANNOUNCED ? null : daysBefore, source: source.trim() },
      }),
    ),
})

const waysOf = (holiday: Occasion): number[] => (holiday === 'tet' ? [1, 2, 3] : [1, 0])

function announced({ choices }: CalendarYear, holiday: Occasion): number {
  const { source, daysBefore } = choices[holiday]
  return source ? daysBefore : NOT_ANNOUNCED
}

import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { DayField, LineField } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { actOnYear, onYear, Source } from '../act.tsx'

interface PlannedDays {
  off?: string
  work?: string
  name?: string
  source: string
}

/** Adds a day off, a day worked, or a swap of the two. */
export const plan = actOnYear<PlannedDays>({
  Fields: function Fields({ on: { year } }) {
    const { t } = useTranslation()
    return (
      <>
        <Day name="off" year={year} />
        <Day name="work" year={year} />
        <LineField
          name="name"
          label={t('workingDays.fields.name')}
          extra={t('workingDays.fields.nameHint')}
          max={200}
          isOptional
        />
        <Source />
      </>
    )
  },
  send: ({ off, work, name, source }, year) =>
    answer(
      api.POST('/api/working-calendar/{year}/days', {
        ...onYear(year),
        body: { source: source.trim(), off: off ?? null, work: work ?? null, ...optionalText('name', name) },
      }),
    ),
})

/** A swap may span the new year. */
function Day({ name, year }: { name: 'off' | 'work'; year: number }) {
  const { t } = useTranslation()
  return (
    <DayField
      name={name}
      label={t(`workingDays.fields.${name}`)}
      min={`${year - 1}-12-01`}
      max={`${year + 1}-01-31`}
      isOptional
    />
  )
}

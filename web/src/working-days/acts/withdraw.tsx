import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { LineField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { defineAct, onYear } from '../act.tsx'
import type { CalendarYear } from '../queries.ts'

/** Removes an announced day: it follows the rule again. */
export const withdraw = defineAct<{ reason: string }, { year: CalendarYear; day: string }>({
  on: ({ year, day }) => (day ? { year, day } : undefined),
  Fields: function Fields() {
    const { t } = useTranslation()
    return <LineField name="reason" label={t('workingDays.fields.reason')} max={500} />
  },
  send: ({ reason }, { year, day }) =>
    answer(
      api.POST('/api/working-calendar/{year}/days/{day}/withdraw', {
        ...onYear(year),
        params: { path: { year: year.year, day } },
        body: { reason: reason.trim() },
      }),
    ),
})

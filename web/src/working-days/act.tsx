import { ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, type ActParts, actsWith } from '../form/act.tsx'
import { LineField } from '../form/fields.tsx'
import { showDay } from '../ui/format.ts'
import { type CalendarYear, type PlanAct, refreshCalendar } from './queries.ts'

/** What a change is made to: a year, and the day it is about. */
export interface PlanTarget {
  year: CalendarYear
  day?: string | undefined
}

function useFrame(act: PlanAct, { year, day }: PlanTarget): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return {
    title: t(`workingDays.acts.${act}`, { day: showDay(day) }),
    hint: t(`workingDays.hints.${act}`, { day: showDay(day) }),
    did: t('workingDays.did', { year: year.year }),
    refresh: () => refreshCalendar(queries),
  }
}

export const defineAct = actsWith(useFrame)

/** A change to the year itself. */
export const actOnYear = <Words extends object>(
  parts: Omit<ActParts<Words, PlanTarget, CalendarYear, unknown>, 'on'>,
): Act<PlanAct, PlanTarget> => defineAct<Words, CalendarYear>({ ...parts, on: ({ year }) => year })

/** Path and version of a year for a request. */
export const onYear = ({ year, version }: CalendarYear) => ({ params: { path: { year } }, headers: ifMatch(version) })

/** The announcement on which a change is based. */
export function Source() {
  const { t } = useTranslation()
  return (
    <LineField
      name="source"
      label={t('workingDays.fields.source')}
      extra={t('workingDays.fields.sourceHint')}
      max={500}
    />
  )
}

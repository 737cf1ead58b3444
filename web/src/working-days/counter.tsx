import { useQuery } from '@tanstack/react-query'
import { InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { weekdayOf } from './days.ts'
import { countQuery } from './queries.ts'

/** The day on which a number of working days ends. */
export function Counter() {
  const { t } = useTranslation()
  const me = useMe()
  const [from, setFrom] = useState(me.today)
  const [days, setDays] = useState(5)
  const count = useQuery(countQuery(from, days))
  return (
    <section className="panel screen-only" aria-labelledby="count">
      <h2 id="count">{t('workingDays.count')}</h2>
      <div className="filter-row">
        <Labelled id="count-from" label={t('workingDays.countFrom')}>
          <DayPicker id="count-from" value={from} isClearable={false} onChange={(day) => setFrom(day ?? me.today)} />
        </Labelled>
        <Labelled id="count-days" label={t('workingDays.countDays')}>
          <InputNumber id="count-days" min={1} max={1000} value={days} onChange={(typed) => setDays(typed ?? 1)} />
        </Labelled>
      </div>
      <p className="soft">{t('workingDays.countHint')}</p>
      {count.error ? <ProblemNote error={count.error} retry={count.refetch} /> : null}
      <output className="strong" htmlFor="count-from count-days" data-testid="count">
        {count.data
          ? t('workingDays.countAnswer', {
              days: count.data.workingDays,
              from: showDay(count.data.from),
              weekday: t(`workingDays.weekdayNames.d${weekdayOf(count.data.to)}`),
              to: showDay(count.data.to),
            })
          : null}
      </output>
    </section>
  )
}

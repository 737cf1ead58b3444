import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { markOf, weekdayOf } from './days.ts'
import type { CalendarYear, OpenPlan, SpecialDay } from './queries.ts'
import { useDayWords } from './words.ts'

/** Every exceptional day, with its reason and source. */
export function DayList({ year, open }: { year: CalendarYear; open: OpenPlan }) {
  const { t } = useTranslation()
  const wordsOf = useDayWords()
  return (
    <section className="panel" aria-labelledby="days">
      <h2 id="days">{t('workingDays.list')}</h2>
      <ScrollBox label={t('workingDays.list')}>
        <table className="grid-table" data-testid="days">
          <thead>
            <tr>
              <th scope="col">{t('workingDays.day')}</th>
              <th scope="col">{t('workingDays.what')}</th>
              <th scope="col">{t('workingDays.source')}</th>
              {year.mayChange ? (
                <th scope="col" className="screen-only">
                  <span className="unseen">{t('workingDays.withdraw')}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {year.days.map((day) => (
              <tr key={day.day}>
                <td className="nowrap">
                  <span className={`day-mark ${markOf(day)}`} aria-hidden="true">
                    {t(`workingDays.letters.${markOf(day)}`)}
                  </span>{' '}
                  <span className="tabular">{showDay(day.day)}</span>
                  <span className="soft"> {t(`workingDays.weekdayNames.d${weekdayOf(day.day)}`)}</span>
                </td>
                <td>
                  {wordsOf(day)}
                  <div className="soft">{t(`workingDays.marks.${markOf(day)}`)}</div>
                </td>
                <td>
                  <Source day={day} choices={year.choices} />
                </td>
                {year.mayChange ? (
                  <td className="screen-only">
                    {day.plan ? (
                      <Button
                        size="small"
                        onClick={() => open('withdraw', day.day)}
                        aria-label={t('workingDays.acts.withdraw', { day: showDay(day.day) })}
                      >
                        {t('workingDays.withdraw')}
                      </Button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

function Source({ day, choices }: { day: SpecialDay; choices: CalendarYear['choices'] }) {
  const { t } = useTranslation()
  const choice =
    day.holiday === 'tet'
      ? choices.tet
      : day.holiday === 'nationalDayAdjacent'
        ? choices.nationalDay
        : day.holiday === 'cultureDay'
          ? choices.cultureDay
          : undefined
  const announced = day.plan ?? (choice?.source ? choice : undefined)
  if (announced) {
    return (
      <>
        {announced.source}
        {announced.confidence === 'memory' ? <span className="soft"> ({t('workingDays.fromMemory')})</span> : null}
      </>
    )
  }
  return (
    <span className="soft">{t(day.kind === 'compensation' ? 'workingDays.byLawMadeUp' : 'workingDays.byLaw')}</span>
  )
}

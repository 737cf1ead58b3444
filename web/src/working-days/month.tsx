import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { type Mark, markOf, weeksOf } from './days.ts'
import type { SpecialDay } from './queries.ts'
import { useDayWords } from './words.ts'

const MARKS = ['holiday', 'compensation', 'off', 'work'] as const satisfies readonly Mark[]
const ENGLISH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

interface Props {
  year: number
  month: number
  workingDays: number
  days: SpecialDay[]
  today: string
}

/** One month as a table of weeks; an exceptional day has a letter and a reason. */
export function MonthGrid({ year, month, workingDays, days, today }: Props) {
  const { t } = useTranslation()
  const isEnglish = useLanguage() === 'en'
  const specials = new Map(days.map((day) => [day.day, day]))
  return (
    <table className="month">
      <caption>
        <span className="strong">
          {t('workingDays.month', { month: isEnglish ? ENGLISH.format(new Date(Date.UTC(year, month - 1))) : month })}
        </span>{' '}
        <span className="soft">{t('workingDays.inMonth', { number: workingDays })}</span>
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`workingDays.weekdayNames.d${weekday}`)}>
              {t(`workingDays.weekdays.d${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, place) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty cell of another month
                <td key={place} />
              ) : (
                <DayCell key={day} day={day} special={specials.get(day)} isToday={day === today} isRest={place >= 5} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({
  day,
  special,
  isToday,
  isRest,
}: {
  day: string
  special: SpecialDay | undefined
  isToday: boolean
  isRest: boolean
}) {
  const { t } = useTranslation()
  const wordsOf = useDayWords()
  const number = Number(day.slice(8))
  const mark = special && markOf(special)
  return (
    <td
      className={mark ?? (isRest ? 'weekend' : undefined)}
      title={special && wordsOf(special)}
      aria-current={isToday ? 'date' : undefined}
    >
      {number}
      {special && mark ? (
        <>
          <sup aria-hidden="true">{t(`workingDays.letters.${mark}`)}</sup>
          <span className="unseen">, {wordsOf(special)}</span>
        </>
      ) : null}
    </td>
  )
}

export function Legend() {
  const { t } = useTranslation()
  return (
    <ul className="plain row day-legend" aria-label={t('workingDays.legend')}>
      {MARKS.map((mark) => (
        <li key={mark}>
          <span className={`day-mark ${mark}`}>{t(`workingDays.letters.${mark}`)}</span>{' '}
          {t(`workingDays.marks.${mark}`)}
        </li>
      ))}
      <li>
        <span className="day-mark weekend" /> {t('workingDays.marks.weekend')}
      </li>
    </ul>
  )
}

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TaskFilter, TaskSearch } from '../paths/tasks.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { asSentence, monthEnd, shiftMonth, showDay, showMonth, showNumber } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { StandingIcon, shownStanding } from '../ui/standing.tsx'
import { Veil } from '../ui/veil.tsx'
import { type SpecialDay, weekdayOf, weeksOf, yearQuery } from '../working-days/index.ts'
import { calendarQuery, type DueDay, type DueMark } from './queries.ts'
import { Turner } from './timeline-tools.tsx'
import './timeline.css'
import './calendar.css'

/** Tasks of a day in a square of the month, and in the list of days. */
const IN_SQUARE = 3
const IN_LIST = 20
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

interface Props {
  filter: TaskFilter
  /** The month; that of the day of the figures, if left out. */
  at: string | undefined
  asOf: string
  isList: boolean
  onChange: (change: TaskSearch) => void
}

/** What is due on each day of a month: deadlines, milestones, period reports; and the days off. */
export function DueCalendar({ filter, at, asOf, isList, onChange }: Props) {
  const { t } = useTranslation()
  // Seven columns do not fit on a phone.
  const narrow = useNarrow()
  const asList = isList || narrow
  const month = at ?? asOf.slice(0, 7)
  const range = { first: `${month}-01`, last: monthEnd(month) }
  const found = useQuery({
    ...calendarQuery(filter, range, asList ? IN_LIST : IN_SQUARE),
    placeholderData: keepPreviousData,
  })
  const isStale = found.isPlaceholderData
  const days = new Map(found.data?.days.map((day) => [day.day, day]))
  const specials = useSpecials(Number(month.slice(0, 4)))
  const shown = { filter, asOf, days, specials }
  return (
    <>
      <div className="row spread calendar-tools">
        <Turner
          words={t('calendar.month', { month: showMonth(month) })}
          before={t('calendar.before')}
          after={t('calendar.after')}
          onTurn={(by) => onChange({ at: shiftMonth(month, by) })}
          onReset={() => onChange({ at: undefined })}
        />
        {narrow ? null : (
          <Segmented
            size="small"
            value={isList ? 'agenda' : 'calendar'}
            onChange={(view) => onChange({ view: view === 'agenda' ? 'agenda' : 'calendar' })}
            aria-label={t('calendar.shape')}
            options={[
              { value: 'calendar', label: t('calendar.asMonth') },
              { value: 'agenda', label: t('calendar.asList') },
            ]}
            className="screen-only"
          />
        )}
      </div>
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {found.isPending ? <Waiting lines={12} /> : null}
      {found.data ? (
        // The days stay in their places while those of another month load; what is on them is not to be read.
        <Veil isStale={isStale}>
          {asList ? (
            <Agenda {...shown} />
          ) : (
            <MonthTable month={isStale ? found.data.first.slice(0, 7) : month} {...shown} />
          )}
        </Veil>
      ) : null}
    </>
  )
}

/** The exceptional days of the year, by day. */
function useSpecials(year: number): ReadonlyMap<string, SpecialDay> {
  const [found] = useQueries({ queries: [yearQuery(year)] })
  return new Map(found.data?.days.map((day) => [day.day, day]))
}

interface Shown {
  filter: TaskFilter
  asOf: string
  days: ReadonlyMap<string, DueDay>
  specials: ReadonlyMap<string, SpecialDay>
}

function MonthTable({ month, days, specials, filter, asOf }: Shown & { month: string }) {
  const { t } = useTranslation()
  const [year = 0, number = 1] = month.split('-').map(Number)
  return (
    <table className="due-calendar" data-testid="calendar">
      <caption className="unseen">{t('calendar.caption', { month: showMonth(month) })}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {asSentence(t(`workingDays.weekdayNames.d${weekday}`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, number).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, place) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty square of another month
                <td key={place} className="of-other-month" />
              ) : (
                <td key={day} className={classOf(day, specials.get(day), asOf)}>
                  <DayHead day={day} special={specials.get(day)} asOf={asOf} found={days.get(day)} filter={filter} />
                  <Marks found={days.get(day)} filter={filter} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Agenda({ days, specials, filter, asOf }: Shown) {
  const { t } = useTranslation()
  if (days.size === 0) return <Blank title={t('calendar.none')} hint={t('calendar.noneHint')} />
  return (
    <ol className="agenda" data-testid="agenda">
      {[...days.values()].map((found) => (
        <li key={found.day} className={classOf(found.day, specials.get(found.day), asOf)}>
          <h2>
            <DayHead
              day={found.day}
              special={specials.get(found.day)}
              asOf={asOf}
              found={found}
              filter={filter}
              isLong
            />
          </h2>
          <Marks found={found} filter={filter} isLong />
        </li>
      ))}
    </ol>
  )
}

const isOff = (day: string, special: SpecialDay | undefined) => (special ? !special.isWorking : weekdayOf(day) >= 6)

const classOf = (day: string, special: SpecialDay | undefined, asOf: string) =>
  [isOff(day, special) ? 'day-off' : '', day === asOf ? 'is-today' : ''].filter(Boolean).join(' ') || undefined

/** The day and what it is; where something is due, how many tasks that is, which opens them. */
function DayHead({
  day,
  special,
  asOf,
  found,
  filter,
  isLong = false,
}: {
  day: string
  special: SpecialDay | undefined
  asOf: string
  found: DueDay | undefined
  filter: TaskFilter
  isLong?: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { today } = useMe()
  const weekday = weekdayOf(day)
  return (
    <span className="row spread day-head">
      <span>
        <span className="tabular strong">
          {isLong ? `${asSentence(t(`workingDays.weekdayNames.d${weekday}`))} ${showDay(day)}` : Number(day.slice(8))}
        </span>
        {day === asOf ? <span className="tag">{t(day === today ? 'calendar.today' : 'calendar.asOf')}</span> : null}
        {special ? <span className="day-name"> {special.name}</span> : null}
        {isLong && !special && weekday >= 6 ? <span className="day-name"> {t('calendar.weekend')}</span> : null}
      </span>
      {found ? (
        <Link
          to="/nhiem-vu"
          search={{ ...filter, anyDueOn: day }}
          className="figure tabular"
          aria-label={t('calendar.open', { day: showDay(day), n: showNumber(found.tasks, language) })}
        >
          {isLong ? t('tasks.total', { n: showNumber(found.tasks, language) }) : showNumber(found.tasks, language)}
        </Link>
      ) : null}
    </span>
  )
}

function Marks({ found, filter, isLong = false }: { found: DueDay | undefined; filter: TaskFilter; isLong?: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!found) return null
  const more = found.tasks - found.marks.length
  return (
    <ul className="plain marks">
      {found.marks.map((mark) => (
        <li key={mark.taskId} className={mark.isDone ? 'is-done' : undefined} data-row-box={isLong ? '' : undefined}>
          <MarkLink mark={mark} asOf={filter.asOf} isLong={isLong} />
        </li>
      ))}
      {more > 0 ? (
        <li>
          <Link
            to="/nhiem-vu"
            search={{ ...filter, anyDueOn: found.day }}
            className="more-marks"
            aria-label={t('calendar.more', { day: showDay(found.day), n: showNumber(more, language) })}
          >
            +{showNumber(more, language)}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}

function MarkLink({ mark, asOf, isLong }: { mark: DueMark; asOf: string | undefined; isLong: boolean }) {
  const { t } = useTranslation()
  const look = shownStanding({ standing: mark.standing, dueOn: mark.dueOn })
  const others = mark.kinds.filter((kind) => kind !== 'due').map((kind) => t(`calendar.kind.${kind}`))
  const about = [...others, ...mark.milestones].join(': ')
  return (
    <>
      <StandingIcon shown={look} size={12} />
      <Link
        to="/nhiem-vu/$id"
        params={{ id: String(mark.taskId) }}
        search={asOf ? { asOf } : {}}
        data-row
        title={`${mark.code} · ${asSentence(mark.title)} · ${mark.leadAgencyName}${about ? ` · ${about}` : ''}`}
      >
        {about ? <span className="mark-kind">{isLong ? about : others.join(', ')} · </span> : null}
        {asSentence(mark.title)}
        <span className="unseen">
          {' '}
          ({t(`standing.${look}`)}, {mark.leadAgencyName})
        </span>
      </Link>
      {isLong ? <span className="soft mark-lead">{mark.leadAgencyName}</span> : null}
    </>
  )
}

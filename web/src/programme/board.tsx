import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { rowsOf } from '../list/list.tsx'
import type { ItemFilter, ProgrammeSearch } from '../paths/programme.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { monthEnd, shiftMonth, showDay, showNumber, showPrinted } from '../ui/format.ts'
import { ProgrammeFigure } from './figure.tsx'
import { Due, ItemLink } from './item-rows.tsx'
import { itemsQuery, type Summary, summaryQuery } from './queries.ts'

const COLUMNS = ['owed', 'inTerm', 'submitted', 'done', 'stopped'] as const

/** Months have names in English alone. */
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })

/** A month in one look: its figures in the words of the report, and its entries by where they stand. */
export function BoardTab({
  search,
  onChange,
}: {
  search: ProgrammeSearch
  onChange: (changed: ProgrammeSearch) => void
}) {
  const { t } = useTranslation()
  const { today } = useMe()
  const month = search.month ?? today.slice(0, 7)
  const from = `${month}-01`
  const to = monthEnd(month)
  // The board is of the day of the figures above it.
  const asOf = to < today ? to : today
  const period = { from, to, asOf }
  return (
    <section aria-label={t('programme.tabs.board')}>
      <div className="row programme-month screen-only">
        <Button onClick={() => onChange({ month: shiftMonth(month, -1) })} aria-label={t('programme.monthBefore')}>
          ←
        </Button>
        <DayPicker
          value={from}
          onChange={(chosen) => onChange({ month: chosen?.slice(0, 7) })}
          picker="month"
          label={t('programme.month')}
          isClearable={false}
        />
        <Button onClick={() => onChange({ month: shiftMonth(month, 1) })} aria-label={t('programme.monthAfter')}>
          →
        </Button>
        <span className="soft">{t('programme.boardDay', { day: showDay(asOf) })}</span>
      </div>
      <MonthFigures month={month} />
      <div className="programme-board" data-testid="board">
        {COLUMNS.map((standing) => (
          <BoardColumn key={standing} standing={standing} period={period} />
        ))}
      </div>
    </section>
  )
}

/** As many as a column shows at first, and adds at a time. */
const PAGE = 50

function BoardColumn({ standing, period }: { standing: (typeof COLUMNS)[number]; period: ItemFilter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = `board-${standing}`
  const found = useInfiniteQuery(itemsQuery({ ...period, standing }, PAGE))
  const rows = rowsOf(found.data)
  const total = found.data?.pages[0]?.total
  // A stop is rare: a month without one has no column for it.
  if (standing === 'stopped' && !total) return null
  const left = (total ?? 0) - (rows?.length ?? 0)
  return (
    <section className={`programme-column ${standing}`} aria-labelledby={id}>
      <h2 id={id}>
        {t(`programme.standing.${standing}`)}{' '}
        <span className="tabular soft">{total === undefined ? '' : showNumber(total, language)}</span>
      </h2>
      {found.error ? <ProblemNote error={found.error} retry={() => found.refetch()} /> : null}
      {rows === undefined && !found.error ? <Waiting lines={8} /> : null}
      {total === 0 ? <p className="soft">{t('programme.columnNone')}</p> : null}
      <ul className="plain">
        {(rows ?? []).map((item) => (
          <li key={item.id} className="programme-card" data-row-box>
            <ItemLink item={item} />
            <span className="soft" lang="vi">
              {item.leadAgencyName}
            </span>
            <span className="soft">
              <Due item={item} />
              {standing === 'owed' && item.daysLate ? (
                <strong className="programme-late"> · {t('programme.lateBy', { n: item.daysLate })}</strong>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <Button size="small" onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t('programme.columnMore', { n: showNumber(left, language) })}
        </Button>
      ) : null}
    </section>
  )
}

/** The month, and the year up to its end, each against the same period of the year before. */
function MonthFigures({ month }: { month: string }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const to = monthEnd(month)
  const asOf = to < today ? to : today
  const language = useLanguage()
  const inYearTo = language === 'en' ? MONTH.format(new Date(`${month}-01`)) : Number(month.slice(5))
  const ofMonth = useQuery(summaryQuery({ from: `${month}-01`, to, asOf }))
  const ofYear = useQuery(summaryQuery({ from: `${month.slice(0, 4)}-01-01`, to, asOf }))
  if (ofMonth.error) return <ProblemNote error={ofMonth.error} retry={() => ofMonth.refetch()} />
  const shown = [ofMonth.data, ofYear.data].filter((summary) => summary !== undefined)
  return (
    <>
      <div className="programme-tiles">
        {ofMonth.data ? <Tile title={t('programme.inMonth')} summary={ofMonth.data} /> : <Waiting lines={2} />}
        {ofYear.data && Number(month.slice(5)) > 1 ? (
          <Tile title={t('programme.inYear', { month: inYearTo })} summary={ofYear.data} />
        ) : null}
      </div>
      {shown.some(({ owedShare }) => owedShare.exact !== null) ? (
        <p className="soft">{t('programme.truncated')}</p>
      ) : null}
    </>
  )
}

function Tile({ title, summary }: { title: string; summary: Summary }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { from, to, asOf, counts, owedShare, points, next } = summary
  const rows: ItemFilter = { from, to, asOf }
  const n = (value: number) => showNumber(value, language)
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <dl className="programme-figures">
        <div>
          <dt>{t('programme.figureDue')}</dt>
          <dd>
            <ProgrammeFigure rows={{ ...rows, standing: 'counted' }}>{n(counts.due)}</ProgrammeFigure>
          </dd>
        </div>
        <div>
          <dt>{t('programme.figureSubmitted')}</dt>
          <dd>
            <ProgrammeFigure rows={{ ...rows, standing: 'sent' }}>{n(counts.submitted)}</ProgrammeFigure>
          </dd>
        </div>
        <div>
          <dt>{t('programme.figureOwed')}</dt>
          <dd>
            <ProgrammeFigure rows={{ ...rows, standing: 'owed' }}>{n(counts.owed)}</ProgrammeFigure>
            {owedShare.exact === null ? null : (
              <span className="soft">
                {' '}
                {showPrinted(owedShare.printed, language)}, <Points points={points} />
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('programme.figureNext')}</dt>
          <dd>
            <ProgrammeFigure rows={{ from: next.from, to: next.to, standing: 'counted', asOf }}>
              {n(next.due)}
            </ProgrammeFigure>
          </dd>
        </div>
      </dl>
    </section>
  )
}

/** "giảm 7,5 điểm so với cùng kỳ" */
function Points({ points }: { points: string }) {
  const { t } = useTranslation()
  const n = showPrinted(points.replace(/^[+-]/, ''), useLanguage())
  if (points === '–') return <>{t('programme.pointsNone')}</>
  if (!/[1-9]/.test(n)) return <>{t('programme.pointsSame')}</>
  return <>{points.startsWith('-') ? t('programme.pointsDown', { n }) : t('programme.pointsUp', { n })}</>
}

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
import { monthEnd, shiftMonth, showDay, showNumber } from '../ui/format.ts'
import { ProgrammeFigure } from './figure.tsx'
import { Due, ItemLink } from './item-rows.tsx'
import { type ItemCard, itemsQuery, type Summary, summaryQuery } from './queries.ts'

const COLUMNS = ['owed', 'inTerm', 'submitted', 'done', 'stopped'] as const

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
  const found = useInfiniteQuery(itemsQuery({ from, to, asOf }, 200))
  const rows = rowsOf(found.data)
  const standings = COLUMNS.filter((one) => one !== 'stopped' || rows?.some(({ standing }) => standing === one))
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
      {found.error ? <ProblemNote error={found.error} retry={() => found.refetch()} /> : null}
      {rows === undefined ? <Waiting lines={8} /> : null}
      {rows ? (
        <div className="programme-board" data-testid="board">
          {standings.map((standing) => (
            <BoardColumn key={standing} standing={standing} rows={rows.filter((row) => row.standing === standing)} />
          ))}
        </div>
      ) : null}
    </section>
  )
}

function BoardColumn({ standing, rows }: { standing: (typeof COLUMNS)[number]; rows: readonly ItemCard[] }) {
  const { t } = useTranslation()
  const id = `board-${standing}`
  return (
    <section className={`programme-column ${standing}`} aria-labelledby={id}>
      <h2 id={id}>
        {t(`programme.standing.${standing}`)} <span className="tabular soft">{rows.length}</span>
      </h2>
      {rows.length === 0 ? <p className="soft">{t('programme.columnNone')}</p> : null}
      <ul className="plain">
        {rows.map((item) => (
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
    </section>
  )
}

/** The month, and the year up to its end, each against the same period of the year before. */
function MonthFigures({ month }: { month: string }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const to = monthEnd(month)
  const asOf = to < today ? to : today
  const ofMonth = useQuery(summaryQuery({ from: `${month}-01`, to, asOf }))
  const ofYear = useQuery(summaryQuery({ from: `${month.slice(0, 4)}-01-01`, to, asOf }))
  if (ofMonth.error) return <ProblemNote error={ofMonth.error} retry={() => ofMonth.refetch()} />
  const shown = [ofMonth.data, ofYear.data].filter((summary) => summary !== undefined)
  return (
    <>
      <div className="programme-tiles">
        {ofMonth.data ? <Tile title={t('programme.inMonth')} summary={ofMonth.data} /> : <Waiting lines={2} />}
        {ofYear.data && Number(month.slice(5)) > 1 ? (
          <Tile title={t('programme.inYear', { month: Number(month.slice(5)) })} summary={ofYear.data} />
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
                {owedShare.printed}, <Points points={points} />
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
  const n = points.replace(/^[+-]/, '')
  if (points === '–') return <>{t('programme.pointsNone')}</>
  if (!/[1-9]/.test(n)) return <>{t('programme.pointsSame')}</>
  return <>{points.startsWith('-') ? t('programme.pointsDown', { n }) : t('programme.pointsUp', { n })}</>
}

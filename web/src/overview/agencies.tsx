import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OverviewSearch } from '../paths/overview.ts'
import { filterOfRows, type StandingFilter } from '../paths/tasks.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { MapNote, MapSwitch } from '../shell/map-switch.tsx'
import { Blank } from '../ui/blank.tsx'
import { compareVi, showNumber, showPrinted } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Veil } from '../ui/veil.tsx'
import { AgencyBars } from './agency-bars.tsx'
import type { Statistics } from './queries.ts'

/** Agencies with most overdue work first; the chart shows as many as are readable at a glance, the table all. */
const DRAWN = 12

/** A row counts the agency's own tasks, whatever the whole counts. */
const ofEach = ({ counting: _, ...filter }: OverviewSearch): OverviewSearch => filter

/** Agencies by open work: a chart of those with most overdue tasks, or the table of all. */
export function Agencies({
  statistics,
  filter,
  isStale,
}: {
  statistics: Statistics
  filter: OverviewSearch
  /** The figures are those of the previous filter. */
  isStale: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const rows = useMemo(
    () =>
      [...statistics.rows].sort(
        (a, b) =>
          b.partition.openOverdue - a.partition.openOverdue ||
          b.partition.assigned - a.partition.assigned ||
          compareVi(a.label, b.label),
      ),
    [statistics],
  )
  const drawn = useMemo(() => rows.filter(({ partition }) => partition.openOverdue > 0).slice(0, DRAWN), [rows])
  const open = (row: Statistics['rows'][number], isBar: boolean) =>
    navigate({
      to: '/nhiem-vu',
      search: { ...filterOfRows(row.rows), ...ofEach(filter), ...(isBar ? { standing: 'openOverdue' } : {}) },
    })
  return (
    <>
      <div className="row spread panel-head">
        <h2 id="agencies-title">{t('overview.byAgency')}</h2>
        <Segmented
          size="small"
          value={view}
          onChange={setView}
          options={[
            { value: 'chart', label: t('overview.chart') },
            { value: 'table', label: t('overview.table') },
          ]}
        />
      </div>
      <div className="row spread">
        {isStale ? <span /> : <MapNote mapOn={statistics.mapOn} />}
        <MapSwitch
          value={filter.map}
          onChange={(map) =>
            navigate({
              to: '/tong-quan',
              search: { ...filter, map: map === 'ofDay' ? undefined : map },
              resetScroll: false,
            })
          }
        />
      </div>
      {statistics.counting === 'once' && statistics.together.collectives > 0 ? (
        <p className="soft">{t('collective.noteRows', { n: showNumber(statistics.rowsTotal.assigned, language) })}</p>
      ) : null}
      <Veil isStale={isStale}>
        {rows.length === 0 ? <Blank title={t('overview.noTasks')} hint={t('overview.noTasksHint')} /> : null}
        {view === 'chart' && rows.length > 0 && drawn.length === 0 ? <p>{t('overview.nothingOverdue')}</p> : null}
        {view === 'chart' && drawn.length > 0 ? (
          <>
            <AgencyBars rows={drawn} label={t('overview.byAgencyLabel')} onPick={open} />
            {rows.length > drawn.length ? (
              <p className="soft">
                {t('overview.moreAgencies', { shown: drawn.length, n: showNumber(rows.length, language) })}
              </p>
            ) : null}
          </>
        ) : null}
        {view === 'table' && rows.length > 0 ? <AgencyTable rows={rows} filter={filter} /> : null}
      </Veil>
    </>
  )
}

function AgencyTable({ rows, filter }: { rows: Statistics['rows']; filter: OverviewSearch }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const cell = (row: Statistics['rows'][number], standing: StandingFilter | undefined, value: number) => (
    <td className="number">
      {value === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Figure
          rows={{ ...filterOfRows(row.rows), ...ofEach(filter), ...(standing ? { standing } : {}) }}
          label={`${row.label}, ${standing ? t(`filter.standingWords.${standing}`) : t('overview.assigned')}: ${showNumber(value, language)}`}
        >
          {showNumber(value, language)}
        </Figure>
      )}
    </td>
  )
  return (
    <ScrollBox isTall label={t('shell.tableOf', { title: t('overview.byAgency') })}>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('overview.agency')}</th>
            <th scope="col" className="number">
              {t('overview.assigned')}
            </th>
            <th scope="col" className="number">
              {t('standing.doneOnTime')}
            </th>
            <th scope="col" className="number">
              {t('standing.doneLate')}
            </th>
            <th scope="col" className="number">
              {t('standing.openInTerm')}
            </th>
            <th scope="col" className="number">
              {t('standing.openOverdue')}
            </th>
            <th scope="col" className="number">
              {t('overview.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {cell(row, undefined, row.partition.assigned)}
              {cell(row, 'doneOnTime', row.partition.doneOnTime)}
              {cell(row, 'doneLate', row.partition.doneLate)}
              {cell(row, 'openInTerm', row.partition.openInTerm)}
              {cell(row, 'openOverdue', row.partition.openOverdue)}
              <td className="number">{showPrinted(row.overdueShare.printed, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

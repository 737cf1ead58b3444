import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filterOfRows, type OverviewSearch, type StandingFilter } from '../paths.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { MapSaid, MapSwitch } from '../shell/map-switch.tsx'
import { Blank } from '../ui/blank.tsx'
import Chart, { CHART_FONT } from '../ui/chart.tsx'
import { compareVi, showNumber, showPrinted } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { STANDING_COLOURS } from '../ui/standing.tsx'
import type { Statistics } from './overview.tsx'

/** Bodies with most overdue work first; the drawing holds as many as can be read at a glance, the table all. */
const DRAWN = 12
const PARTS = ['openOverdue', 'openInTerm', 'doneLate', 'doneOnTime'] as const

export default function Agencies({ statistics, filter }: { statistics: Statistics; filter: OverviewSearch }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const narrow = useNarrow()
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
  const option = useMemo(
    () => ({
      textStyle: { fontFamily: CHART_FONT },
      grid: { left: 0, right: 72, top: 4, bottom: 4, outerBoundsMode: 'same' },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: (points: { dataIndex: number }[]) => {
          const row = drawn[points[0]?.dataIndex ?? 0]
          if (!row) return ''
          const lines = PARTS.map((part) => `${t(`standing.${part}`)}: ${showNumber(row.partition[part], language)}`)
          return [
            `<b>${row.label}</b>`,
            `${t('overview.assigned')}: ${showNumber(row.partition.assigned, language)}`,
            ...lines,
          ].join('<br>')
        },
      },
      xAxis: { type: 'value', show: false, max: 'dataMax' },
      yAxis: {
        type: 'category',
        inverse: true,
        triggerEvent: true,
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { width: narrow ? 128 : 230, overflow: 'truncate', color: '#1b1f24', fontSize: 12 },
        data: drawn.map(({ label }) => label),
      },
      series: [
        {
          id: 'openOverdue',
          type: 'bar',
          barMaxWidth: 16,
          itemStyle: { color: STANDING_COLOURS.openOverdue },
          label: {
            show: true,
            position: 'right',
            color: '#1b1f24',
            fontSize: 12,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const row = drawn[dataIndex]
              return row
                ? `${showNumber(row.partition.openOverdue, language)} (${showPrinted(row.overdueShare.printed, language)})`
                : ''
            },
          },
          data: drawn.map(({ partition }) => partition.openOverdue),
        },
      ],
    }),
    [drawn, language, narrow, t],
  )
  const open = (index: number, standing: StandingFilter | undefined) => {
    const row = drawn[index]
    if (row)
      navigate({ to: '/nhiem-vu', search: { ...filterOfRows(row.rows), ...filter, ...(standing ? { standing } : {}) } })
  }
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
        <MapSaid mapOn={statistics.mapOn} />
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
      {rows.length === 0 ? <Blank title={t('overview.noTasks')} hint={t('overview.noTasksHint')} /> : null}
      {view === 'chart' && rows.length > 0 && drawn.length === 0 ? <p>{t('overview.nothingOverdue')}</p> : null}
      {view === 'chart' && drawn.length > 0 ? (
        <>
          <Chart
            option={option}
            height={drawn.length * 26 + 12}
            label={t('overview.byAgencyLabel')}
            onPick={({ series, index }) => open(index, series ? 'openOverdue' : undefined)}
          />
          {rows.length > drawn.length ? (
            <p className="soft">
              {t('overview.moreAgencies', { shown: drawn.length, n: showNumber(rows.length, language) })}
            </p>
          ) : null}
        </>
      ) : null}
      {view === 'table' && rows.length > 0 ? <AgencyTable rows={rows} filter={filter} /> : null}
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
          rows={{ ...filterOfRows(row.rows), ...filter, ...(standing ? { standing } : {}) }}
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

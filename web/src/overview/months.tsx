import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OverviewSearch } from '../paths.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import Chart, { CHART_FONT } from '../ui/chart.tsx'
import { showMonth, showNumber, showPrinted } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { STANDING_COLOURS } from '../ui/standing.tsx'
import { trendQuery } from './queries.ts'

const PARTS = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const
type Part = (typeof PARTS)[number]
// Neighbours in a column differ by pattern as well, so that they can be told apart without colour and on paper.
const decals: Record<Part, object | undefined> = {
  doneOnTime: undefined,
  doneLate: {
    symbol: 'rect',
    dashArrayX: [1, 0],
    dashArrayY: [2, 4],
    rotation: Math.PI / 4,
    color: 'rgba(255,255,255,.55)',
  },
  openInTerm: {
    symbol: 'circle',
    symbolSize: 0.5,
    dashArrayX: [
      [0, 7],
      [7, 7],
    ],
    dashArrayY: [6, 0],
    color: 'rgba(255,255,255,.6)',
  },
  openOverdue: undefined,
}

/** How the four states stood at the end of each of the last twelve months, and the share overdue above them. */
export default function Months({ filter }: { filter: OverviewSearch }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const trend = useQuery({ ...trendQuery(filter), placeholderData: keepPreviousData })
  const months = trend.data?.months
  const option = useMemo(
    () => ({
      textStyle: { fontFamily: CHART_FONT },
      grid: { left: 0, right: 0, top: 36, bottom: 4, outerBoundsMode: 'same' },
      legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 16, itemHeight: 10, textStyle: { fontSize: 12 } },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: number) => showNumber(value, language, 2),
      },
      xAxis: {
        type: 'category',
        data: (months ?? []).map(({ month }) => showMonth(month)),
        axisTick: { show: false },
        axisLabel: { interval: 0, fontSize: 11 },
      },
      yAxis: [
        {
          type: 'value',
          axisLabel: { formatter: (value: number) => showNumber(value, language) },
          splitLine: { lineStyle: { color: '#eceff3' } },
        },
        {
          type: 'value',
          min: 0,
          axisLabel: { formatter: (value: number) => `${showNumber(value, language, 2)}%` },
          splitLine: { show: false },
        },
      ],
      series: [
        ...PARTS.map((part) => ({
          id: part,
          name: t(`standing.${part}`),
          type: 'bar',
          stack: 'tasks',
          barMaxWidth: 32,
          itemStyle: { color: STANDING_COLOURS[part], decal: decals[part] },
          data: (months ?? []).map(({ partition }) => partition[part]),
        })),
        {
          id: 'share',
          name: t('overview.overdueShare'),
          type: 'line',
          yAxisIndex: 1,
          symbol: 'diamond',
          symbolSize: 8,
          itemStyle: { color: '#1b1f24' },
          lineStyle: { width: 2 },
          data: (months ?? []).map(({ overdueShare }) => overdueShare.exact),
        },
      ],
    }),
    [months, language, t],
  )
  const open = (index: number, standing: Part | undefined) => {
    const month = months?.[index]
    if (month) navigate({ to: '/nhiem-vu', search: { ...filter, asOf: month.asOf, ...(standing ? { standing } : {}) } })
  }
  return (
    <>
      <div className="row spread panel-head">
        <h2 id="months-title">{t('overview.trend')}</h2>
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
      {trend.error ? <ProblemNote error={trend.error} retry={trend.refetch} /> : null}
      {trend.isPending ? <Waiting /> : null}
      {months && view === 'chart' ? (
        <Chart
          option={option}
          height={260}
          label={t('overview.trendLabel')}
          onPick={({ series, index }) =>
            open(index, series === 'share' ? 'openOverdue' : PARTS.find((part) => part === series))
          }
        />
      ) : null}
      {months && view === 'table' ? (
        <ScrollBox isTall label={t('shell.tableOf', { title: t('overview.trend') })}>
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('overview.month')}</th>
                <th scope="col" className="number">
                  {t('overview.assigned')}
                </th>
                {PARTS.map((part) => (
                  <th key={part} scope="col" className="number">
                    {t(`standing.${part}`)}
                  </th>
                ))}
                <th scope="col" className="number">
                  {t('overview.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {months.map((month) => (
                <tr key={month.month}>
                  <th scope="row" className="tabular">
                    {showMonth(month.month)}
                  </th>
                  <td className="number">
                    <Figure
                      rows={{ ...filter, asOf: month.asOf }}
                      label={`${showMonth(month.month)}, ${t('overview.assigned')}: ${showNumber(month.partition.assigned, language)}`}
                    >
                      {showNumber(month.partition.assigned, language)}
                    </Figure>
                  </td>
                  {PARTS.map((part) => (
                    <td key={part} className="number">
                      <Figure
                        rows={{ ...filter, asOf: month.asOf, standing: part }}
                        label={`${showMonth(month.month)}, ${t(`standing.${part}`)}: ${showNumber(month.partition[part], language)}`}
                      >
                        {showNumber(month.partition[part], language)}
                      </Figure>
                    </td>
                  ))}
                  <td className="number">{showPrinted(month.overdueShare.printed, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
    </>
  )
}

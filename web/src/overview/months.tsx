import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OverviewSearch } from '../paths/overview.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showMonth, showNumber, showPrinted } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Veil } from '../ui/veil.tsx'
import { type Month, MonthColumns, PARTS, type Series } from './month-columns.tsx'
import { trendQuery } from './queries.ts'

/** The four states at the end of each of the last twelve months, with the overdue share above them. */
export function Months({ filter }: { filter: OverviewSearch }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const trend = useQuery({ ...trendQuery(filter), placeholderData: keepPreviousData })
  const months = trend.data?.months
  const open = ({ asOf }: Month, series: Series) =>
    navigate({
      to: '/nhiem-vu',
      search: { ...filter, asOf, standing: series === 'share' ? 'openOverdue' : series },
    })
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
      <Veil isStale={trend.isPlaceholderData}>
        {months && view === 'chart' ? (
          <MonthColumns months={months} label={t('overview.trendLabel')} onPick={open} />
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
      </Veil>
    </>
  )
}

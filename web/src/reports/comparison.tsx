import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TaskFilter } from '../paths/tasks.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showNumber, showPrinted } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { comparisonQuery, type MonthlyReport } from './queries.ts'

const PARTS = ['assigned', 'doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const

/** This month next to the month before and the same period last year, each figure with its own rows. */
export function Comparison({ report, followerId }: { report: MonthlyReport; followerId?: number | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const statistics = useQuery(comparisonQuery(report, followerId))
  if (statistics.error) return <ProblemNote error={statistics.error} retry={statistics.refetch} />
  if (!statistics.data) return <Waiting lines={4} />
  const { total, shares, previousMonth, samePeriodLastYear } = statistics.data
  const columns = [
    {
      name: t('reports.thisMonth'),
      from: report.from,
      asOf: report.asOf,
      partition: total,
      share: shares.overdueOfAssigned,
      points: undefined,
    },
    ...(previousMonth
      ? [
          {
            name: t('reports.previousMonth'),
            from: previousMonth.from,
            asOf: previousMonth.asOf,
            partition: previousMonth.partition,
            share: previousMonth.overdueShare,
            points: previousMonth.overdueSharePoints,
          },
        ]
      : []),
    ...(samePeriodLastYear
      ? [
          {
            name: t('reports.lastYear'),
            from: samePeriodLastYear.from,
            asOf: samePeriodLastYear.asOf,
            partition: samePeriodLastYear.partition,
            share: samePeriodLastYear.overdueShare,
            points: samePeriodLastYear.overdueSharePoints,
          },
        ]
      : []),
  ]
  const rowsOf = (column: (typeof columns)[number]): TaskFilter => ({
    ...(column.from ? { from: column.from } : {}),
    asOf: column.asOf,
    ...(followerId === undefined ? {} : { followerId }),
    ...(report.counting === 'once' ? { counting: report.counting } : {}),
    ...(report.knownOn && column.asOf === report.asOf ? { knownOn: report.knownOn } : {}),
  })
  return (
    <section className="panel" aria-labelledby="comparison">
      <h2 id="comparison">{t('reports.comparison')}</h2>
      <ScrollBox label={t('shell.tableOf', { title: t('reports.comparison') })}>
        <table className="grid-table comparison">
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column.asOf} scope="col" className="number">
                  {column.name}
                  <br />
                  <span className="soft">{showDay(column.asOf)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PARTS.map((part) => (
              <tr key={part}>
                <th scope="row">{part === 'assigned' ? t('overview.assigned') : t(`standing.${part}`)}</th>
                {columns.map((column) => (
                  <td key={column.asOf} className="number">
                    <Figure
                      rows={{ ...rowsOf(column), ...(part === 'assigned' ? {} : { standing: part }) }}
                      label={`${column.name}, ${part === 'assigned' ? t('overview.assigned') : t(`standing.${part}`)}: ${showNumber(column.partition[part], language)}`}
                    >
                      {showNumber(column.partition[part], language)}
                    </Figure>
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('overview.share')}</th>
              {columns.map((column) => (
                <td key={column.asOf} className="number">
                  {showPrinted(column.share.printed, language)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('reports.points')}</th>
              {columns.map((column) => (
                <td key={column.asOf} className="number">
                  {column.points === undefined ? '' : showPrinted(column.points, language)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showDay, showNumber } from '../../ui/format.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import type { GoalLine } from './queries.ts'

/** The targets of a document: required, measured, by whom, when, on what evidence, how far off. Claim and proof differ in icon and word. */
export function Goals({ rows }: { rows: readonly GoalLine[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className="soft">{t('written.noGoals')}</p>
  return (
    <ScrollBox label={t('written.scoreboard')}>
      <table className="grid-table goals">
        <thead>
          <tr>
            <th scope="col">{t('written.goal.measure')}</th>
            <th scope="col" className="number">
              {t('written.goal.required')}
            </th>
            <th scope="col" className="number">
              {t('written.goal.measured')}
            </th>
            <th scope="col">{t('written.goal.when')}</th>
            <th scope="col">{t('written.goal.by')}</th>
            <th scope="col">{t('written.goal.gap')}</th>
            <th scope="col">{t('written.goal.ground')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.targetId} data-testid="goal">
              <th scope="row" lang="vi">
                <Link to="/nhiem-vu/$id" params={{ id: String(row.taskId) }} search={{}}>
                  {row.measure}
                </Link>
              </th>
              <td className="number tabular">{row.required}</td>
              <td className="number tabular">
                {row.measured === null ? '–' : `${showNumber(row.measured, 'vi')} ${row.unit}`}
              </td>
              <td className="tabular nowrap">{showDay(row.measuredOn)}</td>
              <td lang="vi">{row.agency}</td>
              <td className={`goal-${row.state}`}>
                <span aria-hidden="true">{MARKS[row.state]}</span> {t(`written.goal.states.${row.state}`)}
                {row.state === 'missed' ? <span lang="vi">: {row.words}</span> : null}
              </td>
              <td>
                <span className={`ground ground-${row.ground}`}>
                  <span aria-hidden="true">{GROUNDS[row.ground]}</span> {t(`written.goal.grounds.${row.ground}`)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const MARKS = { reached: '✓', missed: '✗', unmeasured: '○' } as const
const GROUNDS = { none: '', claim: '“ ”', evidence: '▤', confirmed: '✔' } as const

import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { showNumber } from '../ui/format.ts'
import { Standing, shownStanding } from '../ui/standing.tsx'
import type { TaskRow } from './queries.ts'
import { Due, RowLink, Together } from './table.tsx'

/** The same rows on a phone. */
export function Cards({ rows, asOf }: { rows: readonly TaskRow[]; asOf: string | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className="cards" data-testid="tasks">
      {rows.map((row) => (
        <li key={row.id} className="card" data-row-box>
          <RowLink row={row} asOf={asOf} />
          <p>
            {row.leadAgencyName}
            <Together collective={row.collective} />
          </p>
          <p className="row spread">
            <Standing
              shown={shownStanding(row)}
              extra={row.daysLate ? t('task.lateBy', { n: showNumber(row.daysLate, language) }) : undefined}
            />
            <span className="soft">
              <Due row={row} />
            </span>
          </p>
          <p className="soft row spread">
            <span>
              {row.code}
              {row.sourceNumber ? ` · ${row.sourceNumber}` : ''}
            </span>
            <span className="tabular">
              {t(`state.${row.state}`)} · {row.percent}%
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

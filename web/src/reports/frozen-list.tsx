import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ListSection } from '../list/list-page.tsx'
import { issuedReportFile } from '../paths/reports.ts'
import { showDay, showMonth } from '../ui/format.ts'
import { Downloads } from './downloads.tsx'
import { frozenListQuery } from './queries.ts'

/** Issued reports; they never change. */
export function FrozenList() {
  const { t } = useTranslation()
  const list = useQuery(frozenListQuery)
  return (
    <ListSection
      id="frozen"
      title={t('reports.frozen')}
      query={list}
      rows={list.data?.rows}
      blank={<p className="soft">{t('reports.noFrozen')}</p>}
      lines={2}
    >
      {(rows) => (
        <ul className="reports">
          {rows.map((row) => (
            <li key={row.id} data-testid="frozen-report">
              <p>
                <Link to="/bao-cao/$id" params={{ id: String(row.id) }} className="strong" data-row>
                  {row.number}
                </Link>{' '}
                · {t('reports.ofMonth', { month: showMonth(row.month) })}
              </p>
              <p className="soft">{t('reports.signed', { day: showDay(row.issuedOn), signer: row.signer })}</p>
              <Downloads size="small" href={(format) => issuedReportFile(row.id, format)} />
            </li>
          ))}
        </ul>
      )}
    </ListSection>
  )
}

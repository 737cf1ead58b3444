import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { files } from '../paths.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showMonth } from '../ui/format.ts'
import { Downloads } from './downloads.tsx'
import { frozenListQuery } from './queries.ts'

/** Reports that were issued; none of them ever changes. */
export function FrozenList() {
  const { t } = useTranslation()
  const list = useQuery(frozenListQuery)
  return (
    <section className="panel" aria-labelledby="frozen">
      <h2 id="frozen">{t('reports.frozen')}</h2>
      {list.error ? <ProblemNote error={list.error} retry={list.refetch} /> : null}
      {list.isPending ? <Waiting lines={2} /> : null}
      {list.data?.rows.length === 0 ? <p className="soft">{t('reports.noFrozen')}</p> : null}
      <ul className="reports">
        {list.data?.rows.map((row) => (
          <li key={row.id} data-testid="frozen-report">
            <p>
              <Link to="/bao-cao/$id" params={{ id: String(row.id) }} className="strong" data-row>
                {row.number}
              </Link>{' '}
              · {t('reports.ofMonth', { month: showMonth(row.month) })}
            </p>
            <p className="soft">{t('reports.signed', { day: showDay(row.issuedOn), signer: row.signer })}</p>
            <Downloads size="small" href={(format) => files.frozenReport(row.id, format)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

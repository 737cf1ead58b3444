import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { lastActsQuery } from './queries.ts'
import { AuditRows } from './rows.tsx'

/** What somebody did last, for who may read the log. */
export function RecentActs({ personId }: { personId: number }) {
  const { t } = useTranslation()
  const found = useQuery(lastActsQuery(personId))
  return (
    <section className="panel" aria-labelledby="acts">
      <div className="row spread">
        <h2 id="acts">{t('people.acts')}</h2>
        <Link to="/nhat-ky" search={{ personId }}>
          {t('people.allActs')}
        </Link>
      </div>
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {found.isPending ? <Waiting lines={3} /> : null}
      {found.data?.rows.length === 0 ? <p className="soft">{t('people.noActs')}</p> : null}
      {found.data && found.data.rows.length > 0 ? <AuditRows rows={found.data.rows} isShort /> : null}
    </section>
  )
}

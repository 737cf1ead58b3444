import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ListSection } from '../list/list-page.tsx'
import { lastActsQuery } from './queries.ts'
import { AuditRows } from './rows.tsx'

/** Recent acts of a person, for users who may read the log. */
export function RecentActs({ personId }: { personId: number }) {
  const { t } = useTranslation()
  const found = useQuery(lastActsQuery(personId))
  return (
    <ListSection
      id="acts"
      title={t('people.acts')}
      acts={
        <Link to="/nhat-ky" search={{ personId }}>
          {t('people.allActs')}
        </Link>
      }
      query={found}
      rows={found.data?.rows}
      blank={<p className="soft">{t('people.noActs')}</p>}
      lines={3}
    >
      {(rows) => <AuditRows rows={rows} isShort />}
    </ListSection>
  )
}

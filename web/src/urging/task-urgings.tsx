import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { rowsOf } from '../list/list.tsx'
import { ListSection } from '../list/list-page.tsx'
import { LedgerList } from './ledger.tsx'
import { taskLedgerQuery } from './notices.ts'

/** What was said about a task, to whom, by which way: nobody can say they were not told. */
export function TaskUrgings({ taskId }: { taskId: number }) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(taskLedgerQuery(taskId))
  return (
    <ListSection
      id="urgings"
      title={t('urging.ledgerTitle')}
      query={found}
      rows={rowsOf(found.data)}
      blank={<p className="soft">{t('urging.ledgerNone')}</p>}
      lines={3}
    >
      {(rows) => <LedgerList rows={rows} />}
    </ListSection>
  )
}

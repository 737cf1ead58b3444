import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { rowsOf } from '../list/list.tsx'
import { ListSection } from '../list/list-page.tsx'
import { LedgerList } from './ledger.tsx'
import { taskLedgerQuery } from './notices.ts'

/** All urgings of a task, to whom and by which channel: proof of who was notified. */
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

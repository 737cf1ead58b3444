import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { LedgerList } from './ledger.tsx'
import { taskLedgerQuery } from './told.ts'

/** What was said about a task, to whom, by which way: nobody can say they were not told. */
export function TaskUrgings({ taskId }: { taskId: number }) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(taskLedgerQuery(taskId))
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="panel" aria-labelledby="urgings">
      <h2 id="urgings">{t('urging.ledgerTitle')}</h2>
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {found.isPending ? <Waiting lines={3} /> : <LedgerList rows={rows} blank={t('urging.ledgerNone')} />}
      {found.hasNextPage ? (
        <Button size="small" onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t('urging.more')}
        </Button>
      ) : null}
    </section>
  )
}

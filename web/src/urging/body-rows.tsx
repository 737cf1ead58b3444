import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showDay } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { LedgerList } from './ledger.tsx'
import { type BodyKind, bodyLedgerQuery, bodyTasksQuery } from './queries.ts'

/** The tasks behind a body's figure that no filter of the task list names. */
export function BodyRows({ about, onClose }: { about: BodyKind | undefined; onClose: () => void }) {
  return (
    <Modal open={about !== undefined} title={about?.name} onCancel={onClose} footer={null} width={860}>
      {about ? <Rows about={about} /> : null}
    </Modal>
  )
}

function Rows({ about }: { about: BodyKind }) {
  const { t } = useTranslation()
  const found = useQuery(bodyTasksQuery(about))
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (found.isPending) return <Waiting lines={5} />
  return (
    <ScrollBox label={about.name} isTall>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('urging.task')}</th>
            <th scope="col">{t('urging.due')}</th>
            <th scope="col">{t(about.kind === 'silent' ? 'urging.silentSince' : 'urging.periodDue')}</th>
          </tr>
        </thead>
        <tbody>
          {found.data.tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row" lang="vi">
                <Link to="/nhiem-vu/$id" params={{ id: String(task.id) }} className="tabular">
                  {task.code}
                </Link>{' '}
                {task.title}
              </th>
              <td className="tabular">{task.dueOn ? showDay(task.dueOn) : '–'}</td>
              <td className="tabular">
                {about.kind === 'silent' ? showDay(task.heardOn) : task.periods.map(showDay).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** What a body was told, by everybody and every way. */
export function BodyLedger({
  about,
  onClose,
}: {
  about: { id: number; name: string } | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Modal
      open={about !== undefined}
      title={about ? t('urging.ledgerOf', { name: about.name }) : undefined}
      onCancel={onClose}
      footer={null}
      width={720}
    >
      {about ? <Ledger id={about.id} /> : null}
    </Modal>
  )
}

function Ledger({ id }: { id: number }) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(bodyLedgerQuery(id))
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (found.isPending) return <Waiting lines={5} />
  return (
    <ScrollBox label={t('urging.ledgerTitle')} isTall>
      <LedgerList rows={rows} blank={t('urging.bodyLedgerNone')} hasTask />
      {found.hasNextPage ? (
        <Button size="small" onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {t('urging.more')}
        </Button>
      ) : null}
    </ScrollBox>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import { historyQuery } from './queries.ts'

/** How a reorganisation moved the task: from whom, to whom, by which document, since when. */
export function SuccessionNote({ taskId }: { taskId: number }) {
  const { t } = useTranslation()
  const { data } = useQuery(historyQuery(taskId))
  const moves = (data?.entries ?? []).filter(({ event }) => event === 'task.movedBySuccession')
  return moves.map(({ id, happenedOn, detail }) => {
    const { from, to, reason } = detail as { from: string; to: string; reason: string }
    return (
      <Alert
        key={id}
        type="info"
        showIcon
        className="as-of"
        data-testid="succession-note"
        title={t('reorganisation.movedFrom', { from, to, reason, day: showDay(happenedOn) })}
      />
    )
  })
}

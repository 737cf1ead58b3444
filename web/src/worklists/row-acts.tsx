import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { refreshTasks } from '../tasks/index.ts'
import type { WorkRow } from './work-groups.tsx'

/** Acts with a form, in the order offered. */
const FORMS = ['report', 'reportDone', 'contribute'] as const
type FormAct = (typeof FORMS)[number]

/** The acts on a row of the desk: receiving is one click, the others open a form next to the list. */
export function RowActs({ row, onOpen }: { row: WorkRow; onOpen: (act: FormAct) => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  const receiving = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/tasks/{id}/receive', {
          params: { path: { id: row.taskId } },
          headers: ifMatch(row.version),
          body: {},
        }),
      ),
    onSuccess: () => message.success(t('act.did.receive')),
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => refreshTasks(queries, [row.taskId]),
  })
  if (row.reason === 'subtask') {
    return (
      <Link to="/nhiem-vu/$id" params={{ id: String(row.taskId) }} hash="subtasks">
        {t('work.openSubtask')}
      </Link>
    )
  }
  if (row.reason === 'assigned' && row.may.includes('receive')) {
    return (
      <Button type="primary" size="small" loading={receiving.isPending} onClick={() => receiving.mutate()}>
        {t('act.receive')}
      </Button>
    )
  }
  const offered = FORMS.filter(
    (act) => (act === 'contribute') === (row.reason === 'contribution') && row.may.includes(act),
  )
  return offered.map((act, place) => (
    <Button
      key={act}
      size="small"
      type={place === 0 ? 'primary' : 'default'}
      data-report={act === 'report' || undefined}
      onClick={() => onOpen(act)}
    >
      {t(`act.${act}`)}
    </Button>
  ))
}

import { answer, type Body } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { MarkFields } from './acts/finding.tsx'
import { refreshTaskforce } from './queries.ts'

type Mark = Body<'/api/taskforce/tasks/{id}/marks'>

/** Records how a task was seen, in an inspection or by the office. */
export function MarkDrawer({
  taskId,
  inspectionId,
  onClose,
}: {
  taskId: number | undefined
  inspectionId?: number
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<Mark, number | undefined>
      title={taskId === undefined ? undefined : t('taskforce.mark')}
      did={t('taskforce.did')}
      hint={t('taskforce.markHint')}
      initial={{ on: me.today, seen: inspectionId === undefined ? 'onPaper' : 'onSpot' }}
      on={taskId}
      send={(typed, id, key) =>
        answer(
          api.POST('/api/taskforce/tasks/{id}/marks', {
            params: { path: { id: id! } },
            headers: key,
            body: { ...typed, ...(inspectionId === undefined ? {} : { inspectionId }) },
          }),
        )
      }
      refresh={() => refreshTaskforce(queries)}
      onClose={onClose}
    >
      {() => <MarkFields />}
    </FormDrawer>
  )
}

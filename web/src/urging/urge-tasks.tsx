import { type Answer, answer } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, newKey, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { refreshTasks, type Urge } from '../tasks/index.ts'
import { BulkResult } from './bulk.tsx'
import { refreshUrging } from './queries.ts'

type Urged = Answer<'/api/urging/letters/for-tasks', 'post'>

/** Letters about exactly the tasks named, drafted in one step and shown; null for who prepares no letters. */
export function useUrge(): Urge | null {
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  const [urged, setUrged] = useState<Urged>()
  const urging = useMutation({
    mutationFn: ({ ids }: { ids: readonly number[]; onDone?: (() => void) | undefined }) =>
      answer(api.POST('/api/urging/letters/for-tasks', { headers: newKey(), body: { taskIds: [...ids] } })),
    onSuccess: async (result, { onDone }) => {
      setUrged(result)
      onDone?.()
      await Promise.all([refreshUrging(queries), refreshTasks(queries, [])])
    },
    onError: (error) => message.error(words(problemOf(error))),
  })
  if (!mayDo(me, 'urge.prepare')) return null
  return {
    urge: (ids, onDone) => urging.mutate({ ids, onDone }),
    isUrging: urging.isPending,
    shown: <Result urged={urged} onClose={() => setUrged(undefined)} />,
  }
}

function Result({ urged, onClose }: { urged: Urged | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const extra = ({ tasks, isAdded, isWordingKept }: Urged['made'][number]) =>
    [
      t(isAdded ? 'urging.addedTasks' : 'urging.tasks', { count: tasks }),
      isWordingKept ? t('urging.wordingKept') : undefined,
    ]
      .filter(Boolean)
      .join('; ')
  return (
    <BulkResult
      title={t('urging.madeTitle')}
      summary={t('urging.drafted', { count: urged?.made.length ?? 0 })}
      done={urged?.made.map((made) => ({ id: made.id, name: made.agencyName, extra: extra(made) }))}
      failed={[
        ...(urged?.failed.map(({ agencyName, code, message }) => ({ name: agencyName, code, message })) ?? []),
        ...(urged?.skipped.map(({ taskCode, taskId, code, message }) => {
          return { name: taskCode ?? String(taskId), code, message }
        }) ?? []),
      ]}
      onClose={onClose}
    />
  )
}

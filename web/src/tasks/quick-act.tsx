import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import type { WorkSearch } from '../paths/worklists.ts'
import { problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import type { ActName } from './act-names.ts'
import { ACTS } from './acts.ts'
import { refreshTasks } from './keys.ts'
import { type Task, taskQuery } from './queries.ts'
import './tasks.css'

/** The form of one act, opened over a list. Task and act are in the address, so a link opens it too. */
export function QuickAct() {
  const { t } = useTranslation()
  const { task: id, act: requested, about } = useSearch({ strict: false }) as WorkSearch
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const wordsOf = useProblemWords()
  // Always load the current version: a form on a stale version would only be refused.
  const found = useQuery({ ...taskQuery(id ?? 0, undefined), enabled: id !== undefined, staleTime: 0 })
  // The form stays mounted during a background refetch: otherwise it would lose the typed text.
  const task = id !== undefined && found.isFetchedAfterMount ? found.data : undefined
  const act = task?.may.find((may): may is Exclude<typeof may, 'attach'> => may === requested && may !== 'attach')
  const close = () => {
    void refreshTasks(queries, [])
    navigate({
      to: '.',
      search: (before: object) => ({ ...before, task: undefined, act: undefined, about: undefined }),
      replace: true,
      resetScroll: false,
    })
  }
  const failed = id !== undefined && found.error ? wordsOf(problemOf(found.error)) : undefined
  const isGone = task !== undefined && requested !== undefined && act === undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: one message for each act that is not available
  useEffect(() => {
    if (failed === undefined && !isGone) return
    message.warning(failed ?? t('work.taskGone'))
    close()
  }, [failed, isGone])
  return task ? <OneAct key={task.id} act={act} task={task} about={about} onClose={close} /> : null
}

function OneAct({
  act,
  task,
  about,
  onClose,
}: {
  act: ActName | undefined
  task: Task
  about: number | undefined
  onClose: () => void
}) {
  return (
    <ActDrawer
      acts={ACTS}
      act={act}
      target={{ task, ...(act === 'decide' && about !== undefined ? { requestId: about } : {}) }}
      onClose={onClose}
    />
  )
}

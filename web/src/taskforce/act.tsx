import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ActFrame } from '../form/act.tsx'
import type { TaskforceActSearch } from '../paths/taskforce.ts'
import { problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { refreshTaskforce } from './queries.ts'

/** The frame of a form here: its title, and what it refreshes. */
export function useTaskforceFrame(title: string): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return { title, did: t('taskforce.did'), refresh: () => refreshTaskforce(queries) }
}

/** Opens and closes the form of an act, in the address of the page. */
export function useOpenAct(): (open: TaskforceActSearch) => void {
  const navigate = useNavigate()
  return (open) =>
    navigate({
      to: '.',
      search: (before: object) => ({
        ...before,
        act: undefined,
        finding: undefined,
        issue: undefined,
        member: undefined,
        question: undefined,
        task: undefined,
        ...open,
      }),
      replace: true,
      resetScroll: false,
    })
}

/** The buttons of what may be done now: the first is the leading one. */
export function ActButtons<Act extends string>({
  may,
  nameOf,
  onOpen,
  testId,
  isSmall = false,
}: {
  may: readonly Act[]
  nameOf: (act: Act) => string
  onOpen: (act: Act) => void
  testId: string
  isSmall?: boolean
}) {
  if (may.length === 0) return null
  return (
    <div className="row acts screen-only">
      {may.map((act, place) => (
        <Button
          key={act}
          type={place === 0 && !isSmall ? 'primary' : 'default'}
          {...(isSmall ? { size: 'small' as const } : {})}
          onClick={() => onOpen(act)}
          data-testid={`${testId}-${act}`}
        >
          {nameOf(act)}
        </Button>
      ))}
    </div>
  )
}

/** An act without fields: asks whether it is meant, then sends it. */
export function useSure(): (
  words: { title: string; ok: string; content?: string },
  send: () => Promise<unknown>,
) => void {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  const doing = useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onSuccess: () => message.success(t('taskforce.did')),
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => refreshTaskforce(queries),
  })
  return ({ title, ok, content }, send) =>
    modal.confirm({
      title,
      ...(content === undefined ? {} : { content }),
      okText: ok,
      cancelText: t('shell.cancel'),
      onOk: () => doing.mutateAsync(send).catch(() => undefined),
    })
}

import { ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { changesSince, type newKey } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { asSentence, showInstant } from '../ui/format.ts'
import type { ActName } from './act-names.ts'
import { Event, useChange } from './history.tsx'
import { refreshTasks } from './keys.ts'
import type { Subtask, Task } from './queries.ts'

/** What an act is done on: the task as the user saw it, and the request, milestone, sub-task or evidence it is about. */
export interface ActTarget {
  task: Task
  requestId?: number
  deadlineId?: number
  subtaskId?: number
  evidenceId?: number
  /** a coordinating unit whose contribution is requested. */
  agencyId?: number
}

/** One act, defined in its own file. `Words` are its fields by name, `On` is what it is done on. */
interface Parts<Words extends object, On> {
  /** What it is done on; undefined if the target has none, and then nothing opens. */
  on: (target: ActTarget) => On | undefined
  /** Initial values of the form: today, or the current values of what it is about. */
  initial?: (on: On, today: string) => Partial<Words>
  Fields?: (props: { on: On }) => ReactNode
  /** Sends it on the version the user saw. Throws `ApiProblem`; a stale one names who changed it. */
  send: (words: Words, on: On, key: ReturnType<typeof newKey>) => Promise<unknown>
  Many?: ManyFields
}
/** The fields of an act on many tasks: only those that can be the same for all. `kind`: kind of the decided requests. */
export type ManyFields = ComponentType<{ kind: Task['requests'][number]['kind'] | undefined }>

/** An act as the rest of the console sees it: its form, and its fields if it is offered for many tasks. */
export interface Act {
  Drawer: ComponentType<{ act: ActName; isOpen: boolean; target: ActTarget; onClose: () => void }>
  Many?: ManyFields
}

/** An act on a task itself. */
export const actOnTask = <Words extends object>(parts: Omit<Parts<Words, Task>, 'on'>): Act =>
  defineAct<Words, Task>({ ...parts, on: ({ task }) => task })

/** An act on a sub-task. */
export const actOnSubtask = <Words extends object>(parts: Omit<Parts<Words, OnSubtask>, 'on'>): Act =>
  defineAct<Words, OnSubtask>({
    ...parts,
    on: ({ task, subtaskId }) => {
      const subtask = task.subtasks.find(({ id }) => id === subtaskId)
      return subtask && { task, subtask }
    },
  })
export interface OnSubtask {
  task: Task
  subtask: Subtask
}

export function defineAct<Words extends object, On>({ on: onOf, initial, Fields, send, Many }: Parts<Words, On>): Act {
  function ActForm({
    act,
    isOpen,
    target,
    onClose,
  }: Parameters<Exclude<Act['Drawer'], new (...args: never) => unknown>>[0]) {
    const { t } = useTranslation()
    const me = useMe()
    const queries = useQueryClient()
    const on = onOf(target)
    if (on === undefined) return null
    const begun = initial?.(on, me.today)
    return (
      <FormDrawer<Words, On>
        title={isOpen ? t(`act.${act}`) : undefined}
        act={t(`act.do.${act}`)}
        hint={
          <>
            <p className="act-task">
              <strong className="tabular">{target.task.code}</strong> {asSentence(target.task.title)}
            </p>
            <p>{t(`act.hint.${act}`)}</p>
          </>
        }
        did={t(`act.did.${act}`)}
        {...(begun === undefined ? {} : { initial: begun })}
        on={on}
        send={send}
        refresh={() => refreshTasks(queries, [target.task.id])}
        onClose={onClose}
        since={(problem) => <Since changes={changesSince(problem)} />}
      >
        {() => (Fields ? <Fields on={on} /> : null)}
      </FormDrawer>
    )
  }
  return { Drawer: ActForm, ...(Many ? { Many } : {}) }
}

/** Who did what since the user opened the form, and what it changed. */
function Since({ changes }: { changes: ReturnType<typeof changesSince> }) {
  const { t } = useTranslation()
  const linesOf = useChange()
  if (changes.length === 0) return null
  return (
    <>
      <p>{t('subtasks.whatChanged')}</p>
      <ul className="plain since">
        {changes.map((change) => (
          <li key={`${change.at}:${change.event}`}>
            <strong>
              <Event name={change.event} />
            </strong>
            , {change.by}, {showInstant(change.at)}
            <ul className="plain soft">
              {linesOf(change).map(({ name, line }) => (
                <li key={name}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Path and version of a task for a request. */
export const onTask = (task: Task) => ({ params: { path: { id: task.id } }, headers: ifMatch(task.version) })

/** Path and version of a sub-task for a request. */
export const onSubtask = ({ task, subtask }: OnSubtask) => ({
  params: { path: { id: task.id, subtaskId: subtask.id } },
  headers: ifMatch(subtask.version),
})

/** Trimmed text as a property, or no property if it is empty. */
export const optionalText = <Name extends string>(name: Name, text: string | undefined): { [name in Name]?: string } =>
  text?.trim() ? ({ [name]: text.trim() } as { [name in Name]: string }) : {}

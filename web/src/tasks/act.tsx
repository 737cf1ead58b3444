import { ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, type ActParts, actsWith } from '../form/act.tsx'
import { changesSince } from '../shell/api.ts'
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

/** The fields of an act on many tasks: only those that can be the same for all. `kind`: kind of the decided requests. */
export type ManyFields = ComponentType<{ kind: Task['requests'][number]['kind'] | undefined }>

/** An act on a task: its form, and its fields if it is offered for many tasks. */
export interface TaskAct extends Act<ActName, ActTarget> {
  Many?: ManyFields
}
interface Parts<Words extends object, On> extends ActParts<Words, ActTarget, On, unknown> {
  Many?: ManyFields
}

/** An act on a part of a task that `on` finds. */
export const defineAct = <Words extends object, On>({ Many, ...parts }: Parts<Words, On>): TaskAct => ({
  ...defineForm<Words, On>(parts),
  ...(Many ? { Many } : {}),
})

/** An act on a task itself. */
export const actOnTask = <Words extends object>(parts: Omit<Parts<Words, Task>, 'on'>): TaskAct =>
  defineAct<Words, Task>({ ...parts, on: ({ task }) => task })

/** An act on a sub-task. */
export const actOnSubtask = <Words extends object>(parts: Omit<Parts<Words, OnSubtask>, 'on'>): TaskAct =>
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

function useFrame(act: ActName, { task }: ActTarget): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return {
    title: t(`act.${act}`),
    act: t(`act.do.${act}`),
    hint: (
      <>
        <p className="act-task">
          <strong className="tabular">{task.code}</strong> {asSentence(task.title)}
        </p>
        <p>{t(`act.hint.${act}`)}</p>
      </>
    ),
    did: t(`act.did.${act}`),
    refresh: () => refreshTasks(queries, [task.id]),
    since: (problem) => <Since changes={changesSince(problem)} />,
  }
}
const defineForm = actsWith(useFrame)

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

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changesSince, isStale, lastChange, problemOf } from '../shell/api.ts'
import { fieldErrors, ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { asSentence, showInstant } from '../ui/format.ts'
import { ActFields } from './act-fields.tsx'
import { type ActTarget, type ActWords, type Deed, send } from './acts.ts'
import { subtaskOf } from './desk-acts.ts'
import { Event, useChange } from './history.tsx'
import type { Task } from './queries.ts'

/**
 * The form of one act. What was typed is kept through every refusal; when somebody else changed the task first, it says
 * who and when, and the same words can be sent again on the task as it now is.
 */
export function ActDrawer({ act, target, onClose }: { act: Deed | undefined; target: ActTarget; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={act !== undefined}
      onClose={onClose}
      size={520}
      destroyOnHidden
      title={act ? t(`act.${act}`) : ''}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {act ? <ActForm key={act} act={act} target={target} onClose={onClose} /> : null}
    </Drawer>
  )
}

function ActForm({ act, target, onClose }: { act: Deed; target: ActTarget; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<ActWords>()
  const [seen, setSeen] = useState<Task>(target.task)
  const doing = useMutation({
    mutationFn: (words: ActWords) => send(act, { ...target, task: seen }, words),
    onSuccess: async () => {
      message.success(t(`act.did.${act}`))
      await refresh()
      onClose()
    },
  })
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['task', target.task.id] }),
      queries.invalidateQueries({ queryKey: ['tasks'] }),
      queries.invalidateQueries({ queryKey: ['statistics'] }),
      queries.invalidateQueries({ queryKey: ['trend'] }),
      queries.invalidateQueries({ queryKey: ['report'] }),
    ])
  const problem = doing.error ? problemOf(doing.error) : undefined
  const stale = problem && isStale(problem) ? (lastChange(problem) ?? { by: '', at: '' }) : undefined
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!problem) return
    note.current?.scrollIntoView({ block: 'nearest' })
    const errors = fieldErrors(problem)
    form.setFields(Object.entries(errors).map(([name, error]) => ({ name: name as keyof ActWords, errors: [error] })))
  }, [problem, form])
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={startingWith(act, target, me.today)}
      onFinish={(words) => doing.mutate(words)}
      scrollToFirstError
      requiredMark={(label, { required }) => (
        <span>
          {label}
          {required ? null : <span className="soft"> ({t('field.optional')})</span>}
        </span>
      )}
    >
      <p className="act-task">
        <strong className="tabular">{target.task.code}</strong> {asSentence(target.task.title)}
      </p>
      <p className="soft act-hint">{t(`act.hint.${act}`)}</p>
      <div ref={note} />
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="act-stale"
          title={t('task.stale', { by: stale.by, at: showInstant(stale.at) })}
          description={
            <div className="stack">
              <Since changes={problem ? changesSince(problem) : []} />
              <p>{t('task.staleHint')}</p>
              <div className="row">
                <Button
                  size="small"
                  type="primary"
                  onClick={async () => {
                    await refresh()
                    const now = queries.getQueryData<Task>(['task', target.task.id, 'today'])
                    if (now) setSeen(now)
                    doing.reset()
                  }}
                >
                  {t('task.staleKeep')}
                </Button>
                <Button
                  size="small"
                  onClick={async () => {
                    await refresh()
                    onClose()
                  }}
                >
                  {t('task.staleDrop')}
                </Button>
              </div>
            </div>
          }
        />
      ) : problem ? (
        <div className="act-stale">
          <ProblemNote error={doing.error} />
        </div>
      ) : null}
      <ActFields
        act={act}
        task={target.task}
        {...(target.subtaskId === undefined ? {} : { subtaskId: target.subtaskId })}
      />
      <div className="row drawer-foot">
        <Button type="primary" htmlType="submit" loading={doing.isPending} disabled={stale !== undefined}>
          {t(`act.do.${act}`)}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

/** What a form begins with: the day it is, or what it is about as it now stands. */
function startingWith(act: Deed, target: ActTarget, today: string): ActWords {
  const { task, agencyId } = target
  const piece = subtaskOf(target)
  const awaited = [...task.periods].reverse().find(({ reportedOn }) => reportedOn === null)
  return {
    percent: piece?.percent ?? task.percent,
    completedOn: act === 'correct' ? undefined : today,
    doneOn: today,
    agencyId,
    ...(act === 'report' && task.periods.length > 0 ? { periodId: awaited?.id ?? 'none' } : {}),
    ...(act === 'pieceChange' && piece
      ? { title: piece.title, content: piece.content, dueOn: piece.dueOn, laterReason: piece.laterReason ?? undefined }
      : {}),
    ...(act === 'setRhythm'
      ? {
          cadence: task.rhythm?.cadence ?? 'quarter',
          cutoff: task.rhythm?.cutoff ?? 'decree',
          dueDays: task.rhythm?.dueDays ?? 5,
        }
      : {}),
  }
}

/** Who did what since this person opened it, and what it changed. */
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

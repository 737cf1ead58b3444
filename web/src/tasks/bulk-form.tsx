import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Modal, Progress, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { markOptional } from '../form/form-drawer.tsx'
import { useFormErrors } from '../form/form-errors.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { showNumber } from '../ui/format.ts'
import { ACTS } from './acts.ts'
import { type ActsOf, actOnMany, type BulkAct, type BulkRequest, type BulkResult } from './bulk.ts'
import { Refusals } from './bulk-result.tsx'
import { refreshTasks } from './keys.ts'

interface Typed {
  mode: 'all' | 'each'
  [field: string]: unknown
}

/** The form of one act on many tasks, then the result: every refusal with its task and reason. */
export function BulkForm({
  act,
  tasks,
  onClose,
}: {
  act: BulkAct
  tasks: readonly ActsOf[]
  /** `isDone`: something was changed, so the selection is outdated. */
  onClose: (isDone: boolean) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const [bar, setBar] = useState<{ tried: number; total: number }>()
  const [result, setResult] = useState<BulkResult>()
  const doing = useMutation({
    mutationFn: ({ mode, ...input }: Typed) => {
      // A retry leaves out the tasks that were refused.
      const refused = new Set(result?.failed.map(({ id }) => id))
      return actOnMany(
        requestOf(
          act,
          tasks.filter(({ id }) => !refused.has(id)),
          input,
          mode,
        ),
        (tried, total) => setBar({ tried, total }),
      )
    },
    onSuccess: async (came) => {
      setBar(undefined)
      await refreshTasks(queries)
      if (came.failed.length > 0) return setResult(came)
      message.success(t('bulk.done', { n: showNumber(came.done.length, language) }))
      onClose(true)
    },
  })
  useFormErrors(form, doing.error)
  const n = showNumber(tasks.length, language)
  const { Many } = ACTS[act]
  const left = tasks.length - (result?.failed.length ?? 0)
  return (
    <Modal
      open
      title={t('bulk.title', { act: t(`act.${act}`), n })}
      onCancel={() => onClose(result?.applied ?? false)}
      width={620}
      footer={
        result ? (
          <div className="row modal-foot">
            {!result.applied && left > 0 ? (
              <Button
                type="primary"
                loading={doing.isPending}
                onClick={() => doing.mutate({ ...form.getFieldsValue(true), mode: 'each' })}
              >
                {t('bulk.rest', { n: showNumber(left, language) })}
              </Button>
            ) : null}
            <Button onClick={() => onClose(result.applied)}>{t('shell.close')}</Button>
          </div>
        ) : (
          <div className="row modal-foot">
            <Button type="primary" loading={doing.isPending} onClick={() => form.submit()}>
              {t('bulk.do')}
            </Button>
            <Button onClick={() => onClose(false)}>{t('shell.cancel')}</Button>
          </div>
        )
      }
    >
      {doing.error ? <ProblemNote error={doing.error} /> : null}
      {bar ? (
        <div className="stack" role="status">
          <Progress percent={Math.round((bar.tried / bar.total) * 100)} />
          <p>
            {t('bulk.running', { tried: showNumber(bar.tried, language), total: showNumber(bar.total, language) })}.{' '}
            {t('bulk.leave')}
          </p>
        </div>
      ) : null}
      {result ? <Refusals result={result} /> : null}
      <Form
        form={form}
        layout="vertical"
        hidden={result !== undefined}
        initialValues={{ mode: 'all' }}
        onFinish={(typed) => doing.mutate(typed)}
        requiredMark={markOptional(t('field.optional'))}
      >
        <p className="soft form-hint">{t(`act.hint.${act}`)}</p>
        {Many ? <Many kind={tasks[0]?.requests[0]?.kind} /> : null}
        {tasks.length > 1 ? (
          <Form.Item name="mode" label={t('bulk.mode')} required>
            <Radio.Group
              options={[
                { value: 'all', label: t('bulk.all') },
                { value: 'each', label: t('bulk.each') },
              ]}
            />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}

function requestOf(
  act: BulkAct,
  tasks: readonly ActsOf[],
  input: Record<string, unknown>,
  mode: 'all' | 'each' = 'all',
): BulkRequest {
  const body = Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      const words = typeof value === 'string' ? value.trim() : value
      return words === undefined || words === '' ? [] : [[name, words]]
    }),
  )
  return {
    act,
    mode,
    body,
    items: tasks.map(({ id, version, requests }) => ({
      id,
      version,
      ...(act === 'decide' && requests[0] ? { requestId: requests[0].id } : {}),
    })),
  }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Modal, Progress, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { fieldErrors, ProblemNote } from '../shell/problem.tsx'
import { showNumber } from '../ui/format.ts'
import { type ActsOf, actOnMany, type BulkRequest, type BulkResult, type OfferedAct } from './bulk.ts'
import { BulkFields } from './bulk-fields.tsx'
import { Refusals } from './bulk-result.tsx'

interface Typed {
  mode: 'all' | 'each'
  [field: string]: unknown
}

/** What is said once of all the tasks, and then what came of it: every refusal with its task and its reason. */
export function BulkForm({
  act,
  tasks,
  onClose,
}: {
  act: OfferedAct
  tasks: readonly ActsOf[]
  /** `isDone`: something was changed, so what was selected is past. */
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
    mutationFn: ({ mode, ...said }: Typed) => {
      // A second try leaves out those that were refused at the first.
      const refused = new Set(result?.failed.map(({ id }) => id))
      return actOnMany(
        requestOf(
          act,
          tasks.filter(({ id }) => !refused.has(id)),
          said,
          mode,
        ),
        (tried, total) => setBar({ tried, total }),
      )
    },
    onSuccess: async (came) => {
      setBar(undefined)
      await Promise.all(
        (['tasks', 'task', 'desk', 'queue', 'statistics', 'trend', 'acts'] as const).map((key) =>
          queries.invalidateQueries({ queryKey: [key] }),
        ),
      )
      if (came.failed.length > 0) return setResult(came)
      message.success(t('bulk.done', { n: showNumber(came.done.length, language) }))
      onClose(true)
    },
  })
  const problem = doing.error ? problemOf(doing.error) : undefined
  useEffect(() => {
    if (!problem) return
    const errors = fieldErrors({
      ...problem,
      fields: problem.fields.map((field) => ({ ...field, path: field.path.replace(/^body\./, '') })),
    })
    form.setFields(Object.entries(errors).map(([name, error]) => ({ name, errors: [error] })))
  }, [problem, form])
  const n = showNumber(tasks.length, language)
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
      {problem ? <ProblemNote error={doing.error} /> : null}
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
        initialValues={{ mode: 'all', percent: 0 }}
        onFinish={(typed) => doing.mutate(typed)}
        requiredMark={(label, { required }) => (
          <span>
            {label}
            {required ? null : <span className="soft"> ({t('field.optional')})</span>}
          </span>
        )}
      >
        <p className="soft act-hint">{t(`act.hint.${act}`)}</p>
        <BulkFields act={act} kind={tasks[0]?.requests[0]?.kind} />
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
  act: OfferedAct,
  tasks: readonly ActsOf[],
  said: Record<string, unknown>,
  mode: 'all' | 'each' = 'all',
): BulkRequest {
  const body = Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => {
      const words = typeof value === 'string' ? value.trim() : value
      return words === undefined || words === '' ? [] : [[name, words]]
    }),
  )
  const { percent, ...others } = body
  return {
    act,
    mode,
    body: act === 'report' ? { ...others, percent } : others,
    items: tasks.map(({ id, version, requests }) => ({
      id,
      version,
      ...(act === 'decide' && requests[0] ? { requestId: requests[0].id } : {}),
    })),
  }
}

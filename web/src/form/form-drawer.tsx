import type { Problem } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isStale, lastChange, newKey, problemOf } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { useFormErrors } from './form-errors.ts'
import './form-drawer.css'

type Key = ReturnType<typeof newKey>

interface Props<Words extends object, On, Done> {
  /** What is done, on the drawer; nothing is open where left out. */
  title: string | undefined
  /** On the button, where it says something else. */
  act?: string
  isDanger?: boolean
  hint?: ReactNode
  /** Shown when it is done. */
  did?: string
  initial?: Partial<Words>
  /** What it is done on. It stays as the reader saw it when the form opened, until they take the new version. */
  on?: On
  /** Sends what was typed; `key` is one intended creation, sent again after a broken connection. */
  send: (words: Words, on: On, key: Key) => Promise<Done>
  /** Fetches anew what the act changes. */
  refresh: () => Promise<unknown>
  /** What came of it, before the form closes. */
  onDone?: (done: Done, words: Words) => void
  onClose: () => void
  /** What somebody else changed meanwhile, as the refusal tells it. */
  since?: (problem: Problem) => ReactNode
  children: (form: FormInstance<Words>) => ReactNode
}

/**
 * The form of one act at the side of the page. What was typed is kept through every refusal; where somebody else changed
 * the same thing first it says who and when, and the same words can be sent again on what it now is.
 */
export function FormDrawer<Words extends object, On = undefined, Done = unknown>(props: Props<Words, On, Done>) {
  const { t } = useTranslation()
  const { title, onClose } = props
  return (
    <Drawer
      open={title !== undefined}
      onClose={onClose}
      size={520}
      destroyOnHidden
      title={title}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {title === undefined ? null : <ActForm {...props} key={title} title={title} />}
    </Drawer>
  )
}

function ActForm<Words extends object, On, Done>({
  title,
  act = title,
  isDanger = false,
  hint,
  did,
  initial,
  on,
  send,
  refresh,
  onDone,
  onClose,
  since,
  children,
}: Props<Words, On, Done> & { title: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<Words>()
  const [key] = useState(newKey)
  // Whatever the page behind shows meanwhile, the form is about what its reader saw.
  const [seen, setSeen] = useState<{ on: On } | undefined>({ on: on as On })
  const doing = useMutation({
    mutationFn: (words: Words) => send(words, (seen ?? { on: on as On }).on, key),
    onSuccess: async (done, words) => {
      if (did !== undefined) message.success(did)
      onDone?.(done, words)
      await refresh()
      onClose()
    },
  })
  const problem = doing.error ? problemOf(doing.error) : undefined
  const stale = problem && isStale(problem) ? (lastChange(problem) ?? { by: '', at: '' }) : undefined
  // What belongs to no field; the sentence of the whole refusal may be the same.
  const elsewhere = useFormErrors(form, doing.error).filter((words) => words !== problem?.detail)
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (doing.error) note.current?.scrollIntoView({ block: 'nearest' })
  }, [doing.error])
  return (
    <Form<Words>
      form={form}
      layout="vertical"
      {...(initial === undefined ? {} : { initialValues: initial as Words })}
      onFinish={(words) => doing.mutate(words)}
      // Enter takes the day that was typed; it does not send the form before the next field is filled.
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.target as HTMLElement).closest('.ant-picker')) event.preventDefault()
      }}
      scrollToFirstError
      requiredMark={markOptional(t('field.optional'))}
    >
      {hint ? <div className="soft form-hint">{hint}</div> : null}
      <div ref={note} />
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="form-note"
          title={t('form.stale', { by: stale.by, at: showInstant(stale.at) })}
          description={
            <div className="stack">
              {problem && since?.(problem)}
              <p>{t('form.staleHint')}</p>
              <div className="row">
                <Button
                  size="small"
                  type="primary"
                  onClick={async () => {
                    await refresh()
                    setSeen(undefined)
                    doing.reset()
                  }}
                >
                  {t('form.staleKeep')}
                </Button>
                <Button
                  size="small"
                  onClick={async () => {
                    await refresh()
                    onClose()
                  }}
                >
                  {t('form.staleDrop')}
                </Button>
              </div>
            </div>
          }
        />
      ) : problem ? (
        <div className="form-note">
          <ProblemNote error={doing.error}>
            {elsewhere.length > 0 ? elsewhere.map((words) => <p key={words}>{words}</p>) : undefined}
          </ProblemNote>
        </div>
      ) : null}
      {children(form)}
      <div className="row form-foot">
        <Button
          type="primary"
          danger={isDanger}
          htmlType="submit"
          loading={doing.isPending}
          disabled={stale !== undefined}
        >
          {act}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

/** The label of a field, which says so where it may stay empty. */
export const markOptional = (optional: string) =>
  function Marked(label: ReactNode, { required }: { required: boolean }) {
    return (
      <span>
        {label}
        {required ? null : <span className="soft"> ({optional})</span>}
      </span>
    )
  }

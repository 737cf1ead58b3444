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

export interface FormDrawerProps<Words extends object, On, Done> {
  /** Title of the drawer; undefined: closed. */
  title: string | undefined
  /** Text of the button, if it differs. */
  act?: string
  isDanger?: boolean
  /** The fields need more room. */
  isWide?: boolean
  /** The page beside it can be read and scrolled. */
  isBeside?: boolean
  hint?: ReactNode
  /** Shown on success. */
  did?: string
  initial?: Partial<Words>
  /** The record of the act. It stays as it was when the form opened, until the user takes the new version. */
  on?: On
  /** Sends the input; `key` identifies one intended creation, so a retry after a broken connection is safe. */
  send: (words: Words, on: On, key: Key) => Promise<Done>
  /** Refetches what the act changes. */
  refresh: () => Promise<unknown>
  /** Called with the result after the form closed, so that a page it opens is not left again by closing the form. */
  onDone?: (done: Done, words: Words) => void
  onClose: () => void
  /** Another user's change, from the stale error. */
  since?: (problem: Problem) => ReactNode
  children: (form: FormInstance<Words>) => ReactNode
}

/**
 * The form of one act at the side of the page. Typed text survives every refusal. If another user changed
 * the same record first, it shows who and when, and the same input can be sent again on the new version.
 */
export function FormDrawer<Words extends object, On = undefined, Done = unknown>(
  props: FormDrawerProps<Words, On, Done>,
) {
  const { t } = useTranslation()
  const { title, onClose, isWide = false, isBeside = false } = props
  return (
    <Drawer
      open={title !== undefined}
      onClose={onClose}
      size={isWide ? 720 : 520}
      mask={!isBeside}
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
}: FormDrawerProps<Words, On, Done> & { title: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<Words>()
  const [key] = useState(newKey)
  // The form keeps the version its user saw, even if the page behind it has updated.
  const [seen, setSeen] = useState<{ on: On } | undefined>({ on: on as On })
  const doing = useMutation({
    mutationFn: (words: Words) => send(words, (seen ?? { on: on as On }).on, key),
    onSuccess: async (done, words) => {
      if (did !== undefined) message.success(did)
      await refresh()
      onClose()
      onDone?.(done, words)
    },
  })
  const problem = doing.error ? problemOf(doing.error) : undefined
  const stale = problem && isStale(problem) ? (lastChange(problem) ?? { by: '', at: '' }) : undefined
  // Errors of no field; the message of the whole refusal may be the same.
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
      // Enter accepts the typed day; it must not submit the form before the next field is filled.
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

/** The label of a field, marked if it is optional. */
export const markOptional = (optional: string) =>
  function Marked(label: ReactNode, { required }: { required: boolean }) {
    return (
      <span>
        {label}
        {required ? null : <span className="soft"> ({optional})</span>}
      </span>
    )
  }

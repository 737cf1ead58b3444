import type { Problem } from '@dieuhanh/client'
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Drawer, Form, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { isStale, lastChange, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { fieldErrors, ProblemNote } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import './form-drawer.css'

interface Props<Words extends object> {
  /** Words of what is done, on the drawer and on its button; nothing is open where left out. */
  title: string | undefined
  hint?: string
  /** Said when it is done. */
  did: string
  initial?: Partial<Words>
  /** Sends what was typed, on the version last fetched. */
  send: (words: Words) => Promise<unknown>
  /** Fetches anew what the act changes. */
  refresh: () => Promise<unknown>
  onClose: () => void
  children: (form: FormInstance<Words>) => ReactNode
}

/**
 * The form of one act at the side of the page. What was typed is kept through every refusal; where somebody else changed
 * the same thing first it says who and when, and the same words can be sent again on what it now is.
 */
export function FormDrawer<Words extends object>(props: Props<Words>) {
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

function ActForm<Words extends object>({
  title,
  hint,
  did,
  initial,
  send,
  refresh,
  onClose,
  children,
}: Props<Words> & { title: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [form] = Form.useForm<Words>()
  const errorsOf = useFieldErrors()
  const doing = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      message.success(did)
      await refresh()
      onClose()
    },
  })
  const problem = doing.error ? problemOf(doing.error) : undefined
  const stale = problem && isStale(problem) ? (lastChange(problem) ?? { by: '', at: '' }) : undefined
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!problem) return
    note.current?.scrollIntoView({ block: 'nearest' })
    for (const [name, error] of Object.entries(errorsOf(problem))) {
      form.setFields([{ name: name as never, errors: [error] }])
    }
  }, [problem, form, errorsOf])
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
      requiredMark={(label, { required }) => (
        <span>
          {label}
          {required ? null : <span className="soft"> ({t('field.optional')})</span>}
        </span>
      )}
    >
      {hint ? <p className="soft form-hint">{hint}</p> : null}
      <div ref={note} />
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="form-note"
          title={t('agencies.stale', { by: stale.by, at: showInstant(stale.at) })}
          description={
            <div className="stack">
              <p>{t('agencies.staleHint')}</p>
              <div className="row">
                <Button
                  size="small"
                  type="primary"
                  onClick={async () => {
                    await refresh()
                    doing.reset()
                  }}
                >
                  {t('agencies.staleKeep')}
                </Button>
                <Button size="small" onClick={onClose}>
                  {t('shell.cancel')}
                </Button>
              </div>
            </div>
          }
        />
      ) : problem ? (
        <div className="form-note">
          <ProblemNote error={doing.error} />
        </div>
      ) : null}
      {children(form)}
      <div className="row form-foot">
        <Button type="primary" htmlType="submit" loading={doing.isPending} disabled={stale !== undefined}>
          {title}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

/** Errors by field in the reader's language: the server's own sentence in Vietnamese, in English by the code. */
function useFieldErrors(): (problem: Problem) => Record<string, string> {
  const language = useLanguage()
  return (problem) => {
    if (language === 'vi') return fieldErrors(problem)
    return Object.fromEntries(
      problem.fields.map(({ path, code, message }) => [
        path.split('.')[0] ?? path,
        wordsIf(`errors.${code.replaceAll('.', '_')}`) ?? message,
      ]),
    )
  }
}

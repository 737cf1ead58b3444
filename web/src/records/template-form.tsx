import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, LineField } from '../form/fields.tsx'
import { markOptional } from '../form/form-drawer.tsx'
import { useFormErrors } from '../form/form-errors.ts'
import { api, newKey, problemOf } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { KindField } from './draft-fields.tsx'
import type { Part } from './draft-pasted.ts'
import { refreshOutgoing, type Template, templatesQuery } from './outgoing-queries.ts'
import './draft.css'

interface Words {
  kind: string
  name: string
  about: string
  addressees?: string
}
const FIELD = /\{([^{}\n]*)\}/g
const linesIn = (typed = '') =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The words of a template, written in the editor of drafts; a field that there is not is named while it is typed. */
export function TemplateForm({ one }: { one: Template | undefined }) {
  const { t } = useTranslation()
  const fields = useQuery({ ...templatesQuery({}), enabled: one === undefined })
  useTitle(one?.name ?? t('outgoing.templates.add'))
  if (fields.error) return <ErrorPage error={fields.error} reset={() => fields.refetch()} />
  const known = one?.fields ?? fields.data?.fields
  if (known === undefined)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  return <Writing one={one} known={known} />
}

function Writing({ one, known }: { one: Template | undefined; known: Template['fields'] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Words>()
  const [key] = useState(newKey)
  // What was seen first: saving on a version that has passed is refused.
  const [base] = useState(one)
  const text = base?.texts[0]
  const parts = useRef<readonly Part[]>(text?.content.parts ?? [])
  const [unknown, setUnknown] = useState<string[]>([])
  const check = () => {
    const { about = '', addressees = '' } = form.getFieldsValue()
    const names = new Set(known.map(({ name }) => name))
    const words = [about, addressees, JSON.stringify(parts.current)].join('\n')
    // The marks of JSON are braces too, but hold quotes.
    const found = [...words.matchAll(FIELD)].map(([, name]) => name!.trim()).filter((name) => !name.includes('"'))
    setUnknown([...new Set(found.filter((name) => !names.has(name)))])
  }
  const saving = useMutation({
    mutationFn: async ({ addressees, ...typed }: Words) => {
      const body = { ...typed, content: { addressees: linesIn(addressees), parts: [...parts.current] } }
      if (base === undefined) return answer(api.POST('/api/records/templates', { headers: key, body }))
      const on = { params: { path: { id: base.id } }, headers: ifMatch(base.version) }
      await answer(api.PUT('/api/records/templates/{id}', { ...on, body }))
      return { id: base.id }
    },
    onSuccess: async ({ id }) => {
      message.success(t('outgoing.templates.saved'))
      await refreshOutgoing(queries)
      await navigate({ to: '/van-ban-di/mau/$id', params: { id: String(id) } })
    },
  })
  const elsewhere = useFormErrors(form, saving.error).filter((words) => words !== problemOf(saving.error).detail)
  return (
    <div className="page draft-page">
      <div className="page-head">
        <p>
          {base ? (
            <Link to="/van-ban-di/mau/$id" params={{ id: String(base.id) }}>
              {t('outgoing.templates.back')}
            </Link>
          ) : (
            <Link to="/van-ban-di/mau">{t('outgoing.templates.title')}</Link>
          )}
        </p>
        <h1 lang={base ? 'vi' : undefined}>{base?.name ?? t('outgoing.templates.add')}</h1>
        <p className="soft">{t('outgoing.templates.formHint')}</p>
      </div>
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={markOptional(t('field.optional'))}
        initialValues={{
          kind: base?.kind ?? 'CV',
          name: base?.name,
          about: text?.about,
          addressees: text?.content.addressees.join('\n'),
        }}
        onValuesChange={check}
        onFinish={(words) => saving.mutate(words)}
        scrollToFirstError
      >
        <div className="template-head">
          <KindField />
          <LineField name="name" label={t('outgoing.templates.name')} max={200} />
        </div>
        <Field name="about" label={t('outgoing.subject')} extra={t('outgoing.templates.aboutHint')} isTyped>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} lang="vi" />
        </Field>
        <Field
          name="addressees"
          label={t('outgoing.editor.addressees')}
          extra={t('outgoing.editor.addresseesHint')}
          isOptional
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} lang="vi" />
        </Field>
        <DraftEditor
          initial={text?.content.parts ?? []}
          label={t('outgoing.editor.text')}
          fields={known}
          onChange={(changed) => {
            parts.current = changed
            check()
          }}
          onSave={() => form.submit()}
        />
        {unknown.length > 0 ? (
          <Alert
            type="warning"
            showIcon
            className="draft-note"
            data-testid="unknown-fields"
            title={t('outgoing.templates.unknown', { names: unknown.map((name) => `{${name}}`).join(', ') })}
          />
        ) : null}
        {saving.error ? (
          <ProblemNote error={saving.error}>
            {elsewhere.length > 0 ? (
              <ul className="plain">
                {elsewhere.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            ) : null}
          </ProblemNote>
        ) : null}
        <div className="row">
          <Button
            type="primary"
            htmlType="submit"
            loading={saving.isPending}
            title="Ctrl+S"
            data-testid="template-save"
          >
            {t('outgoing.editor.save')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

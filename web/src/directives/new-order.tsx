import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Radio, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField, WordsField } from '../form/fields.tsx'
import { markOptional } from '../form/form-drawer.tsx'
import { useFieldWords, useFormErrors } from '../form/form-errors.ts'
import { newKey, problemOf } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { DraftFields } from './draft-fields.tsx'
import { blankDraft, cleaned } from './edit.ts'
import { type NewOrder as Entered, ORDER_FORMS, type OrderForm, recordOrder, refreshOrders } from './order-queries.ts'
import './directives.css'

interface Basis {
  form: OrderForm
  givenBy: string
  givenOn: string
  about: string
  documentNumber?: string
  documentOn?: string
  file?: { fileList: { originFileObj?: File }[] }
}

/** Enters an order that was given outside the system, and its first task. */
export function NewOrder() {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const fieldWords = useFieldWords()
  const [form] = Form.useForm<Basis>()
  const [edit, setEdit] = useState(blankDraft)
  const [key] = useState(newKey)
  const way = Form.useWatch('form', form)
  const givenOn = Form.useWatch('givenOn', form)
  useTitle(t('orders.newTitle'))
  const saving = useMutation({
    mutationFn: ({ documentNumber, documentOn, file, ...basis }: Basis) => {
      const number = documentNumber?.trim()
      const order: Entered = {
        ...basis,
        ...(number && documentOn ? { document: { number, issuedOn: documentOn } } : {}),
      }
      return recordOrder(order, cleaned(edit), file?.fileList[0]?.originFileObj, key)
    },
    onSuccess: async ({ id }) => {
      message.success(t('orders.didRecord'))
      await refreshOrders(queries)
      navigate({ to: '/chi-dao/$id', params: { id: String(id) } })
    },
  })
  useFormErrors(form, saving.error)
  const errors = new Map(
    saving.error
      ? problemOf(saving.error).fields.map((one) => [one.path.replace(/^tasks\.0\./, ''), fieldWords(one)])
      : [],
  )
  return (
    <div className="page order-page">
      <div className="page-head">
        <p className="soft">
          <Link to="/chi-dao">{t('orders.title')}</Link>
        </p>
        <h1>{t('orders.newTitle')}</h1>
        <p className="soft">{t('orders.newAbout')}</p>
      </div>
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      <Form<Basis>
        form={form}
        layout="vertical"
        initialValues={{ form: 'meeting', givenOn: me.today }}
        onFinish={(basis) => saving.mutate(basis)}
        scrollToFirstError
        requiredMark={markOptional(t('field.optional'))}
      >
        <section className="panel" aria-labelledby="order-basis">
          <h2 id="order-basis">{t('orders.basis')}</h2>
          <Field name="form" label={t('orders.form')}>
            <Radio.Group options={ORDER_FORMS.map((value) => ({ value, label: t(`orders.forms.${value}`) }))} />
          </Field>
          <div className="two">
            <LineField name="givenBy" label={t('orders.givenBy')} placeholder={t('orders.givenByHint')} />
            <DayField name="givenOn" label={t('orders.givenOn')} max={me.today} />
          </div>
          <WordsField name="about" label={t('orders.about')} rows={2} />
          <div className="two">
            <LineField
              name="documentNumber"
              label={t('amendments.documentNumber')}
              max={200}
              isOptional={way !== 'document'}
            />
            <DayField
              name="documentOn"
              label={t('amendments.documentOn')}
              max={me.today}
              isOptional={way !== 'document'}
            />
          </div>
          <Form.Item name="file" label={t('orders.file')}>
            <Upload maxCount={1} beforeUpload={() => false} accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg">
              <Button>{t('subtasks.choose')}</Button>
            </Upload>
          </Form.Item>
        </section>
        <section className="panel" aria-labelledby="order-task">
          <h2 id="order-task">{t('orders.task')}</h2>
          <div className="stack draft-form">
            <DraftFields
              edit={edit}
              on={givenOn}
              errors={errors}
              onChange={(part) => setEdit((before) => ({ ...before, ...part }))}
            />
          </div>
        </section>
        <div className="row form-foot">
          <Button type="primary" htmlType="submit" loading={saving.isPending} data-testid="record-order">
            {t('orders.record')}
          </Button>
          <Button onClick={() => navigate({ to: '/nhiem-vu' })}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </div>
  )
}

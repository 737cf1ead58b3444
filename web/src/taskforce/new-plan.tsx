import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Select, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, FormDay, LineField } from '../form/fields.tsx'
import { useFieldWords } from '../form/form-errors.ts'
import { newKey, problemOf } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { sendForm } from '../shell/upload.ts'
import { type NewActivity, type ReadPlan, refreshTaskforce } from './queries.ts'
import './taskforce.css'

const FORMS = [
  'direct',
  'dialogue',
  'receive',
  'conference',
  'session',
  'inspection',
  'report',
  'plan',
  'other',
] as const
const KINDS = ['standing', 'date', 'month', 'quarter', 'halfYear', 'year', 'none'] as const
interface Head {
  number: string
  title: string
  issuedOn: string
  fromOn: string
  toOn: string
}
const BLANK: NewActivity = {
  title: '',
  words: '',
  form: 'other',
  doneBy: null,
  kind: 'month',
  literal: '',
  dueOn: null,
  isStrict: false,
  recurs: null,
}

/** A plan of activities: the file is read, a person checks each line, and each becomes a task. */
export function NewPlanPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/staff/to-cong-tac/$id/ke-hoach-moi' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const fieldWords = useFieldWords()
  const [form] = Form.useForm<Head>()
  const [key] = useState(newKey)
  const [file, setFile] = useState<File>()
  const [rows, setRows] = useState<NewActivity[]>([])
  useTitle(t('taskforce.newPlan'))
  const base = `/api/taskforce/task-forces/${id}/plans`
  const reading = useMutation({
    mutationFn: (chosen: File) => sendForm<ReadPlan>(`${base}/read`, {}, chosen, {}),
    onSuccess: (read, chosen) => {
      setFile(chosen)
      setRows(read.activities)
      form.setFieldsValue({
        ...(read.number ? { number: read.number } : {}),
        ...(read.title ? { title: read.title.slice(0, 300) } : {}),
        ...(read.issuedOn ? { issuedOn: read.issuedOn } : {}),
      })
    },
  })
  const saving = useMutation({
    mutationFn: (head: Head) =>
      sendForm<{ id: number }>(
        base,
        {
          plan: JSON.stringify({
            ...head,
            activities: rows.map((row) => ({
              ...row,
              words: row.words.trim() || row.title,
              doneBy: row.doneBy?.trim() || null,
            })),
          }),
        },
        file,
        key,
      ),
    onSuccess: async ({ id: planId }) => {
      message.success(t('taskforce.did'))
      await refreshTaskforce(queries)
      navigate({ to: '/to-cong-tac/ke-hoach/$id', params: { id: String(planId) } })
    },
  })
  const problems = saving.error ? problemOf(saving.error).fields : []
  const change = (place: number, part: Partial<NewActivity>) =>
    setRows((before) => before.map((row, at) => (at === place ? { ...row, ...part } : row)))
  return (
    <div className="page tf-page">
      <div className="page-head">
        <p className="screen-only">
          <Link to="/to-cong-tac/$id" params={{ id }}>
            {t('taskforce.taskForce')}
          </Link>
        </p>
        <h1>{t('taskforce.newPlan')}</h1>
        <p className="soft">{t('taskforce.newPlanAbout')}</p>
      </div>
      <section className="panel" aria-labelledby="plan-file">
        <h2 id="plan-file">{t('taskforce.planFile')}</h2>
        <Upload
          maxCount={1}
          showUploadList={false}
          accept=".docx,.pdf,.txt,.html,.md"
          beforeUpload={(chosen) => {
            reading.mutate(chosen)
            return false
          }}
        >
          <Button loading={reading.isPending} data-testid="plan-file">
            {t('taskforce.readPlan')}
          </Button>
        </Upload>
        {file ? (
          <p className="soft">
            {file.name}: {t('taskforce.readLines', { count: rows.length })}
          </p>
        ) : null}
        {reading.error ? <ProblemNote error={reading.error} /> : null}
      </section>
      {saving.error ? (
        <ProblemNote error={saving.error}>
          {problems.map((one) => (
            <p key={one.path}>
              {one.path}: {fieldWords(one)}
            </p>
          ))}
        </ProblemNote>
      ) : null}
      <Form<Head>
        form={form}
        layout="vertical"
        onFinish={(head) => saving.mutate(head)}
        // Enter accepts the typed day; it must not issue the plan.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.target as HTMLElement).closest('.ant-picker')) event.preventDefault()
        }}
        scrollToFirstError
      >
        <section className="panel" aria-labelledby="plan-head">
          <h2 id="plan-head">{t('taskforce.facts')}</h2>
          <div className="tf-two">
            <LineField name="number" label={t('taskforce.field.number')} />
            <DayField name="issuedOn" label={t('taskforce.field.issuedOn')} />
          </div>
          <LineField name="title" label={t('taskforce.field.title')} />
          <div className="tf-two">
            <DayField name="fromOn" label={t('taskforce.field.fromOn')} />
            <DayField name="toOn" label={t('taskforce.field.toOn')} />
          </div>
        </section>
        <section className="panel" aria-labelledby="plan-lines">
          <h2 id="plan-lines">{t('taskforce.activities')}</h2>
          <p className="soft">{t('taskforce.activitiesHint')}</p>
          <ol className="tf-list">
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and are only added at the end
              <li key={place} className="tf-activity" data-testid="activity">
                <span className="tabular">{place + 1}.</span>
                <div className="stack">
                  <Input.TextArea
                    aria-label={t('taskforce.field.activity', { n: place + 1 })}
                    value={row.title}
                    maxLength={300}
                    autoSize
                    onChange={({ target }) => change(place, { title: target.value })}
                  />
                  {row.words && row.words !== row.title ? (
                    <p className="soft tf-words" lang="vi">
                      {row.words}
                    </p>
                  ) : null}
                  <div className="row">
                    <Select
                      aria-label={t('taskforce.field.activityForm', { n: place + 1 })}
                      value={row.form}
                      onChange={(value) => change(place, { form: value })}
                      options={FORMS.map((value) => ({ value, label: t(`taskforce.activityForm.${value}`) }))}
                      popupMatchSelectWidth={220}
                    />
                    <Select
                      aria-label={t('taskforce.field.when', { n: place + 1 })}
                      value={row.kind}
                      onChange={(value) =>
                        change(place, { kind: value, ...(value === 'standing' ? { dueOn: null } : {}) })
                      }
                      options={KINDS.map((value) => ({ value, label: t(`taskforce.when.${value}`) }))}
                      popupMatchSelectWidth={220}
                    />
                    {row.kind === 'standing' || row.kind === 'none' ? (
                      <span className="soft">{row.recurs ? t(`taskforce.recurs.${row.recurs}`) : ''}</span>
                    ) : (
                      <FormDay
                        id={`activity-due-${place}`}
                        value={row.dueOn ?? ''}
                        onChange={(dueOn) => change(place, { dueOn: dueOn ?? null })}
                      />
                    )}
                    <span className="soft" lang="vi">
                      {row.literal}
                    </span>
                    <Button size="small" onClick={() => setRows((before) => before.filter((_, at) => at !== place))}>
                      {t('taskforce.remove')}
                    </Button>
                  </div>
                  <Input
                    aria-label={t('taskforce.field.doneBy', { n: place + 1 })}
                    placeholder={t('taskforce.doneByHint')}
                    value={row.doneBy ?? ''}
                    maxLength={300}
                    onChange={({ target }) => change(place, { doneBy: target.value })}
                  />
                </div>
              </li>
            ))}
          </ol>
          <Button onClick={() => setRows((before) => [...before, BLANK])}>{t('taskforce.addActivity')}</Button>
        </section>
        <div className="row screen-only">
          <Button
            type="primary"
            htmlType="submit"
            loading={saving.isPending}
            disabled={rows.length === 0}
            data-testid="issue-plan"
          >
            {t('taskforce.issuePlan', { count: rows.length })}
          </Button>
        </div>
      </Form>
    </div>
  )
}

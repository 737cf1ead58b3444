import { answer } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, newKey, problemOf } from '../shell/api.ts'
import { fieldErrors, ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showMonth } from '../ui/format.ts'
import type { MonthlyQuery, MonthlyReport } from './queries.ts'

interface Words {
  number: string
  issuedOn: string
  place?: string
  signer: string
  signerTitle: string
}

/** Issues the report: from then on its figures and its files are what they are, whatever is recorded later. */
export function Freeze({
  isOpen,
  report,
  query,
  onClose,
}: {
  isOpen: boolean
  report: MonthlyReport
  query: MonthlyQuery
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Words>()
  const [key] = useState(newKey)
  const freezing = useMutation({
    mutationFn: (words: Words) =>
      answer(
        api.POST('/api/reports/monthly/freeze', {
          headers: key,
          body: {
            month: query.month,
            from: report.from,
            asOf: report.asOf,
            rounding: report.rounding,
            number: words.number.trim(),
            issuedOn: words.issuedOn,
            ...(words.place?.trim() ? { place: words.place.trim() } : {}),
            signer: words.signer.trim(),
            signerTitle: words.signerTitle.trim(),
          },
        }),
      ),
    onSuccess: async ({ id }) => {
      message.success(t('reports.didFreeze'))
      await queries.invalidateQueries({ queryKey: ['reports'] })
      navigate({ to: '/bao-cao/$id', params: { id: String(id) } })
    },
  })
  useEffect(() => {
    if (!freezing.error) return
    const errors = fieldErrors(problemOf(freezing.error))
    form.setFields(Object.entries(errors).map(([name, error]) => ({ name: name as keyof Words, errors: [error] })))
  }, [freezing.error, form])
  const required = [{ required: true, whitespace: true, message: t('field.missing') }]
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size={480}
      title={t('reports.freeze')}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Form<Words>
        form={form}
        layout="vertical"
        initialValues={{ issuedOn: me.today, place: 'Hà Nội', signer: me.name, signerTitle: me.title ?? '' }}
        onFinish={(words) => freezing.mutate(words)}
      >
        <p>{t('reports.freezeAbout', { month: showMonth(report.month), asOf: showDay(report.asOf) })}</p>
        {freezing.error ? <ProblemNote error={freezing.error} /> : null}
        <Form.Item name="number" label={t('reports.number')} rules={required} className="first-field">
          <Input maxLength={100} placeholder="15/BC-TCT" />
        </Form.Item>
        <Form.Item
          name="issuedOn"
          label={t('reports.issuedOn')}
          rules={[{ required: true, message: t('field.missing') }]}
        >
          <FormDay max={me.today} />
        </Form.Item>
        <Form.Item name="place" label={t('reports.place')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="signer" label={t('reports.signer')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="signerTitle" label={t('reports.signerTitle')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={freezing.isPending}>
            {t('reports.freezeIt')}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Drawer>
  )
}

/** The form hands over value and change by itself. */
function FormDay(props: { value?: string; onChange?: (day: string | undefined) => void; id?: string; max?: string }) {
  return (
    <DayPicker
      {...props}
      value={props.value}
      onChange={(day) => props.onChange?.(day)}
      placeholder="DD/MM/YYYY"
      className="wide"
    />
  )
}

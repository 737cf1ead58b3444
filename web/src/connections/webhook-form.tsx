import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Form, Input, InputNumber, Radio } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { fieldErrors, ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { type Endpoint, type ToldSecret, webhookEventsQuery } from './webhook-queries.ts'

interface Words {
  agencyId: number
  name: string
  url: string
  every: boolean
  events: string[]
}

interface Props {
  endpoint: Endpoint | undefined
  onClose: () => void
  onTold: (told: ToldSecret) => void
}

/** Adds an endpoint of a body, or changes one. */
export function EndpointForm({ isOpen, ...props }: Props & { isOpen: boolean }) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={isOpen}
      onClose={props.onClose}
      size={520}
      destroyOnHidden
      title={t(props.endpoint ? 'webhooks.edit' : 'webhooks.add')}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Fields {...props} />
    </Drawer>
  )
}

function Fields({ endpoint, onClose, onTold }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  const queries = useQueryClient()
  const events = useQuery(webhookEventsQuery)
  const [form] = Form.useForm<Words>()
  const isEvery = Form.useWatch('every', form) ?? endpoint?.events.includes('*') ?? true
  const saving = useMutation({
    mutationFn: async ({ agencyId, name, url, every, events: chosen }: Words) => {
      const body = { name: name.trim(), url: url.trim(), events: every ? ['*'] : chosen }
      if (!endpoint) return answer(api.POST('/api/webhooks', { body: { agencyId, ...body } }))
      const of = { params: { path: { id: endpoint.id } }, headers: ifMatch(endpoint.version) }
      await answer(api.PUT('/api/webhooks/{id}', { ...of, body }))
      return undefined
    },
    onSuccess: async (made, { name }) => {
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
      if (made) onTold({ name, secret: made.secret })
      onClose()
    },
  })
  useEffect(() => {
    if (!saving.error) return
    const errors = fieldErrors(problemOf(saving.error))
    form.setFields(Object.entries(errors).map(([name, error]) => ({ name: name as keyof Words, errors: [error] })))
  }, [saving.error, form])
  const missing = { required: true, message: t('field.missing') }
  return (
    <Form<Words>
      form={form}
      layout="vertical"
      initialValues={
        endpoint
          ? {
              ...endpoint,
              every: endpoint.events.includes('*'),
              events: endpoint.events.filter((name) => name !== '*'),
            }
          : { agencyId: me.agencyId, every: true, events: [] }
      }
      onFinish={(words) => saving.mutate(words)}
    >
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      {endpoint || !mayDo(me, 'system.keep') ? (
        <Form.Item label={t('webhooks.agency')}>
          <span className="strong">{endpoint?.agencyName ?? me.agencyName}</span>
          <Form.Item name="agencyId" hidden noStyle>
            <InputNumber />
          </Form.Item>
        </Form.Item>
      ) : (
        <Form.Item name="agencyId" label={t('webhooks.agency')} rules={[missing]}>
          <AgencySelect isClearable={false} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('webhooks.name')} rules={[{ ...missing, whitespace: true }]}>
        <Input maxLength={120} placeholder={t('webhooks.nameHint')} />
      </Form.Item>
      <Form.Item name="url" label={t('webhooks.url')} rules={[{ ...missing, whitespace: true }]}>
        <Input maxLength={2000} inputMode="url" placeholder={t('webhooks.urlHint')} />
      </Form.Item>
      <Form.Item name="every" label={t('webhooks.events')}>
        <Radio.Group
          className="column"
          options={[
            { value: true, label: t('webhooks.everyEvent') },
            { value: false, label: t('webhooks.chosen') },
          ]}
        />
      </Form.Item>
      <Form.Item name="events" hidden={isEvery} rules={isEvery ? [] : [missing]}>
        <Checkbox.Group
          className="webhook-events"
          options={(events.data?.events ?? []).map(({ name, vi, en }) => ({
            value: name,
            label: `${language === 'vi' ? vi : en} (${name})`,
          }))}
        />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('shell.save')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, type FormInstance, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { AgencyField } from './agency-field.tsx'
import { type Endpoint, refreshWebhooks, type ShownSecret, webhookEventsQuery } from './webhook-queries.ts'

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
  onShown: (shown: ShownSecret) => void
}

/** Adds an endpoint of an agency, or changes one. */
export function EndpointForm({ endpoint, isOpen, onClose, onShown }: Props & { isOpen: boolean }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<Words, Endpoint | undefined, { secret: string } | undefined>
      title={isOpen ? t(endpoint ? 'webhooks.edit' : 'webhooks.add') : undefined}
      act={t('shell.save')}
      initial={
        endpoint
          ? {
              ...endpoint,
              every: endpoint.events.includes('*'),
              events: endpoint.events.filter((name) => name !== '*'),
            }
          : { agencyId: me.agencyId, every: true, events: [] }
      }
      on={endpoint}
      send={async ({ agencyId, name, url, every, events }, on) => {
        const body = { name: name.trim(), url: url.trim(), events: every ? ['*'] : events }
        if (!on) return answer(api.POST('/api/webhooks', { body: { agencyId, ...body } }))
        const of = { params: { path: { id: on.id } }, headers: ifMatch(on.version) }
        await answer(api.PUT('/api/webhooks/{id}', { ...of, body }))
        return undefined
      }}
      onDone={(made, { name }) => {
        if (made) onShown({ name, secret: made.secret })
      }}
      refresh={() => refreshWebhooks(queries)}
      onClose={onClose}
    >
      {(form) => <Fields form={form} endpoint={endpoint} />}
    </FormDrawer>
  )
}

function Fields({ form, endpoint }: { form: FormInstance<Words>; endpoint: Endpoint | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const events = useQuery(webhookEventsQuery)
  const isEvery = Form.useWatch('every', form) ?? endpoint?.events.includes('*') ?? true
  return (
    <>
      <AgencyField label={t('webhooks.agency')} named={endpoint?.agencyName} />
      <LineField name="name" label={t('webhooks.name')} max={120} placeholder={t('webhooks.nameHint')} />
      <LineField name="url" label={t('webhooks.url')} max={2000} inputMode="url" placeholder={t('webhooks.urlHint')} />
      <Field name="every" label={t('webhooks.events')}>
        <Radio.Group
          className="column"
          options={[
            { value: true, label: t('webhooks.everyEvent') },
            { value: false, label: t('webhooks.chosen') },
          ]}
        />
      </Field>
      <Form.Item
        name="events"
        hidden={isEvery}
        rules={isEvery ? [] : [{ required: true, message: t('field.missing') }]}
      >
        <Checkbox.Group
          className="webhook-events"
          options={(events.data?.events ?? []).map(({ name, vi, en }) => ({
            value: name,
            label: `${language === 'vi' ? vi : en} (${name})`,
          }))}
        />
      </Form.Item>
    </>
  )
}

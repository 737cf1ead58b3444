import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Form, Input, InputNumber } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { api, problemOf } from '../shell/api.ts'
import { fieldErrors, ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import type { ApiClient, Told } from './api-clients.tsx'

interface Words {
  agencyId: number
  name: string
  purpose?: string
  scopes: ApiClient['scopes']
  perMinute: number
}

/** Adds a client of a body, or changes what one may do. */
export function ApiClientForm({
  client,
  isOpen,
  onClose,
  onTold,
}: {
  client: ApiClient | undefined
  isOpen: boolean
  onClose: () => void
  onTold: (told: Told) => void
}) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size={480}
      destroyOnHidden
      title={t(client ? 'apiClients.edit' : 'apiClients.add')}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Fields client={client} onClose={onClose} onTold={onTold} />
    </Drawer>
  )
}

function Fields({
  client,
  onClose,
  onTold,
}: {
  client: ApiClient | undefined
  onClose: () => void
  onTold: (told: Told) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const [form] = Form.useForm<Words>()
  const saving = useMutation({
    mutationFn: async ({ agencyId, ...words }: Words) => {
      const body = { ...words, name: words.name.trim(), purpose: words.purpose?.trim() || undefined }
      if (!client) return answer(api.POST('/api/clients', { body: { agencyId, ...body } }))
      const of = { params: { path: { clientId: client.clientId } }, headers: ifMatch(client.version) }
      await answer(api.PUT('/api/clients/{clientId}', { ...of, body }))
      return undefined
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['clients'] })
      if (made) onTold(made)
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
        client
          ? { ...client, purpose: client.purpose ?? undefined }
          : { agencyId: me.agencyId, scopes: ['tasks.read'], perMinute: 600 }
      }
      onFinish={(words) => saving.mutate(words)}
    >
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      {client || !mayDo(me, 'system.keep') ? (
        <Form.Item label={t('apiClients.agency')}>
          <span className="strong">{client?.agencyName ?? me.agencyName}</span>
          <Form.Item name="agencyId" hidden noStyle>
            <InputNumber />
          </Form.Item>
        </Form.Item>
      ) : (
        <Form.Item name="agencyId" label={t('apiClients.agency')} rules={[missing]}>
          <AgencySelect isClearable={false} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('apiClients.name')} rules={[{ ...missing, whitespace: true }]}>
        <Input maxLength={120} placeholder={t('apiClients.nameHint')} />
      </Form.Item>
      <Form.Item name="purpose" label={t('apiClients.purpose')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="scopes" label={t('apiClients.scopes')} rules={[missing]}>
        <Checkbox.Group
          className="column"
          options={[
            { value: 'tasks.read', label: t('apiClients.readAbout') },
            { value: 'tasks.report', label: t('apiClients.reportAbout') },
          ]}
        />
      </Form.Item>
      <Form.Item name="perMinute" label={t('apiClients.perMinute')} rules={[missing]}>
        <InputNumber min={1} max={100_000} className="wide" />
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

import { answer, ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field, LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { AgencyField } from './agency-field.tsx'
import { type ApiClient, refreshApiClients, type ShownClientSecret } from './api-client-queries.ts'

interface Words {
  agencyId: number
  name: string
  purpose?: string
  scopes: ApiClient['scopes']
  perMinute: number
}

/** Adds an API client of an agency, or changes its scopes. */
export function ApiClientForm({
  client,
  isOpen,
  onClose,
  onShown,
}: {
  client: ApiClient | undefined
  isOpen: boolean
  onClose: () => void
  onShown: (shown: ShownClientSecret) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<Words, ApiClient | undefined, ShownClientSecret | undefined>
      title={isOpen ? t(client ? 'apiClients.edit' : 'apiClients.add') : undefined}
      act={t('shell.save')}
      initial={
        client
          ? { ...client, purpose: client.purpose ?? '' }
          : { agencyId: me.agencyId, scopes: ['tasks.read'], perMinute: 600 }
      }
      on={client}
      send={async ({ agencyId, ...words }, on) => {
        const body = { ...words, name: words.name.trim(), purpose: words.purpose?.trim() || undefined }
        if (!on) return answer(api.POST('/api/clients', { body: { agencyId, ...body } }))
        const of = { params: { path: { clientId: on.clientId } }, headers: ifMatch(on.version) }
        await answer(api.PUT('/api/clients/{clientId}', { ...of, body }))
        return undefined
      }}
      onDone={(made) => {
        if (made) onShown(made)
      }}
      refresh={() => refreshApiClients(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <AgencyField label={t('apiClients.agency')} named={client?.agencyName} />
          <LineField name="name" label={t('apiClients.name')} max={120} placeholder={t('apiClients.nameHint')} />
          <WordsField name="purpose" label={t('apiClients.purpose')} rows={2} max={500} isOptional />
          <Field name="scopes" label={t('apiClients.scopes')}>
            <Checkbox.Group
              className="column"
              options={[
                { value: 'tasks.read', label: t('apiClients.readAbout') },
                { value: 'tasks.report', label: t('apiClients.reportAbout') },
                { value: 'letters.read', label: t('apiClients.lettersAbout') },
              ]}
            />
          </Field>
          <Field name="perMinute" label={t('apiClients.perMinute')}>
            <InputNumber min={1} max={100_000} className="wide" />
          </Field>
        </>
      )}
    </FormDrawer>
  )
}

import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Tag, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { api, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { ApiClientForm } from './api-client-form.tsx'
import { type ApiClient, apiClientsQuery, refreshApiClients, type ShownClientSecret } from './api-client-queries.ts'

/** API clients of agencies, with their scopes and last use. */
export function ApiClients() {
  const { t } = useTranslation()
  const list = useQuery(apiClientsQuery)
  const [edited, setEdited] = useState<ApiClient | 'new'>()
  const [shown, setShown] = useState<ShownClientSecret>()
  const acts = (client: ApiClient) => <Acts client={client} onEdit={() => setEdited(client)} onShown={setShown} />
  return (
    <ListSection
      id="api-clients"
      title={t('apiClients.title')}
      about={t('apiClients.about')}
      acts={
        <>
          <Button href="/api/docs/" target="_blank">
            {t('apiClients.docs')}
          </Button>
          <Button type="primary" onClick={() => setEdited('new')}>
            {t('apiClients.add')}
          </Button>
        </>
      }
      before={shown ? <Secret shown={shown} onClose={() => setShown(undefined)} /> : null}
      query={list}
      rows={list.data?.clients}
      blank={<p className="soft">{t('apiClients.none')}</p>}
      after={
        <ApiClientForm
          client={edited === 'new' ? undefined : edited}
          isOpen={edited !== undefined}
          onClose={() => setEdited(undefined)}
          onShown={setShown}
        />
      }
    >
      {(clients) => (
        <Rows
          rows={clients}
          caption={t('apiClients.title')}
          keyOf={({ clientId }) => clientId}
          className="webhook-table"
          columns={[
            { key: 'name', title: t('apiClients.name'), cell: (client) => <Named client={client} /> },
            { key: 'agency', title: t('apiClients.agency'), cell: ({ agencyName }) => agencyName },
            { key: 'scopes', title: t('apiClients.scopes'), cell: (client) => <Scopes {...client} /> },
            { key: 'perMinute', title: t('apiClients.perMinute'), isNumber: true, cell: ({ perMinute }) => perMinute },
            { key: 'usedAt', title: t('apiClients.usedAt'), cell: (client) => <LastUse {...client} /> },
            { key: 'acts', title: t('apiClients.acts'), cell: acts },
          ]}
          card={(client) => (
            <>
              <Named client={client} />
              <p className="soft">
                {client.agencyName} · <Scopes {...client} />
              </p>
              <p className="soft">
                <LastUse {...client} />
              </p>
              {acts(client)}
            </>
          )}
        />
      )}
    </ListSection>
  )
}

const SCOPE_WORDS = {
  'tasks.read': 'apiClients.read',
  'tasks.report': 'apiClients.report',
  'letters.read': 'apiClients.letters',
} as const

function Scopes({ scopes }: ApiClient) {
  const { t } = useTranslation()
  return scopes.map((scope) => t(SCOPE_WORDS[scope])).join(', ')
}

function LastUse({ usedAt }: ApiClient) {
  const { t } = useTranslation()
  return usedAt ? showInstant(usedAt) : t('apiClients.neverUsed')
}

function Named({ client: { name, clientId, revokedAt, purpose } }: { client: ApiClient }) {
  const { t } = useTranslation()
  return (
    <>
      <strong>{name}</strong> {revokedAt ? <Tag>{t('apiClients.revoked', { at: showInstant(revokedAt) })}</Tag> : null}
      <br />
      <span className="soft">{clientId}</span>
      {purpose ? (
        <>
          <br />
          <span className="soft">{purpose}</span>
        </>
      ) : null}
    </>
  )
}

function Acts({
  client,
  onEdit,
  onShown,
}: {
  client: ApiClient
  onEdit: () => void
  onShown: (shown: ShownClientSecret) => void
}) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const of = { params: { path: { clientId: client.clientId } }, headers: ifMatch(client.version) }
  const settle = {
    onError: (error: unknown) => message.error(words(problemOf(error)), 6),
    onSettled: () => refreshApiClients(queries),
  }
  const renewing = useMutation({
    mutationFn: () => answer(api.POST('/api/clients/{clientId}/secret', of)),
    onSuccess: onShown,
    ...settle,
  })
  const revoking = useMutation({
    mutationFn: () => answer(api.POST('/api/clients/{clientId}/revoke', of)),
    onSuccess: () => message.success(t('apiClients.didRevoke', { name: client.name })),
    ...settle,
  })
  if (client.revokedAt) return null
  const sure = (title: string, content: string, onOk: () => void) =>
    modal.confirm({ title, content, okText: t('apiClients.sure'), cancelText: t('shell.cancel'), onOk })
  return (
    <div className="row">
      <Button size="small" onClick={onEdit}>
        {t('apiClients.edit')}
      </Button>
      <Button
        size="small"
        loading={renewing.isPending}
        onClick={() => sure(t('apiClients.renew'), t('apiClients.renewAbout'), () => renewing.mutate())}
      >
        {t('apiClients.renew')}
      </Button>
      <Button
        size="small"
        danger
        loading={revoking.isPending}
        onClick={() =>
          sure(t('apiClients.revokeSure', { name: client.name }), t('apiClients.revokeAbout'), () => revoking.mutate())
        }
      >
        {t('apiClients.revoke')}
      </Button>
    </div>
  )
}

/** The secret, shown only once. */
function Secret({ shown, onClose }: { shown: ShownClientSecret; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="panel" role="status">
      <p className="strong">{t('apiClients.secretOnce')}</p>
      <p>
        client_id: <Typography.Text copyable>{shown.clientId}</Typography.Text>
        <br />
        client_secret: <Typography.Text copyable>{shown.secret}</Typography.Text>
      </p>
      <Button onClick={onClose}>{t('apiClients.kept')}</Button>
    </div>
  )
}

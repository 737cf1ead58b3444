import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { Blank } from '../ui/blank.tsx'
import { showInstant } from '../ui/format.ts'
import { EndpointActs } from './webhook-acts.tsx'
import { Deliveries } from './webhook-deliveries.tsx'
import { EndpointForm } from './webhook-form.tsx'
import { EndpointMark } from './webhook-mark.tsx'
import { type Endpoint, endpointsQuery, type ShownSecret } from './webhook-queries.ts'

/** The webhook endpoints of agencies' systems, or the deliveries of one of them. */
export function Webhooks() {
  const { t } = useTranslation()
  const { webhook } = useSearch({ from: '/staff/ket-noi' })
  const navigate = useNavigate({ from: '/ket-noi' })
  const list = useQuery(endpointsQuery)
  const [edited, setEdited] = useState<Endpoint | 'new'>()
  const [shownSecret, setShownSecret] = useState<ShownSecret>()
  const endpoints = list.data?.endpoints ?? []
  const shown = endpoints.find(({ id }) => id === webhook)
  const open = (id: number | undefined) => navigate({ search: { tab: 'webhooks', ...(id ? { webhook: id } : {}) } })
  const acts = (endpoint: Endpoint) => (
    <EndpointActs
      endpoint={endpoint}
      onEdit={() => setEdited(endpoint)}
      onShown={setShownSecret}
      onOpen={() => open(endpoint.id)}
    />
  )
  const addButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')} data-testid="webhook-add">
      {t('webhooks.add')}
    </Button>
  )
  const secret = shownSecret ? <Secret shown={shownSecret} onClose={() => setShownSecret(undefined)} /> : null
  if (shown) {
    return (
      <>
        {secret}
        <Deliveries endpoint={shown} onBack={() => open(undefined)} />
      </>
    )
  }
  return (
    <ListSection
      id="webhooks"
      className="webhook-page"
      title={t('webhooks.title')}
      about={
        <>
          {t('webhooks.about')}
          <br />
          {t('webhooks.docs')}
        </>
      }
      acts={endpoints.length > 0 ? addButton : null}
      before={secret}
      between={<Alarms endpoints={endpoints} />}
      query={list}
      rows={list.data?.endpoints}
      blank={
        <Blank title={t('webhooks.none')} hint={t('webhooks.noneHint')}>
          {addButton}
        </Blank>
      }
      after={
        <EndpointForm
          endpoint={edited === 'new' ? undefined : edited}
          isOpen={edited !== undefined}
          onClose={() => setEdited(undefined)}
          onShown={setShownSecret}
        />
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('webhooks.title')}
          keyOf={({ id }) => id}
          testId="webhook"
          className="webhook-table"
          columns={[
            {
              key: 'name',
              title: t('webhooks.name'),
              cell: ({ name, url }) => (
                <>
                  <strong>{name}</strong>
                  <br />
                  <span className="soft">{url}</span>
                </>
              ),
            },
            { key: 'agency', title: t('webhooks.agency'), cell: ({ agencyName }) => agencyName },
            { key: 'events', title: t('webhooks.events'), cell: (endpoint) => <Events endpoint={endpoint} /> },
            {
              key: 'state',
              title: t('webhooks.endpointState'),
              cell: (endpoint) => <EndpointState endpoint={endpoint} />,
            },
            { key: 'acts', title: t('webhooks.acts'), cell: acts },
          ]}
          card={(endpoint) => (
            <>
              <strong>{endpoint.name}</strong>
              <p className="soft webhook-table">{endpoint.url}</p>
              <p className="soft">
                {endpoint.agencyName} · <Events endpoint={endpoint} />
              </p>
              <EndpointState endpoint={endpoint} />
              {acts(endpoint)}
            </>
          )}
        />
      )}
    </ListSection>
  )
}

/** The endpoints paused after too many failures. */
function Alarms({ endpoints }: { endpoints: readonly Endpoint[] }) {
  const { t } = useTranslation()
  return endpoints
    .filter(({ pausedBecause }) => pausedBecause === 'failure')
    .map((endpoint) => (
      <Alert
        key={endpoint.id}
        type="error"
        showIcon
        title={t('webhooks.alarm', {
          name: endpoint.name,
          agency: endpoint.agencyName,
          at: showInstant(endpoint.failingSince),
        })}
      />
    ))
}

function Events({ endpoint: { events } }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  return events.includes('*') ? t('webhooks.every') : t('webhooks.count', { n: events.length })
}

function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  const details = [
    endpoint.lastDeliveredAt
      ? t('webhooks.last', { at: showInstant(endpoint.lastDeliveredAt) })
      : t('webhooks.neverYet'),
    ...(endpoint.waiting > 0 ? [t('webhooks.waiting', { n: endpoint.waiting })] : []),
    ...(endpoint.givenUp > 0 ? [t('webhooks.givenUp', { n: endpoint.givenUp })] : []),
    ...(endpoint.formerSecretUntil ? [t('webhooks.formerUntil', { at: showInstant(endpoint.formerSecretUntil) })] : []),
  ]
  return (
    <>
      <EndpointMark endpoint={endpoint} />
      <div className="soft">{details.join(' · ')}</div>
    </>
  )
}

/** The secret, shown only once. */
function Secret({ shown, onClose }: { shown: ShownSecret; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="panel" role="status">
      <p className="strong">{t('webhooks.secretOnce')}</p>
      <p>
        {t('webhooks.secret')} – {shown.name}:{' '}
        <Typography.Text copyable code data-testid="webhook-secret">
          {shown.secret}
        </Typography.Text>
      </p>
      <Button onClick={onClose}>{t('webhooks.kept')}</Button>
    </div>
  )
}

import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Typography } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showInstant } from '../ui/format.ts'
import { useNarrow } from '../ui/narrow.ts'
import { EndpointActs } from './webhook-acts.tsx'
import { Deliveries } from './webhook-deliveries.tsx'
import { EndpointForm } from './webhook-form.tsx'
import { EndpointMark } from './webhook-mark.tsx'
import { type Endpoint, endpointsQuery, type ToldSecret } from './webhook-queries.ts'

/** The addresses at which bodies' systems are told, or the deliveries of one of them. */
export function Webhooks() {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const { webhook } = useSearch({ from: '/staff/ket-noi' })
  const navigate = useNavigate({ from: '/ket-noi' })
  const list = useQuery(endpointsQuery)
  const [edited, setEdited] = useState<Endpoint | 'new'>()
  const [told, setTold] = useState<ToldSecret>()
  const endpoints = list.data?.endpoints ?? []
  const shown = endpoints.find(({ id }) => id === webhook)
  const open = (id: number | undefined) => navigate({ search: { tab: 'webhooks', ...(id ? { webhook: id } : {}) } })
  const acts = (endpoint: Endpoint) => (
    <EndpointActs
      endpoint={endpoint}
      onEdit={() => setEdited(endpoint)}
      onTold={setTold}
      onOpen={() => open(endpoint.id)}
    />
  )
  const addButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')} data-testid="webhook-add">
      {t('webhooks.add')}
    </Button>
  )
  return (
    <section className="webhook-page" aria-labelledby="webhooks">
      {told ? <Secret told={told} onClose={() => setTold(undefined)} /> : null}
      {list.error ? <ProblemNote error={list.error} retry={list.refetch} /> : null}
      {list.isPending ? <Waiting /> : null}
      {shown ? (
        <Deliveries endpoint={shown} onBack={() => open(undefined)} />
      ) : (
        <>
          <div className="row page-head">
            <div className="grow">
              <h2 id="webhooks">{t('webhooks.title')}</h2>
              <p className="soft">{t('webhooks.about')}</p>
              <p className="soft">{t('webhooks.docs')}</p>
            </div>
            {endpoints.length > 0 ? addButton : null}
          </div>
          {endpoints
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
            ))}
          {list.data && endpoints.length === 0 ? (
            <Blank title={t('webhooks.none')} hint={t('webhooks.noneHint')}>
              {addButton}
            </Blank>
          ) : null}
          {endpoints.length > 0 ? (
            narrow ? (
              <Cards endpoints={endpoints} acts={acts} />
            ) : (
              <EndpointTable endpoints={endpoints} acts={acts} />
            )
          ) : null}
        </>
      )}
      <EndpointForm
        endpoint={edited === 'new' ? undefined : edited}
        isOpen={edited !== undefined}
        onClose={() => setEdited(undefined)}
        onTold={setTold}
      />
    </section>
  )
}

interface Rows {
  endpoints: Endpoint[]
  acts: (endpoint: Endpoint) => React.ReactNode
}

function EndpointTable({ endpoints, acts }: Rows) {
  const { t } = useTranslation()
  return (
    <table className="grid-table webhook-table">
      <caption className="unseen">{t('webhooks.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('webhooks.name')}</th>
          <th scope="col">{t('webhooks.agency')}</th>
          <th scope="col">{t('webhooks.events')}</th>
          <th scope="col">{t('webhooks.standing')}</th>
          <th scope="col">{t('webhooks.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {endpoints.map((endpoint) => (
          <tr key={endpoint.id} data-testid="webhook">
            <td>
              <strong>{endpoint.name}</strong>
              <br />
              <span className="soft">{endpoint.url}</span>
            </td>
            <td>{endpoint.agencyName}</td>
            <td>
              <Events endpoint={endpoint} />
            </td>
            <td>
              <Doing endpoint={endpoint} />
            </td>
            <td>{acts(endpoint)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards({ endpoints, acts }: Rows) {
  const { t } = useTranslation()
  return (
    <ul className="cards" aria-label={t('webhooks.title')}>
      {endpoints.map((endpoint) => (
        <li key={endpoint.id} className="card" data-testid="webhook">
          <strong>{endpoint.name}</strong>
          <p className="soft webhook-table">{endpoint.url}</p>
          <p className="soft">
            {endpoint.agencyName} · <Events endpoint={endpoint} />
          </p>
          <Doing endpoint={endpoint} />
          {acts(endpoint)}
        </li>
      ))}
    </ul>
  )
}

function Events({ endpoint: { events } }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  return events.includes('*') ? t('webhooks.every') : t('webhooks.count', { n: events.length })
}

function Doing({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  const said = [
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
      <div className="soft">{said.join(' · ')}</div>
    </>
  )
}

/** The only time the secret is seen. */
function Secret({ told, onClose }: { told: ToldSecret; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="panel" role="status">
      <p className="strong">{t('webhooks.secretOnce')}</p>
      <p>
        {t('webhooks.secret')} – {told.name}:{' '}
        <Typography.Text copyable code data-testid="webhook-secret">
          {told.secret}
        </Typography.Text>
      </p>
      <Button onClick={onClose}>{t('webhooks.kept')}</Button>
    </div>
  )
}

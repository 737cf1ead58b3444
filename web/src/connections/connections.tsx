import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConnectionsSearch } from '../paths/connections.ts'
import { useTitle } from '../shell/title.ts'
import { ApiClients } from './api-clients.tsx'
import { Webhooks } from './webhooks.tsx'
import './connections.css'

/** The connections of agencies' systems: one tab for each kind. */
export function Connections() {
  const { t } = useTranslation()
  const { tab } = useSearch({ from: '/staff/ket-noi' })
  const navigate = useNavigate({ from: '/ket-noi' })
  useTitle(t('connections.title'))
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('connections.title')}</h1>
        <p className="soft">{t('connections.about')}</p>
      </div>
      <Tabs
        activeKey={tab ?? 'apiClients'}
        onChange={(key) => navigate({ search: { tab: key as NonNullable<ConnectionsSearch['tab']> }, replace: true })}
        items={[
          { key: 'apiClients', label: t('apiClients.title'), children: <ApiClients /> },
          { key: 'webhooks', label: t('webhooks.title'), children: <Webhooks /> },
        ]}
      />
    </div>
  )
}

import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  PauseCircleOutlined,
  SyncOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showInstant } from '../ui/format.ts'
import type { DeliveryRow, Endpoint } from './webhook-queries.ts'

function Mark({ icon, look, children }: { icon: ReactNode; look: string; children: ReactNode }) {
  return (
    <span className={`state-mark ${look}`}>
      <span className="state-icon" aria-hidden="true">
        {icon}
      </span>
      {children}
    </span>
  )
}

/** The state of an endpoint: icon and text. */
export function EndpointMark({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  if (endpoint.pausedBecause === 'failure')
    return (
      <Mark icon={<WarningOutlined />} look="overdue">
        {t('webhooks.pausedByFailure')}
      </Mark>
    )
  if (endpoint.state === 'paused')
    return (
      <Mark icon={<PauseCircleOutlined />} look="late">
        {t('webhooks.paused')}
      </Mark>
    )
  if (endpoint.failingSince)
    return (
      <Mark icon={<WarningOutlined />} look="late">
        {t('webhooks.failing', { at: showInstant(endpoint.failingSince) })}
      </Mark>
    )
  return (
    <Mark icon={<CheckCircleOutlined />} look="on-time">
      {t('webhooks.active')}
    </Mark>
  )
}

const ICONS: Record<DeliveryRow['state'], { icon: ReactNode; look: string }> = {
  due: { icon: <ClockCircleOutlined />, look: 'in-term' },
  delivering: { icon: <SyncOutlined />, look: 'in-term' },
  delivered: { icon: <CheckCircleOutlined />, look: 'on-time' },
  givenUp: { icon: <CloseCircleOutlined />, look: 'overdue' },
}

/** The state of a delivery. */
export function DeliveryMark({ state }: { state: DeliveryRow['state'] }) {
  const { t } = useTranslation()
  return <Mark {...ICONS[state]}>{t(`webhooks.stateWords.${state}`)}</Mark>
}

import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  InboxOutlined,
  RollbackOutlined,
  SyncOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showInstant } from '../ui/format.ts'
import type { MailRow, MailState } from './queries.ts'

const ICONS: Record<MailState, { icon: ReactNode; look: string }> = {
  due: { icon: <ClockCircleOutlined />, look: 'in-term' },
  sending: { icon: <SyncOutlined />, look: 'in-term' },
  accepted: { icon: <CheckCircleOutlined />, look: 'on-time' },
  bounced: { icon: <RollbackOutlined />, look: 'overdue' },
  givenUp: { icon: <CloseCircleOutlined />, look: 'overdue' },
  kept: { icon: <InboxOutlined />, look: 'late' },
}

/** The state of a message: icon and text. */
export function MailMark({ state }: { state: MailState }) {
  const { t } = useTranslation()
  const { icon, look } = ICONS[state]
  return (
    <span className={`state-mark ${look}`}>
      <span className="state-icon" aria-hidden="true">
        {icon}
      </span>
      {t(`mail.stateWords.${state}`)}
    </span>
  )
}

/** The state with its details. */
export function MessageState({ row }: { row: MailRow }) {
  const { t } = useTranslation()
  return (
    <>
      <MailMark state={row.state} />
      {row.state === 'due' && row.tries > 0 && row.nextTryAt ? (
        <div className="soft">{t('mail.nextTry', { at: showInstant(row.nextTryAt) })}</div>
      ) : null}
      {row.maybeTwice ? <div className="soft">{t('mail.maybeTwice')}</div> : null}
    </>
  )
}

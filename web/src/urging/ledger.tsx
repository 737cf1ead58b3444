import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showDay, showInstant } from '../ui/format.ts'
import type { LedgerRow } from './notices.ts'
import './notices.css'

/** Who was notified of what, when, by which channel, and whether it arrived. */
export function LedgerList({ rows, hasTask = false }: { rows: readonly LedgerRow[]; hasTask?: boolean }) {
  return (
    <ol className="ledger-list" data-testid="ledger">
      {rows.map((row) => (
        <Line key={row.id} row={row} hasTask={hasTask} />
      ))}
    </ol>
  )
}

function Line({ row, hasTask }: { row: LedgerRow; hasTask: boolean }) {
  const { t } = useTranslation()
  return (
    <li>
      <p>
        <strong>{t(`urging.event.${row.event}`)}</strong>{' '}
        {row.letterId ? (
          <Link to="/don-doc/$id" params={{ id: String(row.letterId) }} className="tabular">
            {row.notation}
          </Link>
        ) : null}
        {hasTask && row.taskId ? (
          <Link to="/nhiem-vu/$id" params={{ id: String(row.taskId) }} className="tabular">
            {row.taskCode}
          </Link>
        ) : null}{' '}
        <span className="soft tabular">{showDay(row.onDay)}</span>
      </p>
      <p lang="vi">
        <Recipient row={row} />
        {row.isGap ? <span className="tag warn">{t('urging.noRecipient')}</span> : null}
      </p>
      <p className="soft">
        {row.channels.map((channel) => t(`urging.how.${channel}`)).join(', ')}
        {row.mail ? ` · ${t(`urging.mail.${row.mail}`, { at: showInstant(row.mailAt) })}` : ''}
        {row.recipient === 'person' && row.channels.includes('inApp')
          ? ` · ${row.readAt ? t('urging.read', { at: showInstant(row.readAt) }) : t('urging.unread')}`
          : ''}
      </p>
    </li>
  )
}

function Recipient({ row }: { row: LedgerRow }) {
  const { t } = useTranslation()
  if (row.recipient === 'system') return t('urging.toSystem')
  if (row.recipient === 'letter') return t('urging.toLetter')
  if (row.personName === null) return t('urging.noRecipient')
  return `${row.personName}${row.whom ? ` (${t(`urging.whom.${row.whom}`)})` : ''}`
}

import { CheckCircleOutlined, ClockCircleOutlined, MailOutlined, StopOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from './queries.ts'

const ICONS = {
  open: <CheckCircleOutlined />,
  invited: <MailOutlined />,
  expired: <ClockCircleOutlined />,
  closed: <StopOutlined />,
}

/** Whether a person can sign in: icon, text and colour; and who requested a new password for them that waits. */
export function PersonAccess({
  access,
  requestedBy = null,
}: {
  access: PersonRow['access']
  requestedBy?: string | null
}) {
  const { t } = useTranslation()
  return (
    <>
      <span className={`person-access ${access}`} data-access={access}>
        <span aria-hidden="true">{ICONS[access]}</span> {t(`people.accessWords.${access}`)}
      </span>
      {requestedBy === null ? null : <span className="soft"> · {t('people.resetRow', { by: requestedBy })}</span>}
    </>
  )
}

import { CheckCircleOutlined, ClockCircleOutlined, MailOutlined, StopOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { showInstant } from '../ui/format.ts'
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

/** Day and time of the last sign-in; undefined for those the reader does not manage. */
export function LastSignIn({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation()
  if (at === undefined) return null
  return at === null ? (
    <span className="soft">{t('people.neverSignedIn')}</span>
  ) : (
    <span className="tabular">{showInstant(at)}</span>
  )
}

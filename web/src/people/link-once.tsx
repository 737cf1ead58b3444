import type { Answer } from '@dieuhanh/client'
import { Alert, Button, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { showInstant } from '../ui/format.ts'

export type Invitation = NonNullable<Answer<'/api/people', 'post'>['invitation']>

/** The link to set a password, shown only once, or the address it was sent to. */
export function LinkOnce({
  name,
  invitation: { link, sentTo, expiresAt },
  isNew = false,
  onClose,
}: {
  name: string
  invitation: Invitation
  isNew?: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const until = showInstant(expiresAt)
  return (
    <div className="stack">
      <Alert
        type={link ? 'warning' : 'success'}
        showIcon
        role="status"
        title={
          <>
            {isNew ? `${t('people.didAdd', { name })} ` : ''}
            {link ? t('people.linkOnce', { name, until }) : t('people.linkSent', { email: sentTo ?? '', until })}
          </>
        }
        description={
          link ? (
            <Typography.Text copyable className="link-once" data-testid="invitation-link">
              {link}
            </Typography.Text>
          ) : undefined
        }
      />
      <div className="row">
        <Button type="primary" onClick={onClose}>
          {t(link ? 'people.kept' : 'shell.close')}
        </Button>
      </div>
    </div>
  )
}

import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Others, type Refreshes, useLive } from './live.ts'
import './live.css'

/** Updates every page live; while the user is typing it only shows that something has changed. */
export function Live({ refreshes, others }: { refreshes: Refreshes; others: Others }) {
  const { t } = useTranslation()
  const { isWaiting, update } = useLive(refreshes, others)
  return (
    <div className="live-note screen-only" role="status">
      {isWaiting ? (
        <span className="live-message">
          {t('live.changed')}
          <Button type="link" size="small" onClick={update}>
            {t('live.update')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}

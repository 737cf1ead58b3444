import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'

/** Placeholder for a page or a part of it. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const { t } = useTranslation()
  return (
    <div className="waiting" role="status">
      <span className="unseen">{t('shell.loading')}</span>
      <Skeleton active title={false} paragraph={{ rows: lines }} />
    </div>
  )
}

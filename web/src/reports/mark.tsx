import { useTranslation } from 'react-i18next'

/** What stands above a report on paper and on the screen alike: that it is a draft, or of invented figures. */
export function Mark({ isDraft, isSample }: { isDraft: boolean; isSample: boolean }) {
  const { t } = useTranslation()
  if (!isDraft && !isSample) return null
  return (
    <p className="paper-draft">
      {isDraft ? (
        <>
          <span className="tag">DỰ THẢO</span>
          <span className="unseen">{t('reports.draft')}</span>
        </>
      ) : null}
      {isSample ? (
        <span className="tag" data-testid="sample-mark">
          SỐ LIỆU MẪU
        </span>
      ) : null}
    </p>
  )
}

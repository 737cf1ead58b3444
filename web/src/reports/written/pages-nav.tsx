import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { has } from '../../shell/entry.ts'
import { useMe } from '../../shell/session.ts'

const DRAFTS = ['report.draft', 'report.prepare', 'report.sign'] as const

/** The pages of reports beside each other; each shows only what the user may open. */
export function ReportPages() {
  const { t } = useTranslation()
  const me = useMe()
  const seesDrafts = DRAFTS.some((right) => has(me, right))
  const keeps = seesDrafts || has(me, 'system.keep')
  return (
    <nav className="report-pages screen-only" aria-label={t('written.pages')}>
      {seesDrafts ? (
        <Link to="/bao-cao" activeOptions={{ exact: true, includeSearch: false }}>
          {t('reports.title')}
        </Link>
      ) : null}
      <Link to="/bao-cao/tat-ca">{t('written.all')}</Link>
      <Link to="/bao-cao/chi-tieu">{t('written.scoreboard')}</Link>
      <Link to="/bao-cao/da-cong-bo">{t('written.published')}</Link>
      {keeps ? <Link to="/bao-cao/mau">{t('written.templates')}</Link> : null}
      {keeps ? <Link to="/bao-cao/lich">{t('written.regimes')}</Link> : null}
    </nav>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ListPage, ListSection } from '../list/list-page.tsx'
import { type ReportState, reportFile } from '../paths/reports.ts'
import { mayDo, useMe } from '../shell/session.ts'
import { showDay, showMonth } from '../ui/format.ts'
import { Downloads } from './downloads.tsx'
import { type ReportRow, reportsQuery } from './queries.ts'
import { ReportName } from './written/kind-name.tsx'

/** Reports on their way to the signature, for those who see drafts; nothing where there is none. */
export function ReportsUnderWay() {
  const { t } = useTranslation()
  const list = useQuery(reportsQuery())
  const rows = list.data?.rows.filter(({ state }) => state !== 'issued')
  if (!rows || rows.length === 0) return null
  return (
    <ListSection id="under-way" title={t('reports.underWay')} query={list} rows={rows} blank={null} lines={2}>
      {(shown) => <Rows rows={shown} />}
    </ListSection>
  )
}

/** Issued reports; they never change. */
export function IssuedList() {
  const { t } = useTranslation()
  const me = useMe()
  const list = useQuery(reportsQuery())
  return (
    <ListSection
      id="issued"
      title={t('reports.issued')}
      query={list}
      rows={list.data?.rows.filter(({ state }) => state === 'issued')}
      blank={
        <p className="soft">
          {t('reports.noneIssued')} {mayDo(me, 'report.prepare') ? t('reports.howToIssue') : ''}
        </p>
      }
      lines={2}
    >
      {(rows) => <Rows rows={rows} />}
    </ListSection>
  )
}

/** Reports in one state, as the first page counts them. */
export function ReportsIn({ state }: { state: ReportState }) {
  const { t } = useTranslation()
  const list = useQuery(reportsQuery(state))
  return (
    <ListPage
      title={`${t('reports.title')}: ${t(`signing.state.${state}`).toLocaleLowerCase()}`}
      acts={<Link to="/bao-cao">{t('reports.back')}</Link>}
      query={list}
      rows={list.data?.rows}
      blank={<p className="soft">{t('reports.noneIn')}</p>}
    >
      {(rows) => <Rows rows={rows} />}
    </ListPage>
  )
}

function Rows({ rows }: { rows: readonly ReportRow[] }) {
  const { t } = useTranslation()
  return (
    <ul className="reports">
      {rows.map((row) => (
        <li key={row.id} data-testid={`report-${row.state}`}>
          <p>
            <Link to="/bao-cao/$id" params={{ id: String(row.id) }} className="strong" data-row>
              {row.state === 'issued'
                ? row.number
                : (row.title ?? t('reports.draftTitle', { month: showMonth(row.period) }))}
            </Link>
            {row.state === 'issued' ? (
              <>
                {' · '}
                {row.title === null ? t('reports.ofMonth', { month: showMonth(row.period) }) : <ReportName row={row} />}
              </>
            ) : null}
          </p>
          <p className="soft">
            {row.state === 'issued'
              ? t('reports.signed', { day: showDay(row.issuedOn), signer: row.signer })
              : `${t(`signing.state.${row.state}`)} · ${t('signing.createdBy')}: ${row.createdBy}`}
            {row.state === 'draft' && row.sentBackReason ? (
              <span className="tag warn">{t('signing.act.sendBack')}</span>
            ) : null}
          </p>
          {row.state === 'issued' ? <Downloads size="small" href={(format) => reportFile(row.id, format)} /> : null}
        </li>
      ))}
    </ul>
  )
}

import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, useSearchPatch } from '../../list/filters.tsx'
import { ListPage } from '../../list/list-page.tsx'
import { Rows } from '../../list/rows.tsx'
import type { WrittenSearch } from '../../paths/written-reports.ts'
import { useLanguage } from '../../shell/language.tsx'
import { Blank } from '../../ui/blank.tsx'
import { showDay, showMonth } from '../../ui/format.ts'
import { type ReportRow, reportsQuery } from '../queries.ts'
import '../reports.css'
import { KindName } from './kind-name.tsx'
import { ReportPages } from './pages-nav.tsx'
import { kindsQuery } from './queries.ts'
import { WriteReport } from './write.tsx'

/** Reports of every kind that the user may see, and the first step to a new one. */
export function AllReports() {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ from: '/staff/bao-cao/tat-ca' })
  const set = useSearchPatch<WrittenSearch>()
  const list = useQuery(reportsQuery())
  const kinds = useQuery(kindsQuery)
  const mayWrite = kinds.data?.rows.some((kind) => kind.mayWrite) ?? false
  const rows = list.data?.rows.filter(({ kind }) => search.kind === undefined || kind === search.kind)
  const button = mayWrite ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => set({ act: 'write' })} data-testid="write-report">
      {t('written.write')}
    </Button>
  ) : null
  return (
    <ListPage
      title={t('written.all')}
      about={t('written.allAbout')}
      acts={button}
      before={<ReportPages />}
      filters={
        <ChoiceFilter
          id="report-kind"
          label={t('written.kind')}
          value={search.kind}
          onChange={(kind) => set({ kind })}
          options={(kinds.data?.rows ?? []).map(({ kind, name, nameEn }) => ({
            value: kind,
            label: language === 'vi' ? name : nameEn,
          }))}
        />
      }
      query={list}
      rows={rows}
      blank={
        <Blank title={t('written.none')} hint={t('written.noneHint')}>
          {button}
        </Blank>
      }
      after={
        <WriteReport
          isOpen={mayWrite && search.act === 'write'}
          kind={search.kind}
          onClose={() => set({ act: undefined })}
        />
      }
    >
      {(shown) => (
        <Rows
          rows={shown}
          caption={t('written.all')}
          keyOf={({ id }) => id}
          testId="report-row"
          columns={[
            { key: 'title', title: t('written.report'), isHead: true, cell: (row) => <Name row={row} /> },
            { key: 'asOf', title: t('reports.asOf'), className: 'tabular nowrap', cell: ({ asOf }) => showDay(asOf) },
            { key: 'state', title: t('written.state'), cell: (row) => <State row={row} /> },
            {
              key: 'by',
              title: t('written.by'),
              className: 'soft',
              cell: ({ signer, createdBy }) => signer ?? createdBy,
            },
          ]}
          card={(row) => (
            <>
              <p>
                <Name row={row} />
              </p>
              <p className="soft">
                <State row={row} /> · {showDay(row.asOf)}
              </p>
            </>
          )}
        />
      )}
    </ListPage>
  )
}

/** What a report is called in a list. */
export function Name({ row }: { row: ReportRow }) {
  const { t } = useTranslation()
  return (
    <>
      <Link to="/bao-cao/$id" params={{ id: String(row.id) }} className="strong" data-row lang="vi">
        {row.title ?? t('reports.draftTitle', { month: showMonth(row.period) })}
      </Link>
      <span className="soft">
        {' '}
        · <KindName row={row} />
      </span>
    </>
  )
}

function State({ row }: { row: ReportRow }) {
  const { t } = useTranslation()
  return (
    <>
      {t(`signing.state.${row.state}`)}
      {row.number ? <span className="tabular nowrap"> {row.number}</span> : null}
      {row.edition > 1 ? <span className="tag">{t('written.edition', { n: row.edition - 1 })}</span> : null}
      {row.correctedBy ? (
        <span className="tag warn">{t(row.isCorrected ? 'written.corrected' : 'written.beingCorrected')}</span>
      ) : null}
    </>
  )
}

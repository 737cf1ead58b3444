import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { draftReportFile, type ReportsSearch, ROUNDINGS } from '../paths/reports.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { lastFullMonth } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { Comparison } from './comparison.tsx'
import { Downloads } from './downloads.tsx'
import { Freeze } from './freeze.tsx'
import { FrozenList } from './frozen-list.tsx'
import { Paper } from './paper.tsx'
import { type MonthlyQuery, monthlyQuery } from './queries.ts'
import './reports.css'

/** The end of the sample's invented register; the last full month there has nothing to report. */
const SAMPLE_MONTH = '2021-02'

/** The draft report of the month, for users who may read it; the issued reports for all others. */
export function Reports() {
  return mayDo(useMe(), 'report.draft') ? <DraftReport /> : <IssuedReports />
}

function IssuedReports() {
  const { t } = useTranslation()
  useTitle(t('reports.title'))
  return (
    <div className="page narrow">
      <h1>{t('reports.title')}</h1>
      <FrozenList />
    </div>
  )
}

/** The month's report as it would be printed today; each figure opens its rows. */
function DraftReport() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/bao-cao' })
  const navigate = useNavigate({ from: '/bao-cao' })
  const [isFreezing, setFreezing] = useState(false)
  useTitle(t('reports.title'))
  const query: MonthlyQuery = { ...search, month: search.month ?? lastFullMonth(me.today) }
  const report = useQuery(monthlyQuery(query))
  const change = (changed: ReportsSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  return (
    <div className="page report-page">
      <div className="row spread page-head screen-only">
        <div>
          <h1>{t('reports.title')}</h1>
          <p className="soft">{t('reports.about')}</p>
        </div>
        <div className="row">
          <Downloads href={(format) => draftReportFile(query, format)} />
          {mayDo(me, 'report.issue') ? (
            <Button type="primary" onClick={() => setFreezing(true)} disabled={!report.data} data-testid="freeze">
              {t('reports.freeze')}
            </Button>
          ) : null}
        </div>
      </div>
      <search className="filters screen-only">
        <div className="filter-row">
          <Labelled id="month" label={t('reports.month')}>
            <DayPicker
              id="month"
              picker="month"
              value={query.month}
              isClearable={false}
              max={me.today}
              onChange={(month) => change({ month })}
            />
          </Labelled>
          <Labelled id="from" label={t('reports.from')}>
            <DayPicker
              id="from"
              value={search.from ?? report.data?.from}
              isClearable={search.from !== undefined}
              onChange={(from) => change({ from })}
            />
          </Labelled>
          <Labelled id="rounding" label={t('reports.rounding')}>
            <Select
              id="rounding"
              value={search.rounding ?? 'truncate1'}
              onChange={(rounding) => change({ rounding: rounding === 'truncate1' ? undefined : rounding })}
              options={ROUNDINGS.map((value) => ({ value, label: t(`rounding.${value}`) }))}
              className="wide"
            />
          </Labelled>
          <Labelled id="knownOn" label={t('reports.knownOn')}>
            <DayPicker
              id="knownOn"
              value={search.knownOn}
              max={me.today}
              placeholder={t('reports.knownThen')}
              onChange={(knownOn) => change({ knownOn })}
            />
          </Labelled>
          {me.sample && query.month !== SAMPLE_MONTH ? (
            <Button onClick={() => change({ month: SAMPLE_MONTH, from: undefined })}>{t('reports.sampleMonth')}</Button>
          ) : null}
        </div>
      </search>
      {report.error ? <ProblemNote error={report.error} retry={report.refetch} /> : null}
      {report.isPending ? <Waiting lines={12} /> : null}
      <div className="report-grid">
        {report.data ? <Paper report={report.data} isDraft /> : <div />}
        <aside className="stack screen-only" aria-label={t('reports.aside')}>
          {report.data ? <Comparison report={report.data} /> : null}
          <FrozenList />
        </aside>
      </div>
      {report.data ? (
        <Freeze isOpen={isFreezing} report={report.data} query={query} onClose={() => setFreezing(false)} />
      ) : null}
    </div>
  )
}

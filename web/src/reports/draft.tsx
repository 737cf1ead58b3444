import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CountingSelect } from '../form/counting-select.tsx'
import { draftReportFile, type ReportsSearch, ROUNDINGS } from '../paths/reports.ts'
import { FollowedSwitch } from '../shell/followed-switch.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { lastFullMonth, showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { Veil } from '../ui/veil.tsx'
import { Comparison } from './comparison.tsx'
import { Downloads } from './downloads.tsx'
import { DrawUp } from './draw-up.tsx'
import { Paper } from './paper.tsx'
import { type MonthlyQuery, type MonthlyReport, monthlyQuery } from './queries.ts'
import { IssuedList, ReportsIn, ReportsUnderWay } from './report-list.tsx'
import { ReportPages } from './written/pages-nav.tsx'
import './reports.css'

/** The end of the sample's invented register; the last full month there has nothing to report. */
const SAMPLE_MONTH = '2021-02'
/** Rights with which reports that are not issued are read. */
const SEE_DRAFTS = ['report.draft', 'report.prepare', 'report.sign'] as const

/** The month's figures for users who see drafts, the issued reports for all others; or the reports in one state. */
export function Reports() {
  const me = useMe()
  const { state } = useSearch({ from: '/staff/bao-cao' })
  if (state !== undefined) return <ReportsIn state={state} />
  const seesDrafts = SEE_DRAFTS.some((right) => mayDo(me, right))
  return seesDrafts ? <DraftReport /> : <IssuedReports />
}

function IssuedReports() {
  const { t } = useTranslation()
  useTitle(t('reports.title'))
  return (
    <div className="page narrow">
      <h1>{t('written.all')}</h1>
      <ReportPages />
      <IssuedList />
    </div>
  )
}

/** The month's report as it would be printed today; each figure opens its rows. */
function DraftReport() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/bao-cao' })
  const navigate = useNavigate({ from: '/bao-cao' })
  const [isDrawingUp, setDrawingUp] = useState(false)
  useTitle(t('reports.title'))
  const query: MonthlyQuery = { ...search, month: search.month ?? lastFullMonth(me.today) }
  const report = useQuery(monthlyQuery(query))
  // Of the month or the choices before: not to be read as current, nor drawn up.
  const isStale = report.isPlaceholderData
  const change = (changed: ReportsSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  return (
    <div className="page report-page">
      <div className="row spread page-head screen-only">
        <div>
          <h1>{t('reports.title')}</h1>
          <p className="soft">{t('reports.about')}</p>
          <FollowedSwitch
            value={search.followerId}
            on={report.data?.asOf}
            onChange={(followerId) => change({ followerId })}
          />
          {search.followerId === undefined ? null : <p className="soft">{t('followed.notDrawnUp')}</p>}
        </div>
        <div className="row">
          {report.data?.empty ? null : <Downloads href={(format) => draftReportFile(query, format)} />}
          {mayDo(me, 'report.prepare') && !report.data?.empty && search.followerId === undefined ? (
            <Button
              type="primary"
              onClick={() => setDrawingUp(true)}
              disabled={!report.data || isStale}
              data-testid="draw-up"
            >
              {t('reports.drawUp')}
            </Button>
          ) : null}
        </div>
      </div>
      <ReportPages />
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
          <CountingSelect value={search.counting} onChange={(counting) => change({ counting })} />
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
      {report.data && !isStale ? <Empty report={report.data} countAll={() => change({ knownOn: me.today })} /> : null}
      <div className="report-grid">
        {report.data && !report.data.empty ? (
          <Veil isStale={isStale}>
            <Paper report={report.data} isDraft />
          </Veil>
        ) : (
          <div />
        )}
        <aside className="stack screen-only" aria-label={t('reports.aside')}>
          {report.data && !report.data.empty ? (
            <Comparison report={report.data} followerId={search.followerId} />
          ) : null}
          <ReportsUnderWay />
          <IssuedList />
        </aside>
      </div>
      {report.data && !isStale ? (
        <DrawUp isOpen={isDrawingUp} report={report.data} onClose={() => setDrawingUp(false)} />
      ) : null}
    </div>
  )
}

/** Why there is nothing to report, and what to do about it. */
function Empty({ report, countAll }: { report: MonthlyReport; countAll: () => void }) {
  const { t } = useTranslation()
  if (!report.empty) return null
  const { recordedLater } = report.empty
  return (
    <Alert
      type="warning"
      showIcon
      className="as-of screen-only"
      title={
        <span data-testid="empty-report">
          {recordedLater
            ? t('reports.emptyLater', {
                n: recordedLater.tasks,
                first: showDay(recordedLater.firstOn),
                day: showDay(report.knownOn ?? report.asOf),
              })
            : t('reports.emptyPeriod', { from: showDay(report.from), asOf: showDay(report.asOf) })}
        </span>
      }
      action={recordedLater ? <Button onClick={countAll}>{t('reports.countAll')}</Button> : null}
    />
  )
}

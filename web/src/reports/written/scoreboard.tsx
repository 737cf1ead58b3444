import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchPatch } from '../../list/filters.tsx'
import { ListPage } from '../../list/list-page.tsx'
import type { ScoreboardSearch } from '../../paths/written-reports.ts'
import { useMe } from '../../shell/session.ts'
import { Blank } from '../../ui/blank.tsx'
import { DayPicker } from '../../ui/day-picker.tsx'
import { Labelled } from '../../ui/labelled.tsx'
import '../reports.css'
import { Goals } from './goals.tsx'
import { ReportPages } from './pages-nav.tsx'
import { measuredQuery, scoreboardQuery } from './queries.ts'

/** The targets of a document that its tasks carry, on any day. */
export function Scoreboard() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/bao-cao/chi-tieu' })
  const set = useSearchPatch<ScoreboardSearch>()
  const day = search.asOf ? { asOf: search.asOf } : {}
  const documents = useQuery(measuredQuery(day))
  // A document that was chosen keeps its name on a day when it had no targets.
  const today = useQuery({ ...measuredQuery({}), enabled: search.source !== undefined })
  // The document measured last, until another is chosen: the page has something to say at once.
  const source = search.source ?? documents.data?.rows[0]?.source
  const found = useQuery({
    ...scoreboardQuery({ source: source ?? '', ...day }),
    enabled: source !== undefined,
  })
  const listed = documents.data?.rows ?? []
  const chosen = listed.some((one) => one.source === source)
    ? undefined
    : today.data?.rows.find((one) => one.source === source)
  const options = chosen === undefined ? listed : [...listed, { ...chosen, targets: 0 }]
  const rows = source === undefined ? [] : found.data?.rows
  const counts = { reached: 0, missed: 0, unmeasured: 0, confirmed: 0 }
  for (const row of rows ?? []) {
    counts[row.state] += 1
    if (row.ground === 'confirmed') counts.confirmed += 1
  }
  return (
    <ListPage
      title={t('written.scoreboard')}
      about={t('written.scoreboardAbout')}
      before={<ReportPages />}
      filters={
        <>
          <Labelled id="scoreboard-source" label={t('written.source')}>
            <Select
              id="scoreboard-source"
              showSearch
              optionFilterProp="label"
              loading={documents.isPending}
              value={source}
              onChange={(value: string) => set({ source: value })}
              options={options.map(({ source: value, number, title, targets }) => ({
                value,
                label: `${[number, title].filter(Boolean).join(': ')} (${t('written.targetCount', { n: targets })})`,
              }))}
            />
          </Labelled>
          <Labelled id="scoreboard-day" label={t('reports.asOf')}>
            <DayPicker id="scoreboard-day" value={search.asOf} max={me.today} onChange={(asOf) => set({ asOf })} />
          </Labelled>
        </>
      }
      between={
        <>
          {documents.data?.isCut ? <p className="soft">{t('written.documentsCut', { n: listed.length })}</p> : null}
          {rows && rows.length > 0 ? (
            <p data-testid="scoreboard-counts">{t('written.goalCounts', { all: rows.length, ...counts })}</p>
          ) : null}
        </>
      }
      query={source === undefined ? { ...found, isPending: documents.isPending, error: documents.error } : found}
      rows={rows}
      blank={
        <Blank
          title={t(source === undefined ? 'written.noTargets' : 'written.noGoals')}
          hint={t('written.scoreboardHint')}
        />
      }
    >
      {(shown) => <Goals rows={shown} />}
    </ListPage>
  )
}

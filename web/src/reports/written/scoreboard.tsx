import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
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
import { scoreboardQuery } from './queries.ts'
import { sourceOf } from './write.tsx'

/** The targets of a document that its tasks carry, on any day. */
export function Scoreboard() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/bao-cao/chi-tieu' })
  const set = useSearchPatch<ScoreboardSearch>()
  const found = useQuery({
    ...scoreboardQuery({ source: search.source ?? '', ...(search.asOf ? { asOf: search.asOf } : {}) }),
    enabled: search.source !== undefined,
  })
  const rows = search.source === undefined ? [] : found.data?.rows
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
          <Labelled id="scoreboard-source" label={t('written.source')} hint={t('written.sourceHint')}>
            <Input.Search
              id="scoreboard-source"
              defaultValue={search.source ?? ''}
              placeholder="12/QĐ-VPCP"
              onSearch={(typed) => set({ source: typed.trim() ? sourceOf(typed) : undefined })}
              enterButton={t('written.show')}
            />
          </Labelled>
          <Labelled id="scoreboard-day" label={t('reports.asOf')}>
            <DayPicker id="scoreboard-day" value={search.asOf} max={me.today} onChange={(asOf) => set({ asOf })} />
          </Labelled>
        </>
      }
      between={
        rows && rows.length > 0 ? (
          <p data-testid="scoreboard-counts">{t('written.goalCounts', { all: rows.length, ...counts })}</p>
        ) : null
      }
      query={search.source === undefined ? { ...found, isPending: false, error: null } : found}
      rows={rows}
      blank={
        <Blank
          title={t(search.source === undefined ? 'written.chooseSource' : 'written.noGoals')}
          hint={t('written.scoreboardHint')}
        />
      }
    >
      {(shown) => <Goals rows={shown} />}
    </ListPage>
  )
}

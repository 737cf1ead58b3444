import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ChoiceFilter } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { ARCHIVE_TABS, type ArchiveSearch, type ArchiveTab, CASE_COUNTS, DESTRUCTION_STATES } from '../paths/cases.ts'
import { type Me, mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Blank } from '../ui/blank.tsx'
import { showInstant } from '../ui/format.ts'
import { proposeDestruction, ReasonField, useToDestruction } from './case-acts.tsx'
import { CaseRows } from './case-list.tsx'
import {
  caseFiguresQuery,
  casesQuery,
  type DestructionRow,
  destructionsQuery,
  type HandOverRow,
  handOversQuery,
  refreshCases,
} from './case-queries.ts'
import { useYears } from './case-standing.tsx'
import { ListChoice } from './list-choice.tsx'
import './cases.css'

/** What a tab shows: to take and destroy is the archive's, to decide the leaders'. */
function tabsFor(me: Me): ArchiveTab[] {
  const archives = mayDo(me, 'records.archive')
  const shown: Record<ArchiveTab, boolean> = {
    offered: archives,
    due: true,
    ended: archives,
    handOvers: true,
    destructions: archives || mayDo(me, 'records.sign'),
    figures: true,
  }
  return ARCHIVE_TABS.filter((tab) => shown[tab])
}

/** The archive's desk: what is offered, what is due, whose retention has ended, what is to be destroyed, and the figures. */
export function ArchivePage() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban/luu-tru' })
  const navigate = useNavigate({ from: '/van-ban/luu-tru' })
  useTitle(t('cases.archive'))
  const tabs = tabsFor(me)
  const tab = tabs.find((one) => one === search.tab) ?? tabs[0]!
  const change = (changed: ArchiveSearch) =>
    navigate({ search: (before) => ({ ...before, tab, ...changed }), replace: true, resetScroll: false })
  const content: Record<ArchiveTab, () => ReactNode> = {
    offered: () => <HandOverList id="offered" state="offered" />,
    due: () => <CaseSection id="due" />,
    ended: () => <EndedCases search={search} onChange={change} />,
    handOvers: () => <HandOverList id="handOvers" />,
    destructions: () => <Destructions search={search} onChange={change} />,
    figures: () => <Figures search={search} onChange={change} />,
  }
  return (
    <div className="page">
      <div className="page-head">
        <p className="screen-only">
          <Link to="/van-ban/ho-so">{t('cases.title')}</Link>
        </p>
        <h1>{t('cases.archive')}</h1>
        <p className="soft">{t('cases.archiveAbout')}</p>
      </div>
      <ListChoice
        value={tab}
        onChange={(chosen) => navigate({ search: { tab: chosen } })}
        lists={tabs.map((key) => ({ key, label: t(`cases.tabs.${key}`) }))}
      />
      {content[tab]()}
    </div>
  )
}

interface TabProps {
  search: ArchiveSearch
  onChange: (changed: ArchiveSearch) => void
}

function HandOverList({ id, state }: { id: 'offered' | 'handOvers'; state?: 'offered' }) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(handOversQuery(state ? { state } : {}))
  const name = (row: HandOverRow) => (
    <Link to="/van-ban/luu-tru/giao-nop/$id" params={{ id: String(row.id) }} data-row lang="vi">
      {row.unit.name}
    </Link>
  )
  const doubts = ({ doubts: count }: HandOverRow) => (count > 0 ? <span className="case-doubt">{count}</span> : '0')
  return (
    <ListSection
      id={`archive-${id}`}
      title={t(`cases.tabs.${id}`)}
      query={found}
      rows={rowsOf(found.data)}
      blank={<Blank title={t('cases.noHandOvers')} hint={t('cases.noHandOversHint')} />}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t(`cases.tabs.${id}`)}
          keyOf={(row) => row.id}
          testId="hand-over"
          columns={[
            { key: 'unit', title: t('cases.field.unit'), cell: name, isHead: true },
            {
              key: 'at',
              title: t('cases.offeredAt'),
              cell: ({ offeredAt }) => showInstant(offeredAt),
              className: 'tabular nowrap',
            },
            { key: 'by', title: t('cases.offeredBy'), cell: ({ offeredBy }) => <span lang="vi">{offeredBy}</span> },
            { key: 'cases', title: t('cases.title'), isNumber: true, cell: (row) => row.cases },
            { key: 'files', title: t('cases.files'), isNumber: true, cell: (row) => row.files },
            { key: 'doubts', title: t('cases.doubted'), isNumber: true, cell: doubts },
            { key: 'state', title: t('cases.where'), cell: (row) => t(`cases.handOverState.${row.state}`) },
          ]}
          card={(row) => (
            <>
              <p>{name(row)}</p>
              <p className="soft" lang="vi">
                {showInstant(row.offeredAt)} · {row.offeredBy}
              </p>
              <p>
                {t('cases.casesOf', { count: row.cases })} · {t(`cases.handOverState.${row.state}`)}
              </p>
            </>
          )}
        />
      )}
    </ListSection>
  )
}

/** Cases that are due for the archive. */
function CaseSection({ id }: { id: 'due' }) {
  const { t } = useTranslation()
  const found = useInfiniteQuery(casesQuery({ isDue: true }))
  return (
    <ListSection
      id={`archive-${id}`}
      title={t(`cases.tabs.${id}`)}
      about={t('cases.dueAbout')}
      query={found}
      rows={rowsOf(found.data)}
      blank={<Blank title={t('cases.noneDue')} hint={t('cases.noneDueHint')} />}
    >
      {(rows) => <CaseRows rows={rows} chosen={[]} onChoose={() => {}} isChoosable={() => false} />}
    </ListSection>
  )
}

/** Cases whose retention has ended, of which the archive chooses what to propose for destruction. */
function EndedCases({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toDestruction = useToDestruction()
  const found = useInfiniteQuery(casesQuery({ isEnded: true }))
  const [chosen, setChosen] = useState<readonly number[]>([])
  const rows = rowsOf(found.data)
  const selected = (rows ?? []).map(({ id }) => id).filter((id) => chosen.includes(id))
  return (
    <ListSection
      id="archive-ended"
      title={t('cases.tabs.ended')}
      about={t('cases.endedAbout')}
      acts={
        selected.length > 0 ? (
          <Button type="primary" onClick={() => onChange({ act: 'propose' })} data-testid="propose-destruction">
            {t('cases.proposeChosen', { count: selected.length })}
          </Button>
        ) : null
      }
      query={found}
      rows={rows}
      blank={<Blank title={t('cases.noneEnded')} hint={t('cases.noneEndedHint')} />}
      after={
        <FormDrawer<{ reason: string }, readonly number[], { id: number }>
          title={
            search.act === 'propose' && selected.length > 0
              ? t('cases.proposeChosen', { count: selected.length })
              : undefined
          }
          did={t('cases.did')}
          on={selected}
          send={({ reason }, ids, key) => proposeDestruction([...ids], reason, key)}
          refresh={() => refreshCases(queries)}
          onDone={toDestruction}
          onClose={() => onChange({ act: undefined })}
        >
          {() => <ReasonField />}
        </FormDrawer>
      }
    >
      {(list) => (
        <CaseRows
          rows={list}
          chosen={selected}
          onChoose={setChosen}
          isChoosable={({ may }) => may.includes('proposeDestruction')}
        />
      )}
    </ListSection>
  )
}

function Destructions({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const { destruction: state } = search
  const found = useInfiniteQuery(destructionsQuery(state ? { state } : {}))
  const name = ({ id, reason }: DestructionRow) => (
    <Link to="/van-ban/luu-tru/huy/$id" params={{ id: String(id) }} data-row lang="vi">
      {reason}
    </Link>
  )
  return (
    <ListSection
      id="archive-destructions"
      title={t('cases.tabs.destructions')}
      filters={
        <ChoiceFilter
          id="destruction-state"
          label={t('cases.where')}
          value={state}
          onChange={(destruction) => onChange({ destruction })}
          options={DESTRUCTION_STATES.map((value) => ({ value, label: t(`cases.destructionState.${value}`) }))}
        />
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={<Blank title={t('cases.noDestructions')} hint={t('cases.noDestructionsHint')} />}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('cases.tabs.destructions')}
          keyOf={({ id }) => id}
          testId="destruction"
          columns={[
            { key: 'reason', title: t('cases.field.reason'), cell: name, isHead: true },
            {
              key: 'at',
              title: t('cases.proposedAt'),
              cell: ({ proposedAt }) => showInstant(proposedAt),
              className: 'tabular nowrap',
            },
            { key: 'by', title: t('cases.proposedBy'), cell: ({ proposedBy }) => <span lang="vi">{proposedBy}</span> },
            { key: 'cases', title: t('cases.title'), isNumber: true, cell: ({ cases }) => cases },
            { key: 'decision', title: t('cases.field.decision'), cell: ({ decision }) => decision ?? '' },
            { key: 'state', title: t('cases.where'), cell: (row) => t(`cases.destructionState.${row.state}`) },
          ]}
          card={(row) => (
            <>
              <p>{name(row)}</p>
              <p className="soft">
                {t('cases.casesOf', { count: row.cases })} · {t(`cases.destructionState.${row.state}`)}
              </p>
            </>
          )}
        />
      )}
    </ListSection>
  )
}

type FigureRow = { unit: { id: number; name: string } } & Record<(typeof CASE_COUNTS)[number], number>

/** Cases of a year by unit; each number opens the rows that it counts. */
function Figures({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const years = useYears()
  const year = search.year ?? years[0]!
  const found = useQuery(caseFiguresQuery(year))
  const cell = (counted: (typeof CASE_COUNTS)[number]) => (row: FigureRow) =>
    row[counted] === 0 ? (
      '0'
    ) : (
      <Link
        to="/van-ban/ho-so"
        search={{ year, unitId: row.unit.id, counted }}
        aria-label={`${row.unit.name}: ${t(`cases.count.${counted}`)} ${row[counted]}`}
      >
        {row[counted]}
      </Link>
    )
  return (
    <ListSection
      id="archive-figures"
      title={t('cases.tabs.figures')}
      about={t('cases.figuresAbout')}
      filters={
        <ChoiceFilter
          id="figure-year"
          label={t('cases.field.year')}
          value={String(year)}
          onChange={(chosen) => onChange({ year: chosen ? Number(chosen) : undefined })}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
      }
      query={found}
      rows={found.data?.rows}
      blank={<Blank title={t('cases.noFigures')} hint={t('cases.noFiguresHint')} />}
    >
      {(rows) => (
        <Rows<FigureRow>
          rows={rows}
          caption={t('cases.tabs.figures')}
          keyOf={({ unit }) => unit.id}
          testId="case-figures"
          isWide
          columns={[
            { key: 'unit', title: t('cases.field.unit'), cell: ({ unit }) => unit.name, isHead: true },
            ...CASE_COUNTS.map((counted) => ({
              key: counted,
              title: t(`cases.count.${counted}`),
              isNumber: true,
              cell: cell(counted),
            })),
          ]}
        />
      )}
    </ListSection>
  )
}

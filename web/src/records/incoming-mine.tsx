import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { type Column, Rows } from '../list/rows.tsx'
import { HANDLING_LISTS, HANDLING_STATES, type HandlingSearch, PARTS } from '../paths/incoming.ts'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { HandlingStateMark } from './incoming-mark.tsx'
import { type HandlingRow, handlingListQuery } from './incoming-queries.ts'
import { IncomingPages, useKeepsBooks } from './incoming-tabs.tsx'
import { ListChoice } from './list-choice.tsx'
import './incoming.css'

const flagOf = (value: 'true' | 'false' | undefined) => value === 'true'
const NO_FILTER: HandlingSearch = {
  state: undefined,
  part: undefined,
  open: undefined,
  overdue: undefined,
  late: undefined,
  isOnline: undefined,
  direct: undefined,
  unitId: undefined,
  personId: undefined,
  endedFrom: undefined,
  endedTo: undefined,
  words: undefined,
} as object
/** Set by a figure, not by a field of this page. */
const OF_FIGURES = ['late', 'isOnline', 'direct', 'unitId', 'personId', 'endedFrom', 'endedTo'] as const

/** Parts of documents given to the reader, to their unit, or in the whole body: what is due first at the top. */
export function HandlingsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban-den/cua-toi' })
  const patch = useSearchPatch<HandlingSearch>()
  const keeps = useKeepsBooks()
  const lists = HANDLING_LISTS.filter((one) => one !== 'all' || keeps)
  const isLeader = mayDo(me, 'records.assign')
  const list = lists.find((one) => one === search.list) ?? (isLeader && me.isUnit ? 'unit' : 'mine')
  const { list: _, open, overdue, late, isOnline, direct, ...rest } = search
  const filter = {
    ...rest,
    ...(open ? { open: flagOf(open) } : {}),
    ...(overdue ? { overdue: flagOf(overdue) } : {}),
    ...(late ? { late: flagOf(late) } : {}),
    ...(isOnline ? { isOnline: flagOf(isOnline) } : {}),
    ...(direct ? { direct: flagOf(direct) } : {}),
  }
  const found = useInfiniteQuery(handlingListQuery({ list, ...filter }))
  const set = (change: object) => patch(change as Partial<HandlingSearch>)
  const isOfFigure = OF_FIGURES.some((name) => search[name] !== undefined)
  const isFiltered = Object.keys(filter).length > 0
  return (
    <ListPage
      title={t('incoming.mineTitle')}
      about={t('incoming.mineAbout')}
      acts={<IncomingPages here="mine" />}
      before={
        <ListChoice
          value={list}
          onChange={(key) => set({ ...NO_FILTER, list: key })}
          lists={lists.map((key) => ({ key, label: t(`incoming.mineList.${key}`) }))}
        />
      }
      filters={
        <>
          <SearchFilter
            label={t('incoming.words')}
            hint={t('incoming.partWordsHint')}
            value={search.words}
            onChange={(words) => set({ words })}
          />
          <ChoiceFilter
            id="handling-state"
            label={t('incoming.stateLabel')}
            value={search.state}
            onChange={(state) => set({ state })}
            options={HANDLING_STATES.map((value) => ({ value, label: t(`incoming.handlingState.${value}`) }))}
          />
          <ChoiceFilter
            id="handling-part"
            label={t('incoming.partLabel')}
            value={search.part}
            onChange={(part) => set({ part })}
            options={PARTS.map((value) => ({ value, label: t(`incoming.part.${value}`) }))}
          />
          <div className="row incoming-checks">
            <Checkbox
              checked={search.open === 'true'}
              onChange={({ target }) => set({ open: target.checked ? 'true' : undefined })}
            >
              {t('incoming.onlyOpen')}
            </Checkbox>
            <Checkbox
              checked={search.overdue === 'true'}
              onChange={({ target }) => set({ overdue: target.checked ? 'true' : undefined })}
            >
              {t('incoming.onlyOverdue')}
            </Checkbox>
          </div>
        </>
      }
      filterFoot={
        isOfFigure ? (
          <p className="row incoming-of-figure">
            <span>{t('incoming.ofFigure')}</span>
            <Button type="link" size="small" className="link-button" onClick={() => set(NO_FILTER)}>
              {t('incoming.ofFigureClear')}
            </Button>
          </p>
        ) : null
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={
        <Blank
          title={isFiltered ? t('incoming.noneFound') : t(`incoming.mineNone.${list}`)}
          hint={isFiltered ? t('incoming.noneFoundHint') : undefined}
        />
      }
    >
      {(rows) => <PartRows rows={rows} isMine={list === 'mine'} caption={t(`incoming.mineList.${list}`)} />}
    </ListPage>
  )
}

function PartRows({ rows, isMine, caption }: { rows: readonly HandlingRow[]; isMine: boolean; caption: string }) {
  const { t } = useTranslation()
  const columns: Column<HandlingRow>[] = [
    {
      key: 'due',
      title: t('incoming.dueOn'),
      className: 'tabular nowrap',
      cell: (row) => <PartDue row={row} />,
    },
    { key: 'about', title: t('incoming.subject'), isHead: true, cell: (row) => <PartSubject row={row} /> },
    {
      key: 'sender',
      title: t('incoming.sender'),
      cell: ({ sender, notation }) => (
        <>
          <span lang="vi">{sender ?? '–'}</span>
          {notation ? <div className="soft tabular">{notation}</div> : null}
        </>
      ),
    },
    ...(isMine
      ? []
      : [
          {
            key: 'holder',
            title: t('incoming.holder'),
            cell: ({ holder }: HandlingRow) => <span lang="vi">{holder}</span>,
          },
        ]),
    {
      key: 'part',
      title: t('incoming.partLabel'),
      className: 'nowrap',
      cell: ({ part, isOnline }) => (
        <>
          {t(`incoming.part.${part}`)}
          {isOnline === false ? <div className="soft">{t('incoming.onPaper')}</div> : null}
        </>
      ),
    },
    { key: 'state', title: t('incoming.stateLabel'), cell: ({ state }) => <HandlingStateMark state={state} /> },
    {
      key: 'assigned',
      title: t('incoming.assignedTitle'),
      cell: ({ assignedAt, assignedBy }) => (
        <span lang="vi">
          {assignedBy}
          <div className="soft tabular nowrap">{showInstant(assignedAt)}</div>
        </span>
      ),
    },
  ]
  return (
    <div data-testid="handling-rows">
      <Rows
        rows={rows}
        caption={caption}
        keyOf={({ id }) => id}
        columns={columns}
        testId="handling-row"
        card={(row) => (
          <>
            <div className="row spread">
              <HandlingStateMark state={row.state} />
              <span className="soft">
                {t(`incoming.part.${row.part}`)} · <PartDue row={row} />
              </span>
            </div>
            <PartSubject row={row} />
            <p className="soft" lang="vi">
              {[row.sender, row.notation].filter(Boolean).join(' · ')}
            </p>
            <p className="soft" lang="vi">
              {isMine ? row.assignedBy : `${row.holder} · ${row.assignedBy}`}, {showInstant(row.assignedAt)}
            </p>
          </>
        )}
      />
    </div>
  )
}

function PartDue({ row: { dueOn, state } }: { row: HandlingRow }) {
  const { t } = useTranslation()
  const me = useMe()
  if (dueOn === null) return <span className="soft">{t('incoming.noDue')}</span>
  const isOpen = state === 'assigned' || state === 'underway'
  return <span className={isOpen && dueOn < me.today ? 'overdue strong' : ''}>{showDay(dueOn)}</span>
}

function PartSubject({ row }: { row: HandlingRow }) {
  const { t } = useTranslation()
  return (
    <div className="incoming-subject">
      <Link to="/van-ban-den/$id" params={{ id: String(row.incomingId) }} data-row>
        <span lang="vi">{row.about ? asSentence(row.about) : t('incoming.unread')}</span>
      </Link>
      {row.isUrgent ? <span className="tag incoming-urgent">{t('incoming.urgent')}</span> : null}
      <div className="soft">
        {row.number ? t('incoming.numberOf', { n: row.number }) : t('incoming.unnumbered')}
        {row.words ? <span lang="vi"> · {row.words}</span> : null}
      </div>
    </div>
  )
}

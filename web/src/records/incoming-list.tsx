import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { ChoiceFilter, SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { type Column, Rows } from '../list/rows.tsx'
import { INCOMING_LISTS, INCOMING_STATES, type IncomingListName, type IncomingSearch } from '../paths/incoming.ts'
import { landingQuery } from '../shell/landing-query.ts'
import { useLanguage } from '../shell/language.tsx'
import { type Me, mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { useIsOfOffice } from './incoming-kinds.ts'
import { IncomingStateMark, RegisterClock, SignatureMark } from './incoming-mark.tsx'
import { type IncomingRow, incomingChoicesQuery, incomingListQuery } from './incoming-queries.ts'
import { IncomingPages } from './incoming-tabs.tsx'
import { ArriveBox } from './incoming-upload.tsx'
import { ListChoice } from './list-choice.tsx'
import { MailAddresses } from './mail-addresses.tsx'
import './incoming.css'

/** The lists that can hold something for this reader. */
function listsFor(me: Me): IncomingListName[] {
  const isClerk = mayDo(me, 'records.register')
  const isLeader = mayDo(me, 'records.assign')
  const shown: Record<IncomingListName, boolean> = {
    toRegister: isClerk,
    duplicates: isClerk,
    toPresent: isClerk,
    toAssign: isLeader,
    givenBack: isLeader,
    dueToday: isClerk || isLeader,
    returned: isClerk,
    all: true,
  }
  return INCOMING_LISTS.filter((list) => shown[list])
}

/** Lists of one state each: there is nothing to choose there. */
const OF_ONE_STATE: readonly IncomingListName[] = [
  'toRegister',
  'duplicates',
  'toPresent',
  'toAssign',
  'givenBack',
  'returned',
]
const TO_CHECK: readonly IncomingListName[] = ['toRegister', 'duplicates']
/** Lists whose length the first page knows. */
const COUNTED: Partial<Record<IncomingListName, string>> = {
  toRegister: 'incoming.toRegister',
  duplicates: 'incoming.duplicates',
  toPresent: 'incoming.toPresent',
  toAssign: 'incoming.toAssign',
  dueToday: 'incoming.dueToday',
}
const NO_FILTER: IncomingSearch = {
  state: undefined,
  senderId: undefined,
  kind: undefined,
  from: undefined,
  to: undefined,
  registeredFrom: undefined,
  registeredTo: undefined,
  urgent: undefined,
  overdue: undefined,
  late: undefined,
  step: undefined,
  taskId: undefined,
  directiveId: undefined,
  words: undefined,
} as object

/** Documents that come in, by what the reader has to do with them. */
export function IncomingPage() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban-den' })
  const patch = useSearchPatch<IncomingSearch>()
  const lists = listsFor(me)
  const { list: asked, ...filter } = search
  const isFiltered = Object.keys(filter).length > 0
  // Whoever searches or follows a link with a filter means all documents, unless it names a list.
  const list = lists.find((one) => one === asked) ?? (isFiltered ? 'all' : lists[0]!)
  const { state, urgent, overdue, late, ...rest } = filter
  const found = useInfiniteQuery(
    incomingListQuery({
      list,
      ...rest,
      ...(state && !OF_ONE_STATE.includes(list) ? { state } : {}),
      ...(urgent ? { urgent: urgent === 'true' } : {}),
      ...(overdue ? { overdue: overdue === 'true' } : {}),
      ...(late ? { late: late === 'true' } : {}),
    }),
  )
  const counts = useQuery(landingQuery)
  const countOf = (one: IncomingListName) => counts.data?.rows.find(({ name }) => name === COUNTED[one])?.count
  return (
    <ListPage
      title={t('incoming.title')}
      about={t(`incoming.about.${list}`)}
      acts={<IncomingPages here="list" />}
      before={
        <>
          {mayDo(me, 'records.register') ? <ArriveAtDesk /> : null}
          <ListChoice
            value={list}
            onChange={(key) => patch({ ...NO_FILTER, list: key } as IncomingSearch)}
            lists={lists.map((key) => ({ key, label: t(`incoming.list.${key}`), count: countOf(key) }))}
          />
        </>
      }
      filters={<Filters search={search} list={list} patch={patch} />}
      filterFoot={
        isFiltered ? (
          <Button type="link" size="small" className="link-button" onClick={() => patch(NO_FILTER)}>
            {t('incoming.ofFigureClear')}
          </Button>
        ) : null
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={
        <Blank
          title={isFiltered ? t('incoming.noneFound') : t(`incoming.none.${list}`)}
          hint={isFiltered ? t('incoming.noneFoundHint') : undefined}
        />
      }
    >
      {(rows) => <IncomingRows rows={rows} list={list} />}
    </ListPage>
  )
}

/** What is brought, and what comes by itself. */
function ArriveAtDesk() {
  return (
    <>
      <ArriveBox />
      <MailAddresses />
    </>
  )
}

const FOLDED = ['senderId', 'kind', 'from', 'to', 'urgent', 'overdue', 'late'] as const

function Filters({
  search,
  list,
  patch,
}: {
  search: IncomingSearch
  list: IncomingListName
  patch: (patch: Partial<IncomingSearch>) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const choices = useQuery({ ...incomingChoicesQuery, enabled: useIsOfOffice() })
  const [isOpen, setOpen] = useState(FOLDED.some((name) => search[name] !== undefined))
  // On a phone the rows come first.
  const isFolded = useNarrow() && !isOpen
  const set = (change: object) => patch(change as Partial<IncomingSearch>)
  return (
    <>
      <SearchFilter
        label={t('incoming.words')}
        hint={t('incoming.wordsHint')}
        value={search.words}
        onChange={(words) => set({ words })}
      />
      {OF_ONE_STATE.includes(list) ? null : (
        <ChoiceFilter
          id="incoming-state"
          label={t('incoming.stateLabel')}
          value={search.state}
          onChange={(state) => set({ state })}
          options={INCOMING_STATES.map((value) => ({ value, label: t(`incoming.state.${value}`) }))}
        />
      )}
      {isFolded ? (
        <Button onClick={() => setOpen(true)} className="incoming-checks">
          {t('incoming.moreFilters')}
        </Button>
      ) : (
        <>
          <Labelled id="incoming-sender" label={t('incoming.sender')}>
            <AgencySelect
              id="incoming-sender"
              {...(search.senderId === undefined ? {} : { value: search.senderId })}
              onChange={(senderId) => set({ senderId })}
            />
          </Labelled>
          {choices.data && !TO_CHECK.includes(list) ? (
            <ChoiceFilter
              id="incoming-kind"
              label={t('incoming.kind')}
              value={search.kind}
              onChange={(kind) => set({ kind })}
              options={choices.data.kinds.map((one) => ({
                value: one.kind,
                label: language === 'vi' ? one.name : one.nameEn,
              }))}
              isLong
            />
          ) : null}
          {(['from', 'to'] as const).map((end) => (
            <Labelled
              key={end}
              id={`incoming-${end}`}
              label={t(end === 'from' ? 'incoming.arrivedFrom' : 'incoming.arrivedTo')}
            >
              <DayPicker
                id={`incoming-${end}`}
                value={search[end]}
                onChange={(day) => set({ [end]: day })}
                isClearable
                className="wide"
              />
            </Labelled>
          ))}
          <div className="row incoming-checks">
            <Checkbox
              checked={search.urgent === 'true'}
              onChange={({ target }) => set({ urgent: target.checked ? 'true' : undefined })}
            >
              {t('incoming.onlyUrgent')}
            </Checkbox>
            {TO_CHECK.includes(list) ? (
              <Checkbox
                checked={search.late === 'true'}
                onChange={({ target }) => set({ late: target.checked ? 'true' : undefined })}
              >
                {t('incoming.onlyLate')}
              </Checkbox>
            ) : list === 'all' ? (
              <Checkbox
                checked={search.overdue === 'true'}
                onChange={({ target }) => set({ overdue: target.checked ? 'true' : undefined })}
              >
                {t('incoming.onlyOverdue')}
              </Checkbox>
            ) : null}
          </div>
        </>
      )}
    </>
  )
}

function IncomingRows({ rows, list }: { rows: readonly IncomingRow[]; list: IncomingListName }) {
  const { t } = useTranslation()
  const isToCheck = TO_CHECK.includes(list)
  const columns: Column<IncomingRow>[] = [
    {
      key: 'number',
      title: isToCheck ? t('incoming.arrivedAt') : t('incoming.number'),
      className: 'tabular nowrap',
      cell: (row) =>
        row.number ? (
          <>
            {row.number}
            <div className="soft">{showInstant(row.arrivedAt)}</div>
          </>
        ) : (
          <>
            {showInstant(row.arrivedAt)}
            <div className="soft">{t(`incoming.way.${row.way}`)}</div>
          </>
        ),
    },
    { key: 'about', title: t('incoming.subject'), isHead: true, cell: (row) => <Subject row={row} /> },
    {
      key: 'sender',
      title: t('incoming.sender'),
      cell: ({ sender, notation, issuedOn }) => (
        <>
          <span lang="vi">{sender?.name ?? '–'}</span>
          {notation ? (
            <div className="soft tabular">
              {notation}
              {issuedOn ? `, ${showDay(issuedOn)}` : ''}
            </div>
          ) : null}
        </>
      ),
    },
    ...(isToCheck
      ? [
          {
            key: 'clock',
            title: t('incoming.registerBy'),
            className: 'nowrap',
            cell: (row: IncomingRow) => <RegisterClock row={row} />,
          },
          {
            key: 'signed',
            title: t('incoming.checked'),
            cell: ({ signatures }: IncomingRow) => <SignatureMark state={signatures} />,
          },
        ]
      : [
          {
            key: 'state',
            title: t('incoming.stateLabel'),
            cell: ({ state, presentedTo }: IncomingRow) => (
              <>
                <IncomingStateMark state={state} />
                {state === 'presented' && presentedTo ? (
                  <div className="soft" lang="vi">
                    {presentedTo.name}
                  </div>
                ) : null}
              </>
            ),
          },
          {
            key: 'lead',
            title: t('incoming.leadBy'),
            cell: ({ lead }: IncomingRow) => <span lang="vi">{lead ?? '–'}</span>,
          },
          {
            key: 'due',
            title: t('incoming.dueOn'),
            className: 'tabular nowrap',
            cell: (row: IncomingRow) => <Due row={row} />,
          },
        ]),
  ]
  return (
    <div data-testid="incoming-rows">
      <Rows
        rows={rows}
        caption={t(`incoming.list.${list}`)}
        keyOf={({ id }) => id}
        columns={columns}
        testId="incoming-row"
        card={(row) => (
          <>
            <div className="row spread">
              <IncomingStateMark state={row.state} />
              <span className="soft tabular">
                {row.number ? t('incoming.numberOf', { n: row.number }) : showInstant(row.arrivedAt)}
              </span>
            </div>
            <Subject row={row} />
            <p className="soft" lang="vi">
              {[row.sender?.name, row.notation, row.issuedOn ? showDay(row.issuedOn) : null]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {row.state === 'arrived' ? (
              <div className="row spread">
                <RegisterClock row={row} />
                <SignatureMark state={row.signatures} />
              </div>
            ) : (
              <div className="row spread">
                <span className="soft" lang="vi">
                  {row.lead ?? (row.state === 'presented' ? row.presentedTo?.name : null)}
                </span>
                {row.dueOn ? (
                  <span className="soft">
                    {t('incoming.dueOn')}: <Due row={row} />
                  </span>
                ) : null}
              </div>
            )}
          </>
        )}
      />
    </div>
  )
}

const OVER: readonly IncomingRow['state'][] = ['done', 'returned', 'refused']
function Due({ row: { dueOn, state } }: { row: IncomingRow }) {
  const me = useMe()
  if (dueOn === null) return <>–</>
  return <span className={dueOn < me.today && !OVER.includes(state) ? 'overdue strong' : ''}>{showDay(dueOn)}</span>
}

/** What a document is about: as confirmed, as read, or the name of its file. */
function Subject({ row }: { row: IncomingRow }) {
  const { t } = useTranslation()
  return (
    <div className="incoming-subject">
      <Link to="/van-ban-den/$id" params={{ id: String(row.id) }} data-row>
        {row.about ? <span lang="vi">{asSentence(row.about)}</span> : (row.fileName ?? t('incoming.unread'))}
      </Link>
      {row.isUrgent ? <span className="tag incoming-urgent">{t('incoming.urgent')}</span> : null}
      {row.duplicates > 0 ? <span className="tag incoming-doubt">{t('incoming.duplicatesMark')}</span> : null}
      <div className="soft">
        {row.textState === 'waiting' ? (
          <span role="status">{t('incoming.reading', { n: row.percent ?? 0 })} · </span>
        ) : row.isDescribed || row.about === null ? null : (
          <span title={t('incoming.proposedHint')}>{t('incoming.proposed')} · </span>
        )}
        {t('incoming.files', { count: row.files })}
      </div>
    </div>
  )
}

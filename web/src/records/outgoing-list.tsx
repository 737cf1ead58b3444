import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { type Column, Rows } from '../list/rows.tsx'
import { OUTGOING_LISTS, OUTGOING_STATES, type OutgoingListName, type OutgoingSearch } from '../paths/outgoing.ts'
import { api } from '../shell/api.ts'
import { landingQuery } from '../shell/landing-query.ts'
import { useLanguage } from '../shell/language.tsx'
import { type Me, mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { useDeadline } from './deadline.ts'
import { NewDraftDrawer } from './draft-new.tsx'
import { ListChoice } from './list-choice.tsx'
import { onOutgoing, StateMark, useSure } from './outgoing-act.tsx'
import { useKindName } from './outgoing-kinds.ts'
import { choicesQuery, type OutgoingRow, outgoingListQuery } from './outgoing-queries.ts'
import { SigningTray } from './outgoing-tray.tsx'
import './outgoing.css'

/** The lists that can hold something for this reader. */
function listsFor(me: Me): OutgoingListName[] {
  const shown: Record<OutgoingListName, boolean> = {
    mine: mayDo(me, 'records.draft'),
    waiting: true,
    toSign: mayDo(me, 'records.sign'),
    toSeal: mayDo(me, 'records.register'),
    toIssue: mayDo(me, 'records.register'),
    all: true,
  }
  return OUTGOING_LISTS.filter((list) => shown[list])
}

/** Who reads the books of the body, as the server has it. */
const BOOK_RIGHTS = ['records.register', 'records.assign', 'records.archive'] as const

/** Lists of one state each: there is nothing to choose there. */
const OF_ONE_STATE: readonly OutgoingListName[] = ['toSign', 'toSeal', 'toIssue']

/** The lists whose length the platform counts for the reader. */
const COUNTED: readonly OutgoingListName[] = ['waiting', 'toSign', 'toSeal', 'toIssue']

/** What a reader opens first: what waits for a signature or a seal, before what they drafted. */
const FIRST: readonly OutgoingListName[] = ['toSign', 'toSeal']

/** Documents that go out, by what the reader has to do with them. */
export function OutgoingPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban-di' })
  const patch = useSearchPatch<OutgoingSearch>()
  const lists = listsFor(me)
  const list = lists.find((one) => one === search.list) ?? FIRST.find((one) => lists.includes(one)) ?? lists[0]!
  const counts = useQuery(landingQuery)
  const isDrafter = mayDo(me, 'records.draft')
  const choices = useQuery({ ...choicesQuery, enabled: isDrafter })
  const { state, kind, words } = search
  const found = useInfiniteQuery(
    outgoingListQuery({
      list,
      ...(state && !OF_ONE_STATE.includes(list) ? { state } : {}),
      ...(kind ? { kind } : {}),
      ...(words ? { words } : {}),
    }),
  )
  const isFiltered = Boolean(state || kind || words)
  return (
    <ListPage
      title={t('outgoing.title')}
      about={t(`outgoing.about.${list}`)}
      acts={
        <>
          {BOOK_RIGHTS.some((right) => mayDo(me, right)) ? (
            <Link to="/van-ban-di/so" data-testid="to-book">
              {t('outgoing.book.open')}
            </Link>
          ) : null}
          {isDrafter ? (
            <Link to="/van-ban-di/mau" data-testid="to-templates">
              {t('outgoing.templates.title')}
            </Link>
          ) : null}
          {isDrafter ? (
            <Button type="primary" onClick={() => patch({ act: 'new' })} data-testid="new-draft">
              {t('outgoing.newDraft')}
            </Button>
          ) : null}
        </>
      }
      before={
        <ListChoice
          value={list}
          onChange={(chosen) => patch({ list: chosen, state: undefined } as OutgoingSearch)}
          lists={lists.map((key) => ({
            key,
            label: t(`outgoing.list.${key}`),
            count: COUNTED.includes(key)
              ? counts.data?.rows.find(({ name }) => name === `outgoing.${key}`)?.count
              : undefined,
          }))}
        />
      }
      filters={
        <>
          <SearchFilter
            label={t('outgoing.words')}
            hint={t('outgoing.wordsHint')}
            value={words}
            onChange={(changed) => patch({ words: changed } as OutgoingSearch)}
          />
          {OF_ONE_STATE.includes(list) ? null : (
            <ChoiceFilter
              id="outgoing-state"
              label={t('outgoing.stateLabel')}
              value={state}
              onChange={(changed) => patch({ state: changed } as OutgoingSearch)}
              options={OUTGOING_STATES.map((value) => ({ value, label: t(`outgoing.state.${value}`) }))}
            />
          )}
          {choices.data ? (
            <ChoiceFilter
              id="outgoing-kind"
              label={t('outgoing.kind')}
              value={kind}
              onChange={(changed) => patch({ kind: changed } as OutgoingSearch)}
              options={choices.data.kinds.map((one) => ({
                value: one.kind,
                label: language === 'vi' ? one.name : one.nameEn,
              }))}
              isLong
            />
          ) : null}
        </>
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={
        <Blank
          title={isFiltered ? t('outgoing.noneFound') : t(`outgoing.none.${list}`)}
          hint={isFiltered ? t('outgoing.noneFoundHint') : undefined}
        />
      }
      after={isDrafter ? <NewDraftDrawer search={search} onClose={() => patch(CLOSED as OutgoingSearch)} /> : null}
    >
      {(rows) => (list === 'toSign' ? <SigningTray rows={rows} /> : <OutgoingRows rows={rows} list={list} />)}
    </ListPage>
  )
}

const CLOSED = { act: undefined, replyTo: undefined, task: undefined, corrects: undefined, replaces: undefined }

function OutgoingRows({ rows, list }: { rows: readonly OutgoingRow[]; list: OutgoingListName }) {
  const { t } = useTranslation()
  const kindName = useKindName()
  const isDesk = list === 'toSeal' || list === 'toIssue'
  const columns: Column<OutgoingRow>[] = [
    {
      key: 'number',
      title: t('outgoing.number'),
      className: 'tabular nowrap',
      cell: ({ notation, datedOn }) =>
        notation ? (
          <>
            {notation}
            <div className="soft">{showDay(datedOn)}</div>
          </>
        ) : (
          <span className="soft">{t('outgoing.unnumbered')}</span>
        ),
    },
    {
      key: 'about',
      title: t('outgoing.subject'),
      isHead: true,
      cell: (row) => <Subject row={row} kind={kindName(row.kind)} />,
    },
    { key: 'state', title: t('outgoing.stateLabel'), cell: ({ state }) => <StateMark state={state} /> },
    {
      key: 'drafter',
      title: t('outgoing.drafter'),
      cell: ({ drafter, unit }) => (
        <span lang="vi">
          {drafter.name}
          <div className="soft">{unit.name}</div>
        </span>
      ),
    },
    { key: 'signer', title: t('outgoing.signer'), cell: ({ signer }) => <span lang="vi">{signer?.name ?? '–'}</span> },
    isDesk
      ? {
          key: 'issueBy',
          title: t('outgoing.issueBy'),
          className: 'tabular',
          cell: (row) => <IssueBy row={row} />,
        }
      : {
          key: 'due',
          title: t('outgoing.dueOn'),
          className: 'tabular nowrap',
          cell: ({ dueOn }) => (dueOn ? showDay(dueOn) : '–'),
        },
    ...(isDesk
      ? [
          {
            key: 'act',
            title: <span className="unseen">{t('outgoing.acts')}</span>,
            isOnScreenOnly: true,
            cell: (row: OutgoingRow) => <DeskAct row={row} />,
          },
        ]
      : []),
  ]
  return (
    <div data-testid="outgoing-rows">
      <Rows
        rows={rows}
        caption={t(`outgoing.list.${list}`)}
        keyOf={({ id }) => id}
        columns={columns}
        testId="outgoing-row"
        card={(row) => (
          <>
            <div className="row spread">
              <StateMark state={row.state} />
              <span className="soft tabular">{row.notation ?? showInstant(row.changedAt)}</span>
            </div>
            <div>
              <Subject row={row} kind={kindName(row.kind)} />
            </div>
            <p className="soft" lang="vi">
              {row.drafter.name}, {row.unit.name}
              {row.signer ? `; ${t('outgoing.signer')}: ${row.signer.name}` : ''}
            </p>
            {row.dueOn && !isDesk ? (
              <p className="soft">
                {t('outgoing.dueOn')}: {showDay(row.dueOn)}
              </p>
            ) : null}
            {isDesk ? (
              <div className="row spread">
                <span className="soft">
                  {t('outgoing.issueBy')}: <IssueBy row={row} />
                </span>
                <DeskAct row={row} />
              </div>
            ) : null}
          </>
        )}
      />
    </div>
  )
}

function Subject({ row, kind }: { row: OutgoingRow; kind: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Link to="/van-ban-di/$id" params={{ id: String(row.id) }} data-row>
        {asSentence(row.about)}
      </Link>
      {row.isUrgent ? <span className="tag warn">{t('outgoing.urgent')}</span> : null}
      {row.isSample ? <span className="tag">{t('urging.sample')}</span> : null}
      <div className="soft og-kind">{kind}</div>
    </>
  )
}

/** By when the law has a signed document issued; late ones stand out. */
function IssueBy({ row: { issueBy } }: { row: OutgoingRow }) {
  const deadline = useDeadline()
  if (issueBy === null) return <>–</>
  return <span className={issueBy < new Date().toISOString() ? 'overdue strong' : ''}>{deadline(issueBy)}</span>
}

/** What the clerk does next with a signed document, on its row. */
function DeskAct({ row }: { row: OutgoingRow }) {
  const { t } = useTranslation()
  const sure = useSure()
  const act = row.state === 'signed' ? 'seal' : row.state === 'sealed' ? 'issue' : undefined
  if (act === undefined) return null
  const name = row.notation ?? row.about
  return (
    <Button
      type="primary"
      size="small"
      data-testid={`row-${act}`}
      aria-label={`${t(`outgoing.act.${act}`)} ${name}`}
      onClick={() =>
        sure(
          {
            title: t(`outgoing.sureNamed.${act}`, { name }),
            ok: t(`outgoing.act.${act}`),
            did: t(`outgoing.did.${act}`),
            content: t(`outgoing.sureHint.${act}`, { n: row.recipients }),
          },
          (pin) =>
            act === 'seal'
              ? answer(
                  api.POST('/api/records/outgoing/{id}/seal', {
                    ...onOutgoing(row),
                    body: pin === undefined ? {} : { pin },
                  }),
                )
              : answer(api.POST('/api/records/outgoing/{id}/issue', onOutgoing(row))),
        )
      }
    >
      {t(`outgoing.act.${act}`)}
    </Button>
  )
}

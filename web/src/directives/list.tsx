import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Progress } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { type Column, Rows } from '../list/rows.tsx'
import { DIRECTIVE_STATES, type DirectivesSearch, directiveSource } from '../paths/directives.ts'
import { Figure } from '../shell/figure.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { ImportBox } from './import-box.tsx'
import { type DirectiveRow, directivesQuery } from './queries.ts'
import { Sharing } from './sharing.tsx'
import { DirectiveState } from './state.tsx'
import './directives.css'

/** The imported documents, newest first, and the import box. */
export function Directives() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban' })
  const set = useSearchPatch<DirectivesSearch>()
  const list = useInfiniteQuery(directivesQuery(search))
  const isFiltered = search.state !== undefined || search.search !== undefined
  const mayReview = mayDo(me, 'directive.review')
  return (
    <ListPage
      title={t('directives.title')}
      about={t('directives.about')}
      acts={
        me.seesAll || mayReview ? (
          <>
            <Link to="/chi-dao">{t('orders.title')}</Link>
            <Link to="/van-ban/do-chinh-xac">{t('accuracy.title')}</Link>
            <Link to="/van-ban/tu-ngu">{t('labels.title')}</Link>
            {mayDo(me, 'registry.keep') ? <Sharing /> : null}
          </>
        ) : null
      }
      before={mayReview ? <ImportBox /> : null}
      filters={
        <>
          <SearchFilter
            label={t('filter.search')}
            hint={t('directives.searchHint')}
            value={search.search}
            onChange={(words) => set({ search: words })}
          />
          <ChoiceFilter
            id="state"
            label={t('directives.state')}
            value={search.state}
            onChange={(state) => set({ state })}
            options={DIRECTIVE_STATES.map((value) => ({ value, label: t(`directiveState.${value}`) }))}
          />
        </>
      }
      query={list}
      rows={rowsOf(list.data)}
      blank={
        isFiltered ? (
          <Blank title={t('directives.noneFound')} hint={t('tasks.noneFoundHint')} />
        ) : (
          <Blank
            title={t('directives.none')}
            hint={t(mayReview ? 'directives.noneHint' : 'directives.noneForOfficer')}
          />
        )
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('directives.title')}
          keyOf={({ id }) => id}
          className="directive-table"
          columns={columnsOf(t)}
          card={(row) => <Card row={row} />}
        />
      )}
    </ListPage>
  )
}

function columnsOf(t: TFunction): Column<DirectiveRow>[] {
  return [
    {
      key: 'number',
      title: t('directives.number'),
      className: 'nowrap',
      cell: (row) => (
        <>
          <DirectiveLink row={row} />
          {row.edition > 1 ? <span className="tag">{t('directives.edition', { n: row.edition })}</span> : null}
        </>
      ),
    },
    {
      key: 'subject',
      title: t('directives.subject'),
      cell: (row) => (
        <>
          <span className="clamp-2">{row.subject ?? <span className="soft">{row.fileName}</span>}</span>
          {row.failure ? <p className="wrong">{row.failure}</p> : null}
        </>
      ),
    },
    { key: 'issuer', title: t('directives.issuer'), cell: (row) => row.issuer },
    { key: 'issuedOn', title: t('directives.issuedOn'), className: 'tabular', cell: (row) => showDay(row.issuedOn) },
    {
      key: 'state',
      title: t('directives.state'),
      cell: (row) => (
        <>
          <DirectiveState state={row.state} />
          {row.state === 'reading' ? <Progress percent={row.progress} size="small" aria-label={row.fileName} /> : null}
        </>
      ),
    },
    { key: 'tasks', title: t('directives.tasks'), isNumber: true, cell: (row) => <TaskCount row={row} /> },
    {
      key: 'uploaded',
      title: t('directives.uploaded'),
      className: 'soft uploaded',
      cell: (row) => (
        <>
          {row.uploadedBy}
          <br />
          <span className="tabular">{showInstant(row.uploadedAt)}</span>
        </>
      ),
    },
  ]
}

function Card({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation()
  return (
    <>
      <DirectiveLink row={row} />
      <p className="clamp-2">{row.subject ?? row.fileName}</p>
      {row.failure ? <p className="wrong">{row.failure}</p> : null}
      <p className="row spread">
        <DirectiveState state={row.state} />
        {row.state === 'confirmed' || row.state === 'review' ? (
          <span className="soft">
            {t('directives.tasks')}: <TaskCount row={row} />
          </span>
        ) : null}
      </p>
      <p className="soft">{[row.issuer, showDay(row.issuedOn)].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function DirectiveLink({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation()
  return (
    <Link to="/van-ban/$id" params={{ id: String(row.id) }} data-row className="strong">
      {row.number ?? t('directives.noNumber')}
    </Link>
  )
}

function TaskCount({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation()
  if (row.state === 'confirmed') {
    return (
      <Figure
        rows={{ source: directiveSource(row.id) }}
        label={t('directives.openTasks', { number: row.number ?? row.fileName, n: row.taskCount })}
      >
        {row.taskCount}
      </Figure>
    )
  }
  return row.state === 'review' ? t('directives.drafts', { n: row.draftCount }) : null
}

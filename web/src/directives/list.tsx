import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Progress, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DIRECTIVE_STATES } from '../paths.ts'
import { Figure } from '../shell/figure.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { ImportBox } from './import-box.tsx'
import { type DirectiveRow, directivesQuery } from './queries.ts'
import { DirectiveState, useFailure } from './state.tsx'
import './directives.css'

/** The documents taken in, newest first, and the way in for new ones. */
export function Directives() {
  const { t } = useTranslation()
  const me = useMe()
  const narrow = useNarrow()
  const search = useSearch({ from: '/staff/van-ban' })
  const navigate = useNavigate({ from: '/van-ban' })
  useTitle(t('directives.title'))
  const list = useInfiniteQuery(directivesQuery(search))
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const isFiltered = search.state !== undefined || search.search !== undefined
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('directives.title')}</h1>
        <p className="soft">{t('directives.about')}</p>
      </div>
      {mayDo(me, 'directive.review') ? <ImportBox /> : null}
      <search className="filters">
        <div className="filter-row">
          <Labelled id="search" label={t('filter.search')}>
            <SearchBox
              placeholder={t('directives.searchHint')}
              value={search.search}
              onChange={(words) =>
                navigate({ search: (before) => ({ ...before, search: words }), replace: true, resetScroll: false })
              }
            />
          </Labelled>
          <Labelled id="state" label={t('directives.state')}>
            <Select
              id="state"
              value={search.state}
              onChange={(state) =>
                navigate({ search: (before) => ({ ...before, state }), replace: true, resetScroll: false })
              }
              allowClear
              placeholder={t('filter.any')}
              options={DIRECTIVE_STATES.map((value) => ({ value, label: t(`directiveState.${value}`) }))}
              className="wide"
            />
          </Labelled>
        </div>
      </search>
      {list.error ? <ProblemNote error={list.error} retry={() => list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {list.data && rows.length === 0 ? (
        isFiltered ? (
          <Blank title={t('directives.noneFound')} hint={t('tasks.noneFoundHint')} />
        ) : (
          <Blank
            title={t('directives.none')}
            hint={t(mayDo(me, 'directive.review') ? 'directives.noneHint' : 'directives.noneForOfficer')}
          />
        )
      ) : null}
      {rows.length > 0 ? narrow ? <RowCards rows={rows} /> : <RowTable rows={rows} /> : null}
      {list.hasNextPage ? (
        <div className="row more">
          <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('tasks.more')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function RowTable({ rows }: { rows: DirectiveRow[] }) {
  const { t } = useTranslation()
  const failure = useFailure()
  return (
    <table className="grid-table directive-table">
      <caption className="unseen">{t('directives.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('directives.number')}</th>
          <th scope="col">{t('directives.subject')}</th>
          <th scope="col">{t('directives.issuer')}</th>
          <th scope="col">{t('directives.issuedOn')}</th>
          <th scope="col">{t('directives.state')}</th>
          <th scope="col" className="number">
            {t('directives.tasks')}
          </th>
          <th scope="col">{t('directives.uploaded')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row-box>
            <td className="nowrap">
              <DirectiveLink row={row} />
              {row.edition > 1 ? <span className="tag">{t('directives.edition', { n: row.edition })}</span> : null}
            </td>
            <td>
              <span className="clamp-2">{row.subject ?? <span className="soft">{row.fileName}</span>}</span>
              {row.failure ? <p className="wrong">{failure(row)}</p> : null}
            </td>
            <td>{row.issuer}</td>
            <td className="tabular">{showDay(row.issuedOn)}</td>
            <td>
              <DirectiveState state={row.state} />
              {row.state === 'reading' ? (
                <Progress percent={row.progress} size="small" aria-label={row.fileName} />
              ) : null}
            </td>
            <td className="number">
              <TaskCount row={row} />
            </td>
            <td className="soft uploaded">
              {row.uploadedBy}
              <br />
              <span className="tabular">{showInstant(row.uploadedAt)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RowCards({ rows }: { rows: DirectiveRow[] }) {
  const { t } = useTranslation()
  const failure = useFailure()
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className="card" data-row-box>
          <DirectiveLink row={row} />
          <p className="clamp-2">{row.subject ?? row.fileName}</p>
          {row.failure ? <p className="wrong">{failure(row)}</p> : null}
          <p className="row spread">
            <DirectiveState state={row.state} />
            <span className="soft">
              {t('directives.tasks')}: <TaskCount row={row} />
            </span>
          </p>
          <p className="soft">{[row.issuer, showDay(row.issuedOn)].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
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
        rows={{ directiveId: row.id }}
        label={t('directives.openTasks', { number: row.number ?? row.fileName, n: row.taskCount })}
      >
        {row.taskCount}
      </Figure>
    )
  }
  return row.state === 'review' ? t('directives.drafts', { n: row.draftCount }) : null
}

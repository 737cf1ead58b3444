import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { PERSON_ACCESS, type PeopleSearch } from '../paths.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { AddPerson } from './add-person.tsx'
import { PersonAccess } from './marks.tsx'
import { type PersonRow, peopleQuery, rolesQuery } from './queries.ts'
import './people.css'

/** Who signs in, with the posts they hold: everybody, or those of the own body. */
export function People() {
  const { t } = useTranslation()
  const me = useMe()
  const narrow = useNarrow()
  const language = useLanguage()
  const search = useSearch({ from: '/staff/nguoi-dung' })
  const navigate = useNavigate({ from: '/nguoi-dung' })
  useTitle(t('people.title'))
  const mayAdd = mayDo(me, 'people.keep') || mayDo(me, 'people.keepOwn')
  const { act, ...filter } = search
  const list = useInfiniteQuery(peopleQuery(filter))
  const roles = useQuery({ ...rolesQuery, enabled: mayAdd })
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const set = (patch: Partial<PeopleSearch>) =>
    navigate({ search: (before) => ({ ...before, ...patch }), replace: true, resetScroll: false })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const addButton = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => set({ act: 'add' })}>
      {t('people.add')}
    </Button>
  )
  return (
    <div className="page">
      <div className="page-head row">
        <div className="grow">
          <h1>{t('people.title')}</h1>
          <p className="soft">{t(mayDo(me, 'people.keep') ? 'people.about' : 'people.aboutOwn')}</p>
        </div>
        {mayAdd ? addButton : null}
      </div>
      <search className="filters">
        <div className="filter-row">
          <Labelled id="search" label={t('people.search')}>
            <SearchBox
              placeholder={t('people.searchHint')}
              value={search.search}
              onChange={(words) => set({ search: words })}
            />
          </Labelled>
          <Labelled id="agency" label={t('people.agency')}>
            <AgencySelect id="agency" value={search.agencyId} onChange={(agencyId) => set({ agencyId })} />
          </Labelled>
          {roles.data ? (
            <Labelled id="role" label={t('people.role')}>
              <Select
                id="role"
                value={search.role}
                onChange={(role) => set({ role })}
                allowClear
                placeholder={t('people.any')}
                popupMatchSelectWidth={280}
                options={roles.data.rows.map(({ role, name, nameEn }) => ({
                  value: role,
                  label: language === 'vi' ? name : nameEn,
                }))}
                className="wide"
              />
            </Labelled>
          ) : null}
          <Labelled id="access" label={t('people.access')}>
            <Select
              id="access"
              value={search.access}
              onChange={(access) => set({ access })}
              allowClear
              placeholder={t('people.any')}
              popupMatchSelectWidth={240}
              options={PERSON_ACCESS.map((value) => ({ value, label: t(`people.accessWords.${value}`) }))}
              className="wide"
            />
          </Labelled>
        </div>
      </search>
      {list.error ? <ProblemNote error={list.error} retry={() => list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {list.data && rows.length === 0 ? (
        isFiltered ? (
          <Blank title={t('people.noneFound')} hint={t('people.noneFoundHint')} />
        ) : (
          <Blank title={t('people.none')} hint={t('people.noneHint')}>
            {mayAdd ? addButton : null}
          </Blank>
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
      {mayAdd ? <AddPerson isOpen={act === 'add'} onClose={() => set({ act: undefined })} /> : null}
    </div>
  )
}

function RowTable({ rows }: { rows: PersonRow[] }) {
  const { t } = useTranslation()
  return (
    <table className="grid-table people-table">
      <caption className="unseen">{t('people.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('people.fullName')}</th>
          <th scope="col">{t('people.email')}</th>
          <th scope="col">{t('people.posts')}</th>
          <th scope="col">{t('people.access')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row-box>
            <td>
              <PersonLink row={row} />
            </td>
            <td>{row.email}</td>
            <td>
              <Posts row={row} />
            </td>
            <td>
              <PersonAccess access={row.access} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RowCards({ rows }: { rows: PersonRow[] }) {
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className="card" data-row-box>
          <PersonLink row={row} />
          <p className="soft break">{row.email}</p>
          <Posts row={row} />
          <p>
            <PersonAccess access={row.access} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function PersonLink({ row }: { row: PersonRow }) {
  return (
    <Link to="/nguoi-dung/$id" params={{ id: String(row.id) }} data-row className="strong">
      {row.fullName}
    </Link>
  )
}

function Posts({ row: { posts } }: { row: PersonRow }) {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  if (posts.length === 0) return <span className="soft">{t('people.noPost')}</span>
  return (
    <ul className="plain">
      {posts.map((post) => (
        <li key={post.id}>
          {post.title}, {post.agencyName}
          <span className="soft">
            {' '}
            · {language === 'vi' ? post.roleName : post.roleNameEn}
            {post.from > me.today ? ` · ${t('people.since', { from: showDay(post.from) })}` : ''}
            {post.to ? ` · ${t('people.until', { to: showDay(post.to) })}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

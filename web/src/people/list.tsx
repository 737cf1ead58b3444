import { PlusOutlined, UsergroupAddOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { ChoiceFilter, SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { PERSON_ACCESS, type PeopleSearch, SIGNED_IN } from '../paths/people.ts'
import { useLanguage } from '../shell/language.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { AddPerson } from './add-person.tsx'
import { ManyBox } from './many-box.tsx'
import { LastSignIn, PersonAccess } from './marks.tsx'
import { type PersonRow, peopleQuery, rolesQuery } from './queries.ts'
import './people.css'

/** Users with their posts: all of them, or those of the own agency. */
export function People() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/nguoi-dung' })
  const set = useSearchPatch<PeopleSearch>()
  const mayAdd = mayDo(me, 'people.keep') || mayDo(me, 'people.keepOwn')
  const { act, ...filter } = search
  const list = useInfiniteQuery(peopleQuery(filter))
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const addButton = mayAdd ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => set({ act: 'add' })}>
      {t('people.add')}
    </Button>
  ) : null
  return (
    <ListPage
      title={t('people.title')}
      about={t(mayDo(me, 'people.keep') ? 'people.about' : 'people.aboutOwn')}
      acts={
        mayAdd ? (
          <>
            <Button icon={<UsergroupAddOutlined />} onClick={() => set({ act: 'addMany' })}>
              {t('people.many.title')}
            </Button>
            {addButton}
          </>
        ) : null
      }
      filters={<Filters search={search} set={set} isRoleShown={mayAdd} />}
      query={list}
      rows={rowsOf(list.data)}
      blank={
        isFiltered ? (
          <Blank title={t('people.noneFound')} hint={t('people.noneFoundHint')} />
        ) : (
          <Blank title={t('people.none')} hint={t('people.noneHint')}>
            {addButton}
          </Blank>
        )
      }
      after={
        mayAdd ? (
          <>
            <AddPerson isOpen={act === 'add'} onClose={() => set({ act: undefined })} />
            {act === 'addMany' ? <ManyBox onClose={() => set({ act: undefined })} /> : null}
          </>
        ) : null
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('people.title')}
          keyOf={({ id }) => id}
          className="people-table"
          columns={[
            { key: 'name', title: t('people.fullName'), cell: (row) => <PersonLink row={row} /> },
            { key: 'email', title: t('people.email'), cell: (row) => row.email },
            { key: 'posts', title: t('people.posts'), cell: (row) => <Posts row={row} /> },
            {
              key: 'access',
              title: t('people.access'),
              cell: (row) => <PersonAccess access={row.access} requestedBy={row.resetRequestedBy} />,
            },
            ...(mayAdd
              ? [
                  {
                    key: 'signedIn',
                    title: t('people.lastSignIn'),
                    cell: (row: PersonRow) => <LastSignIn at={row.lastSignedInAt} />,
                  },
                ]
              : []),
          ]}
          card={(row) => (
            <>
              <PersonLink row={row} />
              <p className="soft break">{row.email}</p>
              <Posts row={row} />
              <p>
                <PersonAccess access={row.access} requestedBy={row.resetRequestedBy} />
              </p>
              {mayAdd ? (
                <p className="soft">
                  {t('people.lastSignIn')}: <LastSignIn at={row.lastSignedInAt} />
                </p>
              ) : null}
            </>
          )}
        />
      )}
    </ListPage>
  )
}

function Filters({
  search,
  set,
  isRoleShown,
}: {
  search: PeopleSearch
  set: (patch: Partial<PeopleSearch>) => void
  isRoleShown: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const roles = useQuery({ ...rolesQuery, enabled: isRoleShown })
  return (
    <>
      <SearchFilter
        label={t('people.search')}
        hint={t('people.searchHint')}
        value={search.search}
        onChange={(words) => set({ search: words })}
      />
      <Labelled id="agency" label={t('people.agency')}>
        <AgencySelect id="agency" value={search.agencyId} onChange={(agencyId) => set({ agencyId })} />
      </Labelled>
      {roles.data ? (
        <ChoiceFilter
          id="role"
          label={t('people.role')}
          value={search.role}
          onChange={(role) => set({ role })}
          options={roles.data.rows.map(({ role, name, nameEn }) => ({
            value: role,
            label: language === 'vi' ? name : nameEn,
          }))}
        />
      ) : null}
      <ChoiceFilter
        id="access"
        label={t('people.access')}
        value={search.access}
        onChange={(access) => set({ access })}
        options={PERSON_ACCESS.map((value) => ({ value, label: t(`people.accessWords.${value}`) }))}
      />
      {isRoleShown ? (
        <ChoiceFilter
          id="signed-in"
          label={t('people.lastSignIn')}
          value={search.signedIn}
          onChange={(signedIn) => set({ signedIn })}
          options={SIGNED_IN.map((value) => ({ value, label: t(`people.signedInWords.${value}`) }))}
        />
      ) : null}
    </>
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

import { PlusOutlined } from '@ant-design/icons'
import { answer, ifMatch } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { App, Button, Popconfirm, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ChoiceFilter, SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { LABEL_ROLES, type LabelsSearch } from '../paths/accuracy.ts'
import { api, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showInstant } from '../ui/format.ts'
import { type Label, labelsQuery, refreshTaught } from './accuracy-queries.ts'
import './accuracy.css'

/** The labels of lines and columns that this office has added to those the reader knows. */
export function Labels() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban/tu-ngu' })
  const set = useSearchPatch<LabelsSearch>()
  const list = useInfiniteQuery(labelsQuery(search))
  const mayChange = mayDo(me, 'registry.keep')
  const isFiltered = search.search !== undefined || search.role !== undefined || search.state !== undefined
  const addButton = mayChange ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => set({ act: 'add' })}>
      {t('labels.add')}
    </Button>
  ) : null
  return (
    <ListPage
      title={t('labels.title')}
      about={t('labels.about')}
      acts={
        <>
          <Link to="/co-quan">{t('labels.aliases')}</Link>
          <Link to="/van-ban/do-chinh-xac">{t('accuracy.title')}</Link>
          {addButton}
        </>
      }
      filters={
        <>
          <SearchFilter
            label={t('filter.search')}
            hint={t('labels.searchHint')}
            value={search.search}
            onChange={(words) => set({ search: words })}
          />
          <ChoiceFilter
            id="label-role"
            label={t('labels.role')}
            value={search.role}
            onChange={(role) => set({ role })}
            options={LABEL_ROLES.map((value) => ({ value, label: t(`labels.roles.${value}`) }))}
          />
          <ChoiceFilter
            id="label-state"
            label={t('labels.state')}
            value={search.state ?? 'inForce'}
            onChange={(state) => set({ state: state === 'withdrawn' ? state : undefined })}
            options={(['inForce', 'withdrawn'] as const).map((value) => ({ value, label: t(`labels.${value}`) }))}
          />
        </>
      }
      query={list}
      rows={rowsOf(list.data)}
      blank={
        isFiltered ? (
          <Blank title={t('labels.noneFound')} hint={t('tasks.noneFoundHint')} />
        ) : (
          <Blank title={t('labels.none')} hint={t('labels.noneHint')}>
            {addButton}
          </Blank>
        )
      }
      after={<AddLabel isOpen={mayChange && search.act === 'add'} onClose={() => set({ act: undefined })} />}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('labels.title')}
          keyOf={({ id }) => id}
          testId="label"
          columns={[
            {
              key: 'phrase',
              title: t('labels.phrase'),
              isHead: true,
              cell: ({ phrase }) => <span data-row>{phrase}:</span>,
            },
            { key: 'role', title: t('labels.role'), cell: ({ role }) => t(`labels.roles.${role}`) },
            { key: 'by', title: t('labels.by'), className: 'soft', cell: (row) => <By row={row} /> },
            ...(mayChange
              ? [
                  {
                    key: 'acts',
                    title: t('labels.acts'),
                    isOnScreenOnly: true,
                    cell: (row: Label) => <Withdraw row={row} />,
                  },
                ]
              : []),
          ]}
          card={(row) => (
            <>
              <p>
                <span className="strong" lang="vi">
                  {row.phrase}:
                </span>{' '}
                {t(`labels.roles.${row.role}`)}
              </p>
              <p className="soft">
                <By row={row} />
              </p>
              {mayChange ? <Withdraw row={row} /> : null}
            </>
          )}
        />
      )}
    </ListPage>
  )
}

function By({ row }: { row: Label }) {
  const { t } = useTranslation()
  return (
    <>
      {row.addedBy}, {showInstant(row.addedAt)}
      {row.withdrawnAt ? (
        <>
          <br />
          {t('labels.withdrawnBy', { by: row.withdrawnBy, at: showInstant(row.withdrawnAt) })}
        </>
      ) : null}
    </>
  )
}

function AddLabel({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ phrase: string; role: Label['role'] }>
      title={isOpen ? t('labels.add') : undefined}
      hint={t('labels.addHint')}
      did={t('labels.added')}
      send={(words, _, key) => answer(api.POST('/api/directives/labels', { headers: key, body: words }))}
      refresh={() => refreshTaught(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <LineField name="phrase" label={t('labels.phrase')} max={100} placeholder={t('labels.phraseExample')} />
          <Field name="role" label={t('labels.role')}>
            <Select options={LABEL_ROLES.map((value) => ({ value, label: t(`labels.roles.${value}`) }))} />
          </Field>
        </>
      )}
    </FormDrawer>
  )
}

function Withdraw({ row }: { row: Label }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const withdrawing = useMutation({
    mutationFn: ({ id, version }: Label) =>
      answer(
        api.POST('/api/directives/labels/{labelId}/withdraw', {
          params: { path: { labelId: id } },
          headers: ifMatch(version),
        }),
      ),
    onSuccess: () => {
      message.success(t('labels.didWithdraw'))
      return refreshTaught(queries)
    },
    onError: (error) => {
      message.error(words(problemOf(error)), 6)
      return refreshTaught(queries)
    },
  })
  if (row.withdrawnAt !== null) return null
  return (
    <Popconfirm
      title={t('labels.withdrawTitle', { phrase: row.phrase })}
      description={t('labels.withdrawHint')}
      okText={t('labels.withdraw')}
      cancelText={t('shell.cancel')}
      onConfirm={() => withdrawing.mutate(row)}
    >
      <Button size="small" loading={withdrawing.isPending} aria-label={`${t('labels.withdraw')}: ${row.phrase}`}>
        {t('labels.withdraw')}
      </Button>
    </Popconfirm>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { type OrdersSearch, orderSource } from '../paths/directives.ts'
import { Figure } from '../shell/figure.tsx'
import { Blank } from '../ui/blank.tsx'
import { asSentence, showDay } from '../ui/format.ts'
import { AddByHand } from './add-by-hand.tsx'
import { ordersQuery } from './order-queries.ts'
import './directives.css'

/** The orders given outside the system, newest first. */
export function Orders() {
  const { t } = useTranslation()
  const { search } = useSearch({ from: '/staff/chi-dao' })
  const set = useSearchPatch<OrdersSearch>()
  const list = useInfiniteQuery(ordersQuery(search))
  return (
    <ListPage
      title={t('orders.title')}
      about={t('orders.listAbout')}
      acts={<AddByHand />}
      filters={
        <SearchFilter
          label={t('filter.search')}
          hint={t('orders.searchHint')}
          value={search}
          onChange={(words) => set({ search: words })}
        />
      }
      query={list}
      rows={rowsOf(list.data)}
      blank={<Blank title={t('orders.none')} hint={t('orders.noneHint')} />}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('orders.title')}
          keyOf={({ id }) => id}
          card={({ id, about, givenBy, givenOn, form, documentNumber, taskCount }) => (
            <>
              <Link to="/chi-dao/$id" params={{ id: String(id) }} lang="vi">
                {asSentence(about)}
              </Link>
              <p>{givenBy}</p>
              <p className="soft row spread">
                <span>{documentNumber ?? t(`orders.forms.${form}`)}</span>
                <span className="tabular">{showDay(givenOn)}</span>
              </p>
              <Figure rows={{ source: orderSource(id) }}>{t('urging.tasks', { count: taskCount })}</Figure>
            </>
          )}
          columns={[
            {
              key: 'about',
              title: t('orders.about'),
              isHead: true,
              cell: ({ id, about }) => (
                <Link to="/chi-dao/$id" params={{ id: String(id) }} lang="vi">
                  {asSentence(about)}
                </Link>
              ),
            },
            { key: 'by', title: t('orders.givenBy'), cell: ({ givenBy }) => givenBy },
            {
              key: 'form',
              title: t('orders.form'),
              cell: ({ form, documentNumber }) => documentNumber ?? t(`orders.forms.${form}`),
            },
            {
              key: 'on',
              title: t('orders.givenOn'),
              className: 'tabular nowrap',
              cell: ({ givenOn }) => showDay(givenOn),
            },
            {
              key: 'tasks',
              title: t('orders.tasks'),
              className: 'number',
              cell: ({ id, taskCount }) => (
                <Figure rows={{ source: orderSource(id) }} label={t('urging.tasks', { count: taskCount })}>
                  {taskCount}
                </Figure>
              ),
            },
          ]}
        />
      )}
    </ListPage>
  )
}

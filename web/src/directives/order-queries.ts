import { type Answer, answer, type Body } from '@dieuhanh/client'
import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { sendForm } from '../shell/upload.ts'
import { refreshTasks } from '../tasks/index.ts'
import type { DraftEdit } from './queries.ts'

export type Order = Answer<'/api/outside-orders/{id}'>
export type OrderRow = Answer<'/api/outside-orders'>['rows'][number]
export type OrderForm = Order['form']
export const ORDER_FORMS = ['meeting', 'phone', 'inPerson', 'document'] as const satisfies readonly OrderForm[]
type OrderTasks = Body<'/api/outside-orders/{id}/tasks', 'post'>

const orderKeys = { all: ['outsideOrders'] as const }

export const ordersQuery = (search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...orderKeys.all, 'list', search ?? ''],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/outside-orders', {
          params: {
            query: { limit: 50, ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const orderQuery = (id: number) =>
  queryOptions({
    queryKey: [...orderKeys.all, id],
    queryFn: ({ signal }) => answer(api.GET('/api/outside-orders/{id}', { params: { path: { id } }, signal })),
  })

/** Refetches the orders and everything that shows tasks. */
export const refreshOrders = (queries: QueryClient): Promise<unknown> =>
  Promise.all([queries.invalidateQueries({ queryKey: orderKeys.all }), refreshTasks(queries, [])])

export interface NewOrder {
  form: OrderForm
  givenBy: string
  givenOn: string
  about: string
  document?: { number: string; issuedOn: string }
}

/** Enters an order with its first task, and the file that proves it. */
export const recordOrder = (
  order: NewOrder,
  task: DraftEdit,
  file: File | undefined,
  key: Record<string, string>,
): Promise<{ id: number; taskIds: number[] }> =>
  sendForm('/api/outside-orders', { order: JSON.stringify({ ...order, tasks: [task] }) }, file, key)

export const addToOrder = (id: number, task: DraftEdit, key: { 'Idempotency-Key': string }) =>
  answer(
    api.POST('/api/outside-orders/{id}/tasks', {
      params: { path: { id } },
      headers: key,
      body: { tasks: [task] } as OrderTasks,
    }),
  )

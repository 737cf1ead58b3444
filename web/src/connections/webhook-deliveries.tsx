import { ArrowLeftOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ConnectionsSearch, DELIVERY_STATES } from '../paths.ts'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showInstant } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { DeliveryDrawer } from './webhook-delivery.tsx'
import { DeliveryMark, EndpointMark } from './webhook-mark.tsx'
import { type DeliveryRow, deliveriesQuery, type Endpoint, webhookEventsQuery } from './webhook-queries.ts'

/** The test console of an endpoint: its last deliveries, a sample sent at will, deliveries made again. */
export function Deliveries({ endpoint, onBack }: { endpoint: Endpoint; onBack: () => void }) {
  const { t } = useTranslation()
  const { state, event, delivery } = useSearch({ from: '/staff/ket-noi' })
  const navigate = useNavigate({ from: '/ket-noi' })
  const nameOf = useEventName()
  const events = useQuery(webhookEventsQuery)
  const list = useInfiniteQuery(
    deliveriesQuery(endpoint.id, { ...(state ? { state } : {}), ...(event ? { event } : {}) }),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const set = (patch: Partial<ConnectionsSearch>) =>
    navigate({ search: (before) => ({ ...before, ...patch }), replace: true, resetScroll: false })
  return (
    <div className="webhook-page">
      <div>
        <Button type="link" className="link-button" icon={<ArrowLeftOutlined />} onClick={onBack}>
          {t('webhooks.back')}
        </Button>
      </div>
      <div className="row page-head">
        <div className="grow">
          <h2 id="webhooks">{t('webhooks.deliveries', { name: endpoint.name })}</h2>
          <p className="soft webhook-table">
            {endpoint.agencyName} · {endpoint.url}
          </p>
          <EndpointMark endpoint={endpoint} />
        </div>
        <ReplayButton endpoint={endpoint} />
        <TestButton endpoint={endpoint} onSent={(id) => set({ delivery: id })} />
      </div>
      <search className="filters">
        <div className="filter-row">
          <Labelled id="state" label={t('webhooks.state')}>
            <Select
              id="state"
              value={state}
              onChange={(value) => set({ state: value })}
              allowClear
              placeholder={t('webhooks.any')}
              options={DELIVERY_STATES.map((value) => ({ value, label: t(`webhooks.stateWords.${value}`) }))}
              className="wide"
            />
          </Labelled>
          <Labelled id="event" label={t('webhooks.event')}>
            <Select
              id="event"
              value={event}
              onChange={(value) => set({ event: value })}
              allowClear
              placeholder={t('webhooks.any')}
              popupMatchSelectWidth={320}
              options={(events.data?.events ?? []).map(({ name }) => ({ value: name, label: nameOf(name) }))}
              className="wide"
            />
          </Labelled>
        </div>
      </search>
      {list.error ? <ProblemNote error={list.error} retry={() => list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {list.data && rows.length === 0 ? (
        state || event ? (
          <Blank title={t('webhooks.noneFound')} />
        ) : (
          <Blank title={t('webhooks.noDeliveries')} hint={t('webhooks.noDeliveriesHint')} />
        )
      ) : null}
      {rows.length > 0 ? <DeliveryTable rows={rows} show={(id) => set({ delivery: id })} /> : null}
      {list.hasNextPage ? (
        <div className="row more">
          <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('tasks.more')}
          </Button>
        </div>
      ) : null}
      <DeliveryDrawer endpointId={endpoint.id} id={delivery} onClose={() => set({ delivery: undefined })} />
    </div>
  )
}

/** What an event is called in the reader's language. */
export function useEventName(): (name: string) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const events = useQuery(webhookEventsQuery)
  return (name) => {
    if (name === 'webhook.test') return t('webhooks.testEvent')
    const found = events.data?.events.find((event) => event.name === name)
    return found ? (language === 'vi' ? found.vi : found.en) : name
  }
}

function DeliveryTable({ rows, show }: { rows: DeliveryRow[]; show: (id: number) => void }) {
  const { t } = useTranslation()
  const nameOf = useEventName()
  return (
    <div className="scroll-x">
      <table className="grid-table webhook-table">
        <caption className="unseen">{t('webhooks.open')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('webhooks.sequence')}</th>
            <th scope="col">{t('webhooks.event')}</th>
            <th scope="col">{t('webhooks.occurred')}</th>
            <th scope="col">{t('webhooks.state')}</th>
            <th scope="col">{t('webhooks.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-testid="delivery">
              <td className="figures">{row.sequence ?? <span className="tag">{t('webhooks.testMark')}</span>}</td>
              <td>
                <Button type="link" className="link-button" data-row onClick={() => show(row.id)}>
                  {nameOf(row.event)}
                </Button>
              </td>
              <td className="figures">{showInstant(row.occurredAt)}</td>
              <td>
                <DeliveryMark state={row.state} />
                {row.state === 'due' && row.tries > 0 && row.nextTryAt ? (
                  <div className="soft">{t('webhooks.nextTry', { at: showInstant(row.nextTryAt) })}</div>
                ) : null}
              </td>
              <td className="soft">
                {row.status ?? ''} {row.error ?? ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TestButton({ endpoint, onSent }: { endpoint: Endpoint; onSent: (id: number) => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const testing = useMutation({
    mutationFn: () => answer(api.POST('/api/webhooks/{id}/test', { params: { path: { id: endpoint.id } } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
      onSent(id)
    },
    onError: (error) => message.error(words(problemOf(error)), 6),
  })
  return (
    <Button
      type="primary"
      title={t('webhooks.testAbout')}
      loading={testing.isPending}
      onClick={() => testing.mutate()}
      data-testid="webhook-test"
    >
      {t('webhooks.test')}
    </Button>
  )
}

function ReplayButton({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [after, setAfter] = useState<number | null>(endpoint.lastSequence)
  const replaying = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/webhooks/{id}/replay', { params: { path: { id: endpoint.id } }, body: { after: after ?? 0 } }),
      ),
    onSuccess: async ({ count }) => {
      message.success(t('webhooks.replayed', { n: count }))
      setOpen(false)
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('webhooks.replay')}</Button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        title={t('webhooks.replay')}
        okText={t('webhooks.sure')}
        cancelText={t('shell.cancel')}
        okButtonProps={{ loading: replaying.isPending, disabled: after === null }}
        onOk={() => replaying.mutate()}
        destroyOnHidden
      >
        <p>{t('webhooks.replayAbout')}</p>
        <Labelled id="after" label={t('webhooks.after')}>
          <InputNumber id="after" min={0} max={endpoint.lastSequence} precision={0} value={after} onChange={setAfter} />
        </Labelled>
        {replaying.error ? <ProblemNote error={replaying.error} /> : null}
      </Modal>
    </>
  )
}

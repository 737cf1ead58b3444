import { ArrowLeftOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { App, Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { type ConnectionsSearch, DELIVERY_STATES } from '../paths/connections.ts'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { Blank } from '../ui/blank.tsx'
import { showInstant } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { DeliveryDrawer } from './webhook-delivery.tsx'
import { DeliveryMark, EndpointMark } from './webhook-mark.tsx'
import {
  type DeliveryRow,
  deliveriesQuery,
  type Endpoint,
  refreshWebhooks,
  webhookEventsQuery,
} from './webhook-queries.ts'

/** The test console of an endpoint: its latest deliveries, a sample event, and replay. */
export function Deliveries({ endpoint, onBack }: { endpoint: Endpoint; onBack: () => void }) {
  const { t } = useTranslation()
  const { state, event, delivery } = useSearch({ from: '/staff/ket-noi' })
  const nameOf = useEventName()
  const events = useQuery(webhookEventsQuery)
  const list = useInfiniteQuery(
    deliveriesQuery(endpoint.id, { ...(state ? { state } : {}), ...(event ? { event } : {}) }),
  )
  const set = useSearchPatch<ConnectionsSearch>()
  return (
    <>
      <div>
        <Button type="link" className="link-button" icon={<ArrowLeftOutlined />} onClick={onBack}>
          {t('webhooks.back')}
        </Button>
      </div>
      <ListSection
        id="webhooks"
        className="webhook-page"
        title={t('webhooks.deliveries', { name: endpoint.name })}
        about={
          <span className="webhook-table">
            {endpoint.agencyName} · {endpoint.url}
          </span>
        }
        acts={
          <>
            <ReplayButton endpoint={endpoint} />
            <TestButton endpoint={endpoint} onSent={(id) => set({ delivery: id })} />
          </>
        }
        before={<EndpointMark endpoint={endpoint} />}
        filters={
          <>
            <ChoiceFilter
              id="state"
              label={t('webhooks.state')}
              value={state}
              onChange={(value) => set({ state: value })}
              options={DELIVERY_STATES.map((value) => ({ value, label: t(`webhooks.stateWords.${value}`) }))}
            />
            <ChoiceFilter
              id="event"
              label={t('webhooks.event')}
              value={event}
              onChange={(value) => set({ event: value })}
              options={(events.data?.events ?? []).map(({ name }) => ({ value: name, label: nameOf(name) }))}
            />
          </>
        }
        query={list}
        rows={rowsOf(list.data)}
        blank={
          state || event ? (
            <Blank title={t('webhooks.noneFound')} />
          ) : (
            <Blank title={t('webhooks.noDeliveries')} hint={t('webhooks.noDeliveriesHint')} />
          )
        }
        after={<DeliveryDrawer endpointId={endpoint.id} id={delivery} onClose={() => set({ delivery: undefined })} />}
      >
        {(rows) => <DeliveryRows rows={rows} show={(id) => set({ delivery: id })} />}
      </ListSection>
    </>
  )
}

/** The name of an event in the user's language. */
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

function DeliveryRows({ rows, show }: { rows: readonly DeliveryRow[]; show: (id: number) => void }) {
  const { t } = useTranslation()
  const nameOf = useEventName()
  return (
    <Rows
      rows={rows}
      caption={t('webhooks.open')}
      keyOf={({ id }) => id}
      testId="delivery"
      className="webhook-table"
      isWide
      columns={[
        {
          key: 'sequence',
          title: t('webhooks.sequence'),
          className: 'figures',
          cell: ({ sequence }) => sequence ?? <span className="tag">{t('webhooks.testMark')}</span>,
        },
        {
          key: 'event',
          title: t('webhooks.event'),
          cell: ({ id, event }) => (
            <Button type="link" className="link-button" data-row onClick={() => show(id)}>
              {nameOf(event)}
            </Button>
          ),
        },
        {
          key: 'occurred',
          title: t('webhooks.occurred'),
          className: 'figures',
          cell: ({ occurredAt }) => showInstant(occurredAt),
        },
        {
          key: 'state',
          title: t('webhooks.state'),
          cell: ({ state, tries, nextTryAt }) => (
            <>
              <DeliveryMark state={state} />
              {state === 'due' && tries > 0 && nextTryAt ? (
                <div className="soft">{t('webhooks.nextTry', { at: showInstant(nextTryAt) })}</div>
              ) : null}
            </>
          ),
        },
        {
          key: 'answer',
          title: t('webhooks.answer'),
          className: 'soft',
          cell: ({ status, error }) => `${status ?? ''} ${error ?? ''}`,
        },
      ]}
    />
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
      await refreshWebhooks(queries)
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
      await refreshWebhooks(queries)
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

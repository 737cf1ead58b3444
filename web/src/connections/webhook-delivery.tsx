import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { DeliveryMark } from './webhook-mark.tsx'
import { type Delivery, deliveryQuery, refreshWebhooks } from './webhook-queries.ts'

/** One delivery: request and response, try by try. */
export function DeliveryDrawer({
  endpointId,
  id,
  onClose,
}: {
  endpointId: number
  id: number | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      size={720}
      destroyOnHidden
      title={id === undefined ? '' : t('webhooks.delivery', { id })}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {id === undefined ? null : <Content endpointId={endpointId} id={id} />}
    </Drawer>
  )
}

function Content({ endpointId, id }: { endpointId: number; id: number }) {
  const { t } = useTranslation()
  const found = useQuery(deliveryQuery(endpointId, id))
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (!found.data) return <Waiting />
  const delivery = found.data
  return (
    <div className="webhook-page">
      <dl className="facts columns">
        <Fact name={t('webhooks.state')}>
          <DeliveryMark state={delivery.state} />
        </Fact>
        <Fact name={t('webhooks.sequence')}>{delivery.sequence ?? t('webhooks.testMark')}</Fact>
        <Fact name={t('webhooks.event')}>{delivery.event}</Fact>
        <Fact name={t('webhooks.occurred')}>{showInstant(delivery.occurredAt)}</Fact>
      </dl>
      {delivery.sequence !== null && (delivery.state === 'delivered' || delivery.state === 'givenUp') ? (
        <Again endpointId={endpointId} id={id} />
      ) : null}
      <section aria-labelledby="delivery-body">
        <h3 id="delivery-body">{t('webhooks.body')}</h3>
        <Code text={pretty(delivery.body)} label={t('webhooks.body')} />
      </section>
      {delivery.tryRows.toReversed().map((row) => (
        <Try key={row.no} row={row} />
      ))}
    </div>
  )
}

function Try({ row }: { row: Delivery['tryRows'][number] }) {
  const { t } = useTranslation()
  const outcome = row.outcome ? t(`webhooks.outcomeWords.${row.outcome}`) : t('webhooks.underWay')
  const headers = Object.entries(row.headers).map(([name, value]) => `${name}: ${value}`)
  return (
    <section aria-label={t('webhooks.tryNo', { n: row.no })}>
      <h3>
        {t('webhooks.tryNo', { n: row.no })}: {outcome}
        {row.status === null ? '' : ` (HTTP ${row.status})`}
      </h3>
      <p className="soft">
        {showInstant(row.beganAt)}
        {row.milliseconds === null ? '' : ` · ${t('webhooks.milliseconds', { n: row.milliseconds })}`}
      </p>
      <h4>{t('webhooks.request')}</h4>
      <Code text={[`POST ${row.url}`, ...headers].join('\n')} label={t('webhooks.request')} />
      <h4>{t('webhooks.answer')}</h4>
      {row.error ? <p className="wrong">{row.error}</p> : null}
      {row.status === null ? null : (
        <Code text={row.answer || t('webhooks.emptyAnswer')} label={t('webhooks.answer')} />
      )}
    </section>
  )
}

function Code({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
    <section className="webhook-code" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  )
}

/** The body, indented for reading; it was sent without spaces. */
function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2)
}

function Again({ endpointId, id }: { endpointId: number; id: number }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const replaying = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/webhooks/{id}/deliveries/{deliveryId}/replay', {
          params: { path: { id: endpointId, deliveryId: id } },
        }),
      ),
    onSuccess: ({ count }) => message.success(t('webhooks.replayed', { n: count })),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: () => refreshWebhooks(queries),
  })
  return (
    <div>
      <Button loading={replaying.isPending} onClick={() => replaying.mutate()}>
        {t('webhooks.replayOne')}
      </Button>
    </div>
  )
}

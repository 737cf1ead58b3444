import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Popconfirm, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showInstant } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import './work.css'

const feedsQuery = {
  queryKey: ['feeds'],
  queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/feeds', { signal })),
}

/** Calendar addresses of the signed-in person: made, copied once, revoked. */
export function FeedSection() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [scope, setScope] = useState<'mine' | 'body'>('mine')
  const [agencyId, setAgencyId] = useState<number>()
  const feeds = useQuery(feedsQuery)
  const again = () => queries.invalidateQueries({ queryKey: feedsQuery.queryKey })
  const making = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/feeds', {
          body: { scope, ...(scope === 'body' && agencyId !== undefined ? { agencyId } : {}) },
        }),
      ),
    onSuccess: again,
  })
  const revoking = useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/api/feeds/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      message.success(t('feed.revoked'))
      making.reset()
      return again()
    },
  })
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address)
    message.success(t('feed.copied'))
  }
  return (
    <section className="panel stack" aria-labelledby="feeds-title">
      <h2 id="feeds-title">{t('feed.title')}</h2>
      <p className="soft">{t('feed.about')}</p>
      {feeds.error ? <ProblemNote error={feeds.error} retry={() => feeds.refetch()} /> : null}
      {feeds.isPending ? <Waiting lines={2} /> : null}
      {feeds.data?.feeds.length === 0 ? <p>{t('feed.none')}</p> : null}
      <ul className="plain" data-testid="feeds">
        {feeds.data?.feeds.map((feed) => (
          <li key={feed.id} className="row spread">
            <span>
              {feed.scope === 'mine' ? t('feed.mine') : t('feed.body', { name: feed.agencyName })}
              <span className="soft">
                {' · '}
                {t('feed.made', { at: showInstant(feed.madeAt) })}
                {' · '}
                {feed.lastReadAt ? t('feed.lastRead', { at: showInstant(feed.lastReadAt) }) : t('feed.neverRead')}
              </span>
            </span>
            <Popconfirm
              title={t('feed.revokeAsk')}
              okText={t('feed.revoke')}
              cancelText={t('shell.cancel')}
              onConfirm={() => revoking.mutate(feed.id)}
            >
              <Button size="small">{t('feed.revoke')}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {revoking.error ? <ProblemNote error={revoking.error} /> : null}
      {making.error ? <ProblemNote error={making.error} /> : null}
      {making.data ? (
        <Alert
          type="success"
          showIcon
          title={t('feed.once')}
          description={
            <div className="row">
              <code className="grow feed-address" data-testid="feed-address">
                {making.data.address}
              </code>
              <Button onClick={() => copy(making.data.address)}>{t('feed.copy')}</Button>
            </div>
          }
        />
      ) : null}
      <div className="row">
        <Radio.Group
          aria-label={t('feed.scope')}
          value={scope}
          onChange={({ target }) => setScope(target.value)}
          options={[
            { value: 'mine', label: t('feed.ofMine') },
            { value: 'body', label: t('feed.ofBody') },
          ]}
        />
        {scope === 'body' ? (
          <div className="grow">
            <Labelled id="feed-agency" label={t('feed.agency')}>
              <AgencySelect
                id="feed-agency"
                {...(agencyId === undefined ? {} : { value: agencyId })}
                onChange={setAgencyId}
              />
            </Labelled>
          </div>
        ) : null}
        <Button
          type="primary"
          loading={making.isPending}
          disabled={scope === 'body' && agencyId === undefined}
          onClick={() => making.mutate()}
        >
          {t('feed.make')}
        </Button>
      </div>
    </section>
  )
}

import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Popconfirm, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { List } from '../list/list.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import './work.css'

const addressesQuery = {
  queryKey: ['calendar-addresses'],
  queryFn: ({ signal }: { signal: AbortSignal }) => answer(api.GET('/api/calendar-addresses', { signal })),
}

/** Calendar addresses of the signed-in person: created, copied once, revoked. */
export function CalendarSection() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [scope, setScope] = useState<'mine' | 'agency'>('mine')
  const [agencyId, setAgencyId] = useState<number>()
  const addresses = useQuery(addressesQuery)
  const again = () => queries.invalidateQueries({ queryKey: addressesQuery.queryKey })
  const making = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/calendar-addresses', {
          body: { scope, ...(scope === 'agency' && agencyId !== undefined ? { agencyId } : {}) },
        }),
      ),
    onSuccess: again,
  })
  const revoking = useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/api/calendar-addresses/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      message.success(t('calendarAddress.revoked'))
      making.reset()
      return again()
    },
  })
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address)
    message.success(t('calendarAddress.copied'))
  }
  return (
    <section className="panel stack" aria-labelledby="calendar-addresses-title">
      <h2 id="calendar-addresses-title">{t('calendarAddress.title')}</h2>
      <p className="soft">{t('calendarAddress.about')}</p>
      <List query={addresses} rows={addresses.data?.addresses} blank={<p>{t('calendarAddress.none')}</p>} lines={2}>
        {(rows) => (
          <ul className="plain" data-testid="calendar-addresses">
            {rows.map((address) => (
              <li key={address.id} className="row spread">
                <span>
                  {address.scope === 'mine'
                    ? t('calendarAddress.mine')
                    : t('calendarAddress.agency', { name: address.agencyName })}
                  <span className="soft">
                    {' · '}
                    {t('calendarAddress.made', { at: showInstant(address.addedAt) })}
                    {' · '}
                    {address.lastReadAt
                      ? t('calendarAddress.lastRead', { at: showInstant(address.lastReadAt) })
                      : t('calendarAddress.neverRead')}
                  </span>
                </span>
                <Popconfirm
                  title={t('calendarAddress.revokeAsk')}
                  okText={t('calendarAddress.revoke')}
                  cancelText={t('shell.cancel')}
                  onConfirm={() => revoking.mutate(address.id)}
                >
                  <Button size="small">{t('calendarAddress.revoke')}</Button>
                </Popconfirm>
              </li>
            ))}
          </ul>
        )}
      </List>
      {revoking.error ? <ProblemNote error={revoking.error} /> : null}
      {making.error ? <ProblemNote error={making.error} /> : null}
      {making.data ? (
        <Alert
          type="success"
          showIcon
          title={t('calendarAddress.once')}
          description={
            <div className="row">
              <code className="grow calendar-address" data-testid="calendar-address">
                {making.data.address}
              </code>
              <Button onClick={() => copy(making.data.address)}>{t('calendarAddress.copy')}</Button>
            </div>
          }
        />
      ) : null}
      <div className="row">
        <Radio.Group
          aria-label={t('calendarAddress.scope')}
          value={scope}
          onChange={({ target }) => setScope(target.value)}
          options={[
            { value: 'mine', label: t('calendarAddress.ofMine') },
            { value: 'agency', label: t('calendarAddress.ofAgency') },
          ]}
        />
        {scope === 'agency' ? (
          <div className="grow">
            <Labelled id="calendar-agency" label={t('calendarAddress.agencyLabel')}>
              <AgencySelect
                id="calendar-agency"
                placeholder={t('field.chooseAgency')}
                {...(agencyId === undefined ? {} : { value: agencyId })}
                onChange={setAgencyId}
              />
            </Labelled>
          </div>
        ) : null}
        <Button
          type="primary"
          loading={making.isPending}
          disabled={scope === 'agency' && agencyId === undefined}
          onClick={() => making.mutate()}
        >
          {t('calendarAddress.make')}
        </Button>
      </div>
    </section>
  )
}

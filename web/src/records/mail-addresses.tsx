import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { mailAddressesQuery, refreshIncoming } from './incoming-queries.ts'

/** To which addresses mail becomes documents on this desk; clerks add and end them. */
export function MailAddresses() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const found = useQuery(mailAddressesQuery)
  const [asked, setAsked] = useState<number | 'add'>()
  if (!found.data) return null
  const live = found.data.rows.filter(({ endedAt }) => endedAt === null)
  const ending = live.find(({ id }) => id === asked)
  const refresh = () => refreshIncoming(queries)
  const close = () => setAsked(undefined)
  return (
    <section className="incoming-mail-addresses" aria-label={t('incoming.mail.addresses')} data-testid="mail-addresses">
      <span>{t(live.length > 0 ? 'incoming.mail.takenAt' : 'incoming.mail.takenNowhere')}</span>
      <ul>
        {live.map(({ id, address }) => (
          <li key={id}>
            <strong>{address}</strong>
            <Button size="small" type="link" onClick={() => setAsked(id)}>
              {t('incoming.mail.end')}
              <span className="unseen"> {address}</span>
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => setAsked('add')} data-testid="mail-address-add">
        {t('incoming.mail.add')}
      </Button>
      {live.length > 0 && !found.data.isOpen ? <p className="overdue">{t('incoming.mail.closed')}</p> : null}
      <FormDrawer<{ address: string }>
        title={asked === 'add' ? t('incoming.mail.add') : undefined}
        hint={t('incoming.mail.hint')}
        did={t('incoming.mail.added')}
        send={({ address }, _, key) =>
          answer(api.POST('/api/records/mail-addresses', { headers: key, body: { address: address.trim() } }))
        }
        refresh={refresh}
        onClose={close}
      >
        {() => <LineField name="address" label={t('incoming.mail.address')} max={254} inputMode="email" />}
      </FormDrawer>
      <FormDrawer<object, typeof ending>
        title={ending ? t('incoming.mail.endOf', { address: ending.address }) : undefined}
        act={t('incoming.mail.end')}
        isDanger
        hint={t('incoming.mail.endHint')}
        did={t('incoming.mail.ended')}
        on={ending}
        send={(_, on) =>
          answer(
            api.POST('/api/records/mail-addresses/{id}/end', {
              params: { path: { id: on!.id } },
              headers: ifMatch(on!.version),
            }),
          )
        }
        refresh={refresh}
        onClose={close}
      >
        {() => null}
      </FormDrawer>
    </section>
  )
}

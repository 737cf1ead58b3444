import { useQuery } from '@tanstack/react-query'
import { App, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { List } from '../list/list.tsx'
import { Rows } from '../list/rows.tsx'
import { problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { type Preference, preferencesQuery, usePreferring } from './queries.ts'
import './notifications.css'

const WAYS = ['bell', 'digest', 'mail'] as const

/** For each kind of thing: in the bell, in the message of the day, by mail at once. Each change is saved as it is made. */
export function NotificationPreferences() {
  const { t } = useTranslation()
  const found = useQuery(preferencesQuery)
  const { message } = App.useApp()
  const words = useProblemWords()
  const preferring = usePreferring()
  // In the same turn as the click: a box that went back and forth would be clicked twice.
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map())
  const keep = (key: string, isOn: boolean | null) =>
    setChosen((known) => {
      const next = new Map(known)
      if (isOn === null) next.delete(key)
      else next.set(key, isOn)
      return next
    })
  const change = ({ kind, bell, digest, mail }: Preference, way: (typeof WAYS)[number], isOn: boolean) => {
    const key = `${kind} ${way}`
    keep(key, isOn)
    // Each by itself: of two that are under way `mutate` would tell of the later one alone.
    preferring
      .mutateAsync({ kind, bell, digest, mail, [way]: isOn })
      .then(() => message.success(t('notifications.saved')))
      .catch((error: unknown) => message.error(words(problemOf(error)), 6))
      .finally(() => keep(key, null))
  }
  const box = (one: Preference, way: (typeof WAYS)[number], isLabelled: boolean) => {
    const isFixed = way === 'bell' && one.isBellKept
    const label = t(`notifications.way.${way}`)
    return (
      <Checkbox
        key={way}
        checked={chosen.get(`${one.kind} ${way}`) ?? one[way]}
        disabled={isFixed}
        onChange={({ target }) => change(one, way, target.checked)}
        aria-label={t('notifications.wayOf', { way: label, kind: t(`notifications.kind.${one.kind}`) })}
      >
        {isLabelled ? label : null}
      </Checkbox>
    )
  }
  const name = (one: Preference) => (
    <>
      <strong>{t(`notifications.kind.${one.kind}`)}</strong>
      <br />
      <span className="soft">{t(`notifications.kindAbout.${one.kind}`)}</span>
    </>
  )
  return (
    <section className="panel stack" id="notifications" aria-labelledby="notifications-title">
      <h2 id="notifications-title">{t('notifications.title')}</h2>
      <p className="soft">{t('notifications.preferencesAbout')}</p>
      <List query={found} rows={found.data?.kinds} blank={null}>
        {(rows) => (
          <Rows
            rows={rows}
            caption={t('notifications.preferences')}
            keyOf={({ kind }) => kind}
            testId="notification-kind"
            className="told-ways"
            columns={[
              { key: 'kind', title: t('notifications.what'), isHead: true, cell: name },
              ...WAYS.map((way) => ({
                key: way,
                title: t(`notifications.way.${way}`),
                className: 'told-way',
                cell: (one: Preference) => box(one, way, false),
              })),
            ]}
            card={(one) => (
              <>
                <p>{name(one)}</p>
                <div className="row">{WAYS.map((way) => box(one, way, true))}</div>
              </>
            )}
          />
        )}
      </List>
      <p className="soft">{t('notifications.kept')}</p>
    </section>
  )
}

import { answer, ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgenciesSelect } from '../form/agency-select.tsx'
import { DayField, Field } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { showDay } from '../ui/format.ts'
import { type Person, refreshPeople } from './queries.ts'

/** The agencies a person follows, now and before: what a member of the Task Force sees, what an officer starts with. */
export function Followings({ person }: { person: Person }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const now = person.followings.filter(({ to }) => to === null || to >= me.today)
  const earlier = person.followings.filter(({ to }) => to !== null && to < me.today)
  const span = ({ from, to }: Person['followings'][number]) =>
    to ? t('people.between', { from: showDay(from), to: showDay(to) }) : t('people.since', { from: showDay(from) })
  return (
    <section className="panel" aria-labelledby="followings">
      <h2 id="followings">{t('people.followings')}</h2>
      <p className="soft">{t('people.followingsAbout')}</p>
      {now.length === 0 ? <p className="soft panel-acts">{t('people.noFollowing')}</p> : null}
      <ul className="plain panel-acts">
        {now.map((one) => (
          <li key={`${one.agencyId} ${one.from}`}>
            {one.agencyName} <span className="soft tabular">· {span(one)}</span>
          </li>
        ))}
      </ul>
      {earlier.length > 0 ? (
        <details>
          <summary>{t('people.earlier', { n: earlier.length })}</summary>
          <ul className="plain soft">
            {earlier.map((one) => (
              <li key={`${one.agencyId} ${one.from}`}>
                {one.agencyName} <span className="tabular">· {span(one)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {person.may.includes('follow') ? (
        <div className="row panel-acts">
          <Button onClick={() => setOpen(true)}>{t('people.follow')}</Button>
        </div>
      ) : null}
      <FormDrawer<Words, Person>
        title={isOpen ? t('people.follow') : undefined}
        act={t('shell.save')}
        hint={t('people.followAbout')}
        did={t('people.didFollow')}
        initial={{ from: me.today, agencyIds: [...new Set(now.map(({ agencyId }) => agencyId))] }}
        on={person}
        send={({ from, to, agencyIds = [] }, { id, version }) =>
          answer(
            api.PUT('/api/people/{id}/followings', {
              params: { path: { id } },
              headers: ifMatch(version),
              body: { from, agencyIds, ...(to ? { to } : {}) },
            }),
          )
        }
        refresh={() => refreshPeople(queries)}
        onClose={() => setOpen(false)}
      >
        {() => <Fields />}
      </FormDrawer>
    </section>
  )
}

interface Words {
  from: string
  to?: string | null
  agencyIds?: number[]
}

function Fields() {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <>
      <DayField name="from" label={t('people.followTitle')} min={me.today} />
      <DayField name="to" label={t('people.followTo')} min={me.today} isOptional />
      <Field name="agencyIds" label={t('people.agencies')} isOptional>
        <AgenciesSelect of={({ kind }) => kind !== 'unit'} />
      </Field>
    </>
  )
}

import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import type { ProgrammeSearch } from '../paths/programme.ts'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { addDays, showDay } from '../ui/format.ts'
import { filled } from './act.tsx'
import { ItemLink, ItemRows } from './item-rows.tsx'
import { feedsQuery, refreshProgramme, type Sitting, weekQuery } from './queries.ts'

const HOUR = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
const hour = (instant: string) => HOUR.format(new Date(instant))
const dayOf = (instant: string) => DAY.format(new Date(instant))

/** A week of the Prime Minister and the deputies, the entries due in it, and both as a calendar. */
export function WeekTab({
  search,
  onChange,
}: {
  search: ProgrammeSearch
  onChange: (changed: ProgrammeSearch) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const on = search.on ?? me.today
  const found = useQuery(weekQuery(on))
  const [editing, setEditing] = useState<Sitting | 'new'>()
  const week = found.data
  return (
    <section aria-label={t('programme.tabs.week')} className="stack">
      <div className="row spread screen-only">
        <div className="row">
          <Button onClick={() => onChange({ on: addDays(on, -7) })} aria-label={t('programme.weekBefore')}>
            ←
          </Button>
          <strong className="tabular">
            {week ? t('programme.weekOf', { from: showDay(week.firstOn), to: showDay(week.lastOn) }) : ''}
          </strong>
          <Button onClick={() => onChange({ on: addDays(on, 7) })} aria-label={t('programme.weekAfter')}>
            →
          </Button>
        </div>
        {week?.mayKeep ? <Button onClick={() => setEditing('new')}>{t('programme.addSitting')}</Button> : null}
      </div>
      {found.error ? <ProblemNote error={found.error} retry={() => found.refetch()} /> : null}
      {found.isPending ? <Waiting lines={6} /> : null}
      {week ? <Days sittings={week.sittings} mayKeep={week.mayKeep} onEdit={setEditing} /> : null}
      {week && week.due.length > 0 ? (
        <section className="panel" aria-labelledby="week-due">
          <h2 id="week-due">{t('programme.dueInWeek')}</h2>
          <ItemRows rows={week.due} caption={t('programme.dueInWeek')} />
        </section>
      ) : null}
      <Feeds />
      <SittingForm sitting={editing} day={week?.firstOn ?? on} onClose={() => setEditing(undefined)} />
    </section>
  )
}

function Days({
  sittings,
  mayKeep,
  onEdit,
}: {
  sittings: readonly Sitting[]
  mayKeep: boolean
  onEdit: (sitting: Sitting) => void
}) {
  const { t } = useTranslation()
  const days = [...new Set(sittings.map(({ startsAt }) => dayOf(startsAt)))]
  if (days.length === 0) return <Blank title={t('programme.weekNone')} hint={t('programme.weekNoneHint')} />
  return (
    <>
      {days.map((day) => (
        <section key={day} className="panel" aria-label={showDay(day)}>
          <h2>
            {t('programme.weekday', {
              day: showDay(day),
              name: t(
                `programme.weekdays.${(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7}` as 'programme.weekdays.0',
              ),
            })}
          </h2>
          <ul className="plain">
            {sittings
              .filter(({ startsAt }) => dayOf(startsAt) === day)
              .map((sitting) => (
                <li key={sitting.id} className="programme-sitting" data-testid="sitting">
                  <span className="tabular nowrap">
                    {hour(sitting.startsAt)}–{hour(sitting.endsAt)}
                  </span>
                  <span lang="vi" className="grow">
                    <strong>{sitting.title}</strong>
                    <br />
                    <span className="soft">
                      {sitting.chair}
                      {sitting.place ? ` · ${sitting.place}` : ''}
                    </span>
                    {sitting.item ? (
                      <>
                        <br />
                        <ItemLink item={sitting.item} />
                      </>
                    ) : null}
                  </span>
                  {mayKeep ? (
                    <Button
                      size="small"
                      className="screen-only"
                      onClick={() => onEdit(sitting)}
                      aria-label={`${t('programme.edit')}: ${sitting.title}`}
                    >
                      {t('programme.edit')}
                    </Button>
                  ) : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type Words = Body<'/api/programme/sittings'>
function SittingForm({
  sitting,
  day,
  onClose,
}: {
  sitting: Sitting | 'new' | undefined
  day: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const known = sitting === 'new' ? undefined : sitting
  const withdrawing = useMutation({
    mutationFn: (on: Sitting) =>
      answer(
        api.POST('/api/programme/sittings/{id}/withdraw', {
          params: { path: { id: on.id } },
          headers: ifMatch(on.version),
        }),
      ),
    onSuccess: async () => {
      message.success(t('programme.didWithdrawSitting'))
      await refreshProgramme(queries)
      onClose()
    },
    onError: (error) => message.error(words(problemOf(error))),
  })
  const initial: Partial<Words> = known
    ? (filled({
        on: dayOf(known.startsAt),
        from: hour(known.startsAt),
        to: hour(known.endsAt),
        title: known.title,
        place: known.place,
        chair: known.chair,
        attending: known.attending,
      }) as Partial<Words>)
    : { on: day, from: '08:00', to: '11:00' }
  return (
    <FormDrawer<Words, Sitting | undefined>
      title={sitting ? t(known ? 'programme.changeSitting' : 'programme.addSitting') : undefined}
      initial={initial}
      on={known}
      did={t('programme.didSitting')}
      send={(body, on) => {
        const sent = { ...(filled(body) as Words), ...(on?.item ? { itemId: on.item.id } : {}) }
        return on
          ? answer(
              api.PUT('/api/programme/sittings/{id}', {
                params: { path: { id: on.id } },
                headers: ifMatch(on.version),
                body: sent,
              }),
            )
          : answer(api.POST('/api/programme/sittings', { body: sent }))
      }}
      refresh={() => refreshProgramme(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <DayField name="on" label={t('programme.onDay')} />
          <Field name="from" label={t('programme.fromHour')}>
            <Input type="time" />
          </Field>
          <Field name="to" label={t('programme.toHour')}>
            <Input type="time" />
          </Field>
          <LineField name="title" label={t('programme.sittingTitle')} max={500} />
          <LineField name="chair" label={t('programme.chair')} max={200} />
          <LineField name="place" label={t('programme.place')} max={300} isOptional />
          <LineField name="attending" label={t('programme.attending')} max={1000} isOptional />
          {known ? (
            <p>
              <Button danger size="small" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(known)}>
                {t('programme.withdrawSitting')}
              </Button>
            </p>
          ) : null}
        </>
      )}
    </FormDrawer>
  )
}

/** Calendar addresses of one's own: the week, and the due days of what one may read. */
function Feeds() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const found = useQuery(feedsQuery)
  const [address, setAddress] = useState<string>()
  const onError = (error: unknown) => message.error(words(problemOf(error)))
  const adding = useMutation({
    mutationFn: (scope: 'week' | 'due') => answer(api.POST('/api/programme/feeds', { body: { scope } })),
    onSuccess: async (made) => {
      setAddress(made.address)
      await refreshProgramme(queries)
    },
    onError,
  })
  const revoking = useMutation({
    mutationFn: (id: number) => answer(api.DELETE('/api/programme/feeds/{id}', { params: { path: { id } } })),
    onSuccess: () => refreshProgramme(queries),
    onError,
  })
  return (
    <section className="panel screen-only" aria-labelledby="feeds">
      <h2 id="feeds">{t('programme.feeds')}</h2>
      <p className="soft">{t('programme.feedsAbout')}</p>
      <div className="row">
        <Button onClick={() => adding.mutate('week')} loading={adding.isPending}>
          {t('programme.feedWeek')}
        </Button>
        <Button onClick={() => adding.mutate('due')} loading={adding.isPending}>
          {t('programme.feedDue')}
        </Button>
      </div>
      {address ? (
        <Alert
          type="success"
          showIcon
          title={t('programme.feedOnce')}
          description={<code data-testid="feed-address">{address}</code>}
        />
      ) : null}
      <ul className="plain">
        {(found.data?.rows ?? []).map(({ id, scope, addedAt, lastReadAt }) => (
          <li key={id} className="row">
            <span className="grow">
              {t(scope === 'week' ? 'programme.feedWeek' : 'programme.feedDue')}{' '}
              <span className="soft">
                {t('programme.feedAdded', { day: showDay(dayOf(addedAt)) })}
                {lastReadAt ? `, ${t('programme.feedRead', { day: showDay(dayOf(lastReadAt)) })}` : ''}
              </span>
            </span>
            <Button size="small" onClick={() => revoking.mutate(id)}>
              {t('programme.feedRevoke')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

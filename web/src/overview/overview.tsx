import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { OverviewSearch } from '../paths/overview.ts'
import { FollowedSwitch } from '../shell/followed-switch.tsx'
import { Landing } from '../shell/landing.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { monthEnd, shiftMonth, showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { Veil } from '../ui/veil.tsx'
import { Agencies } from './agencies.tsx'
import { Months } from './months.tsx'
import { PartSwitch, usePart } from './part-switch.tsx'
import { shortLists, statisticsQuery } from './queries.ts'
import { ShortList } from './short-list.tsx'
import { Tiles } from './tiles.tsx'
import { TogetherNote } from './together-note.tsx'
import './overview.css'

/** The calendar is a third of the page's code and shows no figures: it loads after them. */
const DayPicker = lazy(() => import('../ui/day-picker.tsx').then((found) => ({ default: found.DayPicker })))
/** The last day of the sample data; offered as a day to look back from. */
const SAMPLE_DAY = '2021-02-28'

/** One page: numbers, names, trend; each number opens its rows. */
export function Overview() {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate({ from: '/tong-quan' })
  const search = useSearch({ from: '/staff/tong-quan' })
  const asOf = search.asOf ?? me.today
  useTitle(t('overview.title'))
  const statistics = useQuery({ ...statisticsQuery(search), placeholderData: keepPreviousData })
  const isStale = statistics.isPlaceholderData
  const lists = shortLists(search, asOf)
  const part = usePart(search)
  return (
    <div className="page">
      <div className="row spread page-head">
        <div>
          <h1>{t('overview.title')}</h1>
          <p className="soft">
            {part === null ? '' : `${t(`overview.mine.${part}`, { agency: me.agencyName })}. `}
            {part === null && !me.seesAll && me.isUnit ? `${t('overview.mine.both', { agency: me.agencyName })}. ` : ''}
            {search.from
              ? t('overview.between', { from: showDay(search.from), asOf: showDay(asOf) })
              : search.followerId !== undefined || part !== null
                ? t('overview.asOfDay', { asOf: showDay(asOf) })
                : t('overview.upTo', { asOf: showDay(asOf) })}
          </p>
          <PartSwitch
            search={search}
            onChange={(to) =>
              navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false })
            }
          />
          <FollowedSwitch
            value={search.followerId}
            on={search.asOf}
            onChange={(followerId) =>
              navigate({ search: (before) => ({ ...before, followerId }), replace: true, resetScroll: false })
            }
          />
        </div>
        <Period search={search} today={me.today} isSample={me.sample} />
      </div>
      {search.asOf || search.from ? null : <Landing />}
      {statistics.error ? <ProblemNote error={statistics.error} retry={statistics.refetch} /> : null}
      {statistics.data ? (
        <Veil isStale={isStale}>
          <Tiles statistics={statistics.data} filter={search} />
          <TogetherNote statistics={statistics.data} filter={search} />
        </Veil>
      ) : statistics.error ? null : (
        <Waiting lines={3} />
      )}
      <div className="overview-grid">
        <div className="stack overview-main">
          <section className="panel" aria-labelledby="agencies-title">
            {statistics.data ? (
              <Agencies statistics={statistics.data} filter={search} isStale={isStale} />
            ) : statistics.error ? null : (
              <Waiting />
            )}
          </section>
          <section className="panel" aria-labelledby="months-title">
            <Months filter={search} />
          </section>
          <div className="overview-pair">
            <ShortList
              title={t('overview.awaiting')}
              blank={t('overview.nothingAwaiting')}
              {...lists.awaiting}
              asOf={asOf}
            />
            <ShortList
              title={t('overview.longest')}
              blank={t('overview.nothingOverdue')}
              {...lists.longest}
              asOf={asOf}
            />
          </div>
        </div>
        <div className="stack overview-side">
          <ShortList title={t('overview.dueIn7')} blank={t('overview.nothingDue')} {...lists.dueIn7} asOf={asOf} />
          <ShortList title={t('overview.dueIn30')} blank={t('overview.nothingDue')} {...lists.dueIn30} asOf={asOf} />
        </div>
      </div>
    </div>
  )
}

function Period({ search, today, isSample }: { search: OverviewSearch; today: string; isSample: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/tong-quan' })
  const go = (change: OverviewSearch) =>
    navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })
  const lastMonthEnd = monthEnd(shiftMonth(today, -1))
  return (
    <div className="row period screen-only">
      <Labelled id="from" label={t('filter.from')}>
        <Suspense fallback={<DayComing day={search.from} placeholder={t('filter.all')} />}>
          <DayPicker
            id="from"
            value={search.from}
            onChange={(from) => go({ from })}
            max={search.asOf ?? today}
            placeholder={t('filter.all')}
          />
        </Suspense>
      </Labelled>
      <Labelled id="asOf" label={t('filter.asOf')}>
        <Suspense fallback={<DayComing day={search.asOf} placeholder={showDay(today)} />}>
          <DayPicker
            id="asOf"
            value={search.asOf}
            onChange={(asOf) => go({ asOf })}
            max={today}
            placeholder={showDay(today)}
          />
        </Suspense>
      </Labelled>
      <div className="row period-shortcuts">
        <Button size="small" onClick={() => go({ asOf: undefined, from: undefined })}>
          {t('overview.today')}
        </Button>
        <Button size="small" onClick={() => go({ asOf: lastMonthEnd })}>
          {t('overview.lastMonthEnd')}
        </Button>
        {isSample ? (
          <Button size="small" onClick={() => go({ asOf: SAMPLE_DAY, from: '2020-01-01' })}>
            {t('overview.sampleDay')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** Placeholder for the day field, with the day it will show. */
function DayComing({ day, placeholder }: { day: string | undefined; placeholder: string }) {
  return <span className={day ? 'day-coming' : 'day-coming none'}>{day ? showDay(day) : placeholder}</span>
}

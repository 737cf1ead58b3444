import { LeftOutlined, PlusOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant, showNumber } from '../ui/format.ts'
import { ACTS } from './acts.ts'
import { Choices } from './choices.tsx'
import { Counter } from './counter.tsx'
import { DayList } from './day-list.tsx'
import { Legend, MonthGrid } from './month.tsx'
import { type CalendarYear, type OpenPlan, yearQuery } from './queries.ts'
import './working-days.css'

/** A year of working days: days off with reasons, the announced plan, and how it differs from the rule. */
export function WorkingYear() {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const search = useSearch({ from: '/staff/lich-lam-viec' })
  const navigate = useNavigate({ from: '/lich-lam-viec' })
  const thisYear = Number(me.today.slice(0, 4))
  const year = search.year ?? thisYear
  useTitle(t('workingDays.title', { year }))
  const found = useQuery(yearQuery(year))
  const open: OpenPlan = (act, item) =>
    navigate({
      search: { ...(search.year ? { year: search.year } : {}), ...(act ? { act } : {}), ...(item ? { item } : {}) },
      replace: true,
    })
  const { data } = found
  return (
    <div className="page working-year">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{t('workingDays.title', { year })}</h1>
          <p className="soft">{t('workingDays.about')}</p>
        </div>
        <div className="row screen-only">
          <YearLink year={year - 1} label={t('workingDays.previous')} />
          {year === thisYear ? null : (
            <Link to="/lich-lam-viec" search={{}}>
              {t('workingDays.thisYear')}
            </Link>
          )}
          <YearLink year={year + 1} label={t('workingDays.next')} isNext />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('workingDays.print')}
          </Button>
          {data?.mayChange ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => open('plan')}>
              {t('workingDays.acts.plan')}
            </Button>
          ) : null}
        </div>
      </div>
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {found.isPending ? <Waiting /> : null}
      {data ? (
        <>
          <div className="row spread">
            <p className="strong tabular" data-testid="working-days">
              {t('workingDays.total', { number: showNumber(data.workingDays, language) })}
            </p>
            <Legend />
          </div>
          <div className="months">
            {data.workingDaysByMonth.map((workingDays, index) => (
              <MonthGrid
                // biome-ignore lint/suspicious/noArrayIndexKey: months have a fixed order
                key={index}
                year={data.year}
                month={index + 1}
                workingDays={workingDays}
                days={data.days}
                today={me.today}
              />
            ))}
          </div>
          <div className="working-below">
            <DayList year={data} open={open} />
            <div className="stack">
              <Choices year={data} open={open} />
              <Differences year={data} />
              <Counter />
            </div>
          </div>
          {data.changedBy && data.changedAt ? (
            <p className="soft">
              {t('workingDays.lastChange', { by: data.changedBy, at: showInstant(data.changedAt) })}
            </p>
          ) : null}
          <ActDrawer
            acts={ACTS}
            act={data.mayChange ? search.act : undefined}
            target={{ year: data, day: search.item }}
            onClose={() => open(undefined)}
          />
        </>
      ) : null}
    </div>
  )
}

function YearLink({ year, label, isNext = false }: { year: number; label: string; isNext?: boolean }) {
  if (year < 1990 || year > 2099) return null
  return (
    <Link to="/lich-lam-viec" search={{ year }} className="year-link tabular" aria-label={`${label}: ${year}`}>
      {isNext ? null : <LeftOutlined aria-hidden="true" />}
      {year}
      {isNext ? <RightOutlined aria-hidden="true" /> : null}
    </Link>
  )
}

function Differences({ year }: { year: CalendarYear }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="differences">
      <h2 id="differences">{t('workingDays.differences')}</h2>
      {year.differences.length === 0 ? <p className="soft">{t('workingDays.noDifferences')}</p> : null}
      <ul className="plain" data-testid="differences">
        {year.differences.map(({ day, isWorking }) => (
          <li key={day}>
            <span className="tabular">{showDay(day)}</span>{' '}
            <span className="soft">{t(isWorking ? 'workingDays.becomesWork' : 'workingDays.becomesOff')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchPatch } from '../list/filters.tsx'
import { Rows } from '../list/rows.tsx'
import type { HandlingSearch, IncomingSearch, PeriodSearch } from '../paths/incoming.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { Veil } from '../ui/veil.tsx'
import { type IncomingFigures, incomingFiguresQuery } from './incoming-queries.ts'
import { IncomingPages } from './incoming-tabs.tsx'
import './incoming.css'

/** What became of documents that came in: in time, online, late; each figure opens its rows. */
export function IncomingFiguresPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/staff/van-ban-den/so-lieu' })
  const patch = useSearchPatch<PeriodSearch>()
  const found = useQuery(incomingFiguresQuery(search))
  useTitle(t('incoming.figuresTitle'))
  return (
    <div className="page">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{t('incoming.figuresTitle')}</h1>
          <p className="soft">{t('incoming.figuresAbout')}</p>
        </div>
        <div className="row screen-only">
          <IncomingPages here="figures" />
        </div>
      </div>
      <search className="filters">
        <div className="filter-row">
          {(['from', 'to'] as const).map((end) => (
            <Labelled key={end} id={`figures-${end}`} label={t(`incoming.${end}`)}>
              <DayPicker
                id={`figures-${end}`}
                value={search[end] ?? found.data?.[end]}
                onChange={(day) => patch({ [end]: day } as PeriodSearch)}
                isClearable={false}
                className="wide"
              />
            </Labelled>
          ))}
        </div>
      </search>
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {found.isPending ? <Waiting lines={10} /> : null}
      {found.data ? (
        <Veil isStale={found.isPlaceholderData}>
          <Figures figures={found.data} />
        </Veil>
      ) : null}
    </div>
  )
}

function Figures({ figures }: { figures: IncomingFigures }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { from, to, target } = figures
  const days = (value: number | null) => (value === null ? '–' : showNumber(value, language, 1))
  const period = { registeredFrom: from, registeredTo: to }
  return (
    <div className="stack incoming-figures">
      <section className="panel" aria-labelledby="figures-registering">
        <h2 id="figures-registering">{t('incoming.registering')}</h2>
        <dl className="facts columns incoming-counts">
          <Count name={t('incoming.registeredCount')} value={figures.registered} search={{ list: 'all', ...period }} />
          <Count
            name={t('incoming.registeredLate')}
            value={figures.registeredLate}
            search={{ list: 'all', late: 'true', ...period }}
            isBad
          />
          <Count name={t('incoming.waiting')} value={figures.waiting} search={{ list: 'all', state: 'arrived' }} />
          <Count
            name={t('incoming.waitingLate')}
            value={figures.waitingLate}
            search={{ list: 'all', state: 'arrived', late: 'true' }}
            isBad
          />
        </dl>
      </section>
      <section className="panel" aria-labelledby="figures-units">
        <h2 id="figures-units">{t('incoming.unitsTitle')}</h2>
        {target ? (
          <p className="soft">
            {t('incoming.targetLine', { percent: target.percent, source: target.source })}
            {target.confidence === 'memory' ? ` (${t('incoming.unsureTarget')})` : ''}
          </p>
        ) : null}
        {figures.units.length === 0 ? (
          <p className="soft">{t('incoming.unitsNone')}</p>
        ) : (
          <Rows
            rows={figures.units}
            caption={t('incoming.unitsTitle')}
            keyOf={({ unit }) => unit.id}
            testId="unit-figures"
            isWide
            columns={[
              {
                key: 'unit',
                title: t('incoming.unit'),
                isHead: true,
                cell: ({ unit }) => <span lang="vi">{unit.name}</span>,
              },
              {
                key: 'done',
                title: t('incoming.done'),
                isNumber: true,
                cell: (row) => <Parts value={row.done} search={endedOf(row.unit.id, from, to)} />,
              },
              {
                key: 'online',
                title: t('incoming.onlineCount'),
                isNumber: true,
                cell: (row) => (
                  <Parts value={row.online} search={{ ...endedOf(row.unit.id, from, to), isOnline: 'true' }} />
                ),
              },
              {
                key: 'share',
                title: t('incoming.share'),
                isNumber: true,
                cell: (row) => <Share row={row} />,
              },
              {
                key: 'doneLate',
                title: t('incoming.doneLate'),
                isNumber: true,
                cell: (row) => (
                  <Parts value={row.doneLate} search={{ ...endedOf(row.unit.id, from, to), late: 'true' }} isBad />
                ),
              },
              {
                key: 'openLate',
                title: t('incoming.openLate'),
                isNumber: true,
                cell: (row) => <Parts value={row.openLate} search={openOf(row.unit.id)} isBad />,
              },
            ]}
            card={(row) => (
              <>
                <div className="row spread">
                  <strong lang="vi">{row.unit.name}</strong>
                  <Share row={row} />
                </div>
                <dl className="facts columns incoming-card-facts">
                  <Pair name={t('incoming.done')}>
                    <Parts value={row.done} search={endedOf(row.unit.id, from, to)} />
                  </Pair>
                  <Pair name={t('incoming.onlineCount')}>
                    <Parts value={row.online} search={{ ...endedOf(row.unit.id, from, to), isOnline: 'true' }} />
                  </Pair>
                  <Pair name={t('incoming.doneLate')}>
                    <Parts value={row.doneLate} search={{ ...endedOf(row.unit.id, from, to), late: 'true' }} isBad />
                  </Pair>
                  <Pair name={t('incoming.openLate')}>
                    <Parts value={row.openLate} search={openOf(row.unit.id)} isBad />
                  </Pair>
                </dl>
              </>
            )}
          />
        )}
      </section>
      <section className="panel" aria-labelledby="figures-steps">
        <h2 id="figures-steps">{t('incoming.stepsTitle')}</h2>
        <p className="soft">{t('incoming.stepsAbout', { from: showDay(from), to: showDay(to) })}</p>
        <Rows
          rows={figures.steps}
          caption={t('incoming.stepsTitle')}
          keyOf={({ step }) => step}
          testId="step-figures"
          columns={[
            {
              key: 'step',
              title: t('incoming.stepLabel'),
              isHead: true,
              cell: ({ step }) => t(`incoming.step.${step}`),
            },
            {
              key: 'documents',
              title: t('incoming.documents'),
              isNumber: true,
              cell: (row) => <StepCount row={row} period={period} />,
            },
            {
              key: 'average',
              title: t('incoming.average'),
              isNumber: true,
              cell: ({ averageDays }) => days(averageDays),
            },
            { key: 'median', title: t('incoming.median'), isNumber: true, cell: ({ medianDays }) => days(medianDays) },
          ]}
          card={(row) => (
            <>
              <strong>{t(`incoming.step.${row.step}`)}</strong>
              <dl className="facts columns incoming-card-facts">
                <Pair name={t('incoming.documents')}>
                  <StepCount row={row} period={period} />
                </Pair>
                <Pair name={t('incoming.average')}>{days(row.averageDays)}</Pair>
                <Pair name={t('incoming.median')}>{days(row.medianDays)}</Pair>
              </dl>
            </>
          )}
        />
      </section>
      <section className="panel" aria-labelledby="figures-people">
        <h2 id="figures-people">{t('incoming.peopleTitle')}</h2>
        {figures.people.length === 0 ? (
          <p className="soft">{t('incoming.peopleNone')}</p>
        ) : (
          <Rows
            rows={figures.people}
            caption={t('incoming.peopleTitle')}
            keyOf={({ person }) => person.id}
            testId="person-figures"
            columns={[
              {
                key: 'person',
                title: t('incoming.person'),
                isHead: true,
                cell: ({ person, unit }) => (
                  <span lang="vi">
                    {person.name}
                    <div className="soft">{unit}</div>
                  </span>
                ),
              },
              {
                key: 'doneLate',
                title: t('incoming.doneLate'),
                isNumber: true,
                cell: ({ person, doneLate }) => (
                  <Parts
                    value={doneLate}
                    search={{
                      list: 'all',
                      state: 'done',
                      late: 'true',
                      personId: person.id,
                      endedFrom: from,
                      endedTo: to,
                    }}
                    isBad
                  />
                ),
              },
              {
                key: 'openLate',
                title: t('incoming.openLate'),
                isNumber: true,
                cell: ({ person, openLate }) => (
                  <Parts value={openLate} search={{ list: 'all', overdue: 'true', personId: person.id }} isBad />
                ),
              },
            ]}
          />
        )}
      </section>
    </div>
  )
}

function StepCount({
  row: { step, documents },
  period,
}: {
  row: IncomingFigures['steps'][number]
  period: Pick<IncomingSearch, 'registeredFrom' | 'registeredTo'>
}) {
  return documents === 0 ? (
    <span className="soft">0</span>
  ) : (
    <Link to="/van-ban-den" search={{ list: 'all', step, ...period }}>
      {documents}
    </Link>
  )
}

const led = { list: 'all', part: 'lead', direct: 'true' } as const
const endedOf = (unitId: number, from: string, to: string): HandlingSearch => ({
  ...led,
  state: 'done',
  unitId,
  endedFrom: from,
  endedTo: to,
})
const openOf = (unitId: number): HandlingSearch => ({ ...led, unitId, overdue: 'true' })

/** A number of documents, which opens them. */
function Count({
  name,
  value,
  search,
  isBad = false,
}: {
  name: string
  value: number
  search: IncomingSearch
  isBad?: boolean
}) {
  return (
    <Pair name={name}>
      {value === 0 ? (
        <span className="incoming-figure">0</span>
      ) : (
        <Link to="/van-ban-den" search={search} className={`incoming-figure${isBad ? ' overdue' : ''}`}>
          {value}
        </Link>
      )}
    </Pair>
  )
}

/** A number of parts, which opens them. */
function Parts({ value, search, isBad = false }: { value: number; search: HandlingSearch; isBad?: boolean }) {
  return value === 0 ? (
    <span className="soft">0</span>
  ) : (
    <Link to="/van-ban-den/cua-toi" search={search} className={isBad ? 'overdue strong' : ''}>
      {value}
    </Link>
  )
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Share({ row: { share, target } }: { row: IncomingFigures['units'][number] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (share === null) return <>–</>
  const hasReached = target === null ? undefined : share >= target
  return (
    <span className={hasReached === false ? 'overdue strong' : hasReached ? 'incoming-good' : ''}>
      {showNumber(share, language, 1)}%
      {hasReached === undefined ? null : ` ${hasReached ? t('incoming.reached') : t('incoming.notReached')}`}
    </span>
  )
}

import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter } from '../list/filters.tsx'
import { List, rowsOf } from '../list/list.tsx'
import { Rows } from '../list/rows.tsx'
import { FLOW, type ItemFilter, LEDGER_BY, LEVELS, type ProgrammeSearch, RECOVERED } from '../paths/programme.ts'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { MapNote, MapSwitch } from '../shell/map-switch.tsx'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { addDays, showDay, showInstant, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { ProgrammeFigure } from './figure.tsx'
import { ItemRows } from './item-rows.tsx'
import { dueRows, type FlowPart, flowRows, groupRows, owedRows, recoveredRows, yearDay } from './ledger-links.ts'
import {
  itemsQuery,
  type Ledger,
  ledgerQuery,
  recoveryQuery,
  refreshProgramme,
  type Years,
  yearsQuery,
} from './queries.ts'

interface Props {
  search: ProgrammeSearch
  onChange: (changed: ProgrammeSearch) => void
}

/** The debt at the end of a day: who owes, since when, how it moved since the year began, and what was recovered. */
export function LedgerTab({ search, onChange }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const by = search.by ?? 'agency'
  const day = { asOf: search.asOf, knownOn: search.knownOn }
  // Only by agency does it matter which agencies count.
  const map = by === 'agency' ? search.map : undefined
  const found = useQuery(ledgerQuery({ ...day, by, map }))
  const owed = useInfiniteQuery(itemsQuery({ ...day, standing: 'owed', order: 'age' }))
  return (
    <div className="stack" data-testid="ledger">
      <div className="row screen-only">
        <Labelled id="ledger-as-of" label={t('programme.asOf')}>
          <DayPicker
            id="ledger-as-of"
            value={search.asOf ?? me.today}
            max={me.today}
            onChange={(asOf) => onChange({ asOf })}
          />
        </Labelled>
        <ChoiceFilter
          id="ledger-by"
          label={t('programme.by')}
          value={by}
          onChange={(chosen) => onChange({ by: chosen })}
          options={LEDGER_BY.map((value) => ({ value, label: t(`programme.ledgerBy.${value}`) }))}
        />
      </div>
      {found.error ? <ProblemNote error={found.error} retry={() => found.refetch()} /> : null}
      {found.isPending ? <Waiting lines={6} /> : null}
      {found.data ? (
        <Totals ledger={found.data} by={by} day={{ ...day, map }} onMap={(chosen) => onChange({ map: chosen })} />
      ) : null}
      <section className="panel" aria-labelledby="ledger-rows">
        <h2 id="ledger-rows">{t('programme.owedItems')}</h2>
        <List
          query={owed}
          rows={rowsOf(owed.data)}
          blank={<Blank title={t('programme.owedNone')} hint={t('programme.owedNoneHint')} />}
        >
          {(rows) => <ItemRows rows={rows} caption={t('programme.owedItems')} isOwed />}
        </List>
      </section>
      <Recovery asOf={search.asOf ?? me.today} knownOn={search.knownOn} />
      {me.seesAll ? <YearsPanel /> : null}
    </div>
  )
}

/** What is said of the debt, and what in it the figure counts. */
const OWED_PARTS: readonly {
  part: 'carried' | 'returned' | 'promised' | 'broken' | 'promiseMoved'
  rows: (asOf: string) => ItemFilter
}[] = [
  { part: 'carried', rows: (asOf) => ({ to: `${Number(asOf.slice(0, 4)) - 1}-12-31` }) },
  { part: 'returned', rows: () => ({ only: 'returned' }) },
  { part: 'promised', rows: () => ({ only: 'promised' }) },
  { part: 'broken', rows: () => ({ only: 'promiseBroken' }) },
  { part: 'promiseMoved', rows: () => ({ only: 'promiseMoved' }) },
]

type FlowFigure = 'owedAtStart' | 'newlyOwed' | 'cleared' | 'moved' | 'stopped' | 'owedAtEnd'
const FLOW_FIGURE: Record<FlowPart, FlowFigure> = {
  start: 'owedAtStart',
  new: 'newlyOwed',
  cleared: 'cleared',
  moved: 'moved',
  stopped: 'stopped',
  end: 'owedAtEnd',
}
const SIGNS = { start: '', new: '+ ', cleared: '− ', stopped: '− ', end: '= ' } as const
const FLOW_WORDS = FLOW.filter((part) => part !== 'moved').map((part) => ({
  part,
  sign: SIGNS[part],
  of: FLOW_FIGURE[part],
}))

function Totals({
  ledger,
  by,
  day,
  onMap,
}: {
  ledger: Ledger
  by: (typeof LEDGER_BY)[number]
  day: ItemFilter
  onMap: (map: ItemFilter['map']) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const n = (value: number) => showNumber(value, language)
  const { flow, slippage } = ledger
  return (
    <>
      <div className="programme-tiles">
        <section className="panel" aria-label={t('programme.owedNow')}>
          <h2>{t('programme.owedNow')}</h2>
          <p className="programme-big">
            <ProgrammeFigure rows={{ ...day, standing: 'owed' }}>{n(ledger.owed)}</ProgrammeFigure>
          </p>
          <ul className="plain soft programme-parts" data-testid="owed-parts">
            {OWED_PARTS.map(({ part, rows }) => (
              <li key={part}>
                <ProgrammeFigure rows={owedRows(day, rows(ledger.asOf))}>{n(ledger[part])}</ProgrammeFigure>{' '}
                {t(`programme.owedPart.${part}`)}
              </li>
            ))}
          </ul>
        </section>
        {flow ? (
          <section className="panel" aria-label={t('programme.flow')} data-testid="debt-flow">
            <h2>{t('programme.flow')}</h2>
            <p className="tabular">
              {FLOW_WORDS.map(({ part, sign, of }) => (
                <Fragment key={part}>
                  <span className="nowrap">
                    {sign}
                    <ProgrammeFigure rows={flowRows(day, part)}>{n(flow[of])}</ProgrammeFigure>
                    {part === 'end' ? null : ` ${t(`programme.flowPart.${part}`)}`}
                  </span>{' '}
                </Fragment>
              ))}
            </p>
            <p className="soft">
              {t('programme.flowHint', { from: showDay(flow.from), to: showDay(flow.to) })}{' '}
              <ProgrammeFigure rows={flowRows(day, 'moved')}>{n(flow.moved)}</ProgrammeFigure>{' '}
              {t('programme.flowMoved')}
            </p>
          </section>
        ) : null}
        <section className="panel" aria-label={t('programme.slippage')}>
          <h2>{t('programme.slippage')}</h2>
          <Slippage ledger={ledger} day={day} />
          {slippage.meanDays === null ? null : (
            <p className="soft">
              {t('programme.slippageDays', {
                mean: showNumber(slippage.meanDays, language, 1),
                median: showNumber(slippage.medianDays ?? 0, language),
              })}
            </p>
          )}
        </section>
      </div>
      {ledger.groups.length > 0 ? (
        <section className="panel" aria-labelledby="ledger-groups">
          <div className="row spread panel-head">
            <h2 id="ledger-groups">{t(`programme.ledgerBy.${by}`)}</h2>
            {by === 'agency' ? (
              <MapSwitch value={day.map} onChange={(map) => onMap(map === 'ofDay' ? undefined : map)} />
            ) : null}
          </div>
          {by === 'agency' ? <MapNote mapOn={ledger.mapOn} /> : null}
          <Rows
            rows={ledger.groups}
            caption={t(`programme.ledgerBy.${by}`)}
            keyOf={({ key }) => key}
            testId="ledger-group"
            columns={[
              {
                key: 'label',
                title: t(`programme.ledgerBy.${by}`),
                isHead: true,
                cell: (group) => <GroupName by={by} group={group} />,
              },
              {
                key: 'owed',
                title: t('programme.figureOwed'),
                isNumber: true,
                cell: ({ key, owed }) => (
                  <ProgrammeFigure rows={owedRows(groupRows(by, key, day))}>{n(owed)}</ProgrammeFigure>
                ),
              },
              {
                key: 'due',
                title: t('programme.dueThisYear'),
                isNumber: true,
                cell: ({ key, due }) => (
                  <ProgrammeFigure rows={{ ...groupRows(by, key, day), ...dueRows(ledger.asOf) }}>
                    {n(due)}
                  </ProgrammeFigure>
                ),
              },
              {
                key: 'oldest',
                title: t('programme.oldest'),
                className: 'tabular nowrap',
                cell: ({ oldestDueOn }) => showDay(oldestDueOn),
              },
              {
                key: 'days',
                title: t('programme.mostDays'),
                isNumber: true,
                className: 'tabular',
                cell: ({ daysMost }) => n(daysMost),
              },
              {
                key: 'moves',
                title: t('programme.timesMoved'),
                isNumber: true,
                className: 'tabular',
                cell: ({ moves }) => n(moves),
              },
            ]}
            card={(group) => {
              const rows = groupRows(by, group.key, day)
              return (
                <>
                  <p className="row spread">
                    <strong>
                      <GroupName by={by} group={group} />
                    </strong>
                    <span>
                      {t('programme.figureOwed')}{' '}
                      <ProgrammeFigure rows={owedRows(rows)}>{n(group.owed)}</ProgrammeFigure>
                    </span>
                  </p>
                  <p className="soft tabular">
                    {t('programme.dueThisYear')}:{' '}
                    <ProgrammeFigure rows={{ ...rows, ...dueRows(ledger.asOf) }}>{n(group.due)}</ProgrammeFigure> ·{' '}
                    {t('programme.oldest')}: {showDay(group.oldestDueOn)} · {t('programme.mostDays')}:{' '}
                    {n(group.daysMost)} · {t('programme.timesMoved')}: {n(group.moves)}
                  </p>
                </>
              )
            }}
          />
        </section>
      ) : null}
    </>
  )
}

/** What of the programme of the year was postponed in the year, of all it lists; each opens its rows. */
function Slippage({ ledger: { asOf, slippage }, day }: { ledger: Ledger; day: ItemFilter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const n = (value: number) => showNumber(value, language)
  const year = asOf.slice(0, 4)
  if (slippage.programmeId === null) return <p>{t('programme.slippageNone', { year })}</p>
  const listed: ItemFilter = { ...day, programmeId: slippage.programmeId, standing: 'counted' }
  const moved: ItemFilter = { ...listed, actFrom: `${year}-01-01`, actTo: asOf }
  return (
    <>
      <p className="programme-big" data-testid="slippage">
        <ProgrammeFigure rows={moved}>{n(slippage.moved)}</ProgrammeFigure>
        {' / '}
        <ProgrammeFigure rows={listed}>{n(slippage.items)}</ProgrammeFigure>
      </p>
      <p>
        {t('programme.slippageWords', { year })}{' '}
        <ProgrammeFigure rows={{ ...moved, only: 'postponedAgain' }}>{n(slippage.movedTwice)}</ProgrammeFigure>{' '}
        {t('programme.slippageAgain')}
      </p>
    </>
  )
}

function GroupName({ by, group: { key, label } }: { by: (typeof LEDGER_BY)[number]; group: Ledger['groups'][number] }) {
  const { t } = useTranslation()
  if (by === 'level') return <>{t(`programme.level.${LEVELS.find((level) => level === key) ?? 'government'}`)}</>
  if (by === 'age') return <>{t(`programme.age.${key as '0-30' | '31-90' | '91-365' | '366'}`)}</>
  if (by === 'moves') return <>{key === '3' ? t('programme.movesMany') : t('programme.movesOf', { n: key })}</>
  return <span lang="vi">{label ?? t('programme.noOne')}</span>
}

/** What became, by a day, of what was owed on another: "bảo đảm trình trước 10/3". */
function Recovery({ asOf, knownOn }: { asOf: string; knownOn: string | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const [owedOn, setOwedOn] = useState(addDays(asOf, -30))
  const [by, setBy] = useState(asOf)
  const found = useQuery(recoveryQuery(owedOn, by, knownOn))
  const n = (value: number) => showNumber(value, language)
  return (
    <section className="panel" aria-labelledby="recovery">
      <h2 id="recovery">{t('programme.recovery')}</h2>
      <div className="row screen-only">
        <Labelled id="recovery-owed" label={t('programme.owedOn')}>
          <DayPicker
            id="recovery-owed"
            value={owedOn}
            max={by}
            onChange={(day) => day && setOwedOn(day)}
            isClearable={false}
          />
        </Labelled>
        <Labelled id="recovery-by" label={t('programme.submittedBy')}>
          <DayPicker
            id="recovery-by"
            value={by}
            min={owedOn}
            max={me.today}
            onChange={(day) => day && setBy(day)}
            isClearable={false}
          />
        </Labelled>
      </div>
      {found.error ? <ProblemNote error={found.error} /> : null}
      {found.data ? (
        <div data-testid="recovery">
          <p>
            <ProgrammeFigure rows={recoveredRows(owedOn, by, knownOn)}>{n(found.data.owed)}</ProgrammeFigure>{' '}
            {t('programme.recoveryOwed')}
          </p>
          <ul className="plain programme-parts">
            {RECOVERED.map((part) => (
              <li key={part}>
                <ProgrammeFigure rows={recoveredRows(owedOn, by, knownOn, part)}>{n(found.data[part])}</ProgrammeFigure>{' '}
                {t(`programme.recoveryPart.${part}`)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

/** The years, closed or running, and that each balances. */
function YearsPanel() {
  const { t } = useTranslation()
  const language = useLanguage()
  const found = useQuery(yearsQuery)
  const n = (value: number) => showNumber(value, language)
  const { today } = useMe()
  const figure = (row: Years[number], part: FlowPart) => (
    <ProgrammeFigure rows={flowRows(yearDay(row, today), part)}>{n(row[FLOW_FIGURE[part]])}</ProgrammeFigure>
  )
  const number = (part: FlowPart, title: string) => ({
    key: part,
    title,
    isNumber: true,
    cell: (row: Years[number]) => figure(row, part),
  })
  return (
    <section className="panel" aria-labelledby="years">
      <h2 id="years">{t('programme.years')}</h2>
      <p className="soft">{t('programme.yearsAbout')}</p>
      {found.error ? <ProblemNote error={found.error} /> : null}
      {found.data ? (
        <Rows
          rows={found.data.rows}
          caption={t('programme.years')}
          keyOf={({ year }) => year}
          isWide
          columns={[
            {
              key: 'year',
              title: t('programme.year'),
              isHead: true,
              className: 'tabular',
              cell: ({ year }) => String(year),
            },
            {
              key: 'start',
              title: t('programme.owedAtStart'),
              isNumber: true,
              className: 'tabular',
              cell: (row) => (
                <>
                  {figure(row, 'start')}
                  {row.restated === 0 ? null : (
                    <span className="soft programme-first">
                      {t('programme.restated', { n: `${row.restated > 0 ? '+' : '−'}${n(Math.abs(row.restated))}` })}
                    </span>
                  )}
                </>
              ),
            },
            number('new', t('programme.newlyOwed')),
            number('cleared', t('programme.cleared')),
            number('moved', t('programme.ofWhichMoved')),
            number('stopped', t('programme.stopped')),
            number('end', t('programme.owedAtEnd')),
            {
              key: 'closed',
              title: t('programme.closed'),
              cell: (row) =>
                row.mayClose ? (
                  <CloseYear year={row.year} />
                ) : row.closedAt ? (
                  t('programme.isClosed', { at: showInstant(row.closedAt) })
                ) : (
                  t('programme.isRunning')
                ),
            },
          ]}
        />
      ) : null}
    </section>
  )
}

function CloseYear({ year }: { year: number }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const closing = useMutation({
    mutationFn: () => answer(api.POST('/api/programme/years/{year}/close', { params: { path: { year } } })),
    onSuccess: async ({ owedAtEnd, carried }) => {
      message.success(t('programme.didClose', { year, n: owedAtEnd, carried }))
      await refreshProgramme(queries)
    },
    onError: (error) => message.error(words(problemOf(error))),
  })
  const ask = () =>
    modal.confirm({
      title: t('programme.sureClose', { year }),
      content: t('programme.sureCloseHint'),
      okText: t('programme.close', { year }),
      cancelText: t('shell.cancel'),
      onOk: () => closing.mutateAsync().catch(() => undefined),
    })
  return (
    <Button size="small" onClick={ask} loading={closing.isPending} className="screen-only">
      {t('programme.close', { year })}
    </Button>
  )
}

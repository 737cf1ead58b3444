import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter } from '../list/filters.tsx'
import { List, rowsOf } from '../list/list.tsx'
import { Rows } from '../list/rows.tsx'
import { type ItemFilter, LEDGER_BY, LEVELS, type ProgrammeSearch } from '../paths/programme.ts'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { MapNote, MapSwitch } from '../shell/map-switch.tsx'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { addDays, showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { ProgrammeFigure } from './figure.tsx'
import { ItemRows } from './item-rows.tsx'
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
      <Recovery asOf={search.asOf ?? me.today} />
      {me.seesAll ? <YearsPanel /> : null}
    </div>
  )
}

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
          <p className="soft">
            {t('programme.owedParts', {
              carried: n(ledger.carried),
              returned: n(ledger.returned),
              promised: n(ledger.promised),
              broken: n(ledger.broken),
            })}
          </p>
        </section>
        {flow ? (
          <section className="panel" aria-label={t('programme.flow')} data-testid="debt-flow">
            <h2>{t('programme.flow')}</h2>
            <p className="tabular">
              {t('programme.flowWords', {
                start: n(flow.owedAtStart),
                fresh: n(flow.newlyOwed),
                cleared: n(flow.cleared),
                stopped: n(flow.stopped),
                end: n(flow.owedAtEnd),
              })}
            </p>
            <p className="soft">
              {t('programme.flowHint', { from: showDay(flow.from), to: showDay(flow.to), moved: n(flow.moved) })}
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
                cell: (group) => {
                  const rows = rowsOfGroup(by, group.key, day)
                  return rows ? (
                    <ProgrammeFigure rows={rows}>{n(group.owed)}</ProgrammeFigure>
                  ) : (
                    <span className="tabular">{n(group.owed)}</span>
                  )
                },
              },
              {
                key: 'due',
                title: t('programme.dueThisYear'),
                isNumber: true,
                className: 'tabular',
                cell: ({ due }) => n(due),
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
              const rows = rowsOfGroup(by, group.key, day)
              return (
                <>
                  <p className="row spread">
                    <strong>
                      <GroupName by={by} group={group} />
                    </strong>
                    <span>
                      {t('programme.figureOwed')}{' '}
                      {rows ? <ProgrammeFigure rows={rows}>{n(group.owed)}</ProgrammeFigure> : n(group.owed)}
                    </span>
                  </p>
                  <p className="soft tabular">
                    {t('programme.dueThisYear')}: {n(group.due)} · {t('programme.oldest')}: {showDay(group.oldestDueOn)}{' '}
                    · {t('programme.mostDays')}: {n(group.daysMost)} · {t('programme.timesMoved')}: {n(group.moves)}
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
  return (
    <>
      <p className="programme-big" data-testid="slippage">
        <ProgrammeFigure rows={{ ...listed, actFrom: `${year}-01-01`, actTo: asOf }}>
          {n(slippage.moved)}
        </ProgrammeFigure>
        {' / '}
        <ProgrammeFigure rows={listed}>{n(slippage.items)}</ProgrammeFigure>
      </p>
      <p>{t('programme.slippageWords', { year, twice: n(slippage.movedTwice) })}</p>
    </>
  )
}

/** The filter that opens exactly the rows of a group; age and times postponed have none. */
function rowsOfGroup(by: (typeof LEDGER_BY)[number], key: string, day: ItemFilter): ItemFilter | undefined {
  const owed: ItemFilter = { ...day, standing: 'owed' }
  if (by === 'agency') return { ...owed, agencyId: Number(key) }
  if (by === 'level') return { ...owed, level: LEVELS.find((level) => level === key) }
  if (by === 'inCharge' && key !== '') return { ...owed, inCharge: key }
  return undefined
}

function GroupName({ by, group: { key, label } }: { by: (typeof LEDGER_BY)[number]; group: Ledger['groups'][number] }) {
  const { t } = useTranslation()
  if (by === 'level') return <>{t(`programme.level.${LEVELS.find((level) => level === key) ?? 'government'}`)}</>
  if (by === 'age') return <>{t(`programme.age.${key as '0-30' | '31-90' | '91-365' | '366'}`)}</>
  if (by === 'moves') return <>{key === '3' ? t('programme.movesMany') : t('programme.movesOf', { n: key })}</>
  return <span lang="vi">{label ?? t('programme.noOne')}</span>
}

/** What became, by a day, of what was owed on another: "bảo đảm trình trước 10/3". */
function Recovery({ asOf }: { asOf: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const [owedOn, setOwedOn] = useState(addDays(asOf, -30))
  const [by, setBy] = useState(asOf)
  const found = useQuery(recoveryQuery(owedOn, by))
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
        <p data-testid="recovery">
          {t('programme.recoveryWords', {
            owed: n(found.data.owed),
            submitted: n(found.data.submitted),
            gone: n(found.data.gone),
            left: n(found.data.left),
            kept: n(found.data.kept),
            promised: n(found.data.promised),
          })}
        </p>
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
  const number = (key: string, title: string, value: (row: Years[number]) => number) => ({
    key,
    title,
    isNumber: true,
    className: 'tabular',
    cell: (row: Years[number]) => n(value(row)),
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
              cell: ({ owedAtStart, restated }) => (
                <>
                  {n(owedAtStart)}
                  {restated === 0 ? null : (
                    <span className="soft programme-first">
                      {t('programme.restated', { n: `${restated > 0 ? '+' : '−'}${n(Math.abs(restated))}` })}
                    </span>
                  )}
                </>
              ),
            },
            number('new', t('programme.newlyOwed'), ({ newlyOwed }) => newlyOwed),
            number('cleared', t('programme.cleared'), ({ cleared }) => cleared),
            number('moved', t('programme.ofWhichMoved'), ({ moved }) => moved),
            number('stopped', t('programme.stopped'), ({ stopped }) => stopped),
            number('end', t('programme.owedAtEnd'), ({ owedAtEnd }) => owedAtEnd),
            {
              key: 'closed',
              title: t('programme.closed'),
              cell: (row) =>
                row.mayClose ? (
                  <CloseYear year={row.year} />
                ) : row.closedAt ? (
                  t('programme.isClosed')
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

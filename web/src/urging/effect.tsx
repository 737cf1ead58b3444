import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { List } from '../list/list.tsx'
import { Rows } from '../list/rows.tsx'
import type { UrgingSearch } from '../paths/urging.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { type Counted, type Effect, type EffectRow, effectQuery, effectRowsQuery } from './queries.ts'

/** The effect of urging, by channel and by agency; every figure opens its tasks. */
export function EffectTab({ search, onChange }: { search: UrgingSearch; onChange: (changed: UrgingSearch) => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const [counted, setCounted] = useState<Counted>()
  const span = {
    ...(search.from ? { from: search.from } : {}),
    ...(search.to ? { to: search.to } : {}),
    ...(search.asOf ? { asOf: search.asOf } : {}),
  }
  const found = useQuery(effectQuery(span))
  const effect = found.data
  const open = (row: EffectRow, more: Pick<Counted, 'within' | 'outcome'>) => {
    if (!effect) return
    setCounted({
      from: effect.from,
      to: effect.to,
      asOf: effect.asOf,
      ...(row.agencyId === null ? {} : { agencyId: row.agencyId }),
      ...(row.ruleId === null ? {} : { ruleId: row.ruleId }),
      ...(row.kind === 'letter' ? { kind: 'letter' as const } : {}),
      ...more,
    })
  }
  return (
    <section className="stack" aria-label={t('urging.tabs.effect')}>
      <search className="filters screen-only">
        <div className="filter-row">
          {(['from', 'to', 'asOf'] as const).map((name) => (
            <Labelled key={name} id={`effect-${name}`} label={t(`urging.${name}`)}>
              <DayPicker
                id={`effect-${name}`}
                value={search[name] ?? effect?.[name]}
                max={me.today}
                isClearable={search[name] !== undefined}
                onChange={(day) => onChange({ [name]: day })}
              />
            </Labelled>
          ))}
        </div>
      </search>
      <p className="soft">{t('urging.effectAbout')}</p>
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {found.isPending ? <Waiting lines={8} /> : null}
      {effect && effect.total.urged === 0 ? (
        <Blank title={t('urging.effectNone')} hint={t('urging.effectNoneHint')} />
      ) : null}
      {effect && effect.total.urged > 0 ? (
        <>
          <Table title={t('urging.effectBy')} rows={[effect.total, ...effect.by]} effect={effect} onOpen={open} />
          <Table title={t('urging.effectAgencies')} rows={effect.agencies} effect={effect} onOpen={open} />
        </>
      ) : null}
      <CountedRows counted={counted} onClose={() => setCounted(undefined)} />
    </section>
  )
}

function Table({
  title,
  rows,
  effect,
  onOpen,
}: {
  title: string
  rows: EffectRow[]
  effect: Effect
  onOpen: (row: EffectRow, more: Pick<Counted, 'within' | 'outcome'>) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const n = (value: number) => showNumber(value, language)
  const share = (part: number, whole: number) => (whole === 0 ? '' : ` (${n(Math.floor((part * 1000) / whole) / 10)}%)`)
  const nameOf = (row: EffectRow) =>
    row.kind === 'total' ? t('urging.total') : row.kind === 'letter' ? t('urging.byLetters') : row.name
  const figure = (row: EffectRow, value: number, more: Pick<Counted, 'within' | 'outcome'>, label: string) =>
    value === 0 ? (
      '0'
    ) : (
      <Button
        type="link"
        size="small"
        className="tabular"
        onClick={() => onOpen(row, more)}
        aria-label={`${nameOf(row)}, ${label}: ${n(value)}`}
      >
        {n(value)}
        {more.outcome ? share(value, row.urged) : ''}
      </Button>
    )
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <ScrollBox label={title}>
        <table className="grid-table" data-testid="effect">
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className="effect-name">
                {title}
              </th>
              <th scope="col" rowSpan={2} className="number">
                {t('urging.urged')}
              </th>
              <th scope="colgroup" colSpan={effect.total.within.length} className="effect-group">
                {t('urging.reportedIn')}
              </th>
              <th scope="colgroup" colSpan={effect.total.within.length} className="effect-group">
                {t('urging.doneIn')}
              </th>
            </tr>
            <tr>
              {(['reported', 'done'] as const).flatMap((outcome) =>
                effect.total.within.map(({ days }) => (
                  <th key={`${outcome}${days}`} scope="col" className="number">
                    {t('urging.inDays', { days })}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.kind}/${row.ruleId}/${row.agencyId}`}>
                <th scope="row" lang="vi">
                  {nameOf(row)}
                </th>
                <td className="number">{figure(row, row.urged, {}, t('urging.urged'))}</td>
                {row.within.map(({ days, reported }) => (
                  <td key={`r${days}`} className="number">
                    {figure(row, reported, { within: days, outcome: 'reported' }, t('urging.reportedWithin', { days }))}
                  </td>
                ))}
                {row.within.map(({ days, done }) => (
                  <td key={`d${days}`} className="number">
                    {figure(row, done, { within: days, outcome: 'done' }, t('urging.doneWithin', { days }))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

function CountedRows({ counted, onClose }: { counted: Counted | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open={counted !== undefined} title={t('urging.effectRows')} onCancel={onClose} footer={null} width={960}>
      {counted ? <Tasks counted={counted} /> : null}
    </Modal>
  )
}

function Tasks({ counted }: { counted: Counted }) {
  const { t } = useTranslation()
  const found = useQuery(effectRowsQuery(counted))
  return (
    <List query={found} rows={found.data?.rows} blank={null}>
      {(rows) => (
        <ScrollBox label={t('urging.effectRows')} isTall>
          <Rows
            rows={rows}
            caption={t('urging.effectRows')}
            keyOf={({ taskId }) => taskId}
            columns={[
              {
                key: 'task',
                title: t('urging.task'),
                isHead: true,
                cell: ({ taskId, code, title }) => (
                  <>
                    <Link to="/nhiem-vu/$id" params={{ id: String(taskId) }} className="tabular">
                      {code}
                    </Link>{' '}
                    {title}
                  </>
                ),
              },
              {
                key: 'agency',
                title: t('urging.agency'),
                cell: ({ agencyName }) => <span lang="vi">{agencyName}</span>,
              },
              {
                key: 'urgedOn',
                title: t('urging.urgedOn'),
                className: 'tabular',
                cell: ({ urgedOn }) => showDay(urgedOn),
              },
              {
                key: 'by',
                title: t('urging.urgedBy'),
                cell: ({ letterId, by }) =>
                  letterId ? (
                    <Link to="/don-doc/$id" params={{ id: String(letterId) }} lang="vi">
                      {by}
                    </Link>
                  ) : (
                    <span lang="vi">{by}</span>
                  ),
              },
              {
                key: 'reportedOn',
                title: t('urging.reportedOn'),
                className: 'tabular',
                cell: ({ reportedOn }) => showDay(reportedOn) || '–',
              },
              {
                key: 'doneOn',
                title: t('urging.doneOn'),
                className: 'tabular',
                cell: ({ doneOn }) => showDay(doneOn) || '–',
              },
            ]}
          />
        </ScrollBox>
      )}
    </List>
  )
}

import { answer } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField } from '../../form/fields.tsx'
import { FormDrawer } from '../../form/form-drawer.tsx'
import { useSearchPatch } from '../../list/filters.tsx'
import { ListPage } from '../../list/list-page.tsx'
import { Rows } from '../../list/rows.tsx'
import type { RegimesSearch } from '../../paths/written-reports.ts'
import { api } from '../../shell/api.ts'
import { useLanguage } from '../../shell/language.tsx'
import { mayDo, useMe } from '../../shell/session.ts'
import { Blank } from '../../ui/blank.tsx'
import { showDay } from '../../ui/format.ts'
import '../reports.css'
import { KindName } from './kind-name.tsx'
import { ReportPages } from './pages-nav.tsx'
import { kindsQuery, type RegimeRow, refreshRegimes, regimesQuery } from './queries.ts'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** On which day the draft of a kind is there, by which rule, and what became of the last one. */
export function Regimes() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/bao-cao/lich' })
  const set = useSearchPatch<RegimesSearch>()
  const list = useQuery(regimesQuery)
  const [ending, setEnding] = useState<RegimeRow | undefined>()
  const mayKeep = mayDo(me, 'system.keep')
  const button = mayKeep ? (
    <Button type="primary" onClick={() => set({ act: 'add' })} data-testid="add-regime">
      {t('written.addRegime')}
    </Button>
  ) : null
  return (
    <ListPage
      title={t('written.regimes')}
      about={t('written.regimesAbout')}
      acts={button}
      before={<ReportPages />}
      query={list}
      rows={list.data?.rows}
      blank={
        <Blank title={t('written.noRegimes')} hint={t('written.noRegimesHint')}>
          {button}
        </Blank>
      }
      after={
        <>
          <AddRegime isOpen={mayKeep && search.act === 'add'} onClose={() => set({ act: undefined })} />
          <EndRegime regime={ending} onClose={() => setEnding(undefined)} />
        </>
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('written.regimes')}
          keyOf={({ id }) => id}
          testId="regime"
          columns={[
            {
              key: 'kind',
              title: t('written.kind'),
              isHead: true,
              cell: (row) => <KindName row={row} />,
            },
            { key: 'day', title: t('written.day'), cell: (row) => <When row={row} /> },
            {
              key: 'by',
              title: t('written.instrument'),
              cell: ({ instrument }) => <span lang="vi">{instrument}</span>,
            },
            {
              key: 'valid',
              title: t('written.validity'),
              className: 'tabular nowrap',
              cell: ({ validFrom, validTo }) => `${showDay(validFrom)} – ${validTo === null ? '…' : showDay(validTo)}`,
            },
            {
              key: 'next',
              title: t('written.next'),
              className: 'tabular nowrap',
              cell: ({ nextOn }) => showDay(nextOn),
            },
            { key: 'last', title: t('written.last'), cell: (row) => <Last row={row} /> },
            ...(mayKeep
              ? [
                  {
                    key: 'acts',
                    title: t('written.acts'),
                    isOnScreenOnly: true,
                    cell: (row: RegimeRow) =>
                      row.validTo === null ? (
                        <Button size="small" onClick={() => setEnding(row)}>
                          {t('written.endRegime')}
                        </Button>
                      ) : null,
                  },
                ]
              : []),
          ]}
          card={(row) => (
            <>
              <p className="strong">
                <KindName row={row} />
              </p>
              <p>
                <When row={row} />
              </p>
              <p className="soft">
                {t('written.next')}: {showDay(row.nextOn)} · <Last row={row} />
              </p>
            </>
          )}
        />
      )}
    </ListPage>
  )
}

function When({ row: { dayOfMonth, months, of } }: { row: RegimeRow }) {
  const { t } = useTranslation()
  return (
    <>
      {t('written.onDay', {
        day: dayOfMonth,
        months: months.length === 12 ? t('written.everyMonth') : t('written.ofMonths', { months: months.join(', ') }),
      })}{' '}
      <span className="soft">({t(`written.of.${of}`)})</span>
    </>
  )
}

function Last({ row: { last } }: { row: RegimeRow }) {
  const { t } = useTranslation()
  if (!last) return <span className="soft">{t('written.noneYet')}</span>
  if (last.note !== null) {
    return (
      <span className="tag warn" lang="vi">
        {last.period}: {last.note}
      </span>
    )
  }
  // A draft that is not for this reader.
  return last.reportId === null ? (
    last.period
  ) : (
    <Link to="/bao-cao/$id" params={{ id: String(last.reportId) }}>
      {last.period}
    </Link>
  )
}

interface Words {
  kind: string
  validFrom: string
  dayOfMonth: number
  months: number[]
  of: 'running' | 'before'
  instrument: string
}

function AddRegime({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const language = useLanguage()
  const queries = useQueryClient()
  const kinds = useQuery(kindsQuery)
  return (
    <FormDrawer<Words, undefined, { id: number }>
      title={isOpen ? t('written.addRegime') : undefined}
      initial={{ validFrom: me.today, months: MONTHS, of: 'before' }}
      send={(body, _, key) => answer(api.POST('/api/reports/regimes', { headers: key, body }))}
      refresh={() => refreshRegimes(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <Field name="kind" label={t('written.kind')}>
            <Select
              options={(kinds.data?.rows ?? [])
                .filter(({ subject }) => subject === 'none')
                .map(({ kind, name, nameEn }) => ({ value: kind, label: language === 'vi' ? name : nameEn }))}
            />
          </Field>
          <Field name="dayOfMonth" label={t('written.dayOfMonth')} extra={t('written.dayOfMonthHint')}>
            <InputNumber min={1} max={31} />
          </Field>
          <Field name="months" label={t('written.months')}>
            <Select mode="multiple" options={MONTHS.map((value) => ({ value, label: String(value) }))} />
          </Field>
          <Field name="of" label={t('written.period')}>
            <Select
              options={(['before', 'running'] as const).map((value) => ({ value, label: t(`written.of.${value}`) }))}
            />
          </Field>
          <LineField name="instrument" label={t('written.instrument')} />
          <DayField name="validFrom" label={t('written.validFrom')} />
        </>
      )}
    </FormDrawer>
  )
}

function EndRegime({ regime, onClose }: { regime: RegimeRow | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ validTo: string }, undefined, { id: number }>
      title={regime ? t('written.endRegime') : undefined}
      initial={{ validTo: me.today }}
      send={(body, _, key) =>
        answer(api.POST('/api/reports/regimes/{id}/end', { params: { path: { id: regime!.id } }, headers: key, body }))
      }
      refresh={() => refreshRegimes(queries)}
      onClose={onClose}
    >
      {() => <DayField name="validTo" label={t('written.validTo')} />}
    </FormDrawer>
  )
}

import { answer, type Body } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DayField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { Rows } from '../list/rows.tsx'
import { api } from '../shell/api.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { showDay, showInstant } from '../ui/format.ts'
import { type FixedRow, fixedListQuery, refreshTaskforce } from './queries.ts'

/** "01/01/2021 – 31/03/2021, bản 2" */
export function usePeriod(): (one: Pick<FixedRow, 'from' | 'asOf' | 'edition'>) => string {
  const { t } = useTranslation()
  return ({ from, asOf, edition }) =>
    `${showDay(from)} – ${showDay(asOf)}${edition > 1 ? `, ${t('taskforce.edition', { edition })}` : ''}`
}

/** The assessments that were fixed; shown once there is one. */
export function FixedList() {
  const { t } = useTranslation()
  const period = usePeriod()
  const found = useQuery(fixedListQuery)
  if (found.error) return <ProblemNote error={found.error} retry={() => found.refetch()} />
  if (!found.data || found.data.rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="fixed-list">
      <h2 id="fixed-list">{t('taskforce.fixedList')}</h2>
      <p className="soft">{t('taskforce.fixedAbout')}</p>
      <Rows
        rows={found.data.rows}
        caption={t('taskforce.fixedList')}
        keyOf={({ id }) => id}
        testId="fixed"
        columns={[
          {
            key: 'period',
            title: t('taskforce.fixedPeriod'),
            isHead: true,
            cell: (one) => (
              <Link to="/to-cong-tac/danh-gia/$id" params={{ id: String(one.id) }} className="tabular">
                {period(one)}
              </Link>
            ),
          },
          {
            key: 'state',
            title: t('taskforce.where'),
            cell: ({ correctedById }) =>
              t(correctedById === null ? 'taskforce.fixedNewest' : 'taskforce.fixedReplaced'),
          },
          {
            key: 'at',
            title: t('taskforce.fixedAt'),
            cell: ({ fixedAt }) => showInstant(fixedAt),
            className: 'tabular',
          },
          { key: 'by', title: t('taskforce.fixedBy'), cell: ({ fixedBy }) => <span lang="vi">{fixedBy}</span> },
        ]}
      />
    </section>
  )
}

/** Fixes the period on the screen, which can still be changed here. */
export function FixDrawer({
  isOpen,
  from,
  asOf,
  onClose,
}: {
  isOpen: boolean
  from: string
  asOf: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <FormDrawer<Body<'/api/taskforce/fixed-assessments'>, undefined, { id: number }>
      title={isOpen ? t('taskforce.fix') : undefined}
      did={t('taskforce.did')}
      hint={t('taskforce.fixHint')}
      initial={{ from, asOf }}
      send={(body, _, key) => answer(api.POST('/api/taskforce/fixed-assessments', { headers: key, body }))}
      refresh={() => refreshTaskforce(queries)}
      onDone={({ id }) => navigate({ to: '/to-cong-tac/danh-gia/$id', params: { id: String(id) } })}
      onClose={onClose}
    >
      {() => (
        <>
          <DayField name="from" label={t('taskforce.field.fromOn')} max={me.today} />
          <DayField name="asOf" label={t('taskforce.asOf')} max={me.today} />
        </>
      )}
    </FormDrawer>
  )
}

import { answer, type Body } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { PARTS } from '../paths/taskforce.ts'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { PathLink } from '../shell/path-link.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showNumber, showPrinted } from '../ui/format.ts'
import { Fact, Labelled } from '../ui/labelled.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { FixDrawer, FixedList } from './fixed-list.tsx'
import {
  type Assessment,
  assessmentQuery,
  assessmentRowsQuery,
  type fixedRowsQuery,
  type Part,
  refreshTaskforce,
} from './queries.ts'
import type { TabProps } from './recommendations.tsx'

type NewMethod = Body<'/api/taskforce/assessment-methods'>
const inDays = (part: Part['part']) => part === 'lateDays' || part === 'answerDays'

/** Parts first, each a figure that opens its rows; then the sum and the rank, with the method in print. */
export function AssessmentTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const me = useMe()
  const from = search.from ?? `${(search.asOf ?? me.today).slice(0, 4)}-01-01`
  const asOf = search.asOf ?? me.today
  const found = useQuery(assessmentQuery({ from, asOf }))
  const data = found.data
  const shown = data?.rows.find(({ agency }) => agency.id === search.assessed)
  return (
    <ListSection
      id="assessment"
      title={t('taskforce.tabs.assessment')}
      about={t(data && !data.isOfAll ? 'taskforce.assessmentOwn' : 'taskforce.assessmentAbout')}
      acts={
        data?.may.includes('setMethod') ? (
          <>
            <Button type="primary" onClick={() => onChange({ act: 'fix' })} data-testid="fix-assessment">
              {t('taskforce.fix')}
            </Button>
            <Button onClick={() => onChange({ act: 'method' })} data-testid="set-method">
              {t('taskforce.setMethod')}
            </Button>
          </>
        ) : null
      }
      filters={
        <>
          <Labelled id="assess-from" label={t('taskforce.field.fromOn')}>
            <DayPicker id="assess-from" value={from} max={asOf} onChange={(day) => onChange({ from: day })} />
          </Labelled>
          <Labelled id="assess-to" label={t('taskforce.asOf')}>
            <DayPicker id="assess-to" value={asOf} max={me.today} onChange={(day) => onChange({ asOf: day })} />
          </Labelled>
        </>
      }
      between={data ? <MethodNote method={data.method} /> : null}
      query={found}
      rows={data?.rows}
      blank={<Blank title={t('taskforce.noAssessment')} hint={t('taskforce.noAssessmentHint')} />}
      after={
        <>
          {shown && search.part ? (
            <PartRows
              query={assessmentRowsQuery(shown.agency.id, { from, asOf, part: search.part })}
              name={shown.agency.name}
              part={search.part}
            />
          ) : null}
          <FixedList />
          {data?.may.includes('setMethod') ? (
            <FixDrawer
              isOpen={search.act === 'fix'}
              from={from}
              asOf={asOf}
              onClose={() => onChange({ act: undefined })}
            />
          ) : null}
          {data?.may.includes('setMethod') ? (
            <MethodDrawer
              isOpen={search.act === 'method'}
              method={data.method}
              onClose={() => onChange({ act: undefined })}
            />
          ) : null}
        </>
      }
    >
      {(rows) => <Figures rows={rows} onOpen={(assessed, part) => onChange({ assessed, part })} />}
    </ListSection>
  )
}

/** A part as it is read: "82,3% (14/17)". */
export function usePrinted(): (part: Part) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return ({ part, printed: value, numerator, denominator }) => {
    if (value === null) return t('taskforce.notMeasured')
    // The server prints the unit in Vietnamese.
    const number = showPrinted(value.replace(/ ngày$/, ''), language)
    return `${number}${inDays(part) ? ` ${t('taskforce.dayUnit')}` : ''} (${numerator}/${denominator})`
  }
}

/** The parts of each agency, each opening its rows, then the sum. */
export function Figures({
  rows,
  onOpen,
}: {
  rows: readonly Assessment['rows'][number][]
  onOpen: (agencyId: number, part: Part['part']) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const printed = usePrinted()
  // A sum that may not be compared is not printed beside those that may: its parts are.
  const sumOf = ({ sum, rank }: Assessment['rows'][number]) => {
    if (sum === null) return '–'
    if (rank === null) return <span className="soft">{t('taskforce.tooFew')}</span>
    return <strong>{showNumber(sum, language)}</strong>
  }
  return (
    <Rows
      rows={rows}
      caption={t('taskforce.tabs.assessment')}
      keyOf={({ agency }) => agency.id}
      testId="assessed"
      isWide
      columns={[
        { key: 'rank', title: t('taskforce.rank'), isNumber: true, cell: ({ rank }) => rank ?? '–' },
        {
          key: 'agency',
          title: t('taskforce.agency'),
          isHead: true,
          cell: ({ agency }) => <span className="tf-agency">{agency.name}</span>,
        },
        ...PARTS.map((name) => ({
          key: name,
          title: t(`taskforce.part.${name}`),
          isNumber: true as const,
          cell: ({ agency, parts }: Assessment['rows'][number]) => {
            const part = parts.find((one) => one.part === name)!
            return part.denominator === 0 ? (
              <span className="soft">{t('taskforce.notMeasured')}</span>
            ) : (
              <button type="button" className="tf-figure" onClick={() => onOpen(agency.id, name)}>
                {printed(part)}
              </button>
            )
          },
        })),
        {
          key: 'sum',
          title: t('taskforce.points'),
          isNumber: true,
          cell: sumOf,
        },
      ]}
      card={(row) => (
        <>
          <p>
            <strong lang="vi">{row.agency.name}</strong>
          </p>
          <p className="soft">
            {t('taskforce.rank')}: {row.rank ?? '–'} · {t('taskforce.points')}: {sumOf(row)}
          </p>
          <dl className="facts">
            {PARTS.map((name) => {
              const part = row.parts.find((one) => one.part === name)!
              return (
                <Fact key={name} name={t(`taskforce.part.${name}`)}>
                  {part.denominator === 0 ? (
                    <span className="soft">{t('taskforce.notMeasured')}</span>
                  ) : (
                    <button type="button" className="tf-figure" onClick={() => onOpen(row.agency.id, name)}>
                      {printed(part)}
                    </button>
                  )}
                </Fact>
              )
            })}
          </dl>
        </>
      )}
    />
  )
}

/** The method stands in print beside what it decides. */
export function MethodNote({ method }: { method: Assessment['method'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const narrow = useNarrow()
  const whole = method.weights.reduce((sum, { weight }) => sum + weight, 0)
  const title = (
    <>
      <strong>{t('taskforce.method')}</strong>: <span lang="vi">{method.act}</span>,{' '}
      {t('taskforce.methodFrom', { day: showDay(method.fromOn) })}
    </>
  )
  const words = (
    <>
      <ul className="plain">
        {method.weights.map(({ part, weight, worstDays }) => (
          <li key={part}>
            {t(`taskforce.part.${part}`)}:{' '}
            {t('taskforce.weightOf', { weight: showNumber(weight, language), whole: showNumber(whole, language) })}.{' '}
            <span className="soft">
              {t(`taskforce.partAbout.${part}`)}
              {worstDays ? ` ${t('taskforce.worst', { days: worstDays })}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft">{t('taskforce.methodRest', { tasks: method.leastTasks })}</p>
    </>
  )
  return (
    <aside className="panel" aria-label={t('taskforce.method')} data-testid="method">
      {narrow ? (
        // On a phone the figures come first: the method is a touch away.
        <details>
          <summary>{title}</summary>
          {words}
        </details>
      ) : (
        <>
          <p>{title}</p>
          {words}
        </>
      )}
    </aside>
  )
}

/** The rows that one figure counts, as they are or as they were fixed. */
export function PartRows({
  query,
  name,
  part,
}: {
  query: ReturnType<typeof assessmentRowsQuery> | ReturnType<typeof fixedRowsQuery>
  name: string
  part: Part['part']
}) {
  const { t } = useTranslation()
  const found = useQuery(query as ReturnType<typeof assessmentRowsQuery>)
  return (
    <section className="panel" aria-labelledby="part-rows" data-testid="part-rows">
      <h2 id="part-rows" lang="vi">
        {t(`taskforce.part.${part}`)}: {name}
      </h2>
      {found.error ? <ProblemNote error={found.error} retry={() => found.refetch()} /> : null}
      {found.isPending ? <Waiting lines={4} /> : null}
      {found.data ? (
        <>
          <p className="soft">
            {found.data.numerator}/{found.data.denominator}
            {found.data.left > 0 ? `, ${t('taskforce.rowsLeft', { count: found.data.left })}` : ''}
          </p>
          <Rows
            rows={found.data.rows}
            caption={t(`taskforce.part.${part}`)}
            keyOf={(row) => `${row.kind} ${row.id}`}
            columns={[
              {
                key: 'title',
                title: t('taskforce.row'),
                isHead: true,
                cell: ({ to, code, title }) => (
                  <PathLink to={to}>
                    {code ? `${code} ` : ''}
                    {title}
                  </PathLink>
                ),
              },
              {
                key: 'due',
                title: t('taskforce.term'),
                cell: ({ dueOn }) => showDay(dueOn),
                className: 'tabular nowrap',
              },
              {
                key: 'done',
                title: t('taskforce.doneOn'),
                cell: ({ doneOn }) => showDay(doneOn),
                className: 'tabular nowrap',
              },
              {
                key: 'counts',
                title: inDays(part) ? t('taskforce.daysCounted') : t('taskforce.counted'),
                isNumber: true,
                cell: ({ counts }) => counts,
              },
              {
                key: 'against',
                title: t('taskforce.against'),
                cell: ({ isAgainst }) => (isAgainst ? t('taskforce.yes') : ''),
              },
            ]}
            card={({ to, code, title, dueOn, doneOn, counts, isAgainst }) => (
              <>
                <p>
                  <PathLink to={to}>
                    {code ? `${code} ` : ''}
                    {title}
                  </PathLink>
                </p>
                <p className="soft">
                  {t('taskforce.term')}: {showDay(dueOn)} · {t('taskforce.doneOn')}: {showDay(doneOn)} ·{' '}
                  {inDays(part) ? t('taskforce.daysCounted') : t('taskforce.counted')}: {counts}
                  {isAgainst ? ` · ${t('taskforce.against')}` : ''}
                </p>
              </>
            )}
          />
        </>
      ) : null}
    </section>
  )
}

function MethodDrawer({
  isOpen,
  method,
  onClose,
}: {
  isOpen: boolean
  method: Assessment['method']
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<Omit<NewMethod, 'weights'> & { weights: Record<Part['part'], { weight: number; worstDays?: number }> }>
      title={isOpen ? t('taskforce.setMethod') : undefined}
      did={t('taskforce.did')}
      hint={t('taskforce.setMethodHint')}
      initial={{
        fromOn: me.today,
        leastTasks: method.leastTasks,
        weights: Object.fromEntries(
          PARTS.map((part) => {
            const known = method.weights.find((one) => one.part === part)
            return [
              part,
              { weight: known?.weight ?? 0, ...(inDays(part) ? { worstDays: known?.worstDays ?? 30 } : {}) },
            ]
          }),
        ) as never,
      }}
      send={({ weights, ...body }, _, key) =>
        answer(
          api.POST('/api/taskforce/assessment-methods', {
            headers: key,
            body: {
              ...body,
              weights: PARTS.map((part) => ({
                part,
                weight: weights[part].weight,
                worstDays: inDays(part) ? (weights[part].worstDays ?? null) : null,
              })),
            },
          }),
        )
      }
      refresh={() => refreshTaskforce(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <LineField name="act" label={t('taskforce.field.act')} />
          <DayField name="fromOn" label={t('taskforce.field.fromOn')} min={me.today} />
          <Field name="leastTasks" label={t('taskforce.field.leastTasks')}>
            <InputNumber min={1} max={1000} />
          </Field>
          {PARTS.map((part) => (
            <div key={part} className="tf-two">
              <Form.Item
                name={['weights', part, 'weight']}
                label={t('taskforce.weight', { part: t(`taskforce.part.${part}`) })}
              >
                <InputNumber min={0} max={1000} />
              </Form.Item>
              {inDays(part) ? (
                <Form.Item name={['weights', part, 'worstDays']} label={t('taskforce.worstDays')}>
                  <InputNumber min={1} max={3650} />
                </Form.Item>
              ) : null}
            </div>
          ))}
        </>
      )}
    </FormDrawer>
  )
}

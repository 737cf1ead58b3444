import { answer } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { Rows } from '../list/rows.tsx'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useLanguage } from '../shell/language.tsx'
import { PathLink } from '../shell/path-link.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant, showNumber } from '../ui/format.ts'
import { Figures, MethodNote, PartRows, usePrinted } from './assessment.tsx'
import { ReasonFields } from './fields.tsx'
import { usePeriod } from './fixed-list.tsx'
import { type FixedAssessment, fixedQuery, fixedRowsQuery, refreshTaskforce } from './queries.ts'
import './taskforce.css'

type Differences = FixedAssessment['changes']

/** A fixed assessment: its figures as they were known, what a correction changed, and where today's reading differs. */
export function FixedPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/to-cong-tac/danh-gia/$id' }).id)
  const found = useQuery(fixedQuery(id))
  useTitle(t('taskforce.fixedTitle'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending) {
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  }
  return <View one={found.data} />
}

function View({ one }: { one: FixedAssessment }) {
  const { t } = useTranslation()
  const period = usePeriod()
  const { act, assessed, part } = useSearch({ from: '/staff/to-cong-tac/danh-gia/$id' })
  const navigate = useNavigate({ from: '/to-cong-tac/danh-gia/$id' })
  const queries = useQueryClient()
  const shown = one.rows.find(({ agency }) => agency.id === assessed)
  const edition = (id: number, words: string) => (
    <p>
      <Link to="/to-cong-tac/danh-gia/$id" params={{ id: String(id) }}>
        {words}
      </Link>
    </p>
  )
  return (
    <article className="page tf-page">
      <div className="page-head">
        <p className="screen-only">
          <Link to="/to-cong-tac" search={{ tab: 'assessment' }}>
            {t('taskforce.tabs.assessment')}
          </Link>
        </p>
        <h1>{t('taskforce.fixedOf', { period: period(one) })}</h1>
        <p className="soft" data-testid="fixed-known">
          {t('taskforce.fixedKnown', { at: showInstant(one.fixedAt), by: one.fixedBy, asOf: showDay(one.asOf) })}
        </p>
        {one.reason ? (
          <p data-testid="fixed-reason">
            {t('taskforce.correctedFor')} <span lang="vi">{one.reason}</span>
          </p>
        ) : null}
        {one.correctsId === null ? null : edition(one.correctsId, t('taskforce.editionBefore'))}
        {one.correctedById === null ? null : edition(one.correctedById, t('taskforce.editionAfter'))}
      </div>
      {one.may.includes('correct') && one.now.length > 0 ? (
        <div className="row acts screen-only">
          <Button
            type="primary"
            onClick={() => navigate({ search: { act: 'correct' }, replace: true, resetScroll: false })}
            data-testid="correct-assessment"
          >
            {t('taskforce.correct')}
          </Button>
        </div>
      ) : null}
      <section className="panel" aria-labelledby="fixed-figures">
        <h2 id="fixed-figures">{t('taskforce.fixedFigures')}</h2>
        <p className="soft">{t(one.isOfAll ? 'taskforce.assessmentAbout' : 'taskforce.assessmentOwn')}</p>
        <Figures
          rows={one.rows}
          onOpen={(agencyId, name) =>
            navigate({ search: { assessed: agencyId, part: name }, replace: true, resetScroll: false })
          }
        />
      </section>
      {shown && part ? (
        <PartRows
          query={fixedRowsQuery(one.id, { agencyId: shown.agency.id, part })}
          name={shown.agency.name}
          part={part}
        />
      ) : null}
      {one.now.length > 0 ? (
        <section className="panel" aria-labelledby="fixed-now" data-testid="fixed-now">
          <h2 id="fixed-now">{t('taskforce.fixedNow')}</h2>
          <p className="soft">
            {t('taskforce.fixedNowAbout')}{' '}
            <Link to="/to-cong-tac" search={{ tab: 'assessment', from: one.from, asOf: one.asOf }}>
              {t('taskforce.openNow')}
            </Link>
          </p>
          <Compared
            rows={one.now}
            caption={t('taskforce.fixedNow')}
            before={t('taskforce.fixedThen')}
            after={t('taskforce.readNow')}
          />
        </section>
      ) : null}
      {one.changes.length > 0 ? (
        <section className="panel" aria-labelledby="fixed-changes" data-testid="fixed-changes">
          <h2 id="fixed-changes">{t('taskforce.changed')}</h2>
          <Compared
            rows={one.changes}
            caption={t('taskforce.changed')}
            before={t('taskforce.editionOld')}
            after={t('taskforce.editionNew')}
          />
          <ChangedRows one={one} />
        </section>
      ) : null}
      <MethodNote method={one.method} />
      <FormDrawer<{ reason: string }, FixedAssessment, { id: number }>
        title={act === 'correct' && one.may.includes('correct') ? t('taskforce.correct') : undefined}
        did={t('taskforce.did')}
        hint={t('taskforce.correctHint')}
        on={one}
        send={(body, { id }, key) =>
          answer(
            api.POST('/api/taskforce/fixed-assessments/{id}/correct', { params: { path: { id } }, headers: key, body }),
          )
        }
        refresh={() => refreshTaskforce(queries)}
        onDone={({ id }) => navigate({ to: '/to-cong-tac/danh-gia/$id', params: { id: String(id) }, search: {} })}
        onClose={() => navigate({ search: {}, replace: true, resetScroll: false })}
      >
        {() => <ReasonFields />}
      </FormDrawer>
    </article>
  )
}

/** Two readings of the same period side by side: only what is not the same. */
function Compared({
  rows,
  caption,
  before,
  after,
}: {
  rows: Differences
  caption: string
  before: string
  after: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const printed = usePrinted()
  // As in the table: a sum without a rank is not printed.
  const points = (one: { sum: number | null; rank: number | null } | null) =>
    one === null || one.sum === null || one.rank === null ? '–' : showNumber(one.sum, language)
  const lines = rows.flatMap(({ agency, before: was, after: is }) => [
    ...(was?.rank === is?.rank
      ? []
      : [{ agency, what: t('taskforce.rank'), was: String(was?.rank ?? '–'), is: String(is?.rank ?? '–') }]),
    ...(points(was) === points(is) ? [] : [{ agency, what: t('taskforce.points'), was: points(was), is: points(is) }]),
    ...(is ?? was)!.parts.flatMap(({ part }) => {
      const [one, other] = [was, is].map((figures) => figures?.parts.find((found) => found.part === part))
      const [then, now] = [one, other].map((found) => (found ? printed(found) : '–'))
      return then === now ? [] : [{ agency, what: t(`taskforce.part.${part}`), was: then!, is: now! }]
    }),
  ])
  return (
    <Rows
      rows={lines}
      caption={caption}
      keyOf={({ agency, what }) => `${agency.id} ${what}`}
      testId="difference"
      columns={[
        { key: 'agency', title: t('taskforce.agency'), isHead: true, cell: ({ agency }) => agency.name },
        { key: 'what', title: t('taskforce.figure'), cell: ({ what }) => what },
        { key: 'was', title: before, isNumber: true, cell: ({ was }) => was },
        { key: 'is', title: after, isNumber: true, cell: ({ is }) => is },
      ]}
    />
  )
}

/** The rows that only one of two editions counts, or that count otherwise. */
function ChangedRows({ one }: { one: FixedAssessment }) {
  const { t } = useTranslation()
  type Counted = FixedAssessment['changedRows'][number]['before']
  const counted = (found: Counted) =>
    found === null
      ? t('taskforce.notCounted')
      : [
          String(found.counts),
          ...(found.doneOn ? [t('taskforce.doneOnDay', { day: showDay(found.doneOn) })] : []),
          ...(found.isAgainst ? [t('taskforce.countsAgainst')] : []),
        ].join(', ')
  return (
    <>
      <h3>{t('taskforce.changedRows')}</h3>
      <Rows
        rows={one.changedRows}
        caption={t('taskforce.changedRows')}
        keyOf={({ agency, part, to, title }) => `${agency.id} ${part} ${to} ${title}`}
        testId="changed-row"
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
          { key: 'agency', title: t('taskforce.agency'), cell: ({ agency }) => agency.name },
          { key: 'part', title: t('taskforce.figure'), cell: ({ part }) => t(`taskforce.part.${part}`) },
          { key: 'was', title: t('taskforce.editionOld'), cell: ({ before }) => counted(before) },
          { key: 'is', title: t('taskforce.editionNew'), cell: ({ after }) => counted(after) },
        ]}
      />
    </>
  )
}

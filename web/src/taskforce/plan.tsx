import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Rows } from '../list/rows.tsx'
import { planFilePath } from '../paths/taskforce.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay } from '../ui/format.ts'
import { type Plan, planQuery } from './queries.ts'
import { toneOf } from './standing.tsx'
import './taskforce.css'

/** A plan of activities, each as far as its task is. */
export function PlanPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/to-cong-tac/ke-hoach/$id' }).id)
  const found = useQuery(planQuery(id))
  useTitle(found.data?.number ?? t('taskforce.plans'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending) {
    return (
      <div className="page">
        <Waiting lines={10} />
      </div>
    )
  }
  return <View plan={found.data} />
}

function View({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const standing = ({ state, dueOn }: Plan['rows'][number]) =>
    state === 'confirmed' ? 'done' : dueOn !== null && dueOn < today ? 'late' : 'open'
  return (
    <article className="page tf-page">
      <div className="page-head">
        <p className="screen-only">
          <Link to="/to-cong-tac/$id" params={{ id: String(plan.taskForce.id) }} lang="vi">
            {plan.taskForce.name}
          </Link>
        </p>
        <h1 lang="vi">
          {plan.number}, {plan.title}
        </h1>
        <p className="soft">
          {showDay(plan.fromOn)} – {showDay(plan.toOn)} ·{' '}
          {t('taskforce.planDone', { done: plan.done, all: plan.activities })}
          {plan.fileName ? (
            <>
              {' · '}
              <a href={planFilePath(plan.id)}>{plan.fileName}</a>
            </>
          ) : null}
        </p>
      </div>
      <Rows
        rows={plan.rows}
        caption={t('taskforce.activities')}
        keyOf={({ id }) => id}
        testId="activity-row"
        columns={[
          {
            key: 'title',
            title: t('taskforce.activities'),
            isHead: true,
            cell: ({ taskId, position, title }) => (
              <Link to="/nhiem-vu/$id" params={{ id: String(taskId) }} data-row>
                {position}. {title}
              </Link>
            ),
          },
          { key: 'form', title: t('taskforce.field.form'), cell: ({ form }) => t(`taskforce.activityForm.${form}`) },
          {
            key: 'due',
            title: t('taskforce.field.dueOn'),
            cell: ({ dueOn }) => (dueOn ? showDay(dueOn) : t('taskforce.when.standing')),
            className: 'tabular nowrap',
          },
          {
            key: 'by',
            title: t('taskforce.field.lead'),
            cell: ({ doneBy, leadAgencyName }) => <span lang="vi">{doneBy ?? leadAgencyName}</span>,
          },
          {
            key: 'state',
            title: t('taskforce.where'),
            cell: (row) => <span className={toneOf(standing(row))}>{t(`taskforce.standing.${standing(row)}`)}</span>,
          },
        ]}
        card={(row) => (
          <>
            <p>
              <Link to="/nhiem-vu/$id" params={{ id: String(row.taskId) }} lang="vi">
                {row.title}
              </Link>
            </p>
            <p className="soft">
              {row.dueOn ? showDay(row.dueOn) : t('taskforce.when.standing')} ·{' '}
              {t(`taskforce.standing.${standing(row)}`)}
            </p>
          </>
        )}
      />
    </article>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ErrorPage } from '../shell/error-page.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showInstant } from '../ui/format.ts'
import { Lines } from './lines.tsx'
import { HeadFields } from './list.tsx'
import { acts, type Plan, planKeys, planQuery, refreshPlan, refreshPlans } from './queries.ts'
import { Rehearsal } from './rehearsal.tsx'
import { PlanState } from './state.tsx'
import './reorganisation.css'

/** One reorganisation: its lines, what they would move, and its application. */
export function ReorganisationPage() {
  const { id } = useParams({ from: '/staff/sap-xep/$id' })
  const { t } = useTranslation()
  const found = useQuery(planQuery(Number(id)))
  useTitle(found.data?.title ?? t('reorganisation.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending) {
    return (
      <div className="page">
        <Waiting lines={10} />
      </div>
    )
  }
  return <PlanView plan={found.data} />
}

function PlanView({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const me = useMe()
  const wrong = plan.lines.filter(({ problems }) => problems.length > 0).length
  return (
    <article className="page plan-page">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{plan.title}</h1>
          <p className="soft">
            {plan.source}
            {plan.fileName ? ` · ${t('reorganisation.from', { file: plan.fileName })}` : ''}
          </p>
          <p>
            <PlanState state={plan.state} />
            {plan.appliedAt ? (
              <span className="soft">
                {' '}
                {t('reorganisation.appliedBy', { by: plan.appliedBy, at: showInstant(plan.appliedAt) })}
              </span>
            ) : null}
          </p>
        </div>
        {plan.state === 'draft' && mayDo(me, 'registry.keep') ? <HeadActs plan={plan} /> : null}
      </div>
      {wrong > 0 ? (
        <Alert type="warning" showIcon title={t('reorganisation.problems', { count: wrong })} className="plan-alert" />
      ) : null}
      <Lines plan={plan} />
      <Rehearsal plan={plan} isReady={wrong === 0 && plan.lines.length > 0} />
    </article>
  )
}

function HeadActs({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isEditing, setEditing] = useState(false)
  const dropping = useMutation({
    mutationFn: () => acts.drop(plan),
    onSuccess: async () => {
      message.success(t('reorganisation.dropped'))
      await navigate({ to: '/sap-xep' })
      queries.removeQueries({ queryKey: planKeys.one(plan.id) })
      await refreshPlans(queries)
    },
  })
  return (
    <div className="stack screen-only">
      <div className="row">
        <Button onClick={() => setEditing(true)}>{t('reorganisation.editHead')}</Button>
        <Popconfirm
          title={t('reorganisation.dropSure')}
          okText={t('reorganisation.drop')}
          cancelText={t('shell.cancel')}
          onConfirm={() => dropping.mutate()}
        >
          <Button danger loading={dropping.isPending}>
            {t('reorganisation.drop')}
          </Button>
        </Popconfirm>
      </div>
      {dropping.error ? <ProblemNote error={dropping.error} /> : null}
      <FormDrawer<{ title: string; source: string }, Plan>
        title={isEditing ? t('reorganisation.editHead') : undefined}
        did={t('reorganisation.saved')}
        initial={{ title: plan.title, source: plan.source }}
        on={plan}
        send={(words, seen) => acts.save(seen, words)}
        refresh={() => refreshPlan(queries, plan.id)}
        onClose={() => setEditing(false)}
      >
        {() => <HeadFields />}
      </FormDrawer>
    </div>
  )
}

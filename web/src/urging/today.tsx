import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Collapse } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showDay, showInstant, showNumber } from '../ui/format.ts'
import { Agencies } from './agencies.tsx'
import { type Plan, planQuery, refreshUrging } from './queries.ts'
import { useWhen } from './words.ts'

/** The notices of the rules for today with their recipients, and the agencies with most to urge. */
export function TodayTab({ onLetters }: { onLetters: () => void }) {
  return (
    <div className="stack">
      <Agencies onLetters={onLetters} />
      <Spoken />
    </div>
  )
}

function Spoken() {
  const { t } = useTranslation()
  const me = useMe()
  const plan = useQuery(planQuery)
  return (
    <section className="panel" aria-labelledby="plan">
      <div className="row spread panel-head">
        <h2 id="plan">{t('urging.planTitle', { day: showDay(plan.data?.sentOn) })}</h2>
        {mayDo(me, 'urge.prepare') && plan.data?.isWorkingDay ? <Run /> : null}
      </div>
      {plan.error ? <ProblemNote error={plan.error} retry={plan.refetch} /> : null}
      {plan.isPending ? <Waiting lines={5} /> : null}
      {plan.data ? <PlanView plan={plan.data} /> : null}
    </section>
  )
}

function Run() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  const running = useMutation({
    mutationFn: () => answer(api.POST('/api/urging/run')),
    onSuccess: async ({ isWorkingDay, made, people }) => {
      message.success(isWorkingDay ? t('urging.didRun', { made, people }) : t('urging.runRest'))
      await refreshUrging(queries)
    },
    onError: (error) => message.error(words(problemOf(error))),
  })
  return (
    <Button onClick={() => running.mutate()} loading={running.isPending} data-testid="run-rules">
      {t('urging.run')}
    </Button>
  )
}

function PlanView({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const when = useWhen()
  const n = (value: number) => showNumber(value, language)
  const speaking = plan.rules.filter(({ tasks }) => tasks > 0)
  return (
    <>
      {plan.isWorkingDay ? null : (
        <Alert
          type="info"
          showIcon
          className="urging-note"
          title={t('urging.planRest', { day: showDay(plan.on), sentOn: showDay(plan.sentOn) })}
        />
      )}
      <p>
        {t('urging.planAbout', { people: n(plan.people), tasks: n(plan.tasks), gaps: n(plan.gaps) })}{' '}
        <span className="soft">
          {plan.ranAt ? t('urging.ran', { at: showInstant(plan.ranAt) }) : t('urging.notRun')}
        </span>
      </p>
      {speaking.length === 0 ? <Blank title={t('urging.planNone')} hint={t('urging.planNoneHint')} /> : null}
      <Collapse
        size="small"
        items={speaking.map((rule) => ({
          key: String(rule.id),
          label: (
            <span className="row spread">
              <span>
                <strong lang="vi">{rule.name}</strong> <span className="soft">{when(rule)}</span>
              </span>
              <span className="tabular">{t('urging.tasks', { count: rule.tasks })}</span>
            </span>
          ),
          children: <RuleAgencies rule={rule} />,
        }))}
      />
    </>
  )
}

/** The agencies a rule applies to: who is notified, about which tasks. */
export function RuleAgencies({ rule }: { rule: Plan['rules'][number] }) {
  const { t } = useTranslation()
  return (
    <ul className="plain urging-agencies">
      {rule.agencies.map((agency) => (
        <li key={agency.agencyId}>
          <p>
            <strong lang="vi">{agency.agencyName}</strong>{' '}
            <span className="tabular soft">{t('urging.tasks', { count: agency.tasks.length })}</span>
            {agency.isGap ? <span className="tag warn">{t('urging.noRecipient')}</span> : null}
          </p>
          <p className="soft" lang="vi">
            {t('urging.whoIsNotified')}:{' '}
            {agency.people.map(({ name, whom }) => `${name} (${t(`urging.whom.${whom}`)})`).join(', ') || '–'}
          </p>
          <details>
            <summary>{t('urging.tasks', { count: agency.tasks.length })}</summary>
            <ul className="plain">
              {agency.tasks.map((task) => (
                <li key={task.id} lang="vi">
                  <Link to="/nhiem-vu/$id" params={{ id: String(task.id) }} className="tabular">
                    {task.code}
                  </Link>{' '}
                  {task.title} <span className="soft tabular">({showDay(task.dueOn)})</span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  )
}

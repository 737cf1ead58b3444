import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Popconfirm, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { showInstant, showNumber } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { ChoicesDrawer } from './choices-drawer.tsx'
import { Passage } from './lines.tsx'
import { MovesDrawer, type Shown } from './moves-drawer.tsx'
import {
  acts,
  type Line,
  type LineOutcome,
  type Outcome,
  PARTS,
  type Plan,
  type Run,
  refreshAfterReorganisation,
  refreshPlan,
} from './queries.ts'

/** What a plan would move, or has moved: rehearsed any number of times, applied once as rehearsed. */
export function Rehearsal({ plan, isReady }: { plan: Plan; isReady: boolean }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const refresh = () => refreshPlan(queries, plan.id)
  const asking = useMutation({ mutationFn: () => acts.rehearse(plan), onSettled: refresh })
  const applying = useMutation({
    mutationFn: (rehearsalId: number) => acts.apply(plan, rehearsalId),
    onSettled: refresh,
  })
  const { run } = plan
  const isUnderWay = run?.state === 'waiting' || run?.state === 'running'
  const wasDraft = useRef(plan.state === 'draft')
  useEffect(() => {
    if (wasDraft.current && plan.state === 'applied') {
      message.success(t('reorganisation.applied'))
      wasDraft.current = false
      refreshAfterReorganisation(queries)
    }
  }, [plan.state, message, queries, t])
  const isSeen = run?.kind === 'rehearsal' && run.state === 'done' && run.isCurrent
  const isReadyToApply = plan.state === 'draft' && isSeen && run.outcome?.blockers.length === 0
  // Who draws a plan up does not move the office's tasks by it.
  const mayApply = isReadyToApply && mayDo(me, 'reorganisation.apply')
  const people = run?.outcome?.people.length ?? 0
  return (
    <section className="panel" aria-labelledby="rehearsal">
      <div className="row spread panel-head">
        <div className="grow">
          <h2 id="rehearsal">{t(plan.state === 'applied' ? 'reorganisation.result' : 'reorganisation.rehearsal')}</h2>
          {plan.state === 'draft' ? <p className="soft">{t('reorganisation.rehearsalAbout')}</p> : null}
          {isReadyToApply && !mayApply ? <p>{t('reorganisation.waitsForLeader')}</p> : null}
        </div>
        {plan.state === 'draft' ? (
          <div className="row screen-only">
            <Button
              type={mayApply ? 'default' : 'primary'}
              disabled={!isReady || isUnderWay}
              loading={asking.isPending}
              onClick={() => asking.mutate()}
            >
              {t(run ? 'reorganisation.rehearseAgain' : 'reorganisation.rehearse')}
            </Button>
            {mayApply && run ? (
              <Popconfirm
                title={t('reorganisation.applySure')}
                description={t('reorganisation.applyHint', { tasks: run.outcome?.tasks ?? 0, people })}
                okText={t('reorganisation.apply')}
                cancelText={t('shell.cancel')}
                styles={{ root: { maxWidth: 360 } }}
                onConfirm={() => applying.mutate(run.id)}
              >
                <Button type="primary" loading={applying.isPending}>
                  {t('reorganisation.apply')}
                </Button>
              </Popconfirm>
            ) : null}
          </div>
        ) : null}
      </div>
      {asking.error ? <ProblemNote error={asking.error} /> : null}
      {applying.error ? <ProblemNote error={applying.error} /> : null}
      {run ? <RunView plan={plan} run={run} /> : null}
    </section>
  )
}

function RunView({ plan, run }: { plan: Plan; run: Run }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (run.state === 'waiting' || run.state === 'running') {
    const words =
      run.state === 'waiting' ? t('reorganisation.waiting') : t('reorganisation.running', { n: run.percent })
    return (
      <div aria-live="polite">
        <p>{words}</p>
        <Progress percent={run.percent} aria-label={words} />
      </div>
    )
  }
  if (run.problem) {
    const { code, detail } = run.problem
    const text = language === 'vi' ? detail : (wordsIf(`errors.${code.replaceAll('.', '_')}`) ?? detail)
    return <Alert type="error" showIcon role="alert" title={t('reorganisation.failed')} description={text} />
  }
  return (
    <div className="stack" data-testid="outcome">
      {!run.isCurrent ? <Alert type="warning" showIcon title={t('reorganisation.outdated')} /> : null}
      <p className="soft">{t('reorganisation.seenAt', { at: showInstant(run.finishedAt), by: run.requestedBy })}</p>
      {run.outcome ? <OutcomeView plan={plan} run={run} outcome={run.outcome} /> : null}
    </div>
  )
}

function OutcomeView({ plan, run, outcome }: { plan: Plan; run: Run; outcome: Outcome }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [shown, setShown] = useState<Shown>()
  const [deciding, setDeciding] = useState<Line>()
  const me = useMe()
  const mayChoose = plan.state === 'draft' && mayDo(me, 'task.steer')
  const of = new Map(outcome.lines.map((line) => [line.lineId, line]))
  return (
    <>
      <p className="strong">
        {t('reorganisation.sum', {
          tasks: showNumber(outcome.tasks, language),
          people: showNumber(outcome.people.length, language),
        })}
      </p>
      {outcome.blockers.map((blocker) => (
        <Alert
          key={`${blocker.lineId} ${blocker.code}`}
          type="error"
          showIcon
          title={language === 'vi' ? blocker.message : t('reorganisation.decideAbolished')}
        />
      ))}
      <ScrollBox label={t('reorganisation.moves')}>
        <table className="grid-table outcome-table">
          <caption className="unseen">{t('reorganisation.moves')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reorganisation.lines')}</th>
              {PARTS.map((part) => (
                <th key={part} scope="col" className="number">
                  {t(`reorganisation.${part}`)}
                </th>
              ))}
              <th scope="col">{t('reorganisation.others')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.lines.map((line, place) => {
              const moved = of.get(line.id)
              if (!moved) return null
              const mayDecide = mayChoose && (line.kind === 'partial' || line.kind === 'abolished')
              return (
                <tr key={line.id}>
                  <td>
                    <Passage line={line} />
                    {mayDecide && (moved.choosable > 0 || moved.undecided > 0 || moved.leads > 0) ? (
                      <Button size="small" onClick={() => setDeciding(line)} className="screen-only">
                        {t('reorganisation.decide')}
                      </Button>
                    ) : null}
                  </td>
                  {PARTS.map((part) => (
                    <td key={part} className="number">
                      {moved[part] > 0 ? (
                        <button
                          type="button"
                          className="figure as-link tabular"
                          aria-label={t('reorganisation.openRows', {
                            n: moved[part],
                            what: t(`reorganisation.${part}`),
                            line: place + 1,
                          })}
                          onClick={() => setShown({ runId: run.id, lineId: line.id, part })}
                        >
                          {showNumber(moved[part], language)}
                        </button>
                      ) : (
                        '0'
                      )}
                    </td>
                  ))}
                  <td>
                    <Others moved={moved} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollBox>
      {outcome.people.length > 0 ? (
        <details>
          <summary>{`${t('reorganisation.people')} (${showNumber(outcome.people.length, language)})`}</summary>
          <ul className="plain">
            {outcome.people.map(({ personId, lineId, name, title }) => (
              <li key={`${personId} ${lineId}`}>
                {name} <span className="soft">· {title}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <MovesDrawer planId={plan.id} shown={shown} onClose={() => setShown(undefined)} />
      <ChoicesDrawer plan={plan} line={deciding} onClose={() => setDeciding(undefined)} />
    </>
  )
}

function Others({ moved }: { moved: LineOutcome }) {
  const effects = [
    ...moved.registry.map((what) => wordsIf(`reorganisation.registry.${what}`) ?? what),
    ...Object.entries(moved.others).map(([what, n]) =>
      (wordsIf(`reorganisation.other.${what}`) ?? what).replace('{{n}}', String(n)),
    ),
  ]
  return <span className="soft">{effects.join('; ') || '–'}</span>
}

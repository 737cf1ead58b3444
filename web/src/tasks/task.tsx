import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { ErrorPage } from '../shell/error-page.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { Standing, shownStanding } from '../ui/standing.tsx'
import type { ActTarget } from './act.tsx'
import { ActBar } from './act-bar.tsx'
import { type ActName, SUBTASK_ACTS } from './act-names.ts'
import { ACTS } from './acts.ts'
import { Amendments } from './amendments.tsx'
import { GivenTogether } from './collective.tsx'
import { Contributions } from './contributions.tsx'
import { Deadlines } from './deadlines.tsx'
import { EvidenceList } from './evidence.tsx'
import { History } from './history.tsx'
import { Neighbours } from './neighbours.tsx'
import { Pending } from './pending.tsx'
import { Periods } from './periods.tsx'
import { Progress, Requests } from './progress.tsx'
import { type Task, taskQuery } from './queries.ts'
import { Source } from './source.tsx'
import type { SourceKind } from './source-kind.ts'
import { Subtasks } from './subtasks.tsx'
import { SuccessionNote } from './succession-note.tsx'
import { Targets } from './targets.tsx'
import type { UseUrge } from './urge.ts'
import './tasks.css'

/** What an act is about, if it is about one part of the task. */
type About = Omit<ActTarget, 'task'>

interface OfOthers {
  sources: readonly SourceKind[]
  useUrge: UseUrge
}

/**
 * One task: source, accountable agency, deadline, progress, and the acts this person may do now. `sources`, `aside`,
 * `below` and `useUrge`: what other features show of its source and of the task, and letters that urge its lead.
 */
export function TaskPage({
  aside,
  below,
  ...others
}: OfOthers & Record<'aside' | 'below', (taskId: number) => ReactNode>) {
  const { id } = useParams({ from: '/staff/nhiem-vu/$id' })
  const { asOf } = useSearch({ from: '/staff/nhiem-vu/$id' })
  const { t } = useTranslation()
  const found = useQuery(taskQuery(Number(id), asOf))
  useTitle(found.data?.title ?? t('task.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  return <TaskView task={found.data} {...others} aside={aside(found.data.id)} below={below(found.data.id)} />
}

function TaskView({
  task,
  sources,
  useUrge,
  aside,
  below,
}: OfOthers & { task: Task } & Record<'aside' | 'below', ReactNode>) {
  const { t } = useTranslation()
  const urging = useUrge()
  const { asOf, act: requested } = useSearch({ from: '/staff/nhiem-vu/$id' })
  const navigate = useNavigate({ from: '/nhiem-vu/$id' })
  const [about, setAbout] = useState<About>({})
  const act = openActOf(requested, task, about)
  const open = (chosen: ActName | undefined, on: About = {}) => {
    setAbout(on)
    navigate({ search: (before) => ({ ...before, act: chosen }), replace: true, resetScroll: false })
  }
  return (
    <article className="page task-page">
      <Neighbours taskId={task.id} />
      <div className="row spread page-head">
        <div className="grow">
          <p className="soft tabular">
            {task.code}
            {task.sourceNumber ? ` · ${task.sourceNumber}` : ''}
          </p>
          <h1 lang="vi">{asSentence(task.title)}</h1>
        </div>
      </div>
      {asOf ? (
        <Alert
          type="info"
          showIcon
          className="as-of"
          title={t('task.asOf', { day: showDay(task.asOf) })}
          action={
            <Link to="/nhiem-vu/$id" params={{ id: String(task.id) }}>
              {t('task.seeNow')}
            </Link>
          }
        />
      ) : null}
      <SuccessionNote taskId={task.id} />
      <GivenTogether task={task} />
      {task.proof ? (
        <p className="soft">
          {t('task.byProof', { name: task.proof.name })}{' '}
          {task.proof.path ? <a href={task.proof.path}>{t('task.openProof')}</a> : null}
        </p>
      ) : null}
      <div className="row task-line">
        {task.standing ? <Standing shown={shownStanding({ standing: task.standing, dueOn: task.dueOn })} /> : null}
        <span>
          {t('task.stateLabel')}: <strong data-testid="state">{t(`state.${task.state}`)}</strong>
        </span>
        <span className="tabular">
          {t('task.percentLabel')}: <strong>{task.percent}%</strong>
        </span>
        <span className="tabular">
          {t('task.dueLabel')}:{' '}
          <strong>{task.dueOn ? showDay(task.dueOn) : t(`deadlineKind.${task.deadlineKind}`)}</strong>
          {task.firstDueOn && task.firstDueOn !== task.dueOn ? (
            <span className="soft"> ({t('task.firstDueOn', { day: showDay(task.firstDueOn) })})</span>
          ) : null}
        </span>
      </div>
      <ActBar task={task} urging={asOf ? null : urging} onOpen={open} />
      <Pending task={task} onDecide={(requestId) => open('decide', { requestId })} />
      <div className="task-grid">
        <div className="stack">
          <Source task={task} sources={sources} />
          <Deadlines task={task} onFinish={(deadlineId) => open('finishMilestone', { deadlineId })} />
          <Targets task={task} />
          <Periods task={task} onOpen={open} />
          <Subtasks task={task} onOpen={open} />
          <Amendments task={task} />
          <Requests task={task} />
          <Progress task={task} />
          <Contributions task={task} onOpen={open} />
          <EvidenceList task={task} onOpen={open} />
          {below}
        </div>
        <aside className="stack" aria-label={t('task.aside')}>
          <Facts task={task} />
          {aside}
          <History taskId={task.id} />
        </aside>
      </div>
      <ActDrawer
        acts={ACTS}
        act={act}
        target={{ task, ...aboutOf(act, task, about) }}
        onClose={() => open(undefined)}
      />
    </article>
  )
}

/** An act opened only by its address is about the first matching request or milestone. */
function aboutOf(act: ActName | undefined, task: Task, about: About): About {
  if (act === 'decide')
    return { requestId: about.requestId ?? task.requests.find(({ decision }) => decision === null)?.id }
  if (act === 'finishMilestone') {
    return {
      deadlineId: about.deadlineId ?? task.deadlines.find(({ isMilestone, doneOn }) => isMilestone && !doneOn)?.id,
    }
  }
  return about
}

/** The act in the address, if this person may do it now: on the task, or on the part it was opened from. */
function openActOf(requested: string | undefined, task: Task, about: About): ActName | undefined {
  const own = task.may.find((may) => may === requested)
  if (own !== undefined) return own === 'attach' ? undefined : own
  if (requested === 'addDocument') return task.may.includes('attach') ? requested : undefined
  if (requested === 'withdraw') return about.evidenceId === undefined ? undefined : requested
  const subtask = task.subtasks.find(({ id }) => id === about.subtaskId)
  const act = subtask?.may.find((may) => may !== 'attach' && SUBTASK_ACTS[may] === requested)
  return act === undefined || act === 'attach' ? undefined : SUBTASK_ACTS[act]
}

function Facts({ task }: { task: Task }) {
  const { t } = useTranslation()
  const leads = task.parties.filter(({ role }) => role === 'lead')
  const coordinating = task.parties.filter(({ role }) => role === 'coordinating')
  const party = (found: Task['parties'][number]) => (
    <li
      key={`${found.role}:${found.agencyId}:${found.namedAs}:${found.sinceOn}`}
      className={found.endedOn ? 'ended' : undefined}
    >
      {found.name}
      {found.isAccountable && !found.endedOn ? <span className="tag">{t('task.accountable')}</span> : null}
      {found.scope ? <span className="soft"> ({found.scope})</span> : null}
      {found.contributedOn ? (
        <span className="soft"> – {t('subtasks.contributedOn', { day: showDay(found.contributedOn) })}</span>
      ) : null}
      {found.requestedUntil ? (
        <span className="soft"> – {t('subtasks.requestedUntil', { day: showDay(found.requestedUntil) })}</span>
      ) : null}
      {found.amendedOn ? (
        <span className="soft"> – {t('amendments.notNamed', { day: showDay(found.amendedOn) })}</span>
      ) : found.endedOn ? (
        <span className="soft"> – {t('task.until', { day: showDay(found.endedOn) })}</span>
      ) : null}
    </li>
  )
  return (
    <section className="panel" aria-labelledby="parties">
      <h2 id="parties">{t('task.parties')}</h2>
      <dl className="facts">
        <Fact name={t('task.leads')}>
          <ul className="plain">{leads.map(party)}</ul>
        </Fact>
        <Fact name={t('task.coordinating')}>
          {coordinating.length > 0 ? (
            <ul className="plain">{coordinating.map(party)}</ul>
          ) : (
            <span className="soft">–</span>
          )}
        </Fact>
        <Fact name={t('task.followUp')}>{task.followUpAgencyName}</Fact>
        <Fact name={t('task.assignedOn')}>{showDay(task.assignedOn)}</Fact>
        {task.completedOn ? <Fact name={t('task.completedOn')}>{showDay(task.completedOn)}</Fact> : null}
        {task.claimedOn && !task.completedOn ? <Fact name={t('task.claimedOn')}>{showDay(task.claimedOn)}</Fact> : null}
        {task.groupTitle ? <Fact name={t('task.group')}>{task.groupTitle}</Fact> : null}
        {task.product ? <Fact name={t('task.product')}>{task.product}</Fact> : null}
        {task.implements.length > 0 ? <Fact name={t('task.implements')}>{task.implements.join('; ')}</Fact> : null}
        <Fact name={t('task.changed')}>
          {task.changedBy}, {showInstant(task.changedAt)}
        </Fact>
      </dl>
    </section>
  )
}

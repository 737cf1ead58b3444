import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import { StandingIcon } from '../ui/standing.tsx'
import type { ActName } from './act-names.ts'
import { EvidenceOf } from './evidence.tsx'
import type { Task } from './queries.ts'

type Open = (act: ActName, about?: { agencyId?: number }) => void
type Contribution = Task['contributions'][number]

/** The requested and given contributions of each coordinating unit; open requests are marked. */
export function Contributions({ task, onOpen }: { task: Task; onOpen: Open }) {
  const { t } = useTranslation()
  const isShared = task.collective?.form === 'shared'
  const parties = task.parties.filter(
    ({ role, agencyId, isAccountable }) =>
      agencyId !== null && (role === 'coordinating' || (isShared && role === 'lead' && !isAccountable)),
  )
  if (parties.length === 0 && task.contributions.length === 0) return null
  const mayAsk = task.may.includes('requestContribution')
  const former = task.contributions.filter(({ agencyId }) => !parties.some((party) => party.agencyId === agencyId))
  return (
    <section className="panel" aria-labelledby="contributions">
      <div className="row spread panel-head">
        <h2 id="contributions">{t(isShared ? 'collective.parts' : 'subtasks.contributions')}</h2>
        {task.may.includes('contribute') ? (
          <Button onClick={() => onOpen('contribute')}>{t('act.contribute')}</Button>
        ) : null}
      </div>
      <ul className="reports" data-testid="contributions">
        {parties.map(({ agencyId, name, endedOn }) => {
          const own = task.contributions.filter((one) => one.agencyId === agencyId)
          return (
            <li key={agencyId}>
              <p className="row spread">
                <strong>{name}</strong>
                {own.length === 0 ? <span className="soft">{t('subtasks.contributionState.none')}</span> : null}
                {mayAsk && endedOn === null && agencyId !== null ? (
                  <Button
                    size="small"
                    onClick={() => onOpen('requestContribution', { agencyId })}
                    aria-label={t('subtasks.askOf', { name })}
                  >
                    {t('subtasks.ask')}
                  </Button>
                ) : null}
              </p>
              {own.map((one) => (
                <Given key={one.id} task={task} one={one} />
              ))}
            </li>
          )
        })}
        {former.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{one.agencyName}</strong>
            </p>
            <Given task={task} one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const ICONS = { requested: 'openInTerm', late: 'openOverdue', given: 'doneOnTime', lapsed: 'openInTerm' } as const
const COLOURS = { requested: 'in-term', late: 'overdue', given: 'on-time', lapsed: 'standing' } as const

function Given({ task, one }: { task: Task; one: Contribution }) {
  const { t } = useTranslation()
  return (
    <div className="contribution">
      <p>
        <span className={`state-mark ${COLOURS[one.state]}`}>
          <StandingIcon shown={ICONS[one.state]} /> {t(`subtasks.contributionState.${one.state}`)}
        </span>{' '}
        <span className="soft">
          {one.givenOn
            ? t('subtasks.givenOn', { by: one.givenBy ?? '', day: showDay(one.givenOn) })
            : t('subtasks.until', { day: showDay(one.requestedDueOn) })}
        </span>
      </p>
      {one.requestedOn ? (
        <p className="soft">
          {t('subtasks.requestedBy', {
            by: one.requestedBy ?? '',
            day: showDay(one.requestedOn),
            due: showDay(one.requestedDueOn),
          })}
          : {one.requestedWhat}
        </p>
      ) : null}
      {one.body ? <p className="free-text">{one.body}</p> : null}
      <EvidenceOf task={task} of="contribution" id={one.id} />
    </div>
  )
}

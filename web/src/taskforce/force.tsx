import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { Rows } from '../list/rows.tsx'
import { ErrorPage } from '../shell/error-page.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { useOpenAct } from './act.tsx'
import { FORCE_FORMS, type ForceForm } from './acts/force.tsx'
import { forceQuery, type Member, type TaskForce } from './queries.ts'
import './taskforce.css'

/** One task force: by which decision, who was a member when and followed whom, and its plans. */
export function ForcePage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/to-cong-tac/$id' }).id)
  const found = useQuery(forceQuery(id))
  useTitle(found.data?.name ?? t('taskforce.taskForce'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending) {
    return (
      <div className="page">
        <Waiting lines={10} />
      </div>
    )
  }
  return <View force={found.data} />
}

function View({ force }: { force: TaskForce }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { act, member } = useSearch({ from: '/staff/to-cong-tac/$id' })
  const open = useOpenAct()
  const mayKeep = force.may.includes('keep')
  return (
    <article className="page tf-page">
      <div className="row spread page-head">
        <div className="grow">
          <p className="screen-only">
            <Link to="/to-cong-tac" search={{ tab: 'forces' }}>
              {t('taskforce.tabs.forces')}
            </Link>
          </p>
          <h1 lang="vi">{force.name}</h1>
        </div>
        {mayKeep ? (
          <div className="row screen-only">
            <Button
              type="primary"
              onClick={() => navigate({ to: '/to-cong-tac/$id/ke-hoach-moi', params: { id: String(force.id) } })}
              data-testid="new-plan"
            >
              {t('taskforce.newPlan')}
            </Button>
            <Button onClick={() => open({ act: 'addMember' })} data-testid="add-member">
              {t('taskforce.act.force.addMember')}
            </Button>
            <Button onClick={() => open({ act: 'end' })}>{t('taskforce.act.force.end')}</Button>
          </div>
        ) : null}
      </div>
      <section className="panel" aria-labelledby="force-facts">
        <h2 id="force-facts">{t('taskforce.facts')}</h2>
        <dl className="facts columns">
          <Fact name={t('taskforce.field.act')}>
            {force.act}, {showDay(force.actOn)}
          </Fact>
          <Fact name={t('taskforce.field.fromOn')}>{showDay(force.fromOn)}</Fact>
          {force.toOn ? (
            <Fact name={t('taskforce.until')}>
              {showDay(force.toOn)}, {force.endAct}
            </Fact>
          ) : null}
          <Fact name={t('taskforce.field.standingAgency')}>
            <span lang="vi">{force.standingAgency.name}</span>
          </Fact>
          <Fact name={t('taskforce.field.forceScope')} isBroad>
            <span lang="vi">{force.scope}</span>
          </Fact>
        </dl>
      </section>
      <Members force={force} mayKeep={mayKeep} />
      <Plans force={force} />
      {mayKeep ? (
        <ActDrawer
          acts={FORCE_FORMS}
          act={act as ForceForm | undefined}
          target={{ force, member: force.memberList.find(({ id }) => id === member) }}
          onClose={() => open({})}
        />
      ) : null}
    </article>
  )
}

function Members({ force, mayKeep }: { force: TaskForce; mayKeep: boolean }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="members">
      <h2 id="members">{t('taskforce.members')}</h2>
      {force.memberList.length === 0 ? <p className="soft">{t('taskforce.noMembers')}</p> : null}
      <ul className="tf-list">
        {force.memberList.map((one) => (
          <MemberItem key={one.id} member={one} mayKeep={mayKeep} />
        ))}
      </ul>
    </section>
  )
}

function MemberItem({ member, mayKeep }: { member: Member; mayKeep: boolean }) {
  const { t } = useTranslation()
  const open = useOpenAct()
  return (
    <li data-testid="member">
      <p lang="vi">
        <strong>{member.fullName}</strong>, {member.office}{' '}
        <span className="tag">{t(`taskforce.memberRole.${member.role}`)}</span>
      </p>
      <p className="soft" lang="vi">
        {showDay(member.fromOn)} – {member.toOn ? showDay(member.toOn) : t('taskforce.now')} · {member.act}
        {member.endAct ? `; ${member.endAct}` : ''}
      </p>
      {member.areas.length > 0 ? (
        <ul className="tf-member-areas" lang="vi">
          {member.areas.map((area) => (
            <li key={`${area.agencyId} ${area.fromOn}`}>
              {area.agencyName}{' '}
              <span className="soft">
                ({showDay(area.fromOn)} – {area.toOn ? showDay(area.toOn) : t('taskforce.now')})
                {area.successor ? ` ${t('taskforce.passedTo', { name: area.successor.name })}` : ''}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('taskforce.noAreas')}</p>
      )}
      {member.personId ? <p className="soft">{t('taskforce.areasOfAccount')}</p> : null}
      {mayKeep && member.toOn === null ? (
        <div className="row screen-only">
          {member.personId === null ? (
            <Button size="small" onClick={() => open({ act: 'areas', member: member.id })} data-testid="areas">
              {t('taskforce.act.force.areas')}
            </Button>
          ) : null}
          <Button size="small" onClick={() => open({ act: 'endMember', member: member.id })}>
            {t('taskforce.act.force.endMember')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

function Plans({ force }: { force: TaskForce }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="plans">
      <h2 id="plans">{t('taskforce.plans')}</h2>
      {force.plans.length === 0 ? (
        <p className="soft">{t('taskforce.noPlans')}</p>
      ) : (
        <Rows
          rows={force.plans}
          caption={t('taskforce.plans')}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'number',
              title: t('taskforce.field.number'),
              isHead: true,
              cell: ({ id, number, title }) => (
                <Link to="/to-cong-tac/ke-hoach/$id" params={{ id: String(id) }} data-row>
                  {number}, {title}
                </Link>
              ),
            },
            {
              key: 'days',
              title: t('taskforce.days'),
              cell: ({ fromOn, toOn }) => `${showDay(fromOn)} – ${showDay(toOn)}`,
              className: 'tabular',
            },
            {
              key: 'done',
              title: t('taskforce.activities'),
              isNumber: true,
              cell: ({ activities, done }) => `${done}/${activities}`,
            },
          ]}
        />
      )}
    </section>
  )
}

import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, ActDrawer, actsWith } from '../form/act.tsx'
import { LineField, WordsField } from '../form/fields.tsx'
import { Rows } from '../list/rows.tsx'
import { destructionMinutesPath } from '../paths/cases.ts'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { CaseActs, PastDay, ReasonField, useCaseFrame, useOpenCaseAct } from './case-acts.tsx'
import { type Destruction, destructionQuery } from './case-queries.ts'
import { useRetentionWords } from './case-standing.tsx'
import './cases.css'

type DestructionAct = Destruction['may'][number]
const defineAct = actsWith((act: DestructionAct, _: Destruction) => {
  const { t } = useTranslation()
  const frame = useCaseFrame(t(`cases.act.${act}`))
  return act === 'carryOut' ? { ...frame, hint: t('cases.carryOutHint') } : frame
})
const onOne = ({ id, version }: Destruction) => ({ params: { path: { id } }, headers: ifMatch(version) })
const ending = (act: 'decline' | 'withdraw') =>
  defineAct<{ reason: string }, Destruction>({
    on: (one) => one,
    Fields: ReasonField,
    send: (body, one) => answer(api.POST(`/api/records/destructions/{id}/${act}`, { ...onOne(one), body })),
  })

const FORMS: Record<DestructionAct, Act<DestructionAct, Destruction>> = {
  consider: defineAct<Body<'/api/records/destructions/{id}/consider'>, Destruction>({
    on: (one) => one,
    initial: (_, today) => ({ councilOn: today }),
    Fields: () => {
      const { t } = useTranslation()
      return (
        <>
          <LineField name="council" label={t('cases.field.council')} />
          <PastDay name="councilOn" label={t('cases.field.councilOn')} />
          <WordsField name="words" label={t('cases.field.councilWords')} />
        </>
      )
    },
    send: (body, one) => answer(api.POST('/api/records/destructions/{id}/consider', { ...onOne(one), body })),
  }),
  decide: defineAct<Body<'/api/records/destructions/{id}/decide'>, Destruction>({
    on: (one) => one,
    initial: (_, today) => ({ decidedOn: today }),
    Fields: () => {
      const { t } = useTranslation()
      return (
        <>
          <LineField name="decision" label={t('cases.field.decision')} max={60} />
          <PastDay name="decidedOn" label={t('cases.field.decidedOn')} />
        </>
      )
    },
    send: (body, one) => answer(api.POST('/api/records/destructions/{id}/decide', { ...onOne(one), body })),
  }),
  decline: ending('decline'),
  withdraw: ending('withdraw'),
  carryOut: defineAct<Body<'/api/records/destructions/{id}/carry-out'>, Destruction>({
    on: (one) => one,
    initial: (_, today) => ({ on: today }),
    Fields: () => {
      const { t } = useTranslation()
      return (
        <>
          <PastDay name="on" label={t('cases.field.on')} />
          <LineField name="witnesses" label={t('cases.field.witnesses')} />
        </>
      )
    },
    send: (body, one) => answer(api.POST('/api/records/destructions/{id}/carry-out', { ...onOne(one), body })),
  }),
}

/** A destruction, from the proposal to its minutes. */
export function DestructionPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/van-ban/luu-tru/huy/$id' }).id)
  const found = useQuery(destructionQuery(id))
  useTitle(t('cases.destruction'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={8} />
      </div>
    )
  return <View one={found.data} />
}

function View({ one }: { one: Destruction }) {
  const { t } = useTranslation()
  const { act } = useSearch({ from: '/staff/van-ban/luu-tru/huy/$id' })
  const open = useOpenCaseAct()
  const retention = useRetentionWords()
  type Listed = Destruction['list'][number]
  const name = ({ caseId, title }: Listed) => (
    <Link to="/van-ban/ho-so/$id" params={{ id: String(caseId) }} data-row lang="vi">
      {title}
    </Link>
  )
  return (
    <article className="page case-page">
      <div className="page-head">
        <p className="screen-only">
          <Link to="/van-ban/luu-tru" search={{ tab: 'destructions' }}>
            {t('cases.tabs.destructions')}
          </Link>
        </p>
        <h1>{t('cases.destruction')}</h1>
        <p>
          <span className="tag case-tag">{t(`cases.destructionState.${one.state}`)}</span>
        </p>
      </div>
      <CaseActs
        may={one.may}
        nameOf={(name) => t(`cases.act.${name}`)}
        onOpen={(name) => open({ act: name })}
        testId="destruction"
      />
      {one.state === 'decided' && one.may.includes('carryOut') ? (
        <Alert type="warning" showIcon className="form-note" title={t('cases.carryOutHint')} />
      ) : null}
      <section className="panel" aria-labelledby="destruction-facts">
        <h2 id="destruction-facts">{t('cases.facts')}</h2>
        <dl className="facts columns">
          <Fact name={t('cases.proposedBy')}>
            <span lang="vi">{one.proposedBy}</span>, {showInstant(one.proposedAt)}
          </Fact>
          <Fact name={t('cases.field.reason')} isBroad>
            <span lang="vi">{one.reason}</span>
          </Fact>
          {one.council ? (
            <Fact name={t('cases.field.councilWords')} isBroad>
              <span lang="vi">
                {one.council}, {showDay(one.councilOn!)}: {one.councilWords}
              </span>
            </Fact>
          ) : null}
          {one.decision ? (
            <Fact name={t('cases.field.decision')}>
              <span lang="vi">
                {one.decision}, {showDay(one.decidedOn!)}, {one.decidedBy}
              </span>
            </Fact>
          ) : null}
          {one.endedWords ? (
            <Fact name={t(`cases.destructionState.${one.state}`)} isBroad>
              <span lang="vi">{one.endedWords}</span>
            </Fact>
          ) : null}
          {one.carriedOutOn ? (
            <Fact name={t('cases.field.on')}>
              {showDay(one.carriedOutOn)}, <span lang="vi">{one.witnesses}</span>
            </Fact>
          ) : null}
          {one.hasMinutes ? (
            <Fact name={t('cases.minutes')}>
              <Button href={destructionMinutesPath(one.id)} data-testid="destruction-minutes">
                PDF
              </Button>
            </Fact>
          ) : null}
        </dl>
      </section>
      <section className="panel" aria-labelledby="destruction-list">
        <h2 id="destruction-list">{t('cases.listOf', { count: one.list.length })}</h2>
        <Rows
          rows={one.list}
          caption={t('cases.listOf', { count: one.list.length })}
          keyOf={({ caseId }) => caseId}
          testId="destruction-case"
          columns={[
            { key: 'code', title: t('cases.field.code'), cell: ({ code }) => code ?? '', className: 'tabular nowrap' },
            { key: 'title', title: t('cases.field.title'), cell: name, isHead: true },
            { key: 'retention', title: t('cases.field.retention'), cell: retention, className: 'nowrap' },
            {
              key: 'until',
              title: t('cases.field.keptUntil'),
              cell: ({ keptUntil }) => (keptUntil ? showDay(keptUntil) : ''),
              className: 'tabular nowrap',
            },
            { key: 'state', title: t('cases.where'), cell: ({ state }) => t(`cases.state.${state}`) },
          ]}
          card={(row) => (
            <>
              <p>{name(row)}</p>
              <p className="soft">{[row.code, retention(row)].filter(Boolean).join(' · ')}</p>
            </>
          )}
        />
      </section>
      <ActDrawer acts={FORMS} act={one.may.find((name) => name === act)} target={one} onClose={() => open({})} />
    </article>
  )
}

import { Link, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { ActButtons, useOpenAct } from './act.tsx'
import { FINDING_FORMS, type FindingForm } from './acts/finding.tsx'
import { NewRecommendationDrawer } from './new-recommendation.tsx'
import type { Finding, Inspection } from './queries.ts'
import { FindingStateTag, toneOf } from './standing.tsx'

/** The findings of an inspection, each with the agency's answer, its remedy and what was recommended from it. */
export function Findings({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation()
  const { act, finding: chosen } = useSearch({ from: '/staff/to-cong-tac/kiem-tra/$id' })
  const open = useOpenAct()
  const finding = inspection.findingList.find(({ id }) => id === chosen)
  const may: readonly string[] = [...(finding?.may ?? []), ...(inspection.may.includes('find') ? ['find'] : [])]
  if (inspection.findingList.length === 0 && !inspection.may.includes('find')) return null
  return (
    <section className="panel" aria-labelledby="finding-list">
      <div className="row spread panel-head">
        <h2 id="finding-list">{t('taskforce.tabs.findings')}</h2>
        {inspection.may.includes('find') ? (
          <Button className="screen-only" onClick={() => open({ act: 'find' })} data-testid="add-finding">
            {t('taskforce.act.finding.find')}
          </Button>
        ) : null}
      </div>
      {inspection.findingList.length === 0 ? <p className="soft">{t('taskforce.noFindingsYet')}</p> : null}
      <ul className="tf-list">
        {inspection.findingList.map((one) => (
          <FindingItem key={one.id} finding={one} isNamed={one.id === chosen && act === undefined} />
        ))}
      </ul>
      <ActDrawer
        acts={FINDING_FORMS}
        act={act !== undefined && may.includes(act) && act in FINDING_FORMS ? (act as FindingForm) : undefined}
        target={{ inspection, finding: act === 'find' ? undefined : finding }}
        onClose={() => open({})}
      />
      <NewRecommendationDrawer
        isOpen={act === 'recommend' && (finding?.may.includes('recommend') ?? false)}
        source={{ sourceKind: 'finding', ...(finding ? { sourceId: finding.id } : {}) }}
        agencyId={finding?.responsible.id ?? inspection.agency.id}
        onClose={() => open({})}
      />
    </section>
  )
}

function FindingItem({ finding, isNamed }: { finding: Finding; isNamed: boolean }) {
  const { t } = useTranslation()
  const open = useOpenAct()
  const box = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isNamed) box.current?.scrollIntoView({ block: 'center' })
  }, [isNamed])
  return (
    <li ref={box} data-testid="finding" {...(isNamed ? { 'aria-current': true } : {})}>
      <p className="tf-words" lang="vi">
        <strong>
          {finding.position}. {finding.fact}
        </strong>
      </p>
      <p>
        <FindingStateTag state={finding.state} />{' '}
        <span className={toneOf(finding.degree)}>{t(`taskforce.degree.${finding.degree}`)}</span>{' '}
        {finding.isRepeated ? <span className="tag tf-tag tf-late">{t('taskforce.foundAgain')}</span> : null}
      </p>
      <dl className="facts columns">
        <Fact name={t('taskforce.field.nature')}>
          <span lang="vi">{finding.nature}</span>
        </Fact>
        <Fact name={t('taskforce.field.cause')}>
          {finding.cause ? (
            <span lang="vi">
              {t(`taskforce.cause.${finding.cause}`)}: {finding.causeWords}
            </span>
          ) : (
            <span className="soft">{t('taskforce.noCause')}</span>
          )}
        </Fact>
        <Fact name={t('taskforce.field.responsible')}>
          <span lang="vi">
            {finding.responsible.name}
            {finding.responsibleWords ? `, ${finding.responsibleWords}` : ''}
          </span>
        </Fact>
        <Fact name={t('taskforce.field.evidence')}>
          <span lang="vi">{finding.evidence}</span>
        </Fact>
        {finding.task ? (
          <Fact name={t('taskforce.task')}>
            <Link to="/nhiem-vu/$id" params={{ id: String(finding.task.id) }}>
              {finding.task.code}
            </Link>
          </Fact>
        ) : null}
        {finding.repeats ? (
          <Fact name={t('taskforce.field.repeats')}>
            <Link
              to="/to-cong-tac/kiem-tra/$id"
              params={{ id: String(finding.repeats.inspectionId) }}
              search={{ finding: finding.repeats.id }}
              lang="vi"
            >
              {finding.repeats.fact}
            </Link>
          </Fact>
        ) : null}
        {finding.answerBy && !finding.answer ? (
          <Fact name={t('taskforce.field.answerBy')}>{showDay(finding.answerBy)}</Fact>
        ) : null}
        {finding.remedyBy ? <Fact name={t('taskforce.field.remedyBy')}>{showDay(finding.remedyBy)}</Fact> : null}
      </dl>
      {finding.answer ? (
        <blockquote className="tf-words" lang="vi">
          <strong>{t(finding.agrees ? 'taskforce.agencyAgrees' : 'taskforce.agencyDisagrees')}</strong> {finding.answer}
          <p className="soft">
            {finding.answeredBy}, {showInstant(finding.answeredAt)}
          </p>
        </blockquote>
      ) : null}
      {finding.steps.length > 0 ? (
        <ul className="tf-chain">
          {finding.steps.map((step) => (
            <li key={step.at}>
              {t(`taskforce.step.${step.act}`)}
              {step.seen ? ` (${t(`taskforce.seen.${step.seen}`)})` : ''}, {showDay(step.on)}:{' '}
              <span lang="vi">
                {step.words}
                {step.document ? `, ${step.document}` : ''}
              </span>{' '}
              <span className="soft">({step.by})</span>
            </li>
          ))}
        </ul>
      ) : null}
      {finding.recommendations.map(({ id, words }) => (
        <p key={id} className="tf-door">
          <Link to="/to-cong-tac/kien-nghi/$id" params={{ id: String(id) }} lang="vi">
            {t('taskforce.recommendation')}: {words}
          </Link>
        </p>
      ))}
      <ActButtons
        may={finding.may}
        nameOf={(act) => t(`taskforce.act.finding.${act}`)}
        onOpen={(act) => open({ act, finding: finding.id })}
        testId="finding"
        isSmall
      />
    </li>
  )
}

import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Form, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, actsWith } from '../../form/act.tsx'
import { Field, LineField, WordsField } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { rowsOf } from '../../list/list.tsx'
import { api } from '../../shell/api.ts'
import { showDay } from '../../ui/format.ts'
import { useTaskforceFrame } from '../act.tsx'
import { AgencyField, ChoiceField, PastDayField, ReasonFields, TermField } from '../fields.tsx'
import { type Finding, type FindingAct, findingsQuery, type Inspection } from '../queries.ts'

/** A finding of an inspection; without one, the finding that is being added. */
export interface FindingTarget {
  inspection: Inspection
  finding: Finding | undefined
}
export type FindingForm = Exclude<FindingAct, 'recommend'> | 'find'
type NewFinding = Body<'/api/taskforce/inspections/{id}/findings'>
type Judge = Body<'/api/taskforce/findings/{id}/confirm'>
export const CAUSES = ['rule', 'money', 'people', 'coordination', 'wrongAddressee', 'deadline', 'other'] as const
const DEGREES = ['minor', 'serious', 'grave'] as const
const SEEN = ['onPaper', 'onSpot'] as const

function useFrame(act: FindingForm, _: FindingTarget) {
  const { t } = useTranslation()
  return useTaskforceFrame(t(`taskforce.act.finding.${act}`))
}
const defineAct = actsWith(useFrame)
const onFinding = ({ id, version }: Finding) => ({ params: { path: { id } }, headers: ifMatch(version) })
const theFinding = ({ finding }: FindingTarget) => finding

const wordsOf = (typed: NewFinding): NewFinding => ({
  fact: typed.fact,
  nature: typed.nature,
  degree: typed.degree,
  evidence: typed.evidence,
  ...(typed.responsibleId ? { responsibleId: typed.responsibleId } : {}),
  ...(typed.issueId ? { issueId: typed.issueId } : {}),
  ...(typed.taskId ? { taskId: typed.taskId } : {}),
  ...(typed.cause ? { cause: typed.cause } : {}),
  ...(typed.repeatsId ? { repeatsId: typed.repeatsId } : {}),
  ...optionalText('causeWords', typed.causeWords),
  ...optionalText('responsibleWords', typed.responsibleWords),
})

function FindingFields({ on: { inspection } }: { on: FindingTarget }) {
  const { t } = useTranslation()
  const responsible: number | undefined = Form.useWatch('responsibleId')
  const earlier = useInfiniteQuery(findingsQuery({ agencyId: responsible ?? inspection.agency.id, limit: 200 }))
  const before = (rowsOf(earlier.data) ?? []).filter(
    ({ inspectionId, concludedOn }) => inspectionId !== inspection.id && concludedOn !== null,
  )
  return (
    <>
      <WordsField name="fact" label={t('taskforce.field.fact')} rows={3} />
      <LineField name="nature" label={t('taskforce.field.nature')} max={4000} />
      <ChoiceField
        name="degree"
        label={t('taskforce.field.degree')}
        options={DEGREES.map((value) => ({ value, label: t(`taskforce.degree.${value}`) }))}
      />
      <WordsField name="evidence" label={t('taskforce.field.evidence')} rows={2} />
      {inspection.scope.length > 0 ? (
        <Field name="taskId" label={t('taskforce.field.findingTask')} isOptional>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={inspection.scope.map(({ taskId, code, title }) => ({ value: taskId, label: `${code} ${title}` }))}
          />
        </Field>
      ) : null}
      {inspection.issues.length > 0 ? (
        <Field name="issueId" label={t('taskforce.field.findingIssue')} isOptional>
          <Select
            allowClear
            options={inspection.issues.map(({ id, position, words }) => ({
              value: id,
              label: `${position}. ${words}`,
            }))}
          />
        </Field>
      ) : null}
      <CauseFields isOptional />
      <AgencyField name="responsibleId" label={t('taskforce.field.responsibleBody')} />
      <LineField name="responsibleWords" label={t('taskforce.field.responsible')} isOptional />
      {before.length > 0 ? (
        <Field name="repeatsId" label={t('taskforce.field.repeats')} isOptional>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={before.map(({ id, fact, concludedOn }) => ({
              value: id,
              label: `${fact} (${showDay(concludedOn)})`,
            }))}
          />
        </Field>
      ) : null}
    </>
  )
}

function CauseFields({ isOptional = false }: { isOptional?: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <ChoiceField
        name="cause"
        label={t('taskforce.field.cause')}
        isOptional={isOptional}
        options={CAUSES.map((value) => ({ value, label: t(`taskforce.cause.${value}`) }))}
      />
      <WordsField name="causeWords" label={t('taskforce.field.causeWords')} rows={2} isOptional={isOptional} />
    </>
  )
}

const judging = (act: 'confirm' | 'refuse'): Act<FindingForm, FindingTarget> =>
  defineAct<Judge, Finding>({
    on: theFinding,
    initial: (_, today) => ({ on: today, seen: 'onPaper' }),
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <ChoiceField
            name="seen"
            label={t('taskforce.field.seen')}
            options={SEEN.map((value) => ({ value, label: t(`taskforce.seen.${value}`) }))}
          />
          <WordsField name="words" label={t('taskforce.field.words')} rows={3} />
          <LineField name="document" label={t('taskforce.field.document')} isOptional />
          <PastDayField name="on" label={t('taskforce.field.on')} />
        </>
      )
    },
    send: ({ document, ...body }, finding) =>
      answer(
        api.POST(`/api/taskforce/findings/{id}/${act}`, {
          ...onFinding(finding),
          body: { ...body, ...optionalText('document', document) },
        }),
      ),
  })

/** The acts on a finding, and adding one. */
export const FINDING_FORMS: Record<FindingForm, Act<FindingForm, FindingTarget>> = {
  find: defineAct<NewFinding, FindingTarget>({
    on: (target) => target,
    isWide: true,
    initial: ({ inspection }) => ({ degree: 'serious', responsibleId: inspection.agency.id }),
    Fields: FindingFields,
    send: (typed, { inspection }, key) =>
      answer(
        api.POST('/api/taskforce/inspections/{id}/findings', {
          params: { path: { id: inspection.id } },
          headers: key,
          body: wordsOf(typed),
        }),
      ),
  }),
  edit: defineAct<NewFinding, FindingTarget>({
    on: (target) => (target.finding ? target : undefined),
    isWide: true,
    initial: ({ finding }) => ({
      ...wordsOf({
        ...finding!,
        issueId: finding!.issueId ?? undefined,
        taskId: finding!.task?.id,
        responsibleId: finding!.responsible.id,
        cause: finding!.cause ?? undefined,
        causeWords: finding!.causeWords ?? undefined,
        responsibleWords: finding!.responsibleWords ?? undefined,
        repeatsId: finding!.repeats?.id,
      } as NewFinding),
    }),
    Fields: FindingFields,
    send: (typed, { finding }) =>
      answer(api.PATCH('/api/taskforce/findings/{id}', { ...onFinding(finding!), body: wordsOf(typed) })),
  }),
  cause: defineAct<Body<'/api/taskforce/findings/{id}/cause'>, Finding>({
    on: theFinding,
    initial: ({ cause, causeWords }) => ({
      ...(cause ? { cause } : {}),
      ...optionalText('causeWords', causeWords ?? undefined),
    }),
    Fields: () => <CauseFields />,
    send: (body, finding) => answer(api.POST('/api/taskforce/findings/{id}/cause', { ...onFinding(finding), body })),
  }),
  drop: defineAct<{ reason: string }, Finding>({
    on: theFinding,
    Fields: ReasonFields,
    send: (body, finding) => answer(api.POST('/api/taskforce/findings/{id}/drop', { ...onFinding(finding), body })),
  }),
  answer: defineAct<Body<'/api/taskforce/findings/{id}/answer'>, Finding>({
    on: theFinding,
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <p>{t('taskforce.answerFindingHint')}</p>
          <Field name="agrees" label={t('taskforce.field.agrees')}>
            <Radio.Group
              options={[
                { value: true, label: t('taskforce.agrees') },
                { value: false, label: t('taskforce.disagrees') },
              ]}
            />
          </Field>
          <WordsField name="words" label={t('taskforce.field.words')} />
        </>
      )
    },
    send: (body, finding) => answer(api.POST('/api/taskforce/findings/{id}/answer', { ...onFinding(finding), body })),
  }),
  plan: defineAct<Body<'/api/taskforce/findings/{id}/plan'>, Finding>({
    on: theFinding,
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <WordsField name="words" label={t('taskforce.field.remedy')} />
          <TermField name="remedyBy" label={t('taskforce.field.remedyBy')} />
        </>
      )
    },
    send: (body, finding) => answer(api.POST('/api/taskforce/findings/{id}/plan', { ...onFinding(finding), body })),
  }),
  claim: defineAct<Body<'/api/taskforce/findings/{id}/claim'>, Finding>({
    on: theFinding,
    initial: (_, today) => ({ on: today }),
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <WordsField name="words" label={t('taskforce.field.words')} />
          <LineField name="document" label={t('taskforce.field.document')} />
          <PastDayField name="on" label={t('taskforce.field.on')} />
        </>
      )
    },
    send: (body, finding) => answer(api.POST('/api/taskforce/findings/{id}/claim', { ...onFinding(finding), body })),
  }),
  confirm: judging('confirm'),
  refuse: judging('refuse'),
}

/** Marks of truth on a task: how it was seen. */
export function MarkFields() {
  const { t } = useTranslation()
  return (
    <>
      <ChoiceField
        name="seen"
        label={t('taskforce.field.seen')}
        options={SEEN.map((value) => ({ value, label: t(`taskforce.seen.${value}`) }))}
      />
      <Form.Item
        name="isTrue"
        label={t('taskforce.field.isTrue')}
        required
        rules={[{ required: true, message: t('field.missing') }]}
      >
        <Radio.Group
          options={[
            { value: true, label: t('taskforce.isTrue') },
            { value: false, label: t('taskforce.isNotTrue') },
          ]}
        />
      </Form.Item>
      <WordsField name="words" label={t('taskforce.field.words')} rows={3} />
      <PastDayField name="on" label={t('taskforce.field.on')} />
    </>
  )
}

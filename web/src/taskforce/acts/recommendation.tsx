import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, actsWith } from '../../form/act.tsx'
import { DayField, Field, LineField, WordsField } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { showDay } from '../../ui/format.ts'
import { useTaskforceFrame } from '../act.tsx'
import { AgencyField, AnswerFields, PastDayField, ReasonFields, TermField } from '../fields.tsx'
import type { Recommendation, RecommendationAct } from '../queries.ts'

export type RecommendationForm = Exclude<RecommendationAct, 'make'> | 'confirmDay'
type AnswerWords = Body<'/api/taskforce/recommendations/{id}/accept'>
interface ConfirmDay {
  answerId: number
  words: string
}
type Issue = Body<'/api/taskforce/recommendations/{id}/issue'>
type Replace = Body<'/api/taskforce/recommendations/{id}/replace'>

function useFrame(act: RecommendationForm, _: Recommendation) {
  const { t } = useTranslation()
  return useTaskforceFrame(t(`taskforce.act.recommendation.${act}`))
}
const defineAct = actsWith(useFrame)
const onOne = ({ id, version }: Recommendation) => ({ params: { path: { id } }, headers: ifMatch(version) })

const answering = (
  act: 'accept' | 'decline' | 'claim' | 'close' | 'refuse',
  isProof = false,
): Act<RecommendationForm, Recommendation> =>
  defineAct<AnswerWords, Recommendation>({
    on: (one) => one,
    initial: (_, today) => ({ on: today }),
    Fields: () => <AnswerFields isProof={isProof} />,
    send: ({ words, document, on }, one) =>
      answer(
        api.POST(`/api/taskforce/recommendations/{id}/${act}`, {
          ...onOne(one),
          body: { words, on, ...optionalText('document', document) },
        }),
      ),
  })

/** The fields of a recommendation's own words; drafting one from a finding or a question has the same. */
export function RecommendationFields() {
  const { t } = useTranslation()
  return (
    <>
      <WordsField name="words" label={t('taskforce.field.recommendation')} rows={3} />
      <div className="tf-two">
        <AgencyField name="agencyId" label={t('taskforce.field.addressee')} />
        <TermField name="dueOn" label={t('taskforce.field.dueOn')} />
      </div>
      <LineField name="theme" label={t('taskforce.field.theme')} isOptional />
      <LineField name="product" label={t('taskforce.field.product')} isOptional />
      <LineField name="competent" label={t('taskforce.field.competent')} isOptional />
      <WordsField name="basis" label={t('taskforce.field.basis')} rows={2} isOptional />
    </>
  )
}
export const recommendationWords = ({
  words,
  agencyId,
  dueOn,
  theme,
  product,
  competent,
  basis,
}: Omit<Replace, 'reason'>) => ({
  words,
  agencyId,
  dueOn,
  ...optionalText('theme', theme),
  ...optionalText('product', product),
  ...optionalText('competent', competent),
  ...optionalText('basis', basis),
})

/** The acts on a recommendation that need input. */
export const RECOMMENDATION_FORMS: Record<RecommendationForm, Act<RecommendationForm, Recommendation>> = {
  accept: answering('accept'),
  decline: answering('decline'),
  claim: answering('claim', true),
  close: answering('close'),
  refuse: answering('refuse'),
  confirmDay: defineAct<ConfirmDay, Recommendation>({
    on: (one) => one,
    initial: ({ answers }) => ({ answerId: answers.find(({ mayConfirmDay }) => mayConfirmDay)!.id }),
    Fields: function Fields({ on: { answers } }) {
      const { t } = useTranslation()
      return (
        <>
          <p>{t('taskforce.confirmDayHint')}</p>
          <Field name="answerId" label={t('taskforce.field.answerDay')}>
            <Select
              options={answers
                .filter(({ mayConfirmDay }) => mayConfirmDay)
                .map(({ id, kind, on }) => ({
                  value: id,
                  label: `${t(`taskforce.answerKind.${kind}`)}, ${showDay(on)}`,
                }))}
            />
          </Field>
          <WordsField name="words" label={t('taskforce.field.confirmedBy')} rows={2} />
        </>
      )
    },
    send: ({ answerId, words }, one) =>
      answer(
        api.POST('/api/taskforce/recommendations/{id}/answers/{answerId}/confirm-day', {
          params: { path: { id: one.id, answerId } },
          headers: ifMatch(one.version),
          body: { words },
        }),
      ),
  }),
  withdraw: defineAct<{ reason: string }, Recommendation>({
    on: (one) => one,
    Fields: ReasonFields,
    send: (body, one) => answer(api.POST('/api/taskforce/recommendations/{id}/withdraw', { ...onOne(one), body })),
  }),
  issue: defineAct<Issue, Recommendation>({
    on: (one) => one,
    initial: (one, today) => ({
      title: one.words.slice(0, 200),
      dueOn: one.dueOn,
      leadAgencyId: one.agency.id,
      givenOn: today,
    }),
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <LineField name="title" label={t('taskforce.field.taskTitle')} />
          <AgencyField name="leadAgencyId" label={t('taskforce.field.lead')} />
          <DayField name="dueOn" label={t('taskforce.field.dueOn')} />
          <LineField name="document" label={t('taskforce.field.givenBy')} placeholder="20/TB-VPCP" />
          <PastDayField name="givenOn" label={t('taskforce.field.givenOn')} />
        </>
      )
    },
    send: (body, one) => answer(api.POST('/api/taskforce/recommendations/{id}/issue', { ...onOne(one), body })),
  }),
  replace: defineAct<Replace, Recommendation>({
    on: (one) => one,
    isWide: true,
    initial: (one) => ({
      words: one.words,
      agencyId: one.agency.id,
      dueOn: one.dueOn,
      ...optionalText('theme', one.theme ?? undefined),
      ...optionalText('product', one.product ?? undefined),
      ...optionalText('competent', one.competent ?? undefined),
      ...optionalText('basis', one.basis ?? undefined),
    }),
    Fields: () => (
      <>
        <RecommendationFields />
        <ReasonFields />
      </>
    ),
    send: (typed, one) =>
      answer(
        api.POST('/api/taskforce/recommendations/{id}/replace', {
          ...onOne(one),
          body: { ...recommendationWords(typed), reason: typed.reason },
        }),
      ),
  }),
}

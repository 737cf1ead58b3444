import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, actsWith } from '../../form/act.tsx'
import { Field, WordsField } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { addDays } from '../../ui/format.ts'
import { useTaskforceFrame } from '../act.tsx'
import { AgencyField, ChoiceField, PastDayField, ReasonFields, TermField } from '../fields.tsx'
import type { Question } from '../queries.ts'

export type QuestionForm = Exclude<Question['may'][number], 'recommend'>
type AnswerWords = Body<'/api/taskforce/questions/{id}/answer'>
type Sorted = Body<'/api/taskforce/dialogues/{id}/sort'>['questions'][number]
export const CLASSES = ['clear', 'rule', 'outside'] as const

function useFrame(act: QuestionForm, _: Question) {
  const { t } = useTranslation()
  return useTaskforceFrame(t(`taskforce.act.question.${act}`))
}
const defineAct = actsWith(useFrame)
const onOne = ({ id, version }: Question) => ({ params: { path: { id } }, headers: ifMatch(version) })
const one = (question: Question) => question

export function ClassField() {
  const { t } = useTranslation()
  return (
    <ChoiceField
      name="class"
      label={t('taskforce.field.class')}
      options={CLASSES.map((value) => ({ value, label: t(`taskforce.class.${value}`) }))}
    />
  )
}
const sort = (question: Question, more: Omit<Sorted, 'id' | 'version'>) =>
  answer(
    api.POST('/api/taskforce/dialogues/{id}/sort', {
      params: { path: { id: question.dialogueId } },
      body: { questions: [{ id: question.id, version: question.version, ...more }] },
    }),
  )
const answering = (act: 'answer' | 'answer-here', isHere: boolean): Act<QuestionForm, Question> =>
  defineAct<AnswerWords, Question>({
    on: one,
    initial: (question, today) => ({ on: today, ...(question.class ? { class: question.class } : {}) }),
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          {isHere ? <ClassField /> : null}
          <WordsField name="words" label={t('taskforce.field.answer')} rows={5} />
          <PastDayField name="on" label={t('taskforce.field.on')} />
        </>
      )
    },
    send: ({ words, on, class: ofClass }, question) =>
      answer(
        api.POST(`/api/taskforce/questions/{id}/${act}`, {
          ...onOne(question),
          body: { words, on, ...(isHere && ofClass ? { class: ofClass } : {}) },
        }),
      ),
  })

/** The acts on one question. */
export const QUESTION_FORMS: Record<QuestionForm, Act<QuestionForm, Question>> = {
  class: defineAct<Pick<Sorted, 'class'>, Question>({
    on: one,
    initial: (question) => (question.class ? { class: question.class } : {}),
    Fields: ClassField,
    send: (words, question) => sort(question, words),
  }),
  send: defineAct<Required<Pick<Sorted, 'class' | 'agencyId' | 'dueOn'>>, Question>({
    on: one,
    initial: (question, today) => ({ class: question.class ?? 'clear', dueOn: addDays(today, 15) }),
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <ClassField />
          <AgencyField name="agencyId" label={t('taskforce.answeredByAgency')} />
          <TermField name="dueOn" label={t('taskforce.field.answerBy')} />
        </>
      )
    },
    send: (words, question) => sort(question, words),
  }),
  answerHere: answering('answer-here', true),
  answer: answering('answer', false),
  return: defineAct<{ reason: string }, Question>({
    on: one,
    Fields: ReasonFields,
    send: (body, question) => answer(api.POST('/api/taskforce/questions/{id}/return', { ...onOne(question), body })),
  }),
  confirmDay: defineAct<Body<'/api/taskforce/questions/{id}/confirm-day'>, Question>({
    on: one,
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <p>{t('taskforce.confirmDayHint')}</p>
          <WordsField name="words" label={t('taskforce.field.confirmedBy')} rows={2} />
        </>
      )
    },
    send: (body, question) =>
      answer(api.POST('/api/taskforce/questions/{id}/confirm-day', { ...onOne(question), body })),
  }),
  judge: defineAct<Body<'/api/taskforce/questions/{id}/judge'>, Question>({
    on: one,
    Fields: function Fields() {
      const { t } = useTranslation()
      return (
        <>
          <Field name="isSatisfied" label={t('taskforce.field.satisfied')}>
            <Radio.Group
              options={[
                { value: true, label: t('taskforce.satisfied') },
                { value: false, label: t('taskforce.unsatisfied') },
              ]}
            />
          </Field>
          <WordsField name="words" label={t('taskforce.field.words')} rows={2} isOptional />
        </>
      )
    },
    send: ({ isSatisfied, words }, question) =>
      answer(
        api.POST('/api/taskforce/questions/{id}/judge', {
          ...onOne(question),
          body: { isSatisfied, ...optionalText('words', words) },
        }),
      ),
  }),
}

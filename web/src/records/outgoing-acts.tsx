import { answer, type Body } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, actsWith } from '../form/act.tsx'
import { Field, FormDay, LineField, WordsField } from '../form/fields.tsx'
import { optionalText } from '../form/typed-text.ts'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { KindField, PersonPick, RecipientFields, type RecipientWords, SignerField } from './draft-fields.tsx'
import { onOutgoing } from './outgoing-act.tsx'
import { usePastRoute } from './outgoing-past-route.ts'
import { type Outgoing, refreshOutgoing, type Step } from './outgoing-queries.ts'

export const FORM_ACTS = ['details', 'send', 'agree', 'sendBack', 'replaceStep', 'recall', 'copy'] as const
export type FormAct = (typeof FORM_ACTS)[number]
/** A document, and for some acts the step of its route. */
export interface Target {
  one: Outgoing
  step: Step | undefined
}

function useFrame(act: FormAct, _: Target): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return {
    title: t(`outgoing.act.${act}`),
    did: t(`outgoing.did.${act}`),
    refresh: () => refreshOutgoing(queries),
    ...(act === 'send' ? { hint: t('outgoing.sendHint') } : {}),
  }
}
const defineAct = actsWith(useFrame)
const document = ({ one }: Target) => one

interface Details {
  kind: string
  about: string
  signerId?: number
  dueOn?: string
  isUrgent: boolean
  place: string
  recipients: RecipientWords[]
}
const details = defineAct<Details, Outgoing>({
  on: document,
  isWide: true,
  initial: (one) => ({
    kind: one.kind,
    about: one.about,
    ...(one.signer ? { signerId: one.signer.id } : {}),
    ...(one.dueOn ? { dueOn: one.dueOn } : {}),
    isUrgent: one.isUrgent,
    place: one.place,
    recipients: one.recipientList.map(({ agencyId, name, purpose }) => ({
      who: { name, ...(agencyId === null ? {} : { agencyId }) },
      purpose,
    })),
  }),
  Fields: function Fields({ on }) {
    const { t } = useTranslation()
    return (
      <>
        <KindField />
        <Field name="about" label={t('outgoing.subject')} isTyped>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} lang="vi" />
        </Field>
        <RecipientFields />
        <SignerField isOptional known={on.signer} />
        <LineField name="place" label={t('outgoing.place')} max={100} />
        <Field name="dueOn" label={t('outgoing.dueOn')} isOptional>
          <FormDay isClearable />
        </Field>
        <Form.Item name="isUrgent" valuePropName="checked" noStyle>
          <Checkbox>{t('outgoing.isUrgent')}</Checkbox>
        </Form.Item>
      </>
    )
  },
  send: ({ recipients, signerId, dueOn, ...typed }, one) =>
    answer(
      api.PATCH('/api/records/outgoing/{id}', {
        ...onOutgoing(one),
        body: {
          ...typed,
          signerId: signerId ?? null,
          dueOn: dueOn ?? null,
          recipients: (recipients ?? []).map(({ who, purpose }) => ({ ...who, name: who.name.trim(), purpose })),
        },
      }),
    ),
})

interface StepWords {
  position: number
  kind: Step['kind']
  personId: number
  dueOn?: string
}
interface Sent {
  signerId: number
  steps: StepWords[]
  words?: string
}
const STEP_KINDS = ['opinion', 'initial', 'approve'] as const
const send = defineAct<Sent, Outgoing>({
  on: document,
  isWide: true,
  initial: (one) => ({ ...(one.signer ? { signerId: one.signer.id } : {}), steps: [] }),
  Fields: function Fields({ on }) {
    const { t } = useTranslation()
    const me = useMe()
    const known = usePastRoute(on)
    return (
      <>
        <SignerField known={on.signer} />
        <fieldset className="og-fieldset">
          <legend>{t('outgoing.route')}</legend>
          <p className="soft">{t('outgoing.routeHint')}</p>
          <Form.List
            name="steps"
            rules={[
              {
                validator: async (_, steps?: StepWords[]) => {
                  if (!steps?.length) throw new Error(t('outgoing.noSteps'))
                },
              },
            ]}
          >
            {(fields, { add, remove }, { errors }) => (
              <>
                {fields.map(({ key, name }) => (
                  <div key={key} className="og-step-fields" data-testid="step-fields">
                    <Form.Item name={[name, 'position']} label={t('outgoing.position')} required>
                      <InputNumber min={1} max={50} precision={0} className="wide" />
                    </Form.Item>
                    <Form.Item name={[name, 'kind']} label={t('outgoing.stepKind')} required>
                      <Select options={STEP_KINDS.map((value) => ({ value, label: t(`outgoing.step.${value}`) }))} />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'personId']}
                      label={t('outgoing.person')}
                      rules={[{ required: true, message: t('field.missing') }]}
                      className="og-step-person"
                    >
                      <PersonPick known={known} />
                    </Form.Item>
                    <Form.Item name={[name, 'dueOn']} label={t('outgoing.dueOn')} className="og-step-due">
                      <FormDay min={me.today} isClearable />
                    </Form.Item>
                    <Button onClick={() => remove(name)} aria-label={t('outgoing.removeStep', { n: name + 1 })}>
                      {t('outgoing.remove')}
                    </Button>
                  </div>
                ))}
                <AddStep add={add} />
                <Form.ErrorList errors={errors} />
              </>
            )}
          </Form.List>
        </fieldset>
        <WordsField name="words" label={t('outgoing.sendWords')} rows={2} max={5000} isOptional />
      </>
    )
  },
  send: ({ words, steps, signerId }, one) =>
    answer(
      api.POST('/api/records/outgoing/{id}/send', {
        ...onOutgoing(one),
        body: {
          signerId,
          steps: steps.map(({ dueOn, ...step }) => ({ ...step, ...(dueOn ? { dueOn } : {}) })),
          ...optionalText('words', words),
        },
      }),
    ),
})

/** The next step comes after those there are; an approval is usually the last. */
function AddStep({ add }: { add: (step: Partial<StepWords>) => void }) {
  const { t } = useTranslation()
  const steps: Partial<StepWords>[] | undefined = Form.useWatch('steps', Form.useFormInstance())
  const next = Math.max(0, ...(steps ?? []).map((step) => step?.position ?? 0)) + 1
  return (
    <div className="row">
      {STEP_KINDS.map((kind) => (
        <Button key={kind} onClick={() => add({ position: next, kind })} data-testid={`add-${kind}`}>
          {t(`outgoing.addStep.${kind}`)}
        </Button>
      ))}
    </div>
  )
}

const agree = defineAct<{ words?: string }, Outgoing>({
  on: document,
  Fields: function Fields() {
    const { t } = useTranslation()
    return <WordsField name="words" label={t('outgoing.opinion')} max={5000} isOptional />
  },
  send: ({ words }, one) =>
    answer(api.POST('/api/records/outgoing/{id}/agree', { ...onOutgoing(one), body: optionalText('words', words) })),
})

function Reason() {
  const { t } = useTranslation()
  return <WordsField name="reason" label={t('outgoing.reason')} max={5000} />
}
const sendBack = defineAct<{ reason: string }, Outgoing>({
  on: document,
  Fields: Reason,
  send: (body, one) => answer(api.POST('/api/records/outgoing/{id}/send-back', { ...onOutgoing(one), body })),
})
const recall = defineAct<{ reason: string }, Outgoing>({
  on: document,
  Fields: Reason,
  send: (body, one) => answer(api.POST('/api/records/outgoing/{id}/recall', { ...onOutgoing(one), body })),
})
const replaceStep = defineAct<{ personId: number; reason: string }, Target>({
  on: (target) => (target.step ? target : undefined),
  Fields: function Fields({ on: { step } }) {
    const { t } = useTranslation()
    return (
      <>
        <p lang="vi">{t('outgoing.insteadOf', { name: step!.person.name, kind: t(`outgoing.step.${step!.kind}`) })}</p>
        <Field name="personId" label={t('outgoing.person')}>
          <PersonPick />
        </Field>
        <Reason />
      </>
    )
  },
  send: (typed, { one, step }) =>
    answer(
      api.POST('/api/records/outgoing/{id}/replace-step', {
        ...onOutgoing(one),
        body: { ...typed, stepId: step!.id },
      }),
    ),
})

type NewCopy = Body<'/api/records/outgoing/{id}/copies'>
const copy = defineAct<NewCopy, Outgoing>({
  on: document,
  initial: () => ({ form: 'SY' }),
  Fields: function Fields() {
    const { t } = useTranslation()
    return (
      <>
        <Field name="form" label={t('outgoing.copy.form')}>
          <Radio.Group
            options={(['SY', 'TrS'] as const).map((value) => ({ value, label: t(`outgoing.copy.${value}`) }))}
          />
        </Field>
        <Form.Item noStyle shouldUpdate={(before, now) => before.form !== now.form}>
          {({ getFieldValue }) =>
            getFieldValue('form') === 'TrS' ? (
              <WordsField name="extract" label={t('outgoing.copy.extract')} rows={6} max={20_000} />
            ) : null
          }
        </Form.Item>
        <LineField name="recipients" label={t('outgoing.copy.recipients')} max={500} isOptional />
      </>
    )
  },
  send: ({ form, extract, recipients }, one, key) =>
    answer(
      api.POST('/api/records/outgoing/{id}/copies', {
        params: { path: { id: one.id } },
        headers: key,
        body: {
          form,
          ...(form === 'TrS' ? optionalText('extract', extract) : {}),
          ...optionalText('recipients', recipients),
        },
      }),
    ),
})

/** The acts on a document that need input. */
export const FORMS: Record<FormAct, Act<FormAct, Target>> = {
  details,
  send,
  agree,
  sendBack,
  replaceStep,
  recall,
  copy,
}

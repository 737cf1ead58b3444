import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, actsWith } from '../form/act.tsx'
import { Field, WordsField } from '../form/fields.tsx'
import { optionalText } from '../form/typed-text.ts'
import { copyPath, incomingFilesPath } from '../paths/incoming.ts'
import { api, problemOf } from '../shell/api.ts'
import { download } from '../shell/download.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { sendForm } from '../shell/upload.ts'
import { fold } from '../ui/format.ts'
import { AssignFields, type Given, givenOf, OneFile } from './incoming-assign.tsx'
import { type Described, DescriptionFields, describedOf, descriptionFrom } from './incoming-description.tsx'
import {
  type Handling,
  type Incoming,
  incomingChoicesQuery,
  openCasesQuery,
  refreshIncoming,
  taskChoicesQuery,
} from './incoming-queries.ts'
import { ACCEPTED } from './incoming-upload.tsx'

/** On the document itself. */
const DOCUMENT_FORMS = [
  'register',
  'describe',
  'same',
  'return',
  'present',
  'assign',
  'finish',
  'reopen',
  'linkTask',
  'addFile',
  'toCase',
  'copy',
] as const satisfies readonly FormName[]
export type FormName =
  | 'register'
  | 'describe'
  | 'same'
  | 'return'
  | 'present'
  | 'assign'
  | 'finish'
  | 'reopen'
  | 'linkTask'
  | 'addFile'
  | 'toCase'
  | 'copy'
  | 'passOn'
  | 'finishPart'
  | 'giveBack'
  | 'withdraw'
/** A document, and for some acts the part of it. */
export interface IncomingTarget {
  one: Incoming
  part: Handling | undefined
}

type OfPart = 'passOn' | 'finishPart' | 'giveBack' | 'withdraw'
export const isOfDocument = (act: FormName): act is Exclude<FormName, OfPart> =>
  (DOCUMENT_FORMS as readonly FormName[]).includes(act)

function useFrame(act: FormName, { part }: IncomingTarget): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const hint = act === 'register' || act === 'return' || act === 'same' ? { hint: t(`incoming.hint.${act}`) } : {}
  return {
    title: !isOfDocument(act)
      ? t(`incoming.handlingAct.${act === 'finishPart' ? (part?.part === 'know' ? 'seen' : 'finish') : act}`)
      : t(`incoming.act.${act}`),
    did: t(`incoming.did.${act}`),
    refresh: () => refreshIncoming(queries),
    ...hint,
  }
}
const defineAct = actsWith(useFrame)
const document = ({ one }: IncomingTarget) => one
const partOf = ({ part }: IncomingTarget) => part
const on = ({ id, version }: { id: number; version: number }) => ({
  params: { path: { id } },
  headers: ifMatch(version),
})

interface Registering extends Described {
  isAuthentic: boolean
  isAddressedHere: boolean
  words?: string
  isAnother?: boolean
}
const register = defineAct<Registering, Incoming>({
  on: document,
  isBeside: true,
  initial: (one) => ({ ...describedOf(one), isAuthentic: false, isAddressedHere: false, isAnother: false }),
  Fields: function Fields({ on: one }) {
    const { t } = useTranslation()
    const isInvalid = one.signatures === 'invalid'
    const before = one.duplicateList.filter(({ how, number }) => how !== 'similar' && number !== null)
    return (
      <>
        {isInvalid ? (
          <Alert type="error" showIcon className="incoming-note" title={t('incoming.signatures.invalid')} />
        ) : null}
        <DescriptionFields />
        {before.length > 0 ? (
          <>
            <Alert
              type="warning"
              showIcon
              className="incoming-note"
              title={t('incoming.cameBefore', { numbers: before.map(({ number }) => number).join(', ') })}
            />
            <Form.Item name="isAnother" valuePropName="checked">
              <Checkbox>{t('incoming.isAnother')}</Checkbox>
            </Form.Item>
          </>
        ) : null}
        <Confirmed name="isAuthentic" label={t('incoming.isAuthentic')} />
        <Confirmed name="isAddressedHere" label={t('incoming.isAddressedHere')} />
        <WordsField
          name="words"
          label={isInvalid ? t('incoming.checkWordsInvalid') : t('incoming.checkWords')}
          rows={2}
          max={5000}
          isOptional={!isInvalid}
        />
      </>
    )
  },
  send: ({ isAuthentic, isAddressedHere, words, isAnother, ...described }, one) =>
    answer(
      api.POST('/api/records/incoming/{id}/register', {
        ...on(one),
        body: {
          description: descriptionFrom(described),
          isAuthentic,
          isAddressedHere,
          ...(isAnother ? { isAnother } : {}),
          ...optionalText('words', words),
        },
      }),
    ),
})

/** What must be so, or the document is returned instead. */
function Confirmed({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name={name}
      valuePropName="checked"
      className="incoming-confirmed"
      rules={[
        {
          validator: async (_, isSo?: boolean) => {
            if (!isSo) throw new Error(t('incoming.mustConfirm'))
          },
        },
      ]}
    >
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  )
}

const describe = defineAct<Described, Incoming>({
  on: document,
  isBeside: true,
  initial: describedOf,
  Fields: DescriptionFields,
  send: (described, one) =>
    answer(api.PATCH('/api/records/incoming/{id}', { ...on(one), body: descriptionFrom(described) })),
})

const same = defineAct<{ incomingId: number }, Incoming>({
  on: document,
  initial: ({ duplicateList }) => (duplicateList[0] ? { incomingId: duplicateList[0].id } : {}),
  Fields: function Fields({ on: one }) {
    const { t } = useTranslation()
    return (
      <Field
        name="incomingId"
        label={t('incoming.sameWhich')}
        extra={one.duplicateList.length === 0 ? t('incoming.noDuplicates') : undefined}
      >
        <Radio.Group
          className="incoming-radios"
          options={one.duplicateList.map(({ id, number, notation, about }) => ({
            value: id,
            label: [number ? t('incoming.numberOf', { n: number }) : t('incoming.unnumbered'), notation, about]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </Field>
    )
  },
  send: (body, one) => answer(api.POST('/api/records/incoming/{id}/same', { ...on(one), body })),
})

function ReasonField() {
  const { t } = useTranslation()
  return <WordsField name="reason" label={t('incoming.reason')} max={5000} />
}
const returned = defineAct<{ reason: string }, Incoming>({
  on: document,
  Fields: ReasonField,
  send: (body, one) => answer(api.POST('/api/records/incoming/{id}/return', { ...on(one), body })),
})
const reopen = defineAct<{ reason: string }, Incoming>({
  on: document,
  Fields: ReasonField,
  send: (body, one) => answer(api.POST('/api/records/incoming/{id}/reopen', { ...on(one), body })),
})

const matches = (typed: string, option?: { label?: unknown }) => fold(String(option?.label ?? '')).includes(fold(typed))

const present = defineAct<{ personId: number; words?: string }, Incoming>({
  on: document,
  Fields: function Fields() {
    const { t } = useTranslation()
    const { data, isPending } = useQuery(incomingChoicesQuery)
    return (
      <>
        <Field name="personId" label={t('incoming.presentTo')}>
          <Select
            loading={isPending}
            showSearch={{ filterOption: matches }}
            options={(data?.leaders ?? []).map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
          />
        </Field>
        <WordsField name="words" label={t('incoming.presentWords')} rows={3} max={5000} isOptional />
      </>
    )
  },
  send: ({ personId, words }, one) =>
    answer(
      api.POST('/api/records/incoming/{id}/present', {
        ...on(one),
        body: { personId, ...optionalText('words', words) },
      }),
    ),
})

const assign = defineAct<Given & { needsAnswer: boolean }, Incoming>({
  on: document,
  isWide: true,
  initial: ({ needsAnswer, dueOn, handlings }) => ({
    // The first who is given a document leads it, as a rule.
    handlings: [{ part: handlings.some(isLeading) ? 'coordinate' : 'lead' }],
    needsAnswer,
    ...(dueOn ? { dueOn } : {}),
  }),
  Fields: function Fields() {
    const { t } = useTranslation()
    return (
      <AssignFields hasUnits>
        <Form.Item name="needsAnswer" valuePropName="checked">
          <Checkbox>{t('incoming.needsAnswer')}</Checkbox>
        </Form.Item>
      </AssignFields>
    )
  },
  send: ({ needsAnswer, dueOn, words, ...given }, one) =>
    answer(
      api.POST('/api/records/incoming/{id}/assign', {
        ...on(one),
        body: {
          handlings: givenOf(given.handlings),
          needsAnswer,
          ...(dueOn ? { dueOn } : {}),
          ...optionalText('words', words),
        },
      }),
    ),
})
const isLeading = ({ part, state, fromId }: Handling) =>
  part === 'lead' && fromId === null && state !== 'withdrawn' && state !== 'givenBack'

const finish = defineAct<{ words: string }, Incoming>({
  on: document,
  Fields: function Fields() {
    const { t } = useTranslation()
    return <WordsField name="words" label={t('incoming.finishWords')} max={5000} />
  },
  send: (body, one) => answer(api.POST('/api/records/incoming/{id}/finish', { ...on(one), body })),
})

const linkTask = defineAct<{ taskId: number }, Incoming>({
  on: document,
  Fields: function Fields() {
    const { t } = useTranslation()
    const [words, setWords] = useState('')
    const { data, isFetching } = useQuery(taskChoicesQuery(words))
    return (
      <Field name="taskId" label={t('incoming.task')}>
        <Select
          showSearch={{ filterOption: false, onSearch: setWords }}
          loading={isFetching}
          placeholder={t('incoming.taskHint')}
          popupMatchSelectWidth={480}
          options={(data?.rows ?? []).map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))}
        />
      </Field>
    )
  },
  send: (body, { id }) => answer(api.POST('/api/records/incoming/{id}/tasks', { params: { path: { id } }, body })),
})

const addFile = defineAct<{ file: File }, Incoming>({
  on: document,
  Fields: function Fields() {
    const { t } = useTranslation()
    return (
      <Field name="file" label={t('incoming.attachment')}>
        <OneFile accept={ACCEPTED} />
      </Field>
    )
  },
  send: ({ file }, { id }, key) => sendForm(incomingFilesPath(id), {}, file, key),
})

const toCase = defineAct<{ caseId: number }, Incoming>({
  on: document,
  Fields: function Fields() {
    const { t } = useTranslation()
    const [words, setWords] = useState('')
    const { data, isFetching } = useQuery(openCasesQuery(words))
    const mine = (data?.rows ?? []).filter(({ may }) => may.includes('add'))
    return (
      <Field
        name="caseId"
        label={t('incoming.case')}
        extra={data && mine.length === 0 ? t('incoming.noCase') : undefined}
      >
        <Select
          showSearch={{ filterOption: false, onSearch: setWords }}
          loading={isFetching}
          placeholder={t('incoming.caseHint')}
          popupMatchSelectWidth={480}
          options={mine.map(({ id, code, title }) => ({ value: id, label: [code, title].filter(Boolean).join(': ') }))}
        />
      </Field>
    )
  },
  send: ({ caseId }, { id }, key) =>
    answer(
      api.POST('/api/records/cases/{id}/documents', {
        params: { path: { id: caseId } },
        headers: key,
        body: { kind: 'incoming', documentId: id },
      }),
    ),
})

type NewCopy = Body<'/api/records/incoming/{id}/copies'>
const COPY_FORMS = ['SY', 'SL', 'TrS'] as const satisfies readonly NewCopy['form'][]
const copy = defineAct<NewCopy, Incoming, { id: number }>({
  on: document,
  initial: () => ({ form: 'SL' }),
  Fields: function Fields() {
    const { t } = useTranslation()
    const form = Form.useWatch('form', Form.useFormInstance())
    return (
      <>
        <Field name="form" label={t('incoming.copyForm')}>
          <Radio.Group
            className="incoming-radios"
            options={COPY_FORMS.map((value) => ({ value, label: t(`incoming.copyForms.${value}`) }))}
          />
        </Field>
        {form === 'TrS' ? <WordsField name="extract" label={t('incoming.copyExtract')} max={20_000} /> : null}
        <Field name="recipients" label={t('incoming.copyRecipients')} isOptional>
          <Input maxLength={500} lang="vi" />
        </Field>
      </>
    )
  },
  send: ({ form, extract, recipients }, { id }, key) =>
    answer(
      api.POST('/api/records/incoming/{id}/copies', {
        params: { path: { id } },
        headers: key,
        body: {
          form,
          ...(form === 'TrS' ? optionalText('extract', extract) : {}),
          ...optionalText('recipients', recipients),
        },
      }),
    ),
  useOnDone: () => {
    const { message } = App.useApp()
    const words = useProblemWords()
    return ({ id }) => {
      download(copyPath(id)).catch((error) => message.error(words(problemOf(error))))
    }
  },
})

const passOn = defineAct<Given, Handling>({
  on: partOf,
  isWide: true,
  initial: ({ dueOn }) => ({ handlings: [{ part: 'lead' }], ...(dueOn ? { dueOn } : {}) }),
  Fields: () => <AssignFields hasUnits={false} />,
  send: ({ handlings, dueOn, words }, part) =>
    answer(
      api.POST('/api/records/handlings/{id}/pass-on', {
        ...on(part),
        body: {
          handlings: givenOf(handlings).map((one) => ({
            ...one,
            ...((one.dueOn ?? dueOn) ? { dueOn: one.dueOn ?? dueOn } : {}),
            ...optionalText('words', words),
          })),
        },
      }),
    ),
})

interface Finished {
  result?: string
  isOnline: boolean
  paperReason?: string
}
const finishPart = defineAct<Finished, Handling>({
  on: partOf,
  initial: () => ({ isOnline: true }),
  Fields: function Fields({ on: { part } }) {
    const { t } = useTranslation()
    const isOnline = Form.useWatch('isOnline', Form.useFormInstance())
    if (part === 'know')
      return <WordsField name="result" label={t('incoming.seenWords')} rows={2} max={5000} isOptional />
    return (
      <>
        <WordsField name="result" label={t('incoming.result')} max={5000} />
        <Field name="isOnline" label={t('incoming.onlineQuestion')}>
          <Radio.Group
            options={[
              { value: true, label: t('incoming.online') },
              { value: false, label: t('incoming.onPaper') },
            ]}
          />
        </Field>
        {isOnline === false ? (
          <WordsField name="paperReason" label={t('incoming.paperReason')} rows={2} max={5000} />
        ) : null}
      </>
    )
  },
  send: ({ result, isOnline, paperReason }, part) =>
    answer(
      api.POST('/api/records/handlings/{id}/finish', {
        ...on(part),
        body: {
          ...optionalText('result', result),
          ...(part.part === 'know' ? {} : { isOnline, ...optionalText('paperReason', paperReason) }),
        },
      }),
    ),
})

const giveBack = defineAct<{ reason: string }, Handling>({
  on: partOf,
  Fields: ReasonField,
  send: (body, part) => answer(api.POST('/api/records/handlings/{id}/give-back', { ...on(part), body })),
})
const withdraw = defineAct<{ reason: string }, Handling>({
  on: partOf,
  Fields: ReasonField,
  send: (body, part) => answer(api.POST('/api/records/handlings/{id}/withdraw', { ...on(part), body })),
})

/** The acts that need input. */
export const FORMS: Record<FormName, Act<FormName, IncomingTarget>> = {
  register,
  describe,
  same,
  return: returned,
  present,
  assign,
  finish,
  reopen,
  linkTask,
  addFile,
  toCase,
  copy,
  passOn,
  finishPart,
  giveBack,
  withdraw,
}

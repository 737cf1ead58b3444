import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, InputNumber, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, actsWith } from '../form/act.tsx'
import { DayField, Field, LineField, WordsField } from '../form/fields.tsx'
import { optionalText } from '../form/typed-text.ts'
import { type ArchiveActSearch, caseFilesPath } from '../paths/cases.ts'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { sendForm } from '../shell/upload.ts'
import { fold } from '../ui/format.ts'
import { DocumentFields } from './case-document-field.tsx'
import { type Case, type CaseItem, keepersQuery, refreshCases, retentionQuery } from './case-queries.ts'

/** The frame of a form here: its title, and what it refreshes. */
export function useCaseFrame(title: string): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return { title, did: t('cases.did'), refresh: () => refreshCases(queries) }
}

/** Opens and closes the form of an act, in the address of the page. */
export function useOpenCaseAct(): (open: ArchiveActSearch) => void {
  const navigate = useNavigate()
  return (open) =>
    navigate({
      to: '.',
      search: (before: object) => ({ ...before, act: undefined, item: undefined, ...open }),
      replace: true,
      resetScroll: false,
    })
}

/** The buttons of what may be done now: the first is the leading one. */
export function CaseActs<Name extends string>({
  may,
  nameOf,
  onOpen,
  testId,
}: {
  may: readonly Name[]
  nameOf: (act: Name) => string
  onOpen: (act: Name) => void
  testId: string
}) {
  if (may.length === 0) return null
  return (
    <div className="row acts screen-only">
      {may.map((act, place) => (
        <Button
          key={act}
          type={place === 0 ? 'primary' : 'default'}
          onClick={() => onOpen(act)}
          data-testid={`${testId}-${act}`}
        >
          {nameOf(act)}
        </Button>
      ))}
    </div>
  )
}

const matches = (typed: string, option?: { label?: unknown }) => fold(String(option?.label ?? '')).includes(fold(typed))

/** A class of retention in force. */
export function RetentionField({ isOptional = false }: { isOptional?: boolean }) {
  const { t } = useTranslation()
  const found = useQuery(retentionQuery)
  return (
    <Field name="retentionClassId" label={t('cases.field.retention')} isOptional={isOptional}>
      <Select
        loading={found.isPending}
        allowClear={isOptional}
        showSearch={{ filterOption: matches }}
        options={(found.data?.rows ?? []).map(({ id, name, years }) => ({
          value: id,
          label: `${years === null ? t('cases.permanent') : t('cases.years', { count: years })}: ${name}`,
        }))}
      />
    </Field>
  )
}

/** Who keeps a case: a person of the body. */
export function KeeperField({ isOptional = false }: { isOptional?: boolean }) {
  const { t } = useTranslation()
  const found = useQuery(keepersQuery)
  return (
    <Field name="keeperId" label={t('cases.field.keeper')} isOptional={isOptional}>
      <Select
        loading={found.isPending}
        allowClear={isOptional}
        showSearch={{ filterOption: matches }}
        options={(found.data?.rows ?? []).map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit}` }))}
      />
    </Field>
  )
}

/** A day that has been. */
export function PastDay({ name, label }: { name: string; label: string }) {
  const me = useMe()
  return <DayField name={name} label={label} max={me.today} />
}

export function ReasonField() {
  const { t } = useTranslation()
  return <WordsField name="reason" label={t('cases.field.reason')} rows={3} />
}

/** One file; the form passes value and onChange. */
function FileBox({ value, onChange, id }: { value?: File; onChange?: (file: File | undefined) => void; id?: string }) {
  const { t } = useTranslation()
  return (
    <Upload
      {...(id === undefined ? {} : { id })}
      maxCount={1}
      fileList={value ? [{ uid: '1', name: value.name }] : []}
      beforeUpload={(file) => {
        onChange?.(file)
        return false
      }}
      onRemove={() => onChange?.(undefined)}
    >
      <Button>{t('cases.chooseFile')}</Button>
    </Upload>
  )
}

export type CaseForm =
  | 'edit'
  | 'addDocument'
  | 'addFile'
  | 'close'
  | 'reopen'
  | 'offer'
  | 'remove'
  | 'proposeDestruction'
/** A case, and the item of it that an act is on. */
export interface CaseTarget {
  one: Case
  item: CaseItem | undefined
}
const defineAct = actsWith((act: CaseForm, _: CaseTarget) => {
  const { t } = useTranslation()
  return useCaseFrame(t(`cases.act.${act}`))
})
const onOne = ({ id, version }: Case) => ({ params: { path: { id } }, headers: ifMatch(version) })
const just = ({ one }: CaseTarget) => one

type AddDocument = Body<'/api/records/cases/{id}/documents'>
interface AddFile {
  file: File
  title: string
  datedOn: string
  author: string
  notation?: string
  pages?: number
}

/** The acts on a case that need input. */
export const CASE_FORMS: Record<CaseForm, Act<CaseForm, CaseTarget>> = {
  edit: defineAct<Body<'/api/records/cases/{id}', 'patch'>, Case>({
    on: just,
    initial: ({ title, retention, keeper }) => ({ title, retentionClassId: retention.id, keeperId: keeper.id }),
    Fields: () => {
      const { t } = useTranslation()
      return (
        <>
          <LineField name="title" label={t('cases.field.title')} />
          <RetentionField />
          <KeeperField />
        </>
      )
    },
    send: (body, one) => answer(api.PATCH('/api/records/cases/{id}', { ...onOne(one), body })),
  }),
  addDocument: defineAct<AddDocument, Case>({
    on: just,
    initial: () => ({ kind: 'incoming' }),
    Fields: DocumentFields,
    send: (body, { id }, key) =>
      answer(api.POST('/api/records/cases/{id}/documents', { params: { path: { id } }, headers: key, body })),
  }),
  addFile: defineAct<AddFile, Case>({
    on: just,
    Fields: () => {
      const { t } = useTranslation()
      return (
        <>
          <Field name="file" label={t('cases.field.file')} extra={t('cases.fileHint')}>
            <FileBox />
          </Field>
          <LineField name="title" label={t('cases.field.about')} />
          <LineField name="author" label={t('cases.field.author')} />
          <PastDay name="datedOn" label={t('cases.field.datedOn')} />
          <LineField name="notation" label={t('cases.field.notation')} max={60} isOptional />
          <Field name="pages" label={t('cases.field.pages')} isOptional>
            <InputNumber min={1} max={100_000} precision={0} />
          </Field>
        </>
      )
    },
    send: ({ file, title, author, datedOn, notation, pages }, { id }, key) =>
      sendForm(
        caseFilesPath(id),
        {
          about: JSON.stringify({
            title,
            author,
            datedOn,
            ...optionalText('notation', notation),
            ...(pages ? { pages } : {}),
          }),
        },
        file,
        key,
      ),
  }),
  close: defineAct<Body<'/api/records/cases/{id}/close'>, Case>({
    on: just,
    initial: (_, today) => ({ endedOn: today }),
    Fields: () => {
      const { t } = useTranslation()
      return <PastDay name="endedOn" label={t('cases.field.endedOn')} />
    },
    send: (body, one) => answer(api.POST('/api/records/cases/{id}/close', { ...onOne(one), body })),
  }),
  reopen: defineAct<Body<'/api/records/cases/{id}/reopen'>, Case>({
    on: just,
    Fields: ReasonField,
    send: (body, one) => answer(api.POST('/api/records/cases/{id}/reopen', { ...onOne(one), body })),
  }),
  remove: defineAct<{ reason: string }, { one: Case; item: CaseItem }>({
    on: ({ one, item }) => item && { one, item },
    Fields: ReasonField,
    send: (body, { one, item }, key) =>
      answer(
        api.POST('/api/records/cases/{id}/items/{itemId}/remove', {
          params: { path: { id: one.id, itemId: item.id } },
          headers: key,
          body,
        }),
      ),
  }),
  offer: defineAct<{ words?: string }, Case, { id: number }>({
    on: just,
    Fields: OfferFields,
    send: ({ words }, { id }, key) => offerCases([id], words, key),
    useOnDone: useToHandOver,
  }),
  proposeDestruction: defineAct<{ reason: string }, Case, { id: number }>({
    on: just,
    Fields: ReasonField,
    send: ({ reason }, { id }, key) => proposeDestruction([id], reason, key),
    useOnDone: useToDestruction,
  }),
}

type Key = Record<string, string>
export const offerCases = (caseIds: number[], words: string | undefined, key: Key) =>
  answer(api.POST('/api/records/hand-overs', { headers: key, body: { caseIds, ...optionalText('words', words) } }))
export const proposeDestruction = (caseIds: number[], reason: string, key: Key) =>
  answer(api.POST('/api/records/destructions', { headers: key, body: { caseIds, reason } }))

export function OfferFields() {
  const { t } = useTranslation()
  return (
    <>
      <p className="soft">{t('cases.offerHint')}</p>
      <Field name="words" label={t('cases.field.words')} isOptional>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Field>
    </>
  )
}
export function useToHandOver() {
  const navigate = useNavigate()
  return ({ id }: { id: number }) => {
    navigate({ to: '/van-ban/luu-tru/giao-nop/$id', params: { id: String(id) } })
  }
}
export function useToDestruction() {
  const navigate = useNavigate()
  return ({ id }: { id: number }) => {
    navigate({ to: '/van-ban/luu-tru/huy/$id', params: { id: String(id) } })
  }
}

/** Copies a hash, for whoever compares it elsewhere. */
export function HashText({ sha256 }: { sha256: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const shown = `${sha256.slice(0, 12)}…`
  return (
    <Button
      type="link"
      size="small"
      className="case-hash"
      aria-label={`${t('cases.copyHash')} ${shown}`}
      onClick={() => navigator.clipboard?.writeText(sha256).then(() => message.success(t('cases.hashCopied')))}
    >
      {shown}
    </Button>
  )
}

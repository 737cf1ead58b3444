/** What documents on their way to the signature have in common on screen: letters and reports. */
import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { Fact } from '../ui/labelled.tsx'
import { WordsField } from './fields.tsx'
import './signing.css'

/** Acts without input: they ask for confirmation instead of opening a form. */
export const PLAIN_ACTS = ['submit', 'withdraw', 'sign', 'drop'] as const
export type PlainAct = (typeof PLAIN_ACTS)[number]
const isPlain = (act: string): act is PlainAct => (PLAIN_ACTS as readonly string[]).includes(act)

/** The acts that the server allows on the document now, the leading one first to the eye. */
export function SigningActs<Act extends string>({
  may,
  leading,
  nameOf,
  sureOf,
  moreOf,
  isLoading = () => false,
  send,
  refresh,
  onOpen,
  testId,
}: {
  may: readonly Act[]
  leading: readonly Act[]
  nameOf: (act: Act) => string
  /** The question before an act without input. */
  sureOf: (act: PlainAct) => string
  /** What stands below the question, where there is more to see before one answers. */
  moreOf?: (act: PlainAct) => ReactNode
  /** What the question shows is still on its way: it is not asked before. */
  isLoading?: (act: Act) => boolean
  send: (act: PlainAct) => Promise<unknown>
  refresh: () => Promise<unknown>
  /** Opens the form of any other act. */
  onOpen: (act: Act) => void
  testId: string
}) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const doing = useMutation({
    mutationFn: ({ act, now }: { act: PlainAct; now: typeof send }) => now(act),
    onSuccess: (_done, { act }) => message.success(t(`signing.did.${act}`)),
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => refresh(),
  })
  const first = may.find((act) => leading.includes(act))
  const start = (act: Act) => {
    if (!isPlain(act)) return onOpen(act)
    // What the question shows is what is agreed to: what is loaded while it is open does not change what is sent.
    const now = send
    modal.confirm({
      title: sureOf(act),
      content: moreOf?.(act),
      okText: nameOf(act),
      cancelText: t('shell.cancel'),
      onOk: () => doing.mutateAsync({ act, now }).catch(() => undefined),
    })
  }
  if (may.length === 0) return null
  return (
    <div className="row acts signing-acts screen-only">
      {may.map((act) => (
        <Button
          key={act}
          type={act === first ? 'primary' : 'default'}
          danger={act === 'drop'}
          onClick={() => start(act)}
          loading={isLoading(act) || (doing.isPending && doing.variables?.act === act)}
          data-testid={`${testId}-${act}`}
        >
          {nameOf(act)}
        </Button>
      ))}
    </div>
  )
}

/** Why a draft came back unsigned. */
export function SentBackNote({ state, reason }: { state: string; reason: string | null }) {
  const { t } = useTranslation()
  if (state !== 'draft' || !reason) return null
  return <Alert type="warning" showIcon className="sent-back" title={t('signing.sentBack', { reason })} />
}

/** The field in which the signatory says why. */
export function ReasonField() {
  const { t } = useTranslation()
  return <WordsField name="reason" label={t('signing.reason')} rows={3} max={2000} />
}

/** Whose signature the document is submitted for; empty: that of whoever may sign. */
export function SignatoryField({
  signatories,
}: {
  signatories: readonly { id: number; name: string; title: string }[]
}) {
  const { t } = useTranslation()
  return (
    <Form.Item name="signatoryId" label={t('signing.signatory')}>
      <Select
        allowClear
        placeholder={t('signing.anySignatory')}
        options={signatories.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))}
      />
    </Form.Item>
  )
}

/** Who signed, for whom; or who is to sign. */
export function SignatureFact({
  signer,
  onBehalfOf,
  signatory,
}: {
  signer: string | null
  onBehalfOf: string | null
  signatory: string | null
}) {
  const { t } = useTranslation()
  if (signer === null) return <Fact name={t('signing.signatory')}>{signatory ?? t('signing.anySignatory')}</Fact>
  return (
    <Fact name={t('signing.signedBy')}>
      <span lang="vi">{signer}</span>
      {onBehalfOf ? <span className="soft"> ({t('signing.onBehalf', { name: onBehalfOf })})</span> : null}
    </Fact>
  )
}

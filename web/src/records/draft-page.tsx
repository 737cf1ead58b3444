import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFilePick } from '../form/file-pick.tsx'
import { optionalText } from '../form/typed-text.ts'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { sendForm } from '../shell/upload.ts'
import { Waiting } from '../shell/waiting.tsx'
import { asSentence } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { dropKept, keep, keptOf } from './draft-kept.ts'
import { onOutgoing } from './outgoing-act.tsx'
import { type Content, type Outgoing, outgoingQuery, refreshOutgoing } from './outgoing-queries.ts'
import './draft.css'

/** The text of one draft, to be written. */
export function DraftPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/van-ban-di/$id/soan' }).id)
  const found = useQuery({ ...outgoingQuery(id), refetchOnMount: 'always' })
  useTitle(found.data ? t('outgoing.editor.title', { name: found.data.about }) : t('outgoing.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending || (found.isFetching && !found.isFetchedAfterMount))
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  return <Writing key={id} loaded={found.data} />
}

const BLANK: Content = { addressees: [], parts: [] }
const linesIn = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function Writing({ loaded }: { loaded: Outgoing }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  // What stands here stays, whatever others do meanwhile: saving on a version that has passed is refused.
  const [base, setBase] = useState(loaded)
  const [kept, setKept] = useState(() => keptOf(loaded.id, loaded.version))
  const [start, setStart] = useState(0)
  const begun = kept ?? base.content ?? BLANK
  const [addressees, setAddressees] = useState(begun.addressees.join('\n'))
  const [note, setNote] = useState('')
  const [isChanged, setChanged] = useState(kept !== undefined)
  const parts = useRef(begun.parts)
  const content = (): Content => ({ addressees: linesIn(addressees), parts: parts.current })
  const touch = (typed = addressees) => {
    setChanged(true)
    keep(base.id, base.version, { addressees: linesIn(typed), parts: parts.current })
  }
  const saving = useMutation({
    mutationFn: () =>
      answer(
        api.PATCH('/api/records/outgoing/{id}', {
          ...onOutgoing(base),
          body: { content: content(), ...optionalText('note', note) },
        }),
      ),
    onSuccess: async () => {
      dropKept(base.id)
      setChanged(false)
      setKept(undefined)
      setNote('')
      message.success(t('outgoing.editor.saved'))
      await refreshOutgoing(queries)
      setBase(await queries.fetchQuery(outgoingQuery(base.id)))
    },
  })
  const takingIn = useMutation({
    mutationFn: (file: File) =>
      sendForm<unknown>(`/api/records/outgoing/${base.id}/file`, {}, file, ifMatch(base.version)),
    onSuccess: async () => {
      await refreshOutgoing(queries)
      const taken = await queries.fetchQuery(outgoingQuery(base.id))
      setBase(taken)
      restart(taken)
      message.success(t('outgoing.editor.saved'))
    },
  })
  const pick = useFilePick({
    accept: '.docx',
    label: t('outgoing.editor.takeIn'),
    testId: 'take-in',
    onPick: ([file]) => takingIn.mutate(file),
  })
  /** Begins again with what is saved. */
  const restart = (saved: Outgoing) => {
    dropKept(saved.id)
    setKept(undefined)
    setChanged(false)
    parts.current = saved.content?.parts ?? []
    setAddressees((saved.content ?? BLANK).addressees.join('\n'))
    setStart(start + 1)
  }
  // A closed window takes with it what its tab keeps.
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
  if (!loaded.acts.includes('edit') && !isChanged)
    return (
      <div className="page">
        <Alert type="info" showIcon title={t('outgoing.editor.closed')} />
        <p>
          <Link to="/van-ban-di/$id" params={{ id: String(loaded.id) }}>
            {t('outgoing.editor.back')}
          </Link>
        </p>
      </div>
    )
  return (
    <div className="page draft-page">
      <div className="page-head">
        <p>
          <Link to="/van-ban-di/$id" params={{ id: String(base.id) }}>
            {t('outgoing.editor.back')}
          </Link>
        </p>
        <h1 lang="vi">{asSentence(base.about)}</h1>
        <p className="soft">{t('outgoing.editor.textHint')}</p>
      </div>
      {kept ? (
        <Alert
          type="info"
          showIcon
          className="draft-note"
          title={t('outgoing.editor.kept')}
          action={
            <Button size="small" onClick={() => restart(base)}>
              {t('outgoing.editor.keptDrop')}
            </Button>
          }
        />
      ) : null}
      <Labelled
        id="draft-addressees"
        label={t('outgoing.editor.addressees')}
        hint={t('outgoing.editor.addresseesHint')}
      >
        <Input.TextArea
          id="draft-addressees"
          value={addressees}
          onChange={({ target }) => {
            setAddressees(target.value)
            touch(target.value)
          }}
          autoSize={{ minRows: 1, maxRows: 6 }}
          lang="vi"
        />
      </Labelled>
      <DraftEditor
        key={start}
        initial={parts.current}
        label={t('outgoing.editor.text')}
        onChange={(changed) => {
          parts.current = changed
          touch()
        }}
        onSave={() => saving.mutate()}
      />
      {saving.error ? <ProblemNote error={saving.error} /> : null}
      {takingIn.error ? <ProblemNote error={takingIn.error} /> : null}
      <div className="draft-foot">
        <Labelled id="draft-note" label={t('outgoing.editor.note')}>
          <Input
            id="draft-note"
            value={note}
            onChange={({ target }) => setNote(target.value)}
            placeholder={t('outgoing.editor.noteHint')}
            maxLength={1000}
          />
        </Labelled>
        <div className="row">
          <Button
            type="primary"
            loading={saving.isPending}
            disabled={!isChanged}
            onClick={() => saving.mutate()}
            title="Ctrl+S"
            data-testid="save-version"
          >
            {t('outgoing.editor.save')}
          </Button>
          <Button onClick={pick.open} loading={takingIn.isPending} disabled={isChanged}>
            {t('outgoing.editor.takeIn')}
          </Button>
          {pick.input}
          <Button onClick={() => navigate({ to: '/van-ban-di/$id', params: { id: String(base.id) } })}>
            {t('outgoing.editor.back')}
          </Button>
          <span className="soft" role="status">
            {t(isChanged ? 'outgoing.editor.unsaved' : 'outgoing.editor.allSaved')}
          </span>
        </div>
      </div>
    </div>
  )
}

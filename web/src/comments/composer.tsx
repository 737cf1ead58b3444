import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Mentions } from 'antd'
import { type ReactNode, useDeferredValue, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useKeptDraft } from './kept-draft.ts'
import { mayBeName, movedPicks, type Pick, stillMeant, withPick } from './picks.ts'
import { type Audience, peopleQuery, type Written } from './queries.ts'

const LONGEST = 4000
const NOTHING: Written = { body: '', picks: [] }

interface Props {
  taskId: number
  audience: Audience
  label: string
  /** Text of the button. */
  act: string
  initial?: Written
  /** What is typed is found again under this name when the page is opened once more, until it is sent. */
  keptAs?: string
  /** Fields above the text: for whom it is. */
  before?: ReactNode
  isFocused?: boolean
  send: (written: Written, key: ReturnType<typeof newKey>) => Promise<unknown>
  onDone?: () => void
  onCancel?: () => void
}

/** The text of a comment, with people to mention after an @. What is typed survives every refusal. */
export function Composer(props: Props) {
  const { taskId, audience, label, act, initial, before, isFocused = false, keptAs, send, onDone, onCancel } = props
  const { t } = useTranslation()
  const id = useId()
  const [written, setWritten] = useKeptDraft(keptAs, initial ?? NOTHING)
  const [key, setKey] = useState(newKey)
  const [typed, setTyped] = useState<string>()
  /** The text before the last edit: who is chosen is found by what the choice changed. */
  const last = useRef(written.body)
  const words = useDeferredValue(typed)
  const found = useQuery({ ...peopleQuery(taskId, audience, words ?? ''), enabled: words !== undefined })
  // Until the answer for what is typed arrives, only those of the one before whom it may mean are shown.
  const isBehind = typed !== words || found.isPlaceholderData
  const people = isBehind ? stillMeant(found.data?.people ?? [], typed ?? '') : (found.data?.people ?? [])
  const sending = useMutation({
    mutationFn: (what: Written) => send(what, key),
    onSuccess: () => {
      setWritten(NOTHING)
      setKey(newKey())
      onDone?.()
    },
  })
  const edit = (body: string) => {
    last.current = written.body
    setWritten({ body, picks: movedPicks(written.body, body, written.picks) })
    if (sending.isError) sending.reset()
  }
  const choose = (pick: { personId: number; name: string }) => {
    setTyped(undefined)
    setWritten(({ body, picks }) => ({ body, picks: withPick(last.current, body, picks, pick) }))
  }
  const isBlank = written.body.trim() === ''
  const submit = () => {
    if (!isBlank && !sending.isPending) sending.mutate(written)
  }
  return (
    <form
      className="composer screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {before}
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <Mentions
        id={id}
        value={written.body}
        placeholder={label}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={LONGEST}
        autoFocus={isFocused}
        loading={found.isFetching && people.length === 0}
        filterOption={false}
        classNames={{ popup: 'composer-people' }}
        validateSearch={(text) => mayBeName(text, written.picks)}
        notFoundContent={typed?.includes(' ') ? null : t('comments.noPerson')}
        onChange={edit}
        onSearch={(text) => setTyped(text)}
        onSelect={(option) => {
          const person = people.find(({ personId }) => `person-${personId}` === option.className)
          if (person) choose(person)
        }}
        options={people.map(({ personId, name, title, agencyName }) => ({
          key: String(personId),
          value: name,
          className: `person-${personId}`,
          label: (
            <span lang="vi">
              <strong>{name}</strong>{' '}
              <span className="soft">
                {title}, {agencyName}
              </span>
            </span>
          ),
        }))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      />
      <span className="unseen" role="status">
        {typed === undefined || !found.data ? '' : t('comments.found', { count: people.length })}
      </span>
      {sending.error ? <Refused error={sending.error} /> : null}
      <div className="row composer-foot">
        <Button type="primary" htmlType="submit" disabled={isBlank} loading={sending.isPending}>
          {act}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('shell.cancel')}</Button> : null}
        <span className="soft composer-hint">{t('comments.hint')}</span>
      </div>
    </form>
  )
}

/** The refusal; in English it names who may not read, as the Vietnamese sentence of the server does. */
function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { extra } = problemOf(error)
  const names = language === 'en' && typeof extra.named === 'string'
  return (
    <ProblemNote error={error}>{names ? t('comments.named', { name: String(extra.named) }) : undefined}</ProblemNote>
  )
}

/** The picks of a comment that is corrected. */
export const picksOf = (mentions: readonly Pick[]): Pick[] =>
  mentions.map(({ personId, name, start, end }) => ({ personId, name, start, end }))

import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter } from '../list/filters.tsx'
import { List, rowsOf } from '../list/list.tsx'
import { type Column, Rows } from '../list/rows.tsx'
import { LETTER_STATES, type UrgingSearch } from '../paths/urging.ts'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { Blank } from '../ui/blank.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { BulkResult, type Failure } from './bulk.tsx'
import { type LetterCard, lettersQuery, refreshUrging } from './queries.ts'

interface Result {
  summary: string
  done: { id: number; name: string; extra: string }[]
  failed: Failure[]
}

/** Letters, newest first; several can be submitted or signed in one act. */
export function LettersTab({ search, onChange }: { search: UrgingSearch; onChange: (changed: UrgingSearch) => void }) {
  const { t } = useTranslation()
  const filter = {
    ...(search.state ? { state: search.state } : {}),
    ...(search.agencyId ? { agencyId: search.agencyId } : {}),
  }
  const found = useInfiniteQuery(lettersQuery(filter))
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const picked = rowsOf(found.data)?.filter(({ id }) => chosen.has(id)) ?? []
  const toggle = (id: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <section aria-label={t('urging.tabs.letters')}>
      <div className="row spread screen-only panel-head">
        <ChoiceFilter
          id="letter-state"
          label={t('urging.stateLabel')}
          value={search.state}
          onChange={(state) => onChange({ state })}
          options={LETTER_STATES.map((state) => ({ value: state, label: t(`urging.state.${state}`) }))}
        />
        <Bulk rows={picked} onDone={() => setChosen(new Set())} />
      </div>
      <List
        query={found}
        rows={rowsOf(found.data)}
        blank={<Blank title={t('urging.lettersNone')} hint={t('urging.lettersNoneHint')} />}
      >
        {(letters) => <LetterRows rows={letters} chosen={chosen} onToggle={toggle} />}
      </List>
    </section>
  )
}

/** The acts that apply to the selection. */
function Bulk({ rows, onDone }: { rows: LetterCard[]; onDone: () => void }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const [result, setResult] = useState<Result>()
  const drafts = rows.filter(({ may }) => may.includes('submit'))
  const waiting = rows.filter(({ may }) => may.includes('sign'))
  const versions = (letters: LetterCard[]) => ({ letters: letters.map(({ id, version }) => ({ id, version })) })
  const after = async (outcome: Result) => {
    setResult(outcome)
    onDone()
    await refreshUrging(queries)
  }
  const failedOf = (failed: { agencyName: string; code: string; message: string }[]) =>
    failed.map(({ agencyName, code, message: why }) => ({ name: agencyName, code, message: why }))
  const onError = (error: unknown) => message.error(words(problemOf(error)))
  const signing = useMutation({
    mutationFn: () => answer(api.POST('/api/urging/letters/sign', { body: versions(waiting) })),
    onSuccess: ({ signed, failed }) =>
      after({
        summary: t('urging.didSignMany', { count: signed.length }),
        done: signed.map(({ id, agencyName, notation }) => ({ id, name: agencyName, extra: notation })),
        failed: failedOf(failed),
      }),
    onError,
  })
  const unreached = waiting.filter(({ isUnreached }) => isUnreached).map(({ agencyName }) => agencyName)
  const sign = () => {
    if (unreached.length === 0) return signing.mutate()
    modal.confirm({
      title: t('urging.sureMany', { n: waiting.length }),
      content: t('urging.unreachedMany', { n: unreached.length, names: unreached.join('; ') }),
      okText: t('urging.signMany', { count: waiting.length }),
      cancelText: t('shell.cancel'),
      onOk: () => signing.mutateAsync().catch(() => undefined),
    })
  }
  const submitting = useMutation({
    mutationFn: () => answer(api.POST('/api/urging/letters/submit', { body: versions(drafts) })),
    onSuccess: ({ submitted, failed }) =>
      after({
        summary: t('urging.didSubmitMany', { count: submitted.length }),
        done: submitted.map(({ id, agencyName }) => ({ id, name: agencyName, extra: '' })),
        failed: failedOf(failed),
      }),
    onError,
  })
  return (
    <div className="row">
      {drafts.length > 0 ? (
        <Button onClick={() => submitting.mutate()} loading={submitting.isPending} data-testid="submit-many">
          {t('urging.submitMany', { count: drafts.length })}
        </Button>
      ) : null}
      {waiting.length > 0 ? (
        <Button type="primary" onClick={sign} loading={signing.isPending} data-testid="sign-many">
          {t('urging.signMany', { count: waiting.length })}
        </Button>
      ) : null}
      <BulkResult
        title={t('urging.bulkTitle')}
        summary={result?.summary ?? ''}
        done={result?.done}
        failed={result?.failed ?? []}
        onClose={() => setResult(undefined)}
      />
    </div>
  )
}

function LetterRows({
  rows,
  chosen,
  onToggle,
}: {
  rows: readonly LetterCard[]
  chosen: ReadonlySet<number>
  onToggle: (id: number, isChosen: boolean) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const mayChoose = ({ may }: LetterCard) => may.includes('submit') || may.includes('sign')
  const choice: Column<LetterCard> = {
    key: 'choice',
    title: <span className="unseen">{t('urging.chooseAll')}</span>,
    isOnScreenOnly: true,
    cell: (letter) =>
      mayChoose(letter) ? (
        <Checkbox
          checked={chosen.has(letter.id)}
          onChange={({ target }) => onToggle(letter.id, target.checked)}
          aria-label={t('urging.choose', { name: letter.agencyName })}
        />
      ) : null,
  }
  return (
    <div data-testid="letters">
      <Rows
        rows={rows}
        caption={t('urging.tabs.letters')}
        keyOf={({ id }) => id}
        isWide
        columns={[
          ...(rows.some(mayChoose) ? [choice] : []),
          { key: 'agency', title: t('urging.agency'), isHead: true, cell: (letter) => <Name letter={letter} /> },
          {
            key: 'number',
            title: t('urging.number'),
            className: 'tabular',
            cell: ({ notation }) => notation ?? <span className="soft">{t('urging.unnumbered')}</span>,
          },
          { key: 'state', title: t('urging.stateLabel'), cell: (letter) => <State letter={letter} /> },
          {
            key: 'tasks',
            title: t('urging.task'),
            isNumber: true,
            className: 'tabular',
            cell: ({ tasks }) => showNumber(tasks, language),
          },
          {
            key: 'overdue',
            title: t('urging.overdue'),
            isNumber: true,
            className: 'tabular',
            cell: ({ overdue }) => showNumber(overdue, language),
          },
          {
            key: 'issuedOn',
            title: t('urging.issuedOn'),
            className: 'tabular',
            cell: ({ issuedOn }) => (issuedOn ? showDay(issuedOn) : '–'),
          },
          {
            key: 'replyBy',
            title: t('urging.replyBy'),
            className: 'tabular',
            cell: ({ replyBy }) => showDay(replyBy),
          },
          {
            key: 'signer',
            title: t('urging.signer'),
            cell: ({ signerName, signatoryName }) => <span lang="vi">{signerName ?? signatoryName ?? '–'}</span>,
          },
        ]}
      />
    </div>
  )
}

function Name({ letter }: { letter: LetterCard }) {
  const { t } = useTranslation()
  return (
    <>
      <Link to="/don-doc/$id" params={{ id: String(letter.id) }} data-row>
        {letter.agencyName}
      </Link>
      {letter.isSample ? <span className="tag">{t('urging.sample')}</span> : null}
    </>
  )
}

function State({ letter }: { letter: LetterCard }) {
  const { t } = useTranslation()
  return (
    <>
      {t(`urging.state.${letter.state}`)}
      {letter.state === 'draft' && letter.sentBackReason ? (
        <span className="tag warn">{t('urging.act.sendBack')}</span>
      ) : null}
    </>
  )
}

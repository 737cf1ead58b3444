import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LETTER_STATES, type UrgingSearch } from '../paths.ts'
import { api, problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { BulkResult, type Failure } from './bulk.tsx'
import { type LetterCard, lettersQuery } from './queries.ts'

interface Result {
  summary: string
  done: { id: number; name: string; extra: string }[]
  failed: Failure[]
}

/** Letters, newest first; several can be handed in or signed in one act. */
export function LettersTab({ search, onChange }: { search: UrgingSearch; onChange: (changed: UrgingSearch) => void }) {
  const { t } = useTranslation()
  const filter = {
    ...(search.state ? { state: search.state } : {}),
    ...(search.agencyId ? { agencyId: search.agencyId } : {}),
  }
  const found = useInfiniteQuery(lettersQuery(filter))
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const picked = rows.filter(({ id }) => chosen.has(id))
  const toggle = (id: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <section className="stack" aria-label={t('urging.tabs.letters')}>
      <div className="row spread screen-only">
        <Labelled id="letter-state" label={t('urging.stateLabel')}>
          <Select
            id="letter-state"
            className="wide"
            value={search.state ?? ''}
            onChange={(state) => onChange({ state: LETTER_STATES.find((one) => one === state) })}
            options={[
              { value: '', label: t('urging.anyState') },
              ...LETTER_STATES.map((state) => ({ value: state as string, label: t(`urging.state.${state}`) })),
            ]}
          />
        </Labelled>
        <Bulk rows={picked} onDone={() => setChosen(new Set())} />
      </div>
      {found.error ? <ProblemNote error={found.error} retry={found.refetch} /> : null}
      {found.isPending ? <Waiting lines={8} /> : null}
      {found.data && rows.length === 0 ? (
        <Blank title={t('urging.lettersNone')} hint={t('urging.lettersNoneHint')} />
      ) : null}
      {rows.length > 0 ? <LetterTable rows={rows} chosen={chosen} onToggle={toggle} /> : null}
      {found.hasNextPage ? (
        <Button onClick={() => found.fetchNextPage()} loading={found.isFetchingNextPage} className="screen-only">
          {t('urging.more')}
        </Button>
      ) : null}
    </section>
  )
}

/** The acts that make sense for what is chosen. */
function Bulk({ rows, onDone }: { rows: LetterCard[]; onDone: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const [result, setResult] = useState<Result>()
  const drafts = rows.filter(({ may }) => may.includes('submit'))
  const waiting = rows.filter(({ may }) => may.includes('sign'))
  const versions = (letters: LetterCard[]) => ({ letters: letters.map(({ id, version }) => ({ id, version })) })
  const after = async (told: Result) => {
    setResult(told)
    onDone()
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['letters'] }),
      queries.invalidateQueries({ queryKey: ['urging'] }),
    ])
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
        <Button type="primary" onClick={() => signing.mutate()} loading={signing.isPending} data-testid="sign-many">
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

function LetterTable({
  rows,
  chosen,
  onToggle,
}: {
  rows: LetterCard[]
  chosen: ReadonlySet<number>
  onToggle: (id: number, isChosen: boolean) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const n = (value: number) => showNumber(value, language)
  const mayChoose = ({ may }: LetterCard) => may.includes('submit') || may.includes('sign')
  const isChoosing = rows.some(mayChoose)
  return (
    <ScrollBox label={t('urging.tabs.letters')}>
      <table className="grid-table" data-testid="letters">
        <thead>
          <tr>
            {isChoosing ? (
              <th scope="col" className="screen-only">
                <span className="unseen">{t('urging.chooseAll')}</span>
              </th>
            ) : null}
            <th scope="col">{t('urging.agency')}</th>
            <th scope="col">{t('urging.number')}</th>
            <th scope="col">{t('urging.stateLabel')}</th>
            <th scope="col" className="number">
              {t('urging.task')}
            </th>
            <th scope="col" className="number">
              {t('urging.overdue')}
            </th>
            <th scope="col">{t('urging.issuedOn')}</th>
            <th scope="col">{t('urging.replyBy')}</th>
            <th scope="col">{t('urging.signer')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((letter) => (
            <tr key={letter.id}>
              {isChoosing ? (
                <td className="screen-only">
                  {mayChoose(letter) ? (
                    <Checkbox
                      checked={chosen.has(letter.id)}
                      onChange={({ target }) => onToggle(letter.id, target.checked)}
                      aria-label={t('urging.choose', { name: letter.agencyName })}
                    />
                  ) : null}
                </td>
              ) : null}
              <th scope="row" lang="vi">
                <Link to="/don-doc/$id" params={{ id: String(letter.id) }}>
                  {letter.agencyName}
                </Link>
                {letter.isSample ? <span className="tag">{t('urging.sample')}</span> : null}
              </th>
              <td className="tabular">{letter.notation ?? <span className="soft">{t('urging.unnumbered')}</span>}</td>
              <td>
                {t(`urging.state.${letter.state}`)}
                {letter.state === 'draft' && letter.sentBackReason ? (
                  <span className="tag warn">{t('urging.act.sendBack')}</span>
                ) : null}
              </td>
              <td className="number tabular">{n(letter.tasks)}</td>
              <td className="number tabular">{n(letter.overdue)}</td>
              <td className="tabular">{letter.issuedOn ? showDay(letter.issuedOn) : '–'}</td>
              <td className="tabular">{showDay(letter.replyBy)}</td>
              <td lang="vi">{letter.signerName ?? letter.signatoryName ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

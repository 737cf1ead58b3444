import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MailSearch } from '../paths.ts'
import { api, newKey, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Blank } from '../ui/blank.tsx'
import { showInstant } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { Standing } from './mark.tsx'
import { MailMessage } from './message.tsx'
import { MailNotice } from './notice.tsx'
import { type MailRow, mailListQuery } from './queries.ts'
import { MailStanding } from './standing.tsx'
import './mail.css'

/** The ledger of mail: every message, where it stands, what was answered. */
export function MailLedger() {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const { state, search, open, act } = useSearch({ from: '/staff/thu' })
  const navigate = useNavigate({ from: '/thu' })
  useTitle(t('mail.title'))
  const list = useInfiniteQuery(mailListQuery({ ...(state ? { state } : {}), ...(search ? { search } : {}) }))
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const set = (patch: Partial<MailSearch>) =>
    navigate({ search: (before) => ({ ...before, ...patch }), replace: true, resetScroll: false })
  const show = (id: number) => set({ open: id })
  return (
    <div className="page mail-page">
      <div className="page-head row">
        <div className="grow">
          <h1>{t('mail.title')}</h1>
          <p className="soft">{t('mail.about')}</p>
        </div>
        <Button onClick={() => set({ act: 'notice' })}>{t('mail.notice')}</Button>
        <TestButton />
      </div>
      <MailStanding chosen={state} choose={(chosen) => set({ state: chosen })} />
      <search>
        <Labelled id="search" label={t('mail.search')}>
          <SearchBox placeholder={t('mail.searchHint')} value={search} onChange={(words) => set({ search: words })} />
        </Labelled>
      </search>
      {list.error ? <ProblemNote error={list.error} retry={() => list.refetch()} /> : null}
      {list.isPending ? <Waiting /> : null}
      {list.data && rows.length === 0 ? (
        state || search ? (
          <Blank title={t('mail.noneFound')} hint={t('mail.noneFoundHint')} />
        ) : (
          <Blank title={t('mail.none')} hint={t('mail.noneHint')} />
        )
      ) : null}
      {rows.length > 0 ? narrow ? <RowCards rows={rows} show={show} /> : <RowTable rows={rows} show={show} /> : null}
      {list.hasNextPage ? (
        <div className="row more">
          <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t('tasks.more')}
          </Button>
        </div>
      ) : null}
      <MailMessage id={open} onClose={() => set({ open: undefined })} />
      <MailNotice isOpen={act === 'notice'} onClose={() => set({ act: undefined })} onTaken={show} />
    </div>
  )
}

function TestButton() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const testing = useMutation({
    mutationFn: () => answer(api.POST('/api/mail/test', { headers: newKey() })),
    onSuccess: () => message.success(t('mail.didTest')),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: () => queries.invalidateQueries({ queryKey: ['mail'] }),
  })
  return (
    <Button type="primary" loading={testing.isPending} onClick={() => testing.mutate()} data-testid="mail-test">
      {t('mail.test')}
    </Button>
  )
}

interface Rows {
  rows: MailRow[]
  show: (id: number) => void
}

function RowTable({ rows, show }: Rows) {
  const { t } = useTranslation()
  return (
    <table className="grid-table mail-table">
      <caption className="unseen">{t('mail.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('mail.made')}</th>
          <th scope="col">{t('mail.to')}</th>
          <th scope="col">{t('mail.subject')}</th>
          <th scope="col">{t('mail.state')}</th>
          <th scope="col">{t('mail.tries')}</th>
          <th scope="col">{t('mail.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-testid="mail-row">
            <td className="figures">{showInstant(row.createdAt)}</td>
            <td>
              {row.toName}
              <br />
              <span className="soft">{row.toAddress}</span>
            </td>
            <td>
              <Subject row={row} show={show} />
            </td>
            <td>
              <Standing row={row} />
            </td>
            <td className="figures">{row.tries}</td>
            <td className="soft">
              <span className="clamp-2">{row.answer}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RowCards({ rows, show }: Rows) {
  const { t } = useTranslation()
  return (
    <ul className="cards" aria-label={t('mail.title')}>
      {rows.map((row) => (
        <li key={row.id} className="card" data-testid="mail-row">
          <Subject row={row} show={show} />
          <p>
            <Standing row={row} />
          </p>
          <p className="soft">
            {row.toName} · {row.toAddress}
          </p>
          <p className="soft">{showInstant(row.createdAt)}</p>
        </li>
      ))}
    </ul>
  )
}

function Subject({ row, show }: { row: MailRow; show: (id: number) => void }) {
  return (
    <Button type="link" className="link-button" data-row onClick={() => show(row.id)}>
      {row.subject}
    </Button>
  )
}

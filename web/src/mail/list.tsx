import { answer } from '@dieuhanh/client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import type { MailSearch } from '../paths/mail.ts'
import { api, newKey, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { Blank } from '../ui/blank.tsx'
import { showInstant } from '../ui/format.ts'
import { MessageState } from './mark.tsx'
import { MailMessage } from './message.tsx'
import { MailNotice } from './notice.tsx'
import { type MailRow, mailListQuery, refreshMail } from './queries.ts'
import { MailStatus } from './status.tsx'
import './mail.css'

/** The mail ledger: every message with its state and the server's answer. */
export function MailLedger() {
  const { t } = useTranslation()
  const { state, search, open, act } = useSearch({ from: '/staff/thu' })
  const set = useSearchPatch<MailSearch>()
  const list = useInfiniteQuery(mailListQuery({ ...(state ? { state } : {}), ...(search ? { search } : {}) }))
  const show = (id: number) => set({ open: id })
  return (
    <ListPage
      title={t('mail.title')}
      about={t('mail.about')}
      acts={
        <>
          <Button onClick={() => set({ act: 'notice' })}>{t('mail.notice')}</Button>
          <TestButton />
        </>
      }
      before={
        <div className="stack mail-status">
          <MailStatus chosen={state} choose={(chosen) => set({ state: chosen })} />
        </div>
      }
      filters={
        <SearchFilter
          label={t('mail.search')}
          hint={t('mail.searchHint')}
          value={search}
          onChange={(words) => set({ search: words })}
        />
      }
      query={list}
      rows={rowsOf(list.data)}
      blank={
        state || search ? (
          <Blank title={t('mail.noneFound')} hint={t('mail.noneFoundHint')} />
        ) : (
          <Blank title={t('mail.none')} hint={t('mail.noneHint')} />
        )
      }
      after={
        <>
          <MailMessage id={open} onClose={() => set({ open: undefined })} />
          <MailNotice isOpen={act === 'notice'} onClose={() => set({ act: undefined })} onTaken={show} />
        </>
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('mail.title')}
          keyOf={({ id }) => id}
          testId="mail-row"
          className="mail-table"
          columns={[
            { key: 'made', title: t('mail.made'), className: 'figures', cell: (row) => showInstant(row.createdAt) },
            {
              key: 'to',
              title: t('mail.to'),
              cell: (row) => (
                <>
                  {row.toName}
                  <br />
                  <span className="soft">{row.toAddress}</span>
                </>
              ),
            },
            { key: 'subject', title: t('mail.subject'), cell: (row) => <Subject row={row} show={show} /> },
            { key: 'state', title: t('mail.state'), cell: (row) => <MessageState row={row} /> },
            { key: 'tries', title: t('mail.tries'), className: 'figures', cell: (row) => row.tries },
            {
              key: 'answer',
              title: t('mail.answer'),
              className: 'soft',
              cell: (row) => <span className="clamp-2">{row.answer}</span>,
            },
          ]}
          card={(row) => (
            <>
              <Subject row={row} show={show} />
              <p>
                <MessageState row={row} />
              </p>
              <p className="soft">
                {row.toName} · {row.toAddress}
              </p>
              <p className="soft">{showInstant(row.createdAt)}</p>
            </>
          )}
        />
      )}
    </ListPage>
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
    onSettled: () => refreshMail(queries),
  })
  return (
    <Button type="primary" loading={testing.isPending} onClick={() => testing.mutate()} data-testid="mail-test">
      {t('mail.test')}
    </Button>
  )
}

function Subject({ row, show }: { row: MailRow; show: (id: number) => void }) {
  return (
    <Button type="link" className="link-button" data-row onClick={() => show(row.id)}>
      {row.subject}
    </Button>
  )
}

import { answer } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Depute, type DeputedPost } from './depute.tsx'
import { type Deputation, myDeputationsQuery, myPostsQuery, type Person, refreshPeople } from './queries.ts'
import './people.css'

/** On the user's own page: their deputies, and the posts in which they are a deputy. */
export function MyDeputations() {
  const found = useQuery(myDeputationsQuery)
  const held = useQuery(myPostsQuery)
  const me = useMe()
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (!found.data) return <Waiting lines={3} />
  const posts = me.onBehalfOf === null ? (held.data?.posts.filter(({ mayDepute }) => mayDepute) ?? []) : []
  return <DeputationPanel deputations={found.data} posts={posts} />
}

/** Deputations given and received; `posts` are those the user may depute. */
export function DeputationPanel({
  deputations: { given, received },
  posts,
  ownerId,
}: {
  deputations: Person['deputations']
  posts: DeputedPost[]
  /** The owner of the posts, if not the user. */
  ownerId?: number
}) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="panel" aria-labelledby="deputations">
      <div className="row spread">
        <h2 id="deputations">{t('people.deputations')}</h2>
        {posts.length > 0 ? <Button onClick={() => setOpen(true)}>{t('people.depute')}</Button> : null}
      </div>
      {ownerId === undefined ? <p className="soft">{t('people.deputationsAbout')}</p> : null}
      <h3 className="panel-part">{t('people.given')}</h3>
      <List rows={given} empty={t('people.noneGiven')} nameOf={({ deputyName }) => deputyName} />
      <h3 className="panel-part">{t('people.received')}</h3>
      <List
        rows={received}
        empty={t('people.noneReceived')}
        nameOf={({ ownerName }) => t('people.onBehalfOf', { name: ownerName })}
      />
      <Depute posts={posts} ownerId={ownerId} isOpen={isOpen} onClose={() => setOpen(false)} />
    </section>
  )
}

function List({ rows, empty, nameOf }: { rows: Deputation[]; empty: string; nameOf: (row: Deputation) => string }) {
  if (rows.length === 0) return <p className="soft">{empty}</p>
  return (
    <ul className="plain">
      {rows.map((row) => (
        <Row key={row.id} row={row} name={nameOf(row)} />
      ))}
    </ul>
  )
}

function Row({ row, name }: { row: Deputation; name: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const state = row.revokedAt
    ? t('people.revoked', { at: showInstant(row.revokedAt), by: row.revokedBy ?? '' })
    : row.to < me.today
      ? t('people.over')
      : row.from > me.today
        ? t('people.notYet')
        : t('people.inForce')
  const isPast = row.revokedAt !== null || row.to < me.today
  return (
    <li className={isPast ? 'post-row past' : 'post-row'} data-deputation={row.id}>
      <div className="row spread">
        <span>
          <strong>{name}</strong> · {row.post.title}, {row.post.agencyName}
        </span>
        {row.mayRevoke ? <Revoke row={row} /> : null}
      </div>
      <p className="soft tabular">
        {t(`people.kindShort.${row.kind}`)} · {t('people.between', { from: showDay(row.from), to: showDay(row.to) })} ·{' '}
        {state}
      </p>
      {row.document || row.reason ? (
        <p className="soft">{[row.document, row.reason].filter(Boolean).join(' · ')}</p>
      ) : null}
      <p className="soft">{t('people.madeBy', { by: row.madeBy, at: showInstant(row.madeAt) })}</p>
    </li>
  )
}

function Revoke({ row }: { row: Deputation }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => answer(api.POST('/api/deputations/{id}/revoke', { params: { path: { id: row.id } }, body: {} })),
    onSuccess: () => message.success(t('people.didRevoke')),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: () => refreshPeople(queries),
  })
  const name = row.deputyName
  return (
    <Button
      size="small"
      danger
      loading={revoking.isPending}
      aria-label={`${t('people.revoke')}: ${name}`}
      onClick={() =>
        modal.confirm({
          title: t('people.revokeSure', { name }),
          content: t('people.revokeAbout'),
          okText: t('people.revoke'),
          cancelText: t('shell.cancel'),
          onOk: () => revoking.mutate(),
        })
      }
    >
      {t('people.revoke')}
    </Button>
  )
}

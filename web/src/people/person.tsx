import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { App, Button, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { DeputationPanel } from './deputations.tsx'
import { Followings } from './followings.tsx'
import { type Invitation, LinkOnce } from './link-once.tsx'
import { LastSignIn, PersonAccess } from './marks.tsx'
import { Posts } from './posts.tsx'
import { type Person, personQuery, refreshPeople } from './queries.ts'
import { ResetRequest } from './reset-request.tsx'
import './people.css'

/** One person: sign-in, posts through time, deputations, followed agencies, recent acts. */
export function PersonPage({ acts }: { acts: (personId: number) => ReactNode }) {
  const { t } = useTranslation()
  const me = useMe()
  const { id } = useParams({ from: '/staff/nguoi-dung/$id' })
  const found = useQuery(personQuery(Number(id)))
  useTitle(found.data?.fullName ?? t('people.title'))
  if (found.isPending) return <Waiting />
  if (found.error) {
    return (
      <div className="page">
        <h1>{t('people.title')}</h1>
        <ProblemNote error={found.error} retry={found.refetch} />
      </div>
    )
  }
  const person = found.data
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {person.fullName} {person.isSample ? <Tag>{t('people.sample')}</Tag> : null}
        </h1>
        <p className="soft">{t('people.changedBy', { by: person.changedBy, at: showInstant(person.changedAt) })}</p>
      </div>
      <ResetRequest person={person} />
      <div className="person-page">
        <div>
          <Posts person={person} />
          <DeputationPanel
            deputations={person.deputations}
            posts={
              person.may.includes('depute')
                ? person.posts
                    .filter(({ to }) => to === null || to >= me.today)
                    .map(({ id: postId, title, agencyName }) => ({ postId, title, agencyName }))
                : []
            }
            ownerId={person.id}
          />
          {mayDo(me, 'audit.read') ? acts(person.id) : null}
        </div>
        <div>
          <SignIn person={person} />
          {person.may.includes('follow') || person.followings.length > 0 ? <Followings person={person} /> : null}
        </div>
      </div>
    </div>
  )
}

/** The sign-in: address, invitation, open sessions, and the administrator's acts. */
function SignIn({ person }: { person: Person }) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const [isEdited, setEdited] = useState(false)
  const [invitation, setInvitation] = useState<Invitation>()
  const of = { params: { path: { id: person.id } }, headers: ifMatch(person.version), body: {} }
  const settle = {
    onError: (error: unknown) => message.error(words(problemOf(error)), 6),
    onSettled: () => refreshPeople(queries),
  }
  const inviting = useMutation({
    mutationFn: () => answer(api.POST('/api/people/{id}/invitation', of)),
    onSuccess: (made) => (made.invitation ? setInvitation(made.invitation) : message.info(t('people.resetWaits'), 10)),
    ...settle,
  })
  const closing = useMutation({
    mutationFn: () => answer(api.POST('/api/people/{id}/close', of)),
    onSuccess: () => message.success(t('people.didClose', { name: person.fullName })),
    ...settle,
  })
  const reopening = useMutation({
    mutationFn: () => answer(api.POST('/api/people/{id}/reopen', of)),
    onSuccess: () => message.success(t('people.didReopen', { name: person.fullName })),
    ...settle,
  })
  const lettingIn = useMutation({
    mutationFn: () => answer(api.POST('/api/people/{id}/clear-second-factors', of)),
    onSuccess: () => message.success(t('people.didLetIn', { name: person.fullName })),
    ...settle,
  })
  const sure = (title: string, content: string, onOk: () => void) =>
    modal.confirm({ title, content, okText: t('people.sure'), cancelText: t('shell.cancel'), onOk })
  const name = person.fullName
  return (
    <section className="panel" aria-labelledby="sign-in">
      <h2 id="sign-in">{t('people.access')}</h2>
      <dl className="facts">
        <Fact name={t('people.email')}>
          <span className="break">{person.email}</span>
        </Fact>
        <Fact name={t('people.status')}>
          <PersonAccess access={person.access} />
        </Fact>
        <Fact name={t('people.sessions')}>
          <span className="tabular">{person.sessions}</span>
        </Fact>
        {person.lastSignedInAt === undefined ? null : (
          <Fact name={t('people.lastSignIn')}>
            <LastSignIn at={person.lastSignedInAt} />
          </Fact>
        )}
      </dl>
      {person.invitation && person.access !== 'closed' ? (
        <p className="soft">
          {t('people.invited', { by: person.invitation.createdBy, until: showInstant(person.invitation.expiresAt) })}
        </p>
      ) : null}
      {person.closedAt ? <p className="soft">{t('people.closedSince', { at: showInstant(person.closedAt) })}</p> : null}
      {invitation ? <LinkOnce name={name} invitation={invitation} onClose={() => setInvitation(undefined)} /> : null}
      {person.may.includes('change') ? (
        <div className="row panel-acts">
          <Button onClick={() => setEdited(true)}>{t('people.change')}</Button>
          {person.access === 'closed' ? (
            <Button onClick={() => reopening.mutate()} loading={reopening.isPending}>
              {t('people.reopen')}
            </Button>
          ) : (
            <>
              {person.reset ? null : (
                <Button
                  loading={inviting.isPending}
                  onClick={() =>
                    sure(t('people.inviteSure', { name }), t('people.inviteAbout'), () => inviting.mutate())
                  }
                >
                  {t(person.access === 'open' ? 'people.inviteAgain' : 'people.invite')}
                </Button>
              )}
              {person.may.includes('letIn') ? (
                <Button
                  loading={lettingIn.isPending}
                  onClick={() =>
                    sure(t('people.letInSure', { name }), t('people.letInAbout'), () => lettingIn.mutate())
                  }
                >
                  {t('people.letIn')}
                </Button>
              ) : null}
              <Button
                danger
                loading={closing.isPending}
                onClick={() => sure(t('people.closeSure', { name }), t('people.closeAbout'), () => closing.mutate())}
              >
                {t('people.close')}
              </Button>
            </>
          )}
        </div>
      ) : null}
      <FormDrawer<Words, Person>
        title={isEdited ? t('people.changeTitle') : undefined}
        act={t('shell.save')}
        did={t('people.didChange')}
        initial={{ fullName: person.fullName, email: person.email }}
        on={person}
        send={({ fullName, email }, { id, version }) =>
          answer(
            api.PATCH('/api/people/{id}', {
              params: { path: { id } },
              headers: ifMatch(version),
              body: { fullName: fullName.trim(), email: email.trim() },
            }),
          )
        }
        refresh={() => refreshPeople(queries)}
        onClose={() => setEdited(false)}
      >
        {() => (
          <>
            <LineField name="fullName" label={t('people.fullName')} max={120} />
            <LineField name="email" label={t('people.email')} max={254} inputMode="email" />
          </>
        )}
      </FormDrawer>
    </section>
  )
}

interface Words {
  fullName: string
  email: string
}

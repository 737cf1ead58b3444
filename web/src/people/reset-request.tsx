import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { type Invitation, LinkOnce } from './link-once.tsx'
import { type Person, refreshPeople } from './queries.ts'

/** A new password that waits for another administrator: above all else on the page of the person, with who decides it. */
export function ResetRequest({ person }: { person: Person }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const [invitation, setInvitation] = useState<Invitation>()
  const deciding = useMutation({
    mutationFn: (isApproved: boolean) =>
      answer(
        api.POST('/api/people/{id}/reset', {
          params: { path: { id: person.id } },
          headers: ifMatch(person.version),
          body: { isApproved },
        }),
      ),
    onSuccess: (made) => {
      if (made.invitation) setInvitation(made.invitation)
      else if (made.waits) message.info(t('people.didSupport'), 10)
      else message.success(t('people.didRefuse'))
    },
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: () => refreshPeople(queries),
  })
  if (invitation)
    return (
      <div className="reset-request">
        <LinkOnce name={person.fullName} invitation={invitation} onClose={() => setInvitation(undefined)} />
      </div>
    )
  const { reset } = person
  if (!reset) return null
  return (
    <Alert
      className="reset-request"
      type="warning"
      showIcon
      title={t(reset.isFromDoor ? 'people.resetFromDoor' : 'people.resetBy', {
        by: reset.isFromDoor ? person.fullName : reset.requestedBy,
        at: showInstant(reset.requestedAt),
      })}
      description={
        <>
          <p>{t(reset.maySettle ? 'people.resetAbout' : 'people.resetNotYou')}</p>
          {reset.isFromDoor ? <p>{t('people.resetFromDoorAbout', { name: person.fullName })}</p> : null}
          {reset.isAddressOfAnother ? <p>{t('people.resetAddress', { email: person.email })}</p> : null}
          {reset.maySettle ? (
            <div className="row">
              <Button type="primary" loading={deciding.isPending} onClick={() => deciding.mutate(true)}>
                {t('people.resetApprove')}
              </Button>
              <Button disabled={deciding.isPending} onClick={() => deciding.mutate(false)}>
                {t('people.resetRefuse')}
              </Button>
            </div>
          ) : null}
        </>
      }
    />
  )
}

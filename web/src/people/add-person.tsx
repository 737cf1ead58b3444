import { answer } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { type Invitation, LinkOnce } from './link-once.tsx'
import { PostFields, type PostWords, postOf } from './post-fields.tsx'
import { refreshPeople } from './queries.ts'

interface Words extends PostWords {
  fullName: string
  email: string
}

/** Adds a person with a first post, then shows the link to set their password, once. */
export function AddPerson({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const [made, setMade] = useState<{ name: string; invitation: Invitation }>()
  const forget = () => setMade(undefined)
  return (
    <>
      <FormDrawer<Words, undefined, { invitation: Invitation | null }>
        title={isOpen ? t('people.add') : undefined}
        act={t('people.addIt')}
        hint={t('people.addAbout')}
        initial={{ agencyId: me.agencyId, from: me.today }}
        send={({ fullName, email, ...post }, _, key) =>
          answer(
            api.POST('/api/people', {
              headers: key,
              body: { fullName: fullName.trim(), email: email.trim(), post: postOf(post) },
            }),
          )
        }
        onDone={({ invitation }, { fullName }) => {
          if (invitation) setMade({ name: fullName.trim(), invitation })
        }}
        refresh={() => refreshPeople(queries)}
        onClose={onClose}
      >
        {() => (
          <>
            <LineField name="fullName" label={t('people.fullName')} max={120} />
            <LineField name="email" label={t('people.email')} max={254} inputMode="email" />
            <PostFields />
          </>
        )}
      </FormDrawer>
      <Drawer
        open={made !== undefined && !isOpen}
        onClose={forget}
        size={520}
        destroyOnHidden
        title={t('people.add')}
        closable={{ 'aria-label': t('shell.close') }}
      >
        {made ? <LinkOnce {...made} onClose={forget} isNew /> : null}
      </Drawer>
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { IdentitySection } from './identity.tsx'
import { PasskeySection } from './passkeys.tsx'
import { PasswordSection } from './password.tsx'
import { type Account, accountQuery } from './queries.ts'
import { SecondFactorSection } from './second-factor.tsx'
import { SessionSection } from './sessions.tsx'
import { TokenSection } from './tokens.tsx'
import './account.css'

/** The sections of the page, in order; add a line to add a section. */
const SECTIONS: readonly ComponentType<{ account: Account }>[] = [
  PasswordSection,
  SecondFactorSection,
  PasskeySection,
  IdentitySection,
  SessionSection,
  TokenSection,
]

/** The user's own account: how they sign in, where they are signed in, and further sections. */
export function AccountPage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation()
  const me = useMe()
  const account = useQuery(accountQuery)
  useTitle(t('account.title'))
  return (
    <div className="page account">
      <div>
        <h1>{t('account.title')}</h1>
        <p className="soft">
          {me.name} · {me.title} · {me.agencyName}
          {account.data ? ` · ${t('account.signedInAs', { email: account.data.email })}` : ''}
        </p>
      </div>
      {account.error ? <ProblemNote error={account.error} retry={account.refetch} /> : null}
      {account.data
        ? SECTIONS.map((Part) => <Part key={Part.name} account={account.data} />)
        : account.isPending && <Waiting />}
      {children}
    </div>
  )
}

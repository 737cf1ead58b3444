import { AccountPage } from './account/account.tsx'
import { MyDeputations } from './people/deputations.tsx'

/** One's own account, with who stands in for whom. */
export function MyAccount() {
  return (
    <AccountPage>
      <MyDeputations />
    </AccountPage>
  )
}

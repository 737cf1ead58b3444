import { AccountPage } from './account/account.tsx'
import { MyDeputations } from './people/deputations.tsx'
import { CalendarSection } from './worklists/calendar-section.tsx'

/** One's own account, with calendar addresses and who stands in for whom. */
export function MyAccount() {
  return (
    <AccountPage>
      <CalendarSection />
      <MyDeputations />
    </AccountPage>
  )
}

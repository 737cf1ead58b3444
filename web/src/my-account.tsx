import { AccountPage } from './account/account.tsx'
import { MyDeputations } from './people/deputations.tsx'
import { CalendarSection } from './worklists/calendar-section.tsx'

/** The user's account, with calendar addresses and deputations. */
export function MyAccount() {
  return (
    <AccountPage>
      <CalendarSection />
      <MyDeputations />
    </AccountPage>
  )
}

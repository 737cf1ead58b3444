import { AccountPage } from './account/account.tsx'
import { NotificationPreferences } from './notifications/preferences.tsx'
import { MyDeputations } from './people/deputations.tsx'
import { MySignatures } from './signing-keys/section.tsx'
import { CalendarSection } from './worklists/calendar-section.tsx'

/** The user's account, how they are told, with calendar addresses and deputations. */
export function MyAccount() {
  return (
    <AccountPage>
      <NotificationPreferences />
      <CalendarSection />
      <MyDeputations />
      <MySignatures />
    </AccountPage>
  )
}

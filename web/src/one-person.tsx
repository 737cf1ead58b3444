import { RecentActs } from './audit/acts.tsx'
import { PersonPage } from './people/person.tsx'

/** One person, with their recent acts. */
export function OnePerson() {
  return <PersonPage acts={(personId) => <RecentActs personId={personId} />} />
}

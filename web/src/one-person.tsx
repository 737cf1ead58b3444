import { RecentActs } from './audit/acts.tsx'
import { PersonPage } from './people/person.tsx'

/** One person, with what they did last. */
export function OnePerson() {
  return <PersonPage acts={(personId) => <RecentActs personId={personId} />} />
}

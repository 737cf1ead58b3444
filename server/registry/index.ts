export {
  type Addressee,
  addresseesOf,
  followersOf,
  holdersOf,
} from './addressees.ts'
export { agencyOn } from './agency.ts'
export { agenciesToKeep } from './agency-access.ts'
export { mountAgencyFilter } from './agency-filter.ts'
export { calendarOf } from './calendar.ts'
export { addCode } from './code.ts'
export { nextDocumentNumber, numberTaken, takeDocumentNumber } from './document-number.ts'
export { endAgency } from './end.ts'
export { follow, followerName, whoFollow } from './following.ts'
export { foundAgency } from './found.ts'
export { preparersOf, signersOf } from './hands.ts'
export { REORGANISED, takeoversOf, takeoversSince } from './heir.ts'
export { type Inherited, inheritAgency } from './inherit.ts'
export { loadRegistry } from './load.ts'
export { addPerson, findActor } from './people.ts'
export { changePeriod } from './period.ts'
export { type Reader, readersOf } from './readers.ts'
export { membersOf, resolveAgency, resolveMany } from './resolve.ts'
export { registry } from './room.ts'
export { registryRoutes } from './routes.ts'
export { Candidate, Resolution } from './shapes.ts'
export {
  checkSignatory,
  expectedSignature,
  type Head,
  isHead,
  OFFICE_HEAD,
  type Signature,
  signatoriesOf,
  signatureFor,
} from './signature.ts'
export { addSuccession } from './succession.ts'
export { seeTour } from './tour.ts'
export { overseersOf, type Worker, workersOf } from './workers.ts'

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
export {
  enterInBook,
  nextDocumentNumber,
  nextDocumentNumbers,
  numberTaken,
  registerFor,
  type Series,
  seriesNamed,
  takeDocumentNumber,
} from './document-number.ts'
export { endAgency } from './end.ts'
export { follow, followerName, whoFollow } from './following.ts'
export { foundAgency } from './found.ts'
export { preparersOf, signersOf, withDeputies } from './hands.ts'
export { headTitleOf, headWithTitle } from './head-title.ts'
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
export { addSigningIdentity, endSigningIdentity, setSigningPicture } from './signing.ts'
export {
  closeTokens,
  findSigningIdentity,
  type SigningConfig,
  type SigningIdentityFound,
  type SigningOwner,
  signingKeyOf,
} from './signing-key.ts'
export { lapsedOn } from './signing-lapsed.ts'
export { addSuccession } from './succession.ts'
export { seeTour } from './tour.ts'
export { overseersOf, type Worker, workersOf } from './workers.ts'

/** What features above use. */
export { AgencySeals } from './section.tsx'

/** What features above people use. */
export { peopleKey } from './queries.ts'

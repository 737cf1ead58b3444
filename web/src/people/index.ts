/** What features above people use of them. */
export { peopleKey } from './queries.ts'

/** What features above working days use. */
export { markOf, weekdayOf, weeksOf } from './days.ts'
export { type SpecialDay, yearQuery } from './queries.ts'

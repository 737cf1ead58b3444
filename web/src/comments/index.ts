export { commentNews } from './queries.ts'

export { worklists } from './room.ts'

export { taskforce } from './room.ts'

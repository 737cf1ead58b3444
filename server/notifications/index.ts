export { notifications } from './room.ts'

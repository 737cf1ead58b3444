export { reorganisation } from './room.ts'

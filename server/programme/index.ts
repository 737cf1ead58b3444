export { programme } from './room.ts'

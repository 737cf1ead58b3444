export { oversight } from './room.ts'

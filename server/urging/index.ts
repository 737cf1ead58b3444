export { urging } from './room.ts'

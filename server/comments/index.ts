export { reply } from './reply.ts'
export { comments } from './room.ts'
export { startThread } from './start-thread.ts'

export { announceTo } from './announce.ts'
export { webhooks } from './room.ts'

export { announceTo } from './announce.ts'
export { countEndpoints, passEndpoints } from './pass-on.ts'
export { webhooks } from './room.ts'

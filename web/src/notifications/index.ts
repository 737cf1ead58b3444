export { notificationNews } from './queries.ts'

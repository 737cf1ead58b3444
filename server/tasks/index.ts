export { Partition, Rounding, Share, TaskRow } from './shapes.ts'

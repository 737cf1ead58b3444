export { extract } from './extract.ts'
export { read } from './read.ts'
export * from './shapes.ts'

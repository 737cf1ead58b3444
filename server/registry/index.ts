export { Candidate } from './shapes.ts'

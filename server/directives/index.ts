export { type Corrected, importDirective } from './import.ts'
export { directives } from './room.ts'
export { Draft } from './shapes.ts'

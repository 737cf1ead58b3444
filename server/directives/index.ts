export { type Corrected, importDirective } from './import.ts'
export { recordOrder } from './outside-order.ts'
export { directives } from './room.ts'
export { Draft } from './shapes.ts'

export { addRegime } from './regime.ts'
export { oversight } from './room.ts'

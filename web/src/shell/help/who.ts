import { has, type Reader } from '../entry.ts'

/** Who may do an act that the help names. */
export type For = (reader: Reader) => boolean
export const all: For = () => true
export const may =
  (...rights: Reader['rights'][number][]): For =>
  (reader) =>
    rights.some((right) => has(reader, right))

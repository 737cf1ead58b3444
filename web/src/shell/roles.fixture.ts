import { readFileSync } from 'node:fs'
import type { Reader } from './entry.ts'

/** A table of docs/rights.md: 1 what each role has, 2 what each route answers. Rows of cells, the head first. */
export function rightsTable(place: 1 | 2): string[][] {
  const page = readFileSync(new URL('../../../docs/rights.md', import.meta.url), 'utf8')
  return page
    .split(/^## /m)
    [place]!.split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

/** The roles as shipped. */
export function rolesAsShipped(): Record<string, Reader> {
  const rows = rightsTable(1)
  return Object.fromEntries(
    rows[0]!.slice(1).map((head, place) => {
      const cell = (row: string[]) => row[place + 1]
      const rights = rows.slice(3).filter((row) => cell(row) === 'yes')
      return [
        /`(\w+)`/.exec(head)![1]!,
        {
          seesAll: cell(rows[2]!) === 'all',
          rights: rights.map(([right]) => right!.replaceAll('`', '')) as Reader['rights'],
        },
      ]
    }),
  )
}

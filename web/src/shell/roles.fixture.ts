import { readFileSync } from 'node:fs'
import type { Reader } from './entry.ts'

/** The roles as shipped, from the first table of docs/rights.md. */
export function rolesAsShipped(): Record<string, Reader> {
  const page = readFileSync(new URL('../../../docs/rights.md', import.meta.url), 'utf8')
  const rows = page
    .split(/^## /m)[1]!
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
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

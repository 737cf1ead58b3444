import { showDay, showMonth } from '../../ui/format.ts'

const QUARTERS = ['I', 'II', 'III', 'IV']

/** Which words say the period of a report of any kind, and what is filled into them. Pure. */
export function periodWords(period: string): {
  key: 'month' | 'quarter' | 'half' | 'year' | 'day'
  fill: Record<'year' | 'quarter' | 'month' | 'day', string>
} {
  const [year = '', part = ''] = period.split('-')
  const fill = { year, quarter: '', month: '', day: '' }
  if (part === '') return { key: 'year', fill }
  if (part.startsWith('Q'))
    return { key: 'quarter', fill: { ...fill, quarter: QUARTERS[Number(part.slice(1)) - 1] ?? part } }
  // The second of a year is of the whole year (`period.ts` of the server).
  if (part.startsWith('H')) return { key: part === 'H1' ? 'half' : 'year', fill }
  return period.length > 7
    ? { key: 'day', fill: { ...fill, day: showDay(period) } }
    : { key: 'month', fill: { ...fill, month: showMonth(period) } }
}

import type ExcelJS from 'exceljs'
import { isDay } from './calendar.ts'

/** The content of a cell, in any form an application saves it: a formula counts as its result. */
export type Plain =
  | { is: 'empty' }
  | { is: 'text'; text: string }
  | { is: 'number'; number: number; isShare: boolean }
  /** `isMonth`: shown as a month, "03/2021", whatever day is stored. */
  | { is: 'day'; day: string; isMonth: boolean }
  | { is: 'broken' }

export function plainOf(cell: ExcelJS.Cell): Plain {
  return plain(cell.value, cell.numFmt ?? '')
}

function plain(value: ExcelJS.CellValue | undefined, format: string): Plain {
  if (value === null || value === undefined) return { is: 'empty' }
  if (typeof value === 'number') return { is: 'number', number: value, isShare: format.includes('%') }
  if (typeof value === 'string') return asText(value)
  if (typeof value === 'boolean') return { is: 'text', text: String(value) }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime())
      ? { is: 'broken' }
      : { is: 'day', day: value.toISOString().slice(0, 10), isMonth: showsMonth(format) }
  }
  if ('richText' in value) return asText(value.richText.map(({ text }) => text).join(''))
  if ('text' in value) return asText(typeof value.text === 'string' ? value.text : String(value.text ?? ''))
  if ('result' in value) return plain(value.result as ExcelJS.CellValue, format)
  return { is: 'broken' }
}

/** Whether a format of days shows month and year alone; words in quotation marks and the language in brackets are no part of it. */
function showsMonth(format: string): boolean {
  const parts = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /m/i.test(parts) && /y/i.test(parts) && !/[dhs]/i.test(parts)
}

function asText(raw: string): Plain {
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()
  if (!text.isWellFormed()) return { is: 'broken' }
  return text === '' ? { is: 'empty' } : { is: 'text', text }
}

/** A number as typed in Vietnamese: "12,5", "1.234,5", "60 %"; undefined where it is not one. */
export function numberIn(found: Plain): { number: number; isShare: boolean } | undefined {
  if (found.is === 'number') return { number: exact(found.number), isShare: found.isShare }
  if (found.is !== 'text') return undefined
  const typed = /^([+-]?[\d.,]+) ?(%?)$/.exec(found.text.replace(/[\s\u00a0]+/g, ' '))
  if (!typed) return undefined
  const digits = typed[1]!
  const normal =
    digits.lastIndexOf(',') > digits.lastIndexOf('.')
      ? digits.replaceAll('.', '').replace(',', '.')
      : /^[+-]?\d{1,3}(\.\d{3})+$/.test(digits)
        ? digits.replaceAll('.', '')
        : digits.replaceAll(',', '')
  const number = Number(normal)
  // A number typed as text with "%" is taken as typed; a cell formatted as a percentage contains a fraction.
  return Number.isFinite(number) && /\d/.test(normal) ? { number, isShare: false } : undefined
}

/** 0.28 × 100 is 28, not 28.000000000000004. */
const exact = (value: number) => Number(value.toPrecision(12))
export const percentOf = ({ number, isShare }: { number: number; isShare: boolean }) =>
  isShare ? exact(number * 100) : number

/** Spreadsheets count days from 1; 25569 is 1/1/1970. */
const UNIX_EPOCH = 25_569

/** A day, stored as a date or as the text "28/02/2021"; undefined where it is not one. */
export function dayIn(found: Plain): string | undefined {
  if (found.is === 'day') return found.day
  if (found.is === 'number' && Number.isInteger(found.number) && found.number > 30_000 && found.number < 80_000) {
    return new Date((found.number - UNIX_EPOCH) * 86_400_000).toISOString().slice(0, 10)
  }
  if (found.is !== 'text') return undefined
  const typed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(found.text)
  const iso = typed ? `${typed[3]}-${typed[2]!.padStart(2, '0')}-${typed[1]!.padStart(2, '0')}` : found.text
  return isDay(iso) ? iso : undefined
}

/** The text of a cell, in any type it was saved as. */
export function wordsIn(found: Plain): string | null {
  if (found.is === 'text') return found.text
  if (found.is === 'number') return String(found.number)
  return found.is === 'day' ? found.day : null
}

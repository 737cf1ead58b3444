import type { Query } from '@dieuhanh/client'
import { EXIT, Stop, write } from './io.ts'
import { answerOf, type Connection } from './server.ts'
import { dayOf } from './tasks.ts'
import type { Words } from './words.ts'

export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx'] as const
type ReportFormat = (typeof REPORT_FORMATS)[number]

export interface ReportOptions {
  month: string | undefined
  from: string | undefined
  format: string
  out: string | undefined
}

/**
 * Downloads the month's report. Without `--out` it goes to stdout, or to a file in the current directory when stdout is
 * a screen.
 */
export async function downloadReport(connection: Connection, options: ReportOptions, words: Words): Promise<number> {
  const format = REPORT_FORMATS.find((known): known is ReportFormat => known === options.format)
  if (!format) throw new Stop(EXIT.badUse, words.badFormat(options.format, REPORT_FORMATS.join(', ')))
  if (!options.month || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(options.month)) throw new Stop(EXIT.badUse, words.badMonth)
  const query: Query<'/api/reports/monthly/document'> = { month: options.month, format }
  if (options.from) query.from = dayOf(options.from, words)
  const call = connection.client.GET('/api/reports/monthly/document', { params: { query }, parseAs: 'arrayBuffer' })
  const bytes = new Uint8Array((await answerOf<unknown>(connection, call, words)) as ArrayBuffer)
  const out = options.out ?? (process.stdout.isTTY ? `bao-cao-${options.month}.${format}` : undefined)
  await write(bytes, out, words)
  if (out !== undefined) process.stderr.write(`${words.written(out)}\n`)
  return EXIT.done
}

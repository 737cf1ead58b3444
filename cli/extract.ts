import { mkdir, stat } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import {
  type Extraction,
  extract,
  type Knowledge,
  type Progress,
  type Reading,
  read,
  refusalIn,
  toAkomaNtoso,
  Unreadable,
  type Warning,
  wordsOf,
} from '@dieuhanh/extraction'
import type { OutputFormat } from './formats.ts'
import { bytesOf, EXIT, ProgressLine, Stop, write } from './io.ts'
import { askSecondReader, type SecondReader } from './second-reader.ts'
import { toTable } from './table.ts'
import type { Words } from './words.ts'

export interface ExtractOptions {
  files: string[]
  format: OutputFormat
  out: string | undefined
  withText: boolean
  verbose: boolean
  /** What the office adds to the words of the library. */
  knowledge: Knowledge
  /** The office's own language model; undefined: the rules alone. */
  secondReader: SecondReader | undefined
  /** Columns of the terminal. */
  width: number
  words: Words
}

const SUFFIXES: Record<OutputFormat, string> = { json: '.json', table: '.txt', xlsx: '.xlsx', akn: '.xml' }

/**
 * Extracts the tasks of each file and writes them in the requested format. Files that cannot be read are reported on
 * stderr and the rest are still processed; the exit code is then 3.
 */
export async function extractFiles(options: ExtractOptions): Promise<number> {
  const { files, format, words } = options
  if (files.length === 0) throw new Stop(EXIT.badUse, words.noFile)
  if (files.filter((file) => file === '-').length > 1) throw new Stop(EXIT.badUse, words.stdinOnce)
  if (format === 'xlsx' && options.out === undefined && (process.stdout.isTTY || files.length > 1)) {
    throw new Stop(EXIT.badUse, words.binaryToScreen)
  }
  const place = await placesFor(options)
  const progress = new ProgressLine(options.verbose)
  let exitCode: number = EXIT.done
  for (const file of files) {
    try {
      const onProgress = ({ stage, done, total }: Progress): void =>
        progress.show(`${file}: ${words[stage](done, total)}`)
      const bytes = await bytesOf(file, words)
      const reading = await read(bytes, file === '-' ? 'stdin' : basename(file), { onProgress })
      const rules = extract(reading, options.knowledge)
      const extraction = options.secondReader
        ? await askSecondReader(reading, rules, options.secondReader, (done, total) =>
            progress.show(`${file}: ${words.asking(done, total)}`),
          )
        : rules
      const content = await render(reading, extraction, options)
      progress.clear()
      await write(content, place(file), words)
      if (place(file) !== undefined && options.verbose) process.stderr.write(`${words.written(place(file)!)}\n`)
    } catch (error) {
      progress.clear()
      if (error instanceof Stop && error.exitCode !== EXIT.refusedFile) throw error
      process.stderr.write(`dieuhanh: ${file}: ${messageOf(error, words)}\n`)
      exitCode = EXIT.refusedFile
    }
  }
  return exitCode
}

async function render(reading: Reading, extraction: Extraction, options: ExtractOptions): Promise<string | Uint8Array> {
  switch (options.format) {
    case 'json': {
      const { text, blocks, warnings: _, ...source } = reading
      const { document, groups, tasks } = extraction
      const { language } = options.words
      const said = (doubts: readonly Warning[]) =>
        doubts.map((doubt) => ({ ...doubt, message: wordsOf(doubt, language) }))
      const whole = {
        document,
        groups,
        tasks: tasks.map((task) => ({ ...task, warnings: said(task.warnings) })),
        // Those of the reading are among them, or on the task that they are about.
        warnings: said(extraction.warnings),
        source: options.withText ? { ...source, text, blocks } : source,
      }
      return options.files.length === 1 ? `${JSON.stringify(whole, null, 2)}\n` : `${JSON.stringify(whole)}\n`
    }
    case 'table':
      return toTable(extraction, options.width, options.words)
    case 'xlsx':
      return await (await import('./xlsx.ts')).toWorkbook(reading, extraction)
    case 'akn':
      return toAkomaNtoso(reading, extraction)
  }
}

/** Where each file's result goes: stdout, the one file named, or a separate file in the directory named. */
async function placesFor(options: ExtractOptions): Promise<(file: string) => string | undefined> {
  const { files, format, out, words } = options
  if (out === undefined) return () => undefined
  const found = await stat(out).catch(() => null)
  if (files.length === 1 && !found?.isDirectory() && !/[/\\]$/.test(out)) return () => out
  if (found && !found.isDirectory()) throw new Stop(EXIT.badUse, words.outIsFile(out))
  await mkdir(out, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(EXIT.badUse, words.cannotWrite(out, error.code ?? String(error)))
  })
  const taken = new Set<string>()
  const places = new Map<string, string>()
  for (const file of files) {
    const stem = file === '-' ? 'stdin' : parse(file).name
    let name = stem + SUFFIXES[format]
    for (let count = 2; taken.has(name); count++) name = `${stem}-${count}${SUFFIXES[format]}`
    taken.add(name)
    places.set(file, join(out, name))
  }
  return (file) => places.get(file)
}

function messageOf(error: unknown, words: Words): string {
  if (error instanceof Unreadable) return refusalIn(error, words.language)
  if (error instanceof Stop) return error.message
  return `${words.unexpected} ${error instanceof Error ? error.message : String(error)}`
}

import { readFileSync } from 'node:fs'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { FORMATS, type OutputFormat } from './formats.ts'
import { EXIT, Stop } from './io.ts'
import { connect } from './server.ts'
import { languageOf, type Words, wordsOf } from './words.ts'

const COMMON = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  verbose: { type: 'boolean', short: 'v' },
} satisfies ParseArgsOptionsConfig

/** Runs the command with its arguments and returns its exit code; never throws for a user's mistake. */
export async function main(args: string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.done : 1))
  const requested =
    args.find((arg) => arg.startsWith('--lang='))?.slice(7) ?? args[args.indexOf('--lang') + 1 || args.length]
  const words = wordsOf(languageOf(requested, process.env))
  try {
    return await run(args, words)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    process.stderr.write(`dieuhanh: ${error.message}\n`)
    return error.exitCode
  }
}

async function run(args: string[], words: Words): Promise<number> {
  const at = args.findIndex((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--lang')
  const command = at < 0 ? undefined : args[at]
  const rest = args.filter((_, index) => index !== at)
  switch (command) {
    case 'extract':
      return await runExtract(rest, words)
    case 'import':
      return await runImport(rest, words)
    case 'tasks':
      return await runTasks(rest, words)
    case 'report':
      return await runReport(rest, words)
    case 'audit':
      return await runAudit(rest, words)
    case 'figures':
      return await runFigures(rest, words)
    case 'corpus':
      return await runCorpus(rest, words)
    case 'knowledge':
      return await runKnowledge(rest, words)
    case undefined:
      return runBare(rest, words)
    default:
      process.stderr.write(`${words.usage}\n`)
      throw new Stop(EXIT.badUse, words.unknownCommand(command))
  }
}

function runBare(args: string[], words: Words): number {
  const { values } = options(args, { ...COMMON, version: { type: 'boolean' } }, words)
  if (values.version) {
    const about = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { version: string }
    process.stdout.write(`${about.version}\n`)
    return EXIT.done
  }
  if (values.help) return usage(words.usage)
  process.stderr.write(words.usage)
  return EXIT.badUse
}

async function runExtract(args: string[], words: Words): Promise<number> {
  const config = {
    ...COMMON,
    format: { type: 'string', short: 'f' },
    out: { type: 'string', short: 'o' },
    'no-text': { type: 'boolean' },
    knowledge: { type: 'string' },
    'second-reader': { type: 'string' },
    'second-reader-model': { type: 'string' },
    'second-reader-seconds': { type: 'string' },
  } satisfies ParseArgsOptionsConfig
  const { values, positionals } = options(args, config, words)
  if (values.help) return usage(words.extractUsage)
  const format = (values.format ?? 'json') as OutputFormat
  if (!FORMATS.includes(format)) throw new Stop(EXIT.badUse, words.badFormat(format, FORMATS.join(', ')))
  const { extractFiles } = await import('./extract.ts')
  const { secondReaderOf } = await import('./second-reader.ts')
  const { knowledgeIn, NO_KNOWLEDGE } = await import('./knowledge.ts')
  return await extractFiles({
    files: positionals,
    format,
    out: values.out,
    withText: values['no-text'] !== true,
    verbose: values.verbose === true,
    knowledge: values.knowledge === undefined ? NO_KNOWLEDGE : await knowledgeIn(values.knowledge, words),
    secondReader: secondReaderOf(
      {
        url: values['second-reader'],
        model: values['second-reader-model'],
        seconds: values['second-reader-seconds'],
        key: process.env.DIEUHANH_SECOND_READER_KEY,
      },
      words,
    ),
    width: terminalWidth(),
    words,
  })
}

const SERVER = { server: { type: 'string' }, token: { type: 'string' } } satisfies ParseArgsOptionsConfig

async function runImport(args: string[], words: Words): Promise<number> {
  const { values, positionals } = options(args, { ...COMMON, ...SERVER }, words)
  if (values.help) return usage(words.importUsage)
  if (positionals.length === 0) throw new Stop(EXIT.badUse, words.noFile)
  const connection = connect(values, words)
  return await (await import('./import.ts')).importFiles(connection, positionals, values.verbose === true, words)
}

async function runTasks(args: string[], words: Words): Promise<number> {
  const config = {
    ...COMMON,
    ...SERVER,
    state: { type: 'string' },
    query: { type: 'string' },
    'as-of': { type: 'string' },
    limit: { type: 'string', default: '50' },
    format: { type: 'string', short: 'f', default: 'table' },
  } satisfies ParseArgsOptionsConfig
  const { values, positionals } = options(args, config, words)
  if (values.help) return usage(words.tasksUsage)
  if (positionals.length !== 1 || positionals[0] !== 'list') throw new Stop(EXIT.badUse, words.unknownTasksCommand)
  if (values.format !== 'table' && values.format !== 'json') {
    throw new Stop(EXIT.badUse, words.badFormat(values.format, 'table, json'))
  }
  if (!/^[1-9]\d{0,6}$/.test(values.limit)) throw new Stop(EXIT.badUse, words.badLimit)
  const { listTasks } = await import('./tasks.ts')
  const list = {
    state: values.state,
    query: values.query,
    asOf: values['as-of'],
    limit: Number(values.limit),
    json: values.format === 'json',
    width: terminalWidth(),
  }
  return await listTasks(connect(values, words), list, words)
}

async function runReport(args: string[], words: Words): Promise<number> {
  const config = {
    ...COMMON,
    ...SERVER,
    month: { type: 'string' },
    from: { type: 'string' },
    format: { type: 'string', short: 'f', default: 'docx' },
    out: { type: 'string', short: 'o' },
  } satisfies ParseArgsOptionsConfig
  const { values } = options(args, config, words)
  if (values.help) return usage(words.reportUsage)
  const { month, from, format, out } = values
  return await (await import('./report.ts')).downloadReport(connect(values, words), { month, from, format, out }, words)
}

async function runAudit(args: string[], words: Words): Promise<number> {
  const { values, positionals } = options(args, { ...COMMON, ...SERVER, expect: { type: 'string' } }, words)
  if (values.help) return usage(words.auditUsage)
  if (positionals.length !== 1 || positionals[0] !== 'verify') throw new Stop(EXIT.badUse, words.unknownAuditCommand)
  const isLoud = values.verbose === true || process.stderr.isTTY === true
  const { verifyLog } = await import('./audit.ts')
  return await verifyLog(connect(values, words), { expect: values.expect, isLoud }, words)
}

async function runFigures(args: string[], words: Words): Promise<number> {
  const { values, positionals } = options(args, { ...COMMON, ...SERVER }, words)
  if (values.help) return usage(words.figuresUsage)
  if (positionals.length !== 1 || positionals[0] !== 'rebuild') throw new Stop(EXIT.badUse, words.unknownFiguresCommand)
  const isLoud = values.verbose === true || process.stderr.isTTY === true
  return await (await import('./figures.ts')).rebuildFigures(connect(values, words), isLoud, words)
}

async function runCorpus(args: string[], words: Words): Promise<number> {
  const config = {
    ...COMMON,
    ...SERVER,
    out: { type: 'string', short: 'o' },
    from: { type: 'string' },
    to: { type: 'string' },
  } satisfies ParseArgsOptionsConfig
  const { values, positionals } = options(args, config, words)
  if (values.help) return usage(words.corpusUsage)
  if (positionals.length !== 1 || positionals[0] !== 'export') throw new Stop(EXIT.badUse, words.unknownCorpusCommand)
  const { out, from, to } = values
  const isLoud = values.verbose === true || process.stderr.isTTY === true
  return await (await import('./corpus.ts')).exportCorpus(connect(values, words), { out, from, to, isLoud }, words)
}

async function runKnowledge(args: string[], words: Words): Promise<number> {
  const { values, positionals } = options(args, { ...COMMON, ...SERVER, out: { type: 'string', short: 'o' } }, words)
  if (values.help) return usage(words.knowledgeUsage)
  if (positionals.length !== 1 || positionals[0] !== 'export') {
    throw new Stop(EXIT.badUse, words.unknownKnowledgeCommand)
  }
  return await (await import('./knowledge.ts')).exportKnowledge(connect(values, words), values.out, words)
}

function usage(text: string): number {
  process.stdout.write(text)
  return EXIT.done
}

function terminalWidth(): number {
  return process.stdout.columns ?? (Number(process.env.COLUMNS) || 120)
}

function options<T extends ParseArgsOptionsConfig>(args: string[], config: T, words: Words) {
  try {
    return parseArgs({ args, options: config, allowPositionals: true })
  } catch (error) {
    throw new Stop(EXIT.badUse, words.badOption(error instanceof Error ? error.message : String(error)))
  }
}

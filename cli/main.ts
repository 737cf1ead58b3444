import { readFileSync } from 'node:fs'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { extractFiles, FORMATS, type OutputFormat } from './extract.ts'
import { EXIT, Stop } from './io.ts'
import { languageOf, type Words, wordsOf } from './words.ts'

const COMMON = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  verbose: { type: 'boolean', short: 'v' },
} satisfies ParseArgsOptionsConfig

/** Runs the command with its arguments and gives its exit code; never throws for what a person can do wrong. */
export async function main(args: string[]): Promise<number> {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.done : 1))
  const asked =
    args.find((arg) => arg.startsWith('--lang='))?.slice(7) ?? args[args.indexOf('--lang') + 1 || args.length]
  const words = wordsOf(languageOf(asked, process.env))
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
  if (values.help) {
    process.stdout.write(words.usage)
    return EXIT.done
  }
  process.stderr.write(words.usage)
  return EXIT.badUse
}

async function runExtract(args: string[], words: Words): Promise<number> {
  const config = {
    ...COMMON,
    format: { type: 'string', short: 'f' },
    out: { type: 'string', short: 'o' },
    'no-text': { type: 'boolean' },
  } satisfies ParseArgsOptionsConfig
  const { values, positionals } = options(args, config, words)
  if (values.help) {
    process.stdout.write(words.extractUsage)
    return EXIT.done
  }
  const format = (values.format ?? 'json') as OutputFormat
  if (!FORMATS.includes(format)) throw new Stop(EXIT.badUse, words.badFormat(format, FORMATS.join(', ')))
  return await extractFiles({
    files: positionals,
    format,
    out: values.out,
    withText: values['no-text'] !== true,
    verbose: values.verbose === true,
    width: process.stdout.columns ?? (Number(process.env.COLUMNS) || 120),
    words,
  })
}

function options<T extends ParseArgsOptionsConfig>(args: string[], config: T, words: Words) {
  try {
    return parseArgs({ args, options: config, allowPositionals: true })
  } catch (error) {
    throw new Stop(EXIT.badUse, words.badOption(error instanceof Error ? error.message : String(error)))
  }
}

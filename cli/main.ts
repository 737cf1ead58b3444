import { extractFile } from './extract.ts'

/** Runs the command with its arguments and gives its exit code. */
export async function main(args: string[]): Promise<number> {
  const [command, file] = args
  if (command !== 'extract' || !file) return 2
  process.stdout.write(`${JSON.stringify(await extractFile(file), null, 2)}\n`)
  return 0
}

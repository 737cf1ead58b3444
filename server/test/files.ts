import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const SERVER = join(import.meta.dirname, '..')
/** What a test reaches that starts a PostgreSQL, asks one, or runs another process. */
const ENDS = [join(SERVER, 'test/cluster.ts'), join(SERVER, 'platform/embedded/server.ts')]
for (const end of ENDS) if (!existsSync(end)) throw new Error(`${end} is not there: name where it went`)

/**
 * The test files of the server. `pure` ones reach no database and no other process by anything they import, and run with the
 * unit tests; nobody has to say which those are.
 */
export function serverTests(): { pure: string[]; others: string[] } {
  const files = globSync('**/*.test.ts', { cwd: SERVER }).map((file) => join(SERVER, file))
  const isPure = (file: string) => !reaches(file, new Set())
  return { pure: files.filter(isPure), others: files.filter((file) => !isPure(file)) }
}

function reaches(file: string, seen: Set<string>): boolean {
  if (ENDS.includes(file)) return true
  if (seen.has(file)) return false
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  if (file.endsWith('.test.ts') && /from 'node:(child_process|cluster)'/.test(text)) return true
  const imports = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g)].map(([, path]) =>
    resolve(dirname(file), path!),
  )
  return imports.some((path) => reaches(path, seen))
}

import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const SERVER = join(import.meta.dirname, '..')
/** Files that start or query a PostgreSQL, or run another process. */
const ENDS = [join(SERVER, 'test/cluster.ts'), join(SERVER, 'platform/embedded/server.ts')]
for (const end of ENDS) if (!existsSync(end)) throw new Error(`${end} has moved: name its new path`)

/**
 * The test files of the server. `pure` ones reach no database and no other process through their imports, and run with the
 * unit tests. They are found automatically.
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

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { extract, read } from '@dieuhanh/extraction'

export async function extractFile(path: string): Promise<object> {
  const bytes = await readFile(path)
  const reading = await read(bytes, basename(path))
  const { text, blocks, warnings, ...source } = reading
  const extraction = extract(reading)
  return { ...extraction, warnings: [...warnings, ...extraction.warnings], source: { ...source, text, blocks } }
}

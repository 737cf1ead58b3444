/**
 * Codes in typed words, with the signs that they are written with, however they were typed: "da20250186" is "da-2025-0186".
 * `prefixes` are those of the room, in small letters, also without their marks ("đa", "da"). Pure.
 */
export function withCodes(typed: string, prefixes: readonly string[]): string {
  if (prefixes.length === 0) return typed
  const code = `(?<![\\p{L}\\p{N}])(${prefixes.join('|')})[\\s./–_-]*((?:19|20)\\d\\d)[\\s./–_-]*(\\d{1,6})(?![\\p{L}\\p{N}])`
  return typed.normalize('NFC').replace(new RegExp(code, 'giu'), '$1-$2-$3')
}

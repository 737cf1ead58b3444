import { decode } from './decode.ts'
import { MAX_BYTES } from './limits.ts'
import { readText } from './read-text.ts'
import { type Reading, Unreadable } from './shapes.ts'
import { FORMAT_NAMES, formatOfName, looksLikeHtml, sniff } from './sniff.ts'

export interface Progress {
  stage: 'reading' | 'recognising'
  done: number
  total: number
}

export interface ReadOptions {
  onProgress?: (progress: Progress) => void
  /** Largest file accepted, in bytes. */
  maxBytes?: number
}

/**
 * Reads a document: bytes in, one text with its blocks out.
 *
 * @throws Unreadable with a Vietnamese sentence that says what is wrong and what to do.
 */
export async function read(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Reading> {
  const limit = options.maxBytes ?? MAX_BYTES
  if (bytes.length > limit) throw new Unreadable('too_large', 'Tệp quá lớn.')
  if (bytes.length === 0) throw new Unreadable('empty', 'Tệp rỗng.')
  const binary = sniff(bytes)
  if (binary) throw new Unreadable('unknown_format', `Chưa đọc được ${FORMAT_NAMES[binary.format]}.`)
  const { text } = decode(bytes)
  if (looksLikeHtml(text)) throw new Unreadable('unknown_format', 'Chưa đọc được HTML.')
  return readText(text, name, formatOfName(name) === 'markdown' ? 'markdown' : 'txt')
}

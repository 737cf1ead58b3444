import type { UnreadableCode } from './shapes.ts'
import type { Language } from './wording.ts'

/** Why a file was not read, in English. The Vietnamese sentence of the reader says more: it names the kind of file. */
const ENGLISH: Record<UnreadableCode, string> = {
  empty: 'The file has no content. Check the original and upload it again.',
  too_large: 'The file is too large or too long. Split it into several files, one document each, and upload them.',
  unknown_format:
    'This file type is not supported. Upload DOCX, PDF, DOC, HTML, Markdown, TXT or a scanned picture (PNG, JPEG).',
  damaged: 'The file is damaged. Download it again, or open and save it anew, and upload it.',
  encrypted: 'The file has a password. Remove it and upload the file again.',
  no_pages: 'The PDF has no pages. Create it again from the original and upload it.',
  no_text: 'The file has no readable text. Scan it again, sharp and upright, or upload the original DOCX.',
  bomb: 'The file is packed in an unusual way and was not opened. Save it as a new file and upload it again.',
  too_slow: 'Reading took too long and was stopped. Split it, or save it as DOCX, and upload it again.',
  secret:
    'The document is marked secret; this channel is for open documents only. Handle it by the rules on state secrets.',
}

/** Why a file was refused, in a language. Its own sentence, if the code is not one of the reader's. */
export function refusalIn({ code, message }: { code: string; message: string }, language: Language): string {
  return language === 'en' && Object.hasOwn(ENGLISH, code) ? ENGLISH[code as UnreadableCode] : message
}

import { strToU8, zipSync } from 'fflate'
import type { Reading } from '../../shapes.ts'
import { readDocx } from './docx.ts'

/** Reads a Word document with this content of `w:body`. */
export function readBody(body: string): Reading {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return readDocx(zipSync({ 'word/document.xml': strToU8(xml) }), 'mau.docx')
}

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`
export const linesOf = (reading: Reading): string[] => reading.text.split('\n')

import type { Warning } from '../shapes.ts'
import { warning } from '../warnings.ts'

/** Words between tildes, which go over no empty line, are struck; a comment is not shown at all. */
const UNSHOWN = /~~(?=\S)((?:(?!\n\s*\n|~~)[\s\S]){1,2000}?)(?<=\S)~~ ?|<!--(?:(?!-->|<!--)[\s\S]){0,20000}-->/g

interface Struck {
  words: string
  /** Where the words stood, in the text that is left. */
  at: number
}

/** Markdown without what a reader of it does not see, or sees struck. */
export function withoutUnshown(text: string): { text: string; struck: Struck[] } {
  const struck: Struck[] = []
  if (!text.includes('~~') && !text.includes('<!--')) return { text, struck }
  let kept = ''
  let from = 0
  for (const hit of text.matchAll(UNSHOWN)) {
    kept += text.slice(from, hit.index)
    from = hit.index + hit[0].length
    if (hit[1]) struck.push({ words: hit[1].replace(/\s+/g, ' '), at: kept.length })
  }
  return { text: kept + text.slice(from), struck }
}

/** Tells of the words struck, each on its line of `text`; without place if the text was laid out anew since. */
export function struckWarnings(text: string, kept: string, struck: readonly Struck[]): Warning[] {
  return struck.map(({ words, at }) => {
    const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
    const end = text.indexOf('\n', at)
    return warning('struck_text', { words }, text === kept ? { start, end: end < 0 ? text.length : end } : undefined)
  })
}

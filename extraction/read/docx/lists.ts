import { child, childrenOf, type Element, isOn, val } from '../container/xml.ts'
import type { Level, List } from '../numbering.ts'

/** The lists of a document, and the list level that each paragraph style is bound to. */
export interface WordLists {
  lists: Map<string, List>
  styles: Map<string, { list: string; level: number }>
}

/** Reads the numbering part (ECMA-376 part 1, 17.9). */
export function wordListsOf(root: Element | null): WordLists {
  const found: WordLists = { lists: new Map(), styles: new Map() }
  const abstracts = new Map<string, Element>()
  for (const abstract of childrenOf(root ?? undefined, 'w:abstractNum')) {
    abstracts.set(abstract.attributes['w:abstractNumId'] ?? '', abstract)
  }
  for (const num of childrenOf(root ?? undefined, 'w:num')) {
    const id = num.attributes['w:numId'] ?? ''
    const abstractId = val(num, 'w:abstractNumId') ?? ''
    const levels = new Map<number, Level>()
    const overrides = new Map<number, number>()
    for (const element of childrenOf(abstracts.get(abstractId), 'w:lvl')) {
      const number = Number(element.attributes['w:ilvl'] ?? 0)
      levels.set(number, levelOf(element, number))
      const style = val(element, 'w:pStyle')
      if (style) found.styles.set(style, { list: id, level: number })
    }
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const number = Number(override.attributes['w:ilvl'] ?? 0)
      const own = child(override, 'w:lvl')
      if (own) levels.set(number, levelOf(own, number))
      const start = val(override, 'w:startOverride')
      if (start !== undefined) overrides.set(number, Number(start))
    }
    found.lists.set(id, { abstractId, levels, overrides })
  }
  return found
}

function levelOf(element: Element, number: number): Level {
  const restart = val(element, 'w:lvlRestart')
  return {
    start: Number(val(element, 'w:start') ?? 1),
    format: val(element, 'w:numFmt') ?? 'decimal',
    text: val(element, 'w:lvlText') ?? '',
    legal: isOn(child(element, 'w:isLgl')),
    restartAfter: restart === undefined ? number - 1 : Number(restart) - 1,
  }
}

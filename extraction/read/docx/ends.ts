import { child, type Element } from '../container/xml.ts'

/**
 * Joins paragraphs whose end is a tracked deletion (or was moved away) with what follows, as Word shows them once the
 * change is accepted. Pass each paragraph to `take` in document order.
 */
export class ParagraphEnds {
  #held: Element | null = null

  /** The whole paragraph once its end is reached; null while its end is deleted and more may follow. */
  take(paragraph: Element): Element | null {
    const whole = this.#held ? joined(this.#held, paragraph) : paragraph
    this.#held = hasDeletedEnd(paragraph) ? whole : null
    return this.#held ? null : whole
  }

  /** What is held when no further paragraph can follow: a table or the end of the text came. */
  rest(): Element | null {
    const held = this.#held
    this.#held = null
    return held
  }
}

function hasDeletedEnd(paragraph: Element): boolean {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr')
  return child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
}

/** Changes `held` in place, so that a long chain of deleted ends costs no copies. */
function joined(held: Element, next: Element): Element {
  // A paragraph of which nothing is left prints neither its number nor its style.
  if (!hasText(held)) {
    held.children = held.children.filter((part) => typeof part === 'string' || part.name !== 'w:pPr')
    const properties = child(next, 'w:pPr')
    if (properties) held.children.push(properties)
  }
  for (const part of next.children) if (typeof part === 'string' || part.name !== 'w:pPr') held.children.push(part)
  return held
}

function hasText(element: Element): boolean {
  if (element.name === 'w:t') return true
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return false
  return element.children.some((part) => typeof part !== 'string' && hasText(part))
}

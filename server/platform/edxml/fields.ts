/** Fields of a message: each where it belongs and once, whatever prefix its sender gave it. */
import { elementsOf, textOf, type XmlElement } from '../signature/xml-tree.ts'
import { EDXML } from './codes.ts'
import { isNothing, readDay, readInstant } from './times.ts'
import { EdxmlUnreadable, type Notes } from './unreadable.ts'

const LONGEST = 20_000

/** In the standard's namespace or in none: children stand with and without its prefix. */
const isOurs = ({ namespace }: XmlElement) => namespace === EDXML || namespace === ''

export class Fields {
  readonly notes: Notes
  constructor(notes: Notes) {
    this.notes = notes
  }

  many(parent: XmlElement | null, local: string): XmlElement[] {
    return parent === null ? [] : elementsOf(parent).filter((child) => child.local === local && isOurs(child))
  }

  /**
   * The one child of that name; null without it.
   * @throws EdxmlUnreadable `twice`: two readers could take different ones, and a signature may cover one of them only
   */
  one(parent: XmlElement | null, local: string): XmlElement | null {
    const found = this.many(parent, local)
    if (found.length > 1) throw new EdxmlUnreadable('twice', { field: local })
    return found[0] ?? null
  }

  /** @throws EdxmlUnreadable */
  needed(parent: XmlElement | null, local: string): XmlElement {
    const found = this.one(parent, local)
    if (found === null) throw new EdxmlUnreadable('missing', { field: local })
    return found
  }

  /** The text of a child; null where it is not there, empty, or says that there is nothing. */
  text(parent: XmlElement | null, local: string): string | null {
    const found = this.one(parent, local)
    return found === null ? null : this.textIn(found)
  }

  /** @throws EdxmlUnreadable */
  neededText(parent: XmlElement | null, local: string, field = local): string {
    const found = this.text(parent, local)
    if (found === null) throw new EdxmlUnreadable('missing', { field })
    return found
  }

  texts(parent: XmlElement | null, local: string): string[] {
    return this.many(parent, local).flatMap((each) => this.textIn(each) ?? [])
  }

  textIn(element: XmlElement): string | null {
    const raw = textOf(element)
    const composed = raw.normalize('NFC')
    if (composed !== raw) this.notes.add('decomposed')
    const whole = composed.trim()
    if (whole.length > LONGEST) this.notes.add('text_cut', { field: element.local })
    const text = whole.slice(0, LONGEST).toWellFormed()
    if (!isNothing(text)) return text
    if (text !== '') this.notes.add('placeholder', { field: element.local })
    return null
  }

  /** A whole number; null for none. */
  number(parent: XmlElement | null, local: string): number | null {
    const text = this.text(parent, local)
    if (text === null) return null
    if (/^\d{1,9}$/.test(text)) return Number(text)
    this.notes.add('code_unknown', { field: local, value: text.slice(0, 100) })
    return null
  }

  /** YYYY-MM-DD. */
  day(parent: XmlElement | null, local: string): string | null {
    const text = this.text(parent, local)
    if (text === null) return null
    const { day, shape } = readDay(text)
    if (shape === 'other') this.notes.add('day_shape', { field: local, value: text.slice(0, 50) })
    if (shape === 'wrong') this.notes.add('day_wrong', { field: local, value: text.slice(0, 50) })
    return day
  }

  instant(parent: XmlElement | null, local: string): Temporal.Instant | null {
    const text = this.text(parent, local)
    if (text === null) return null
    const at = readInstant(text)
    if (at === null) this.notes.add('time_wrong', { field: local, value: text.slice(0, 50) })
    return at
  }
}

import { child, childrenOf, type Element, isOn, val } from '../container/xml.ts'

/** The properties of a style needed for reading; `basedOn` already followed. */
export interface Style {
  /** 1-based heading depth, null for body text. */
  level: number | null
  list: string | null
  listLevel: number
  font: string
  capitals: boolean
  hidden: boolean
  /** Struck through, once or twice: the words no longer hold. */
  struck: boolean
  raised: boolean
}

const PLAIN: Style = {
  level: null,
  list: null,
  listLevel: 0,
  font: '',
  capitals: false,
  hidden: false,
  struck: false,
  raised: false,
}

/** A chain of styles longer than this is a loop. */
const MAX_CHAIN = 20

export class Styles {
  readonly #elements = new Map<string, Element>()
  readonly #known = new Map<string, Style>()
  readonly #plain: Style
  readonly #paragraphDefault: string | undefined

  constructor(root: Element | null) {
    const defaults = child(child(child(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
    this.#plain = { ...PLAIN, font: fontOf(defaults) ?? '' }
    let normal: string | undefined
    for (const style of childrenOf(root ?? undefined, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? ''
      this.#elements.set(id, style)
      const isDefault = /^(?:1|true|on)$/.test(style.attributes['w:default'] ?? '')
      if (style.attributes['w:type'] === 'paragraph' && isDefault) normal = id
    }
    this.#paragraphDefault = normal
  }

  ofParagraph(id: string | undefined): Style {
    return this.#resolve(id ?? this.#paragraphDefault, 0)
  }

  ofRun(id: string | undefined, paragraph: Style): Style {
    const element = id === undefined ? undefined : this.#elements.get(id)
    return element ? withRun(paragraph, child(element, 'w:rPr')) : paragraph
  }

  #resolve(id: string | undefined, depth: number): Style {
    const element = id === undefined ? undefined : this.#elements.get(id)
    if (id === undefined || !element || depth > MAX_CHAIN) return this.#plain
    const known = this.#known.get(id)
    if (known) return known
    const base = this.#resolve(val(element, 'w:basedOn'), depth + 1)
    const properties = child(element, 'w:pPr')
    const numbering = child(properties, 'w:numPr')
    const outline = val(properties, 'w:outlineLvl')
    const style: Style = {
      ...withRun(base, child(element, 'w:rPr')),
      level: outline === undefined ? (headingLevel(element) ?? base.level) : levelOfOutline(outline),
      list: val(numbering, 'w:numId') ?? base.list,
      listLevel: Number(val(numbering, 'w:ilvl') ?? base.listLevel),
    }
    this.#known.set(id, style)
    return style
  }
}

/** A style as changed by the run properties of a run or of another style. */
export function withRun(style: Style, properties: Element | undefined): Style {
  if (!properties) return style
  const caps = child(properties, 'w:caps')
  const vanish = child(properties, 'w:vanish')
  const align = val(properties, 'w:vertAlign')
  const strikes = [child(properties, 'w:strike'), child(properties, 'w:dstrike')].filter(
    (strike) => strike !== undefined,
  )
  return {
    ...style,
    font: fontOf(properties) ?? style.font,
    capitals: caps ? isOn(caps) : style.capitals,
    hidden: vanish ? isOn(vanish) : style.hidden,
    struck: strikes.length > 0 ? strikes.some(isOn) : style.struck,
    raised: align === undefined ? style.raised : align === 'superscript',
  }
}

export function levelOfOutline(value: string): number | null {
  const level = Number(value)
  return level >= 0 && level < 9 ? level + 1 : null
}

/** Built-in headings are known by name, even if a style states no outline level. */
function headingLevel(style: Element): number | null {
  const name = (val(style, 'w:name') ?? '').toLowerCase()
  if (name === 'title') return 1
  const depth = /^heading ([1-9])$/.exec(name)?.[1]
  return depth ? Number(depth) : null
}

function fontOf(properties: Element | undefined): string | undefined {
  const fonts = child(properties, 'w:rFonts')?.attributes
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
}

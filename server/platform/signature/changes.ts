import { type TextPart, textPartsOf, wordsOf } from './page-text.ts'
import { Sameness } from './pdf-compare.ts'
import { type Field, fieldsOf, type Widget } from './pdf-fields.ts'
import type { Page, PdfFile } from './pdf-file.ts'
import { type Place, placeSeen, sightOf } from './pdf-geometry.ts'
import { Dict, isWhite, latin1, Name, Ref, Stream, textOf, type Value } from './pdf-objects.ts'
import type { Finding } from './verdict.ts'

/** Something that was written into a PDF after a signature. An error: what is seen or done now is not what was signed. */
export type Change = Finding

/** Of the page that a mark may take before it is worth a word: the seal of an agency with its words takes 4 in a hundred. */
const MOST_OF_PAGE = 0.08
/** Letters that lie under the seal of a paper: office and name in a few lines. */
const MOST_LETTERS_NEAR = 120
/** Points around an earlier mark that still belong to the same signature block. */
const NEAR = 24
/** A comment's sign on the page is about so large, in points; what is larger covers something. */
const COMMENT_SIZE = 48
/** In points: the frame that a link has where none is named is one thick. */
const THIN_FRAME = 2

/** What the comparisons of one file share: its marks are examined one time. */
export class FinalPdf {
  readonly file: PdfFile
  readonly fields: readonly Field[]
  readonly #parts = new Map<number, readonly TextPart[]>()
  readonly #marks = new Map<Dict, readonly Change[]>()
  constructor(file: PdfFile) {
    this.file = file
    this.fields = fieldsOf(file)
  }

  /** What is found about how a later signature looks. `earlier`: marks that were on the page before it. */
  mark(field: Field, widget: Widget, earlier: readonly Place[]): readonly Change[] {
    const known = this.#marks.get(widget.dict)
    if (known) return known
    const found: Change[] = []
    this.#marks.set(widget.dict, found)
    const page = widget.page === null ? undefined : this.file.pages[widget.page - 1]
    if (page === undefined || widget.rect === null) return found
    const sight = sightOf(this.file, page)
    const place = placeSeen(sight, page.number, widget.rect)
    if (place.width * place.height === 0 || !isShown(widget.dict)) return found
    const params = { field: field.name, name: nameOf(field), page: page.number }
    if (place.width * place.height > MOST_OF_PAGE * sight.width * sight.height)
      found.push({ code: 'pdf.mark_large', weight: 'warning', params })
    const under = partsUnder(place, this.#textPartsOf(page))
    const letters = under.reduce((sum, { letters }) => sum + letters, 0)
    const isNear = earlier.some((one) => one.page === place.page && areNear(one, place))
    if (letters > (isNear ? MOST_LETTERS_NEAR : 0)) {
      const words = wordsOf(under).slice(0, MOST_LETTERS_NEAR)
      found.push({ code: 'pdf.mark_over_text', weight: 'warning', params: { ...params, words } })
    }
    return found
  }

  #textPartsOf(page: Page): readonly TextPart[] {
    const known = this.#parts.get(page.number)
    if (known) return known
    const found = textPartsOf(this.file, page)
    this.#parts.set(page.number, found)
    return found
  }
}

/** It has a look of its own, or a ground or a border that readers draw for it. */
const isShown = (dict: Dict): boolean => dict.has('AP') || dict.has('MK')

const nameOf = ({ name, value }: Field): string => textOf(value?.get('Name')) ?? name

const areNear = (a: Place, b: Place): boolean =>
  a.x - NEAR < b.x + b.width && b.x < a.x + a.width + NEAR && a.y - NEAR < b.y + b.height && b.y < a.y + a.height + NEAR

function partsUnder(place: Place, parts: readonly TextPart[]): TextPart[] {
  return parts.filter(({ x, y, width, size, text }) => {
    const middle = y + size * 0.3
    const isUnder =
      x < place.x + place.width && place.x < x + width && middle > place.y && middle < place.y + place.height
    return isUnder && text.trim() !== ''
  })
}

/** What was written between a signed revision and the file as it is now. `prior` is the file as far as the signature covers it. */
export function changesSince(prior: PdfFile, final: FinalPdf): Change[] {
  if (prior.end === final.file.end) return []
  return new Comparison(prior, final).run()
}

const CATALOG: Readonly<Record<string, Change>> = {
  OpenAction: { code: 'pdf.action_added', weight: 'error' },
  AA: { code: 'pdf.action_added', weight: 'error' },
  AF: { code: 'pdf.file_attached', weight: 'error' },
  Collection: { code: 'pdf.file_attached', weight: 'error' },
  OCProperties: { code: 'pdf.layers_changed', weight: 'error' },
  Metadata: { code: 'pdf.metadata_changed', weight: 'note' },
  TextPartInfo: { code: 'pdf.metadata_changed', weight: 'note' },
  StructTreeRoot: { code: 'pdf.metadata_changed', weight: 'note' },
  MarkInfo: { code: 'pdf.metadata_changed', weight: 'note' },
  Lang: { code: 'pdf.metadata_changed', weight: 'note' },
  Version: { code: 'pdf.metadata_changed', weight: 'note' },
  Extensions: { code: 'pdf.metadata_changed', weight: 'note' },
  DSS: { code: 'pdf.evidence_added', weight: 'note' },
  Outlines: { code: 'pdf.view_changed', weight: 'warning' },
  PageMode: { code: 'pdf.view_changed', weight: 'warning' },
  PageLayout: { code: 'pdf.view_changed', weight: 'warning' },
  PageLabels: { code: 'pdf.view_changed', weight: 'warning' },
  ViewerPreferences: { code: 'pdf.view_changed', weight: 'warning' },
  Dests: { code: 'pdf.view_changed', weight: 'warning' },
}
const PAGE_NOTES = new Set(['LastModified', 'TextPartInfo', 'StructParents', 'Tabs', 'Thumb', 'Metadata'])
const PAGE_RESOURCES = ['Font', 'XObject', 'ExtGState', 'ColorSpace', 'Pattern', 'Shading', 'Properties', 'ProcSet']

class Comparison {
  readonly #prior: PdfFile
  readonly #final: FinalPdf
  readonly #file: PdfFile
  readonly #same: Sameness
  readonly #found = new Map<string, Change>()
  /** Pages of each finding, so that one sentence names them all. */
  readonly #pages = new Map<string, Set<number>>()
  readonly #newWidgets = new Set<number>()
  readonly #oldWidgets = new Set<number>()

  constructor(prior: PdfFile, final: FinalPdf) {
    this.#prior = prior
    this.#final = final
    this.#file = final.file
    this.#same = new Sameness(prior, final.file)
  }

  run(): Change[] {
    const { trailer } = this.#prior
    this.#bytes()
    const root = trailer.get('Root')
    this.#same.explain(root, this.#file.trailer.get('Root'))
    this.#catalog(this.#prior.catalog, this.#file.catalog)
    this.#form()
    this.#pagesOf()
    if (!this.#same.same(trailer.get('Info'), this.#file.trailer.get('Info'))) {
      this.#say({ code: 'pdf.metadata_changed', weight: 'note' })
      this.#same.explainAll(trailer.get('Info'), this.#file.trailer.get('Info'))
    }
    if (![...this.#found.values()].some(({ weight }) => weight === 'error')) this.#rest()
    for (const [code, pages] of this.#pages) {
      const change = this.#found.get(code)!
      const sorted = [...pages].sort((a, b) => a - b)
      const list = sorted.length > 20 ? `${sorted.slice(0, 20).join(', ')}…` : sorted.join(', ')
      this.#found.set(code, { ...change, params: { pages: list } })
    }
    return [...this.#found.values()]
  }

  /** One finding for each code and whatever distinguishes it. */
  #say(change: Change, key = change.code): void {
    if (this.#found.size < 100) this.#found.set(key, change)
  }

  #sayPage(code: string, weight: Change['weight'], page: number): void {
    this.#say({ code, weight })
    const pages = this.#pages.get(code) ?? new Set()
    this.#pages.set(code, pages.add(page))
  }

  /** Behind what is signed, every byte belongs to an object or a table that the file itself names. */
  #bytes(): void {
    const { bytes } = this.#file.source
    const from = this.#prior.end
    const known: [number, number][] = []
    for (const { start, end } of this.#file.everyObject()) if (start >= from) known.push([start, end])
    for (const { start, end } of this.#file.sections) if (start >= from) known.push([start, end])
    known.sort((a, b) => a[0] - b[0])
    let at = from
    let hasOther = false
    for (const [start, end] of [...known, [this.#file.end, this.#file.end] as const]) {
      if (start > at && !isPunctuation(bytes.subarray(at, start))) hasOther = true
      at = Math.max(at, end)
    }
    if (hasOther) this.#say({ code: 'pdf.bytes_unread', weight: 'error' })
  }

  #catalog(before: Dict, after: Dict): void {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      if (key === 'Pages' || key === 'AcroForm') continue
      const [old, now] = [before.get(key), after.get(key)]
      if (this.#same.same(old, now)) continue
      if (key === 'Names') this.#names(this.#prior.dict(old), this.#file.dict(now))
      else
        this.#say(
          CATALOG[key] ?? { code: 'pdf.catalog_changed', weight: 'error', params: { key } },
          CATALOG[key]?.code ?? `catalog ${key}`,
        )
      if (CATALOG[key]?.weight !== 'error') this.#same.explainAll(old, now)
    }
  }

  #names(before: Dict | null, after: Dict | null): void {
    for (const key of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
      if (this.#same.same(before?.get(key), after?.get(key))) continue
      if (key === 'JavaScript') this.#say({ code: 'pdf.action_added', weight: 'error' })
      else if (key === 'EmbeddedFiles') this.#say({ code: 'pdf.file_attached', weight: 'error' })
      else this.#say({ code: 'pdf.catalog_changed', weight: 'error', params: { key } }, `names ${key}`)
    }
  }

  #form(): void {
    const [oldForm, newForm] = [this.#prior.catalog.get('AcroForm'), this.#file.catalog.get('AcroForm')]
    const [before, after] = [this.#prior.dict(oldForm), this.#file.dict(newForm)]
    this.#same.explain(oldForm, newForm)
    this.#same.explain(before?.get('Fields'), after?.get('Fields'))
    for (const key of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
      if (key === 'Fields' || key === 'SigFlags') continue
      if (this.#same.same(before?.get(key), after?.get(key))) continue
      if (key === 'DA' && before?.get(key) === undefined) continue
      if (key === 'DR' && this.#isOnlyMore(this.#prior.dict(before?.get(key)), this.#file.dict(after?.get(key)))) {
        this.#same.explainAll(before?.get(key), after?.get(key))
        continue
      }
      this.#say({ code: 'pdf.form_changed', weight: 'error', params: { key } }, `form ${key}`)
    }
    this.#fields()
  }

  /** Resources of the form that were only added to. */
  #isOnlyMore(before: Dict | null, after: Dict | null): boolean {
    for (const [kind, value] of before ?? []) {
      const [old, now] = [this.#prior.dict(value), this.#file.dict(after?.get(kind))]
      if (old === null) {
        if (!this.#same.same(value, after?.get(kind))) return false
        continue
      }
      for (const [name, one] of old) if (now === null || !this.#same.same(one, now.get(name))) return false
    }
    return true
  }

  #fields(): void {
    const before = fieldsOf(this.#prior)
    const after = this.#final.fields
    const key = ({ ref, name }: Field) => (ref === null ? `name ${name}` : `ref ${ref.num}`)
    const now = new Map(after.map((field) => [key(field), field]))
    const old = new Set(before.map(key))
    const earlier = before.flatMap((field) => this.#placesOf(field))
    for (const field of before) {
      for (const { ref } of field.widgets) if (ref) this.#oldWidgets.add(ref.num)
      const same = now.get(key(field))
      if (same === undefined)
        this.#say(
          field.value === null
            ? { code: 'pdf.field_removed', weight: 'error', params: { field: field.name } }
            : { code: 'pdf.signature_removed', weight: 'error', params: { field: field.name } },
          `removed ${field.name}`,
        )
      else this.#field(field, same, earlier)
    }
    const added = after.filter((field) => !old.has(key(field)))
    // In the order they were signed: each mark may be beside those before it.
    added.sort((a, b) => rangeEnd(a) - rangeEnd(b))
    for (const field of added) {
      if (field.isSignature && field.value !== null) this.#laterSignature(field, earlier)
      else if (field.isSignature || field.widgets.length === 0)
        this.#say({ code: 'pdf.field_added', weight: 'warning', params: { field: field.name } }, `added ${field.name}`)
      else this.#say({ code: 'pdf.field_added', weight: 'error', params: { field: field.name } }, `added ${field.name}`)
      if (!field.isSignature) continue
      // A field that waits for its signature shows nothing; what it shows would be a drawing of anybody's.
      for (const { ref, dict } of field.widgets)
        if (ref && (field.value !== null || !isShown(dict))) this.#newWidgets.add(ref.num)
    }
  }

  #placesOf(field: Field): Place[] {
    if (!field.isSignature || field.value === null) return []
    return field.widgets.flatMap(({ page, rect }) => {
      const on = page === null ? undefined : this.#file.pages[page - 1]
      return on && rect ? [placeSeen(sightOf(this.#file, on), on.number, rect)] : []
    })
  }

  #field(before: Field, after: Field, earlier: Place[]): void {
    for (const num of before.path) this.#same.explainNumber(num)
    const isDirectlySame = this.#same.same(before.dict, after.dict) && this.#arePathsSame(before)
    for (const { ref } of before.widgets) if (ref) this.#same.explainNumber(ref.num)
    if (isDirectlySame) return
    const params = { field: before.name }
    if (before.isSignature && (before.value !== null || before.dict.has('V')))
      this.#say({ code: 'pdf.signature_field_changed', weight: 'error', params }, `signature ${before.name}`)
    else if (before.isSignature && after.value !== null) {
      const isMoved = !this.#same.same(before.dict.get('Rect'), after.dict.get('Rect'))
      if (isMoved) this.#say({ code: 'pdf.form_changed', weight: 'error', params }, `form ${before.name}`)
      this.#laterSignature(after, earlier)
    } else this.#say({ code: 'pdf.form_filled', weight: 'error', params }, `filled ${before.name}`)
  }

  /** Fields above this one may gain fields under them, and nothing else. */
  #arePathsSame({ path }: Field): boolean {
    return path.slice(0, -1).every((num) => {
      const [before, after] = [this.#prior.object(num), this.#file.object(num)]
      if (!(before instanceof Dict && after instanceof Dict)) return false
      const keys = new Set([...before.keys(), ...after.keys()])
      keys.delete('Kids')
      return [...keys].every((key) => this.#same.same(before.get(key), after.get(key)))
    })
  }

  #laterSignature(field: Field, earlier: Place[]): void {
    const isTimeStamp =
      this.#file.name(field.value?.get('Type')) === 'DocTimeStamp' ||
      this.#file.name(field.value?.get('SubFilter')) === 'ETSI.RFC3161'
    const params = { field: field.name, name: nameOf(field) }
    this.#say(
      { code: isTimeStamp ? 'pdf.time_stamped' : 'pdf.signed_again', weight: 'note', params },
      `signed ${field.name}`,
    )
    for (const widget of field.widgets) {
      for (const change of this.#final.mark(field, widget, earlier)) this.#say(change, `${change.code} ${field.name}`)
      if (widget.dict.has('A') || widget.dict.has('AA')) this.#say({ code: 'pdf.action_added', weight: 'error' })
      // A time stamp is of no person and shows nothing.
      if (isTimeStamp && widget.page !== null && isShown(widget.dict))
        this.#sayPage('pdf.annotation_added', 'error', widget.page)
    }
    earlier.push(...this.#placesOf(field))
  }

  #pagesOf(): void {
    const [before, after] = [this.#prior.pages, this.#file.pages]
    const old = new Map(before.map((page) => [page.ref.num, page]))
    const now = new Set(after.map(({ ref }) => ref.num))
    const removed = before.filter(({ ref }) => !now.has(ref.num))
    const added = after.filter(({ ref }) => !old.has(ref.num))
    for (const { number } of removed) this.#sayPage('pdf.page_removed', 'error', number)
    for (const { number } of added) this.#sayPage('pdf.page_added', 'error', number)
    const kept = after.filter(({ ref }) => old.has(ref.num))
    if (removed.length + added.length === 0) {
      for (const [place, page] of kept.entries())
        if (before[place]!.ref.num !== page.ref.num) this.#sayPage('pdf.pages_reordered', 'error', page.number)
    }
    for (const page of kept) this.#page(old.get(page.ref.num)!, page)
  }

  #page(before: Page, after: Page): void {
    this.#same.explainNumber(after.ref.num)
    const number = before.number
    for (const key of ['MediaBox', 'CropBox', 'Rotate'])
      if (!this.#same.same(before.inherited.get(key), after.inherited.get(key)))
        this.#sayPage('pdf.page_changed', 'error', number)
    const [oldResources, newResources] = [before.inherited.get('Resources'), after.inherited.get('Resources')]
    if (!this.#same.same(oldResources, newResources)) this.#resources(oldResources, newResources, number)
    for (const key of new Set([...before.dict.keys(), ...after.dict.keys()])) {
      if (['Parent', 'Annots', 'Resources', 'MediaBox', 'CropBox', 'Rotate'].includes(key)) continue
      const [old, now] = [before.dict.get(key), after.dict.get(key)]
      if (this.#same.same(old, now)) continue
      if (PAGE_NOTES.has(key)) {
        this.#say({ code: 'pdf.metadata_changed', weight: 'note' })
        this.#same.explainAll(old, now)
      } else if (key === 'AA') this.#say({ code: 'pdf.action_added', weight: 'error' })
      else this.#sayPage('pdf.page_changed', 'error', number)
    }
    this.#annotations(before, after)
  }

  #resources(before: Value | undefined, after: Value | undefined, page: number): void {
    const [old, now] = [this.#prior.dict(before), this.#file.dict(after)]
    const differing = PAGE_RESOURCES.filter((key) => !this.#same.same(old?.get(key), now?.get(key)))
    const isFont = differing.length === 1 && differing[0] === 'Font'
    this.#sayPage(isFont ? 'pdf.font_changed' : 'pdf.resources_changed', 'error', page)
  }

  #annotations(before: Page, after: Page): void {
    const [oldList, newList] = [before.dict.get('Annots'), after.dict.get('Annots')]
    const old = this.#prior.list(oldList) ?? []
    const now = this.#file.list(newList) ?? []
    this.#same.explain(oldList, newList)
    this.#file.source.work.spend(old.length + now.length)
    const left = new Set(now.map(keyOf))
    const known = new Set(old.map(keyOf))
    let last = -1
    const places = new Map(now.map((one, place) => [keyOf(one), place]))
    for (const one of old) {
      const key = keyOf(one)
      if (!left.has(key)) {
        // What is no object of its own is compared with what is there now.
        if (one instanceof Ref || !now.some((other) => this.#same.same(one, other)))
          this.#sayPage('pdf.annotation_removed', 'error', before.number)
        continue
      }
      const place = places.get(key)!
      if (place < last) this.#sayPage('pdf.annotation_changed', 'error', before.number)
      last = place
      if (!(one instanceof Ref) || this.#oldWidgets.has(one.num)) continue
      if (!this.#same.same(one, one)) {
        this.#annotation('pdf.annotation_changed', this.#file.dict(one), before.number)
        this.#same.explainAll(one, one)
      }
    }
    for (const one of now) {
      if (known.has(keyOf(one)) || (!(one instanceof Ref) && old.some((other) => this.#same.same(other, one)))) continue
      if (one instanceof Ref && this.#newWidgets.has(one.num)) continue
      this.#annotation('pdf.annotation_added', this.#file.dict(one), before.number)
    }
  }

  /** A comment's sign beside the text is worth a word; what is drawn over the page is an error. */
  #annotation(code: string, dict: Dict | null, page: number): void {
    const kind = this.#file.name(dict?.get('Subtype'))
    const rect = this.#file.numbers(dict?.get('Rect'), 4) ?? [0, 0, 0, 0]
    const isSmall = Math.abs(rect[2]! - rect[0]!) <= COMMENT_SIZE && Math.abs(rect[3]! - rect[1]!) <= COMMENT_SIZE
    const action = this.#file.dict(dict?.get('A'))
    const leads = this.#file.name(action?.get('S'))
    if (dict?.has('AA') || (action !== null && leads !== 'URI' && leads !== 'GoTo'))
      this.#say({ code: 'pdf.action_added', weight: 'error' })
    // A link and a note's window are drawn by nobody, unless they bring a picture or a frame of their own.
    const isBare = !dict?.has('AP') && this.#frameOf(dict) <= THIN_FRAME
    const isComment =
      ((kind === 'Popup' || kind === 'Link') && isBare) || (kind === 'Text' && (isSmall || !dict!.has('AP')))
    if (isComment) this.#sayPage('pdf.comment_written', 'warning', page)
    else this.#sayPage(code, 'error', page)
  }

  /** How thick the frame around an annotation is, in points; one that cannot be read covers all. */
  #frameOf(dict: Dict | null): number {
    const style = this.#file.dict(dict?.get('BS') ?? null)
    if (style?.has('W')) {
      const width = this.#file.resolve(style.get('W'))
      return typeof width === 'number' ? width : Number.POSITIVE_INFINITY
    }
    if (!dict?.has('Border')) return 1
    // A fourth entry says how it is dashed.
    const width = this.#file.resolve(this.#file.list(dict.get('Border'))?.[2] ?? null)
    return typeof width === 'number' ? width : Number.POSITIVE_INFINITY
  }

  /** Objects that were there, are others now, and of which nothing above has spoken. */
  #rest(): void {
    for (const num of this.#same.unexplained()) {
      const before = this.#prior.object(num)
      if (before === null) continue
      const types = [before, this.#file.object(num)].map((value) => {
        const dict = value instanceof Stream ? value.dict : value
        const type = dict instanceof Dict ? dict.get('Type') : null
        return type instanceof Name ? type.value : ''
      })
      if (types.every((type) => type === 'XRef' || type === 'ObjStm' || type === '')) {
        if (types[0] === 'XRef' || types[0] === 'ObjStm') continue
      }
      if (types.includes('Pages')) this.#say({ code: 'pdf.page_tree_changed', weight: 'warning' })
      else this.#say({ code: 'pdf.object_changed', weight: 'error', params: { object: num } })
    }
  }
}

const keyOf = (value: Value): Value | string => (value instanceof Ref ? `ref ${value.num} ${value.gen}` : value)
const rangeEnd = ({ value }: Field): number => {
  const range = value?.get('ByteRange')
  const [from, length] = Array.isArray(range) ? range.slice(2) : []
  return typeof from === 'number' && typeof length === 'number' ? from + length : 0
}

/**
 * Between objects there is only white space, the place of a table, the mark of the end, and comments (of the application that wrote),
 * which must not look like an object: readers that repair a file would take it for one.
 */
function isPunctuation(bytes: Uint8Array): boolean {
  if (bytes.length > 65_536) return bytes.every(isWhite)
  for (const line of latin1(bytes)
    .replaceAll('\0', ' ')
    .split(/[\r\n]/)) {
    const words = line.trim()
    if (words === '' || words === '%%EOF' || /^(?:startxref ?)?\d{0,20}$/.test(words)) continue
    if (!line.startsWith('%') || line.length > 200 || /obj|stream|trailer|xref/.test(line)) return false
  }
  return true
}

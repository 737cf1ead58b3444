import type { PdfFile } from './pdf-file.ts'
import { type Dict, PdfError, Ref, textOf, type Value } from './pdf-objects.ts'

export interface Widget {
  ref: Ref | null
  dict: Dict
  /** The page that lists it; null if none does. */
  page: number | null
  /** In the space of the file. */
  rect: readonly number[] | null
}

/** A field of the form that has no fields under it. */
export interface Field {
  /** Full name, parts with dots between. */
  name: string
  ref: Ref | null
  dict: Dict
  /** The objects from the top of the form down to this one. */
  path: readonly number[]
  isSignature: boolean
  /** The dictionary of its signature; null if it is not signed. */
  value: Dict | null
  valueRef: Ref | null
  widgets: readonly Widget[]
}

const MOST_FIELDS = 100_000
const MOST_DEEP = 32

interface Open {
  value: Value
  name: string
  type: string | null
  path: readonly number[]
}

/** The fields of the form. Bounded; a field listed twice is walked once. @throws {PdfError} */
export function fieldsOf(file: PdfFile): Field[] {
  const form = file.dict(file.catalog.get('AcroForm'))
  const top = file.list(form?.get('Fields')) ?? []
  const onPage = pagesOfWidgets(file, top.length > 0)
  const found: Field[] = []
  const seen = new Set<Dict>()
  const open: Open[] = top.map((value) => ({ value, name: '', type: null, path: [] })).reverse()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const dict = file.dict(next.value)
    if (dict === null || seen.has(dict)) continue
    seen.add(dict)
    file.source.work.spend(4)
    if (seen.size > MOST_FIELDS) throw new PdfError('pdf.too_much', `more than ${MOST_FIELDS} fields`)
    if (next.path.length > MOST_DEEP) throw new PdfError('pdf.too_much', 'fields nested too deep')
    const part = textOf(file.resolve(dict.get('T')))
    const name = part === null ? next.name : next.name === '' ? part : `${next.name}.${part}`
    const type = file.name(dict.get('FT')) ?? next.type
    const ref = next.value instanceof Ref ? next.value : null
    const path = ref === null ? next.path : [...next.path, ref.num]
    const kids = file.list(dict.get('Kids')) ?? []
    const isParent = kids.some((kid) => file.dict(kid)?.has('T') ?? false)
    if (isParent) {
      for (let place = kids.length - 1; place >= 0; place--) open.push({ value: kids[place]!, name, type, path })
      continue
    }
    const valueRef = dict.get('V')
    const isSignature = type === 'Sig'
    found.push({
      name,
      ref,
      dict,
      path,
      isSignature,
      value: isSignature ? file.dict(valueRef) : null,
      valueRef: valueRef instanceof Ref ? valueRef : null,
      widgets: (kids.length > 0 ? kids : [next.value]).flatMap((kid) => widgetOf(file, kid, onPage)),
    })
  }
  return found
}

function widgetOf(file: PdfFile, value: Value, onPage: ReadonlyMap<number, number>): Widget[] {
  const dict = file.dict(value)
  if (dict === null || !dict.has('Rect')) return []
  const ref = value instanceof Ref ? value : null
  return [{ ref, dict, page: (ref && onPage.get(ref.num)) ?? null, rect: file.numbers(dict.get('Rect'), 4) }]
}

/** Of each annotation: the page that lists it. */
function pagesOfWidgets(file: PdfFile, isNeeded: boolean): Map<number, number> {
  const onPage = new Map<number, number>()
  if (!isNeeded) return onPage
  for (const { number, dict } of file.pages) {
    const annots = file.list(dict.get('Annots')) ?? []
    file.source.work.spend(annots.length)
    for (const one of annots) if (one instanceof Ref) onPage.set(one.num, number)
  }
  return onPage
}

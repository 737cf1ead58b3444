import type { Citation, DocumentFields, ExtractedTask, Extraction, Reading, Span } from '../shapes.ts'
import { BodyBuilder, type Fragment, fragmentsOf, type Inline, markOf, undecorated } from './body.ts'
import { node, slug, written, type XmlNode } from './xml.ts'

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
/** Namespace of the task metadata. */
const TASKS_NAMESPACE = 'urn:dieuhanh:tasks:1'
/** Akoma Ntoso requires a date; a document that states none gets this one, named "unknown". */
const NO_DATE = '0001-01-01'

/**
 * The document as Akoma Ntoso 3 (OASIS LegalDocML 1.0): identification, text with its hierarchy, and the tasks as
 * metadata, each pointing by `href` to the element it was read from. Pure: the same input gives the same bytes.
 */
export function toAkomaNtoso(reading: Reading, extraction: Extraction): string {
  const { document } = extraction
  const units = new Map<string, string>()
  for (const task of extraction.tasks) {
    for (const { name } of task.parties) if (!units.has(name)) units.set(name, `unit_${units.size + 1}`)
  }
  const builder = new BodyBuilder(reading, inlinesOf(document))
  const parts = partsOf(fragmentsOf(reading))
  const preface = builder.blocks(parts.preface, 'preface')
  const preamble = builder.blocks(parts.preamble, 'preamble')
  const body = builder.hierarchy(parts.body, '')
  const conclusions = builder.blocks(parts.conclusions, 'conclusions')
  const annexes = parts.annexes.map((fragments, index) => builder.hierarchy(fragments, `att_${index + 1}`))
  const address = addressOf(document)
  const meta = node('meta', {}, [
    identification(document, address, ''),
    references(document, units),
    proprietary(extraction, builder.places, units),
  ])
  const doc = node('doc', { name: slug(document.type ?? '') || 'van-ban', contains: 'originalVersion' }, [
    meta,
    container('preface', preface),
    container('preamble', preamble),
    node('mainBody', { eId: 'body' }, body.length > 0 ? body : [node('p', { eId: 'p_0' })]),
    container('conclusions', conclusions),
    annexes.length === 0
      ? null
      : node(
          'attachments',
          {},
          annexes.map((blocks, index) => annex(document, address, blocks, index + 1)),
        ),
  ])
  return written(node('akomaNtoso', { xmlns: NAMESPACE }, [doc]))
}

function container(name: string, blocks: XmlNode[]): XmlNode | null {
  return blocks.length === 0 ? null : node(name, { eId: name }, blocks)
}

function annex(document: DocumentFields, address: string, blocks: XmlNode[], number: number): XmlNode {
  return node('attachment', { eId: `att_${number}` }, [
    node('doc', { name: 'phu-luc', contains: 'originalVersion' }, [
      node('meta', {}, [identification(document, address, `!annex_${number}`)]),
      node('mainBody', { eId: `att_${number}__body` }, blocks),
    ]),
  ])
}

interface Parts {
  preface: Fragment[]
  preamble: Fragment[]
  body: Fragment[]
  conclusions: Fragment[]
  annexes: Fragment[][]
}

/** Splits an official document by how its parts begin: legal bases, articles, recipients and signature, annexes. */
function partsOf(fragments: Fragment[]): Parts {
  const parts: Parts = { preface: [], preamble: [], body: [], conclusions: [], annexes: [] }
  let stage: 'preface' | 'preamble' | 'body' | 'conclusions' | 'annex' = 'preface'
  for (const fragment of fragments) {
    const text = undecorated(fragment.text)
    const mark = fragment.table ? null : markOf(fragment.text)
    if (/^PHỤ LỤC(?:\s+[IVXLC\d]+)?\s*[.:]?\s*\**$/u.test(text.trim()) || (stage === 'conclusions' && fragment.table)) {
      stage = 'annex'
      parts.annexes.push([])
    } else if (stage === 'preface' && /^[\W_]*(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện)\s/iu.test(text))
      stage = 'preamble'
    else if ((stage === 'preface' || stage === 'preamble') && (fragment.table || (mark && mark.rank < 10)))
      stage = 'body'
    else if (stage === 'body' && /^[\W_]*Nơi nhận\s*:?/iu.test(text)) stage = 'conclusions'
    if (stage === 'annex') parts.annexes.at(-1)!.push(fragment)
    else parts[stage].push(fragment)
  }
  // Text without any marked part (a telegram, a conclusion in prose) is body, not preface.
  if (parts.body.length === 0 && parts.annexes.length === 0) {
    parts.body = [...parts.preamble, ...parts.conclusions]
    parts.preamble = []
    parts.conclusions = []
    if (parts.body.length === 0) {
      parts.body = parts.preface
      parts.preface = []
    }
  }
  return parts
}

function inlinesOf(document: DocumentFields): Inline[] {
  const inlines: Inline[] = []
  const add = (
    field: keyof DocumentFields['found'],
    name: string,
    attributes: Record<string, string | null> = {},
  ): void => {
    const found = document.found[field]
    if (found) inlines.push({ span: found.span, element: node(name, attributes) })
  }
  add('number', 'docNumber')
  add('type', 'docType')
  add('subject', 'docTitle')
  add('issuer', 'docAuthority')
  if (document.issuedOn) add('issuedOn', 'docDate', { date: document.issuedOn })
  if (document.signer) add('signer', 'person', { refersTo: '#signer' })
  for (const citation of [...document.legalBases, ...document.implements]) {
    inlines.push({ span: citation.span, element: node('ref', { href: addressOfCitation(citation) }) })
  }
  return inlines
}

/** Address of a work (Akoma Ntoso Naming Convention 4.2): country, kind, subtype, date, number. */
function addressOf(document: DocumentFields): string {
  const kind = slug(document.type ?? '') || 'van-ban'
  return `/akn/vn/doc/${kind}/${document.issuedOn ?? NO_DATE}/${slug(document.number ?? '') || 'khong-so'}`
}

function addressOfCitation(citation: Citation): string {
  const year = /\/(\d{4})\//.exec(citation.number)?.[1]
  return `/akn/vn/doc/${slug(citation.type ?? '') || 'van-ban'}/${citation.issuedOn ?? year ?? NO_DATE}/${slug(citation.number)}`
}

function identification(document: DocumentFields, address: string, component: string): XmlNode {
  const date = document.issuedOn ?? NO_DATE
  const named = document.issuedOn ? 'issued' : 'unknown'
  const level = (name: string, uri: string, own: XmlNode[]): XmlNode =>
    node(name, {}, [
      node('FRBRthis', { value: `${uri}/${component || '!main'}` }),
      node('FRBRuri', { value: uri }),
      node('FRBRdate', { date, name: named }),
      node('FRBRauthor', { href: name === 'FRBRManifestation' ? '#dieuhanh' : '#issuer' }),
      ...own,
    ])
  return node('identification', { source: '#dieuhanh' }, [
    level('FRBRWork', address, [
      node('FRBRcountry', { value: 'vn' }),
      ...(document.type ? [node('FRBRsubtype', { value: slug(document.type) })] : []),
      ...(document.number ? [node('FRBRnumber', { value: document.number })] : []),
      ...(document.subject ? [node('FRBRname', { value: document.subject })] : []),
    ]),
    level('FRBRExpression', `${address}/vie@`, [node('FRBRlanguage', { language: 'vie' })]),
    level('FRBRManifestation', `${address}/vie@.akn`, [node('FRBRformat', { value: 'application/akn+xml' })]),
  ])
}

function references(document: DocumentFields, units: Map<string, string>): XmlNode {
  const organisation = (eId: string, name: string): XmlNode =>
    node('TLCOrganization', { eId, href: `/akn/ontology/organization/vn/${slug(name) || eId}`, showAs: name })
  return node('references', { source: '#dieuhanh' }, [
    organisation('dieuhanh', 'Điều Hành'),
    organisation('issuer', document.issuer ?? 'Không rõ cơ quan ban hành'),
    ...(document.signer
      ? [
          node('TLCPerson', {
            eId: 'signer',
            href: `/akn/ontology/person/vn/${slug(document.signer)}`,
            showAs: document.signer,
          }),
        ]
      : []),
    ...[...units].map(([name, eId]) => organisation(eId, name)),
  ])
}

function proprietary(
  extraction: Extraction,
  places: { span: Span; eId: string }[],
  units: Map<string, string>,
): XmlNode {
  const tasks = extraction.tasks.map((task) => taskNode(task, placeOf(task, places), units))
  return node('proprietary', { source: '#dieuhanh' }, [
    node(
      'dh:tasks',
      { 'xmlns:dh': TASKS_NAMESPACE, effectOn: extraction.document.effectOn, urgency: extraction.document.urgency },
      tasks,
    ),
  ])
}

function taskNode(task: ExtractedTask, href: string, units: Map<string, string>): XmlNode {
  return node('dh:task', { ref: task.ref, href, confidence: task.confidence.toFixed(2), group: task.group }, [
    node('dh:title', {}, [task.title]),
    node('dh:content', {}, [task.content]),
    ...task.parties.map((party) =>
      node(
        `dh:${party.role}`,
        { refersTo: `#${units.get(party.name)}`, scope: party.scope, inherited: party.inherited ? 'true' : null },
        [party.name],
      ),
    ),
    ...task.deadlines.map((deadline) =>
      node(
        'dh:deadline',
        {
          kind: deadline.kind,
          dueOn: deadline.dueOn,
          recurs: deadline.recurs,
          rule: deadline.rule,
          inherited: deadline.inherited ? 'true' : null,
        },
        deadline.text === '' ? [] : [deadline.text],
      ),
    ),
    ...task.targets.map((target) =>
      node(
        'dh:target',
        {
          comparator: target.comparator,
          value: target.value,
          max: target.max,
          unit: target.unit,
          baseline: target.baseline,
          byWhen: target.byWhen,
        },
        [target.text],
      ),
    ),
    task.product ? node('dh:product', {}, [task.product.value]) : null,
  ])
}

/** The smallest element that contains the beginning of the task's text; the whole body if there is none. */
function placeOf(task: ExtractedTask, places: { span: Span; eId: string }[]): string {
  const at = task.contentSpan.start
  let best: { span: Span; eId: string } | null = null
  for (const place of places) {
    if (at < place.span.start || at >= place.span.end) continue
    if (!best || place.span.end - place.span.start < best.span.end - best.span.start) best = place
  }
  return `#${best?.eId ?? 'body'}`
}

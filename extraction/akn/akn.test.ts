import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { extract, read, toAkomaNtoso } from '../index.ts'
import { childrenOf, type Element, xmlTree } from '../read/container/xml.ts'

/**
 * Content models of Akoma Ntoso 3.0 (OASIS LegalDocML 1.0, part 2) for the elements written here: children in
 * order, `?` optional, `*` any number, `+` at least one. `inline` is text with inline elements.
 */
const HIERARCHY = ['part', 'chapter', 'section', 'article', 'level', 'paragraph', 'subparagraph', 'point', 'indent']
const hierarchy = `num? heading? (intro? (${HIERARCHY.join('|')})*|content)`
const blocks = '(p|table)+'
const frbr = 'FRBRthis FRBRuri FRBRdate FRBRauthor'
const MODELS: Record<string, string> = {
  akomaNtoso: 'doc',
  doc: 'meta preface? preamble? mainBody conclusions? attachments?',
  meta: 'identification references? proprietary*',
  identification: 'FRBRWork FRBRExpression FRBRManifestation',
  FRBRWork: `${frbr} FRBRcountry FRBRsubtype? FRBRnumber* FRBRname*`,
  FRBRExpression: `${frbr} FRBRlanguage+`,
  FRBRManifestation: `${frbr} FRBRformat?`,
  references: '(TLCOrganization|TLCPerson)+',
  proprietary: 'dh:tasks',
  preface: blocks,
  preamble: blocks,
  conclusions: blocks,
  mainBody: `(p|table|${HIERARCHY.join('|')})+`,
  attachments: 'attachment+',
  attachment: 'doc',
  content: blocks,
  intro: blocks,
  table: 'tr+',
  tr: '(th|td)+',
  th: blocks,
  td: blocks,
  ...Object.fromEntries(HIERARCHY.map((name) => [name, hierarchy])),
}
/** Elements whose eId the schema requires. */
const NAMED = new Set([...HIERARCHY, 'TLCOrganization', 'TLCPerson', 'attachment'])
const INLINE = new Set(['docNumber', 'docType', 'docTitle', 'docAuthority', 'docDate', 'person', 'ref'])

/** A model as a pattern over the children's names, each with a space after it. */
const matcherOf = (model: string): RegExp =>
  new RegExp(
    `^${model
      .replaceAll(' ', ';')
      .replace(/[\w:]+/g, '(?:$& )')
      .replaceAll(';', '')}$`,
  )

function elementsOf(element: Element): Element[] {
  return element.children.filter((child): child is Element => typeof child !== 'string')
}

function* within(element: Element): Generator<Element> {
  yield element
  for (const child of elementsOf(element)) yield* within(child)
}

function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** Checks order and presence by the schema, unique eIds, and that every local reference resolves. */
function assertValid(xml: string): Element {
  const root = xmlTree(Buffer.from(xml))
  assert.equal(root.attributes.xmlns, 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0')
  const eIds = new Set<string>()
  for (const element of within(root)) {
    const { eId } = element.attributes
    if (eId !== undefined) {
      assert.match(eId, /^[^\s]+$/)
      assert.ok(!eIds.has(eId), `eId ${eId} is unique`)
      eIds.add(eId)
    }
    if (NAMED.has(element.name)) assert.ok(eId, `${element.name} has an eId`)
    const model = MODELS[element.name]
    if (model) {
      const names = elementsOf(element)
        .map((child) => `${child.name} `)
        .join('')
      assert.match(names, matcherOf(model), `content of ${element.name} ${eId ?? ''}`)
    } else if (element.name === 'p' || element.name === 'num' || element.name === 'heading') {
      for (const child of elementsOf(element)) assert.ok(INLINE.has(child.name), `${child.name} in ${element.name}`)
    }
    if (element.name === 'FRBRdate' || element.name === 'docDate')
      assert.match(element.attributes.date!, /^\d{4}-\d\d-\d\d$/)
  }
  for (const element of within(root)) {
    const local = [element.attributes.refersTo, element.attributes.source, element.attributes.href].filter((to) =>
      to?.startsWith('#'),
    )
    for (const to of local) assert.ok(eIds.has(to!.slice(1)), `${element.name} points to ${to}`)
  }
  return root
}

describe('Akoma Ntoso', () => {
  let root: Element
  let xml: string
  before(async () => {
    const bytes = readFileSync(new URL('../fixtures/quyet-dinh-mau.docx', import.meta.url))
    const reading = await read(bytes, 'quyet-dinh-mau.docx')
    xml = toAkomaNtoso(reading, extract(reading))
    root = assertValid(xml)
  })

  const find = (test: (element: Element) => boolean): Element => {
    for (const element of within(root)) if (test(element)) return element
    throw new Error('no such element')
  }

  it('identifies the document', () => {
    const work = find((element) => element.name === 'FRBRWork')
    assert.deepEqual(
      elementsOf(work).map(({ name, attributes }) => [name, attributes.value ?? attributes.date ?? attributes.href]),
      [
        ['FRBRthis', '/akn/vn/doc/quyet-dinh/2026-03-16/45-qd-ubnd/!main'],
        ['FRBRuri', '/akn/vn/doc/quyet-dinh/2026-03-16/45-qd-ubnd'],
        ['FRBRdate', '2026-03-16'],
        ['FRBRauthor', '#issuer'],
        ['FRBRcountry', 'vn'],
        ['FRBRsubtype', 'quyet-dinh'],
        ['FRBRnumber', '45/QĐ-UBND'],
        ['FRBRname', 'Ban hành Kế hoạch nâng cao chất lượng dịch vụ công trực tuyến của tỉnh Hải Minh năm 2026'],
      ],
    )
    assert.equal(textOf(find((element) => element.name === 'docNumber')), '45/QĐ-UBND')
  })

  it('keeps the hierarchy: article, paragraph, point', () => {
    const point = find((element) => element.attributes.eId === 'art_1__para_2__point_b')
    assert.equal(textOf(childrenOf(point, 'num')[0]!), 'b)')
    assert.match(textOf(childrenOf(point, 'content')[0]!), /^\s*Bố trí kinh phí thực hiện Kế hoạch.*năm 2026\.\s*$/)
  })

  it('each task points to the element with its text', () => {
    const tasks = [...within(root)].filter((element) => element.name === 'dh:task')
    assert.equal(tasks.length, 7)
    for (const task of tasks) {
      const target = find((element) => `#${element.attributes.eId}` === task.attributes.href)
      const title = textOf(elementsOf(task)[0]!).replace(/…$/, '')
      assert.ok(
        textOf(target).toLowerCase().includes(title.toLowerCase()),
        `${task.attributes.href} contains "${title}"`,
      )
      assert.ok(target.name !== 'mainBody')
    }
  })

  it('the annex is an attachment with its table, merged cells and header cells', () => {
    const table = find((element) => element.attributes.eId === 'att_1__table_1')
    const [first, second] = childrenOf(table, 'tr')
    assert.deepEqual(
      childrenOf(first, 'th').map(({ attributes }) => [attributes.rowspan, attributes.colspan]),
      [
        ['2', undefined],
        ['2', undefined],
        [undefined, '2'],
        ['2', undefined],
        ['2', undefined],
      ],
    )
    assert.equal(childrenOf(second, 'th').length, 2)
  })

  it('gives the same result twice', async () => {
    const bytes = readFileSync(new URL('../fixtures/quyet-dinh-mau.docx', import.meta.url))
    const reading = await read(bytes, 'quyet-dinh-mau.docx')
    assert.equal(toAkomaNtoso(reading, extract(reading)), xml)
  })
})

describe('Akoma Ntoso of texts that are not decisions', () => {
  for (const [what, text] of [
    ['one line', 'Xin chào'],
    [
      'characters that XML forbids or escapes',
      'Điều 1. A & B < C > "D" \u0001 \ud800 ]]>\nĐiều 1. Lại điều 1\nđ) điểm đ\nd) điểm d',
    ],
    ['only marks', '1.\n2.\na)\n-\n+'],
    ['only an annex', 'PHỤ LỤC\nI. Nhóm\n1. Việc'],
    ['only a table', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ['Markdown', '# Chương I. Chung\n## Mục 1\n**Điều 1.** Bộ A chủ trì\n- gạch\n+ cộng'],
  ] as const) {
    it(`${what}: still valid`, async () => {
      const reading = await read(Buffer.from(text), 'a.md')
      assertValid(toAkomaNtoso(reading, extract(reading)))
    })
  }
})

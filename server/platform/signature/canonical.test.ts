import assert from 'node:assert/strict'
import test from 'node:test'
import { XmlDocument as LibXml, ParseOption, XmlC14NMode, type XmlNode } from 'libxml2-wasm'
import { canonical, codePointOrder, NotXml, writeXml } from './canonical.ts'
import { processorSeconds, randomXml, seeded } from './xml-random.fixture.ts'
import { readXmlTree, XML_LIMITS, type XmlElement, XmlUnreadable } from './xml-tree.ts'

const read = (text: string) => readXmlTree(Buffer.from(text))
const refused = (bytes: Uint8Array | string) => {
  try {
    readXmlTree(Buffer.from(bytes))
  } catch (error) {
    assert.ok(error instanceof XmlUnreadable, String(error))
    return error.code
  }
  return 'read'
}

test('reader and canonical forms agree with libxml2 on random documents, sound and broken', () => {
  const next = seeded(20_261_201)
  const option = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE
  const broken = ['<', '>', '&', '"', ':', '-', 'xmlns:', '&x;', ']]>', '--', '\0', '=', '/', '?', '<!DOCTYPE a>']
  let sound = 0
  let refusals = 0
  for (let count = 0; count < 1_000; count++) {
    let text = randomXml(next)
    if (next(3) === 0) {
      const at = next(text.length)
      text = text.slice(0, at) + broken[next(broken.length)]! + text.slice(at + next(2))
    }
    const theirs = attempt(() => LibXml.fromBuffer(Buffer.from(text), { option }))
    const ours = attempt(() => read(text))
    if (theirs instanceof Error || ours instanceof Error) {
      refusals++
      if (ours instanceof Error) assert.ok(ours instanceof XmlUnreadable, String(ours))
      // libxml2 also wants the address of a namespace to be a URI, which changes nothing in what is signed; a DOCTYPE is ours.
      else assert.match((theirs as Error).message, /is not a valid URI/, text)
      if (!(theirs instanceof Error)) {
        assert.match((ours as XmlUnreadable).code, /^(doctype|encoding)$/, text)
        theirs.dispose()
      }
      continue
    }
    sound++
    if (attempt(() => theirs.canonicalizeToString()) instanceof Error) continue
    for (const form of FORMS) {
      const options = {
        mode: form.isExclusive ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0,
        withComments: form.hasComments,
        ...(form.prefixes && { inclusiveNamespacePrefixes: form.prefixes }),
      }
      assert.equal(canonical(ours, form), theirs.canonicalizeToString(options), text)
      const all: XmlNode[] = theirs.find('//*')
      const place = next(all.length)
      assert.equal(canonical(elements(ours.root)[place]!, form), all[place]!.canonicalizeToString(options), text)
    }
    theirs.dispose()
  }
  assert.ok(sound > 500 && refusals > 120, `${sound} sound, ${refusals} refused`)
})

const FORMS = [
  { isExclusive: false, hasComments: false },
  { isExclusive: false, hasComments: true },
  { isExclusive: true, hasComments: false },
  { isExclusive: true, hasComments: true, prefixes: ['p', '#default'] },
]

function attempt<T>(what: () => T): T | Error {
  try {
    return what()
  } catch (error) {
    return error as Error
  }
}

function elements(element: XmlElement): XmlElement[] {
  return [
    element,
    ...element.children.flatMap((child) =>
      typeof child === 'object' && child.kind === 'element' ? elements(child) : [],
    ),
  ]
}

test('what is no XML for us is refused with its reason', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, level) => `<!ENTITY a${level} "${`&a${level - 1};`.repeat(10)}">`).join('')}]><a>&a19;</a>`
  assert.equal(refused(laughs), 'doctype')
  assert.equal(refused('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), 'doctype')
  assert.equal(refused('<!-- first --><!DOCTYPE a><a/>'), 'doctype')
  assert.equal(refused('<a>&nbsp;</a>'), 'entity')
  assert.equal(refused('<a>&#0;</a>'), 'character')
  assert.equal(refused('<a>\0</a>'), 'character')
  assert.equal(refused('<a b="\u0001"/>'), 'character')
  assert.equal(refused('<edXML:a/>'), 'prefix')
  assert.equal(refused('<a edXML:b="1"/>'), 'prefix')
  assert.equal(refused('\n<?xml version="1.0"?><a/>'), 'malformed')
  assert.equal(refused('ï»¿x<?xml version="1.0"?><a/>'), 'malformed')
  assert.equal(refused('<?xml version="1.1"?><a/>'), 'malformed')
  assert.equal(refused('<?xml version="1.0" encoding="windows-1258"?><a/>'), 'encoding')
  assert.equal(refused(Buffer.from('<a>\xe1</a>', 'latin1')), 'encoding')
  assert.equal(refused(''), 'malformed')
  assert.equal(refused('<a/><b/>'), 'malformed')
  assert.equal(refused('<a b="1" b="2"/>'), 'malformed')
  assert.equal(refused('<a xmlns:p="u:1" xmlns:q="u:1" p:b="1" q:b="2"/>'), 'malformed')
  assert.equal(refused('<a>'), 'malformed')
})

test('UTF-8 with its mark and UTF-16 are read as the same document', () => {
  const text = '<?xml version="1.0" encoding="UTF-16"?><a>Văn bản</a>'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const form = { isExclusive: false, hasComments: false }
  assert.equal(canonical(readXmlTree(utf16), form), '<a>Văn bản</a>')
  assert.equal(readXmlTree(utf16).encoding, 'utf-16')
  assert.equal(canonical(readXmlTree(utf16.swap16()), form), '<a>Văn bản</a>')
  assert.equal(canonical(read('\ufeff<a>Văn bản</a>'), form), '<a>Văn bản</a>')
  assert.equal(
    refused(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('16', '8'), 'utf16le')])),
    'encoding',
  )
  assert.equal(refused(Buffer.from([0xff, 0xfe, 0x00, 0xd8])), 'encoding')
})

test('hostile documents come to an end quickly', () => {
  const many = (count: number, each: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => each(index)).join('')
  const hostile: [string, string][] = [
    ['depth', '<a>'.repeat(100_000)],
    ['depth', '<a>'.repeat(100_000) + '</a>'.repeat(100_000)],
    ['count', `<a ${many(100_000, (index) => `b${index}="" `)}/>`],
    ['count', `<a ${many(100_000, (index) => `xmlns:b${index}="u:1" `)}/>`],
    ['count', `<${'a'.repeat(1_000_000)}/>`],
    ['count', `<a>${'<b/>'.repeat(500_000)}</a>`],
    ['count', `<a>${'<b xmlns="u:1"/>'.repeat(60_000)}</a>`],
    ['count', `${many(150, (level) => `<a ${many(100, (index) => `xmlns:n${level}x${index}="u:1" `)}>`)}`],
    ['malformed', `<a b="${'x'.repeat(5_000_000)}`],
    ['malformed', `<a>${'&'.repeat(2_000_000)}</a>`],
    ['malformed', `<a>${'<![CDATA['.repeat(200_000)}`],
    ['malformed', `${'<!--'.repeat(500_000)}`],
    ['read', `<a b="${'x'.repeat(3_000_000)}"/>`],
    ['read', `<a>${'&amp;'.repeat(300_000)}</a>`],
    ['read', `<a>${'\r\n'.repeat(1_000_000)}</a>`],
  ]
  for (const [code, text] of hostile) {
    const seconds = processorSeconds(() => assert.equal(refused(text), code, text.slice(0, 60)))
    assert.ok(seconds < 4, `${text.slice(0, 60)} took ${seconds} s`)
  }
  assert.equal(refused(Buffer.alloc(XML_LIMITS.bytes + 1, 0x20)), 'size')
})

test('what is written is its own canonical form, inclusive and exclusive', () => {
  const namespaces = { e: 'http://mau.test/edxml', x: 'http://mau.test/xlink', '': 'http://mau.test/plain' }
  const text = writeXml(
    [
      'e:a',
      { z: '1', 'x:href': 'a"b\n', b: '<2>' },
      ['e:b', null, 'Văn & bản ]]>\r'],
      ['c', null, ['e:d', { 'x:y': '' }]],
      null,
    ],
    namespaces,
  )
  const document = read(text)
  assert.equal(canonical(document, { isExclusive: true, hasComments: false }), text)
  assert.equal(canonical(document, { isExclusive: false, hasComments: true }), text)
  assert.throws(() => writeXml(['e:a', null, '\u0001'], namespaces), NotXml)
  assert.throws(() => writeXml(['e:a', null, '\ud800'], namespaces), NotXml)
  assert.throws(() => writeXml(['a b', null], namespaces), NotXml)
  assert.throws(() => writeXml(['f:a', null], namespaces), NotXml)
  assert.throws(() => writeXml(['e:a', { 'b"': '' }], namespaces), NotXml)
})

test('attributes are ordered by code points, not by units of UTF-16', () => {
  assert.ok(codePointOrder('\u{10000}', '\uffee') > 0)
  assert.ok(codePointOrder('\uffee', '\u{10000}') < 0)
  assert.ok(codePointOrder('a', 'ab') < 0)
  assert.equal(codePointOrder('é', 'é'), 0)
})

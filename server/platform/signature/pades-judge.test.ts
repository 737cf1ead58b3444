import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { newAuthority } from './authority.ts'
import { readCertificate } from './certificate.ts'
import type { Evidence, Trust } from './chain.ts'
import { finishCms, prepareCms, signatureValueOf, withTimeStamp } from './cms.ts'
import { finishPdf, judgePdf, prepareDocumentTimeStamp, preparePdf, readPdf, withEvidence } from './pades.ts'
import { findBlock } from './page-text.ts'
import {
  AGENCY,
  AT,
  agency,
  authority,
  NAME,
  onePage,
  person,
  samplePaper,
  seal,
  signature,
  signPdf,
  streamOf,
  updated,
} from './pdf.fixture.ts'
import { timeStampRequest, tokenOf } from './time-stamp.ts'
import { WORDS_CORE } from './words-core.ts'
import { WORDS_PDF } from './words-pdf.ts'

const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)
const NONE: Evidence = { certificates: [], crls: [], ocsps: [] }
const lists = (at: Date): Evidence => ({ ...NONE, crls: [authority.crl({ at }), authority.crl({ at, by: 'root' })] })
const trust = (evidence: Evidence, now = later(10), more: Partial<Trust> = {}): Trust => ({
  anchors: [readCertificate(authority.root.certificate)],
  evidence: NONE,
  fetched: evidence,
  now,
  ...more,
})
function stamp(of: Uint8Array, at: Date): Uint8Array {
  const query = { hash: of, nonce: randomBytes(8) }
  return tokenOf(authority.timeStamp(timeStampRequest(query.hash, query.nonce), at), query)
}
const options = { signedAt: AT, algorithm: 'rsa-sha256' as const }
const box = { page: 1, x: 300, y: 100, width: 120, height: 60 }

async function stamped(pdf: Uint8Array): Promise<Uint8Array> {
  const { chain, algorithm, signingKey } = person
  const mark = { kind: 'person' as const, picture: signature, at: box }
  const prepared = await preparePdf(pdf, { mark, signedAt: AT, algorithm })
  const query = prepareCms({ contentHash: prepared.contentHash, chain, algorithm })
  const [value] = await signingKey.sign([query.hash])
  const cms = finishCms(query, value!)
  return finishPdf(prepared, withTimeStamp(cms, stamp(hash('sha256', signatureValueOf(cms), 'buffer'), later(1))))
}
async function archived(pdf: Uint8Array, at: Date): Promise<Uint8Array> {
  const prepared = await prepareDocumentTimeStamp(pdf)
  return finishPdf(prepared, stamp(prepared.contentHash, at))
}

test('leader, seal and certified copy are valid, each with its holder and time', async () => {
  const paper = await samplePaper()
  const block = findBlock(paper, NAME)
  let pdf = await signPdf(paper, person, { kind: 'person', picture: signature, at: block })
  pdf = await signPdf(pdf, agency, { kind: 'agency', picture: seal, widthMm: 36, agency: AGENCY, at: block })
  pdf = await signPdf(pdf, agency, { kind: 'copy', form: 'SAO Y', agency: AGENCY })
  const verdicts = await judgePdf(pdf, trust(lists(later(5))))
  assert.deepEqual(
    verdicts.map(({ state, level, holder, claimedAt, isWhole, format }) => [
      state,
      level,
      holder!.name,
      claimedAt,
      isWhole,
      format,
    ]),
    [
      ['valid', 'B-B', NAME, AT.toISOString(), false, 'PAdES'],
      ['valid', 'B-B', AGENCY, AT.toISOString(), false, 'PAdES'],
      ['valid', 'B-B', AGENCY, AT.toISOString(), true, 'PAdES'],
    ],
  )
})

test('from B-B to B-LTA, and renewed', async () => {
  const levelOf = async (pdf: Uint8Array, with_ = trust(lists(later(5)))) => {
    const [first] = await judgePdf(pdf, with_)
    return [first!.state, first!.level]
  }
  const once = await signPdf(onePage(), person, null)
  assert.deepEqual(await levelOf(once), ['valid', 'B-B'])
  const withStamp = await stamped(onePage())
  assert.deepEqual(await levelOf(withStamp), ['valid', 'B-T'])
  const evidence = { ...lists(later(5)), certificates: [authority.issuing.certificate] }
  const lasting = await withEvidence(withStamp, evidence)
  assert.deepEqual(await levelOf(lasting, trust(NONE)), ['valid', 'B-LT'])
  const archive = await archived(lasting, later(8))
  assert.deepEqual(await levelOf(archive, trust(NONE)), ['valid', 'B-LTA'])
  const renewed = await archived(await withEvidence(archive, lists(later(100))), later(101))
  const verdicts = await judgePdf(renewed, trust(lists(later(200)), later(201)))
  assert.deepEqual(
    verdicts.map(({ kind, state, level, provenAt }) => [kind, state, level, provenAt]),
    [
      ['signature', 'valid', 'B-LTA', later(1).toISOString()],
      ['timeStamp', 'valid', null, later(8).toISOString()],
      ['timeStamp', 'valid', null, later(101).toISOString()],
    ],
  )
  assert.ok(verdicts.flatMap(({ changes }) => changes).every(({ weight }) => weight === 'note'))
})

test('a document time stamp proves the time of a signature that has none of its own', async () => {
  const short = authority.issue({ name: NAME, usage: 'person', notAfter: later(60) })
  const signed = await signPdf(onePage(), short, null)
  const [ended] = await judgePdf(signed, trust(lists(later(90)), later(100)))
  assert.deepEqual([ended!.state, ended!.provenAt], ['unverifiable', null])
  const archive = await archived(await withEvidence(signed, lists(later(20))), later(30))
  const [proven] = await judgePdf(archive, trust(lists(later(90)), later(100)))
  assert.deepEqual([proven!.state, proven!.provenAt], ['valid', later(30).toISOString()])
})

test('a leader who signs over the own name after an initial is no cause for a warning, another name is', async () => {
  const paper = await samplePaper()
  const initial = await signPdf(paper, agency, {
    kind: 'person',
    picture: signature,
    at: { ...box, x: 100, width: 40 },
  })
  const place = findBlock(paper, NAME)
  const at = { page: 1, x: place.centre - 60, y: place.under - 2, width: 120, height: place.office - place.under }
  const signed = await signPdf(initial, person, { kind: 'person', picture: seal, at })
  const [before] = await judgePdf(signed, trust(lists(later(5))))
  assert.deepEqual(
    before!.changes.map(({ code, params }) => [code, params!.name]),
    [['pdf.signed_again', NAME]],
  )
  const other = await signPdf(initial, agency, { kind: 'person', picture: seal, at })
  const [warned] = await judgePdf(other, trust(lists(later(5))))
  assert.deepEqual(
    warned!.changes.map(({ code, params }) => [code, params!.name, params!.words]),
    [
      ['pdf.signed_again', AGENCY, undefined],
      ['pdf.mark_over_text', AGENCY, NAME],
    ],
  )
})

test('a page changed after the signature makes it invalid, an unknown authority only unverifiable', async () => {
  const signed = await signPdf(onePage(), person, null)
  const changed = updated(signed, new Map([[4, streamOf('BT ET')]]))
  const [verdict] = await judgePdf(changed, trust(lists(later(5))))
  assert.equal(verdict!.state, 'invalid')
  assert.deepEqual(verdict!.changes, [{ code: 'pdf.page_changed', weight: 'error', params: { pages: '1' } }])
  const other = { ...trust(lists(later(5))), anchors: [readCertificate(newAuthority().root.certificate)] }
  assert.equal((await judgePdf(signed, other))[0]!.state, 'unverifiable')
})

test('one byte changed inside what is signed makes it invalid', async () => {
  const signed = Buffer.from(await signPdf(onePage(), person, null))
  signed[signed.indexOf('Mot dong')] = 0x4e
  const [verdict] = await judgePdf(signed, trust(lists(later(5))))
  assert.equal(verdict!.state, 'invalid')
  assert.ok(verdict!.findings.some(({ code, weight }) => code.startsWith('cms.') && weight === 'error'))
})

test('the mark of a later signature that proves nothing makes the earlier one invalid', async () => {
  const signed = await signPdf(onePage(), person, null)
  const prepared = await preparePdf(signed, { ...options, mark: { kind: 'person', picture: seal, at: box } })
  // A person without a key puts the CMS of the first signature into it.
  const { signatures } = readPdf(signed)
  const forged = finishPdf(prepared, signatures[0]!.cms!)
  const verdicts = await judgePdf(forged, trust(lists(later(5))))
  assert.deepEqual(
    verdicts.map(({ state }) => state),
    ['invalid', 'invalid'],
  )
  assert.ok(verdicts[0]!.changes.some(({ code }) => code === 'pdf.mark_of_invalid'))
})

test('a mark under a signature of a form that is not read, or of an authority that is not trusted, is not passed over', async () => {
  const signed = await signPdf(onePage(), person, null)
  const prepared = await preparePdf(signed, { ...options, mark: { kind: 'person', picture: seal, at: box } })
  const bytes = Buffer.from(finishPdf(prepared, new Uint8Array([4, 1, 0])))
  bytes.write('adbe.x509.rsa_sha1 ', bytes.lastIndexOf('ETSI.CAdES.detached'), 'latin1')
  const [first] = await judgePdf(bytes, trust(lists(later(5))))
  assert.equal(first!.state, 'invalid')
  assert.ok(first!.changes.some(({ code }) => code === 'pdf.mark_of_invalid'))
  const stranger = newAuthority().issue({ name: 'Người lạ MẪU', usage: 'person' })
  const [warned] = await judgePdf(await signPdf(signed, stranger, null), trust(lists(later(5))))
  assert.deepEqual(
    [warned!.state, warned!.changes.map(({ code, weight, params }) => [code, weight, params!.name])],
    ['valid', [['pdf.signed_again', 'warning', 'Người lạ MẪU']]],
  )
})

test('an older form of signature that is not read is a doubt, not an error', async () => {
  const pdf = onePage('', '/AcroForm<</Fields[6 0 R]>>', [
    '<</FT/Sig/T(Cu)/V 7 0 R>>',
    '<</Type/Sig/SubFilter/adbe.x509.rsa_sha1/Cert<00>/Contents<0401>/ByteRange[0 1 2 3]>>',
  ])
  const [verdict] = await judgePdf(pdf, trust(NONE))
  assert.ok(verdict!.findings.some(({ code, weight }) => code === 'pdf.form_unknown' && weight === 'doubt'))
})

test('every code has its sentence in both languages', () => {
  const folder = import.meta.dirname
  const used = new Set<string>()
  for (const name of readdirSync(folder).filter((one) =>
    /^(pades|pdf-|changes|marks|page-text|picture|true-type)/.test(one),
  )) {
    if (name.includes('.test.')) continue
    for (const [, code] of readFileSync(`${folder}/${name}`, 'utf8').matchAll(/'(pdf\.[a-z_]*[a-z])'/g)) used.add(code!)
  }
  assert.deepEqual(
    [...used].filter((code) => !(code in WORDS_PDF)),
    [],
  )
  assert.deepEqual(
    Object.keys(WORDS_PDF).filter((code) => !used.has(code) || code in WORDS_CORE),
    [],
  )
  for (const { vi, en } of Object.values(WORDS_PDF))
    assert.deepEqual([...vi.matchAll(/\{\w+\}/g)].sort().join(), [...en.matchAll(/\{\w+\}/g)].sort().join())
})

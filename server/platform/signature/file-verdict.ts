import { hash as hashed } from 'node:crypto'
import { judgeOpened, readContainer } from './asic.ts'
import { cmsDer, judgeBeside, pairsOf } from './beside.ts'
import type { Trust } from './chain.ts'
import { judgeSigners } from './cms.ts'
import { Unreadable } from './der.ts'
import { fileFormOf, holdsXmlSignature } from './file-forms.ts'
import { OID } from './names.ts'
import { judgePdf } from './pades.ts'
import { PdfError } from './pdf-objects.ts'
import { readSignedData, type SignedData, single } from './signed-data.ts'
import type { Finding, SignatureVerdict, VerdictState } from './verdict.ts'
import { WORDS_CORE } from './words-core.ts'
import { WORDS_FILE } from './words-file.ts'
import { WORDS_PDF } from './words-pdf.ts'
import { WORDS_XML } from './words-xml.ts'
import { XmlUnreadable } from './xml-tree.ts'
import { judgeXml, type XmlVerdict } from './xml-verdict.ts'
import { type ContainedFile, ContainerUnreadable } from './zip-file.ts'

export interface FileToJudge {
  bytes: Uint8Array
  name?: string | null
  /** Signatures that came as files of their own, of this file (`pairsOf`). */
  beside?: readonly ContainedFile[]
}

/** A signature of a file, and what of it is signed. */
export interface FoundSignature extends SignatureVerdict {
  /** Name of the file that holds it, where that is not the judged one: beside it, or inside a container. */
  lies: string | null
  /** Names of the files or of the parts of an XML document that it covers; empty where that is the judged file itself. */
  covers: readonly string[]
  /** What was written into a PDF after it. */
  changes: readonly Finding[]
}

/** What the signatures of a file are worth together: that of the worst; a file may have none. */
export type FileState = 'unsigned' | VerdictState
export interface FileVerdict {
  state: FileState
  signatures: readonly FoundSignature[]
  /** What was found of the file as a whole: files in a container that nobody signed, and the like. */
  findings: readonly Finding[]
  /** Why the file could not be looked into; null if it could. */
  problem: Finding | null
}

const RANK: Record<FileState, number> = { unsigned: -1, valid: 0, unverifiable: 1, invalid: 2 }
const WEIGHED: Record<Finding['weight'], FileState> = {
  error: 'invalid',
  doubt: 'unverifiable',
  warning: 'unsigned',
  note: 'unsigned',
}
/** Files of a container that are looked into: each may be a PDF with work of its own. */
const MOST_INSIDE = 50
/** Parts that a signature is said to cover. */
const MOST_COVERED = 20

/**
 * Judges the signatures inside a file, around it and beside it: PDF, XML, ASiC-E and other containers, CMS. A kind of file
 * that carries none, such as a picture, is unsigned. Never throws for what a file holds.
 */
export const judgeFile = (file: FileToJudge, trust: Trust): Promise<FileVerdict> => judge(file, trust, 0)

async function judge(
  { bytes, name = null, beside = [] }: FileToJudge,
  trust: Trust,
  depth: number,
): Promise<FileVerdict> {
  const inside = await looked(() => inFile(bytes, name, trust, depth))
  const outside = beside.flatMap((each) =>
    judgeBeside(bytes, each.bytes, trust).map((verdict) => ({ ...plain(verdict), lies: each.name })),
  )
  return verdictOf([...inside.signatures, ...outside], inside.findings, inside.problem)
}

type Found = Omit<FileVerdict, 'state'>
const NOTHING: Found = { signatures: [], findings: [], problem: null }
const doubt = (code: string, params?: Finding['params']): Finding => ({
  code,
  weight: 'doubt',
  ...(params && { params }),
})
const plain = (verdict: SignatureVerdict): FoundSignature => ({ ...verdict, lies: null, covers: [], changes: [] })

export function verdictOf(
  signatures: readonly FoundSignature[],
  findings: readonly Finding[],
  problem: Finding | null,
): FileVerdict {
  const states = [
    ...signatures.map(({ state }) => state),
    ...[...findings, ...(problem ? [problem] : [])].map(({ weight }) => WEIGHED[weight]),
  ]
  const state = states.reduce<FileState>((worst, each) => (RANK[each] > RANK[worst] ? each : worst), 'unsigned')
  return { state, signatures, findings, problem }
}

/** What a file that cannot be read holds is not known, which is not false. */
async function looked(look: () => Found | Promise<Found>): Promise<Found> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof PdfError || error instanceof Unreadable)
      return { ...NOTHING, problem: doubt(error.code, 'params' in error ? error.params : { detail: error.message }) }
    if (error instanceof XmlUnreadable) return { ...NOTHING, problem: doubt(`xml.unreadable_${error.code}`) }
    if (error instanceof ContainerUnreadable) return { ...NOTHING, problem: doubt(`asic.unreadable_${error.code}`) }
    throw error
  }
}

async function inFile(bytes: Uint8Array, name: string | null, trust: Trust, depth: number): Promise<Found> {
  switch (fileFormOf(bytes, name)) {
    case 'pdf':
      return {
        ...NOTHING,
        signatures: (await judgePdf(bytes, trust)).map((each) => ({ ...plain(each), changes: each.changes })),
      }
    case 'xml':
      return { ...NOTHING, signatures: ofXml(bytes, trust) }
    case 'office':
      return { ...NOTHING, findings: [doubt('file.office_signature')] }
    case 'cms':
      return ofCms(cmsDer(bytes), name, trust, depth)
    case 'container':
      return depth === 0
        ? ofContainer(bytes, trust)
        : { ...NOTHING, findings: [doubt('file.nested', { name: name ?? '' })] }
    default:
      return NOTHING
  }
}

const ofXml = (bytes: Uint8Array, trust: Trust): FoundSignature[] =>
  holdsXmlSignature(bytes)
    ? judgeXml(bytes, trust).map((each) => ({ ...plain(bare(each)), covers: each.isWhole ? [] : partsOf(each) }))
    : []

const bare = ({ covers: _, id: __, ...verdict }: XmlVerdict): SignatureVerdict => verdict
const partsOf = ({ covers }: XmlVerdict): string[] =>
  covers.slice(0, MOST_COVERED).map(({ file, element }) => (file ?? element?.name ?? '').slice(0, 200))

/** A signature around its content, which is looked into as well; or one whose file is elsewhere. */
async function ofCms(der: Uint8Array, name: string | null, trust: Trust, depth: number): Promise<Found> {
  const data = readSignedData(der)
  if (data.content === null) return alone(der, data, trust)
  const { content } = data
  const inner = name?.replace(/\.p7[ms]$/i, '') ?? null
  const covers = inner === null ? [] : [inner]
  const own = judgeSigners(der, (algorithm) => hashed(algorithm, content, 'buffer'), trust)
  const signatures = own.map((each) => ({ ...plain(each), covers }))
  if (depth > 0 && fileFormOf(content, inner) === 'cms')
    return { ...NOTHING, signatures, findings: [doubt('file.nested', { name: inner ?? '' })] }
  const inside = await judge({ bytes: content, name: inner }, trust, depth + 1)
  return joined({ ...NOTHING, signatures }, inner ?? '', inside)
}

/**
 * Who signed, when, and whether the certificate was good can be said without the file: the hash that is signed stands in the
 * signature. A signature of the old form, which has none, says nothing.
 */
function alone(der: Uint8Array, { signers }: SignedData, trust: Trust): Found {
  const finding = doubt('file.signature_alone')
  const hashes = new Map<string, Uint8Array>()
  for (const { signedAttributes, hash } of signers) {
    const stated = signedAttributes === null ? null : single(signedAttributes, OID.messageDigest)
    if (stated === null) return { ...NOTHING, findings: [finding] }
    hashes.set(hash, stated.octets())
  }
  const verdicts = judgeSigners(der, (algorithm) => hashes.get(algorithm) ?? new Uint8Array(), trust)
  const signatures = verdicts.map((each) => ({
    ...plain(each),
    state: each.state === 'valid' ? ('unverifiable' as const) : each.state,
    isWhole: false,
    findings: [finding, ...each.findings],
  }))
  return { ...NOTHING, signatures }
}

async function ofContainer(bytes: Uint8Array, trust: Trust): Promise<Found> {
  const container = readContainer(bytes)
  const { files } = container
  const pairs = pairsOf(files.map(({ name }) => name))
  const isOfXml = container.signatures.length > 0 || pairs.size === 0
  let found = NOTHING
  if (isOfXml) {
    const { signatures, findings } = judgeOpened(container, trust)
    found = {
      ...NOTHING,
      findings,
      signatures: signatures.map(({ file, ...each }) => ({ ...plain(bare(each)), lies: file, covers: partsOf(each) })),
    }
  }
  const toLook = files.filter((_, place) => !pairs.has(place))
  if (toLook.length > MOST_INSIDE)
    found = {
      ...found,
      findings: [...found.findings, doubt('file.many_inside', { count: toLook.length, most: MOST_INSIDE })],
    }
  for (const file of toLook.slice(0, MOST_INSIDE)) {
    const beside = files.filter((_, place) => {
      const of = pairs.get(place)
      return of !== undefined && of !== null && files[of] === file
    })
    const inside = await judge({ ...file, beside }, trust, 1)
    found = joined(found, file.name, inside)
    // Where something is signed, the rest would be taken as signed too.
    if (!isOfXml && inside.signatures.length === 0)
      found = {
        ...found,
        findings: [...found.findings, { code: 'beside.not_signed', weight: 'error', params: { name: file.name } }],
      }
  }
  const lonely = [...pairs].flatMap(([place, of]): Finding[] =>
    of === null ? [{ code: 'beside.no_file', weight: 'warning', params: { name: files[place]!.name } }] : [],
  )
  return { ...found, findings: [...found.findings, ...lonely] }
}

/** What was found in a file inside another, said with its name. */
function joined(outer: Found, name: string, { signatures, findings, problem }: FileVerdict): Found {
  const said = (finding: Finding): Finding => ({
    ...finding,
    code: 'file.inside',
    params: { ...finding.params, within: name, of: finding.code },
  })
  return {
    problem: outer.problem,
    signatures: [
      ...outer.signatures,
      ...signatures.map((each) => ({
        ...each,
        lies: each.lies ?? name,
        covers: each.covers.length === 0 ? [name] : each.covers,
      })),
    ],
    findings: [...outer.findings, ...[...findings, ...(problem ? [problem] : [])].map(said)],
  }
}

const wordsOf = (code: string) => WORDS_CORE[code] ?? WORDS_PDF[code] ?? WORDS_XML[code] ?? WORDS_FILE[code]

/** The sentence of a finding, in Vietnamese or English. A code without one is a mistake of this folder. */
export function sentenceOf({ code, params = {} }: Finding, language: 'vi' | 'en'): string {
  const words = wordsOf(code)
  if (words === undefined) throw new Error(`the finding ${code} has no words`)
  if (code === 'file.inside') {
    const { within, of, ...rest } = params
    const inner = sentenceOf({ code: String(of), weight: 'note', params: rest }, language)
    return filled(words[language], { within: within!, words: inner })
  }
  return filled(words[language], params)
}

const filled = (words: string, params: Readonly<Record<string, string | number>>) =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

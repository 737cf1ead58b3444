/** The signature of a message: over its exact bytes, in the header, as the last thing that is written. */
import type { Trust } from '../signature/chain.ts'
import { type Finding, stateOf, type VerdictState } from '../signature/verdict.ts'
import { type PreparedXml, prepareEnveloped, type ToSignXml } from '../signature/xades.ts'
import { childrenOf, type XmlElement } from '../signature/xml-tree.ts'
import { judgeXmlTree, type XmlVerdict } from '../signature/xml-verdict.ts'
import { EDXML } from './codes.ts'
import { messageTree } from './tree.ts'
import { Notes } from './unreadable.ts'

/**
 * Prepares the signature of a message that `writeMessage` wrote; `finishXml` gives the bytes to send.
 *
 * It is a bare XML signature: readers of the axis know that, and the message itself says when it was sent.
 */
export function prepareSignedMessage(message: Uint8Array, options: Omit<ToSignXml, 'isBare'>): PreparedXml {
  return prepareEnveloped(message, { ...options, isBare: true, into: headerOf })
}

function headerOf(root: XmlElement): XmlElement {
  const [envelope] = childrenOf(root, EDXML, 'edXMLEnvelope')
  const [header] = envelope ? childrenOf(envelope, EDXML, 'edXMLHeader') : []
  if (header === undefined) throw new RangeError('only a message that writeMessage wrote is signed')
  return header
}

export interface MessageVerdict {
  /** `none`: not signed. */
  state: VerdictState | 'none'
  signatures: readonly XmlVerdict[]
  findings: readonly Finding[]
}

/**
 * Judges the signatures of a message as it came. A message that had to be mended before it was XML cannot be verified: what was signed is not
 * what is read. Signatures have to cover all of it: another part with the same names would be read in its place.
 *
 * @throws EdxmlUnreadable
 */
export function judgeMessage(bytes: Uint8Array, trust: Trust): MessageVerdict {
  const { document, isMended } = messageTree(bytes, new Notes())
  const signatures = judgeXmlTree(document, trust, { expected: (root) => [root] })
  if (signatures.length === 0) return { state: 'none', signatures, findings: [] }
  const findings: Finding[] = isMended ? [{ code: 'edxml.mended', weight: 'doubt' }] : []
  // Of what was mended a signature that fails says nothing: it may have been right over the bytes that the sender meant.
  const counted = isMended ? findings : signatures.flatMap((each) => each.findings)
  return { state: stateOf(counted), signatures, findings }
}

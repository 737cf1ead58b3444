/** The signature of a message: over its exact bytes, in the header, as the last thing that is written. */
import type { Trust } from '../signature/chain.ts'
import { type Finding, stateOf, type VerdictState } from '../signature/verdict.ts'
import { type PreparedXml, prepareCanonical, type ToSignXml } from '../signature/xades.ts'
import { judgeXmlTree, type XmlVerdict } from '../signature/xml-verdict.ts'
import type { Message } from './message.ts'
import { type OpenedMessage, openMessage } from './tree.ts'
import { type WriteOptions, writtenRoot } from './write.ts'

/** The signature is the last element of the header. A text of the message cannot hold this: its `<` is written otherwise. */
const PLACE = '</edXML:edXMLHeader>'

/**
 * Writes a message and prepares its signature; `finishXml` gives the bytes to send.
 *
 * It is a bare XML signature: readers of the axis know that, and the message itself says when it was sent.
 * @throws NotXml as `writtenRoot`
 */
export function prepareMessage(
  message: Message,
  options: Omit<ToSignXml, 'isBare'> & { write: WriteOptions },
): PreparedXml {
  const root = writtenRoot(message, options.write)
  const at = root.indexOf(PLACE)
  return prepareCanonical(root.slice(0, at), root.slice(at), { ...options, isBare: true })
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
export const judgeMessage = (bytes: Uint8Array, trust: Trust): MessageVerdict => judgeOpened(openMessage(bytes), trust)

/** As `judgeMessage`, of a message that was opened. */
export function judgeOpened({ document, isMended }: OpenedMessage, trust: Trust): MessageVerdict {
  const signatures = judgeXmlTree(document, trust, { expected: (root) => [root] })
  if (signatures.length === 0) return { state: 'none', signatures, findings: [] }
  const findings: Finding[] = isMended ? [{ code: 'edxml.mended', weight: 'doubt' }] : []
  // Of what was mended a signature that fails says nothing: it may have been right over the bytes that the sender meant.
  const counted = isMended ? findings : signatures.flatMap((each) => each.findings)
  return { state: stateOf(counted), signatures, findings }
}

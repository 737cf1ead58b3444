/** What is missing to judge the signatures of a file, whatever they stand in. */
import { readContainer } from './asic.ts'
import { cmsDer, pairsOf } from './beside.ts'
import { wantedFor } from './cms.ts'
import { Unreadable } from './der.ts'
import { fileFormOf, holdsXmlSignature } from './file-forms.ts'
import type { FileToJudge } from './file-verdict.ts'
import type { Wanting } from './gather.ts'
import { readPdf } from './pades.ts'
import { PdfError } from './pdf-objects.ts'
import { readSignedData } from './signed-data.ts'
import { wantedOfXml } from './xades-levels.ts'
import { propertiesOf } from './xades-properties.ts'
import { readXmlTree, XmlUnreadable } from './xml-tree.ts'
import { signaturesOf } from './xmldsig.ts'
import { ContainerUnreadable } from './zip-file.ts'

/** So many signatures are asked for; a file with more is no document. */
const MOST = 200

/** What to ask for each signature of a file, and of those beside it; nothing for what cannot be read, which the verdict says. */
export function wantingOf({ bytes, name = null, beside = [] }: FileToJudge): readonly Wanting[] {
  const all = [...inside(bytes, name, 0), ...beside.map((each) => ofCms(each.bytes))]
  return all.slice(0, MOST)
}

const ofCms =
  (signature: Uint8Array): Wanting =>
  (trust) =>
    wantedFor(cmsDer(signature), trust)

function inside(bytes: Uint8Array, name: string | null, depth: number): Wanting[] {
  try {
    switch (fileFormOf(bytes, name)) {
      case 'pdf':
        return readPdf(bytes).signatures.flatMap(({ cms }) => (cms === null ? [] : [ofCms(cms)]))
      case 'xml':
        return holdsXmlSignature(bytes) ? ofXml(bytes) : []
      case 'cms':
        return [ofCms(bytes), ...(depth === 0 ? around(bytes) : [])]
      case 'container':
        return depth === 0 ? ofContainer(bytes) : []
      default:
        return []
    }
  } catch (error) {
    const isOfFile =
      error instanceof PdfError ||
      error instanceof XmlUnreadable ||
      error instanceof ContainerUnreadable ||
      error instanceof Unreadable
    if (isOfFile) return []
    throw error
  }
}

const ofXml = (bytes: Uint8Array): Wanting[] =>
  signaturesOf(readXmlTree(bytes)).map((signature) => {
    const properties = propertiesOf(signature)
    return (trust) => wantedOfXml(signature, properties, trust)
  })

function around(bytes: Uint8Array): Wanting[] {
  const { content } = readSignedData(cmsDer(bytes))
  return content === null ? [] : inside(content, null, 1)
}

function ofContainer(bytes: Uint8Array): Wanting[] {
  const { signatures, files } = readContainer(bytes)
  const beside = [...pairsOf(files.map(({ name }) => name)).keys()]
  return [
    ...signatures.flatMap((each) => inside(each.bytes, 'signature.xml', 1)),
    ...files.flatMap((each, place) =>
      beside.includes(place) ? [ofCms(each.bytes)] : inside(each.bytes, each.name, 1),
    ),
  ]
}

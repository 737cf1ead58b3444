/**
 * Signatures in XML and ASiC-E on one core, compared with what they cannot do without, by bare `node:crypto` in the same run: the hash of the
 * bytes and the signature of a hash, or its verification. Prints how many are done in a second of the
 * processor.
 */
import { hash } from 'node:crypto'
import { judgeContainer, newContainer, prepareContainer } from '../server/platform/signature/asic.ts'
import { newAuthority } from '../server/platform/signature/authority.ts'
import { readCertificate } from '../server/platform/signature/certificate.ts'
import type { Trust } from '../server/platform/signature/chain.ts'
import { finishXml, prepareEnveloped, type ToSignXml } from '../server/platform/signature/xades.ts'
import { judgeXml } from '../server/platform/signature/xml-verdict.ts'
import type { Ratio } from './measure.ts'
import { bareOf, type Rate, ratesOf } from './signature/one-core.ts'

/** 20 kB as ministries exchange them: some dozens of elements, and an attachment in base64. */
function message(): Buffer {
  const people = Array.from({ length: 12 }, (_, place) => {
    const id = `00.00.M${String(place).padStart(2, '0')}`
    return `<edXML:To><edXML:OrganId>${id}</edXML:OrganId><edXML:OrganName>Cơ quan MẪU số ${place}</edXML:OrganName><edXML:Email>mau${place}@mau.test</edXML:Email></edXML:To>`
  })
  const attachment = Buffer.alloc(12_600, 'Phụ lục MẪU ').toString('base64')
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<edXML:edXML xmlns:edXML="http://mau.test/edxml" xmlns:xlink="http://www.w3.org/1999/xlink"><edXML:edXMLEnvelope><edXML:edXMLHeader><edXML:MessageHeader>${people.join('\n')}<edXML:Subject>Về việc thực hiện nhiệm vụ MẪU</edXML:Subject></edXML:MessageHeader></edXML:edXMLHeader><edXML:AttachmentEncoded><edXML:Attachment xlink:href="cid:1">${attachment}</edXML:Attachment></edXML:AttachmentEncoded></edXML:edXMLEnvelope></edXML:edXML>\n`,
  )
}

export async function bench(): Promise<Ratio[]> {
  const authority = newAuthority({ algorithm: 'rsa-sha256' })
  const { chain, algorithm, key, signingKey } = authority.issue({ name: 'Nguyễn Văn Mẫu', usage: 'person' })
  const now = new Date()
  const options: ToSignXml = { chain, algorithm, signedAt: now }
  const evidence = {
    certificates: [],
    crls: [authority.crl({ at: now }), authority.crl({ at: now, by: 'root' })],
    ocsps: [],
  }
  const trust: Trust = { anchors: [readCertificate(authority.root.certificate)], evidence, now }
  const xml = message()
  const sign = async () => {
    const prepared = prepareEnveloped(xml, options)
    const [signature] = await signingKey.sign([prepared.hash])
    return finishXml(prepared, signature!)
  }
  const files = [40_000, 20_000, 10_000].map((length, place) => ({
    name: `tep-${place}.pdf`,
    // Bytes that do not pack, as those of pictures and PDF.
    bytes: Buffer.concat(
      Array.from({ length: length / 32 }, (_, index) => hash('sha256', `${place} ${index}`, 'buffer')),
    ),
    mimeType: 'application/pdf',
  }))
  const signContainer = async () => {
    const prepared = prepareContainer(files, options)
    const [signature] = await signingKey.sign([prepared.hash])
    return newContainer(files, finishXml(prepared, signature!))
  }
  const [signed, container] = [await sign(), await signContainer()]
  if (judgeXml(signed, trust)[0]?.state !== 'valid') throw new Error('The signed message is not valid.')
  if (judgeContainer(container, trust).state !== 'valid') throw new Error('The signed container is not valid.')
  const all = Buffer.concat(files.map(({ bytes }) => bytes))
  const bare = bareOf(key)
  const rows: Rate[] = [
    [`XAdES of ${xml.length} bytes, signed`, 1_500, sign, () => bare.sign(xml), 4],
    [
      `XAdES of ${signed.length} bytes, verified with its chain`,
      700,
      () => judgeXml(signed, trust),
      () => bare.verify(xml),
      16,
    ],
    [`ASiC-E of three files, ${all.length} bytes, signed`, 195, signContainer, () => bare.sign(all), 16],
    [
      `ASiC-E of three files, verified with its chain`,
      195,
      () => judgeContainer(container, trust),
      () => bare.verify(all),
      24,
    ],
  ]
  return ratesOf(rows)
}

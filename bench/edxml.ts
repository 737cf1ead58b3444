/**
 * Messages of the national axis on one core: written and signed, read and judged, compared with the hash and the signature of their bytes,
 * or its verification, by bare `node:crypto` in the same run. Prints how many are done in a second of the processor.
 */
import { hash } from 'node:crypto'
import { document, file } from '../server/platform/edxml/edxml.fixture.ts'
import { readOpened } from '../server/platform/edxml/read.ts'
import { judgeOpened, prepareMessage } from '../server/platform/edxml/sign.ts'
import { openMessage } from '../server/platform/edxml/tree.ts'
import { newAuthority } from '../server/platform/signature/authority.ts'
import { readCertificate } from '../server/platform/signature/certificate.ts'
import type { Trust } from '../server/platform/signature/chain.ts'
import { finishXml } from '../server/platform/signature/xades.ts'
import type { Ratio } from './measure.ts'
import { bareOf, type Rate, ratesOf } from './signature/one-core.ts'

/** Bytes that do not pack, as those of a PDF. */
const pdf = (length: number) =>
  Buffer.concat(Array.from({ length: length / 32 }, (_, index) => hash('sha256', `${index}`, 'buffer')))

export async function bench(): Promise<Ratio[]> {
  const authority = newAuthority({ algorithm: 'rsa-sha256' })
  const { chain, algorithm, key, signingKey } = authority.issue({ name: 'Cơ quan MẪU', usage: 'agency' })
  const now = new Date()
  const evidence = {
    certificates: [],
    crls: [authority.crl({ at: now }), authority.crl({ at: now, by: 'root' })],
    ocsps: [],
  }
  const trust: Trust = { anchors: [readCertificate(authority.root.certificate)], evidence, now }
  const bare = bareOf(key)
  const rows: Rate[] = []
  for (const [length, aims, limits] of [
    [10_240, [1_500, 700], [4, 24]],
    [1_536_000, [60, 30], [16, 30]],
  ] as const) {
    const message = document({ attachments: [file('cong-van.pdf', pdf(length))] })
    const sign = async () => {
      const prepared = prepareMessage(message, { chain, algorithm, signedAt: now, write: { packing: 'plain' } })
      const [signature] = await signingKey.sign([prepared.hash])
      return finishXml(prepared, signature!)
    }
    const signed = await sign()
    const read = () => {
      const opened = openMessage(signed)
      return [readOpened(opened), judgeOpened(opened, trust)] as const
    }
    if (read()[1].state !== 'valid') throw new Error('The signed message is not valid.')
    const size = `${Math.round(signed.length / 1_000)} kB`
    rows.push(
      [`a message of ${size}, written and signed`, aims[0], sign, () => bare.sign(signed), limits[0]],
      [`a message of ${size}, read and judged`, aims[1], read, () => bare.verify(signed), limits[1]],
    )
  }
  return ratesOf(rows)
}

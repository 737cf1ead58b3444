import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { KnownActor } from '../../platform/actor.ts'
import type { AnyTransaction } from '../../platform/db.ts'
import { within } from '../../platform/db.ts'
import type { Deps } from '../../platform/room.ts'
import type { Asking } from '../../platform/signature/ask.ts'
import { type Authority, newAuthority } from '../../platform/signature/authority.ts'
import { writePkcs12 } from '../../platform/signature/pkcs12-file.ts'
import { sampleSeal, sampleSignature } from '../../platform/signature/sample-marks.ts'
import { timeStampRequest, tokenOf } from '../../platform/signature/time-stamp.ts'
import { sampleAnchorFile } from '../../platform/signature-settings.ts'
import { addSigningIdentity, setSigningPicture } from '../../registry/index.ts'
import type { Body } from './office.ts'

/** Where its lists would lie: a domain that can never exist (RFC 2606). Nobody is asked; the evidence is in the files. */
const LISTS = { root: 'http://crl.mau.example/goc.crl', issuing: 'http://crl.mau.example/cap.crl' }

/**
 * An authority that lives as long as the load: its private keys are written nowhere, so nobody can be certified by it later. Its root
 * certificate stays in the data directory, and files signed here are judged by it.
 */
export function sampleAuthority({ config }: Deps): Authority {
  const authority = newAuthority({ algorithm: 'ecdsa-sha256', organization: 'MẪU', rootCrlUrl: LISTS.root })
  const pem = Buffer.from(authority.root.certificate)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')
  writeFileSync(
    sampleAnchorFile(config.dataDir),
    `-----BEGIN CERTIFICATE-----\n${pem.trimEnd()}\n-----END CERTIFICATE-----\n`,
    { mode: 0o600 },
  )
  return authority
}

/** The keys of those who sign, and the seal of the body, with their pictures. */
export async function giveKeys(
  trx: AnyTransaction,
  { config, blobs }: Deps,
  authority: Authority,
  body: Body,
  { keeper, now }: { keeper: KnownActor; now: Temporal.Instant },
): Promise<void> {
  const { agencyId, leader, head, seed } = body
  const give = async (actor: KnownActor, of: { name: string; agencyId?: number; picture: Uint8Array }) => {
    const issued = authority.issue({
      name: of.name,
      organization: body.name,
      usage: of.agencyId === undefined ? 'person' : 'agency',
      crlUrl: LISTS.issuing,
    })
    const password = randomBytes(12).toString('base64url')
    const file = { bytes: Buffer.from(await writePkcs12(issued, password)), fileName: 'khoa-mau.p12' }
    const id = await addSigningIdentity(
      within(trx),
      { actor, now },
      { kind: 'pkcs12', password, file, ...(of.agencyId === undefined ? {} : { agencyId: of.agencyId }) },
      { config },
    )
    await setSigningPicture(within(trx), { actor, id, version: 1, now }, { bytes: of.picture }, { blobs })
  }
  await give(leader, { name: leader.name, picture: sampleSignature(seed) })
  await give(head, { name: head.name, picture: sampleSignature(seed + 100) })
  await give(keeper, { name: body.name, agencyId, picture: sampleSeal() })
}

/** Time stamps and lists of this authority, as they would have been fetched on a day. */
export function askingAt(authority: Authority, at: Temporal.Instant): Asking {
  const on = new Date(at.epochMilliseconds)
  const list = (by: 'root' | 'issuing') => Promise.resolve({ bytes: authority.crl({ at: on, by }), missing: null })
  return {
    stamp: async (hash) => {
      const asked = { hash, nonce: randomBytes(8) }
      asked.nonce[0] = 0x40 | (asked.nonce[0]! & 0x3f)
      return { token: tokenOf(authority.timeStamp(timeStampRequest(hash, asked.nonce), on), asked), missing: null }
    },
    crl: (url) => list(url === LISTS.root ? 'root' : 'issuing'),
    ocsp: () => Promise.resolve({ bytes: null, missing: { reason: 'notConfigured', message: 'no responder' } }),
  }
}

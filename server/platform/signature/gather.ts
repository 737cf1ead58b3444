import type { Asking } from './ask.ts'
import type { Evidence, Trust } from './chain.ts'
import type { Wanted } from './cms.ts'
import { Unreadable } from './der.ts'
import { ocspRequest } from './ocsp.ts'

/** What was fetched, and the addresses that did not answer. */
export interface Gathered {
  evidence: Evidence
  missing: readonly string[]
}

/** What is missing for one signature, as of what is known by then. */
export type Wanting = (trust: Trust) => Wanted

/** An answer may bring certificates that ask a question of their own; a chain is never that long. */
const ROUNDS = 3

/**
 * Asks responders and lists of revoked certificates for what is missing to judge these signatures as of now. What nobody answers is
 * named and costs the verdict its certainty, not the caller an error.
 */
export async function gather(asking: Asking, signatures: readonly Wanting[], trust: Trust): Promise<Gathered> {
  const found = { certificates: [] as Uint8Array[], crls: [] as Uint8Array[], ocsps: [] as Uint8Array[] }
  const missing = new Set<string>()
  const asked = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    let isNew = false
    for (const signature of signatures) {
      for (const one of wantedBy(signature, { ...trust, fetched: found })) {
        if (await answered(asking, one, { found, asked, missing })) isNew = true
      }
    }
    if (!isNew) break
  }
  return { evidence: found, missing: [...missing] }
}

/** Nothing is asked for a signature that cannot be read: its verdict says so. */
function wantedBy(signature: Wanting, trust: Trust): Wanted['revocation'] {
  try {
    return signature(trust).revocation
  } catch (error) {
    if (error instanceof Unreadable) return []
    throw error
  }
}

async function answered(
  asking: Asking,
  { certificate, issuer }: Wanted['revocation'][number],
  {
    found,
    asked,
    missing,
  }: { found: { crls: Uint8Array[]; ocsps: Uint8Array[] }; asked: Set<string>; missing: Set<string> },
): Promise<boolean> {
  for (const url of certificate.ocspUrls) {
    const key = `${url} ${certificate.serial}`
    if (asked.has(key)) continue
    asked.add(key)
    const { bytes } = await asking.ocsp(url, ocspRequest(certificate.bytes, issuer.bytes))
    if (bytes !== null) {
      found.ocsps.push(bytes)
      return true
    }
    missing.add(url)
  }
  for (const url of certificate.crlUrls) {
    if (asked.has(url)) continue
    asked.add(url)
    const { bytes } = await asking.crl(url)
    if (bytes !== null) {
      found.crls.push(bytes)
      return true
    }
    missing.add(url)
  }
  return false
}

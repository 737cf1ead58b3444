import { context, oid, printable, sequence, setOf, TAG, toHex, utf8, type Value } from './der.ts'

/** Object identifiers that are read or written, by what they stand for. */
export const OID = {
  // names
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  locality: '2.5.4.7',
  state: '2.5.4.8',
  organization: '2.5.4.10',
  organizationalUnit: '2.5.4.11',
  title: '2.5.4.12',
  givenName: '2.5.4.42',
  organizationIdentifier: '2.5.4.97',
  userId: '0.9.2342.19200300.100.1.1',
  domainComponent: '0.9.2342.19200300.100.1.25',
  emailAddress: '1.2.840.113549.1.9.1',
  // keys, hashes, signatures
  rsaEncryption: '1.2.840.113549.1.1.1',
  mgf1: '1.2.840.113549.1.1.8',
  rsaPss: '1.2.840.113549.1.1.10',
  ecPublicKey: '1.2.840.10045.2.1',
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  md5WithRsa: '1.2.840.113549.1.1.4',
  sha1WithRsa: '1.2.840.113549.1.1.5',
  sha224WithRsa: '1.2.840.113549.1.1.14',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha384WithRsa: '1.2.840.113549.1.1.12',
  sha512WithRsa: '1.2.840.113549.1.1.13',
  ecdsaWithSha1: '1.2.840.10045.4.1',
  ecdsaWithSha224: '1.2.840.10045.4.3.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
  // extensions of certificates, CRLs and their entries
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCrl: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  expiredCertsOnCrl: '2.5.29.60',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  qcStatements: '1.3.6.1.5.5.7.1.3',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
  // access methods
  ocsp: '1.3.6.1.5.5.7.48.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
  // purposes
  anyPurpose: '2.5.29.37.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  microsoftDocumentSigning: '1.3.6.1.4.1.311.10.3.12',
  adobeDocumentSigning: '1.2.840.113583.1.1.5',
  // OCSP
  ocspBasic: '1.3.6.1.5.5.7.48.1.1',
  ocspNonce: '1.3.6.1.5.5.7.48.1.2',
  ocspArchiveCutoff: '1.3.6.1.5.5.7.48.1.6',
  ocspInCms: '1.3.6.1.5.5.7.16.2',
  // CMS
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  algorithmProtection: '1.2.840.113549.1.9.52',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  certificateValues: '1.2.840.113549.1.9.16.2.23',
  revocationValues: '1.2.840.113549.1.9.16.2.24',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  adobeRevocation: '1.2.840.113583.1.1.8',
} as const

const SHORT: Readonly<Record<string, string>> = {
  [OID.commonName]: 'CN',
  [OID.surname]: 'SN',
  [OID.serialNumber]: 'serialNumber',
  [OID.country]: 'C',
  [OID.locality]: 'L',
  [OID.state]: 'ST',
  [OID.organization]: 'O',
  [OID.organizationalUnit]: 'OU',
  [OID.title]: 'title',
  [OID.givenName]: 'GN',
  [OID.organizationIdentifier]: 'organizationIdentifier',
  [OID.userId]: 'UID',
  [OID.domainComponent]: 'DC',
  [OID.emailAddress]: 'emailAddress',
}

/** A distinguished name, read. */
export interface Name {
  /** `CN=…, O=…`, the most particular part first, as RFC 4514 writes it. */
  text: string
  commonName: string | null
  organization: string | null
  /** From the widest unit to the narrowest, as written. */
  units: readonly string[]
  /** Numbers of the person or body, as Vietnamese authorities write them: `{ kind: 'MST', number: '0100…' }`. */
  identifiers: readonly { kind: string; number: string }[]
  /** Equal for names that RFC 5280 7.1 takes as the same: letter case, spaces and string types do not count. */
  key: string
  /** DER. */
  bytes: Uint8Array
}

/** "CMND:012…", "CCCD:…", "MST:…", "MNS:…", "PNOVN-…": the kind, then the number. */
const IDENTIFIER = /^([A-ZĐ]{2,8})\s*[:-]\s*(\S.{0,63})$/u
const IDENTIFYING: ReadonlySet<string> = new Set([OID.serialNumber, OID.userId, OID.organizationIdentifier])

/** @throws Unreadable */
export function nameOf(value: Value): Name {
  const texts: string[] = []
  const keys: string[] = []
  const units: string[] = []
  const identifiers: { kind: string; number: string }[] = []
  let commonName: string | null = null
  let organization: string | null = null
  for (const relative of value.as(TAG.sequence).children) {
    const ownTexts: string[] = []
    const ownKeys: string[] = []
    for (const part of relative.as(TAG.set).children) {
      const type = part.at(0).oid()
      const text = partText(part.at(1))
      ownTexts.push(`${SHORT[type] ?? type}=${escaped(text)}`)
      ownKeys.push(`${type}=${text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()}`)
      if (type === OID.commonName) commonName = text
      else if (type === OID.organization) organization = text
      else if (type === OID.organizationalUnit) units.push(text)
      else if (IDENTIFYING.has(type)) {
        const [, kind, number] = IDENTIFIER.exec(text.trim()) ?? []
        identifiers.push({ kind: kind ?? SHORT[type]!, number: number ?? text.trim() })
      }
    }
    texts.unshift(ownTexts.join('+'))
    // No tab or line break is left inside the texts.
    keys.push(ownKeys.sort().join('\t'))
  }
  const { bytes } = value
  return { text: texts.join(', '), commonName, organization, units, identifiers, key: keys.join('\n'), bytes }
}

/** A part is a text, but names may hold any type: then its bytes stand for it, as RFC 4514 2.4 has it. */
function partText(value: Value): string {
  try {
    return value.text()
  } catch {
    return `#${toHex(value.bytes)}`
  }
}

const escaped = (text: string) => text.replaceAll(/[,+"\\<>;]/g, '\\$&')

/** DER of a name: its parts in order, each alone, the widest first (country, organization, … common name). */
export function nameDer(parts: readonly (readonly [type: string, text: string])[]): Uint8Array {
  return sequence(
    ...parts.map(([type, text]) =>
      setOf([sequence(oid(type), type === OID.country || type === OID.serialNumber ? printable(text) : utf8(text))]),
    ),
  )
}

/** `GeneralNames` of one directory name, as issuers are named in time stamps and signing certificates. */
export const directoryNames = (name: Uint8Array): Uint8Array => sequence(context(4, name))

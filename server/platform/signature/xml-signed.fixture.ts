/** Signed XML for tests, and `xmlsec1` as a verifier that we did not write. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { missing } from '../../test/installed-software.ts'
import type { Issued } from './authority.ts'
import { SIGNED_AT } from './signed.fixture.ts'
import { finishXml, type PreparedXml, prepareEnveloped, type ToSignXml } from './xades.ts'

export const withoutXmlsec = missing('xmlsec1', ['--version']) && 'xmlsec1 is not installed'

/** A message as ministries exchange it; made up. */
export const MESSAGE = `<?xml version="1.0" encoding="UTF-8"?>
<edXML:edXML xmlns:edXML="http://mau.test/edxml" xmlns:xlink="http://www.w3.org/1999/xlink">
  <edXML:edXMLEnvelope Id="envelope">
    <edXML:Subject>Về việc thực hiện nhiệm vụ MẪU</edXML:Subject>
    <edXML:Attachment xlink:href="cid:1">${'Vm4gYuG6o24gTeG6qlU'.repeat(20)}</edXML:Attachment>
  </edXML:edXMLEnvelope>
</edXML:edXML>
`

export const optionsOf = ({ chain, algorithm }: Issued): ToSignXml => ({ chain, algorithm, signedAt: SIGNED_AT })

export async function finished(
  who: Issued,
  prepared: PreparedXml,
  token?: (stamped: Uint8Array) => Uint8Array,
): Promise<Uint8Array> {
  const [signature] = await who.signingKey.sign([prepared.hash])
  return finishXml(prepared, signature!, token?.(signature!))
}

export const signedMessage = (
  who: Issued,
  options: Parameters<typeof prepareEnveloped>[1] | object = {},
  xml = MESSAGE,
) => finished(who, prepareEnveloped(Buffer.from(xml), { ...optionsOf(who), ...options }))

/** `xmlsec1` in a folder of these files, removed after the test. */
export function xmlsec(t: { after(end: () => void): void }, files: Readonly<Record<string, Uint8Array | string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-xmlsec-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const name in files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), files[name]!)
  }
  return (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('xmlsec1', args, { cwd: folder, timeout: 60_000 })
    return { isDone: status === 0, said: `${stdout}${stderr}`, out: stdout }
  }
}

const IDS = ['SignedProperties', 'Object', 'edXMLEnvelope'].flatMap((name) => ['--id-attr:Id', name])
/** Options to verify against a root. */
export const verifying = (root: string, file: string): string[] => ['--verify', '--trusted-der', root, ...IDS, file]

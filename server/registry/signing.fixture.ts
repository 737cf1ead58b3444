import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import type { Issued } from '../platform/signature/authority.ts'

export const pemOf = (...ders: readonly Uint8Array[]): string =>
  ders
    .map((der) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`)
    .join('')

/** A .p12 file of a key with its chain, as openssl writes it. */
export function p12Of({ key, chain }: Pick<Issued, 'key' | 'chain'>, password: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-p12-'))
  try {
    writeFileSync(join(folder, 'key.pem'), key.export({ type: 'pkcs8', format: 'pem' }))
    writeFileSync(join(folder, 'chain.pem'), pemOf(...chain))
    writeFileSync(join(folder, 'password'), `${password}\n`)
    const args = ['pkcs12', '-export', '-inkey', 'key.pem', '-in', 'chain.pem', '-passout', 'file:password']
    return execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A PNG of one colour: transparent ground (with alpha), or none. */
export function pngOf(colour: 'clear' | 'opaque', side = 40): Buffer {
  const channels = colour === 'clear' ? 4 : 3
  const rows = Buffer.alloc(side * (1 + side * channels), 0)
  const part = (kind: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), content])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(content.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, colour === 'clear' ? 6 : 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))])
}

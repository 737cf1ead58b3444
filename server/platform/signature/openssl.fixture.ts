/** OpenSSL, as a verifier that we did not write. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missing } from '../../test/installed-software.ts'

/** The reason to skip a test that needs OpenSSL; undefined if it is here. */
export const withoutOpenssl = missing('openssl', ['cms', '-help']) && 'openssl is not installed'

export interface Files {
  /** Writes a file of the folder and gives its path. Certificates go in as PEM (`pem`), since `openssl` reads lists of these only. */
  put(name: string, bytes: Uint8Array | string): string
  path(name: string): string
  read(name: string): Uint8Array
  run(...args: readonly string[]): { isDone: boolean; said: string }
}

/** A folder for one test, removed after it. */
export function opensslFolder(t: { after(end: () => void): void }): Files {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-openssl-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return {
    put(name, bytes) {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    },
    path: (name) => join(folder, name),
    read: (name) => readFileSync(join(folder, name)),
    run(...args) {
      const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, timeout: 60_000 })
      return { isDone: status === 0, said: `${stdout}${stderr}` }
    },
  }
}

export const pem = (label: string, ...ders: readonly Uint8Array[]): string =>
  ders
    .map((der) => {
      const lines = Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g)!
      return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
    })
    .join('')

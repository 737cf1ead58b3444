import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

/** Keys and certificates made by openssl, for tests of what reads them. */
export interface OpensslFolder {
  folder: string
  run: (...args: readonly string[]) => Buffer
  path: (name: string) => string
  read: (name: string) => Buffer
  /** DER of a PEM file of one certificate. */
  der: (name: string) => Buffer
}

/** A folder of its own with an authority (`ca.pem`) and two people it issued to: `rsa.key`, `rsa.pem`, `ec.key`, `ec.pem`. */
export function opensslFolder(t: Pick<TestContext, 'after'>): OpensslFolder {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-openssl-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const path = (name: string) => join(folder, name)
  const run = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const read = (name: string) => readFileSync(path(name))
  const der = (name: string) => run('x509', '-in', name, '-outform', 'DER')
  const name = (cn: string) => ['-subj', `/C=VN/O=CƠ QUAN MẪU/CN=${cn}`, '-utf8', '-multivalue-rdn']
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  run('req', '-x509', ...ec, '-noenc', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '3650', ...name('CA MẪU'))
  for (const [file, kind] of [
    ['rsa', ['-newkey', 'rsa:2048']],
    ['ec', ec],
  ] as const) {
    run(
      'req',
      '-new',
      ...kind,
      '-noenc',
      '-keyout',
      `${file}.key`,
      '-out',
      `${file}.csr`,
      ...name(`NGƯỜI KÝ MẪU ${file}`),
    )
    run(
      'x509',
      '-req',
      '-in',
      `${file}.csr`,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-days',
      '365',
      '-out',
      `${file}.pem`,
    )
  }
  return { folder, run, path, read, der }
}

/** A .p12 file of a key and its certificate with the authority's; further arguments of `openssl pkcs12 -export`. */
export function pkcs12(made: OpensslFolder, key: string, password: string, ...more: readonly string[]): Buffer {
  writeFileSync(made.path('password'), `${password}\n`)
  const files = ['-inkey', `${key}.key`, '-in', `${key}.pem`, '-certfile', 'ca.pem', '-passout', 'file:password']
  return made.run('pkcs12', '-export', ...files, ...more)
}

/**
 * Programs of others that verify what we sign: their verdict is proof where ours would be a promise. Tests skip what is missing.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { debian, mayInstall } from './debian.mjs'

/** The Debian package of each program. */
const PACKAGES = {
  openssl: 'openssl',
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  xmlsec1: 'xmlsec1',
  'softhsm2-util': 'softhsm2',
}

/**
 * Installs the programs that are missing where we are allowed to; elsewhere the tests that need them are skipped.
 * @param {ReturnType<typeof import('./terminal.mjs').progress>} step
 * @param {import('./terminal.mjs').Language} language
 */
export async function verifiers(step, language) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const missing = Object.entries(PACKAGES)
    .filter(([program]) => !folders.some((folder) => existsSync(path.join(folder, program))))
    .map(([, name]) => name)
  if (missing.length === 0 || !mayInstall()) return
  const title = language === 'vi' ? 'Cài công cụ kiểm tra chữ ký' : 'Installing programs that verify signatures'
  await step(
    title,
    () => debian(missing),
    (why) => ({ ok: true, note: why || undefined }),
  )
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** What is worth it: words and code. Fonts are compressed already. */
const WORDS = /\.(?:m?js|css|html|svg)$/
const SMALLEST = 1024
/** Nearly as small as the best, in a fifth of the time: the first start waits for this. */
const BROTLI_QUALITY = 9

/** Writes each text file of the build a second and third time, as Brotli and gzip: the server sends what a browser takes. */
export function compressed(): Plugin {
  let folder = ''
  return {
    name: 'compressed',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir)
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!WORDS.test(name)) continue
        const bytes = readFileSync(join(folder, name))
        if (bytes.length < SMALLEST) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params }))
        writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

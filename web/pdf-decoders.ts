import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const require = createRequire(import.meta.url)
const home = dirname(require.resolve('pdfjs-dist/package.json'))
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }

/** Where the decoders of pages are served; the version is in it, so that a browser may keep them. */
const PLACE = `assets/pdf-${version}`
/** JBIG2 and CCITT (scans and faxes) and JPEG 2000, as plain JavaScript: our pages may not compile WebAssembly. */
const DECODERS = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']

/** Puts the decoders that pdf.js loads by name beside the build, and tells the page where: `__PDF_DECODERS__`. */
export const pdfDecoders = (): Plugin => ({
  name: 'pdf-decoders',
  config: () => ({ define: { __PDF_DECODERS__: JSON.stringify(`/${PLACE}/`) } }),
  generateBundle() {
    for (const name of DECODERS)
      this.emitFile({
        type: 'asset',
        fileName: `${PLACE}/${name}`,
        source: readFileSync(join(home, 'wasm', name)),
      })
  },
})

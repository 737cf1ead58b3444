import { env } from 'node:process'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { aheadInPage } from './ahead-in-page.ts'
import { compressed } from './compress.ts'
import { guide } from './guide.ts'
import { pdfDecoders } from './pdf-decoders.ts'

export default defineConfig({
  plugins: [react(), aheadInPage(['console', 'frame', 'overview']), guide(), pdfDecoders(), compressed()],
  server: {
    port: 5173,
    strictPort: true,
    // The server takes changes only from pages of its own host, so the host the browser named is passed on.
    // The guide is part of the build, which the server serves.
    proxy: Object.fromEntries(
      ['/api', '/huong-dan'].map((path) => [
        path,
        { target: env.API_ORIGIN ?? 'http://127.0.0.1:8080', changeOrigin: false },
      ]),
    ),
  },
  build: {
    outDir: 'dist',
    target: 'es2023',
    // The server sends `default-src 'self'`: a font or picture written into the CSS as data: would be refused.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Ant Design's widgets of one drawer are larger than the warning's default; first load is measured in the e2e run.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // Eighty small files cost a slow computer more than their bytes. Each of these takes in all that it imports and
        // that is not in one before it; other pages share from them.
        codeSplitting: {
          groups: [
            { name: 'begin', test: /[\\/]src[\\/]begin\.ts$/, priority: 4 },
            { name: 'console', test: /[\\/]src[\\/]main\.tsx$/, priority: 3 },
            { name: 'frame', test: /[\\/]src[\\/](staff|shell[\\/]landing)\.tsx$/, priority: 2 },
            { name: 'overview', test: /[\\/]src[\\/]overview[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
})

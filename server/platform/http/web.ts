import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { NotFound } from '../errors.ts'
import { sendProblem } from './problem.ts'
import type { App } from './server.ts'

/** A chapter of the guide, which the build writes as a page of its own: open to all, it is documentation of the product. */
const CHAPTER = /^\/huong-dan(?:\/([a-z-]+))?\/?(?:\?|$)/

/**
 * Serves the built console. Files under `assets/` have their hash in the name and are cached by browsers forever; the
 * page itself is requested each time. Any address that is no file and not under `/api` belongs to the console and gets
 * the page.
 */
export async function mountWeb(app: App, webDir: string): Promise<void> {
  const isBuilt = existsSync(join(webDir, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: webDir,
      cacheControl: false,
      // The build writes a Brotli and a gzip copy beside each text file.
      preCompressed: true,
      // Each file is a route, known at the start: anything else goes straight to the handler below.
      wildcard: false,
      setHeaders(reply, path) {
        const isHashed = path.startsWith(join(webDir, 'assets'))
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+(\?|$)/.test(request.url)
    const chapter = CHAPTER.exec(request.url)
    if (isPage && isBuilt && chapter) {
      const name = `huong-dan/${chapter[1] ?? 'index'}.html`
      if (existsSync(join(webDir, name))) return reply.sendFile(name)
    }
    if (isPage && isBuilt) return reply.sendFile('index.html')
    const detail =
      isPage && !isBuilt ? 'Giao diện chưa được dựng. Hãy chạy npm start từ thư mục gốc.' : 'Không có địa chỉ này.'
    return sendProblem(request, reply, new NotFound('request.no_such_address', detail))
  })
}

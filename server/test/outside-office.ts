/**
 * The outside of a story of signatures, as a process of its own: a certificate authority, which stamps times and issues keys to whoever
 * asks, and another ministry that signed a letter. Prints one line of JSON (`{ url, env }`) and serves until it is ended.
 *
 *   GET /key?name=…&usage=person|agency   a .p12 file, its password as given
 *   GET /picture?usage=person|agency      PNG of a signature, of a seal
 *   GET /letter                           a PDF with three signatures
 */
import { createServer } from 'node:http'
import process from 'node:process'
import { sampleSeal, sampleSignature } from '../platform/signature/sample-marks.ts'
import { outsideAuthority } from '../records/authority.fixture.ts'
import { letterOf, signersOf } from '../records/letter.fixture.ts'
import { p12Of } from '../registry/signing.fixture.ts'

const DAY_MS = 86_400_000
const now = Date.now()
const ends: (() => void)[] = []
const { authority, env, term } = await outsideAuthority(
  { after: (end) => ends.push(end as () => void) },
  // All of them have ended two years from now.
  { notBefore: new Date(now - 60 * DAY_MS), notAfter: new Date(now + 300 * DAY_MS) },
)

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://outside')
  const usage = searchParams.get('usage') === 'agency' ? 'agency' : 'person'
  const answers: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
    '/key': () => {
      const name = searchParams.get('name')!
      const organization = 'Bộ Tài chính MẪU'
      return p12Of(authority.issue({ name, organization, usage, ...term }), searchParams.get('password')!)
    },
    '/picture': () => (usage === 'agency' ? sampleSeal() : sampleSignature()),
    '/letter': () =>
      letterOf(authority, signersOf(authority, term), new Date(now - DAY_MS), searchParams.get('about') ?? 'việc MẪU'),
  }
  response.end(await answers[pathname]?.())
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const { port } = server.address() as { port: number }
console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, env }))
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
  for (const end of ends) end()
})

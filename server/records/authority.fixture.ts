import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { type Authority, newAuthority } from '../platform/signature/authority.ts'
import { pemOf } from '../registry/signing.fixture.ts'

export interface Outside {
  authority: Authority
  /** Settings of an installation that trusts it and asks it. */
  env: Record<string, string>
  /** Of this test alone, removed after it. */
  folder: string
  /** When certificates hold, and where to ask about them. */
  term: { notBefore: Date; notAfter: Date; crlUrl: string }
  /** `isDown`: nobody answers. `now`: the clock of the authority. */
  state: { isDown: boolean; now: () => Date; asked: string[] }
}

const TERM = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2027-12-31T00:00:00Z') }

/** A certificate authority outside, which stamps times and says what it revoked over HTTP. */
export async function outsideAuthority(t: Pick<TestContext, 'after'>, term = TERM): Promise<Outside> {
  const folder = mkdtempSync(join(tmpdir(), 'dieuhanh-signed-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const state = { isDown: false, now: () => new Date(), asked: [] as string[] }
  let authority: Authority | undefined
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      state.asked.push(request.url!)
      if (state.isDown) return request.destroy()
      const bytes =
        request.url === '/tsa'
          ? authority!.timeStamp(Buffer.concat(chunks), state.now())
          : authority!.crl({ at: state.now(), by: request.url === '/root' ? 'root' : 'issuing' })
      response.end(Buffer.from(bytes))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => server.close())
  const { port } = server.address() as { port: number }
  const origin = `http://127.0.0.1:${port}`
  authority = newAuthority({ rootCrlUrl: `${origin}/root` })
  const anchors = join(folder, 'anchors.pem')
  writeFileSync(anchors, pemOf(authority.root.certificate))
  return {
    authority,
    folder,
    state,
    env: { SIGNATURE_ANCHORS: anchors, SIGNATURE_TSA: `${origin}/tsa`, SIGNATURE_PRIVATE_HOSTS: '127.0.0.1' },
    term: { ...term, crlUrl: `${origin}/crl` },
  }
}

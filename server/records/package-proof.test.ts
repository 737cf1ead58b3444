/** Everything in a package of the archive is verified again by tools that we did not write, with nobody to ask. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { unzipSync } from 'fflate'
import { newContainer, prepareContainer } from '../platform/signature/asic.ts'
import type { Issued } from '../platform/signature/authority.ts'
import { prepareBeside } from '../platform/signature/beside.ts'
import { finishCms } from '../platform/signature/cms.ts'
import { readPdf } from '../platform/signature/pades.ts'
import { samplePaper, signPdf } from '../platform/signature/pdf.fixture.ts'
import { finished, signedMessage } from '../platform/signature/xml-signed.fixture.ts'
import { upload } from '../test/app.ts'
import { missing } from '../test/installed-software.ts'
import { outsideAuthority } from './authority.fixture.ts'
import { base, caseOf, casesWorld, offered, opened, type World } from './cases.fixture.ts'
import type { HandOver } from './hand-over-shapes.ts'
import { PROOF } from './package-proof.ts'
import type { FileVerdictShape } from './verdict-shapes.ts'

const skipOpenssl = missing('openssl', ['version'])
const skipPdfsig = missing('pdfsig', ['-v'])
const skipXmlsec = missing('xmlsec1', ['--version'])
const AT = new Date('2026-03-02T03:00:00Z')

interface Packed {
  OriginalName: string
  Path: string
  SignatureVerdict: string
  Signatures: FileVerdictShape
}

/** A case with a signed file of every kind, one of them changed after the seal, handed over and unpacked as by a stranger. */
async function handedOver(t: TestContext) {
  const { authority, env, folder, state, term } = await outsideAuthority(t)
  const world = await casesWorld(t, '2026-03-02', env)
  state.now = () => new Date(world.clock.now().epochMilliseconds)
  const person = authority.issue({ name: 'Nguyễn Ký Mẫu', organization: 'Bộ MẪU', usage: 'person', ...term })
  const seal = authority.issue({ name: 'Bộ MẪU', usage: 'agency', ...term })
  const files = await filesOf(person, seal)
  const id = await opened(world)
  for (const [name, bytes] of Object.entries(files)) await added(world, id, name, bytes)
  const { version } = await caseOf(world, id)
  await world.ok(world.keeper, 'POST', `${base}/cases/${id}/close`, { endedOn: '2026-03-02' }, version)
  const handOverId = await offered(world, [id])
  // From here on nobody answers.
  state.isDown = true
  const sent = await world.clerk.send('GET', `${base}/hand-overs/${handOverId}/package`)
  const unpacked = unzipSync(sent.bytes)
  for (const [path, content] of Object.entries(unpacked)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const data = JSON.parse(readFileSync(join(folder, 'ho-so/001/ho-so.json'), 'utf8')) as {
    Documents: { Files: Packed[] }[]
  }
  const packed = new Map(data.Documents.flatMap(({ Files }) => Files).map((file) => [file.OriginalName, file]))
  const run = (tool: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, timeout: 60_000, encoding: 'utf8' })
    return { isDone: status === 0, said: `${stdout}${stderr}` }
  }
  return { world, handOverId, folder, packed, run, pathOf: (name: string) => packed.get(name)!.Path }
}

async function filesOf(person: Issued, seal: Issued): Promise<Record<string, Uint8Array>> {
  const options = { chain: person.chain, algorithm: person.algorithm, signedAt: AT }
  const once = await signPdf(await samplePaper(), person, null, { signedAt: AT })
  const pdf = await signPdf(once, seal, null, { signedAt: AT })
  const word = Buffer.from('PK nội dung MẪU')
  const prepared = prepareBeside(word, options)
  const [signature] = await person.signingKey.sign([prepared.hash])
  const inside = [{ name: 'phu-luc.txt', bytes: Buffer.from('phụ lục MẪU'), mimeType: 'text/plain' }]
  const changed = Buffer.from(pdf)
  changed[changed.indexOf('/MediaBox') + 12] = 0x31
  return {
    'Công văn.pdf': pdf,
    'Công văn.docx': word,
    'Công văn.docx.p7s': finishCms(prepared, signature!),
    'thông điệp.xml': await signedMessage(person, { signedAt: AT }),
    'gói.asice': newContainer(inside, await finished(person, prepareContainer(inside, options))),
    'bị sửa.pdf': changed,
  }
}

async function added(world: World, id: number, name: string, bytes: Uint8Array): Promise<void> {
  const about = JSON.stringify({ title: `${name} (MẪU)`, datedOn: '2026-02-03', author: 'Vụ Mẫu' })
  const answer = await world.keeper.send(
    'POST',
    `${base}/cases/${id}/files`,
    upload(name, Buffer.from(bytes), { about }),
  )
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
}

test('a hand-over looks at every signature again, and its package is verified offline by other tools', async (t) => {
  const { world, handOverId, packed, folder, run, pathOf } = await handedOver(t)
  await t.test('the package keeps what was found, and the proofs', async () => {
    assert.deepEqual(
      [...packed.values()].map(({ OriginalName, SignatureVerdict, Signatures }) => [
        OriginalName,
        SignatureVerdict,
        Signatures.signatures.map(({ holder, format, lies, state }) => [holder?.name, format, lies, state].join(' ')),
      ]),
      [
        ['Công văn.pdf', 'valid', ['Nguyễn Ký Mẫu PAdES  valid', 'Bộ MẪU PAdES  valid']],
        ['Công văn.docx', 'valid', ['Nguyễn Ký Mẫu CAdES Công văn.docx.p7s valid']],
        ['Công văn.docx.p7s', 'valid', ['Nguyễn Ký Mẫu CAdES  valid']],
        ['thông điệp.xml', 'valid', ['Nguyễn Ký Mẫu XAdES  valid']],
        ['gói.asice', 'valid', ['Nguyễn Ký Mẫu XAdES META-INF/signatures001.xml valid']],
        ['bị sửa.pdf', 'invalid', ['Nguyễn Ký Mẫu PAdES  invalid', 'Bộ MẪU PAdES  invalid']],
      ],
    )
    for (const { Signatures } of packed.values())
      for (const { findings } of Signatures.signatures) for (const { vi, en } of findings) assert.ok(vi && en)
    const { list } = await world.ok<HandOver>(world.clerk, 'GET', `${base}/hand-overs/${handOverId}`)
    assert.deepEqual(
      list[0]!.doubts.map(({ verdict }) => verdict),
      ['invalid'],
    )
    const anchors = readFileSync(join(folder, PROOF, 'tin-cay.pem'), 'utf8')
    const lists = readFileSync(join(folder, PROOF, 'thu-hoi.pem'), 'utf8')
    assert.deepEqual([anchors.match(/BEGIN CERTIFICATE/g)?.length, lists.match(/BEGIN X509 CRL/g)?.length], [1, 2])
  })

  await t.test(
    'openssl verifies each signature of the package offline, with the lists that lie in it',
    {
      skip: skipOpenssl,
    },
    async () => {
      const verify = (signature: string, content: string) =>
        run(
          'openssl',
          ...[
            'cms',
            '-verify',
            '-binary',
            '-cades',
            '-inform',
            'DER',
            '-in',
            signature,
            '-content',
            content,
            '-out',
            'out',
          ],
          ...['-CAfile', 'tat-ca.pem', '-crl_check_all'],
          ...['-attime', String(AT.getTime() / 1000 + 4 * 3600)],
        )
      const held = ['tin-cay.pem', 'thu-hoi.pem'].map((name) => readFileSync(join(folder, PROOF, name)))
      writeFileSync(join(folder, 'tat-ca.pem'), Buffer.concat(held))
      const beside = verify(pathOf('Công văn.docx.p7s'), pathOf('Công văn.docx'))
      assert.match(beside.said, /Verification successful/)
      const parts = (name: string) => {
        const pdf = readFileSync(join(folder, pathOf(name)))
        return readPdf(pdf).signatures.map(({ cms, byteRange }, place) => {
          const [from, length, next, rest] = byteRange!
          writeFileSync(join(folder, `${place}.p7s`), cms!)
          writeFileSync(
            join(folder, String(place)),
            Buffer.concat([pdf.subarray(from, from + length), pdf.subarray(next, next + rest)]),
          )
          return verify(`${place}.p7s`, String(place)).said
        })
      }
      for (const said of parts('Công văn.pdf')) assert.match(said, /Verification successful/)
      for (const said of parts('bị sửa.pdf')) assert.match(said, /Verification failure/)
    },
  )

  await t.test('pdfsig verifies the documents of the package offline', { skip: skipPdfsig }, async () => {
    const said = (name: string) => run('pdfsig', '-nocert', pathOf(name)).said
    assert.equal(said('Công văn.pdf').match(/Signature is Valid\./g)?.length, 2)
    assert.equal(said('bị sửa.pdf').match(/Signature is Valid\./g), null)
  })

  await t.test(
    'xmlsec1 verifies the message and the container of the package offline',
    { skip: skipXmlsec },
    async () => {
      const ids = ['SignedProperties', 'Object', 'edXMLEnvelope'].flatMap((name) => ['--id-attr:Id', name])
      const trusted = [
        '--verify',
        '--trusted-pem',
        `${PROOF}/tin-cay.pem`,
        '--verification-time',
        '2026-03-02 10:00:00',
        ...ids,
      ]
      const message = run('xmlsec1', ...trusted, pathOf('thông điệp.xml'))
      assert.ok(message.isDone, message.said)
      const inside = unzipSync(readFileSync(join(folder, pathOf('gói.asice'))))
      for (const [name, bytes] of Object.entries(inside)) {
        mkdirSync(dirname(join(folder, 'goi', name)), { recursive: true })
        writeFileSync(join(folder, 'goi', name), bytes)
      }
      const container = spawnSync(
        'xmlsec1',
        trusted
          .map((each) => (each.startsWith(PROOF) ? join(folder, each) : each))
          .concat('META-INF/signatures001.xml'),
        { cwd: join(folder, 'goi'), encoding: 'utf8' },
      )
      assert.equal(container.status, 0, container.stderr)
    },
  )

  await t.test(
    'the words in the package name the tools, and its manifest holds for all of it',
    {
      skip: missing('sha256sum', ['--version']),
    },
    async () => {
      const words = readFileSync(join(folder, PROOF, 'doc-truoc.txt'), 'utf8')
      for (const tool of ['sha256sum', 'pdfsig', 'openssl', 'xmlsec1']) assert.ok(words.includes(tool), tool)
      assert.ok(run('sha256sum', '-c', '--quiet', 'manifest-sha256.txt').isDone)
      execFileSync('sh', ['-c', 'test -s chung-thu/tin-cay.pem'], { cwd: folder })
    },
  )
})

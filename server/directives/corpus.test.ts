import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type Extraction, extract, type Reading, read } from '@dieuhanh/extraction'
import { sql } from 'kysely'
import type { TestApp, Visitor } from '../test/app.ts'
import { bareEnv } from '../test/bare-env.ts'
import { act, editOf, look, openDesk, type Refusal, SAMPLE, send } from '../test/review-desk.ts'
import type { Corpus } from './corpus-shapes.ts'
import { corpusText } from './corpus-text.ts'

type Desk = TestApp & { reviewer: Visitor }

const ROOT = join(import.meta.dirname, '../..')
const SAMPLES = join(ROOT, 'server/sample/directives')
const SCORER = join(ROOT, '../shared/tools/score-extraction.mjs')
const CLI = join(ROOT, 'cli/bin.mjs')

const corpus = async (visitor: Visitor, query = ''): Promise<Corpus> => {
  const answer = await visitor.send('GET', `/api/directives/corpus${query}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

/** Takes a document in and confirms it unchanged; a lead that matches no agency becomes `agency`. */
async function confirmAsRead(desk: Desk, name: string, bytes: Buffer, agency: number): Promise<number> {
  const id = await send(desk.reviewer, name, bytes)
  await desk.drain()
  const read = await look(desk.reviewer, id)
  for (const draft of read.drafts) {
    if (draft.problems.length === 0) continue
    const edit = editOf(draft)
    const [lead, ...others] = edit.parties.filter(({ role }) => role === 'lead')
    if (lead) lead.agencyId = agency
    // What else leads as a group must be one agency too, or its members would never see the task.
    for (const other of others) if (other.collective) other.agencyId = agency
    await act(desk.reviewer, read, draft, '', edit)
  }
  const { version } = await look(desk.reviewer, id)
  const url = `/api/directives/${id}/confirm`
  const done = await desk.reviewer.send('POST', url, { body: {}, ifMatch: version })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  return id
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'dieuhanh-corpus-'))
  t.after(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('sample directives are written as labelled documents that score like the library itself', async (t) => {
  const desk: Desk = await openDesk(t)
  desk.clock.set('2026-11-20')
  const health = await desk.agency('bo-y-te')
  const samples = readdirSync(SAMPLES).filter((file) => /^\d{4}-/.test(file))
  assert.ok(samples.length > 5)
  for (const name of samples) {
    await confirmAsRead(desk, name, readFileSync(join(SAMPLES, name)), health)
  }
  const address = await desk.app.listen({ port: 0, host: '127.0.0.1' })
  const { token } = await desk.as('administrator')
  const out = join(folder(t), 'nhan')
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const words = [CLI, 'corpus', ...args, '--server', address, '--token', token, '--lang', 'en']
      execFile(process.execPath, words, { env: bareEnv() }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, out: stdout, err: stderr }),
      )
    })
  const done = await run('export', '--out', out)
  assert.equal(done.code, 0, done.err)
  assert.match(done.out, new RegExp(`^${samples.length} documents with \\d+ tasks written to `))
  const files = readdirSync(out)
  assert.equal(files.length, 2 * samples.length)
  const labelled = files.filter((file) => file.endsWith('.expected.json')).sort()
  assert.ok(
    labelled.some((file) => /^\d{2,}-chi-thi-91-ct-mau\.expected\.json$/.test(file)),
    labelled.join(),
  )

  // The text is read again as it was, and the labels are what was read, for nothing but agencies was changed.
  for (const file of labelled) {
    const labels = JSON.parse(readFileSync(join(out, file), 'utf8')) as Corpus['rows'][number]['labels']
    const stem = file.replace('.expected.json', '')
    const document = files.find((name) => name.startsWith(`${stem}.`) && name !== file)!
    const extraction = extract(await read(readFileSync(join(out, document)), document))
    assert.deepEqual(
      shortened(extraction),
      labels.tasks.map(({ ref, title, lead }) => ({ ref, title, lead })),
      stem,
    )
  }

  assert.equal((await run('export')).code, 2)
  assert.equal((await run('import', '--out', out)).code, 2)
  const none = await run('export', '--out', join(out, 'khong'), '--to', '2020-01-01')
  assert.match(none.out, /^0 documents/)

  await t.test(
    'by the scorer',
    { skip: existsSync(SCORER) ? false : 'the scorer of labelled documents is not beside this clone' },
    () => {
      const command = `${process.execPath} ${CLI} extract {file} --format json`
      const scored = spawnSync(process.execPath, [SCORER, out, '--cmd', command, '--json'], { encoding: 'utf8' })
      const summary = JSON.parse(scored.stdout) as Record<string, number>
      assert.deepEqual([summary.documents, summary.failed], [samples.length, 0])
      assert.ok(summary.overall! > 0.99, scored.stdout)
    },
  )
})

function shortened({ tasks }: Extraction) {
  return tasks.map(({ ref, title, lead }) => ({ ref, title, lead }))
}

test('only what was confirmed, may be read, and still has its text, for those who keep the registry', async (t) => {
  const desk: Desk = await openDesk(t)
  const finance = await desk.agency('bo-tai-chinh')
  const { reviewer, db } = desk
  const keeper = await desk.as('administrator')
  const first = await confirmAsRead(desk, 'ke-hoach-mau.txt', SAMPLE, await desk.agency('vpcp-vu-tong-hop'))
  const second = await confirmAsRead(
    desk,
    'ke-hoach-902.txt',
    Buffer.from(String(SAMPLE).replace('901/', '902/').replace('Bộ Tài chính', 'Bộ Y tế')),
    await desk.agency('vpcp-vu-tong-hop'),
  )
  await send(reviewer, 'ke-hoach-903.txt', String(SAMPLE).replace('901/', '903/'))
  await desk.drain()
  const ids = async (visitor: Visitor, query = '') => (await corpus(visitor, query)).rows.map(({ id }) => id)
  assert.deepEqual(await ids(keeper), [first, second])
  assert.deepEqual(await ids(keeper, '?from=2021-02-28&to=2021-02-28'), [first, second])
  assert.deepEqual(await ids(keeper, '?from=2021-03-01'), [])
  assert.deepEqual(await ids(keeper, '?to=2021-02-27'), [])
  // The right decides, whatever the role: with it an officer gets the first only, which has a task of theirs.
  const officer = await desk.as('officer', { agency: 'bo-tai-chinh' })
  for (const visitor of [reviewer, officer]) {
    const refused = await visitor.send('GET', '/api/directives/corpus')
    assert.deepEqual([refused.status, (refused.body as Refusal).code], [403, 'directive.corpus_not_yours'])
  }
  await sql`update registry.role set rights = rights || '{registry.keep}' where role = 'officer'`.execute(db)
  assert.ok(finance > 0)
  assert.deepEqual(await ids(officer), [first])
  assert.deepEqual(await ids(await desk.as('officer', { agency: 'bo-cong-an' })), [])

  const page = await corpus(keeper, '?limit=1')
  assert.deepEqual([page.rows.map(({ id }) => id), (page.nextCursor ?? '') !== ''], [[first], true])
  assert.deepEqual(await ids(keeper, `?limit=1&cursor=${page.nextCursor}`), [second])
  const backwards = await keeper.send('GET', '/api/directives/corpus?from=2021-03-01&to=2021-02-01')
  assert.deepEqual([backwards.status, (backwards.body as Refusal).code], [400, 'request.range'])

  const [row] = page.rows
  assert.deepEqual([row?.format, row?.text, row?.confirmedOn], ['txt', String(SAMPLE).normalize('NFC'), '2021-02-28'])
  assert.deepEqual(row?.labels.document.number, '901/QĐ-VPCP')
  const task = row?.labels.tasks.find(({ ref }) => ref === 'II.2.b')
  // The name that the document uses, not the agency that was chosen for it.
  assert.deepEqual([task?.lead, task?.deadlines[0]?.dueOn], [['Trung tâm Sao Mai'], '2021-05-31'])

  await sql`delete from directives.reading where directive_id = ${first}`.execute(db)
  assert.deepEqual(await ids(keeper), [second])
})

test('a document with tables becomes HTML that is read into the same cells', async () => {
  const cells = [
    { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: 'Nhiệm vụ' },
    { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: 'Chủ trì' },
    { row: 1, column: 0, rowSpan: 1, columnSpan: 1, text: 'Rà soát <mẫu> & báo cáo theo quý' },
    { row: 1, column: 1, rowSpan: 2, columnSpan: 1, text: 'Bộ Y tế' },
    { row: 2, column: 0, rowSpan: 1, columnSpan: 1, text: 'Tập huấn' },
  ]
  let text = 'Tiêu đề\n'
  const placed = cells.map(({ text: words, ...place }) => {
    const span = { start: text.length, end: text.length + words.length }
    text += `${words}\n`
    return { ...place, span }
  })
  const table = { start: placed[0]!.span.start, end: text.length - 1 }
  const blocks: Reading['blocks'] = [
    { kind: 'heading', level: 2, span: { start: 0, end: 7 } },
    { kind: 'pageNumber', span: { start: 0, end: 1 } },
    { kind: 'table', span: table, cells: placed, headerRows: 1 },
  ]
  const file = corpusText({ format: 'docx', text, blocks })
  assert.equal(file.format, 'html')
  const again = await read(Buffer.from(file.text), 'x.html')
  const found = again.blocks.find(({ kind }) => kind === 'table')!
  assert.deepEqual(
    found.cells!.map(({ row, column, rowSpan, span }) => [
      row,
      column,
      rowSpan,
      again.text.slice(span.start, span.end),
    ]),
    cells.map(({ row, column, rowSpan, text: words }) => [row, column, rowSpan, words]),
  )
  assert.equal(again.blocks[0]?.kind, 'heading')
  // Without tables, and where the text itself has them as Markdown, it stays as it is.
  assert.deepEqual(corpusText({ format: 'pdf', text, blocks: blocks.slice(0, 1) }), { format: 'txt', text })
  assert.deepEqual(corpusText({ format: 'markdown', text, blocks }), { format: 'md', text })
})

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { knowledgeIn } from './knowledge.ts'
import { wordsOf } from './words.ts'

const BIN = join(import.meta.dirname, 'bin.mjs')
const PLAN = `KẾ HOẠCH
1. Rà soát cấu hình các máy chủ của hệ thống báo cáo.
- Đầu mối gánh việc: Trung tâm Sao Mai.
- Thời hạn hoàn thành: trước ngày 30 tháng 6 năm 2021.
`
const KNOWN = {
  from: 'mẫu',
  units: [{ name: 'Vụ Mẫu', aliases: ['Trung tâm Sao Mai'] }],
  labels: [{ phrase: 'Đầu mối gánh việc', role: 'lead' }],
}

describe('dieuhanh extract --knowledge', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'dieuhanh-knowledge-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string, content: unknown) => {
    const path = join(folder, name)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const { PATH, HOME } = process.env
      const options = { env: { PATH, HOME, LANG: 'vi_VN.UTF-8' } }
      execFile(process.execPath, [BIN, ...args], options, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      )
    })

  it('reads with the labels and names of the office, and without them as before', async () => {
    const plan = file('ke-hoach.txt', PLAN)
    const plain = await run('extract', plan)
    assert.deepEqual(JSON.parse(plain.out).tasks[0].lead, [])
    const { code, out, err } = await run('extract', plan, '--knowledge', file('tu-ngu.json', KNOWN))
    assert.equal(code, 0, err)
    const [task] = JSON.parse(out).tasks
    assert.deepEqual([task.lead, task.parties[0].known], [['Trung tâm Sao Mai'], 'Vụ Mẫu'])
  })

  it('says where the file is wrong, and reads nothing', async () => {
    const { code, out, err } = await run(
      'extract',
      file('ke-hoach.txt', PLAN),
      '--knowledge',
      file('sai.json', { ...KNOWN, labels: [{ phrase: 'Đầu mối', role: 'boss' }] }),
    )
    assert.deepEqual([code, out], [2, ''])
    assert.match(err, /sai\.json: labels\[0\]\.role phải là một trong: lead, coordinating/)
    for (const [content, sentence] of [
      ['{', /it is not JSON/],
      ['[]', /the whole file must be an object \{ units, labels \}/],
      [{ labels: [] }, /units must be a list/],
      [{ units: [] }, /labels must be a list/],
      [{ units: ['x'], labels: [] }, /units\[0\] must be an object \{ name, aliases \}/],
      [{ units: [{ name: ' ', aliases: [] }], labels: [] }, /units\[0\]\.name must be text, not empty/],
      [{ units: [{ name: 'A', aliases: [1] }], labels: [] }, /units\[0\]\.aliases\[0\] must be text/],
      [{ units: [], labels: [{ phrase: 'x'.repeat(101), role: 'lead' }] }, /labels\[0\]\.phrase .* at most 100/],
      [{ units: [], labels: [{ phrase: 'Hạn', role: 'toString' }] }, /labels\[0\]\.role must be one of/],
      [{ units: [], labels: Array.from({ length: 10_001 }, () => 0) }, /labels must be a list of at most 10000/],
    ] as const) {
      await assert.rejects(knowledgeIn(file('x.json', content), wordsOf('en')), { message: sentence, exitCode: 2 })
    }
    await assert.rejects(knowledgeIn(join(folder, 'khong-co.json'), wordsOf('en')), {
      message: /khong-co\.json cannot be read/,
    })
  })
})

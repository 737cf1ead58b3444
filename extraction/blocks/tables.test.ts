import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from '../extract.ts'
import { readText } from '../read/text.ts'
import type { Block, Cell, Reading } from '../shapes.ts'

const rows = (text: string): unknown[] =>
  extract(readText(`Số: 1/KH-BYT\nHà Nội, ngày 05 tháng 01 năm 2026\n${text}`, 'x.md', 'markdown')).tasks.map(
    (task) => [
      task.ref,
      task.title,
      task.lead,
      task.coordinating,
      task.deadlines.map((one) => `${one.dueOn}${one.inherited ? ' inherited' : ''}`),
    ],
  )

describe('a table of tasks', () => {
  it('is read in any order of columns', () => {
    assert.deepEqual(
      rows(
        '| Hạn | Phối hợp | Việc cần làm | Chủ trì |\n|---|---|---|---|\n| Quý I/2026 | Sở B | Lập danh mục | Sở A |\n',
      ),
      [['PL.1'.replace('.1', '-1'), 'Lập danh mục', ['Sở A'], ['Sở B'], ['2026-03-31']]],
    )
  })
  it('fills what merged cells leave empty', () => {
    assert.deepEqual(
      rows(
        'TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n1 | Lập danh mục | Sở A | 3/2026\n2 | Công bố danh mục |  | \n3 | Cập nhật danh mục | Sở B | \n',
      ),
      [
        ['PL.1', 'Lập danh mục', ['Sở A'], [], ['2026-03-31']],
        ['PL.2', 'Công bố danh mục', ['Sở A'], [], ['2026-03-31 inherited']],
        ['PL.3', 'Cập nhật danh mục', ['Sở B'], [], ['2026-03-31 inherited']],
      ],
    )
  })
  it('joins a row split by a page break and skips the repeated header', () => {
    assert.deepEqual(
      rows(
        'TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n1 | Lập danh mục hồ sơ | Sở A | 3/2026\nTT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n | cần số hóa | | \n2 | Công bố | Sở B | 4/2026\n',
      ).map((row) => (row as string[])[0]),
      ['PL.1', 'PL.2'],
    )
  })
  it('takes a group row that names an agency as the lead of the rows below', () => {
    assert.deepEqual(
      rows(
        'TT | Nhiệm vụ | Thời gian\nI | Sở Y tế |\n1 | Lập danh mục | 3/2026\nII | Sở Nội vụ |\n1 | Lập đề án | 4/2026\n',
      ).map((row) => (row as unknown[]).slice(0, 3)),
      [
        ['PL.I.1', 'Lập danh mục', ['Sở Y tế']],
        ['PL.II.1', 'Lập đề án', ['Sở Nội vụ']],
      ],
    )
  })
  it('separates lead and coordinating agencies in one cell', () => {
    assert.deepEqual(
      rows('TT | Nhiệm vụ | Cơ quan thực hiện\n1 | Lập danh mục | Chủ trì: Sở A; phối hợp: Sở B, Sở C\n').map((row) =>
        (row as unknown[]).slice(2, 4),
      ),
      [[['Sở A'], ['Sở B', 'Sở C']]],
    )
  })
  it('takes the end of two periods as deadline, and keeps a last row that names nobody', () => {
    assert.deepEqual(
      rows(
        'TT | Nhiệm vụ | Chủ trì | Thời gian bắt đầu | Thời gian hoàn thành\n1 | Lập danh mục | Sở A | 3/2026 | 5/2026\n2 | Công bố danh mục | | | \n',
      ).map((row) => (row as unknown[]).slice(1)),
      [
        ['Lập danh mục', ['Sở A'], [], ['2026-05-31']],
        ['Công bố danh mục', ['Sở A'], [], ['2026-05-31 inherited']],
      ],
    )
  })
  it('is ignored if its columns give no work', () => {
    assert.deepEqual(rows('TT | Chỉ tiêu | Năm 2024 | Năm 2025\n1 | Dân số | 100 | 200\n'), [])
  })
  it('reads merged cells as a format lays them out', () => {
    const texts = [
      ['TT', 'Nhiệm vụ', 'Thực hiện', ''],
      ['', '', 'Chủ trì', 'Phối hợp'],
      ['1', 'Lập danh mục', 'Sở A', 'Sở B'],
      ['2', 'Lập đề án', '', 'Sở C'],
    ]
    const spans: Record<string, [number, number]> = { '0,0': [2, 1], '0,1': [2, 1], '0,2': [1, 2], '2,2': [2, 1] }
    let text = ''
    const cells: Cell[] = []
    texts.forEach((line, row) => {
      line.forEach((value, column) => {
        if (value === '') return
        const [rowSpan, columnSpan] = spans[`${row},${column}`] ?? [1, 1]
        cells.push({ row, column, rowSpan, columnSpan, span: { start: text.length, end: text.length + value.length } })
        text += `${value} | `
      })
      text += '\n'
    })
    const blocks: Block[] = [{ kind: 'table', span: { start: 0, end: text.length }, cells }]
    const reading: Reading = {
      name: 'x.docx',
      format: 'docx',
      text,
      blocks,
      pages: null,
      recognised: false,
      warnings: [],
    }
    assert.deepEqual(
      extract(reading).tasks.map((task) => [task.title, task.lead, task.coordinating, task.parties[0]?.inherited]),
      [
        ['Lập danh mục', ['Sở A'], ['Sở B'], false],
        ['Lập đề án', ['Sở A'], ['Sở C'], true],
      ],
    )
  })
})

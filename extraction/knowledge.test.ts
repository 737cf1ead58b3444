import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'
import { type Knowledge, NO_KNOWLEDGE } from './shapes.ts'

const document = (orders: string): string => `ỦY BAN NHÂN DÂN TỈNH MẪU
Số: 15/KH-UBND
Mẫu, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Về bến đò (văn bản MẪU)

II. NHIỆM VỤ
${orders}
`

const office: Knowledge = {
  units: [
    { name: 'Xưởng Đúc chuông Mẫu', aliases: ['XĐC', 'Xưởng chuông'] },
    { name: 'Gánh hát Sông Mẫu', aliases: [] },
    { name: 'Sở Bến bãi, Đò giang và Phao tiêu', aliases: ['Sở BĐP'] },
    { name: 'Trạm Trông coi phối hợp rà soát Mẫu', aliases: [] },
  ],
  labels: [
    { phrase: 'Ai gánh việc', role: 'lead' },
    { phrase: 'Ai phụ một tay', role: 'coordinating' },
    { phrase: 'Khi nào xong', role: 'deadline' },
    { phrase: 'Phải đạt', role: 'target' },
    { phrase: 'Việc phải lo', role: 'content' },
  ],
}

const found = (orders: string, knowledge: Knowledge = office) =>
  extract(readText(document(orders), 'x.txt'), knowledge).tasks.map(({ title, parties }) => ({
    title,
    parties: parties.map(({ role, name, known }) => `${role} ${name} = ${known}`),
  }))

describe('names of agencies that an office added', () => {
  it('are found by name and by alias, with the longest match, and keep the printed name', () => {
    assert.deepEqual(found('1. Xưởng Đúc chuông Mẫu đúc lại chuông bến.\n2. XĐC sơn phao.'), [
      { title: 'Đúc lại chuông bến', parties: ['lead Xưởng Đúc chuông Mẫu = Xưởng Đúc chuông Mẫu'] },
      { title: 'Sơn phao', parties: ['lead XĐC = Xưởng Đúc chuông Mẫu'] },
    ])
  })
  it('are found without regard to case and accents', () => {
    assert.deepEqual(found('1. Giao GÁNH HÁT SÔNG MẪU diễn tại bến.\n2. Giao ganh hat song mau diễn tại chợ.'), [
      { title: 'Diễn tại bến', parties: ['lead GÁNH HÁT SÔNG MẪU = Gánh hát Sông Mẫu'] },
      { title: 'Diễn tại chợ', parties: ['lead ganh hat song mau = Gánh hát Sông Mẫu'] },
    ])
  })
  it('are not cut at a comma, at "và" or at a verb inside them', () => {
    const text =
      '1. Trạm Trông coi phối hợp rà soát Mẫu chủ trì, phối hợp với Sở Bến bãi, Đò giang và Phao tiêu, Sở BĐP và Gánh hát Sông Mẫu rà soát bến.'
    assert.deepEqual(found(text), [
      {
        title: 'Rà soát bến',
        parties: [
          'lead Trạm Trông coi phối hợp rà soát Mẫu = Trạm Trông coi phối hợp rà soát Mẫu',
          'coordinating Sở Bến bãi, Đò giang và Phao tiêu = Sở Bến bãi, Đò giang và Phao tiêu',
          'coordinating Sở BĐP = Sở Bến bãi, Đò giang và Phao tiêu',
          'coordinating Gánh hát Sông Mẫu = Gánh hát Sông Mẫu',
        ],
      },
    ])
  })
  it('are found only at the borders of words, and a short alias only as it is printed', () => {
    const police: Knowledge = { units: [{ name: 'Công an xã Mẫu', aliases: ['CA'] }], labels: [] }
    assert.deepEqual(found('1. Giao CA tuần tra bến.\n2. Giao cả xóm trực bến.', police).at(0)?.parties, [
      'lead CA = Công an xã Mẫu',
    ])
    assert.ok(!found('1. Giao cả xóm trực bến.', police).some(({ parties }) => parties.length > 0))
  })
  it('are null for a unit that the office does not have', () => {
    assert.deepEqual(found('1. Giao Sở Y tế trực bến.'), [{ title: 'Trực bến', parties: ['lead Sở Y tế = null'] }])
  })
  it('are known under a shared noun too', () => {
    const registry: Knowledge = { units: [{ name: 'Bộ Tài chính', aliases: [] }], labels: [] }
    assert.deepEqual(found('1. Giao các Bộ: Tài chính, Y tế rà soát bến.', registry)[0]?.parties, [
      'lead Bộ Tài chính = Bộ Tài chính',
      'lead Bộ Y tế = null',
    ])
  })
})

describe('labels that an office added', () => {
  it('state who, with whom, by when and how much on labelled lines', () => {
    const lines = `1. Trông coi bến đò.
- Ai gánh việc: Sở Y tế
- Ai phụ một tay: Sở Nội vụ
- Khi nào xong: 30/6/2026
- Phải đạt: tối thiểu 80% bến có phao`
    const [task] = extract(readText(document(lines), 'x.txt'), office).tasks
    assert.deepEqual([task?.lead, task?.coordinating], [['Sở Y tế'], ['Sở Nội vụ']])
    assert.deepEqual([task?.deadlines[0]?.dueOn, task?.targets[0]?.value], ['2026-06-30', 80])
  })
  it('are headers of columns', () => {
    const table = `TT | Việc phải lo | Ai gánh việc | Khi nào xong
1 | Sơn phao | Sở Y tế | 30/6/2026
2 | Vá lưới | Sở Nội vụ | 31/7/2026`
    const tasks = (knowledge: Knowledge) =>
      extract(readText(document(table), 'x.txt'), knowledge).tasks.map((task) => [
        task.title,
        task.lead,
        task.deadlines[0]?.dueOn,
      ])
    assert.deepEqual(tasks(office), [
      ['Sơn phao', ['Sở Y tế'], '2026-06-30'],
      ['Vá lưới', ['Sở Nội vụ'], '2026-07-31'],
    ])
    assert.deepEqual(tasks(NO_KNOWLEDGE), [])
  })
})

describe('a registry of thousands', () => {
  it('costs no more per page than a small one', () => {
    const names = (count: number): Knowledge => ({
      units: Array.from({ length: count }, (_, n) => ({
        name: `Ủy ban nhân dân xã Mẫu ${n.toString(36)}`,
        aliases: [`UBND xã Mẫu ${n.toString(36)}`, `Xã Mẫu ${n.toString(36)}`],
      })),
      labels: [],
    })
    const page = '1. Ủy ban nhân dân xã Mẫu 1a chủ trì, phối hợp với UBND xã Mẫu 2b, Xã Mẫu 3c rà soát bến đò.\n'
    const reading = readText(document(page.repeat(3_000)), 'x.txt')
    const best = (knowledge: Knowledge): number => {
      let least = Number.POSITIVE_INFINITY
      for (let n = 0; n < 3; n++) {
        const started = process.cpuUsage()
        extract(reading, knowledge)
        least = Math.min(least, process.cpuUsage(started).user)
      }
      return least
    }
    const [few, many] = [names(150), names(5_000)]
    best(few)
    const ratio = best(many) / best(few)
    assert.ok(ratio < 3, `with 5,000 agencies a document took ${ratio.toFixed(1)} times as long as with 150`)
  })
})

describe('a place that the office knows as an agency', () => {
  const province: Knowledge = {
    units: [
      { name: 'Ủy ban nhân dân tỉnh Mẫu', aliases: ['Mẫu', 'tỉnh Mẫu'] },
      { name: 'Ủy ban nhân dân tỉnh Sông Mẫu', aliases: ['Sông Mẫu'] },
      { name: 'Tổ công tác', aliases: [] },
    ],
    labels: [],
  }
  const leads = (orders: string) => found(orders, province).map(({ parties }) => parties)

  it('leads nothing by standing before the day of the document', () => {
    assert.deepEqual(leads('1. Rà soát các bến đò.'), [[]])
  })
  it('is a part of the name that it ends, and one of the committees that share a noun', () => {
    assert.deepEqual(leads('1. Ban Quản lý khu kinh tế tỉnh Sông Mẫu rà soát các bến.'), [
      ['lead Ban Quản lý khu kinh tế tỉnh Sông Mẫu = null'],
    ])
    assert.deepEqual(leads('1. Ủy ban nhân dân các tỉnh: Bình Hà, Sông Mẫu rà soát các bến.'), [
      [
        'lead Ủy ban nhân dân tỉnh Bình Hà = null',
        'lead Ủy ban nhân dân tỉnh Sông Mẫu = Ủy ban nhân dân tỉnh Sông Mẫu',
      ],
    ])
  })
  it('does not end a longer name by the head alone', () => {
    assert.deepEqual(leads('1. Tổ công tác triển khai Đề án 06 tỉnh rà soát các bến.'), [
      ['lead Tổ công tác triển khai Đề án 06 tỉnh = null'],
    ])
  })
})

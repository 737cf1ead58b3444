import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'
import { Unreadable } from './shapes.ts'

const HEAD = `BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/KH-BNV
Hà Nội, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Thực hiện Nghị quyết số 01/NQ-CP và Nghị quyết số 02/NQ-CP ngày 04 tháng 01 năm 2026 của Chính phủ
`
const of = (body: string): ReturnType<typeof extract> => extract(readText(HEAD + body, 'mau.txt'))

describe('a secret document', () => {
  const stamped = (stamp: string): string => HEAD.replace('Số:', `${stamp}\nSố:`)
  for (const stamp of ['MẬT', 'Tối mật', 'TUYỆT MẬT', 'Độ mật: Mật', '[MẬT]', 'TOI MAT']) {
    it(`is refused when marked ${stamp}`, () => {
      assert.throws(
        () => extract(readText(stamped(stamp), 'mau.txt')),
        (error: unknown) => error instanceof Unreadable && error.code === 'secret' && /không mật/.test(error.message),
      )
    })
  }
  it('is not confused with one that only mentions secret files', () => {
    const { tasks } = of(
      'II. NHIỆM VỤ\n1. Vụ Tổ chức cán bộ rà soát hồ sơ công việc (trừ hồ sơ mật), hoàn thành trước ngày 01/6/2026.\n',
    )
    assert.equal(tasks.length, 1)
  })
})

describe('what a task implements', () => {
  it('is read from its own text', () => {
    const { document, tasks } = of(`II. NHIỆM VỤ
1. Theo dõi việc thực hiện Nghị quyết số 01.
- Đơn vị chủ trì: Vụ Tổng hợp (đối với Nghị quyết số 01), Vụ Pháp chế (đối với Nghị quyết số 02).
- Thời hạn: Thường xuyên.
2. Tổ chức tập huấn nghiệp vụ.
- Đơn vị chủ trì: Vụ Tổng hợp.
`)
    assert.deepEqual(
      document.implements.map((one) => one.number),
      ['01/NQ-CP', '02/NQ-CP'],
    )
    assert.deepEqual(
      tasks.map((task) => task.implements),
      [['01/NQ-CP', '02/NQ-CP'], []],
    )
    assert.deepEqual(tasks[0]?.lead, ['Vụ Tổng hợp', 'Vụ Pháp chế'])
    assert.deepEqual(
      tasks[0]?.parties.map((party) => party.scope),
      ['đối với Nghị quyết số 01', 'đối với Nghị quyết số 02'],
    )
  })
})

describe('running text', () => {
  it('splits an item only if a later sentence has its own lead or deadline', () => {
    const { tasks } = of(`II. NHIỆM VỤ
1. Sở A:
a) Rà soát hồ sơ. Việc rà soát phải công khai. Hoàn thành trước ngày 01/6/2026.
b) Lập danh mục. Trong quý III năm 2026, công bố danh mục.
c) Lập quy chế. Sở Nội vụ thẩm định quy chế.
`)
    assert.deepEqual(
      tasks.map((task) => [task.ref, task.lead, task.deadlines.map((one) => one.dueOn)]),
      [
        ['II.1.a', ['Sở A'], ['2026-06-01']],
        ['II.1.b-1', ['Sở A'], []],
        ['II.1.b-2', ['Sở A'], ['2026-09-30']],
        ['II.1.c-1', ['Sở A'], []],
        ['II.1.c-2', ['Sở Nội vụ'], []],
      ],
    )
  })
  it('gives no task to agencies that the lead directs or reports to', () => {
    const { tasks } = of(
      'II. NHIỆM VỤ\n1. Bộ Y tế chỉ đạo Sở Y tế các tỉnh rà soát, báo cáo Bộ Tài chính kết quả thực hiện.\n',
    )
    assert.deepEqual(
      tasks.map((task) => [task.lead, task.coordinating]),
      [[['Bộ Y tế'], []]],
    )
  })
  it('takes the unit in the heading as lead of an item that begins with "phối hợp với"', () => {
    const { tasks } = of('II. NHIỆM VỤ\n1. Bộ Y tế:\na) Phối hợp với Bộ Tài chính xây dựng định mức chi.\n')
    assert.deepEqual(
      tasks.map((task) => [task.lead, task.coordinating]),
      [[['Bộ Y tế'], ['Bộ Tài chính']]],
    )
  })
  it('finds nothing in aims, legal bases and closing sentences', () => {
    const { tasks, warnings } = of(`I. MỤC ĐÍCH, YÊU CẦU
1. Xác định rõ trách nhiệm của các đơn vị.
2. Các đơn vị triển khai kịp thời, hiệu quả.
Điều 1. Quyết định này có hiệu lực kể từ ngày ký.
Điều 2. Chánh Văn phòng và Thủ trưởng các đơn vị chịu trách nhiệm thi hành Quyết định này./.
`)
    assert.deepEqual(tasks, [])
    assert.ok(warnings.some((warning) => warning.code === 'no_tasks'))
  })
})

describe('doubts', () => {
  it('are reported with their place', () => {
    const text = `${HEAD}II. NHIỆM VỤ\n1. Xây dựng đề án số hóa.\n- Thời hạn hoàn thành: khoảng giữa kỳ.\n`
    const { tasks } = extract(readText(text, 'mau.txt'))
    assert.deepEqual(
      tasks[0]?.warnings.map((one) => one.code),
      ['deadline_unread', 'lead_missing'],
    )
    for (const { span } of tasks[0]?.warnings ?? []) assert.ok(span && text.slice(span.start, span.end).length > 5)
  })
  it('report a lead that is only inherited', () => {
    const { tasks } = of('II. NHIỆM VỤ\n1. Bộ Y tế:\na) Rà soát, cập nhật danh mục thuốc.\n')
    assert.ok(tasks[0]?.warnings.some((one) => one.code === 'lead_inherited'))
    assert.ok(tasks[0]?.parties.every((party) => party.inherited))
  })
})

describe('an oversized text', () => {
  it('is refused in bounded time', () => {
    const started = performance.now()
    assert.throws(
      () => extract(readText('- a\n'.repeat(1_000_000), 'x.txt')),
      (error: unknown) => error instanceof Unreadable && error.code === 'too_large',
    )
    assert.ok(performance.now() - started < 20_000)
  })
})

describe('what a column or label adds', () => {
  const of2 = (body: string) => of(`II. NHIỆM VỤ\n${body}`).tasks
  it('takes the number of a product, once', () => {
    const [task] = of2(
      '1. Sơn lại 02 cầu, sửa chữa 05 bến.\n- Đơn vị chủ trì: Phòng Hạ tầng.\n- Sản phẩm: 05 bến được sửa chữa; 100% cầu sạch gỉ.\n',
    )
    assert.deepEqual(
      task?.targets.map(({ value, unit }) => [value, unit]),
      [
        [5, 'bến'],
        [100, '%'],
      ],
    )
  })
  it('takes the deadline of the sentence where no label states one', () => {
    const [task] = of2('1. Lập danh sách bến đò, hoàn thành trước ngày 30/6/2026.\n- Đơn vị chủ trì: Phòng Hạ tầng.\n')
    assert.deepEqual(
      task?.deadlines.map((one) => one.dueOn),
      ['2026-06-30'],
    )
  })
  it('warns of a day that does not exist, with its place', () => {
    const text = `${HEAD}II. NHIỆM VỤ\n1. Lập danh sách bến đò.\n- Đơn vị chủ trì: Phòng Hạ tầng.\n- Thời hạn: Quý II/2026; 31/6/2026.\n`
    const [task] = extract(readText(text, 'mau.txt')).tasks
    const unread = task?.warnings.filter((one) => one.code === 'deadline_unread') ?? []
    assert.deepEqual(
      unread.map(({ span }) => span && text.slice(span.start, span.end)),
      ['31/6/2026'],
    )
    assert.equal(task?.deadlines[0]?.dueOn, '2026-06-30')
  })
})

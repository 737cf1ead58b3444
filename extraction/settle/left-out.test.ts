import assert from 'node:assert/strict'
import { it } from 'node:test'
import { extract } from '../extract.ts'
import { read } from '../read/read.ts'

const HEAD =
  '<p>ỦY BAN NHÂN DÂN TỈNH PHÚ SƠN</p><p>Số: 5/CT-UBND</p><p>Phú Sơn, ngày 17 tháng 9 năm 2025</p><p>CHỈ THỊ</p><p>Về bến đò (MẪU)</p>'

it('words struck out of a task are told on that task, others on the document', async () => {
  const html = `${HEAD}<p>Tình hình <s>rất xấu</s> còn khó khăn.</p><p>1. Sở Y tế kiểm tra bến đò trước ngày <s>30/9/2025</s> 15/10/2025.</p><p>2. Sở Xây dựng sửa bến đò.</p>`
  const { tasks, warnings } = extract(await read(new TextEncoder().encode(html), 'mau.html'))
  const struck = (list: typeof warnings) =>
    list.flatMap(({ code, values }) => (code === 'struck_text' ? [(values as { words: string }).words] : []))
  assert.deepEqual(
    tasks.map((task) => [task.ref, struck(task.warnings)]),
    [
      ['1', ['30/9/2025']],
      ['2', []],
    ],
  )
  assert.deepEqual(struck(warnings), ['rất xấu'])
})

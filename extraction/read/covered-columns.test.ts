import assert from 'node:assert/strict'
import { it } from 'node:test'
import { extract } from '../extract.ts'
import { readHtml } from './html.ts'

const leads = (rows: string): string[] =>
  extract(
    readHtml(
      `<p>KẾ HOẠCH</p><p>Dọn bờ kè (MẪU)</p><table><tr><th>TT<th>Nhiệm vụ<th>Cơ quan chủ trì<th>Thời hạn</tr>${rows}</table>`,
      'a.html',
    ),
  ).tasks.map((task) => task.lead.join('; '))

it('a row whose text covers the column of the agency names its own agency', () => {
  assert.deepEqual(
    leads(
      `<tr><td>1<td>Phát quang<td rowspan=2>Sở Xây dựng<td>30/9/2026</tr><tr><td>2<td>Sơn lan can<td>31/10/2026</tr>
       <tr><td>3<td colspan=2>Sở Y tế lập sổ theo dõi<td>30/11/2026</tr>`,
    ),
    ['Sở Xây dựng', 'Sở Xây dựng', 'Sở Y tế'],
  )
  assert.deepEqual(
    leads(
      `<tr><td>1<td>Cắt cỏ<td>Sở Nội vụ<td>30/9/2026</tr><tr><td>2<td colspan=2>Giao Công an tỉnh cấp biển số<td>31/10/2026</tr>
       <tr><td>3<td>Treo biển<td>Sở Tài chính<td>30/11/2026</tr>`,
    ),
    ['Sở Nội vụ', 'Công an tỉnh', 'Sở Tài chính'],
  )
  assert.deepEqual(
    leads(
      `<tr><td>1<td colspan=2>Ủy ban nhân dân xã Mẫu lập phương án dời bến đò<td>30/9/2026</tr><tr><td>2<td>Đặt phao<td>Sở Xây dựng<td>31/10/2026</tr>`,
    ),
    ['Ủy ban nhân dân xã Mẫu', 'Sở Xây dựng'],
  )
})

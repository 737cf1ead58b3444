import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readText } from '../read/text.ts'
import { activitiesIn } from './activities.ts'

const brief = (text: string, issuedOn: string | null = null): string[] =>
  activitiesIn(readText(text, 'ke-hoach.txt'), issuedOn).map(
    ({ title, doneBy, deadlines }) =>
      `${deadlines.map(({ kind, dueOn, recurs, strict }) => [kind, dueOn, recurs, strict ? 'strict' : null].filter(Boolean).join(' ')).join('; ')} | ${doneBy ?? '–'} | ${title}`,
  )

describe('the activities of a plan', () => {
  it('reads months, quarters, days, rounds and what is done all the time', () => {
    assert.deepEqual(
      brief(
        [
          'Mục tiêu của Kế hoạch là giúp Thủ tướng đôn đốc các bộ.',
          'Phó Thủ tướng đã ký Quyết định số 62/QĐ-MẪU ban hành Kế hoạch hoạt động 4 tháng cuối năm 2023.',
          'Trong 4 tháng cuối năm 2023, từng thành viên Tổ công tác, cơ quan thường trực sẽ thường xuyên trực tiếp chỉ đạo các bộ.',
          'Trong quý IV/2023, Tổ công tác sẽ tổ chức đối thoại với doanh nghiệp.',
          'Cơ quan thường trực sẽ thường xuyên tiếp nhận phản ánh, kiến nghị. Hằng tháng hoặc đột xuất báo cáo Tổ trưởng xem xét.',
          'Trong tháng 10/2023, sẽ tổ chức Hội nghị trực tuyến theo Quyết định số 468/QĐ-TTg ngày 27/3/2021.',
          'Trước ngày 15/12/2023, sẽ báo cáo Thủ tướng Chính phủ về kết quả. Đồng thời, tháng 12/2023, sẽ xây dựng Kế hoạch năm 2024…',
          'Trước đó, ngày 6/8/2023, Thủ tướng đã ký Quyết định số 932/QĐ-MẪU thành lập Tổ công tác.',
        ].join('\n'),
      ),
      [
        'standing | từng thành viên Tổ công tác, cơ quan thường trực | Thường xuyên trực tiếp chỉ đạo các bộ',
        'quarter 2023-12-31 | Tổ công tác | Tổ chức đối thoại với doanh nghiệp',
        'standing | Cơ quan thường trực | Thường xuyên tiếp nhận phản ánh, kiến nghị',
        'standing monthly | Cơ quan thường trực | Báo cáo Tổ trưởng xem xét',
        'month 2023-10-31 | – | Tổ chức Hội nghị trực tuyến theo Quyết định số 468/QĐ-TTg ngày 27/3/2021',
        'date 2023-12-15 strict | – | Báo cáo Thủ tướng Chính phủ về kết quả',
        'month 2023-12-31 | – | Xây dựng Kế hoạch năm 2024',
      ],
    )
  })

  it('finds none in what is past, and none in what has no time', () => {
    assert.deepEqual(brief('Ngày 6/8/2023, Thủ tướng đã ký Quyết định thành lập Tổ công tác.'), [])
    assert.deepEqual(brief('Tổ công tác sẽ nâng cao trách nhiệm của từng thành viên.'), [])
    assert.deepEqual(brief(''), [])
  })

  it('reads lines that begin with their month', () => {
    assert.deepEqual(brief('Tháng 11/2023: tổ chức phiên họp chuyên đề.\nQuý I/2024: báo cáo kết quả năm 2023.'), [
      'month 2023-11-30 | – | Tổ chức phiên họp chuyên đề',
      'quarter 2024-03-31 | – | Báo cáo kết quả năm 2023',
    ])
  })
})

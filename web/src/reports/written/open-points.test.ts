import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPoints } from './open-points.ts'

test('what is to be done is said in the reader’s language, by its code where there is no sentence', () => {
  const text = {
    open: ['5 số liệu đã thay đổi: Đã giao 4 → 5.', 'Kỳ này chưa có dữ liệu.', 'Câu khác.'],
    openEn: [
      { code: 'report.figures_moved', en: '5 figures changed: Assigned 4 → 5.' },
      { code: 'report.no_data', en: null },
      { code: 'report.other', en: null },
    ],
  }
  const words = (key: string) => (key === 'fieldErrors.report_no_data' ? 'There are no data yet.' : undefined)
  assert.deepEqual(openPoints(text, 'vi', words), text.open)
  assert.deepEqual(openPoints(text, 'en', words), [
    '5 figures changed: Assigned 4 → 5.',
    'There are no data yet.',
    'Câu khác.',
  ])
})

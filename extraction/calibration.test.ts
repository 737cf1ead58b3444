import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calibrationOf, type Judged, judge, type Labels } from './calibration.ts'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'

const TEXT = `ỦY BAN NHÂN DÂN TỈNH LÀO CAI
Số: 12/KH-UBND
Lào Cai, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Dọn bờ kè (MẪU)

I. NHIỆM VỤ
1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính phát quang bờ kè dọc sông, hoàn thành trước ngày 30/6/2026.
2. Sở Y tế tổ chức tập huấn cứu đuối cho ít nhất 40 người lái đò, hoàn thành trong quý III năm 2026.
`
const LABELS: Labels = {
  document: { number: '12/KH-UBND', type: 'Kế hoạch', issuer: 'Ủy ban nhân dân tỉnh Lào Cai', issuedOn: '2026-03-05' },
  tasks: [
    {
      ref: '1',
      title: 'Phát quang bờ kè dọc sông',
      lead: ['Sở Xây dựng'],
      coordinating: ['Sở Tài chính'],
      deadlines: [{ kind: 'date', dueOn: '2026-06-30' }],
    },
    {
      ref: '2',
      title: 'Tổ chức tập huấn cứu đuối cho ít nhất 40 người lái đò',
      lead: ['Sở Y tế'],
      coordinating: [],
      deadlines: [{ kind: 'quarter', dueOn: '2026-09-30' }],
      targets: [{ value: 40, comparator: '>=' }],
    },
  ],
}
const judged = (labels: Labels): string =>
  judge(extract(readText(TEXT, 'x.txt')), labels)
    .map(({ field, isRight }) => `${field} ${isRight ? 'right' : 'wrong'}`)
    .sort()
    .join(', ')
const changed = (change: (labels: Labels) => void): Labels => {
  const labels = structuredClone(LABELS)
  change(labels)
  return labels
}

describe('values judged by labels', () => {
  it('agrees with equal labels in every field', () => {
    assert.doesNotMatch(judged(LABELS), /wrong/)
    assert.match(judged(LABELS), /coordinating right, deadline right, deadline right, document right/)
  })
  it('finds each wrong value', () => {
    const lead = changed(({ tasks }) => (tasks[0]!.lead = ['Sở Nội vụ']))
    const due = changed(({ tasks }) => (tasks[1]!.deadlines = [{ kind: 'quarter', dueOn: '2026-12-31' }]))
    const number = changed(({ document }) => (document.number = '13/KH-UBND'))
    const missing = changed(({ tasks }) => tasks.pop())
    for (const [labels, wrong] of [
      [lead, /lead right, lead wrong/],
      [due, /deadline right, deadline wrong/],
      [number, /document wrong/],
      [missing, /task right, task wrong/],
    ] as const) {
      assert.match(judged(labels), wrong)
      assert.equal(judged(labels).match(/wrong/g)?.length, 1)
    }
  })
  it('judges no field that cannot be judged, and accepts what is open', () => {
    const open = changed((labels) => {
      labels.tasks[0]!.lead = []
      labels.unscored = ['tasks[1].lead', 'document.number']
      labels.document.number = 'mờ'
      labels.optionalTasks = [labels.tasks.pop()!]
    })
    assert.doesNotMatch(judged(open), /wrong/)
    const named = changed((labels) => {
      labels.tasks[0]!.lead = ['Sở Xây dưng']
      labels.unitCorrections = { 'Sở Xây dưng': 'Sở Xây dựng' }
      labels.tasks[1]!.lead = ['Ngành y tế']
      labels.tasks[1]!.alsoLead = ['Sở Y tế']
    })
    assert.doesNotMatch(judged(named), /wrong/)
  })
})

it('counts by field and by band of confidence, each value once', () => {
  const given: Judged[] = [0.95, 0.9, 0.89, 0.7, 0.2].map((confidence, at) => ({
    field: 'lead',
    confidence,
    isRight: at % 2 === 0,
  }))
  const lead = calibrationOf(given).filter(({ field }) => field === 'lead')
  assert.deepEqual(
    lead.map(({ from, given: all, right }) => [from, all, right]),
    [
      [0.9, 2, 1],
      [0.7, 2, 1],
      [0, 1, 1],
    ],
  )
  assert.equal(
    calibrationOf(given).reduce((sum, one) => sum + one.given, 0),
    given.length,
  )
})

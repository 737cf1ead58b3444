import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Conflict } from '../platform/errors.ts'
import { columnsIn, kindOf, partsOf, readAnnex, readLevel } from './columns.ts'
import { balances, debtFlow, debtSpans, type ItemFact, overThrough, standingOf, versionOn, versionsOf } from './debt.ts'
import { dueDayOf, dueOnDay, readTerm, type WorkingRule } from './due-day.ts'
import { ITEM_STATES, type ItemStep, isSent, move, next } from './item-progress.ts'
import { promiseOf } from './recovery.ts'

const RULES: WorkingRule[] = [
  {
    id: 1,
    from: '2022-06-18',
    to: '2026-05-29',
    method: 'endOfMonth',
    day: null,
    isStrict: false,
    words: 'trong tháng',
    instrument: '39/2022/NĐ-CP',
    article: '18',
  },
  {
    id: 2,
    from: '2026-05-29',
    to: null,
    method: 'beforeDay',
    day: 20,
    isStrict: true,
    words: 'trước ngày 20',
    instrument: '191/2026/NĐ-CP',
    article: '20.2',
  },
]

test('the last day is by the regulation in force on the first day of the month', () => {
  const dueOf = (month: string) => dueDayOf(RULES, month)?.dueOn
  assert.equal(dueOf('2024-02-01'), '2024-02-29')
  // 191/2026 began on 29 May: May still ends on the 31st.
  assert.equal(dueOf('2026-05-01'), '2026-05-31')
  assert.equal(dueOf('2026-06-01'), '2026-06-19')
  const lenient = RULES.map((rule) => ({ ...rule, isStrict: false }))
  assert.equal(dueDayOf(lenient, '2026-06-01')?.dueOn, '2026-06-20')
  assert.deepEqual(dueDayOf(RULES, '2026-06-01'), {
    dueOn: '2026-06-19',
    month: '2026-06-01',
    words: 'Tháng 6/2026: trước ngày 20 (191/2026/NĐ-CP, Điều 20.2)',
    isStrict: true,
    ruleId: 2,
  })
  assert.equal(dueDayOf(RULES, '2000-01-01'), undefined)
  assert.deepEqual(dueOnDay('2021-03-15').month, '2021-03-01')
})

test('a term is read as offices print it', () => {
  const month = (value: string) => ({ month: value, day: null })
  const day = (value: string) => ({ month: null, day: value })
  for (const [printed, expected] of [
    ['Tháng 3', month('2021-03-01')],
    ['tháng 12/2020', month('2020-12-01')],
    ['Tháng 3 năm 2022', month('2022-03-01')],
    ['3/2021', month('2021-03-01')],
    ['10', month('2021-10-01')],
    ['T6/2022', month('2022-06-01')],
    ['tháng năm', month('2021-05-01')],
    ['Tháng mười một năm 2021', month('2021-11-01')],
    ['Quý I', month('2021-03-01')],
    ['Quý IV/2021', month('2021-12-01')],
    ['15/3/2021', day('2021-03-15')],
    ['trước ngày 15/3', day('2021-03-14')],
    ['trước hết ngày 15/3', day('2021-03-15')],
    ['trước ngày 1/3/2021', day('2021-02-28')],
    ['trước tháng 3', undefined],
    ['trước quý II', undefined],
    ['ngày 15 tháng 3 năm 2021', day('2021-03-15')],
    ['trước 30 tháng 11', day('2021-11-29')],
    ['Trình trong tháng 4', month('2021-04-01')],
    ['Trước ngày 20/12/2021.', day('2021-12-19')],
    ['Quý II năm 2021', month('2021-06-01')],
    ['Tháng 3, tháng 9', undefined],
    ['Tháng 9 - 10/2021', undefined],
    ['Quý I và quý III', undefined],
    ['15/3 và 15/9', undefined],
    ['Tháng 13', undefined],
    ['31/02/2021', undefined],
    ['sớm', undefined],
    ['', undefined],
  ] as const) {
    assert.deepEqual(readTerm(printed, 2021), expected, printed)
  }
})

test('each step leads from the states it should and from no other', () => {
  assert.equal(move('planned', 'submit'), 'submitted')
  assert.equal(move('returned', 'submit'), 'submitted')
  assert.equal(move('submitted', 'returnFile'), 'returned')
  assert.equal(move('complete', 'sign'), 'signed')
  for (const step of ['submit', 'complete', 'stop', 'postpone', 'sign'] as ItemStep[]) {
    for (const state of ['issued', 'stopped'] as const) assert.equal(next(state, step), undefined)
  }
  // What was submitted is not postponed: its debt has ended.
  assert.throws(
    () => move('submitted', 'postpone'),
    (error) => error instanceof Conflict && error.code === 'programme.wrong_state',
  )
  for (const state of ITEM_STATES)
    assert.equal(isSent(state), !['registered', 'planned', 'returned', 'stopped'].includes(state))
})

const at = (day: string, n = 3) => `${day}T0${n}:00:00Z`
const fact = (effectiveOn: string, what: object, recordedAt = at(effectiveOn)): ItemFact =>
  ({
    effectiveOn,
    recordedAt,
    ...('state' in what ? { dimension: 'state' } : { dimension: 'due' }),
    ...what,
  }) as ItemFact
const LIFE: ItemFact[] = [
  fact('2021-01-05', { state: 'planned' }),
  fact('2021-01-05', { day: '2021-02-28' }),
  fact('2021-03-10', { state: 'submitted' }),
  fact('2021-03-12', { state: 'returned' }),
  fact('2021-03-20', { day: '2021-04-30' }),
  fact('2021-05-04', { state: 'submitted' }),
]

test('a returned file is no submission from the return on; the first due day stays', () => {
  const versions = versionsOf(LIFE, '9999')
  const standing = (day: string) => standingOf(versionOn(versions, day)!, day)
  assert.deepEqual(
    [
      '2021-02-27',
      '2021-02-28',
      '2021-03-09',
      '2021-03-10',
      '2021-03-12',
      '2021-03-19',
      '2021-03-20',
      '2021-04-30',
      '2021-05-04',
    ].map(standing),
    ['inTerm', 'owed', 'owed', 'submitted', 'owed', 'owed', 'inTerm', 'owed', 'submitted'],
  )
  assert.deepEqual(versions.at(-1), {
    from: '2021-05-04',
    to: null,
    state: 'submitted',
    dueOn: '2021-04-30',
    firstDueOn: '2021-02-28',
    moves: 1,
    submittedOn: '2021-05-04',
  })
  assert.deepEqual(debtSpans(versions), [
    { from: '2021-02-28', to: '2021-03-10', began: 'passed', ended: 'submitted' },
    { from: '2021-03-12', to: '2021-03-20', began: 'returned', ended: 'moved' },
    { from: '2021-04-30', to: '2021-05-04', began: 'passed', ended: 'submitted' },
  ])
  const march = debtFlow(debtSpans(versions), '2021-03-01', '2021-03-31')
  assert.deepEqual(march, { owedAtStart: 1, newlyOwed: 1, cleared: 2, moved: 1, stopped: 0, owedAtEnd: 0 })
  assert.ok(balances(march))
})

test('what is recorded later changes nothing that was known before; a day that is not over makes no debtor', () => {
  const late = [...LIFE.slice(0, 2), fact('2021-02-25', { state: 'submitted' }, at('2021-03-05'))]
  const on = (knownAt: string) => standingOf(versionOn(versionsOf(late, knownAt), '2021-02-28')!, '2021-02-28')
  assert.deepEqual([on(at('2021-03-02')), on(at('2021-03-05'))], ['owed', 'submitted'])
  assert.deepEqual(
    [overThrough('2021-02-28', '2021-03-02'), overThrough('2021-02-28', '2021-02-28')],
    ['2021-02-28', '2021-02-27'],
  )
})

test('promises kept, broken and replaced; a promise that passed stays broken, whatever was promised since', () => {
  const owed = { submittedOn: null, isGone: false, promisedBy: '2021-03-10', isReplaced: false }
  assert.equal(promiseOf({ ...owed, submittedOn: '2021-03-08' }, '2021-03-31'), 'kept')
  assert.equal(promiseOf({ ...owed, submittedOn: '2021-03-12' }, '2021-03-31'), 'broken')
  assert.equal(promiseOf({ ...owed, isGone: true }, '2021-03-31'), null)
  assert.deepEqual(
    [promiseOf(owed, '2021-03-09'), promiseOf({ ...owed, isReplaced: true }, '2021-03-09')],
    ['waiting', 'replaced'],
  )
  assert.deepEqual([promiseOf({ ...owed, isReplaced: true }, '2021-03-10')], ['broken'])
})

const row = (at: number, ...cells: string[]) => ({ at: `dòng ${at}`, cells })

test('an annex is read by its heads, headings between rows included', () => {
  const annex = readAnnex([
    row(1, 'DANH MỤC ĐỀ ÁN', 'DANH MỤC ĐỀ ÁN', 'DANH MỤC ĐỀ ÁN', 'DANH MỤC ĐỀ ÁN', 'DANH MỤC ĐỀ ÁN'),
    row(2, 'TT', 'Tên đề án', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn trình'),
    row(3, '(1)', '(2)', '(3)', '(4)', '(5)'),
    row(4, 'A', 'TRÌNH CHÍNH PHỦ', '', '', ''),
    row(5, '1', 'Nghị định về  phí (MẪU)', 'Bộ Tài chính', 'Bộ Tư pháp;\nBộ Công Thương', 'Tháng 2'),
    row(6, 'B', 'TRÌNH THỦ TƯỚNG CHÍNH PHỦ', '', '', ''),
    row(7, '2', 'Đề án phát triển (MẪU)', 'Bộ Y tế', '', 'Tháng 3'),
  ])
  assert.deepEqual(annex.missing, [])
  assert.deepEqual(
    annex.rows.map(({ at: place, name, lead, coordinating, level, term }) => [
      place,
      name,
      lead,
      coordinating,
      readLevel(level),
      term,
    ]),
    [
      ['dòng 5', 'Nghị định về phí (MẪU)', 'Bộ Tài chính', ['Bộ Tư pháp', 'Bộ Công Thương'], 'government', 'Tháng 2'],
      ['dòng 7', 'Đề án phát triển (MẪU)', 'Bộ Y tế', [], 'primeMinister', 'Tháng 3'],
    ],
  )
  assert.deepEqual(
    [kindOf('Nghị định về phí'), kindOf('Dự án Luật Đất đai (sửa đổi)'), kindOf('Rà soát quy định')],
    ['decree', 'law', 'scheme'],
  )
})

test('a numbered heading that stands before the heads is of the rows below, the title of the whole is not', () => {
  const heads = row(3, 'TT', 'Tên đề án', 'Cơ quan chủ trì', 'Thời hạn trình')
  const rows = [
    row(4, '1', 'Nghị định về phí (MẪU)', 'Bộ Tài chính', 'Tháng 2'),
    row(5, 'B. TRÌNH THỦ TƯỚNG CHÍNH PHỦ'),
    row(6, '2', 'Đề án phát triển (MẪU)', 'Bộ Y tế', 'Tháng 3'),
  ]
  const levels = (...above: string[]) =>
    readAnnex([...above.map((words) => row(1, words)), heads, ...rows]).rows.map(({ level }) => readLevel(level))
  assert.deepEqual(levels('A. TRÌNH CHÍNH PHỦ'), ['government', 'primeMinister'])
  assert.deepEqual(levels('DANH MỤC ĐỀ ÁN TRÌNH CHÍNH PHỦ', 'Tháng 3 năm 2021'), [null, 'primeMinister'])
})

test('the same rows grouped by body, or by month, give the same entries', () => {
  const heads = ['TT', 'Tên đề án', 'Cấp trình', 'Tháng trình', 'Phó Thủ tướng phụ trách']
  const byBody = readAnnex([
    row(1, ...heads),
    row(2, 'I', 'BỘ TÀI CHÍNH', '', '', ''),
    row(3, '1', 'Đề án A', 'CP', '2', 'PTT 1'),
  ])
  assert.deepEqual(
    byBody.rows.map(({ lead, term, inCharge }) => [lead, term, inCharge]),
    [['BỘ TÀI CHÍNH', '2', 'PTT 1']],
  )
  const byMonth = readAnnex([
    row(1, 'TT', 'Tên đề án', 'Cơ quan chủ trì', 'Cấp trình'),
    row(2, 'THÁNG 2', '', '', ''),
    row(3, '1', 'Đề án A', 'Bộ Tài chính', 'CP'),
  ])
  assert.deepEqual(
    byMonth.rows.map(({ lead, term }) => [lead, term]),
    [['Bộ Tài chính', 'THÁNG 2']],
  )
})

test('a heading that is not understood ends the section before, and its rows stand under its own words', () => {
  const heads = ['TT', 'Tên đề án', 'Cấp trình', 'Thời hạn trình']
  let at = 1
  const bodies = [
    'Bộ Tài chính',
    'Tòa án nhân dân tối cao',
    'UBND thành phố Hà Nội',
    'Các cơ quan khác',
    'Trung ương Đoàn TNCS Hồ Chí Minh',
  ]
  const annex = readAnnex([
    row(at, ...heads),
    ...bodies.flatMap((body, place) => [
      row(++at, ['I', 'II', 'III', 'IV', 'V'][place]!, body, '', ''),
      row(++at, `${place + 1}`, `Đề án ${place + 1}`, 'CP', 'Tháng 3'),
    ]),
  ])
  assert.deepEqual(
    annex.rows.map(({ lead }) => lead),
    bodies,
  )
  const sections = (...lines: [string, string?][]) =>
    readAnnex([
      row(1, ...heads),
      ...lines.map(([name, term], place) =>
        term === undefined ? row(place + 2, name, name, name, name) : row(place + 2, `${place}`, name, '', term),
      ),
    ]).rows.map(({ name, lead, level, term }) => [name, lead, readLevel(level), term])
  // A level, a body and a month end what was said within them.
  assert.deepEqual(
    sections(
      ['A. CÁC ĐỀ ÁN TRÌNH CHÍNH PHỦ'],
      ['I. Bộ Tài chính'],
      ['Đề án 1', 'Tháng 3'],
      ['II. Hội Nông dân Việt Nam'],
      ['Đề án 2', 'Tháng 3'],
      ['B. CÁC ĐỀ ÁN TRÌNH BỘ CHÍNH TRỊ, BAN BÍ THƯ'],
      ['Đề án 3', 'Tháng 3'],
      ['I. Bộ Y tế'],
      ['Đề án 4', 'Tháng 3'],
    ),
    [
      ['Đề án 1', 'Bộ Tài chính', 'government', 'Tháng 3'],
      ['Đề án 2', 'Hội Nông dân Việt Nam', 'government', 'Tháng 3'],
      ['Đề án 3', '', null, 'Tháng 3'],
      ['Đề án 4', 'Bộ Y tế', null, 'Tháng 3'],
    ],
  )
  assert.deepEqual(sections(['Bộ Tài chính'], ['I. THÁNG 12'], ['Đề án 1', ''], ['II. QUÝ NÀO ĐÓ'], ['Đề án 2', '']), [
    ['Đề án 1', 'Bộ Tài chính', null, 'THÁNG 12'],
    ['Đề án 2', 'Bộ Tài chính', null, 'QUÝ NÀO ĐÓ'],
  ])
})

test('a column that is missing is named, and then there are no rows', () => {
  const annex = readAnnex([row(1, 'TT', 'Tên đề án', 'Thời hạn'), row(2, '1', 'Đề án A', 'Tháng 2')])
  assert.deepEqual([annex.missing, annex.rows], [['lead'], []])
  assert.deepEqual(readAnnex([]).missing, ['name', 'lead', 'term'])
  assert.deepEqual(columnsIn(['STT', 'Đề án', 'Chủ trì', 'Phối hợp', 'Cấp trình', 'Thời gian trình', 'Ghi chú']), {
    ordinal: 0,
    name: 1,
    lead: 2,
    coordinating: 3,
    level: 4,
    term: 5,
    note: 6,
  })
  assert.deepEqual(partsOf('- Bộ Tư pháp\n- Văn phòng Chính phủ, Bộ Y tế'), [
    'Bộ Tư pháp',
    'Văn phòng Chính phủ',
    'Bộ Y tế',
  ])
})

test('what was annulled never was, as known from the annulment on', () => {
  const wrong = { ...fact('2021-02-25', { state: 'submitted' }, at('2021-02-25')), annulledAt: at('2021-03-05') }
  const facts = [...LIFE.slice(0, 2), wrong]
  const on = (knownAt: string) => standingOf(versionOn(versionsOf(facts, knownAt), '2021-03-01')!, '2021-03-01')
  assert.deepEqual([on(at('2021-03-04')), on(at('2021-03-05'))], ['submitted', 'owed'])
  assert.deepEqual(debtSpans(versionsOf(facts, '9999')), [
    { from: '2021-02-28', to: null, began: 'passed', ended: null },
  ])
})

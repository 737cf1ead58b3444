import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureDocument } from '../platform/figure.ts'
import { headTitleOf } from '../registry/index.ts'
import { FIELDS, figuresIn, type KnownFigures, parseText } from './bound-text.ts'
import { type ComputedFigure, type Figures, knownFigures } from './compute.ts'
import { draftsDue, nextDue, type Regime } from './draft-schedule.ts'
import { daysOf, noDays, type ReportScope } from './figure-ask.ts'
import { movedBetween, namesOf, valueInEnglish } from './figure-change.ts'
import { checkGoal, groundOf, requiredWords } from './goal.ts'
import { periodBefore, periodOf, periodWith } from './period.ts'
import { checkPublished } from './published-check.ts'
import { groundless, isDraftOf, suggest } from './recommend-text.ts'
import { brokenTexts } from './section.ts'
import { STANDARD_TEMPLATES } from './standard-templates.ts'
import { NONE, neededRefsOf, runsOf } from './text-view.ts'

const NAMES = ['tasks.assigned', 'tasks.openOverdue', 'tasks.overdueShare']
const KNOWN: KnownFigures = { has: (name) => NAMES.includes(name), names: NAMES, awaited: new Set(['programme']) }

test('a text is read into words, fields and figures in one spelling', () => {
  const { segments, errors } = parseText(
    'Trong {{period}} có {{ tasks.assigned ;rounding=round1; from=year;asOf=end}} nhiệm vụ.',
    KNOWN,
  )
  assert.deepEqual(errors, [])
  assert.deepEqual(segments, [
    { text: 'Trong ' },
    { field: 'period' },
    { text: ' có ' },
    {
      figure: true,
      ref: 'tasks.assigned; from=year; rounding=round1',
      name: 'tasks.assigned',
      params: { rounding: 'round1', from: 'year', asOf: 'end' },
    },
    { text: ' nhiệm vụ.' },
  ])
})

for (const [text, code, says] of [
  ['có {{tasks.asigned}}', 'report.figure_unknown', 'Có phải “tasks.assigned”?'],
  ['có {{weather.rain}}', 'report.figure_unknown', 'Hãy chọn lại trong danh mục'],
  ['trong {{thang}}', 'report.field_unknown', 'Các trường có thể dùng: period'],
  ['trong {{month; x=1}}', 'report.field_unknown', 'không có tham số'],
  ['có {{}}', 'report.reference', 'chưa có tên'],
  ['có {{Tasks.x}}', 'report.reference', 'Tên có dạng'],
  ['có {{tasks.assigned', 'report.reference', 'không đi thành cặp'],
  ['có tasks.assigned}} nhiệm vụ', 'report.reference', 'không đi thành cặp'],
  ['có {{tasks.assigned; since=2020}}', 'report.parameter', 'Tham số có thể dùng: from'],
  ['có {{tasks.assigned; from=2020-13-01}}', 'report.parameter', 'Hãy ghi period, year'],
  ['có {{tasks.assigned; asOf=32}}', 'report.parameter', 'Hãy ghi end'],
  ['có {{tasks.assigned; rounding=up}}', 'report.parameter', 'truncate1'],
  ['có {{tasks.assigned; agency=bộ}}', 'report.parameter', 'mã số của cơ quan'],
  ['có {{tasks.assigned; from=year; from=year}}', 'report.parameter', 'ghi hai lần'],
  ['có [[ {{tasks.assigned}} nhiệm vụ', 'report.reference', 'không đi thành cặp'],
  ['có {{tasks.assigned}}]] nhiệm vụ', 'report.reference', 'không đi thành cặp'],
  ['có [[ {{tasks.assigned}}\n nhiệm vụ', 'report.reference', 'trong một dòng'],
  ['có [[ {{tasks.assigned}}\n a | b', 'report.reference', 'trong một dòng'],
  ['có [[ nhiều | {{tasks.assigned}}]] nhiệm vụ', 'report.reference', 'phải có số liệu'],
] as const) {
  test(`a text with an error says where and what to do: ${text}`, () => {
    const { errors } = parseText(`Dòng một\n${text}`, KNOWN)
    assert.equal(errors.length, 1)
    assert.deepEqual([errors[0]!.code, errors[0]!.line], [code, 2])
    assert.ok(errors[0]!.column > 1)
    assert.ok(errors[0]!.message.includes(says), errors[0]!.message)
  })
}

test('all errors of a text are named at once, and a figure of a room that is not joined yet is none', () => {
  const { errors, segments } = parseText('{{a}} {{programme.owed}} {{b.c}}', KNOWN)
  assert.equal(errors.length, 2)
  assert.ok(segments.some((one) => 'figure' in one && one.name === 'programme.owed'))
})

test('a clause is said where its figures have values, else what stands after the bar, else nothing', () => {
  const text =
    'Quá hạn {{tasks.openOverdue}}[[ (chiếm {{tasks.overdueShare}}, {{programme.owed}} so với tháng trước)| (chiếm {{tasks.overdueShare}})]]; a | b.'
  const fields = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, name])) as Record<
    keyof typeof FIELDS,
    string
  >
  const said = (values: Record<string, string>) =>
    runsOf(text, (ref) => values[ref] ?? NONE, fields, KNOWN)
      .map((run) => run.text)
      .join('')
  const both = { 'tasks.openOverdue': '2', 'tasks.overdueShare': '40,0%' }
  assert.equal(
    said({ ...both, 'programme.owed': 'tăng 0,1 điểm' }),
    'Quá hạn 2 (chiếm 40,0%, tăng 0,1 điểm so với tháng trước); a | b.',
  )
  assert.equal(said(both), 'Quá hạn 2 (chiếm 40,0%); a | b.')
  assert.equal(said({ 'tasks.openOverdue': '2' }), 'Quá hạn 2; a | b.')
  const names = figuresIn(parseText(text, KNOWN).segments).map(({ name }) => name)
  assert.deepEqual(names, [...NAMES.slice(1), 'programme.owed'], 'every figure of a clause is named')
  assert.deepEqual(
    neededRefsOf([text], KNOWN).map(({ name }) => name),
    ['tasks.openOverdue'],
  )
})

test('periods of each sort: first and last day, name, and the one before', () => {
  const seen = (['month', 'quarter', 'half', 'year', 'day'] as const).map((sort) => {
    const period = periodWith(sort, '2021-02-10')
    return [period.text, period.first, period.last, period.label, periodBefore(period).text]
  })
  assert.deepEqual(seen, [
    ['2021-02', '2021-02-01', '2021-02-28', 'tháng 02 năm 2021', '2021-01'],
    ['2021-Q1', '2021-01-01', '2021-03-31', 'quý I năm 2021', '2020-Q4'],
    ['2021-H1', '2021-01-01', '2021-06-30', '6 tháng đầu năm 2021', '2020-H2'],
    ['2021', '2021-01-01', '2021-12-31', 'năm 2021', '2020'],
    ['2021-02-10', '2021-02-10', '2021-02-10', 'đến ngày 10/02/2021', '2021-01-31'],
  ])
  for (const [sort, text] of [
    ['month', '2021-13'],
    ['quarter', '2021-Q5'],
    ['day', '2021-02-30'],
    ['year', '21'],
  ] as const)
    assert.throws(() => periodOf(sort, text), /Hãy ghi theo dạng/)
})

const SCOPE: ReportScope = {
  period: periodOf('month', '2021-02'),
  from: '2020-01-01',
  asOf: '2021-02-28',
  knownOn: '2021-02-28',
  rounding: 'truncate1',
  agencyId: null,
  source: null,
  comparesAsReported: true,
  countsFrom: 'lastYear',
  knownBefore: null,
  computedBefore: null,
}
test('a figure is of the days of its report unless it says otherwise', () => {
  const of = (params: Parameters<typeof daysOf>[0], scope = SCOPE) => {
    const { from, asOf, knownOn } = daysOf(params, scope)
    return [from, asOf, knownOn]
  }
  assert.deepEqual(of({}), ['2020-01-01', '2021-02-28', '2021-02-28'])
  assert.deepEqual(of({ from: 'year' }), ['2021-01-01', '2021-02-28', '2021-02-28'])
  assert.deepEqual(of({ from: 'period' }), ['2021-02-01', '2021-02-28', '2021-02-28'])
  // What was reported then counts for an earlier day.
  assert.deepEqual(of({ asOf: 'before' }), ['2020-01-01', '2021-01-31', '2021-01-31'])
  assert.deepEqual(of({ asOf: 'before', from: 'period' }), ['2021-01-01', '2021-01-31', '2021-01-31'])
  assert.deepEqual(of({ asOf: 'lastYear' }), ['2019-01-01', '2020-02-29', '2020-02-29'])
  assert.deepEqual(of({ asOf: '24' }), ['2020-01-01', '2021-02-24', '2021-02-24'])
  assert.deepEqual(of({ asOf: '31' }), ['2020-01-01', '2021-02-28', '2021-02-28'])
  assert.deepEqual(of({ knownOn: 'now' }), ['2020-01-01', '2021-02-28', null])
  const asKnown = { ...SCOPE, comparesAsReported: false }
  assert.deepEqual(of({ asOf: 'before' }, { ...asKnown, knownOn: '2021-03-05' }), [
    '2020-01-01',
    '2021-01-31',
    '2021-03-05',
  ])
  assert.deepEqual(of({ asOf: 'before' }, { ...asKnown, knownOn: null }), ['2020-01-01', '2021-01-31', null])
  // A correction of a report that compared with what was reported: only its own figures are as known now.
  assert.deepEqual(of({ asOf: 'before' }, { ...SCOPE, knownOn: null }), ['2020-01-01', '2021-01-31', '2021-01-31'])
  assert.deepEqual(of({ asOf: '24' }, { ...SCOPE, knownOn: null }), ['2020-01-01', '2021-02-24', null])
})

for (const [sort, period, countsFrom, from, before] of [
  ['month', '2021-01', 'year', '2021-01-01', ['2020-01-01', '2020-12-31']],
  ['month', '2021-02', 'year', '2021-01-01', ['2021-01-01', '2021-01-31']],
  ['month', '2021-02', 'period', '2021-02-01', ['2021-01-01', '2021-01-31']],
  ['quarter', '2021-Q1', 'year', '2021-01-01', ['2020-01-01', '2020-12-31']],
  ['quarter', '2021-Q1', 'period', '2021-01-01', ['2020-10-01', '2020-12-31']],
  ['quarter', '2021-Q2', 'year', '2021-01-01', ['2021-01-01', '2021-03-31']],
  ['half', '2021-H1', 'year', '2021-01-01', ['2020-01-01', '2020-12-31']],
  ['year', '2021', 'year', '2021-01-01', ['2020-01-01', '2020-12-31']],
  ['year', '2021', 'lastYear', '2020-01-01', ['2020-01-01', '2020-12-31']],
] as const) {
  test(`the period before ${period}, counted from the ${countsFrom}, begins by the same rule`, () => {
    const of = periodOf(sort, period)
    const days = daysOf({ asOf: 'before' }, { ...SCOPE, period: of, from, asOf: of.last, countsFrom })
    assert.deepEqual([days.from, days.asOf], before)
    assert.equal(noDays(days, '2022-01-01'), null)
  })
}

test('days in which nothing can be are told, not counted', () => {
  const none = (params: Parameters<typeof daysOf>[0], scope = SCOPE) => noDays(daysOf(params, scope), '2021-03-02')
  assert.equal(none({}), null)
  assert.equal(none({ from: '2021-02-28' }), null)
  assert.equal(none({ from: '2021-03-05' }), 'ngày bắt đầu 05/03/2021 sau ngày chốt 28/02/2021')
  assert.equal(none({ asOf: '2027-01-01' }), 'ngày 01/01/2027 chưa đến')
  assert.equal(none({ knownOn: '2021-03-03' }), 'ngày 03/03/2021 chưa đến')
  // A start of one's own has no like in the period before.
  assert.match(none({ asOf: 'before' }, { ...SCOPE, from: '2021-02-10' })!, /sau ngày chốt 31\/01\/2021/)
})

test('a figure has moved when it prints otherwise', () => {
  const one = (ref: string, value: number | null, printed: string) => ({ ref, value, printed, missing: null })
  assert.deepEqual(
    movedBetween(
      [one('a', 343, '343'), one('b', 3.25, '3,2%'), one('c', null, '–'), one('gone', 1, '1')],
      [one('a', 340, '340'), one('b', 3.29, '3,2%'), one('c', 2, '2'), one('new', 1, '1')],
    ),
    [
      { ref: 'a', before: '343', after: '340', by: -3 },
      { ref: 'c', before: '–', after: '2', by: null },
    ],
  )
})

test('to a reader of English a value has English words, and its number as English writes it', () => {
  const printed = ['giảm 7,5 điểm phần trăm', 'tăng 0,3 điểm phần trăm', 'không thay đổi', '10.527', '3,2%', '…']
  assert.deepEqual(printed.map(valueInEnglish), [
    'down 7.5 percentage points',
    'up 0.3 percentage points',
    'unchanged',
    '10,527',
    '3.2%',
    '…',
  ])
})

test('figures of one name that moved are told apart by the days they count', () => {
  const day = (ref: string, from: string) => ({ ref, from, asOf: '2026-11-30' })
  const days = [day('a', '2026-01-01'), day('a; from=lastYear', '2025-01-01'), day('b', '2026-01-01')]
  const vi = namesOf(days, days, (ref) => (ref.startsWith('a') ? 'Đã giao' : 'Quá hạn'), 'vi')
  assert.deepEqual(
    days.map(({ ref }) => vi(ref)),
    ['Đã giao (từ 01/01/2026 đến 30/11/2026)', 'Đã giao (từ 01/01/2025 đến 30/11/2026)', 'Quá hạn'],
  )
  const one = [day('a', '2026-01-01'), day('a; agency=3', '2026-01-01')]
  const same = namesOf(one, one, () => 'Quá hạn', 'vi')
  assert.deepEqual(
    one.map(({ ref }) => same(ref)),
    ['Quá hạn', 'Quá hạn (của một cơ quan)'],
  )
  assert.equal(namesOf(days, days, () => 'Assigned', 'en')('b'), 'Assigned (01/01/2026 to 30/11/2026)')
})

test('texts that no longer read are named in both languages with their place, two of one section each by its own', () => {
  const section = { key: 'tasks', kind: 'text', heading: 'I. NHIỆM VỤ', settings: {} } as const
  const body = 'Trong {{thang}}\ncó {{tasks.assigned; since=2020}} việc'
  const other = { path: 'recommendations.own1', name: 'kiến nghị', nameEn: 'recommendation', text: 'Sửa {{thang' }
  const found = brokenTexts([{ ...section, body }], [other], KNOWN)
  assert.deepEqual(
    found.map(({ en }) => en),
    [
      'Section “I. NHIỆM VỤ”, line 1, column 7, {{thang}}: there is no such field. Choose one from the list.',
      'Section “I. NHIỆM VỤ”, line 2, column 4, {{tasks.assigned; since=2020}}: a parameter of the figure is wrong. Choose the figure anew from the list.',
      'Recommendation, line 1, column 5: this cannot be read. Choose the figure from the list, or remove the brackets.',
    ],
  )
  assert.deepEqual(
    found.map(({ path, message }) => [path, message.split(':')[0]]),
    [
      ['sections.tasks.body', 'Mục “I. NHIỆM VỤ”, dòng 1, cột 7'],
      ['sections.tasks.body', 'Mục “I. NHIỆM VỤ”, dòng 2, cột 4'],
      ['recommendations.own1', 'Kiến nghị, dòng 1, cột 5'],
    ],
  )
})

const REGIME: Regime = {
  regimeId: 1,
  kind: 'k',
  sort: 'month',
  validFrom: '2021-01-01',
  validTo: null,
  dayOfMonth: 31,
  months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  of: 'running',
}
test('a draft is due on the day its regime sets, on the last day of a shorter month, within its validity', () => {
  const due = (regime: Partial<Regime>, today: string) =>
    draftsDue([{ ...REGIME, ...regime }], today).map(({ period, dueOn }) => [period.text, dueOn])
  assert.deepEqual(due({}, '2021-02-27'), [['2021-01', '2021-01-31']])
  assert.deepEqual(due({}, '2021-02-28'), [
    ['2021-01', '2021-01-31'],
    ['2021-02', '2021-02-28'],
  ])
  assert.deepEqual(due({ of: 'before', dayOfMonth: 3 }, '2021-03-03'), [
    ['2021-01', '2021-02-03'],
    ['2021-02', '2021-03-03'],
  ])
  assert.deepEqual(due({ validTo: '2021-02-01' }, '2021-02-28'), [['2021-01', '2021-01-31']])
  assert.deepEqual(due({ sort: 'half', months: [6, 12], dayOfMonth: 15 }, '2021-06-20'), [['2021-H1', '2021-06-15']])
  assert.deepEqual(due({ sort: 'quarter', of: 'before', months: [1, 4, 7, 10], dayOfMonth: 5 }, '2021-04-05'), [
    ['2021-Q1', '2021-04-05'],
  ])
  assert.equal(nextDue({ ...REGIME, months: [6, 12], dayOfMonth: 15 }, '2021-06-16'), '2021-12-15')
  assert.equal(nextDue({ ...REGIME, validTo: '2021-02-01' }, '2021-02-02'), null)
})

for (const [year, counts, printed, rule] of [
  [2016, [10205, 6367, 5265, 1102, 3656, 182], '2,82%', null],
  [
    2017,
    [21914, 16051, 14068, 1983, 5640, 223],
    '1,38%',
    '100% trừ phần còn lại của quá hạn chưa hoàn thành / số đến hạn, cắt bớt 2 số lẻ',
  ],
  [2021, [10527, 6954, 6185, 769, 3230, 343], '3,2%', 'quá hạn chưa hoàn thành / tổng số giao, cắt bớt 1 số lẻ'],
] as const) {
  test(`the printed share of ${year} ${rule === null ? 'cannot be derived' : 'follows by a rule'}`, () => {
    const [assigned, done, doneOnTime, doneLate, openInTerm, openOverdue] = counts
    const check = checkPublished({ assigned, done, doneOnTime, doneLate, openInTerm, openOverdue }, printed)
    assert.equal(check.addsUp, true)
    assert.equal(check.derivation?.rule ?? null, rule, JSON.stringify(check.tried))
  })
}

test('what lacks to a target, and what a measurement rests on', () => {
  const goal = (comparator: string, value: number, measured: number | null, maxValue: number | null = null) =>
    checkGoal({ comparator, value, maxValue, unit: '%', measured })
  assert.deepEqual(goal('>=', 100, 87.5), { state: 'missed', gap: 12.5, isOver: false, words: 'thiếu 12,5%' })
  assert.equal(goal('>=', 80, 80).state, 'reached')
  assert.equal(goal('=', 80, 82).state, 'reached')
  assert.equal(goal('=', 80, 79).words, 'thiếu 1%')
  assert.deepEqual(goal('<=', 5, 7), { state: 'missed', gap: 2, isOver: true, words: 'vượt 2%' })
  assert.equal(goal('>', 80, 80).state, 'missed')
  assert.equal(goal('range', 10, 12, 15).state, 'reached')
  assert.equal(goal('range', 10, 16, 15).words, 'vượt 1%')
  assert.equal(goal('increase>=', 20, 15).words, 'thiếu 5%')
  assert.equal(goal('>=', 1, null).state, 'unmeasured')
  assert.deepEqual(
    [
      groundOf({ measured: null, evidence: 3, isConfirmed: true }),
      groundOf({ measured: 5, evidence: 0, isConfirmed: true }),
      groundOf({ measured: 5, evidence: 1, isConfirmed: false }),
      groundOf({ measured: 5, evidence: 1, isConfirmed: true }),
    ],
    ['none', 'claim', 'evidence', 'confirmed'],
  )
})

for (const [comparator, value, maxValue, unit, words] of [
  ['=', 100, null, '%', '100%'],
  ['range', 10, 15, '%', '10–15%'],
  ['increase>=', 20, null, '%', 'tăng ít nhất 20%'],
  ['<=', 3, null, 'ngày', 'không quá 3 ngày'],
] as const) {
  test(`a target of ${comparator} ${value} requires “${words}”`, () => {
    assert.equal(requiredWords({ comparator, value, maxValue, unit }), words)
  })
}

test('a recommendation is drafted from what the paper says: a rise behind the rounding is none', () => {
  const about = { agencyId: null, source: null, whose: 'office' as const, hasAgencies: true, resolutions: [] }
  const one = (ref: string, value: number, printed: string) =>
    ({ ref, name: ref, value, printed, missing: null, truncated: null, rows: null }) as ComputedFigure
  const rules = (points: ComputedFigure) =>
    suggest(about, new Map(), [points, one('tasks.overdueShare', 0.031, '3,1%')], []).map(({ rule }) => rule)
  assert.deepEqual(rules(one('tasks.overdueSharePoints', 0.0004, 'không thay đổi')), [])
  assert.deepEqual(rules(one('tasks.overdueSharePoints', 0.001, 'tăng 0,1 điểm phần trăm')), ['shareRose'])
  assert.deepEqual(rules(one('tasks.overdueSharePoints', -0.001, 'giảm 0,1 điểm phần trăm')), [])
})

test('a field with a parameter is refused by both names', () => {
  const { errors } = parseText('đến {{asOf; asOf=24}}', KNOWN)
  assert.deepEqual(
    errors.map(({ code, message }) => [code, message.split('.')[0]]),
    [['report.field_unknown', 'Trường “asOf” không có tham số, nên “asOf=24” không dùng được']],
  )
})

test('a sentence on plans is drafted for each resolution and judged by its own figures, whatever else becomes known', () => {
  const names = ['plansDueMinistries', 'plansIssuedMinistries', 'plansDueProvinces', 'plansIssuedProvinces']
  const figures = new Map(
    names.map((name) => [`programme.${name}`, { documents: async () => [] }]),
  ) as unknown as Figures
  const [one, two] = ['01', '02'].map((number) => ({
    source: `archive:${number}/NQ-CP`,
    name: `Nghị quyết số ${number}/NQ-CP`,
  }))
  const about = (...resolutions: FigureDocument[]) => ({
    agencyId: null,
    source: null,
    whose: 'office' as const,
    hasAgencies: true,
    resolutions,
  })
  // Of the first every plan is there; of the second none.
  const computed = [one, two].flatMap((document) =>
    names.map((name) => {
      const ref = `programme.${name}; from=year; source=${document!.source}`
      const value = name.startsWith('plansDue') || document === one ? 20 : 0
      return { ref, name: `programme.${name}`, value, printed: String(value), missing: null } as ComputedFigure
    }),
  )
  const known = { ...knownFigures(figures), has: () => true }
  const [drafted] = suggest(about(two!), figures, computed, [])
  assert.deepEqual(suggest(about(one!, two!), figures, computed, []), [drafted])
  const kept = { rule: drafted!.rule as string | null, body: drafted!.body }
  const gone = (taken: typeof kept, ...resolutions: FigureDocument[]) =>
    groundless([taken], about(...resolutions), figures, known, computed).length
  assert.deepEqual([gone(kept, two!), gone(kept, one!, two!), gone(kept, one!)], [0, 0, 1])
  // One drafted when they were named by their place is of the resolution that it names.
  const older = { ...kept, rule: 'plansOwed' }
  assert.deepEqual([gone(older, one!, two!), gone(older, one!)], [0, 1])
  // And one decided under that name is not drafted once more.
  const decided = (rule: string, body: string) => isDraftOf({ key: rule.replaceAll('/', '-'), body }, drafted!)
  const other = drafted!.body.replace('02/NQ-CP', '01/NQ-CP')
  assert.deepEqual(
    [decided(drafted!.rule, ''), decided('plansOwed', drafted!.body), decided('plansOwed2', drafted!.body)],
    [true, true, true],
  )
  assert.deepEqual([decided('plansOwed', other), decided('programmeNext', drafted!.body)], [false, false])
})

test('the reports say how many recommendations are unanswered, and how many of them are past their day', () => {
  const said = STANDARD_TEMPLATES.flatMap(({ sections }) => sections.map(({ body }) => body)).filter((body) =>
    body.includes('taskforce.'),
  )
  assert.equal(said.length, 3)
  for (const body of said)
    assert.match(
      body,
      /\{\{taskforce\.unanswered; from=year\}\} kiến nghị chưa trả lời \(quá hạn trả lời: \{\{taskforce\.waiting; from=year\}\}\)/,
    )
})

test('the head of an agency has the title that the agency gives them', () => {
  for (const [kind, name, title] of [
    ['ministry', 'Bộ Tài chính', 'Bộ trưởng'],
    ['province', 'Ủy ban nhân dân tỉnh Hà Giang', 'Chủ tịch'],
    ['ministerialAgency', 'Ngân hàng Nhà nước Việt Nam', 'Thống đốc'],
    ['ministerialAgency', 'Thanh tra Chính phủ', 'Tổng Thanh tra'],
    ['ministerialAgency', 'Văn phòng Chính phủ', 'Bộ trưởng, Chủ nhiệm'],
    ['governmentAgency', 'Đài Tiếng nói Việt Nam', 'Tổng Giám đốc'],
    ['other', 'Tập đoàn MẪU', null],
  ] as const)
    assert.equal(headTitleOf({ kind, name }), title, name)
})

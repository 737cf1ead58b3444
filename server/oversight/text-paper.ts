/** A report that is text with figures as an official document (Nghị định 30/2020/NĐ-CP), the same for every kind. */
import { formatDay, formatNumber } from '../platform/calendar.ts'
import {
  type Annex,
  type Column,
  type OfficialDocument,
  type Part,
  type Run,
  run,
} from '../platform/official-document/model.ts'
import { drawChart, STANDINGS } from './chart.ts'
import { lackShare } from './goal.ts'
import { goalWords } from './goal-words.ts'
import { paragraphHeight, roomFor, rowsThatFit } from './page-room.ts'
import type { Issue } from './paper.ts'
import type { ReportKind } from './report-kinds.ts'
import type { ChangedRow, FigureLine, ReportText, SectionView, TextRun } from './text-shapes.ts'

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** The document; `agencyName` heads an agency's own report. */
export function textPaper(
  text: ReportText,
  kind: ReportKind,
  issue: Issue,
  origin: string,
  agencyName: string | null,
): OfficialDocument {
  const rows = new Map(text.figures.map((one) => [one.ref, one.rows]))
  const linked = ({ text: words, ref }: TextRun): Run => {
    const address = ref === null ? null : (rows.get(ref) ?? null)
    return address === null ? run(words) : run(words, { href: origin + address })
  }
  const inBody = text.sections.filter(({ settings }) => !settings.isAnnex)
  const isOnePage = kind.kind === ONE_PAGE
  // A sheet with a heading and nothing below it is none: its list is said to be empty where the notes are.
  const annexed = text.sections.filter((section) => isAnnexed(section) && !isEmptyList(section))
  // What a correction changed comes before its fifty pages of lists.
  const corrected = correctionAnnex(text, annexed.length)
  const notes = [...notesOf(text), ...emptyNote(text.sections.filter((one) => isAnnexed(one) && isEmptyList(one)))]
  return {
    superiorAgency: kind.superior_agency,
    issuingAgency: kind.issuing_agency ?? agencyName ?? '',
    number: issue.number,
    notation: notationOf(kind),
    place: issue.place,
    issuedOn: issue.issuedOn,
    type: 'Báo cáo',
    subject: text.title,
    body: [
      ...correctionHead(text, corrected[0]?.label),
      ...(isOnePage
        ? onePage(inBody, text, linked, [...correctionHead(text, corrected[0]?.label), ...notes], issue.signature.title)
        : inBody.flatMap((section) => partsOf(section, text, linked))),
      ...notes,
    ],
    signature: issue.signature,
    recipients: text.recipients,
    annexes: [
      ...corrected,
      ...annexed.map(
        (section, place): Annex => ({
          label: annexLabel(place + corrected.length, annexed.length + corrected.length),
          title: (section.heading ?? '').toLocaleUpperCase('vi'),
          landscape: section.kind === 'tasks' || section.kind === 'goals',
          parts: partsOf({ ...section, heading: null }, text, linked),
        }),
      ),
    ],
    mark:
      [issue.number === null ? 'DỰ THẢO' : '', text.isSample ? 'SỐ LIỆU MẪU' : ''].filter(Boolean).join(' - ') || null,
  }
}

/** An agency's own report has the notation of its kind of paper alone. */
export const notationOf = ({ notation }: Pick<ReportKind, 'notation'>): string => notation ?? '/BC'
const annexLabel = (place: number, count: number) => (count === 1 ? 'Phụ lục' : `Phụ lục ${ROMAN[place] ?? place + 1}`)

/** The figures of a correction that differ from what was printed. */
export function changedFigures({ figures }: Pick<ReportText, 'figures'>): FigureLine[] {
  const changed = figures.filter(({ before, printed }) => before !== null && before !== printed)
  // Two references that mean the same are one line.
  const same = ({ about, vi, from, asOf, before, printed }: FigureLine) =>
    JSON.stringify([vi, about ?? null, from, asOf, before, printed])
  return [...new Map(changed.map((one) => [same(one), one])).values()]
}

/** What a changed figure is, so that it is told apart from others of its name. */
export const changedName = ({ vi, about, asOf }: FigureLine): string =>
  `${vi}${about ? ` – ${about}` : ''} (đến ${formatDay(asOf)})`

const isChanged = (text: ReportText) => changedFigures(text).length > 0 || (text.changedRows ?? []).length > 0

/** Of what changed, as much as a first page says. */
const NAMED_CHANGES = 5

/** Which report this mends, why, and what is changed; `list`: the annex with all of it. */
function correctionHead(text: ReportText, list: string | undefined): Part[] {
  const { corrects, edition } = text
  if (corrects === null) return []
  return [
    {
      kind: 'paragraph',
      runs: [
        run(
          `(Bản đính chính lần ${edition - 1}, thay thế Báo cáo số ${corrects.number ?? '…'}. Lý do: ${corrects.reason})`,
          { italic: true },
        ),
      ],
    },
    ...(list === undefined
      ? []
      : [{ kind: 'paragraph' as const, runs: [run(changesInWords(text, list), { italic: true })] }]),
  ]
}

function changesInWords(text: ReportText, list: string): string {
  const figures = changedFigures(text)
  const rows = (text.changedRows ?? []).length
  const named = figures.slice(0, NAMED_CHANGES).map((one) => `${changedName(one)}: ${one.before} → ${one.printed}`)
  const counted = [
    figures.length === 0 ? '' : `${formatNumber(figures.length)} số liệu`,
    rows === 0 ? '' : `${formatNumber(rows)} dòng của bảng, danh sách`,
  ].filter(Boolean)
  const some = named.length === 0 ? '' : `${figures.length > NAMED_CHANGES ? ', trong đó ' : ': '}${named.join('; ')}`
  return `Nội dung đính chính: ${counted.join(' và ')}${some}. Danh sách đầy đủ tại ${list}.`
}

function correctionAnnex(text: ReportText, others: number): Annex[] {
  const changed = changedFigures(text)
  const rows = text.changedRows ?? []
  if (text.corrects === null || !isChanged(text)) return []
  return [
    {
      label: annexLabel(0, others + 1),
      title: 'SỐ LIỆU ĐÍNH CHÍNH',
      landscape: false,
      parts: [
        ...(changed.length === 0 ? [] : [changedTable(text, changed)]),
        ...(rows.length === 0 ? [] : rowsChanged(text, rows)),
      ],
    },
  ]
}

function changedTable(text: ReportText, changed: readonly FigureLine[]): Part {
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 6, align: 'center' },
      { title: 'Số liệu', width: 40, align: 'left' },
      { title: `Báo cáo số ${text.corrects?.number ?? '…'}`, width: 14, align: 'right' },
      { title: 'Nay là', width: 14, align: 'right' },
      { title: 'Lý do', width: 26, align: 'left' },
    ],
    rows: changed.map((one, place) =>
      [String(place + 1), changedName(one), one.before ?? '', one.printed, one.why ?? text.corrects?.reason ?? ''].map(
        (words) => run(words),
      ),
    ),
  }
}

function rowsChanged(text: ReportText, rows: readonly ChangedRow[]): Part[] {
  return [
    { kind: 'heading', level: 2, text: 'Dòng của bảng, danh sách' },
    {
      kind: 'table',
      columns: [
        { title: 'TT', width: 6, align: 'center' },
        { title: 'Bảng', width: 18, align: 'left' },
        { title: 'Dòng', width: 28, align: 'left' },
        { title: `Báo cáo số ${text.corrects?.number ?? '…'}`, width: 24, align: 'left' },
        { title: 'Nay là', width: 24, align: 'left' },
      ],
      rows: rows.map(({ table, row, before, after }, place) =>
        [String(place + 1), table, row, before, after].map((words) => run(words)),
      ),
    },
  ]
}

const isAnnexed = ({ settings }: SectionView): boolean => settings.isAnnex === true
/** A list of tasks that has none. */
export const isEmptyList = ({ kind, data }: Pick<SectionView, 'kind' | 'data'>): boolean =>
  kind === 'tasks' && data?.tasks?.length === 0
function emptyNote(empty: readonly SectionView[]): Part[] {
  if (empty.length === 0) return []
  const lists = empty.map(({ heading }) => `“${(heading ?? 'Nhiệm vụ').toLocaleUpperCase('vi')}”`).join(', ')
  return [{ kind: 'paragraph', runs: [run(`Không có nhiệm vụ thuộc danh sách ${lists}.`, { italic: true })] }]
}

/** What the reader must know to read the shares. */
function notesOf({ asOf, knownOn, rounding, figures }: ReportText): Part[] {
  const truncated = [...new Set(figures.flatMap(({ truncated: words }) => words ?? []))]
  const hasShare = figures.some(({ printed }) => printed.endsWith('%'))
  const method = rounding.startsWith('truncate') ? 'cắt bớt, không làm tròn' : 'làm tròn'
  const decimals = rounding.slice(-1)
  const known =
    knownOn === null ? '' : knownOn === asOf ? '' : `, theo dữ liệu ghi nhận đến hết ngày ${formatDay(knownOn)}`
  return [
    {
      kind: 'paragraph',
      runs: [
        run(
          `Ghi chú: số liệu tính đến hết ngày ${formatDay(asOf)}${known}.${hasShare ? ` Tỷ lệ ${method} ở ${decimals} số lẻ.` : ''}${truncated.map((words) => ` ${words}`).join('')}`,
          { italic: true },
        ),
      ],
    },
  ]
}

/** The kind that promises to be one page: "Nghị quyết đang ở đâu". */
const ONE_PAGE = 'resolutionPage'

/** The sections on one page: charts are left to the screen and the picture, and of the targets there are as many as there is room for. */
function onePage(
  sections: readonly SectionView[],
  text: ReportText,
  linked: (one: TextRun) => Run,
  others: readonly Part[],
  signature: string,
): Part[] {
  const made = sections
    .filter(({ kind }) => kind !== 'chart')
    .map((section) => ({
      section,
      parts: partsOf(section.kind === 'goals' ? { ...section, data: null } : section, text, linked),
    }))
  const room = roomFor([...others, ...made.flatMap(({ parts }) => parts)], text, signature)
  return made.flatMap(({ section: { data }, parts }) => [
    ...parts,
    ...(data?.goals === undefined ? [] : data.goals.length === 0 ? [goalTable([])] : briefGoals(data.goals, room)),
  ])
}

function partsOf(section: SectionView, text: ReportText, linked: (one: TextRun) => Run): Part[] {
  const parts: Part[] = []
  if (section.heading !== null) parts.push({ kind: 'heading', level: 1, text: section.heading })
  for (const runs of section.paragraphs) parts.push({ kind: 'paragraph', runs: runs.map(linked) })
  const { data } = section
  if (section.kind === 'comparison') parts.push(comparisonTable(section))
  if (section.kind === 'recommendations') {
    const taken = text.recommendations.filter(({ state }) => state === 'taken')
    const waiting = text.recommendations.filter(({ state }) => state === 'suggested').length
    for (const [place, { runs }] of taken.entries())
      parts.push({ kind: 'paragraph', runs: [run(`${place + 1}. `), ...runs.map(linked)] })
    // A heading with nothing under it would look like a page that is lost.
    if (waiting > 0)
      parts.push({ kind: 'paragraph', runs: [run(`(Dự thảo: còn ${waiting} kiến nghị chưa chọn.)`, { italic: true })] })
    else if (taken.length === 0) parts.push({ kind: 'paragraph', runs: [run('Không có kiến nghị.')] })
  }
  if (data?.chart) {
    const drawn = drawChart(data.chart)
    if (drawn) parts.push(drawn)
  }
  if (data?.agencies) parts.push(agencyTable(data.agencies))
  if (data?.goals) parts.push(goalTable(data.goals))
  if (data?.tasks) {
    parts.push({
      kind: 'paragraph',
      runs: [
        run(`(Số liệu đến hết ngày ${formatDay(text.asOf)}: ${formatNumber(data.tasks.length)} nhiệm vụ)`, {
          italic: true,
        }),
      ],
    })
    if (data.tasks.length > 0) parts.push(taskTable(data.tasks, section.settings.which))
  }
  return parts
}

function comparisonTable({ compared }: SectionView): Part {
  return {
    kind: 'table',
    columns: [
      { title: 'Chỉ tiêu', width: 40, align: 'left' },
      { title: 'Kỳ này', width: 20, align: 'right' },
      { title: 'Kỳ trước', width: 20, align: 'right' },
      { title: 'Cùng kỳ năm trước', width: 20, align: 'right' },
    ],
    rows: compared.map(({ label, cells }) => [run(label), ...cells.map(({ printed }) => run(printed))]),
  }
}

function agencyTable(lines: NonNullable<NonNullable<SectionView['data']>['agencies']>): Part {
  const n = (value: number) => run(formatNumber(value))
  const sum = (of: 'assigned' | 'doneOnTime' | 'doneLate' | 'openInTerm' | 'openOverdue') =>
    n(lines.reduce((all, line) => all + line[of], 0))
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 6, align: 'center' },
      { title: 'Cơ quan', width: 33, align: 'left' },
      { title: 'Đã giao', width: 10, align: 'right' },
      { title: 'Hoàn thành đúng hạn', width: 11, align: 'right' },
      { title: 'Hoàn thành quá hạn', width: 11, align: 'right' },
      { title: 'Trong hạn', width: 10, align: 'right' },
      { title: 'Quá hạn', width: 10, align: 'right' },
      { title: 'Tỷ lệ quá hạn', width: 10, align: 'right' },
    ],
    rows: [
      ...lines.map((line, place) => [
        run(String(place + 1)),
        run(line.agencyName),
        n(line.assigned),
        n(line.doneOnTime),
        n(line.doneLate),
        n(line.openInTerm),
        n(line.openOverdue),
        run(line.overdueShare),
      ]),
      [
        run(''),
        run('Cộng theo cơ quan'),
        sum('assigned'),
        sum('doneOnTime'),
        sum('doneLate'),
        sum('openInTerm'),
        sum('openOverdue'),
        run(''),
      ],
    ],
    totals: [lines.length],
  }
}

/** Required, by when, measured, by whom, on what evidence, how far off. In points: a day stays on one line in its column. */
const GOALS = { size: 10, brief: 9 }

function goalTable(
  lines: NonNullable<NonNullable<SectionView['data']>['goals']>,
  size = GOALS.size,
  columns = GOAL_COLUMNS,
): Part {
  if (lines.length === 0) return { kind: 'paragraph', runs: [run('Văn bản không có chỉ tiêu bằng số.')] }
  return {
    kind: 'table',
    size,
    columns,
    rows: lines.map((line, place) => goalCells(line, place).map((words) => run(words))),
  }
}

const GOAL_COLUMNS: Column[] = [
  { title: 'TT', width: 6, align: 'center' },
  { title: 'Chỉ tiêu', width: 29, align: 'left' },
  { title: 'Yêu cầu', width: 12, align: 'left' },
  { title: 'Hạn', width: 13.5, align: 'center' },
  { title: 'Đạt được (ngày đo)', width: 15, align: 'left' },
  { title: 'Đơn vị chủ trì', width: 13, align: 'left' },
  { title: 'Minh chứng của nhiệm vụ', width: 13, align: 'left' },
  { title: 'Đánh giá', width: 12, align: 'left' },
]

/**
 * The same on one page. Each set of widths is as wide as the others, so that a day stays on one line in its column; which of the
 * four with words is wide depends on the words, and the set with room for the most rows is taken.
 */
const BRIEF_COLUMNS: Column[][] = [36, 30, 33, 39, 42, 45].flatMap((measure) =>
  [17, 13, 15, 19, 22].flatMap((agency) =>
    [15, 18].flatMap((measured) => {
      const papers = 80 - measure - agency - measured
      if (papers < 10 || papers > 16) return []
      const widths = [5, measure, 10, 12.5, measured, agency, papers, 12]
      return [GOAL_COLUMNS.map((column, place) => ({ ...column, width: widths[place]! }))]
    }),
  ),
)

type Goal = NonNullable<NonNullable<SectionView['data']>['goals']>[number]
function goalCells(line: Goal, place: number): string[] {
  const { measured, state } = goalWords(line)
  return [
    String(place + 1),
    line.measure,
    line.required,
    line.dueOn === null ? '' : formatDay(line.dueOn),
    line.measuredOn === null ? measured : `${measured} (${formatDay(line.measuredOn)})`,
    line.agency,
    PAPERS[line.ground],
    state,
  ]
}
/** Papers prove a task; which of its figures they speak of is not recorded. */
export const PAPERS: Record<Goal['ground'], string> = {
  none: '',
  claim: 'chưa có',
  evidence: 'có, chưa xác nhận',
  confirmed: 'đã xác nhận',
}

/** What comes first where there is no room for all: what is missed, then what nobody has measured. */
const ORDER: Record<Goal['state'], number> = { missed: 0, unmeasured: 1, reached: 2 }

/** The targets for which one page has room, what is furthest from its aim first, and what is left out in words. */
function briefGoals(goals: readonly Goal[], room: number): Part[] {
  const sorted = [...goals].sort(
    (a, b) =>
      ORDER[a.state] - ORDER[b.state] || lackShare(b) - lackShare(a) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'),
  )
  const count = (state: Goal['state'], of: readonly Goal[]) => of.filter((one) => one.state === state).length
  const said = (of: readonly Goal[]) =>
    [
      [count('missed', of), 'chưa đạt'],
      [count('unmeasured', of), 'chưa có số đo'],
      [count('reached', of), 'đạt'],
    ]
      .filter(([n]) => n !== 0)
      .map(([n, words]) => `${n} ${words}`)
      .join(', ')
  const cells = sorted.map((goal, place) => goalCells(goal, place))
  const note = (left: readonly Goal[]) =>
    `${goals.length} chỉ tiêu: ${said(goals)}.${left.length === 0 ? '' : ` Trang này không in ${left.length} chỉ tiêu (${said(left)}); danh sách đủ ở tệp XLSX của báo cáo này.`}`
  const fixed = paragraphHeight(note(goals))
  const [first = GOAL_COLUMNS, ...others] = BRIEF_COLUMNS
  let best = { columns: first, kept: rowsThatFit(first, cells, GOALS.brief, room - fixed) }
  for (const columns of others) {
    if (best.kept === cells.length) break
    const kept = rowsThatFit(columns, cells, GOALS.brief, room - fixed)
    if (kept > best.kept) best = { columns, kept }
  }
  const shown = sorted.slice(0, Math.max(1, best.kept))
  return [
    { kind: 'paragraph', runs: [run(note(sorted.slice(shown.length)))] },
    goalTable(shown, GOALS.brief, best.columns),
  ]
}

function taskTable(
  lines: NonNullable<NonNullable<SectionView['data']>['tasks']>,
  which: SectionView['settings']['which'],
): Part {
  const isAll = which === 'all'
  // What falls due next month is in term, all of it.
  const hasStanding = which !== 'dueNextMonth'
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 5, align: 'center' },
      { title: 'Mã', width: 15, align: 'left' },
      { title: 'Nhiệm vụ', width: 38, align: 'left' },
      { title: 'Cơ quan chủ trì', width: 19, align: 'left' },
      { title: 'Văn bản giao', width: 17, align: 'left' },
      { title: 'Thời hạn', width: 11, align: 'center' },
      ...(hasStanding
        ? [
            {
              title: isAll ? 'Tình trạng' : 'Số ngày quá hạn',
              width: 10,
              align: isAll ? ('left' as const) : ('right' as const),
            },
          ]
        : []),
    ],
    rows: lines.map((line, place) =>
      [
        String(place + 1),
        line.code,
        line.title,
        line.agency,
        line.source,
        line.dueOn === null ? '' : formatDay(line.dueOn),
        ...(hasStanding
          ? [
              isAll
                ? (STANDINGS[line.standing] ?? line.standing)
                : line.daysLate === null
                  ? ''
                  : formatNumber(line.daysLate),
            ]
          : []),
      ].map((words) => run(words)),
    ),
  }
}

import type { SampleAgency } from './agencies.ts'
import { daysFor, isPressed } from './course.ts'
import { isoOf } from './days.ts'
import type { Frame } from './frame.ts'
import type { Planned } from './plan.ts'
import type { Random } from './random.ts'
import { THEMES, type Theme } from './themes.ts'

/** An invented document that gives tasks, dated on a working day of its month. */
export interface Paper {
  id: number
  day: number
  /** "05/2020/CT-MẪU" */
  number: string
  title: string
  urgency: string | null
  theme: Theme
  topic: string
  tasks: { planned: Planned; agency: SampleAgency }[]
}

type Kind = readonly [sign: string, title: string]

const KINDS: readonly (readonly [Kind, number])[] = [
  [['CV-MẪU', 'Công văn về việc {t}'], 40],
  [['TB-MẪU', 'Thông báo kết luận tại cuộc họp về {t}'], 30],
  [['NQ-MẪU', 'Nghị quyết phiên họp thường kỳ tháng {m} năm {y}'], 8],
  [['CT-MẪU', 'Chỉ thị về việc {t}'], 8],
  [['QĐ-MẪU', 'Quyết định phê duyệt Kế hoạch về {t}'], 10],
  [['CĐ-MẪU', 'Công điện về việc {t}'], 4],
]

/**
 * Gives each planned task an agency and groups them into documents by month and theme. Weights decide which agencies are
 * given more, and which are late more often.
 */
export function papersOf(
  random: Random,
  frame: Frame,
  plan: readonly Planned[],
  agenciesIn: (month: string) => readonly SampleAgency[],
  issued: Issued = new Map(),
): Paper[] {
  const chooser = agencyChooser(random, agenciesIn)
  const stacks = new Map<string, { theme: Theme; tasks: Paper['tasks'] }>()
  for (const planned of plan) {
    const agency = chooser(planned)
    const theme = themeFor(random, agency)
    const key = [planned.month, isPressed(frame, planned), theme.group].join('|')
    const stack = stacks.get(key) ?? { theme, tasks: [] }
    stack.tasks.push({ planned, agency })
    stacks.set(key, stack)
  }
  const papers = [...stacks.values()].flatMap(({ theme, tasks }) =>
    portions(random, random.shuffled(tasks)).map((portion) => draft(random, frame, theme, portion)),
  )
  papers.sort((a, b) => a.day - b.day)
  return number(random, papers, issued)
}

/** The last number used in each series, "2020/CV-MẪU". */
export type Issued = Map<string, number>

/** Late tasks are distributed by size and trouble, the others by size only. */
function agencyChooser(
  random: Random,
  agenciesIn: (month: string) => readonly SampleAgency[],
): (planned: Planned) => SampleAgency {
  const weighed = new Map<string, Record<'bySize' | 'byTrouble', (readonly [SampleAgency, number])[]>>()
  return ({ month, outcome }) => {
    let of = weighed.get(month)
    if (of === undefined) {
      const agencies = agenciesIn(month)
      of = {
        bySize: agencies.map((agency) => [agency, agency.size] as const),
        byTrouble: agencies.map((agency) => [agency, agency.size * agency.trouble] as const),
      }
      weighed.set(month, of)
    }
    return random.weighted(outcome === 'doneLate' || outcome === 'openOverdue' ? of.byTrouble : of.bySize)
  }
}

const LED = new Map<string, (readonly [Theme, number])[]>()
for (const theme of THEMES) {
  for (const [name, weight] of theme.leads) LED.set(name, [...(LED.get(name) ?? []), [theme, weight]])
}

const LOCAL = THEMES.filter(({ isCentral }) => !isCentral)

/** A ministry works in its own fields, a province in all that concern provinces. */
function themeFor(random: Random, agency: SampleAgency): Theme {
  const led = agency.fieldsOf.flatMap((name) => LED.get(name) ?? [])
  return led.length === 0 ? random.pick(LOCAL) : random.weighted(led)
}

/** Four to twenty-two tasks per document. */
function portions<T>(random: Random, list: readonly T[]): T[][] {
  const result: T[][] = []
  for (let from = 0; from < list.length; ) {
    const rest = list.length - from
    const size = rest <= 6 ? rest : random.between(4, 22)
    result.push(list.slice(from, from + size))
    from += size
  }
  return result
}

type Draft = Omit<Paper, 'id' | 'number'> & { sign: string }

function draft(random: Random, frame: Frame, theme: Theme, tasks: Paper['tasks']): Draft {
  const { first, last } = daysFor(frame, tasks[0]!.planned)
  const open = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(frame.offices.isOpen)
  const day = random.pick(open)
  const topic = random.pick(theme.topics)
  const [sign, title] = random.weighted(KINDS)
  const [year, month] = isoOf(day).split('-') as [string, string]
  return {
    day,
    sign,
    theme,
    topic,
    tasks,
    title: `${title
      .replace('{t}', topic)
      .replace('{m}', month > '02' ? String(Number(month)) : month)
      .replace('{y}', year)} (MẪU)`,
    urgency: sign === 'CĐ-MẪU' ? 'Hỏa tốc' : random.isLikely(0.04) ? 'Khẩn' : null,
  }
}

/** Numbers rise through each year by kind, with gaps: an office issues more documents than those that give tasks. */
function number(random: Random, drafts: readonly Draft[], issued: Issued): Paper[] {
  return drafts.map(({ sign, ...paper }, index) => {
    const series = `${isoOf(paper.day).slice(0, 4)}/${sign}`
    const next = (issued.get(series) ?? 0) + random.between(1, sign === 'CV-MẪU' ? 9 : 3)
    issued.set(series, next)
    return { ...paper, id: index + 1, number: `${String(next).padStart(2, '0')}/${series}` }
  })
}

/** Recommendations drafted from the data in the style of such reports, with bound figures. A person takes or leaves each. Pure. */
import type { FigureDocument } from '../platform/figure.ts'
import type { FigureRef, KnownFigures } from './bound-text.ts'
import { figuresIn, parseReference, parseText } from './bound-text.ts'
import type { ComputedFigure, Figures } from './compute.ts'
import { aboutDocument } from './per-document.ts'

const PLANS_OWED = 'plansOwed'

/** A figure as a rule sees it: what it is and what the paper says. */
interface Found {
  value: number
  printed: string
}
interface Rule {
  rule: string
  /** The figures that decide; one that is missing leaves the rule out. */
  needs: readonly string[]
  when: (...found: Found[]) => boolean
  /** `who` it asks: everybody of a general report, else those that the report is about. */
  body: (who: string | null) => string
}

/** What the sentences of a report are about. */
export interface About {
  agencyId: number | null
  source: string | null
  whose: 'office' | 'agency'
  /** Whether the report has the table of agencies that a sentence may point to. */
  hasAgencies: boolean
  /** The resolutions of the period under which agencies owe plans; a sentence for each. */
  resolutions: readonly FigureDocument[]
}

const isAny = ({ value }: Found) => value > 0

/** Wording after Báo cáo tháng 02/2021 of the Task Force: "[body] + act + latest day". */
const RULES: readonly Rule[] = [
  {
    rule: 'overdueDebt',
    needs: ['tasks.openOverdue'],
    when: isAny,
    body: (who) =>
      `${who === null ? 'Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương trực tiếp chỉ đạo thực hiện nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao;' : `${who} tập trung thực hiện nhiệm vụ được giao,`} hoàn thành dứt điểm {{tasks.openOverdue}} nhiệm vụ quá hạn trước ngày 10/{{nextMonth}}.`,
  },
  {
    rule: 'shareRose',
    needs: ['tasks.overdueSharePoints', 'tasks.overdueShare'],
    // As printed: what rose behind the rounding is no rise on paper.
    when: (points) => points.value > 0 && /[1-9]/.test(points.printed),
    body: (who) =>
      `Tỷ lệ nhiệm vụ quá hạn là {{tasks.overdueShare}}, {{tasks.overdueSharePoints}} so với tháng trước; ${inside(who ?? 'các bộ, cơ quan, địa phương')} rà soát tiến độ hằng tuần, không để phát sinh nhiệm vụ quá hạn mới.`,
  },
  {
    rule: 'programmeOwed',
    // All that is owed: the debt of the years before is the oldest.
    needs: ['programme.owedAll'],
    when: isAny,
    body: (who) =>
      `${who ?? 'Các bộ, cơ quan'} khẩn trương đẩy nhanh tiến độ xây dựng {{programme.owedAll}} đề án nợ đọng, bảo đảm trình trước ngày 10/{{nextMonth}}.`,
  },
  {
    rule: 'programmeNext',
    needs: ['programme.dueNextMonth'],
    when: isAny,
    body: (who) =>
      `${who ?? 'Các bộ, cơ quan'} bảo đảm tiến độ trình các đề án theo chương trình công tác tháng {{nextMonth}} ({{programme.dueNextMonth}} đề án), không để nợ đọng tiếp theo.`,
  },
  {
    rule: PLANS_OWED,
    needs: [
      'programme.plansDueMinistries; from=year',
      'programme.plansIssuedMinistries; from=year',
      'programme.plansDueProvinces; from=year',
      'programme.plansIssuedProvinces; from=year',
    ],
    when: (dueM, issuedM, dueP, issuedP) => dueM!.value > issuedM!.value || dueP!.value > issuedP!.value,
    body: (who) =>
      who === null
        ? 'Các bộ, cơ quan, địa phương chưa ban hành Kế hoạch triển khai {{resolution}} (đã có {{programme.plansIssuedMinistries; from=year}}/{{programme.plansDueMinistries; from=year}} bộ, cơ quan và {{programme.plansIssuedProvinces; from=year}}/{{programme.plansDueProvinces; from=year}} địa phương) ban hành ngay trong tháng {{nextMonth}}.'
        : `${who} chưa ban hành Kế hoạch triển khai {{resolution}} thì ban hành ngay trong tháng {{nextMonth}}.`,
  },
  {
    rule: 'dueNextMonth',
    needs: ['tasks.dueNextMonth'],
    when: isAny,
    body: (who) =>
      `${who ?? 'Các cơ quan chủ trì'} bảo đảm hoàn thành đúng hạn {{tasks.dueNextMonth}} nhiệm vụ đến hạn trong tháng {{nextMonth}}.`,
  },
  {
    rule: 'recommendationsWaiting',
    needs: ['taskforce.waiting'],
    when: isAny,
    body: (who) =>
      `${who ?? 'Các cơ quan được kiến nghị'} trả lời {{taskforce.waiting}} kiến nghị của Tổ công tác đã quá hạn trả lời, trước ngày 15/{{nextMonth}}.`,
  },
]
/** How many agencies the sentence about the most overdue ones names. */
const NAMED = 5
const MOST_OVERDUE = 'mostOverdue'

/** Within a sentence: a field is no beginning, "Các cơ quan…" is. */
const inside = (who: string) => (who.startsWith('{{') ? who : who[0]!.toLocaleLowerCase('vi') + who.slice(1))

/** Whom the sentences ask; null: everybody, each sentence in its own words. */
function askedOf({ agencyId, source, whose }: About): string | null {
  if (agencyId !== null) return whose === 'agency' ? 'Các đơn vị thuộc {{agency}}' : '{{agency}}'
  return source === null ? null : 'Các cơ quan được giao nhiệm vụ tại {{source}}'
}

interface Sentence extends Omit<Rule, 'body'>, Suggested {}

/** The rules in the words of this report, that of plans once for each resolution, which gives it its name. */
function rulesFor(about: About, figures: Figures): Sentence[] {
  const who = askedOf(about)
  return RULES.flatMap((one): Sentence[] => {
    const body = one.body(who)
    if (one.rule !== PLANS_OWED) return [{ ...one, body }]
    return about.resolutions.map((document) => ({
      ...one,
      rule: `${one.rule}:${document.source}`,
      document: document.name,
      needs: one.needs.map((ref) => aboutDocument(`{{${ref}}}`, document, figures).slice(2, -2)),
      body: aboutDocument(body, document, figures),
    }))
  })
}

/** The words whose figures say of which resolutions plans are owed. */
export const PLANS_SAID = `{{${RULES.find(({ rule }) => rule === PLANS_OWED)!.needs[0]!}}}`

/** The figures that decide which recommendations are drafted. */
export function deciding(about: About, figures: Figures, known: KnownFigures): FigureRef[] {
  return rulesFor(about, figures)
    .flatMap(({ needs }) => needs)
    .flatMap((ref) => {
      const read = parseReference(ref, known)
      return 'message' in read ? [] : [read]
    })
}

/** What a drafted sentence is called in an address: without the slash of a document's number. */
export const keyOf = (rule: string): string => rule.replaceAll('/', '-')

export interface Suggested {
  rule: string
  body: string
  /** The document that it names, where it is drafted for each. */
  document?: string
}

/** Sentences on plans, as they were called by their place until they were called by their document. */
const BY_PLACE = new RegExp(`^${PLANS_OWED}\\d*$`)

/** Whether a kept sentence was drafted by the rule of this one: it is called after it or, from before, is of the document it names. Pure. */
export const isDraftOf = (kept: { key: string; body: string }, { rule, document }: Omit<Suggested, 'body'>): boolean =>
  kept.key === keyOf(rule) || (BY_PLACE.test(kept.key) && document !== undefined && kept.body.includes(document))

/** Whether a rule still says so; undefined for one that these figures do not decide. */
const holds = ({ needs, when }: Sentence, values: ReadonlyMap<string, ComputedFigure>): boolean => {
  const found = needs.map((ref) => values.get(ref))
  return found.every((one) => one !== undefined && one.value !== null) && when(...(found as Found[]))
}

/** The recommendations that follow from the figures; of the agencies with most overdue tasks, those are named. */
export function suggest(
  about: About,
  figures: Figures,
  computed: readonly ComputedFigure[],
  late: readonly { agencyId: number; agencyName: string }[],
): Suggested[] {
  const values = new Map(computed.map((one) => [one.ref, one]))
  const drafted = rulesFor(about, figures)
    .filter((one) => holds(one, values))
    .map(({ rule, body, document }): Suggested => ({ rule, body, ...(document === undefined ? {} : { document }) }))
  if (late.length === 0) return drafted
  const named = late
    .slice(0, NAMED)
    .map(({ agencyId, agencyName }) => `${agencyName} ({{tasks.openOverdue; agency=${agencyId}}} nhiệm vụ)`)
  const others = late.length > NAMED ? ` và các cơ quan khác${about.hasAgencies ? ' tại bảng tổng hợp' : ''}` : ''
  const sentence = {
    rule: MOST_OVERDUE,
    body: `Đề nghị thủ trưởng các cơ quan còn nhiều nhiệm vụ quá hạn trực tiếp chỉ đạo, báo cáo nguyên nhân và cam kết thời gian hoàn thành: ${named.join('; ')}${others}.`,
  }
  return [...drafted.slice(0, 1), sentence, ...drafted.slice(1)]
}

/**
 * Of recommendations that were drafted and taken, those whose reason is gone: the figures no longer say so, or an agency that
 * the sentence names has nothing overdue any more. A sentence of a person's own has no reason that could be checked.
 */
export function groundless<One extends { rule: string | null; body: string }>(
  taken: readonly One[],
  about: About,
  figures: Figures,
  known: KnownFigures,
  computed: readonly ComputedFigure[],
): One[] {
  const values = new Map(computed.map((one) => [one.ref, one]))
  const rules = rulesFor(about, figures)
  return taken.filter(({ rule, body }) => {
    if (rule === null) return false
    if (rule === MOST_OVERDUE)
      return figuresIn(parseText(body, known).segments).some(
        ({ ref, name, params }) =>
          name === 'tasks.openOverdue' && params.agency !== undefined && values.get(ref)?.value === 0,
      )
    const found = rules.find((one) => isDraftOf({ key: keyOf(rule), body }, one))
    return found === undefined ? rule.startsWith(PLANS_OWED) : !holds(found, values)
  })
}

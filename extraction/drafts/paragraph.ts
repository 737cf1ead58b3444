import { isCapitals } from '../blocks/capitals.ts'
import { key } from '../language/fold.ts'
import { type Stretch, sentencesOf } from '../language/sentences.ts'
import { isClosing } from '../outline/closing.ts'
import { isApparatus, isHeadingText, sectionOf } from '../outline/headings.ts'
import type { Item } from '../outline/outline.ts'
import type { Party } from '../shapes.ts'
import { type Order, orderOf } from '../units/orders.ts'
import { type Context, type Drafts, inherited, type Setting } from './drafts.ts'
import { labelledTask } from './labelled.ts'
import { requestIn } from './request.ts'
import { isGiver, runningTasks } from './running.ts'
import { assigns, labelsIn } from './statements.ts'

/** "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:" names no one, but what stands below is work. */
const GIVES_BELOW =
  /\b(?:yeu cau|chi thi|de nghi|giao nhiem vu|(?:thuc hien|trien khai) (?:cac|nhung|mot so|tot) [a-z ,]{3,40})\s*:\s*$/

const ASKED =
  /^thuc hien .{10,}\b(?:yeu cau|de nghi|giao) (?:cac|nhung|so|ubnd|uy ban|bo|chu tich|giam doc|thu truong)\b/

/**
 * A paragraph without mark: the heading of what follows, an introduction to it, or an order of its own. Returns the context of
 * what follows it.
 */
export function walkParagraph(item: Item, context: Context, setting: Setting, found: Drafts): Context {
  const { passage } = item
  const end = passage.text.length
  if (/^ghi chu\b/.test(passage.plain) && end < 60) return { ...context, section: 'aims' }
  const opens = /:\s*$/.test(passage.text)
  // "Thực hiện Nghị định …, Chủ tịch yêu cầu các sở … sau:" is the order, though it begins like the grounds.
  if (isApparatus(passage) && !(opens && ASKED.test(passage.plain))) return context
  const labels = labelsIn(item)
  if (assigns(labels)) {
    const draft = labelledTask(item, labels, context, setting)
    if (draft && draft.task.lead.length > 0) found.drafts.push(draft)
    return context
  }
  const asked = opens && !isCapitals(passage.text) ? underRequest(item, context, setting) : context
  if (asked !== context) return asked
  if (opens && GIVES_BELOW.test(passage.plain.slice(-60)))
    return { ...context, section: context.section === 'aims' ? 'aims' : 'tasks' }
  const order = orderOf(passage, 0, end)
  const isSentence = /\.$/.test(passage.text) || (order.lead.length > 0 && order.acts)
  if (item.heading || (isHeadingText(passage) && !isSentence)) return underHeading(item, order, context)
  if (opens) return context
  const closes = isClosing(passage)
  const goesOn = context.spoken.length > 0 && order.acts && order.lead.length === 0
  const here = goesOn ? { ...context, lead: context.spoken } : context
  const drafts = runningTasks(item, here, setting, true)
  for (const draft of drafts) found.drafts.push({ ...draft, closes })
  if (drafts.length > 0 && goesOn) return context
  const isSpoken = drafts.length > 0 && SPOKEN.test(passage.text) && !isGiver(order, setting, true)
  return { ...context, spoken: isSpoken ? inherited(order.lead) : [] }
}

/** "Sở Xây dựng: Kiểm tra các bến đò.": in a report each agency has a paragraph or several. */
const SPOKEN = /^[^:.;]{4,120}: ?\p{Lu}/u

/** An introduction names those whose work follows: "… yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:". */
function underRequest(item: Item, context: Context, setting: Setting): Context {
  const { passage } = item
  const last = sentencesOf(passage, 0).at(-1) as Stretch
  const request = requestIn(passage, last.from, last.to)
  if (request.lead.length === 0 || isGiver(request, setting, true)) return context
  const section = context.section === 'account' ? 'tasks' : context.section
  return {
    ...context,
    section,
    lead: inherited(request.lead.map((party) => inFull(party, setting.addressees))),
    coordinating: inherited(request.coordinating),
    isHeaded: false,
  }
}

/** "… đề nghị các Cục Thuế …" in a letter to "Cục Thuế các tỉnh, thành phố": the addressees are named in full. */
function inFull(party: Party, addressees: readonly Party[]): Party {
  const short = /^các (\p{L}.{4,})$/iu.exec(party.name)?.[1]
  const full = short === undefined ? [] : addressees.filter(({ name }) => key(name).startsWith(`${key(short)} cac `))
  return full.length === 1 ? { ...full[0]!, confidence: party.confidence } : party
}

function underHeading(item: Item, order: Order, context: Context): Context {
  const { passage } = item
  const section = sectionOf(passage)
  if (section) return { ...context, section }
  if (order.isName && order.lead.length > 0 && !isCapitals(passage.text))
    return { ...context, lead: inherited(order.lead), isHeaded: true }
  return item.heading && context.path.length === 1 ? { ...context, section: null } : context
}

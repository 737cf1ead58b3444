import { type Activity, activitiesIn, extract, read, Unreadable } from '@dieuhanh/extraction'
import { wrong } from '../platform/errors.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { formOf } from './activity-form.ts'
import { MOST_ACTIVITIES, type NewActivity, type ReadPlan } from './force-shapes.ts'

/** A plan of activities has a few pages. A longer file is a directive, and is read with the directives. */
const LARGEST = 5 * 1024 * 1024

/**
 * Reads a plan of activities: what the text says the task force will do, and what its tables assign. It makes nothing: a
 * person looks at the lines and confirms them.
 */
export async function readPlan({ bytes, fileName }: UploadedFile): Promise<ReadPlan> {
  if (bytes.length > LARGEST) {
    throw wrong(
      'file',
      'plan.too_large',
      'Kế hoạch hoạt động lớn hơn 5 MB. Hãy tách phụ lục, hoặc nhập tại mục Văn bản.',
    )
  }
  try {
    const reading = await read(bytes, fileName, { maxBytes: LARGEST })
    const { document, tasks } = extract(reading)
    const narrated = activitiesIn(reading, document.issuedOn).filter(
      ({ span }) => !tasks.some((task) => task.span.start < span.end && span.start < task.span.end),
    )
    const lines = [
      ...narrated.map((activity) => ({ at: activity.span.start, line: fromText(activity, reading.text) })),
      ...tasks.map((task) => ({
        at: task.span.start,
        line: lineOf(task.title, task.content, task.lead.join(', ') || null, task.deadlines),
      })),
    ].sort((a, b) => a.at - b.at)
    if (lines.length === 0) {
      throw wrong(
        'file',
        'plan.nothing_read',
        'Không đọc được hoạt động nào trong tệp. Mỗi hoạt động cần có thời gian (tháng, quý, ngày hoặc thường xuyên); hoặc hãy nhập từng dòng.',
      )
    }
    return {
      number: document.number,
      title: document.subject,
      issuedOn: document.issuedOn,
      activities: lines.slice(0, MOST_ACTIVITIES).map(({ line }) => line),
    }
  } catch (error) {
    if (error instanceof Unreadable) throw wrong('file', 'plan.unreadable', error.message)
    throw error
  }
}

function fromText({ title, words, span, doneBy, deadlines }: Activity, text: string): NewActivity {
  return {
    ...lineOf(title, words, doneBy, deadlines),
    words: text.slice(span.start, span.end).replace(/\s+/g, ' ').trim(),
  }
}

function lineOf(title: string, content: string, doneBy: string | null, deadlines: Activity['deadlines']): NewActivity {
  // Of several days the last is the one it is due on, as with every task.
  const due = [...deadlines].sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? '')).at(-1)
  return {
    title: title.slice(0, 300),
    words: content.slice(0, 4000),
    form: formOf(content),
    doneBy: doneBy?.slice(0, 300) ?? null,
    kind: due?.kind ?? 'none',
    literal: due?.text ?? '',
    dueOn: due?.dueOn ?? null,
    isStrict: due?.strict ?? false,
    recurs: due?.recurs ?? null,
  }
}

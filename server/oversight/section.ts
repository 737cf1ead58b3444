import { type Static, Type } from 'typebox'
import { type Field, Invalid } from '../platform/errors.ts'
import { Nullable, oneOf } from '../platform/shapes.ts'
import {
  type FigureRef,
  figuresIn,
  type KnownFigures,
  parseReference,
  parseText,
  spelled,
  type TextError,
} from './bound-text.ts'

/** Kinds of sections: words, or what is computed with the figures. */
export const SECTION_KINDS = ['text', 'comparison', 'agencies', 'tasks', 'chart', 'goals', 'recommendations'] as const
export const TASK_LISTS = ['overdue', 'dueNextMonth', 'open', 'all'] as const
export const CHARTS = ['standings', 'agencies', 'trend'] as const

const strict = { additionalProperties: false }
const Body = Type.String({ maxLength: 20_000 })
export const SectionSettings = Type.Object(
  {
    /** Of a comparison: each figure with its name in the table; beside it the period before and the same one last year. */
    figures: Type.Optional(
      Type.Array(
        Type.Object(
          { label: Type.String({ minLength: 1, maxLength: 200 }), ref: Type.String({ minLength: 1, maxLength: 300 }) },
          strict,
        ),
        { minItems: 1, maxItems: 60 },
      ),
    ),
    which: Type.Optional(oneOf(TASK_LISTS)),
    chart: Type.Optional(oneOf(CHARTS)),
    /** Printed as an annex of its own. */
    isAnnex: Type.Optional(Type.Boolean()),
  },
  strict,
)
export type SectionSettings = Static<typeof SectionSettings>
export const Section = Type.Object(
  {
    key: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }),
    kind: oneOf(SECTION_KINDS),
    heading: Nullable(Type.String({ minLength: 1, maxLength: 300 })),
    /** Text with bound figures; one paragraph to a line. */
    body: Body,
    settings: SectionSettings,
  },
  strict,
)
export type Section = Static<typeof Section>
export const Sections = Type.Array(Section, { minItems: 1, maxItems: 60 })

/** Every figure that sections name: those of the words, and each of a comparison with its two earlier days. */
export function figuresOfSections(sections: readonly Section[], known: KnownFigures): FigureRef[] {
  const found = new Map<string, FigureRef>()
  const keep = (refs: readonly FigureRef[]) => {
    for (const one of refs) found.set(one.ref, one)
  }
  for (const { heading, body, settings } of sections) {
    for (const text of [heading ?? '', body]) keep(figuresIn(parseText(text, known).segments))
    for (const { ref } of settings.figures ?? []) keep(comparedRefs(ref, known))
  }
  return [...found.values()]
}

/** A figure now, at the end of the period before, and a year ago; none where it does not parse. */
export function comparedRefs(ref: string, known: KnownFigures): FigureRef[] {
  const now = parseReference(ref, known)
  if ('message' in now) return []
  return [undefined, 'before', 'lastYear'].map((asOf) => {
    const params = { ...now.params, ...(asOf === undefined ? {} : { asOf }) }
    return { ref: spelled(now.name, params), name: now.name, params }
  })
}

/**
 * Throws for what is wrong in the sections, all at once, each with its place and remedy.
 * @param at the path of the sections in the request: "sections"
 */
export function checkSections(sections: readonly Section[], known: KnownFigures, at = 'sections'): void {
  const fields: Field[] = []
  const keys = new Set<string>()
  for (const [place, { key, kind, heading, body, settings }] of sections.entries()) {
    const path = (name: string) => `${at}.${place}.${name}`
    const refuse = (name: string, message: string) => fields.push({ path: path(name), code: 'report.section', message })
    if (keys.has(key)) refuse('key', `Hai mục cùng mã “${key}”. Hãy đổi một mã.`)
    keys.add(key)
    fields.push(
      ...errorsOf(heading ?? '', known).map((one) => fieldOf(one, path('heading'))),
      ...errorsOf(body, known).map((one) => fieldOf(one, path('body'))),
    )
    if (kind === 'text' && !/\S/.test(body) && heading === null)
      refuse('body', 'Mục chưa có tiêu đề và lời văn. Hãy viết, hoặc bỏ mục này.')
    if (kind === 'comparison' && settings.figures === undefined)
      refuse('settings', 'Bảng so sánh chưa có số liệu. Hãy chọn ít nhất một số liệu.')
    if (kind === 'tasks' && settings.which === undefined)
      refuse('settings', `Danh sách nhiệm vụ chưa nói là những nhiệm vụ nào: ${TASK_LISTS.join(', ')}.`)
    if (kind === 'chart' && settings.chart === undefined)
      refuse('settings', `Biểu đồ chưa nói là biểu đồ nào: ${CHARTS.join(', ')}.`)
    for (const [index, { ref }] of (settings.figures ?? []).entries()) {
      const read = parseReference(ref, known)
      if ('message' in read) fields.push(inField(read, path(`settings.figures.${index}.ref`), read.message))
    }
  }
  if (sections.filter(({ kind }) => kind === 'recommendations').length > 1)
    fields.push({ path: at, code: 'report.section', message: 'Báo cáo chỉ có một mục kiến nghị. Hãy bỏ bớt.' })
  if (fields.length === 0) return
  throw new Invalid(
    fields[0]!.code,
    `${fields[0]!.message}${fields.length > 1 ? ` Còn ${fields.length - 1} lỗi khác.` : ''}`,
    { fields },
  )
}

/** Throws for what is wrong in one text; `path` is its field. */
export function checkText(text: string, known: KnownFigures, path: string): void {
  const fields = errorsOf(text, known).map((one) => fieldOf(one, path))
  if (fields.length > 0) throw new Invalid(fields[0]!.code, fields[0]!.message, { fields })
}

/**
 * What no longer reads in texts that were stored when it did: a field that is gone, a parameter that no figure takes any more.
 * A figure that no room offers any more still reads: it has no value and is named as missing. `en`: the same sentence in English.
 */
export function brokenTexts(
  sections: readonly Section[],
  others: readonly { path: string; name: string; nameEn: string; text: string }[],
  known: KnownFigures,
): (Field & { en: string })[] {
  const anyFigure = { ...known, has: () => true }
  const texts = [
    ...sections.flatMap(({ key, heading, body, settings }) => {
      const named = { name: `mục “${heading ?? key}”`, nameEn: `section “${heading ?? key}”` }
      return [
        { path: `sections.${key}.heading`, ...named, text: heading ?? '' },
        { path: `sections.${key}.body`, ...named, text: body },
        ...(settings.figures ?? []).map(({ ref }) => ({
          path: `sections.${key}.settings`,
          ...named,
          text: `{{${ref}}}`,
        })),
      ]
    }),
    ...others,
  ]
  const capital = (words: string) => `${words[0]!.toUpperCase()}${words.slice(1)}`
  return texts.flatMap(({ path, name, nameEn, text }) =>
    errorsOf(text, anyFigure).map((one) => {
      const { message } = fieldOf(one, path)
      return {
        path,
        code: 'report.text_broken',
        message: `${capital(name)}, ${message[0]!.toLowerCase()}${message.slice(1)}`,
        en: `${capital(nameEn)}, ${inEnglish(one, text)}`,
      }
    }),
  )
}

/** Where it is, which reference it is if it is one, and what to do. */
function inEnglish({ line, column, code }: TextError, text: string): string {
  const [reference] = /^\{\{[^{}]*\}\}/.exec(text.split('\n')[line - 1]!.slice(column - 1)) ?? []
  return `line ${line}, column ${column}${reference === undefined ? '' : `, ${reference}`}: ${BROKEN_EN[code]}`
}
const BROKEN_EN: Record<TextError['code'], string> = {
  'report.reference': 'this cannot be read. Choose the figure from the list, or remove the brackets.',
  'report.field_unknown': 'there is no such field. Choose one from the list.',
  'report.figure_unknown': 'there is no such figure. Choose one from the list.',
  'report.parameter': 'a parameter of the figure is wrong. Choose the figure anew from the list.',
}

const errorsOf = (text: string, known: KnownFigures) => parseText(text, known).errors
/** Of one error in a text, with its place; each code by name, as the console has a text for each. */
function fieldOf(error: TextError, path: string): Field {
  return inField(error, path, `Dòng ${error.line}, cột ${error.column}: ${error.message}`)
}

function inField({ code }: Pick<TextError, 'code'>, path: string, message: string): Field {
  if (code === 'report.figure_unknown') return { path, code: 'report.figure_unknown', message }
  if (code === 'report.field_unknown') return { path, code: 'report.field_unknown', message }
  if (code === 'report.parameter') return { path, code: 'report.parameter', message }
  return { path, code: 'report.reference', message }
}

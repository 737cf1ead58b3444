import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { extract } from './extract.ts'
import { readText } from './read/text.ts'
import type { ExtractedTask } from './shapes.ts'

/**
 * Small invented documents, one for each way of writing, with the tasks expected from them. A file of `cases/` holds
 * several: "### what it shows", the lines of the document, "=>", and one line for each task as `lineOf` writes it.
 */
const folder = new URL('./cases/', import.meta.url)
const HEAD = `ỦY BAN NHÂN DÂN TỈNH AN BÌNH
Số: 15/KH-UBND
An Bình, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Việc thử nghiệm (MẪU)

`

/** "II.1.a | title | lead + lead | coordinating | kind day" with "*" after an inherited deadline and "?" for an unread lead. */
function lineOf({ ref, title, group, lead, coordinating, deadlines, warnings }: ExtractedTask): string {
  const days = deadlines.map(
    (one) => `${one.recurs ?? one.kind}${one.dueOn ? ` ${one.dueOn}` : ''}${one.inherited ? '*' : ''}`,
  )
  const doubt = warnings.some((one) => one.code === 'lead_unread') ? '?' : ''
  const parts = [ref, title, `${lead.join(' + ')}${doubt}`, coordinating.join(' + '), days.join(', '), group ?? '']
  return parts.join(' | ').replace(/[ |]+$/, '')
}

for (const file of readdirSync(folder).sort()) {
  describe(file.replace('.txt', '').replaceAll('-', ' '), () => {
    for (const block of readFileSync(new URL(file, folder), 'utf8').split(/^### /m).slice(1)) {
      const [title = '', ...lines] = block.trimEnd().split('\n')
      const arrow = lines.indexOf('=>')
      it(title, () => {
        const { tasks } = extract(readText(`${HEAD}${lines.slice(0, arrow).join('\n')}\n`, 'mau.txt'))
        assert.deepEqual(tasks.map(lineOf), lines.slice(arrow + 1))
      })
    }
  })
}

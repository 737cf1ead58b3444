/**
 * `node scripts/calibrate-extraction.ts DOCUMENTS [LABELS]`: of the values that the extraction gives on labelled documents,
 * how many are right, by field and by the confidence they were given with. `LABELS` holds `NN-slug.expected.json`, by
 * default beside the documents. Prints the table of docs/extraction.md.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { extract, read } from '@dieuhanh/extraction'
import { BANDS, calibrationOf, FIELDS, type Judged, judge, type Labels } from '../extraction/calibration.ts'

const [documents, labels = documents] = process.argv.slice(2)
if (!documents || !labels) throw new Error('usage: node scripts/calibrate-extraction.ts DOCUMENTS [LABELS]')

const judged: Judged[] = []
for (const name of readdirSync(labels).filter((file) => file.endsWith('.expected.json'))) {
  const stem = name.replace('.expected.json', '')
  const file = ['txt', 'docx', 'pdf', 'doc', 'html', 'md']
    .map((end) => `${stem}.${end}`)
    .find((one) => existsSync(path.join(documents, one)))
  if (!file) continue
  const expected = JSON.parse(readFileSync(path.join(labels, name), 'utf8')) as Labels
  judged.push(...judge(extract(await read(readFileSync(path.join(documents, file)), file)), expected))
}

const BAND_NAMES = ['≥ 0.9', '0.7 – 0.9', '< 0.7']
const calibration = calibrationOf(judged)
console.log(`| field | ${BAND_NAMES.join(' | ')} |\n| --- | --- | --- | --- |`)
for (const field of FIELDS) {
  const cells = BANDS.map((from) => {
    const { given, right } = calibration.find((one) => one.field === field && one.from === from)!
    return given === 0 ? '–' : `${right} of ${given} (${Math.round((100 * right) / given)} %)`
  })
  console.log(`| ${field} | ${cells.join(' | ')} |`)
}

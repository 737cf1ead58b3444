import type { PastAct, PastTask } from '../tasks/index.ts'
import type { Random } from './random.ts'

/**
 * The words of the sample are those of 2020 and 2021. Told of another year, plans are those of its own five and ten years,
 * nobody speaks of COVID-19 before or after it, and tasks name the time they are for, so that years do not repeat each other.
 */
export function toldIn(random: Random, past: PastTask): PastTask {
  const { source, task, acts } = past
  const year = Number(source.assignedOn.slice(0, 4))
  const title = ofItsTime(task.title, year)
  const isStanding = task.deadlines.every(({ dueOn }) => dueOn === null)
  const named = `${title}${timeNamed(random, title, source.assignedOn, isStanding)}`
  const content = ofItsTime(task.content, year).replace(title, () => named)
  return {
    ...past,
    source: { ...source, title: source.title && ofItsTime(source.title, year) },
    task: { ...task, title: named, content, sentence: content },
    acts: acts.map(actOfItsTime),
  }
}

function actOfItsTime(act: PastAct): PastAct {
  const year = Number(act.on.slice(0, 4))
  if (act.act === 'report' && act.obstacles !== undefined) return { ...act, obstacles: ofItsTime(act.obstacles, year) }
  if (act.act === 'extend') return { ...act, reason: ofItsTime(act.reason, year) }
  return act
}

/** "", " năm 2014", " trong quý II năm 2014"; of what has no end, from when on. */
function timeNamed(random: Random, title: string, day: string, isStanding: boolean): string {
  const [year, month] = day.split('-') as [string, string]
  const quarter = `quý ${['I', 'II', 'III', 'IV'][Math.ceil(Number(month) / 3) - 1]} năm ${year}`
  const half = `6 tháng ${month <= '06' ? 'đầu' : 'cuối'} năm ${year}`
  const chosen = random.pick(
    isStanding
      ? ['', ` từ năm ${year}`, ` từ ${quarter}`, ` kể từ tháng ${month} năm ${year}`]
      : ['', ` năm ${year}`, ` trong ${quarter}`, ` ${half}`, ` (đợt ${random.between(1, 4)} năm ${year})`],
  )
  return /\d{4}$/.test(title) ? '' : chosen
}

const EPIDEMIC = { from: 2020, to: 2022 }
/** What was said of the epidemic, and what is said in other years in its place. */
const OTHERWISE: readonly (readonly [RegExp, string])[] = [
  [/đại dịch COVID-19/gu, 'thiên tai, hỏa hoạn'],
  [/dịch COVID-19/gu, 'dịch bệnh truyền nhiễm'],
  [/ sau dịch/gu, ''],
  [/bị ảnh hưởng bởi dịch/gu, 'bị ảnh hưởng bởi thiên tai'],
  [/giãn cách phòng, chống dịch/gu, 'mưa lũ kéo dài'],
]

/** Plans of five and ten years begin with the year after a round one: 2021 to 2025, 2021 to 2030. */
function ofItsTime(text: string, year: number): string {
  const first = (length: number) => Math.floor((year - 1) / length) * length + 1
  let told = text
    .replace('2021 - 2025', `${first(5)} - ${first(5) + 4}`)
    .replace('2021 - 2030', `${first(10)} - ${first(10) + 9}`)
    .replace('trong năm Chủ tịch ASEAN 2020', year === 2020 ? 'trong năm Chủ tịch ASEAN 2020' : `ASEAN năm ${year}`)
  if (year < EPIDEMIC.from || year > EPIDEMIC.to) {
    for (const [said, other] of OTHERWISE) told = told.replace(said, other)
  }
  return told
}

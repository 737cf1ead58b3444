import type { PastAct, PastTask } from '../tasks/index.ts'
import type { Random } from './random.ts'

/**
 * The wording of the sample is of 2020 and 2021. This adapts it to another year: five-year and ten-year plans of that year,
 * no COVID-19 outside its years, and tasks that name their period, so that years do not repeat each other.
 */
export function adaptedToYear(random: Random, past: PastTask): PastTask {
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

/** "", " năm 2014", " trong quý II năm 2014"; for a standing task, since when. */
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
/** Phrases about the epidemic, and their replacements in other years. */
const REPLACEMENTS: readonly (readonly [RegExp, string])[] = [
  [/đại dịch COVID-19/gu, 'thiên tai, hỏa hoạn'],
  [/dịch COVID-19/gu, 'dịch bệnh truyền nhiễm'],
  [/ sau dịch/gu, ''],
  [/bị ảnh hưởng bởi dịch/gu, 'bị ảnh hưởng bởi thiên tai'],
  [/giãn cách phòng, chống dịch/gu, 'mưa lũ kéo dài'],
]

/** Five-year and ten-year plans begin with the year after a round one: 2021 to 2025, 2021 to 2030. */
function ofItsTime(text: string, year: number): string {
  const first = (length: number) => Math.floor((year - 1) / length) * length + 1
  let adapted = text
    .replace('2021 - 2025', `${first(5)} - ${first(5) + 4}`)
    .replace('2021 - 2030', `${first(10)} - ${first(10) + 9}`)
    .replace('trong năm Chủ tịch ASEAN 2020', year === 2020 ? 'trong năm Chủ tịch ASEAN 2020' : `ASEAN năm ${year}`)
  if (year < EPIDEMIC.from || year > EPIDEMIC.to) {
    for (const [phrase, other] of REPLACEMENTS) adapted = adapted.replace(phrase, other)
  }
  return adapted
}

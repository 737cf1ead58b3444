/** Words in lines of a width, measured in the face of official documents. */
import { createCanvas } from '@napi-rs/canvas'
import { FACE } from './chart.ts'

type Weight = 'bold' | 'normal'
const ruler = createCanvas(1, 1).getContext('2d')
function widthOf(words: string, size: number, weight: Weight): number {
  ruler.font = `${weight} ${size}px ${FACE}`
  return ruler.measureText(words).width
}

/** The words in at most so many lines of a width, measured in the bold face, where a line that fits also fits the plain one; what does not fit ends with "…". */
export function fitted(words: string, size: number, width: number, most: number, weight: Weight = 'bold'): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(/ +/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, size, weight) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most && lines.every((one) => widthOf(one, size, weight) <= width)) return lines
  const kept = lines.slice(0, most)
  let last = kept[most - 1] ?? kept.at(-1)!
  const isCut = lines.length > most
  while (last.length > 1 && widthOf(isCut ? `${last}…` : last, size, weight) > width) last = last.slice(0, -1)
  return [...kept.slice(0, -1), isCut || last !== kept.at(-1) ? `${last.trimEnd()}…` : last]
}

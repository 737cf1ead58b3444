/** Words in lines of a width, measured in the face of official documents. */
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'

export const FACE = 'Tinos'
const resolve = createRequire(import.meta.url).resolve
for (const file of ['400Regular/Tinos_400Regular', '700Bold/Tinos_700Bold'])
  GlobalFonts.registerFromPath(resolve(`@expo-google-fonts/tinos/${file}.ttf`), FACE)

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

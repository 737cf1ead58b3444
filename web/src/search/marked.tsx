import { Fragment } from 'react'
import type { MarkedText } from './queries.ts'

/** A text with what matches the words typed. */
export function MarkedWords({ text, marks }: MarkedText) {
  const parts = marks.map(({ start, end }, place) => ({
    before: text.slice(place === 0 ? 0 : marks[place - 1]!.end, start),
    word: text.slice(start, end),
    start,
  }))
  return (
    <>
      {parts.map(({ before, word, start }) => (
        <Fragment key={start}>
          {before}
          <mark>{word}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}

export { type Activity, activitiesIn } from './activities/activities.ts'
export { toAkomaNtoso } from './akn/akn.ts'
export { builtInRole } from './blocks/labels.ts'
export { extract } from './extract.ts'
export { MAX_BYTES } from './read/limits.ts'
export { checkSize, type ReadOptions, read } from './read/read.ts'
export { refusalIn } from './refusals.ts'
export { MOST_REPLY_BYTES, QUESTION_BOUNDS, type Question, type Questions } from './second-reader/question.ts'
export { questionsOf } from './second-reader/questions.ts'
export type { ChatRequest } from './second-reader/request.ts'
export {
  type Ask,
  type AskedPassage,
  NoAnswer,
  type Outcome,
  type ReaderBounds,
  readAgain,
  type SecondReading,
} from './second-reader/second-reading.ts'
export * from './shapes.ts'
export { type ValuesOf, type WarningCode, type WarningValues, warning, wordsOf } from './warnings.ts'
export { fixed, type Language, quoted, said, type Wording, worded } from './wording.ts'

import type { Span } from '../shapes.ts'

/**
 * A passage the rules are unsure of, to be put to the second reader. Plain data: questions are made in the process that
 * reads the file, and asked by another.
 */
export interface Question {
  /** The task whose fields are doubtful; null for a passage that looks like an order but gave no task. */
  ref: string | null
  /** The passage. */
  span: Span
  /** The theme it belongs to, for a task found in it. */
  group: string | null
  /** What is above it and may name who must act: the addressees, the headings from the outermost one on. */
  context: Span[]
}

export interface Questions {
  asked: Question[]
  /** How many more there were beyond the bound. */
  left: number
}

/** Bounds of what is asked about one document. */
export interface QuestionBounds {
  questions: number
}
export const QUESTION_BOUNDS: QuestionBounds = { questions: 40 }

/** A longer reply is no answer: whoever asks reads no further, in bytes. */
export const MOST_REPLY_BYTES = 256 * 1024

/** The longest passage put to the reader, in characters; the rest of a longer one is left out. */
export const LONGEST_PASSAGE = 3_000
/** The longest part of the context, in characters, and the most parts. */
export const LONGEST_CONTEXT = 400
export const MOST_CONTEXT = 5

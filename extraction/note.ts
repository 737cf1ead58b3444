import type { DocumentFieldName, Span } from './shapes.ts'

/** Keeps where a field was read and how surely. */
export type Note = (name: DocumentFieldName, span: Span, confidence: number) => void

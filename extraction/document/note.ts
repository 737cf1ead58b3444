import type { DocumentFieldName, Span } from '../shapes.ts'

/** Records where a field was read, and with what confidence. */
export type Note = (name: DocumentFieldName, span: Span, confidence: number) => void

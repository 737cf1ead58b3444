/** The part of PDF.js used here, so that its large type files are not needed to read this file. */
export interface PdfPage {
  /** How far the page is turned, in degrees. */
  rotate: number
  getViewport(options: { scale: number; rotation?: number }): { width: number; height: number; transform: number[] }
  getTextContent(options: { disableNormalization: boolean }): Promise<{ items: object[] }>
  getOperatorList(options: { annotationMode: number }): Promise<{ fnArray: number[]; argsArray: unknown[] }>
  getAnnotations(): Promise<object[]>
  commonObjs: { get(name: string): unknown }
  cleanup(): unknown
}

/** A piece of text of a page, as the library gives it. */
export interface TextItem {
  str: string
  transform: number[]
  width: number
  height: number
}

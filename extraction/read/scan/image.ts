import type { Progress } from '../../shapes.ts'
import { type Reading, Unreadable } from '../../shapes.ts'
import { Composer } from '../compose.ts'
import { composeSheets } from '../sheet/flow.ts'
import { pictureOf } from './picture.ts'
import { Recogniser } from './recognise.ts'

/**
 * Reads one scanned or photographed page.
 *
 * @throws Unreadable `no_text`, `damaged`, `too_large`, `too_slow`; `unknown_format` for TIFF, which is not decoded here.
 */
export async function readImage(
  bytes: Uint8Array,
  name: string,
  kind: string,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Reading> {
  if (kind === 'tiff') {
    throw new Unreadable(
      'unknown_format',
      'Ảnh TIFF chưa đọc được. Hãy lưu bản quét thành PDF (nhiều trang) hoặc PNG, JPEG (một trang) rồi nộp lại.',
    )
  }
  const picture = await pictureOf(bytes)
  const composer = new Composer()
  const recogniser = new Recogniser()
  try {
    onProgress({ stage: 'recognising', done: 0, total: 1 })
    const { sheet, confidence } = await recogniser.page(picture, 1)
    onProgress({ stage: 'recognising', done: 1, total: 1 })
    recogniser.conclude(composer, [{ page: 1, confidence }], 'ảnh')
    composeSheets([sheet], composer)
    return composer.reading(name, 'image', { pages: 1, recognised: true })
  } finally {
    await recogniser.close()
  }
}

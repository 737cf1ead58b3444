const MOST_BYTES = 1024 * 1024
const MOST_SIDE = 4000
const LEAST_SIDE = 20
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_PARTS = 10_000

/**
 * What is wrong with a picture of a signature or seal, in words; undefined if nothing is. A PNG whose ground is
 * transparent, so that text under it stays readable (Nghị định 30/2020/NĐ-CP, Phụ lục I). Only its frame is read.
 */
export function pngProblem(given: Uint8Array): string | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (bytes.length > MOST_BYTES) return 'Ảnh lớn quá 1 MB. Hãy thu nhỏ ảnh.'
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG) || bytes.toString('latin1', 12, 16) !== 'IHDR') {
    return 'Ảnh phải là tệp PNG. Hãy lưu lại ảnh dưới dạng PNG nền trong suốt.'
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (width > MOST_SIDE || height > MOST_SIDE || width < LEAST_SIDE || height < LEAST_SIDE) {
    return `Mỗi cạnh của ảnh phải từ ${LEAST_SIDE} đến ${MOST_SIDE} điểm ảnh.`
  }
  let isClear = bytes[25] === 4 || bytes[25] === 6
  let hasPixels = false
  let at = 8
  for (let part = 0; part < MOST_PARTS && at + 12 <= bytes.length; part++) {
    const length = bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (at + 12 + length > bytes.length) break
    if (kind === 'tRNS') isClear = true
    if (kind === 'IDAT') hasPixels = true
    at += 12 + length
    if (kind !== 'IEND') continue
    if (!hasPixels || at !== bytes.length) break
    return isClear ? undefined : 'Nền của ảnh phải trong suốt. Hãy xóa nền trắng rồi lưu lại.'
  }
  return 'Tệp ảnh PNG bị hỏng. Hãy lưu lại ảnh.'
}

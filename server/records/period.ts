import { wrong } from '../platform/errors.ts'

/** Throws 400 for a period that ends before it begins: no row would answer, and nothing would say why. Days ISO. */
export function demandPeriod(from: string | undefined, to: string | undefined, path = 'from'): void {
  if (from !== undefined && to !== undefined && from > to)
    throw wrong(path, 'incoming.period', 'Ngày đầu kỳ sau ngày cuối kỳ. Hãy chọn lại.')
}

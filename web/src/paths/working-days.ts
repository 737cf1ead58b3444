import { compact, id, type Raw, text } from './parse.ts'

export interface WorkingDaysSearch {
  year?: number
  act?: string
  item?: string
}
export const workingDaysSearchOf = (raw: Raw): WorkingDaysSearch => {
  const year = id(raw.year)
  return compact({
    year: year !== undefined && year >= 1990 && year <= 2099 ? year : undefined,
    act: text(raw.act, 60),
    item: text(raw.item, 60),
  })
}

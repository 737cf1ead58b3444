import type { Body } from '@dieuhanh/client'

type NewQuestion = Body<'/api/taskforce/dialogues/{id}/questions'>['questions'][number]

const KINDS: readonly [NewQuestion['askerKind'], RegExp][] = [
  ['council', /hội đồng/i],
  ['association', /hiệp hội|liên đoàn|phòng thương mại|câu lạc bộ|^hội /i],
  ['firm', /công ty|doanh nghiệp|tập đoàn|tổng công ty|hợp tác xã|ngân hàng/i],
]

/**
 * Questions as typed or pasted, one on each line: "who asks | the question". A line of a sheet (who, tab, question) is
 * read the same. Without a name before the mark it is asked by `unnamed`.
 */
export function typedQuestions(typed: string, unnamed: string): NewQuestion[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, who, words] = /^([^|\t]{1,300})[|\t](.+)$/u.exec(line) ?? []
      const asker = who?.trim() || unnamed
      return {
        asker,
        askerKind: KINDS.find(([, pattern]) => pattern.test(asker))?.[0] ?? 'person',
        words: (words ?? line).trim(),
      }
    })
}

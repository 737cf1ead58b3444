import { wrong } from '../platform/errors.ts'

/** Longest text of a comment, in characters; `comment_version_body` holds it too. */
export const LONGEST = 4000
export const MOST_MENTIONS = 20

/** A person mentioned in a text: its characters from `start` to `end` (UTF-16 units) name them. */
export interface Mention {
  personId: number
  start: number
  end: number
}

export interface Words {
  body: string
  mentions: (Mention & { name: string })[]
}

/** Letters composed; one kind of line break; no controls and no marks that are invisible or turn the direction of letters. */
function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, '')
    .normalize('NFC')
}

const MENTION_PLACE = 'Chỗ nhắc tên không khớp với nội dung. Hãy chọn lại người từ danh sách sau dấu @.'

/**
 * The text as it is kept, with each mention written as `@` and the name of the person, whatever the sender wrote there: no one
 * is named who is not meant. Throws for an empty or too long text and for places that are not in it or overlap.
 */
export function keptWords(body: string, mentions: readonly Mention[], nameOf: (mention: Mention) => string): Words {
  const kept: Words = { body: '', mentions: [] }
  let from = 0
  for (const mention of mentions.toSorted((one, other) => one.start - other.start)) {
    if (
      mention.start < from ||
      mention.end <= mention.start ||
      mention.end > body.length ||
      body[mention.start] !== '@'
    ) {
      throw wrong('mentions', 'comment.mention_place', MENTION_PLACE)
    }
    const before = cleaned(body.slice(from, mention.start))
    // Nothing but space may come before the first words.
    kept.body = kept.body === '' ? before.trimStart() : kept.body + before
    const name = nameOf(mention)
    const start = kept.body.length
    kept.body += `@${name}`
    kept.mentions.push({ personId: mention.personId, start, end: kept.body.length, name })
    from = mention.end
  }
  const rest = cleaned(body.slice(from)).trimEnd()
  kept.body = kept.body === '' ? rest.trimStart() : kept.body + rest
  // A letter that is drawn as nothing, such as the Hangul filler, says nothing.
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(kept.body.replace(/\p{Default_Ignorable_Code_Point}/gu, '')))
    throw wrong('body', 'comment.empty', 'Hãy nhập nội dung trao đổi.')
  if ([...kept.body].length > LONGEST) {
    throw wrong('body', 'comment.too_long', `Nội dung dài quá ${LONGEST} ký tự. Hãy rút gọn, hoặc gửi làm nhiều lần.`)
  }
  return kept
}

/** How the sender wrote a mention, for a refusal: never a name they do not know already. */
export function asWritten(body: string, { start, end }: Mention): string {
  return cleaned(body.slice(start, end)).replace(/^@/, '').slice(0, 100).trim() || '?'
}

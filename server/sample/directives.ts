import { readdirSync, readFileSync } from 'node:fs'
import { type Corrected, importDirective } from '../directives/index.ts'
import type { Deps } from '../platform/room.ts'
import { findActor } from '../registry/index.ts'

const FOLDER = new URL('directives/', import.meta.url)

/** Left for a person to review and confirm, so that the review screen has something to show. */
const LEFT_IN_REVIEW = new Set([
  '2026-10-29-thong-bao-chuyen-doi-so.docx',
  '2026-11-12-nghi-quyet-phien-hop-thang-10.txt',
])

/**
 * What the follow-up officer corrects before the confirmation, so that the page of accuracy has something to teach: a
 * name that the registry does not have, twice, and a label that the reader does not know.
 */
const CORRECTIONS: Record<string, Record<string, Corrected>> = {
  // Given to all ministries together: a task for each, and a part for each where they coordinate.
  '2026-11-03-chi-thi-ra-soat-van-ban.txt': {
    'II.1': { distribute: ['each'] },
    'II.2': { distribute: ['coordinating'] },
  },
  '2026-09-15-quyet-dinh-ke-hoach-cai-cach-thu-tuc.txt': {
    'II.1': { parties: [{ role: 'lead', name: 'Trung tâm CNTT', agency: 'Trung tâm Tin học' }] },
    'II.2': { parties: [{ role: 'coordinating', name: 'Trung tâm CNTT', agency: 'Trung tâm Tin học' }] },
    'III.1': {
      content: 'Hướng dẫn các bộ, ngành, địa phương chuẩn hóa báo cáo định kỳ gửi Chính phủ, Thủ tướng Chính phủ.',
      parties: [
        { role: 'coordinating', name: 'Vụ Kinh tế tổng hợp', agency: 'Vụ Kinh tế tổng hợp' },
        {
          role: 'coordinating',
          name: 'Cục Kiểm soát thủ tục hành chính',
          agency: 'Cục Kiểm soát thủ tục hành chính',
        },
      ],
    },
  },
}

/**
 * Imports the sample documents as the follow-up officer would: upload, reading, review, confirmation. Those dated after
 * `today` (their names begin with the day) have not been issued yet; those imported before are skipped. Returns how many
 * were imported.
 */
export async function importDirectives(deps: Deps, email: string, today: string): Promise<number> {
  const user = await deps.db
    .selectFrom('platform.user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const actor = await findActor(deps.db, { userId: user.id, sessionId: null }, today)
  if (actor === undefined) throw new Error(`${email} has no post`)
  const names = readdirSync(FOLDER)
    .filter((name) => /^\d{4}-\d{2}-\d{2}-/.test(name) && name.slice(0, 10) <= today)
    .sort()
  let taken = 0
  for (const fileName of names) {
    const bytes = readFileSync(new URL(fileName, FOLDER))
    const file = { bytes, fileName }
    const { isNew } = await importDirective(deps, actor, file, {
      andConfirm: !LEFT_IN_REVIEW.has(fileName),
      corrections: CORRECTIONS[fileName] ?? {},
    })
    if (isNew) taken += 1
  }
  return taken
}

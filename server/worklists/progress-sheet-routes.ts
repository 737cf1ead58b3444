import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { disposition } from '../platform/attachment.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { Invalid } from '../platform/errors.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { uploadedFile } from '../platform/upload.ts'
import { markerOf, writeProgressSheet } from './progress-sheet.ts'
import { readProgressSheet } from './progress-sheet-read.ts'
import { SheetPreview } from './progress-sheet-shapes.ts'

const tags = ['tasks']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Progress reported by a sheet: downloaded, filled in, uploaded, previewed, and then sent. */
export function progressSheetRoutes(app: App, { config, db, clock }: Deps): void {
  const marker = () => markerOf(config)

  app.get(
    '/api/tasks/progress-sheet.xlsx',
    {
      schema: {
        operationId: 'takeProgressSheet',
        summary: 'Open tasks of the user’s own agencies as a sheet to fill in',
        tags,
        response: { 200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => {
      const today = todayInVietnam(clock)
      const file = await writeProgressSheet(db, actorOf(request), marker(), today)
      reply.type(XLSX).header('content-disposition', disposition(`phieu-tien-do-${today}.xlsx`))
      return reply.send(file)
    },
  )

  // By hand: it reads an uploaded file and changes nothing.
  app.post(
    '/api/tasks/progress-sheet',
    {
      schema: {
        operationId: 'previewProgressSheet',
        summary: 'What a filled-in sheet would report; nothing is changed',
        description: 'multipart/form-data with one `file`. Send the rows accepted to `/api/tasks/bulk`, act `report`.',
        tags,
        consumes: ['multipart/form-data'],
        response: { 200: SheetPreview },
      },
    },
    async (request) => {
      const actor = actorOf(request)
      const found = await uploadedFile(request)
      if (!found) throw new Invalid('sheet.no_file', 'Chưa có tệp nào được gửi lên. Hãy chọn phiếu đã điền.')
      return readProgressSheet(db, actor, marker(), found.bytes, todayInVietnam(clock))
    },
  )
}

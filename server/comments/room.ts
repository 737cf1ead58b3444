import type { Room } from '../platform/room.ts'
import { commentRoutes } from './routes.ts'
import { commentTells } from './tells.ts'

export const comments: Room = {
  name: 'comments',
  tokenScopes: { comments: 'tasks' },
  routes: commentRoutes,
  tells: commentTells,
  events: [
    { name: 'comment.added', vi: 'Trao đổi về nhiệm vụ', en: 'Comment on the task', isPublic: true },
    { name: 'comment.corrected', vi: 'Sửa ý kiến trao đổi', en: 'Comment corrected', isPublic: true },
    { name: 'comment.withdrawn', vi: 'Rút ý kiến trao đổi', en: 'Comment withdrawn', isPublic: true },
    // Of these the other side must not learn: they are no acts on the task (INTERNAL_TO_GIVER), and not public.
    { name: 'internalComment.added', vi: 'Trao đổi nội bộ về nhiệm vụ', en: 'Internal comment on the task' },
    { name: 'internalComment.corrected', vi: 'Sửa ý kiến nội bộ', en: 'Internal comment corrected' },
    { name: 'internalComment.withdrawn', vi: 'Rút ý kiến nội bộ', en: 'Internal comment withdrawn' },
  ],
}

import { answer } from '@dieuhanh/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { List, rowsOf } from '../list/list.tsx'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { taskKeys } from '../tasks/index.ts'
import { asSentence, showInstant, showNumber } from '../ui/format.ts'
import type { WorkFilter } from './work-query.ts'

/** Acts on tasks since yesterday, as sentences, each with its task. */
export function Changes({ whose }: { whose: Pick<WorkFilter, 'agencyId' | 'followerId'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const found = useInfiniteQuery({
    queryKey: [...taskKeys.lists, 'queue', 'changes', whose],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/queue/changes', {
          params: {
            query: {
              ...whose,
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
  const rows = rowsOf(found.data)
  const total = found.data?.pages[0]?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <aside className="panel work-changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('work.changes')}</h2>
      <List
        query={found}
        rows={rows}
        blank={<p className="soft">{t('work.noChanges')}</p>}
        lines={4}
        moreNote={
          <span className="soft">
            {t('work.shown', { shown: showNumber(rows?.length ?? 0, language), n: showNumber(total, language) })}
          </span>
        }
      >
        {(shown) => (
          <ul className="plain" data-testid="changes">
            {shown.map(
              ({ id, event, actor, onBehalfOf, taskId, code, title, leadAgencyName, percent, reason, recordedAt }) => (
                <li key={id}>
                  <p className="work-why">
                    {t(onBehalfOf === null ? 'work.changed' : 'work.changedFor', {
                      actor,
                      onBehalfOf,
                      event:
                        wordsIf(`event.${event.replace(/^task\./, '').replaceAll('.', '_')}`) ??
                        t('event.other', { name: event }),
                    })}
                    {percent === null ? '' : ` (${percent}%)`}
                  </p>
                  <Link to="/nhiem-vu/$id" params={{ id: String(taskId) }} className="clamp-2 work-why">
                    <span className="tabular nowrap">{code}</span> {asSentence(title)}
                  </Link>
                  <p className="soft work-why">
                    {leadAgencyName} · <span className="tabular nowrap">{showInstant(recordedAt)}</span>
                  </p>
                  {reason === null ? null : <p className="work-words clamp-2">{t('work.because', { reason })}</p>}
                </li>
              ),
            )}
          </ul>
        )}
      </List>
    </aside>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { FollowedSwitch } from '../shell/followed-switch.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import type { UseUrge } from '../tasks/index.ts'
import { Blank } from '../ui/blank.tsx'
import { Labelled } from '../ui/labelled.tsx'
import { Changes } from './changes.tsx'
import { Settings } from './settings.tsx'
import type { WorkRow } from './work-groups.tsx'
import { WorkList } from './work-list.tsx'
import { workQuery } from './work-query.ts'

/** The acts for each reason, the usual one first. */
const ANSWERS = {
  claim: ['confirm', 'sendBack'],
  claimWithoutProof: ['sendBack', 'confirm'],
  claimBelowTarget: ['sendBack', 'confirm'],
  extension: ['decide'],
  return: ['decide'],
  transfer: ['decide'],
  returned: ['transfer', 'cancel'],
  progressBack: ['callForReport'],
  silent: ['callForReport'],
  period: ['callForReport'],
} as const satisfies Partial<Record<WorkRow['reason'], readonly WorkRow['may'][number][]>>
type Answered = (typeof ANSWERS)[keyof typeof ANSWERS][number]

/** Reasons for which a letter may be the answer. */
const TO_URGE: ReadonlySet<WorkRow['reason']> = new Set(['silent', 'period', 'progressBack'])

/** The work of follow-up officers, and what has changed since yesterday. */
export function Queue({ useUrge }: { useUrge: UseUrge }) {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/theo-doi' })
  const navigate = useNavigate({ from: '/theo-doi' })
  useTitle(t('nav.queue'))
  const urging = useUrge()
  const whose = {
    ...(search.agencyId === undefined ? {} : { agencyId: search.agencyId }),
    ...(search.followerId === undefined ? {} : { followerId: search.followerId }),
  }
  // The same query as the list: its response has the default days if the address names none.
  const all = useQuery(workQuery('queue', whose))
  const change = (changed: typeof search) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  return (
    <div className="page">
      <div className="row spread page-head">
        <div className="grow">
          <h1>{t('nav.queue')}</h1>
          <p className="soft">{t('work.queueAbout')}</p>
          <FollowedSwitch value={search.followerId} onChange={(followerId) => change({ followerId })} />
        </div>
        <div className="row screen-only">
          <Labelled id="queue-agency" label={t('work.agency')}>
            <div className="queue-agency">
              <AgencySelect
                id="queue-agency"
                {...(search.agencyId === undefined ? {} : { value: search.agencyId })}
                onChange={(agencyId) => change({ agencyId })}
              />
            </div>
          </Labelled>
          <Labelled id="silent-days" label={t('work.silentDays')}>
            <SilentDays
              value={search.silentDays}
              usual={all.data?.silentDays}
              onChange={(silentDays) => change({ silentDays })}
            />
          </Labelled>
          {mayDo(me, 'system.keep') ? <Settings /> : null}
        </div>
      </div>
      <div className="queue-grid">
        <div>
          <WorkList
            list="queue"
            path="/theo-doi"
            search={search}
            useUrge={useUrge}
            blank={<Blank title={t('work.nothingQueued')} hint={t('work.nothingQueuedHint')} />}
            actsOf={(row) => (
              <>
                <Answers
                  row={row}
                  onOpen={(act) =>
                    change({ task: row.taskId, act, about: act === 'decide' ? row.aboutId! : undefined })
                  }
                />
                {urging && TO_URGE.has(row.reason) ? (
                  <Button size="small" onClick={() => urging.urge([row.taskId])} data-testid="urge-row">
                    {t('urging.urgeThis')}
                  </Button>
                ) : null}
              </>
            )}
          />
        </div>
        <Changes whose={whose} />
      </div>
      {urging?.shown}
    </div>
  )
}

function Answers({ row, onOpen }: { row: WorkRow; onOpen: (act: Answered) => void }) {
  const { t } = useTranslation()
  const answers: readonly Answered[] = row.reason in ANSWERS ? ANSWERS[row.reason as keyof typeof ANSWERS] : []
  return answers
    .filter((act) => row.may.includes(act))
    .map((act, place) => (
      <Button key={act} size="small" type={place === 0 ? 'primary' : 'default'} onClick={() => onOpen(act)}>
        {t(`act.${act}`)}
      </Button>
    ))
}

/** Days without a report; if empty, the administrators' default. */
function SilentDays({
  value,
  usual,
  onChange,
}: {
  value: number | undefined
  usual: number | undefined
  onChange: (days: number | undefined) => void
}) {
  const { t } = useTranslation()
  return (
    <InputNumber
      id="silent-days"
      min={1}
      max={365}
      value={value ?? null}
      changeOnBlur
      changeOnWheel={false}
      onChange={(days) => onChange(days ?? undefined)}
      placeholder={String(usual ?? '')}
      suffix={t('work.days')}
    />
  )
}

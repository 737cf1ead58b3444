/** Who does what with a document: its parts, those that were passed on under the one they came from. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/session.ts'
import { showDay, showInstant } from '../ui/format.ts'
import type { FormName } from './incoming-acts.tsx'
import { HandlingStateMark } from './incoming-mark.tsx'
import type { Handling, Incoming } from './incoming-queries.ts'

interface Props {
  one: Incoming
  onAct: (act: FormName, part: number) => void
  onStart: (handling: Handling) => void
}

export function Handlings({ one, onAct, onStart }: Props) {
  const { t } = useTranslation()
  if (one.registeredAt === null) return null
  return (
    <section className="panel incoming-first" aria-labelledby="incoming-handling" data-testid="handlings">
      <h2 id="incoming-handling">{t('incoming.handling')}</h2>
      {one.handlings.length === 0 ? (
        <p className="soft">{t('incoming.noHandling')}</p>
      ) : (
        <Parts one={one} fromId={null} onAct={onAct} onStart={onStart} />
      )}
    </section>
  )
}

function Parts({ one, fromId, onAct, onStart }: Props & { fromId: number | null }) {
  const parts = one.handlings.filter((part) => part.fromId === fromId)
  if (parts.length === 0) return null
  return (
    <ul className="plain incoming-parts">
      {parts.map((part) => (
        <li key={part.id} className={`incoming-part incoming-part-${part.state}`} data-testid="handling">
          <Part part={part} onAct={onAct} onStart={onStart} />
          <Parts one={one} fromId={part.id} onAct={onAct} onStart={onStart} />
        </li>
      ))}
    </ul>
  )
}

/** The form of each act on a part. */
const FORM_OF: Partial<Record<string, FormName>> = {
  finish: 'finishPart',
  passOn: 'passOn',
  giveBack: 'giveBack',
  withdraw: 'withdraw',
}
const ORDER = ['start', 'passOn', 'finish', 'giveBack', 'withdraw'] as const

function Part({ part, onAct, onStart }: { part: Handling } & Omit<Props, 'one'>) {
  const { t } = useTranslation()
  const me = useMe()
  const name = part.agency?.name ?? part.person?.name ?? ''
  const isOpen = part.state === 'assigned' || part.state === 'underway'
  const acts = ORDER.filter((act) => part.acts.includes(act))
  return (
    <>
      <p>
        <strong lang="vi">{name}</strong>
        {part.person ? <span className="soft" lang="vi">{`, ${part.unit.name}`}</span> : null}
      </p>
      <p>
        <span className="tag incoming-role">{t(`incoming.part.${part.part}`)}</span>{' '}
        <HandlingStateMark state={part.state} />{' '}
        {part.dueOn ? (
          <span className={isOpen && part.dueOn < me.today ? 'overdue strong' : 'soft'}>
            {t('incoming.dueOn')}: {showDay(part.dueOn)}
          </span>
        ) : null}
      </p>
      {part.words ? (
        <p className="incoming-words" lang="vi">
          {part.words}
        </p>
      ) : null}
      <p className="soft">
        <span lang="vi">{t('incoming.assignedBy', { by: part.assignedBy, at: showInstant(part.assignedAt) })}</span>
      </p>
      {part.endedAt ? (
        <div className="incoming-result">
          {part.result ? (
            <p className="incoming-words" lang="vi">
              {part.result}
            </p>
          ) : null}
          <p className="soft" lang="vi">
            {t('incoming.endedBy', { by: part.endedBy ?? '', at: showInstant(part.endedAt) })}
            {part.isOnline === null
              ? null
              : ` · ${part.isOnline ? t('incoming.online') : t('incoming.onPaper')}${part.paperReason ? `: ${part.paperReason}` : ''}`}
          </p>
        </div>
      ) : null}
      {acts.length > 0 ? (
        <div className="row screen-only incoming-part-acts">
          {acts.map((act, place) => (
            <Button
              key={act}
              size="small"
              type={place === 0 && act !== 'withdraw' && act !== 'giveBack' ? 'primary' : 'default'}
              aria-label={`${t(`incoming.handlingAct.${act}`)}: ${name}`}
              onClick={() => (act === 'start' ? onStart(part) : onAct(FORM_OF[act]!, part.id))}
              data-testid={`part-${act}`}
            >
              {part.part === 'know' && act === 'finish'
                ? t('incoming.handlingAct.seen')
                : t(`incoming.handlingAct.${act}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  )
}

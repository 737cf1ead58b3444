import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { addDays, showDay } from '../ui/format.ts'
import type { AgencyDetail, Passage } from './queries.ts'
import { AgencyLink } from './tree.tsx'

interface Props {
  agency: AgencyDetail
  /** The acts on one succession, for users who are allowed to do them. */
  onWithdraw?: ((passage: Passage) => void) | undefined
}

/** Predecessors, the agency, successors: side by side, stacked on a phone. */
export function Lineage({ agency, onWithdraw }: Props) {
  const { t } = useTranslation()
  const { predecessors, successors } = agency
  if (predecessors.length + successors.length === 0) return <p className="soft">{t('agencies.one.noLineage')}</p>
  const renamings = successors.filter(({ kind }) => kind === 'renamed')
  const after = successors.filter(({ kind }) => kind !== 'renamed')
  return (
    <div className="lineage" data-testid="lineage">
      <div className="lineage-side">
        <h3>{t('agencies.one.before')}</h3>
        {predecessors.length === 0 ? <p className="soft">{t('agencies.one.noPredecessor')}</p> : null}
        <ul className="plain">
          {predecessors.map((passage) => (
            <li key={passage.id} className={`lineage-agency ${passage.kind} before`}>
              <RelatedAgency
                passage={passage}
                id={passage.oldId}
                name={passage.oldName}
                on={addDays(passage.effectiveOn, -1)}
              />
            </li>
          ))}
        </ul>
      </div>
      <div className="lineage-self">
        <h3>{t('agencies.one.itself')}</h3>
        <div className="lineage-agency self">
          <strong>{agency.name}</strong>
          {renamings.map((passage) => (
            <p key={passage.id} className="soft">
              {t('agencies.passageOf.renamed')} {showDay(passage.effectiveOn)}: {passage.oldName} → {passage.newName}
            </p>
          ))}
        </div>
      </div>
      <div className="lineage-side">
        <h3>{t('agencies.one.after')}</h3>
        {after.length === 0 ? <p className="soft">{t('agencies.one.noSuccessor')}</p> : null}
        <ul className="plain">
          {after.map((passage) => (
            <li key={passage.id} className={`lineage-agency ${passage.kind} after`}>
              <RelatedAgency passage={passage} id={passage.newId} name={passage.newName} on={passage.effectiveOn} />
              {onWithdraw ? (
                <Button
                  size="small"
                  type="link"
                  className="agency-small screen-only"
                  onClick={() => onWithdraw(passage)}
                >
                  {t('agencies.acts.withdrawSuccession')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function RelatedAgency({
  passage,
  id,
  name,
  on,
}: {
  passage: Passage
  id: number | null
  name: string | null
  on: string
}) {
  const { t } = useTranslation()
  return (
    <>
      {id === null ? null : <AgencyLink agency={{ id, name: name ?? '', abbreviation: null }} on={on} />}
      <p className="soft">
        {t(`agencies.passageOf.${passage.kind}`)}, {showDay(passage.effectiveOn)}
        {passage.subject ? `: ${passage.subject}` : ''}
        {passage.confidence === 'memory' ? ` (${t('agencies.one.fromMemory')})` : ''}
      </p>
    </>
  )
}

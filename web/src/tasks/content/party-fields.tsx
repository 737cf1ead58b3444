import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Radio, Select } from 'antd'
import { useDeferredValue, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect, agenciesQuery } from '../../form/agency-select.tsx'
import type { PartyContent } from '../../form/task-content.ts'
import { api } from '../../shell/api.ts'
import { RowError } from './content-rows.tsx'
import './content.css'

/** A party as the server last matched it. */
interface Matched {
  name: string
  role: PartyContent['role']
  agencyName: string | null
  candidates?: { id: number; name: string; likeness: number; insteadOf?: string | null }[]
}
interface Props<P extends PartyContent> {
  parties: P[]
  /** The candidates of the matched parties, by name. */
  matched?: readonly Matched[]
  on: string | undefined
  errors?: ReadonlyMap<string, string>
  blank: (role: PartyContent['role'], isFirst: boolean) => P
  onChange: (parties: P[]) => void
}
const NO_ERRORS: ReadonlyMap<string, string> = new Map()

/** Units as written and the agencies meant; one of several leads is accountable (Nghị định 39/2022/NĐ-CP). */
export function PartyFields<P extends PartyContent>({
  parties,
  matched = [],
  on,
  errors = NO_ERRORS,
  blank,
  onChange,
}: Props<P>) {
  const { t } = useTranslation()
  const set = (at: number, part: Partial<PartyContent>) =>
    onChange(parties.map((party, i) => (i === at ? { ...party, ...part } : party)))
  const answers = (at: number) => onChange(parties.map((party, i) => ({ ...party, accountable: i === at })))
  const add = (role: PartyContent['role']) =>
    onChange([...parties, blank(role, !parties.some((party) => party.role === 'lead'))])
  return (
    <fieldset className="rows">
      <legend>{t('draft.parties')}</legend>
      {parties.map((party, i) => (
        <PartyRow
          // biome-ignore lint/suspicious/noArrayIndexKey: parties have no id
          key={i}
          party={party}
          matched={matched.find(({ name, role }) => name === party.name && role === party.role)}
          on={on}
          error={errors.get(`parties.${i}.agencyId`) ?? errors.get(`parties.${i}.name`) ?? errors.get(`parties.${i}`)}
          onChange={(part) => set(i, part)}
          onAnswer={() => answers(i)}
          onRemove={() => onChange(parties.filter((_, at) => at !== i))}
        />
      ))}
      <div className="row">
        <Button size="small" icon={<PlusOutlined />} onClick={() => add('lead')}>
          {t('draft.addLead')}
        </Button>
        <Button size="small" icon={<PlusOutlined />} onClick={() => add('coordinating')}>
          {t('draft.addCoordinating')}
        </Button>
      </div>
    </fieldset>
  )
}

interface RowProps {
  party: PartyContent
  matched: Matched | undefined
  on: string | undefined
  error: string | undefined
  onChange: (part: Partial<PartyContent>) => void
  onAnswer: () => void
  onRemove: () => void
}

function PartyRow({ party, matched, on, error, onChange, onAnswer, onRemove }: RowProps) {
  const { t } = useTranslation()
  const id = useId()
  const isOpen = party.agencyId === null && party.collective !== true
  const agencies = useQuery(agenciesQuery(on)).data?.agencies
  /** An agency chosen before a name is written is named as the registry names it. */
  const choose = (agencyId: number | null) => {
    const chosen = party.name.trim() === '' ? agencies?.find(({ id: key }) => key === agencyId) : undefined
    onChange({ agencyId, ...(chosen ? { name: chosen.name } : {}) })
  }
  const candidates = useCandidates(party.name, on, isOpen, matched?.candidates)
  return (
    <div className="edit-row">
      <div className="row edit-line">
        <Select
          aria-label={t('draft.role')}
          value={party.role}
          onChange={(role) => onChange({ role, accountable: role === 'lead' && party.accountable })}
          options={[
            { value: 'lead', label: t('mark.lead') },
            { value: 'coordinating', label: t('mark.coordinating') },
          ]}
          className="role"
        />
        <Input
          aria-label={t('draft.writtenName')}
          value={party.name}
          maxLength={1000}
          placeholder={t('draft.writtenName')}
          className="grow"
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <Button
          type="text"
          icon={<CloseOutlined />}
          onClick={onRemove}
          aria-label={t('draft.removeParty', { name: party.name })}
        />
      </div>
      <div className="row edit-line">
        <span className="grow">
          <AgencySelect
            id={id}
            value={party.agencyId ?? undefined}
            named={matched?.agencyName ?? null}
            on={on}
            label={t('draft.agency')}
            placeholder={t(party.collective ? 'draft.collective' : 'draft.chooseAgency')}
            onChange={(agencyId) => choose(agencyId ?? null)}
          />
        </span>
        {party.role === 'lead' ? (
          <Radio checked={party.accountable} onChange={onAnswer} name="accountable">
            {t('task.accountable')}
          </Radio>
        ) : null}
      </div>
      {isOpen && candidates.length > 0 ? (
        <div className="row candidates">
          <span className="soft">{t('draft.meant')}</span>
          {candidates.map((candidate) => (
            <Button key={candidate.id} size="small" onClick={() => choose(candidate.id)}>
              {candidate.name}{' '}
              {candidate.insteadOf
                ? t('draft.insteadOf', { name: candidate.insteadOf })
                : `(${Math.round(candidate.likeness * 100)}%)`}
            </Button>
          ))}
        </div>
      ) : null}
      {party.scope !== null && party.scope !== undefined ? (
        <Input
          aria-label={t('draft.scope')}
          value={party.scope}
          maxLength={1000}
          onChange={(event) => onChange({ scope: event.target.value })}
        />
      ) : null}
      <RowError error={error} />
    </div>
  )
}

/** Agencies the written name may mean, best first: from the server, requested again when the name changes. */
function useCandidates(name: string, on: string | undefined, isOpen: boolean, found: Matched['candidates']) {
  const words = useDeferredValue(name.trim())
  const lookup = useQuery({
    queryKey: ['resolve', words, on],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/agencies/resolve', { params: { query: { name: words, ...(on ? { on } : {}) } }, signal })),
    enabled: isOpen && found === undefined && words.length > 2,
    staleTime: 60_000,
  })
  return isOpen ? (found ?? lookup.data?.candidates ?? []) : []
}

import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ItemFilter, ProgrammeSearch } from '../paths/programme.ts'
import { showDay } from '../ui/format.ts'

interface Props {
  search: ProgrammeSearch
  /** The day of the list. */
  asOf: string
  onChange: (changed: ProgrammeSearch) => void
}

/** What the address of a figure filters by and no field of the list shows, in words; each can be removed. Also printed. */
export function FilterChips({ search, asOf, onChange }: Props) {
  const { t } = useTranslation()
  const { agencyId, agencyBy, inCharge, age, moves, flow, owedOn, recovered, actFrom, actTo } = search
  const chips: { words: string; names: (keyof ItemFilter)[] }[] = []
  if (agencyId !== undefined && agencyBy === 'lead')
    chips.push({ words: t('programme.filter.agencyBy'), names: ['agencyBy'] })
  if (inCharge !== undefined) {
    chips.push({
      words: inCharge === '' ? t('programme.noOne') : t('programme.filter.inCharge', { name: inCharge }),
      names: ['inCharge'],
    })
  }
  if (age !== undefined)
    chips.push({ words: t('programme.filter.age', { age: t(`programme.age.${age}`) }), names: ['age'] })
  if (moves !== undefined) chips.push({ words: t(`programme.filter.moves.${moves}`), names: ['moves'] })
  if (flow !== undefined) {
    const days = { from: `01/01/${asOf.slice(0, 4)}`, to: showDay(asOf) }
    chips.push({ words: t(`programme.filter.flow.${flow}`, days), names: ['flow'] })
  }
  if (owedOn !== undefined) {
    chips.push({ words: t('programme.filter.owedOn', { day: showDay(owedOn) }), names: ['owedOn', 'recovered'] })
    if (recovered !== undefined) {
      chips.push({ words: t(`programme.filter.recovered.${recovered}`, { day: showDay(asOf) }), names: ['recovered'] })
    }
  }
  if (actFrom !== undefined && actTo !== undefined) {
    const days = { from: showDay(actFrom), to: showDay(actTo) }
    chips.push({ words: t('programme.decidedWithin', days), names: ['actFrom', 'actTo'] })
  }
  if (chips.length === 0) return null
  return (
    <ul className="row chips" aria-label={t('filter.active')} data-testid="programme-filters">
      {chips.map(({ words, names }) => (
        <li key={names[0]}>
          <Tag
            closable={{ 'aria-label': t('filter.remove', { name: words }) }}
            onClose={(event) => {
              event.preventDefault()
              onChange(Object.fromEntries(names.map((name) => [name, undefined])))
            }}
          >
            {words}
          </Tag>
        </li>
      ))}
    </ul>
  )
}

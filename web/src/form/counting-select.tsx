import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { COUNTINGS } from '../paths/parse.ts'
import { Labelled } from '../ui/labelled.tsx'

type Counting = (typeof COUNTINGS)[number]

/** How what was given to several agencies counts: each, which is the default and not in the address, or once. */
export function CountingSelect({
  value,
  onChange,
}: {
  value: Counting | undefined
  onChange: (counting: Counting | undefined) => void
}) {
  const { t } = useTranslation()
  return (
    <Labelled id="counting" label={t('collective.counting')}>
      <Select
        id="counting"
        value={value ?? 'perMember'}
        onChange={(counting) => onChange(counting === 'once' ? counting : undefined)}
        options={COUNTINGS.map((one) => ({ value: one, label: t(`collective.countings.${one}`) }))}
        className="wide"
      />
    </Labelled>
  )
}

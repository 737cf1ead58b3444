import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Drawer, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../shell/download.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { Labelled } from '../ui/labelled.tsx'
import { programmesQuery } from './queries.ts'

const FORMATS = ['docx', 'pdf', 'xlsx'] as const
const GROUPINGS = ['agency', 'month'] as const

interface Props {
  isOpen: boolean
  /** The programme that the list behind it shows. */
  programmeId: number | undefined
  onClose: () => void
}

/** The annex of a programme on paper. */
export function PrintProgramme({ isOpen, onClose, programmeId }: Props) {
  const { t } = useTranslation()
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      size={520}
      destroyOnHidden
      title={t('programme.print')}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {isOpen ? <Choice programmeId={programmeId} /> : null}
    </Drawer>
  )
}

function Choice({ programmeId }: Pick<Props, 'programmeId'>) {
  const { t } = useTranslation()
  const { today } = useMe()
  const found = useQuery(programmesQuery)
  const [chosen, choose] = useState(programmeId)
  const [by, setBy] = useState<(typeof GROUPINGS)[number]>('agency')
  const [asOf, setAsOf] = useState(today)
  const printing = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) =>
      download(`/api/programme/programmes/${id}/file?${new URLSearchParams({ format, by, asOf })}`),
  })
  // What nobody has put an entry into has no annex.
  const issued = (found.data?.rows ?? []).filter(({ state, items }) => state === 'issued' && items > 0)
  const id = chosen ?? (issued.find(({ firstOn, lastOn }) => firstOn <= today && today <= lastOn) ?? issued[0])?.id
  if (found.error) return <ProblemNote error={found.error} retry={() => found.refetch()} />
  if (found.data && issued.length === 0) return <p className="soft">{t('programme.nonePrinted')}</p>
  return (
    <div className="stack">
      <p className="soft">{t('programme.printHint')}</p>
      <Labelled id="print-programme" label={t('programme.programme')}>
        <Select
          id="print-programme"
          className="wide"
          loading={found.isPending}
          value={id}
          onChange={choose}
          options={issued.map((one) => ({ value: one.id, label: one.title }))}
        />
      </Labelled>
      <Labelled id="print-as-of" label={t('programme.asOf')}>
        <DayPicker
          id="print-as-of"
          value={asOf}
          max={today}
          onChange={(day) => setAsOf(day ?? today)}
          className="wide"
        />
      </Labelled>
      <span id="print-by">{t('programme.printBy')}</span>
      <Radio.Group
        aria-labelledby="print-by"
        value={by}
        onChange={({ target }) => setBy(target.value)}
        options={GROUPINGS.map((value) => ({ value, label: t(`programme.printedBy.${value}`) }))}
      />
      <div className="row">
        {FORMATS.map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined aria-hidden />}
            disabled={id === undefined}
            loading={printing.isPending && printing.variables === format}
            onClick={() => printing.mutate(format)}
            data-testid={`print-${format}`}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
      {printing.error ? <ProblemNote error={printing.error} /> : null}
    </div>
  )
}

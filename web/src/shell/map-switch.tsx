import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { MAPS } from '../paths/parse.ts'
import type { TaskFilter } from '../paths/tasks.ts'
import { showDay } from '../ui/format.ts'

type AgencyMap = NonNullable<TaskFilter['map']>

/** The agency a task counts for: that of the day of the figures, or its successor of today. */
export function MapSwitch({ value, onChange }: { value: AgencyMap | undefined; onChange: (map: AgencyMap) => void }) {
  const { t } = useTranslation()
  return (
    <Segmented
      size="small"
      value={value ?? 'ofDay'}
      onChange={onChange}
      aria-label={t('reorganisation.map.label')}
      options={MAPS.map((map) => ({ value: map, label: t(`reorganisation.map.${map}`) }))}
      className="screen-only"
    />
  )
}

/** The same as a sentence, printed with the figures. `mapOn` is from the response. */
export function MapNote({ mapOn }: { mapOn: string | null }) {
  const { t } = useTranslation()
  return (
    <p className="soft">
      {mapOn === null ? t('reorganisation.map.ofDayNote') : t('reorganisation.map.todayNote', { day: showDay(mapOn) })}
    </p>
  )
}

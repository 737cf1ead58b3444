import { answer, type Body } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { filled } from './act.tsx'
import { refreshProgramme } from './queries.ts'

const KINDS = ['year', 'quarter', 'month', 'week'] as const
type Words = Body<'/api/programme/programmes'>

/** Records the programme of a period with the act that issued it. */
export function NewProgramme({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<Words>
      title={isOpen ? t('programme.found') : undefined}
      hint={t('programme.foundHint')}
      initial={{ kind: 'year', on: today, actOn: today }}
      did={t('programme.didFound')}
      send={(words, _, key) =>
        answer(api.POST('/api/programme/programmes', { body: filled(words) as Words, headers: key }))
      }
      refresh={() => refreshProgramme(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <Field name="kind" label={t('programme.kindLabel')}>
            <Select options={KINDS.map((value) => ({ value, label: t(`programme.kind.${value}`) }))} />
          </Field>
          <DayField name="on" label={t('programme.anyDay')} />
          <LineField name="title" label={t('programme.programmeTitle')} isOptional />
          <LineField name="actNumber" label={t('programme.actNumber')} max={100} />
          <DayField name="actOn" label={t('programme.actOn')} max={today} />
        </>
      )}
    </FormDrawer>
  )
}

import { answer, type Body } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgenciesSelect, AgencySelect } from '../form/agency-select.tsx'
import { DayField, Field, LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { LEVELS, TEXT_KINDS } from '../paths/programme.ts'
import { api } from '../shell/api.ts'
import { mayDo, useMe } from '../shell/session.ts'
import { filled } from './act.tsx'
import { MonthInput } from './month-input.tsx'
import { programmesQuery, refreshProgramme } from './queries.ts'

const ORIGINS = ['directive', 'law', 'own'] as const
type Added = Body<'/api/programme/items'>
type Registered = Body<'/api/programme/registrations'>
type Words = Added & Registered

/** A keeper adds an entry with the act that put it in; a body registers one, which is decided. */
export function NewItem({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const programmes = useQuery({ ...programmesQuery, enabled: isOpen })
  const isKeeper = mayDo(me, 'programme.keep')
  // A body registers for what is not over.
  const issued = (programmes.data?.rows ?? []).filter(
    ({ state, lastOn }) => state === 'issued' && (isKeeper || lastOn >= me.today),
  )
  // The form begins with the programme of the running year, once it is known.
  if (isOpen && programmes.isPending) return null
  const running =
    issued.find(({ kind, firstOn, lastOn }) => kind === 'year' && firstOn <= me.today && me.today <= lastOn) ??
    issued[0]
  return (
    <FormDrawer<Words, undefined, { id: number }>
      title={isOpen ? t(isKeeper ? 'programme.add' : 'programme.register') : undefined}
      hint={t(isKeeper ? 'programme.addHint' : 'programme.registerHint')}
      initial={{
        ...(running ? { programmeId: running.id } : {}),
        level: 'government',
        ...(isKeeper
          ? { actOn: running?.actOn ?? me.today, actNumber: running?.actNumber ?? '' }
          : { leadAgencyId: me.agencyId }),
      }}
      did={t(isKeeper ? 'programme.didAdd' : 'programme.didRegister')}
      send={(words, _, key) =>
        isKeeper
          ? answer(api.POST('/api/programme/items', { body: filled(words) as Added, headers: key }))
          : answer(api.POST('/api/programme/registrations', { body: filled(words) as Registered, headers: key }))
      }
      refresh={() => refreshProgramme(queries)}
      onDone={({ id }) => navigate({ to: '/chuong-trinh-cong-tac/$id', params: { id: String(id) } })}
      onClose={onClose}
    >
      {() => (
        <>
          <Field name="programmeId" label={t('programme.programme')}>
            <Select options={issued.map(({ id, title }) => ({ value: id, label: title }))} />
          </Field>
          <WordsField name="name" label={t('programme.name')} rows={2} max={2000} />
          <Field name="leadAgencyId" label={t('programme.lead')}>
            <AgencySelect placeholder={t('field.chooseAgency')} />
          </Field>
          <Field name="level" label={t('programme.levelLabel')}>
            <Select options={LEVELS.map((value) => ({ value, label: t(`programme.level.${value}`) }))} />
          </Field>
          <Field name="coordinatingIds" label={t('programme.coordinating')} isOptional>
            <AgenciesSelect />
          </Field>
          <Field name="textKind" label={t('programme.textKind')} extra={t('programme.textKindHint')} isOptional>
            <Select
              allowClear
              options={TEXT_KINDS.map((value) => ({ value, label: t(`programme.kindOf.${value}`) }))}
            />
          </Field>
          <Field name="month" label={t('programme.monthDue')} extra={t('programme.monthOrDay')} isOptional>
            <MonthInput />
          </Field>
          <DayField name="day" label={t('programme.dayDue')} isOptional />
          <LineField name="inCharge" label={t('programme.inCharge')} max={200} isOptional />
          <Field name="origin" label={t('programme.originLabel')} isOptional>
            <Select allowClear options={ORIGINS.map((value) => ({ value, label: t(`programme.origin.${value}`) }))} />
          </Field>
          <LineField name="originWords" label={t('programme.originWords')} max={1000} isOptional />
          <WordsField name="note" label={t('programme.note')} rows={2} isOptional />
          {isKeeper ? (
            <>
              <LineField name="actNumber" label={t('programme.actNumber')} max={100} />
              <DayField name="actOn" label={t('programme.actOn')} max={me.today} />
            </>
          ) : (
            <WordsField name="reason" label={t('programme.registerReason')} rows={3} />
          )}
        </>
      )}
    </FormDrawer>
  )
}

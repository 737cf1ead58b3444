import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { DayField, Field, LineField } from '../form/fields.tsx'
import { useLanguage } from '../shell/language.tsx'
import { rolesQuery } from './queries.ts'

export interface PostWords {
  agencyId: number
  role: string
  title: string
  from: string
  to?: string
}

export const postOf = ({ agencyId, role, title, from, to }: PostWords) => ({
  agencyId,
  role,
  title: title.trim(),
  from,
  ...(to ? { to } : {}),
})

/** Agency, role, title and span of a post; only the roles the user may give. */
export function PostFields() {
  const { t } = useTranslation()
  const language = useLanguage()
  const roles = useQuery(rolesQuery)
  return (
    <>
      <Field name="agencyId" label={t('people.agency')}>
        <AgencySelect isClearable={false} placeholder=" " />
      </Field>
      <Field name="role" label={t('people.role')}>
        <Select
          loading={roles.isPending}
          options={roles.data?.rows
            .filter(({ mayGive }) => mayGive)
            .map(({ role, name, nameEn }) => ({ value: role, label: language === 'vi' ? name : nameEn }))}
        />
      </Field>
      <LineField name="title" label={t('people.postTitle')} max={200} placeholder={t('people.postTitleHint')} />
      <DayField name="from" label={t('people.from')} />
      <DayField name="to" label={t('people.to')} extra={t('people.toHint')} isOptional />
    </>
  )
}

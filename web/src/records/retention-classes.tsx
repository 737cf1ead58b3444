import { answer, type Body } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { api } from '../shell/api.ts'
import { Blank } from '../ui/blank.tsx'
import { PastDay } from './case-acts.tsx'
import { refreshCases, retentionQuery } from './case-queries.ts'
import './cases.css'

interface Words extends Omit<Body<'/api/records/retention-classes'>, 'years'> {
  isPermanent: boolean
  years?: number
}

/** How long case files are kept: the general classes, and those of the circular of its sector that a body adds. */
export function RetentionClasses({
  mayAdd,
  isOpen,
  onOpen,
  onClose,
}: {
  mayAdd: boolean
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const found = useQuery(retentionQuery)
  return (
    <ListSection
      id="retention-classes"
      className="panel case-retention"
      title={t('cases.retention.title')}
      about={t('cases.retention.about')}
      acts={
        mayAdd ? (
          <Button onClick={onOpen} data-testid="new-retention">
            {t('cases.retention.add')}
          </Button>
        ) : null
      }
      query={found}
      rows={found.data?.rows}
      blank={<Blank title={t('cases.retention.none')} />}
      after={
        <FormDrawer<Words>
          title={mayAdd && isOpen ? t('cases.retention.add') : undefined}
          hint={t('cases.retention.hint')}
          did={t('cases.did')}
          initial={{ isPermanent: false }}
          send={({ isPermanent, years, ...typed }, _, key) =>
            answer(
              api.POST('/api/records/retention-classes', {
                headers: key,
                body: { ...typed, years: isPermanent ? null : (years ?? null) },
              }),
            )
          }
          refresh={() => refreshCases(queries)}
          onClose={onClose}
        >
          {() => (
            <>
              <LineField name="name" label={t('cases.retention.name')} max={500} />
              <Field name="isPermanent" label={t('cases.field.retention')}>
                <Radio.Group
                  options={[
                    { value: false, label: t('cases.retention.byYears') },
                    { value: true, label: t('cases.permanent') },
                  ]}
                />
              </Field>
              <Years />
              <LineField
                name="source"
                label={t('cases.retention.source')}
                extra={t('cases.retention.sourceHint')}
                max={500}
              />
              <PastDay name="validFrom" label={t('cases.retention.validFrom')} />
            </>
          )}
        </FormDrawer>
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('cases.retention.title')}
          keyOf={({ id }) => id}
          testId="retention-class"
          columns={[
            {
              key: 'name',
              title: t('cases.retention.name'),
              isHead: true,
              cell: ({ name }) => <span lang="vi">{name}</span>,
            },
            {
              key: 'years',
              title: t('cases.field.retention'),
              className: 'nowrap',
              cell: ({ years }) => (years === null ? t('cases.permanent') : t('cases.years', { count: years })),
            },
            {
              key: 'source',
              title: t('cases.retention.source'),
              cell: ({ source }) => <span lang="vi">{source}</span>,
            },
            {
              key: 'confidence',
              title: t('cases.retention.standing'),
              cell: ({ confidence }) => t(`cases.retention.confidence.${confidence}`),
            },
          ]}
          card={({ name, years, source, confidence }) => (
            <>
              <p lang="vi">{name}</p>
              <p>{years === null ? t('cases.permanent') : t('cases.years', { count: years })}</p>
              <p className="soft">
                <span lang="vi">{source}</span>, {t(`cases.retention.confidence.${confidence}`)}
              </p>
            </>
          )}
        />
      )}
    </ListSection>
  )
}

/** For how many years; nothing to say where it is permanently. */
function Years() {
  const { t } = useTranslation()
  const isPermanent: boolean | undefined = Form.useWatch('isPermanent', Form.useFormInstance())
  if (isPermanent) return null
  return (
    <Field name="years" label={t('cases.retention.years')}>
      <InputNumber min={1} max={100} precision={0} />
    </Field>
  )
}

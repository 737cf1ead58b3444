import { answer, type Body } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { api } from '../shell/api.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { useOpenCaseAct } from './case-acts.tsx'
import { type NomenclatureRow, nomenclaturesQuery, refreshCases } from './case-queries.ts'
import { useYears } from './case-standing.tsx'
import { RetentionClasses } from './retention-classes.tsx'

type NewNomenclature = Body<'/api/records/nomenclatures'>

/** The nomenclatures of the body, the latest year first. */
export function NomenclaturesPage() {
  const { t } = useTranslation()
  const { act } = useSearch({ from: '/staff/van-ban/danh-muc-ho-so' })
  const open = useOpenCaseAct()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [year = 2000] = useYears()
  const found = useQuery(nomenclaturesQuery)
  const name = ({ id, year: of }: NomenclatureRow) => (
    <Link to="/van-ban/danh-muc-ho-so/$id" params={{ id: String(id) }} data-row>
      {t('cases.nomenclatureOf', { year: of })}
    </Link>
  )
  const issued = ({ number, issuedOn }: NomenclatureRow) => (issuedOn ? `${number}, ${showDay(issuedOn)}` : '')
  return (
    <ListPage
      title={t('cases.nomenclatures')}
      about={t('cases.nomenclaturesAbout')}
      acts={
        <>
          <Link to="/van-ban/ho-so">{t('cases.title')}</Link>
          {found.data?.mayAdd ? (
            <Button type="primary" onClick={() => open({ act: 'new' })} data-testid="new-nomenclature">
              {t('cases.newNomenclature')}
            </Button>
          ) : null}
        </>
      }
      query={found}
      rows={found.data?.rows}
      blank={<Blank title={t('cases.noNomenclatures')} hint={t('cases.noNomenclaturesHint')} />}
      after={
        <>
          <RetentionClasses
            mayAdd={found.data?.mayAdd === true}
            isOpen={act === 'newRetention'}
            onOpen={() => open({ act: 'newRetention' })}
            onClose={() => open({})}
          />
          <FormDrawer<NewNomenclature, undefined, { id: number }>
            title={found.data?.mayAdd && act === 'new' ? t('cases.newNomenclature') : undefined}
            did={t('cases.did')}
            initial={{ year }}
            send={(body, _, key) => answer(api.POST('/api/records/nomenclatures', { headers: key, body }))}
            refresh={() => refreshCases(queries)}
            onDone={({ id }) => navigate({ to: '/van-ban/danh-muc-ho-so/$id', params: { id: String(id) } })}
            onClose={() => open({})}
          >
            {() => (
              <Field name="year" label={t('cases.field.year')}>
                <InputNumber min={year} max={year + 5} precision={0} />
              </Field>
            )}
          </FormDrawer>
        </>
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('cases.nomenclatures')}
          keyOf={({ id }) => id}
          testId="nomenclature"
          columns={[
            { key: 'year', title: t('cases.nomenclature'), cell: name, isHead: true },
            {
              key: 'agency',
              title: t('cases.field.agency'),
              cell: ({ agency }) => <span lang="vi">{agency.name}</span>,
            },
            { key: 'issued', title: t('cases.issuedBy'), cell: issued },
            { key: 'lines', title: t('cases.lines'), isNumber: true, cell: ({ lines }) => lines },
            { key: 'state', title: t('cases.where'), cell: ({ state }) => t(`cases.nomenclatureState.${state}`) },
          ]}
          card={(row) => (
            <>
              <p>{name(row)}</p>
              <p className="soft">
                {t(`cases.nomenclatureState.${row.state}`)} {issued(row)}
              </p>
            </>
          )}
        />
      )}
    </ListPage>
  )
}

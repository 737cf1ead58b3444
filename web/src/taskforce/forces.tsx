import { answer, type Body } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { api } from '../shell/api.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { AgencyField, PastDayField } from './fields.tsx'
import { forcesQuery, refreshTaskforce } from './queries.ts'
import type { TabProps } from './recommendations.tsx'

type NewForce = Body<'/api/taskforce/task-forces'>

/** The task forces, by the decision that set each up. */
export function ForcesTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const found = useQuery(forcesQuery)
  const mayKeep = found.data?.mayKeep ?? false
  return (
    <ListSection
      id="forces"
      title={t('taskforce.tabs.forces')}
      about={t('taskforce.forcesAbout')}
      acts={
        mayKeep ? (
          <Button type="primary" onClick={() => onChange({ act: 'new' })} data-testid="new-force">
            {t('taskforce.newForce')}
          </Button>
        ) : null
      }
      query={found}
      rows={found.data?.rows}
      blank={<Blank title={t('taskforce.noForces')} hint={t('taskforce.noForcesHint')} />}
      after={
        <FormDrawer<NewForce, undefined, { id: number }>
          title={mayKeep && search.act === 'new' ? t('taskforce.newForce') : undefined}
          did={t('taskforce.did')}
          send={(body, _, key) => answer(api.POST('/api/taskforce/task-forces', { headers: key, body }))}
          refresh={() => refreshTaskforce(queries)}
          onDone={({ id }) => navigate({ to: '/to-cong-tac/$id', params: { id: String(id) } })}
          onClose={() => onChange({ act: undefined })}
        >
          {() => (
            <>
              <LineField name="name" label={t('taskforce.field.forceName')} />
              <LineField name="act" label={t('taskforce.field.act')} placeholder="932/QĐ-TTg" />
              <PastDayField name="actOn" label={t('taskforce.field.actOn')} />
              <DayField name="fromOn" label={t('taskforce.field.fromOn')} />
              <AgencyField name="standingAgencyId" label={t('taskforce.field.standingAgency')} />
              <WordsField name="scope" label={t('taskforce.field.forceScope')} rows={3} />
            </>
          )}
        </FormDrawer>
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('taskforce.tabs.forces')}
          keyOf={({ id }) => id}
          testId="force"
          columns={[
            {
              key: 'name',
              title: t('taskforce.field.forceName'),
              isHead: true,
              cell: ({ id, name }) => (
                <Link to="/to-cong-tac/$id" params={{ id: String(id) }} data-row>
                  {name}
                </Link>
              ),
            },
            {
              key: 'act',
              title: t('taskforce.field.act'),
              cell: ({ act, actOn }) => `${act}, ${showDay(actOn)}`,
              className: 'nowrap',
            },
            { key: 'head', title: t('taskforce.memberRole.head'), cell: ({ head }) => <span lang="vi">{head}</span> },
            { key: 'members', title: t('taskforce.members'), isNumber: true, cell: ({ members }) => members },
            { key: 'to', title: t('taskforce.until'), cell: ({ toOn }) => showDay(toOn), className: 'tabular nowrap' },
          ]}
          card={({ id, name, act, head }) => (
            <>
              <p>
                <Link to="/to-cong-tac/$id" params={{ id: String(id) }} lang="vi">
                  {name}
                </Link>
              </p>
              <p className="soft" lang="vi">
                {act}
                {head ? ` · ${head}` : ''}
              </p>
            </>
          )}
        />
      )}
    </ListSection>
  )
}

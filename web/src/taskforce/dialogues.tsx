import { answer, type Body } from '@dieuhanh/client'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { optionalText } from '../form/typed-text.ts'
import { rowsOf } from '../list/list.tsx'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { api } from '../shell/api.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { ChoiceField } from './fields.tsx'
import { type DialogueRow, dialoguesQuery, forcesQuery, refreshTaskforce } from './queries.ts'
import type { TabProps } from './recommendations.tsx'

type NewDialogue = Body<'/api/taskforce/dialogues'>
const FORMS = ['inPerson', 'online', 'mixed'] as const

/** Sessions with business, latest first: how many questions, and how many were answered by the next session. */
export function DialoguesTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const found = useInfiniteQuery(dialoguesQuery)
  const forces = useQuery(forcesQuery)
  const mayAdd = found.data?.pages[0]?.mayAdd ?? false
  const open = (forces.data?.rows ?? []).filter(({ toOn }) => toOn === null)
  const name = ({ id, title }: DialogueRow) => (
    <Link to="/to-cong-tac/doi-thoai/$id" params={{ id: String(id) }} data-row lang="vi">
      {title}
    </Link>
  )
  const next = ({ answeredByNext, questions, nextOn }: DialogueRow) =>
    answeredByNext === null ? (nextOn ? showDay(nextOn) : '') : `${answeredByNext}/${questions} (${showDay(nextOn)})`
  return (
    <ListSection
      id="dialogues"
      title={t('taskforce.tabs.dialogues')}
      about={t('taskforce.dialoguesAbout')}
      acts={
        mayAdd ? (
          <Button type="primary" onClick={() => onChange({ act: 'new' })} data-testid="new-dialogue">
            {t('taskforce.newDialogue')}
          </Button>
        ) : null
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={<Blank title={t('taskforce.noDialogues')} hint={t('taskforce.noDialoguesHint')} />}
      after={
        forces.isPending ? null : (
          <FormDrawer<NewDialogue, undefined, { id: number }>
            title={mayAdd && search.act === 'new' ? t('taskforce.newDialogue') : undefined}
            did={t('taskforce.did')}
            initial={{ form: 'inPerson', ...(open[0] ? { taskForceId: open[0].id } : {}) }}
            send={({ place, ...body }, _, key) =>
              answer(
                api.POST('/api/taskforce/dialogues', {
                  headers: key,
                  body: { ...body, ...optionalText('place', place) },
                }),
              )
            }
            refresh={() => refreshTaskforce(queries)}
            onDone={({ id }) => navigate({ to: '/to-cong-tac/doi-thoai/$id', params: { id: String(id) } })}
            onClose={() => onChange({ act: undefined })}
          >
            {() => (
              <>
                <Field name="taskForceId" label={t('taskforce.taskForce')}>
                  <Select options={open.map(({ id, name: label }) => ({ value: id, label }))} />
                </Field>
                <LineField name="title" label={t('taskforce.field.title')} />
                <LineField name="partner" label={t('taskforce.field.partner')} />
                <ChoiceField
                  name="form"
                  label={t('taskforce.field.form')}
                  options={FORMS.map((value) => ({ value, label: t(`taskforce.dialogueForm.${value}`) }))}
                />
                <LineField name="place" label={t('taskforce.field.place')} isOptional />
                <DayField name="heldOn" label={t('taskforce.field.heldOn')} />
              </>
            )}
          </FormDrawer>
        )
      }
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('taskforce.tabs.dialogues')}
          keyOf={({ id }) => id}
          testId="dialogue"
          columns={[
            { key: 'title', title: t('taskforce.field.title'), cell: name, isHead: true },
            {
              key: 'partner',
              title: t('taskforce.field.partner'),
              cell: ({ partner }) => <span lang="vi">{partner}</span>,
            },
            {
              key: 'on',
              title: t('taskforce.field.heldOn'),
              cell: ({ heldOn }) => showDay(heldOn),
              className: 'tabular nowrap',
            },
            { key: 'state', title: t('taskforce.where'), cell: ({ state }) => t(`taskforce.dialogueState.${state}`) },
            {
              key: 'questions',
              title: t('taskforce.answeredOf'),
              isNumber: true,
              cell: ({ answered, questions }) => `${answered}/${questions}`,
            },
            { key: 'next', title: t('taskforce.byNext'), cell: next, className: 'tabular nowrap' },
          ]}
          card={(row) => (
            <>
              <p>{name(row)}</p>
              <p className="soft">
                {showDay(row.heldOn)} · {row.answered}/{row.questions}
              </p>
            </>
          )}
        />
      )}
    </ListSection>
  )
}

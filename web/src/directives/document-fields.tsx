import { EditOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { answer, ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { showDay } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { type Directive, type DirectiveEdit, isUnsure, refreshDirective } from './queries.ts'

const WORDS = ['number', 'type', 'issuer', 'subject', 'signer', 'urgency'] as const
const DAYS = ['issuedOn', 'assignedOn'] as const
const FIELDS = [...WORDS, ...DAYS] as const
type Field = (typeof FIELDS)[number]
/** The subject is in the page header. */
const SHOWN = FIELDS.filter((field) => field !== 'subject')

/** The extracted fields of the document itself; number, issuer and day must be right before anything is confirmed. */
export function DocumentFields({ directive, mayEdit }: { directive: Directive; mayEdit: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const shown = (field: Field) => {
    const value = directive[field]
    const words = DAYS.some((day) => day === field) ? showDay(value) : value
    const unsure = directive.found[field] && isUnsure(directive.found[field].confidence)
    return (
      <>
        {words || <span className="soft">–</span>}
        {unsure && value ? <span className="doubt"> {t('directives.needsLook')}</span> : null}
      </>
    )
  }
  return (
    <section className="document-fields" aria-labelledby="document-fields">
      <div className="row spread">
        <h2 id="document-fields">{t('directives.fields')}</h2>
        {mayEdit ? (
          <Button size="small" icon={<EditOutlined />} onClick={() => setOpen(true)}>
            {t('directives.editShort')}
          </Button>
        ) : null}
      </div>
      <dl className="facts columns" lang="vi">
        {SHOWN.map((field) => (
          <Fact key={field} name={t(`documentField.${field}`)}>
            {field === 'assignedOn' && !directive.assignedOn ? (
              <span className="soft">{t('directives.sameAsIssued')}</span>
            ) : (
              shown(field)
            )}
          </Fact>
        ))}
        {directive.implements.length > 0 ? (
          <Fact name={t('task.implements')}>{directive.implements.map(({ number }) => number).join('; ')}</Fact>
        ) : null}
        {directive.legalBases.length > 0 ? (
          <Fact name={t('documentField.legalBases')} isBroad>
            {directive.legalBases.map(({ number }) => number).join('; ')}
          </Fact>
        ) : null}
      </dl>
      {directive.state === 'review'
        ? directive.problems.map(({ message }) => (
            <p key={message} className="doubt-words" lang={language}>
              <ExclamationCircleOutlined aria-hidden /> {message}
            </p>
          ))
        : null}
      {isOpen ? <FieldsDrawer directive={directive} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

type Words = Partial<Record<Field, string>>

function FieldsDrawer({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  // Only edited fields are sent, so that another user's change to another field is kept.
  const [first] = useState(directive)
  return (
    <FormDrawer<Words, Directive>
      title={t('directives.fields')}
      act={t('shell.save')}
      did={t('directives.saved')}
      initial={Object.fromEntries(FIELDS.map((field) => [field, first[field] ?? undefined]))}
      on={directive}
      send={(words, { id, version }) =>
        answer(
          api.PATCH('/api/directives/{id}', {
            params: { path: { id } },
            headers: ifMatch(version),
            body: editOf(first, words),
          }),
        )
      }
      refresh={() => refreshDirective(queries, directive.id)}
      onClose={onClose}
    >
      {() => (
        <div lang="vi">
          {WORDS.map((field) => (
            <WordsField key={field} name={field} label={t(`documentField.${field}`)} rows={1} isOptional />
          ))}
          {DAYS.map((field) => (
            <DayField key={field} name={field} label={t(`documentField.${field}`)} max={me.today} isOptional />
          ))}
        </div>
      )}
    </FormDrawer>
  )
}

/** The changed fields; a cleared one is null. */
function editOf(first: Directive, words: Words): DirectiveEdit {
  const changed = FIELDS.filter((field) => (words[field]?.trim() || null) !== (first[field] || null))
  return Object.fromEntries(changed.map((field) => [field, words[field]?.trim() || null]))
}

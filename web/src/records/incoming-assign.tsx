/** To whom a document is given: lines of a unit or a person each, with their part and day. */
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select, Upload } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, FormDay, WordsField } from '../form/fields.tsx'
import { PARTS } from '../paths/incoming.ts'
import { useMe } from '../shell/session.ts'
import { fold } from '../ui/format.ts'
import { incomingChoicesQuery, peopleToGiveQuery } from './incoming-queries.ts'

interface GivenLine {
  /** "unit 12" or "person 34". */
  who?: string
  part: (typeof PARTS)[number]
  dueOn?: string
}
export interface Given {
  handlings: GivenLine[]
  dueOn?: string
  words?: string
}

/** The lines as the server takes them. */
export const givenOf = (lines: readonly GivenLine[]) =>
  lines.map(({ who = '', part, dueOn }) => {
    const [kind, id] = who.split(' ')
    return {
      ...(kind === 'unit' ? { agencyId: Number(id) } : { personId: Number(id) }),
      part,
      ...(dueOn ? { dueOn } : {}),
    }
  })

export function AssignFields({ hasUnits, children }: { hasUnits: boolean; children?: ReactNode }) {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <>
      <fieldset className="incoming-fieldset">
        <legend>{t('incoming.toWhom')}</legend>
        <Form.List
          name="handlings"
          rules={[
            {
              validator: async (_, lines?: GivenLine[]) => {
                if (!lines?.length) throw new Error(t('incoming.noLines'))
              },
            },
          ]}
        >
          {(fields, { add, remove }, { errors }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="incoming-given" data-testid="given">
                  <Form.Item
                    name={[name, 'who']}
                    label={hasUnits ? t('incoming.unitOrPerson') : t('incoming.person')}
                    rules={[{ required: true, message: t('field.missing') }]}
                    className="incoming-given-who"
                  >
                    <WhoPick hasUnits={hasUnits} />
                  </Form.Item>
                  <Form.Item name={[name, 'part']} label={t('incoming.partLabel')} required>
                    <Select options={PARTS.map((value) => ({ value, label: t(`incoming.part.${value}`) }))} />
                  </Form.Item>
                  <Form.Item name={[name, 'dueOn']} label={t('incoming.ownDue')}>
                    <FormDay min={me.today} isClearable />
                  </Form.Item>
                  <Button onClick={() => remove(name)} aria-label={t('incoming.removeLine', { n: name + 1 })}>
                    {t('incoming.remove')}
                  </Button>
                </div>
              ))}
              <Button onClick={() => add({ part: fields.length === 0 ? 'lead' : 'coordinate' })} data-testid="add-line">
                {t('incoming.addLine')}
              </Button>
              <Form.ErrorList errors={errors} />
            </>
          )}
        </Form.List>
      </fieldset>
      <Field name="dueOn" label={t('incoming.forAll')} isOptional>
        <FormDay min={me.today} isClearable />
      </Field>
      <WordsField name="words" label={t('incoming.note')} rows={3} max={5000} isOptional />
      {children}
    </>
  )
}

/** A unit of the body, or a person of it; found by name. */
function WhoPick({
  id,
  value,
  onChange,
  hasUnits,
}: {
  id?: string
  value?: string
  onChange?: (who: string | undefined) => void
  hasUnits: boolean
}) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  // Whoever was chosen keeps their name while others are searched.
  const [chosen, setChosen] = useState<{ value: string; label: string }>()
  const choices = useQuery({ ...incomingChoicesQuery, enabled: hasUnits })
  const people = useQuery(peopleToGiveQuery(words))
  const units = (hasUnits ? (choices.data?.units ?? []) : [])
    .filter(({ name }) => fold(name).includes(fold(words)))
    .map(({ id: unitId, name }) => ({ value: `unit ${unitId}`, label: name }))
  const persons = (people.data?.people ?? []).map(({ id: personId, name, title, agencyName }) => ({
    value: `person ${personId}`,
    label: `${name}, ${title}, ${agencyName}`,
  }))
  const isShown = [...units, ...persons].some((option) => option.value === value)
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={people.isFetching}
      placeholder={hasUnits ? t('incoming.whoHint') : t('incoming.personHint')}
      notFoundContent={words ? t('incoming.noPerson') : null}
      popupMatchSelectWidth={420}
      onChange={(who: string | undefined) => {
        setChosen([...units, ...persons].find((option) => option.value === who))
        setWords('')
        onChange?.(who)
      }}
      options={[
        ...(chosen && !isShown ? [chosen] : []),
        ...(units.length > 0 ? [{ label: t('incoming.units'), options: units }] : []),
        ...(persons.length > 0 ? [{ label: t('incoming.people'), options: persons }] : []),
      ]}
      className="wide"
    />
  )
}

/** One file; the form passes value and onChange. */
export function OneFile({
  value,
  onChange,
  id,
  accept,
}: {
  value?: File
  onChange?: (file: File | undefined) => void
  id?: string
  accept: string
}) {
  const { t } = useTranslation()
  return (
    <Upload
      {...(id === undefined ? {} : { id })}
      accept={accept}
      maxCount={1}
      fileList={value ? [{ uid: '1', name: value.name }] : []}
      beforeUpload={(file) => {
        onChange?.(file)
        return false
      }}
      onRemove={() => onChange?.(undefined)}
    >
      <Button>{t('incoming.chooseOne')}</Button>
    </Upload>
  )
}

import { Input } from 'antd'
import { type RefObject, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DeadlineFields, PartyFields, TargetFields } from '../tasks/index.ts'
import { Labelled } from '../ui/labelled.tsx'
import { newDeadline, newParty, newTarget } from './edit.ts'
import type { Draft, DraftEdit } from './queries.ts'

/** The fields of a task as people enter them: in the review of a draft, and by hand. */
export function DraftFields({
  edit,
  matched,
  on,
  errors,
  contentHint,
  content,
  onChange,
}: {
  edit: DraftEdit
  /** The parties as the server last matched them. */
  matched?: Draft['parties']
  /** The day whose agencies are meant. */
  on: string | undefined
  errors: ReadonlyMap<string, string>
  contentHint?: string | undefined
  /** Where the cursor of the content is read. */
  content?: RefObject<HTMLTextAreaElement | null>
  onChange: (part: Partial<DraftEdit>) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const error = (name: string) => {
    const words = errors.get(name)
    return words ? (
      <p className="wrong" role="alert">
        {words}
      </p>
    ) : null
  }
  return (
    <>
      <Labelled id={`${id}-title`} label={t('draft.title')}>
        <Input.TextArea
          id={`${id}-title`}
          value={edit.title}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={1000}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Labelled>
      {error('title')}
      <Labelled id={`${id}-content`} label={t('draft.content')} hint={contentHint}>
        <Input.TextArea
          id={`${id}-content`}
          ref={(found) => {
            if (content) content.current = found?.resizableTextArea?.textArea ?? null
          }}
          value={edit.content}
          autoSize={{ minRows: 4, maxRows: 14 }}
          maxLength={20_000}
          onChange={(event) => onChange({ content: event.target.value })}
        />
      </Labelled>
      {error('content')}
      <div className="two">
        <Labelled id={`${id}-group`} label={t('draft.group')}>
          <Input.TextArea
            id={`${id}-group`}
            value={edit.groupTitle ?? ''}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={800}
            onChange={(event) => onChange({ groupTitle: event.target.value })}
          />
        </Labelled>
        <Labelled id={`${id}-product`} label={t('draft.product')}>
          <Input.TextArea
            id={`${id}-product`}
            value={edit.product ?? ''}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={2000}
            onChange={(event) => onChange({ product: event.target.value })}
          />
        </Labelled>
      </div>
      <PartyFields
        parties={edit.parties}
        {...(matched ? { matched } : {})}
        on={on}
        errors={errors}
        blank={newParty}
        onChange={(parties) => onChange({ parties })}
      />
      {error('parties')}
      <DeadlineFields
        deadlines={edit.deadlines}
        errors={errors}
        blank={newDeadline}
        onChange={(deadlines) => onChange({ deadlines })}
      />
      <TargetFields
        targets={edit.targets}
        errors={errors}
        blank={newTarget}
        onChange={(targets) => onChange({ targets })}
      />
    </>
  )
}

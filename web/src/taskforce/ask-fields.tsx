import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type AskerKind, typedQuestions } from './typed-questions.ts'

export interface Asking {
  typed: string
  /** What those are whose names do not say. */
  kinds?: Record<string, AskerKind>
}
const KINDS = ['firm', 'association', 'person', 'council'] as const satisfies readonly AskerKind[]
const MOST_LINES = 20

/** Questions as typed or pasted: what was read, which lines were not, and who of the askers is what. */
export function AskFields() {
  const { t } = useTranslation()
  const typed: string | undefined = Form.useWatch('typed')
  const read = typedQuestions(typed ?? '')
  const lines = (numbers: readonly number[]) =>
    `${numbers.slice(0, MOST_LINES).join(', ')}${numbers.length > MOST_LINES ? ' …' : ''}`
  const wrong = (text: string): string | undefined => {
    const { questions, unmarked, twice } = typedQuestions(text)
    if (unmarked.length > 0) return t('taskforce.unmarked', { lines: lines(unmarked) })
    if (twice.length > 0)
      return t('taskforce.askedTwice', {
        lines: twice
          .slice(0, MOST_LINES)
          .map(({ line, first }) => `${line} (${first})`)
          .join(', '),
      })
    return questions.length === 0 ? t('field.missing') : undefined
  }
  return (
    <>
      <Form.Item
        name="typed"
        label={t('taskforce.field.questions')}
        required
        validateTrigger="onBlur"
        rules={[
          {
            validator: async (_, text: string | undefined) => {
              const words = wrong(text ?? '')
              if (words !== undefined) throw new Error(words)
            },
          },
        ]}
        {...(read.questions.length > 0
          ? { extra: t('taskforce.readQuestions', { count: read.questions.length }) }
          : {})}
      >
        <Input.TextArea autoSize={{ minRows: 10, maxRows: 12 }} maxLength={400_000} />
      </Form.Item>
      {read.unknown.length > 0 ? (
        <fieldset className="tf-fieldset" data-testid="asker-kinds">
          <legend>{t('taskforce.askerKinds')}</legend>
          {read.unknown.map((asker) => (
            <Form.Item
              key={asker}
              name={['kinds', asker]}
              label={asker}
              rules={[{ required: true, message: t('field.missing') }]}
              required
            >
              <Select options={KINDS.map((value) => ({ value, label: t(`taskforce.asker.${value}`) }))} />
            </Form.Item>
          ))}
        </fieldset>
      ) : null}
    </>
  )
}

import { Form, InputNumber } from 'antd'
import { AgencySelect } from '../form/agency-select.tsx'
import { Field } from '../form/fields.tsx'
import { mayDo, useMe } from '../shell/session.ts'

/** The agency of the connection: administrators choose it, others get their own; it never changes later (`named`). */
export function AgencyField({ label, named }: { label: string; named: string | undefined }) {
  const me = useMe()
  if (named === undefined && mayDo(me, 'system.keep')) {
    return (
      <Field name="agencyId" label={label}>
        <AgencySelect isClearable={false} />
      </Field>
    )
  }
  return (
    <Form.Item label={label} required>
      <span className="strong">{named ?? me.agencyName}</span>
      <Form.Item name="agencyId" hidden noStyle>
        <InputNumber />
      </Form.Item>
    </Form.Item>
  )
}

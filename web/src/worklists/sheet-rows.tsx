import { Alert, Checkbox, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import type { SheetPreview, SheetRow } from './sheet.ts'

/** Every unreadable cell, by its address, with what to do. */
export function SheetErrors({ errors }: { errors: SheetPreview['errors'] }) {
  const { t } = useTranslation()
  if (errors.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('progressSheet.errors')}
      description={
        <ul className="plain refusals" data-testid="sheet-errors">
          {errors.map(({ sheet, cell, message }) => (
            <li key={`${sheet}!${cell}!${message}`}>
              <strong>{t('progressSheet.cell', { sheet, cell })}</strong>: {message}
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** One task of the sheet: what is new and, if the task was changed in the meantime, both versions side by side. */
export function SheetRowView({
  row,
  isAccepted,
  onAccept,
}: {
  row: SheetRow
  isAccepted: boolean
  onAccept: (id: number, isAccepted: boolean) => void
}) {
  const { t } = useTranslation()
  const name = (
    <>
      <span className="tabular nowrap">{row.code}</span> {asSentence(row.title)}
    </>
  )
  const changes = (
    <ul className="plain">
      {row.changes.map(({ sheet, cell, field, name: target, before, after }) => (
        <li key={`${sheet}!${cell}`}>
          <span className="soft tabular">{cell}</span> {target ?? t(`progressSheet.field.${field}`)}:{' '}
          {before === null ? '' : <span className="soft">{before} → </span>}
          {after}
        </li>
      ))}
    </ul>
  )
  return (
    <li className="sheet-row" data-testid={`sheet-${row.code}`}>
      {row.conflict === null || row.refusal !== null ? (
        <>
          <Checkbox
            checked={isAccepted}
            disabled={row.refusal !== null}
            aria-label={t('progressSheet.send', { code: row.code })}
            onChange={({ target }) => onAccept(row.id, target.checked)}
          >
            {name}
          </Checkbox>
          {row.refusal === null ? null : <p className="wrong">{row.refusal}</p>}
          {changes}
        </>
      ) : (
        <>
          <p>{name}</p>
          <p className="wrong">
            {t('progressSheet.conflict', { by: row.conflict.changedBy, at: showInstant(row.conflict.changedAt) })}
          </p>
          <div className="sheet-both">
            <div>
              <h3>{t('progressSheet.current')}</h3>
              <p>
                {t(`state.${row.conflict.state}`)} · {row.conflict.percent}%
                {row.conflict.dueOn ? ` · ${t('task.dueLabel')} ${showDay(row.conflict.dueOn)}` : ''}
              </p>
              <p>{row.conflict.body ?? t('progressSheet.noReport')}</p>
            </div>
            <div>
              <h3>{t('progressSheet.yours')}</h3>
              {changes}
            </div>
          </div>
          <Radio.Group
            value={isAccepted}
            onChange={({ target }) => onAccept(row.id, target.value)}
            options={[
              { value: false, label: t('progressSheet.keepCurrent') },
              { value: true, label: t('progressSheet.keepYours') },
            ]}
          />
        </>
      )}
    </li>
  )
}

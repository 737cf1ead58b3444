import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { showInstant } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { differs, EDIT_FIELDS, editOf, inWords } from './edit.ts'
import type { Draft, DraftEdit } from './queries.ts'

/** Another reviewer saved the same draft first: who, when, and both texts field by field. */
export function Conflict({
  base,
  mine,
  other,
  onKeepMine,
  onTakeOther,
}: {
  base: DraftEdit
  mine: DraftEdit
  other: Draft
  onKeepMine: () => void
  onTakeOther: () => void
}) {
  const { t } = useTranslation()
  const otherEdit = editOf(other)
  const agencies = new Map(
    other.parties.flatMap(({ agencyId, agencyName, candidates }) => [
      ...candidates.map(({ id, name }) => [id, name] as const),
      ...(agencyId && agencyName ? [[agencyId, agencyName] as const] : []),
    ]),
  )
  const fields = EDIT_FIELDS.filter((field) => differs(mine, otherEdit, field))
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      data-testid="conflict"
      title={t('conflict.title', { by: other.changedBy, at: showInstant(other.changedAt) })}
      description={
        <div className="stack">
          <ScrollBox label={t('shell.tableOf', { title: t('conflict.field') })}>
            <table className="grid-table conflict">
              <thead>
                <tr>
                  <th scope="col">{t('conflict.field')}</th>
                  <th scope="col">{t('conflict.mine')}</th>
                  <th scope="col">{t('conflict.other', { by: other.changedBy })}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map((field) => (
                  <tr key={field}>
                    <th scope="row">{t(`draft.${field === 'groupTitle' ? 'group' : field}`)}</th>
                    <td className={differs(base, mine, field) ? 'changed' : undefined}>
                      {inWords(mine, field, agencies) || '–'}
                    </td>
                    <td className={differs(base, otherEdit, field) ? 'changed' : undefined}>
                      {inWords(otherEdit, field, agencies) || '–'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
          <p>{t('conflict.hint')}</p>
          <div className="row">
            <Button type="primary" size="small" onClick={onKeepMine}>
              {t('conflict.keepMine')}
            </Button>
            <Button size="small" onClick={onTakeOther}>
              {t('conflict.takeOther')}
            </Button>
          </div>
        </div>
      }
    />
  )
}

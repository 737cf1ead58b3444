import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { List } from '../list/list.tsx'
import type { UrgingSearch } from '../paths/urging.ts'
import { api } from '../shell/api.ts'
import { mayDo, useMe } from '../shell/session.ts'
import { showInstant } from '../ui/format.ts'
import { type Rule, refreshUrging, rulesQuery } from './queries.ts'
import { RuleFields, type RuleWords, toEdit } from './rule-fields.tsx'
import { Setting } from './setting.tsx'
import { useWhen } from './words.ts'

const NEW: Partial<RuleWords> = {
  event: 'before',
  days: 5,
  urgencies: [],
  deadlineKinds: [],
  agencyIds: [],
  whom: ['officer'],
  how: ['inApp', 'email'],
  isActive: true,
}

/** The rules, each tried before it is saved; and the settings of letters and quiet hours. */
export function RulesTab({ search, onChange }: { search: UrgingSearch; onChange: (changed: UrgingSearch) => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const found = useQuery(rulesQuery)
  const mayEdit = mayDo(me, 'urge.prepare')
  const rule = found.data?.rules.find(({ id }) => id === search.rule)
  const isNew = search.rule === 0
  const refresh = async () => {
    await refreshUrging(queries)
  }
  const close = () => onChange({ rule: undefined })
  return (
    <div className="stack">
      <section className="panel" aria-labelledby="rules">
        <div className="row spread panel-head">
          <h2 id="rules">{t('urging.tabs.rules')}</h2>
          {mayEdit ? (
            <Button className="screen-only" onClick={() => onChange({ rule: 0 })} data-testid="add-rule">
              {t('urging.addRule')}
            </Button>
          ) : null}
        </div>
        <List query={found} rows={found.data?.rules} blank={null} lines={8}>
          {(rules) => (
            <ul className="plain rule-list" data-testid="rules">
              {rules.map((one) => (
                <RuleLine key={one.id} rule={one} onEdit={mayEdit ? () => onChange({ rule: one.id }) : undefined} />
              ))}
            </ul>
          )}
        </List>
      </section>
      <Setting />
      {found.data && mayEdit ? (
        <FormDrawer<RuleWords, Rule | undefined>
          title={isNew ? t('urging.addRule') : rule ? t('urging.editRule') : undefined}
          did={t('urging.didRule')}
          initial={rule ? toWords(rule) : NEW}
          refresh={refresh}
          onClose={close}
          on={rule}
          send={(words, on, key) =>
            on
              ? answer(
                  api.PUT('/api/urging/rules/{id}', {
                    params: { path: { id: on.id } },
                    headers: ifMatch(on.version),
                    body: toEdit(words),
                  }),
                )
              : answer(api.POST('/api/urging/rules', { headers: key, body: toEdit(words) }))
          }
        >
          {(form) => <RuleFields form={form} id={rule?.id} urgencies={found.data.urgencies} />}
        </FormDrawer>
      ) : null}
    </div>
  )
}

function toWords(rule: Rule): RuleWords {
  const { id: _, version: __, isDefault: ___, agencyNames: ____, changedAt: _____, changedBy: ______, ...words } = rule
  return { ...words, days: words.days ?? undefined }
}

function RuleLine({ rule, onEdit }: { rule: Rule; onEdit: (() => void) | undefined }) {
  const { t } = useTranslation()
  const when = useWhen()
  const narrowed = [
    ...rule.urgencies,
    ...rule.deadlineKinds.map((kind) => t(`deadlineKind.${kind}`)),
    ...rule.agencyNames,
  ]
  return (
    <li className={rule.isActive ? undefined : 'rule-off'}>
      <div className="row spread">
        <p>
          <strong lang="vi">{rule.name}</strong>
          {rule.isDefault ? <span className="tag">{t('urging.ruleDefault')}</span> : null}
          {rule.isActive ? null : <span className="tag warn">{t('urging.ruleOff')}</span>}
        </p>
        {onEdit ? (
          <Button
            size="small"
            className="screen-only"
            onClick={onEdit}
            aria-label={`${t('urging.editRule')}: ${rule.name}`}
          >
            {t('urging.editRule')}
          </Button>
        ) : null}
      </div>
      <p>
        {when(rule)} · {rule.whom.map((whom) => t(`urging.whom.${whom}`)).join(', ')} ·{' '}
        {rule.how.map((how) => t(`urging.how.${how}`)).join(', ')}
        {narrowed.length > 0 ? ` · ${narrowed.join(', ')}` : ''}
      </p>
      <p className="soft" lang="vi">
        {rule.reason}
      </p>
      <p className="soft tabular">
        v{rule.version} · {rule.changedBy}, {showInstant(rule.changedAt)}
      </p>
    </li>
  )
}

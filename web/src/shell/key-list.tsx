import { useTranslation } from 'react-i18next'
import { KEY_NAMES } from './key-names.ts'

/** Keys, each with what it does. */
export function KeyList({ keys }: { keys: readonly (keyof typeof KEY_NAMES)[] }) {
  const { t } = useTranslation()
  return (
    <dl className="keys">
      {keys.map((key) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(KEY_NAMES[key])}</dd>
        </div>
      ))}
    </dl>
  )
}

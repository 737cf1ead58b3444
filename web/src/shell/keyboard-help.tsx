import { Modal, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { KEY_NAMES } from './key-names.ts'
import type { useKeyboard } from './keyboard.ts'

const KEYS = ['/', 'Ctrl K', 'j', 'k', 'Enter', 'n', 'p', 'e', '?'] as const satisfies (keyof typeof KEY_NAMES)[]

export function KeyboardHelp({ keys }: { keys: ReturnType<typeof useKeyboard> }) {
  const { t } = useTranslation()
  return (
    <Modal open={keys.help} onCancel={() => keys.showHelp(false)} footer={null} title={t('keys.title')}>
      <dl className="keys">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(KEY_NAMES[key])}</dd>
          </div>
        ))}
      </dl>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
      <label className="row">
        <Switch checked={keys.isOn} onChange={keys.turn} />
        <span>{t('keys.on')}</span>
      </label>
    </Modal>
  )
}

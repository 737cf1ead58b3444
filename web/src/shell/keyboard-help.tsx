import { Modal, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyList } from './key-list.tsx'
import type { KEY_NAMES } from './key-names.ts'
import type { useKeyboard } from './keyboard.ts'

const KEYS = ['/', 'Ctrl K', 'j', 'k', 'Enter', 'n', 'p', 'e', '?'] as const satisfies (keyof typeof KEY_NAMES)[]

export function KeyboardHelp({ keys }: { keys: ReturnType<typeof useKeyboard> }) {
  const { t } = useTranslation()
  return (
    <Modal open={keys.help} onCancel={() => keys.showHelp(false)} footer={null} title={t('keys.title')}>
      <KeyList keys={KEYS} />
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
      <label className="row">
        <Switch checked={keys.isOn} onChange={keys.turn} />
        <span>{t('keys.on')}</span>
      </label>
    </Modal>
  )
}

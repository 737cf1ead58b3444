import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** Recovery codes, shown only once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => message.success(t('account.didCopy')),
      () => undefined,
    )
  return (
    <div className="enrol" data-testid="recovery-codes">
      <h3>{t('account.codes')}</h3>
      <p>{t('account.codesAbout')}</p>
      <ul className="recovery-codes" aria-label={t('account.codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row screen-only">
        <Button type="primary" onClick={onKept}>
          {t('account.keptCodes')}
        </Button>
        <Button onClick={copy}>{t('account.copyCodes')}</Button>
        <Button onClick={() => window.print()}>{t('account.printCodes')}</Button>
      </div>
    </div>
  )
}

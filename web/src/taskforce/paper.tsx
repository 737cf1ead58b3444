import { DownloadOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { PAPER_FORMATS, type PaperFormat } from '../paths/taskforce.ts'

/** A paper as a row: its name, and its file in each format. */
export function Paper({ name, href }: { name: string; href: (format: PaperFormat) => string }) {
  return (
    <li className="row spread" data-testid="paper">
      <span>{name}</span>
      <PaperFiles name={name} href={href} />
    </li>
  )
}

/** The doors to both files of a paper. */
export function PaperFiles({ name, href }: { name: string; href: (format: PaperFormat) => string }) {
  const { t } = useTranslation()
  return (
    <Space.Compact className="screen-only">
      {PAPER_FORMATS.map((format) => (
        <Button
          key={format}
          href={href(format)}
          icon={<DownloadOutlined />}
          aria-label={t('taskforce.download', { name, format: format.toUpperCase() })}
          data-testid={`paper-${format}`}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Space.Compact>
  )
}

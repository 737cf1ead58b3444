import { DownloadOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'

const FORMATS = ['docx', 'pdf', 'xlsx'] as const

/** The same report in each file format the office sends on. */
export function Downloads({ href, size }: { href: (format: string) => string; size?: 'small' }) {
  const { t } = useTranslation()
  return (
    <Space.Compact>
      {FORMATS.map((format) => (
        <Button
          key={format}
          size={size}
          href={href(format)}
          icon={size ? undefined : <DownloadOutlined />}
          aria-label={t('reports.download', { format: format.toUpperCase() })}
          data-testid={`download-${format}`}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Space.Compact>
  )
}

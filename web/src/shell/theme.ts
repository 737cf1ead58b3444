import type { ThemeConfig } from 'antd'

/** Sober: ink on white, a navy for acts. The deep red is kept for the mark and for what is overdue. */
export const theme: ThemeConfig = {
  token: {
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    fontSize: 14,
    borderRadius: 4,
    sizeUnit: 4,
    colorPrimary: '#1f4b7a',
    colorInfo: '#1d5fa8',
    colorSuccess: '#1b6b3a',
    colorWarning: '#8a5a00',
    colorError: '#8f3a06',
    colorText: '#1b1f24',
    colorTextSecondary: '#555d68',
    colorTextTertiary: '#5f6772',
    colorTextDescription: '#5f6772',
    colorTextPlaceholder: '#676f7a',
    colorTextQuaternary: '#767e89',
    colorBorder: '#b9c0ca',
    colorBorderSecondary: '#d9dde3',
    colorLink: '#1f4b7a',
    controlHeight: 32,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Drawer: { paddingLG: 16 },
    Modal: { titleFontSize: 16 },
    Tabs: { horizontalItemPadding: '8px 0' },
  },
}

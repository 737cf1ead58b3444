/** Words about something that went wrong: nothing may lie over them. */
const ERROR = '.ant-alert-error, .ant-message-error, .ant-notification-notice-error'
const DIALOG = 'dialog[open], .ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open'

export const hasError = (): boolean => document.querySelector(ERROR) !== null

/** The page is loaded, shows no error and no dialog, and no one is typing: the tour may begin. */
export function isQuiet(): boolean {
  return (
    document.visibilityState === 'visible' &&
    document.querySelector('main h1') !== null &&
    document.querySelector(`.ant-skeleton, ${DIALOG}`) === null &&
    !hasError() &&
    !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')
  )
}

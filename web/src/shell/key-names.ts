/** What each key does, as i18n keys, in the order of the list. */
export const KEY_NAMES = {
  '/': 'keys.search',
  'Ctrl K': 'navigation.keysSearch',
  j: 'keys.j',
  k: 'keys.k',
  Enter: 'keys.Enter',
  n: 'keys.n',
  p: 'keys.p',
  e: 'keys.e',
  '?': 'keys.help',
} as const

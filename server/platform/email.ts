/**
 * The part before the @ (RFC 5321: 64 octets; letters, digits and the usual punctuation) and a name with a dot in it.
 */
const ADDRESS =
  /^[a-z0-9](?:[a-z0-9._%+'-]{0,62}[a-z0-9_])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/**
 * An address as it is stored, in lower case, or undefined for an invalid one: with a space or a line break, several
 * addresses, a name beside it. Stricter than the standard, because what passes here goes into the head of letters.
 */
export function readEmail(typed: string): string | undefined {
  const email = typed.toLowerCase()
  return email.length <= 254 && ADDRESS.test(email) && !email.includes('..') ? email : undefined
}

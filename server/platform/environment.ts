import { CannotStart } from './errors.ts'

export type Environment = Record<string, string | undefined>

/** The value of a variable without surrounding spaces; undefined if it is empty. */
export function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === undefined || value === '' ? undefined : value
}

/** Throws `CannotStart` for a word that is not allowed. */
export function oneOf<T extends string>(env: Environment, name: string, allowed: readonly T[]): T | undefined {
  const value = text(env, name)
  if (value === undefined) return undefined
  const found = allowed.find((item) => item === value)
  if (found === undefined) {
    throw new CannotStart({
      vi: `${name} đang là "${value}"; chỉ nhận ${allowed.join(', ')}.`,
      en: `${name} is "${value}"; it may be ${allowed.join(', ')}.`,
    })
  }
  return found
}

/** A port, or undefined if the variable is not set. Throws `CannotStart` for an invalid one. */
export function portNumber(env: Environment, name: string): number | undefined {
  const value = text(env, name)
  if (value === undefined) return undefined
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65535) {
    throw new CannotStart({
      vi: `${name} đang là "${value}"; phải là số từ 0 đến 65535.`,
      en: `${name} is "${value}"; it must be a number from 0 to 65535.`,
    })
  }
  return port
}

/**
 * A whole number, or undefined if the variable is not set. Throws `CannotStart` for anything else, or one outside the
 * range.
 */
export function wholeNumber(env: Environment, name: string, least: number, most: number): number | undefined {
  const value = text(env, name)
  if (value === undefined) return undefined
  const number = Number(value)
  if (!/^\d{1,9}$/.test(value) || number < least || number > most) {
    throw new CannotStart({
      vi: `${name} đang là "${value}"; phải là số nguyên từ ${least} đến ${most}.`,
      en: `${name} is "${value}"; it must be a whole number from ${least} to ${most}.`,
    })
  }
  return number
}

import type { FastifyBaseLogger } from 'fastify'

/** The log as everything but HTTP sees it: pino's four methods. */
export type Log = Pick<FastifyBaseLogger, 'debug' | 'info' | 'warn' | 'error'>

export const quietLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

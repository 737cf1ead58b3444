import { BlockList, isIP } from 'node:net'
import {
  type Ask,
  type Extraction,
  MOST_REPLY_BYTES,
  NoAnswer,
  questionsOf,
  type Reading,
  readAgain,
} from '@dieuhanh/extraction'
import { EXIT, Stop } from './io.ts'
import type { Words } from './words.ts'

/** The office's own language model, as named on the command line. */
export interface SecondReader {
  url: string
  model: string | null
  key: string | undefined
  milliseconds: number
}

interface Options {
  url: string | undefined
  model: string | undefined
  seconds: string | undefined
  key: string | undefined
}

const SECONDS = 30
/** A document with many doubts may take this many times as long as one answer. */
const TOTAL = 20
const AT_ONCE = 2

/** Addresses that no public network carries: this machine and private networks. A name without a dot is of the own network. */
function isInside(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '')
  if (isIP(address) === 0) return !address.includes('.') || /\.(?:local|lan|internal)$/.test(address)
  return INSIDE.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
}

const INSIDE = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv4')
INSIDE.addAddress('::1', 'ipv6')
INSIDE.addSubnet('fc00::', 7, 'ipv6')

/** Undefined without `--second-reader`: then nothing is sent anywhere. */
export function secondReaderOf({ url, model, seconds, key }: Options, words: Words): SecondReader | undefined {
  if (url === undefined) {
    if (model !== undefined || seconds !== undefined) throw new Stop(EXIT.badUse, words.noSecondReader)
    return undefined
  }
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (!address || !/^https?:$/.test(address.protocol) || address.username || address.password || address.hash) {
    throw new Stop(EXIT.badUse, words.badSecondReader(url))
  }
  if (address.protocol === 'http:' && !isInside(address.hostname))
    throw new Stop(EXIT.badUse, words.openSecondReader(url))
  if (seconds !== undefined && (!/^[1-9]\d{0,3}$/.test(seconds) || Number(seconds) > 3600)) {
    throw new Stop(EXIT.badUse, words.badSeconds)
  }
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/chat/completions`
  return { url: address.href, model: model ?? null, key, milliseconds: Number(seconds ?? SECONDS) * 1000 }
}

/** The extraction with the second reader's suggestions beside it; the same extraction, with a warning, if it fails. */
export async function askSecondReader(
  reading: Reading,
  extraction: Extraction,
  { url, model, key, milliseconds }: SecondReader,
  onProgress: (done: number, total: number) => void,
): Promise<Extraction> {
  const bounds = { milliseconds, totalMilliseconds: milliseconds * TOTAL, atOnce: AT_ONCE }
  const reader = { ask: askAt(url, key), model, bounds }
  return (await readAgain(reading, extraction, questionsOf(reading, extraction), reader, { onProgress })).extraction
}

/** Posts to this one address: no redirect is followed, and a reply beyond the bound is cut off. */
function askAt(url: string, key: string | undefined): Ask {
  return async (request, signal) => {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal,
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify(request),
    })
    if (!response.ok) {
      await response.body?.cancel()
      throw new NoAnswer('refused', `HTTP ${response.status}`)
    }
    return await bounded(response)
  }
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST_REPLY_BYTES) throw new NoAnswer('unusable', `more than ${MOST_REPLY_BYTES} bytes`)
  }
  return Buffer.concat(chunks).toString('utf8')
}

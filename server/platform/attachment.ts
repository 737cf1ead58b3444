import type { FastifyReply } from 'fastify'

/**
 * The header for sending a file under any name (RFC 6266, RFC 5987): ASCII for old clients, the name itself in UTF-8
 * for all others. Nothing in the name can end the header or begin another.
 */
export function disposition(fileName: string, shown: 'attachment' | 'inline' = 'attachment'): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w .()-]/g, '_')
  const exact = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${shown}; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** A file as its room found it, for someone who may read it. */
export interface Download {
  bytes: Uint8Array
  mediaType: string
  fileName: string
}

/** Sends what somebody uploaded: as a download, never shown inside our own pages, so that nothing in it can run; and kept by no cache. */
export function sendDownload(reply: FastifyReply, { bytes, mediaType, fileName }: Download): FastifyReply {
  return reply
    .type(mediaType)
    .header('content-disposition', disposition(fileName))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(bytes))
}

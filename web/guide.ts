import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Marked, type Tokens } from 'marked'
import type { Plugin } from 'vite'

const DOCS = join(import.meta.dirname, '../docs')
const PICTURES = join(DOCS, 'guide/pictures')

export interface Part {
  id: string
  level: number
  title: string
}
export interface Chapter {
  /** Its address is `/huong-dan/<slug>`; the table of contents is `''`. */
  slug: string
  title: string
  parts: Part[]
  html: string
}

/** "4. Rà soát" is `4-ra-soat`: an address that can be typed. */
const slugOf = (words: string) =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const escaped = (words: string) => words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** The files that are chapters: the guide, and what it tells writers of agencies' software. */
function files(): { slug: string; file: string }[] {
  const guide = readdirSync(join(DOCS, 'guide')).filter((name) => name.endsWith('.md'))
  return [
    ...guide.map((name) => ({
      slug: name === 'README.md' ? '' : basename(name, '.md'),
      file: join(DOCS, 'guide', name),
    })),
    { slug: 'ket-noi-he-thong', file: join(DOCS, 'ket-noi-he-thong.md') },
  ]
}

export const addressOf = (slug: string): string => (slug ? `/huong-dan/${slug}` : '/huong-dan')

/** The chapters of docs/guide in the order of its table of contents. */
export function readGuide(): Chapter[] {
  const found = files()
  const slugs = new Set(found.map(({ slug }) => slug))
  const contents = readFileSync(join(DOCS, 'guide/README.md'), 'utf8')
  const place = (slug: string) => (slug === '' ? -1 : contents.indexOf(`${slug}.md`))
  return found
    .map(({ slug, file }) => chapterOf(slug, readFileSync(file, 'utf8'), slugs))
    .sort((one, other) => place(one.slug) - place(other.slug))
}

function chapterOf(slug: string, text: string, slugs: ReadonlySet<string>): Chapter {
  const parts: Part[] = []
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: title }: Tokens.Heading) {
        const id = slugOf(title)
        parts.push({ id, level: depth, title })
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens)
        if (/^(https?:|#)/.test(href)) return `<a href="${escaped(href)}">${words}</a>`
        const [, name, part = ''] = /([^/#]+)\.md(#.*)?$/.exec(href) ?? []
        const chapter = name === 'README' ? '' : name
        if (chapter !== undefined && slugs.has(chapter)) return `<a href="${addressOf(chapter)}${part}">${words}</a>`
        // A page for those who run the system, which lies with the source and is not served.
        return words
      },
      image({ href, text: words }: Tokens.Image) {
        const { width, height } = sizeOf(join(PICTURES, basename(href)))
        return `<img src="/huong-dan/pictures/${basename(href)}" alt="${escaped(words)}" width="${width}" height="${height}" loading="lazy">`
      },
      html: ({ text: words }) => escaped(words),
    },
  })
  const html = marked.parse(text, { async: false })
  return { slug, title: parts[0]?.title ?? '', parts: parts.slice(1), html }
}

/** Width and height of a PNG, so that text does not move when the picture arrives. */
function sizeOf(file: string): { width: number; height: number } {
  const bytes = readFileSync(file)
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** A chapter as a page of its own: no script, the console's styles, the table of contents at the side. */
export function guidePage(chapter: Chapter, chapters: readonly Chapter[], styles: string): string {
  const entry = ({ slug, title, parts }: Chapter) => {
    const isHere = slug === chapter.slug
    const inside = isHere ? parts.filter(({ level }) => level === 2) : []
    const list = inside.map((part) => `<li><a href="#${part.id}">${escaped(part.title)}</a></li>`).join('')
    const link = `<a href="${addressOf(slug)}"${isHere ? ' aria-current="page"' : ''}>${escaped(slug ? title : 'Mục lục')}</a>`
    return `<li>${link}${list ? `<ol>${list}</ol>` : ''}</li>`
  }
  const title = chapter.slug ? `${chapter.title} – Hướng dẫn sử dụng` : chapter.title
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<link rel="icon" type="image/svg+xml" href="/mark.svg">
<title>${escaped(title)} – Điều Hành</title>
${styles}
</head>
<body class="guide">
<a class="skip" href="#main">Tới nội dung chính</a>
<header class="frame-head screen-only">
<a href="/" class="frame-name"><img src="/mark.svg" alt="" width="28" height="28"><span>Điều Hành</span></a>
<p class="guide-name"><a href="/huong-dan">Hướng dẫn sử dụng</a> <span lang="en" class="soft">In Vietnamese only</span></p>
</header>
<div class="guide-body">
<nav class="guide-contents screen-only" aria-label="Các chương"><ul>${chapters.map(entry).join('')}</ul></nav>
<main id="main" tabindex="-1" class="guide-text">
${chapter.html}</main>
</div>
</body>
</html>
`
}

/** Builds the guide into the console's files, so that it is read without the internet and always of the same version. */
export function guide(): Plugin {
  return {
    name: 'guide',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html']
        const html = page?.type === 'asset' ? String(page.source) : ''
        const own = this.emitFile({
          type: 'asset',
          name: 'guide.css',
          source: readFileSync(join(import.meta.dirname, 'src/guide.css'), 'utf8'),
        })
        const shared = html.match(/<link rel="stylesheet"[^>]*>/g)
        if (!shared) throw new Error('the page of the console has no styles for the guide')
        const styles = [...shared, `<link rel="stylesheet" href="/${this.getFileName(own)}">`].join('\n')
        const chapters = readGuide()
        for (const chapter of chapters) {
          const fileName = `huong-dan/${chapter.slug || 'index'}.html`
          this.emitFile({ type: 'asset', fileName, source: guidePage(chapter, chapters, styles) })
        }
        for (const name of readdirSync(PICTURES)) {
          const source = readFileSync(join(PICTURES, name))
          this.emitFile({ type: 'asset', fileName: `huong-dan/pictures/${name}`, source })
        }
      },
    },
  }
}

import type { Plugin } from 'vite'

/**
 * Names these chunks in the page, so that the browser fetches and parses them while it reads the entry that will import
 * them: one wave of requests instead of two. Throws where the build has no chunk of that name.
 */
export function aheadInPage(names: readonly string[]): Plugin {
  return {
    name: 'ahead-in-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        return names.map((name) => {
          const chunk = Object.values(bundle ?? {}).find((one) => one.type === 'chunk' && one.name === name)
          if (!chunk) throw new Error(`the build has no chunk named ${name}`)
          return {
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${chunk.fileName}` },
            injectTo: 'head',
          }
        })
      },
    },
  }
}

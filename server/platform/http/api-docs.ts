import swaggerUi from '@fastify/swagger-ui'
import type { App } from './server.ts'

/**
 * The description of the API as JSON, and as pages on which it can be tried, at `/api/docs`. Open: it shows which
 * requests exist, not their answers. Every file of it is served from here.
 */
export async function mountApiDocs(app: App): Promise<void> {
  app.get('/api/openapi.json', { config: { open: true }, schema: { hide: true } }, async () => app.swagger())
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, open: true }
      route.schema = { ...route.schema, hide: true }
    })
    await scope.register(swaggerUi, {
      routePrefix: '/api/docs',
      // Fields filled in from the address, and a link to another host's validator, are of no use here.
      uiConfig: { docExpansion: 'list', persistAuthorization: false, validatorUrl: null, tryItOutEnabled: true },
      theme: { title: 'Điều Hành: API' },
    })
  })
}

import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type ProxyOptions } from 'vite';

const gateway = process.env.TERTULIA_URL ?? 'http://localhost:8080';

/** The gateway refuses what comes from a page of another origin, so the dev server speaks in its name. */
function toGateway(): ProxyOptions {
  return {
    target: gateway,
    changeOrigin: true,
    ws: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (request) => request.setHeader('Origin', gateway));
      proxy.on('proxyReqWs', (request) => request.setHeader('Origin', gateway));
    },
  };
}

/** What the gateway would answer; for one that was built without serving the console. */
function consoleJson(issuer: string): Plugin {
  const answer = JSON.stringify({ oidcIssuer: issuer, clientId: 'console', version: 'dev' });
  return {
    name: 'console-json',
    configureServer: (server) => {
      server.middlewares.use('/console.json', (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(answer);
      });
    },
    configurePreviewServer: (server) => {
      server.middlewares.use('/console.json', (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(answer);
      });
    },
  };
}

const issuer = process.env.TERTULIA_OIDC_ISSUER;

// As the gateway's, but that the issuer may be anywhere: what breaks it is seen before it is served for good.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  `connect-src 'self' ws: ${new URL(issuer ?? gateway).origin}`,
  `frame-src 'self' ${new URL(issuer ?? gateway).origin}`,
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

const proxy = { '/api': toGateway(), '/openapi': toGateway(), '/console.json': toGateway() };

export default defineConfig({
  plugins: [
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'es-ES'] }), enforce: 'pre' },
    issuer === undefined ? undefined : consoleJson(issuer),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, strictPort: true, proxy },
  preview: { port: 5173, strictPort: true, proxy, headers: { 'Content-Security-Policy': policy } },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    sourcemap: false,
    // A strict CSP has no inline anything: no data: URLs, no preload polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        main: fileURLToPath(new URL('./index.html', import.meta.url)),
        silent: fileURLToPath(new URL('./silent-renew.html', import.meta.url)),
      },
    },
  },
});

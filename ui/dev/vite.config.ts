// The same pages over a made-up front desk, for looking at them in any browser. Never part of the product:
// `npx vite --config dev/vite.config.ts`.
import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vite'
import base from '../vite.config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default mergeConfig(
  base,
  defineConfig({
    root: here('..'),
    resolve: { alias: { '@tauri-apps/api/core': here('./core.ts'), '@tauri-apps/api/event': here('./event.ts') } },
    build: { outDir: here('../dist-dev') },
    server: { port: 1421 },
  }),
)

/** llama.cpp's server on the person's own machine: a key only when it was started with `--api-key`. */
import { defineProvider } from '../provider.ts'

export const llamacpp = defineProvider({
  id: 'llamacpp',
  name: 'llama.cpp',
  calledAs: 'llama cpp|llama server',
  console: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  baseUrl: 'http://127.0.0.1:8080/v1',
  local: true,
  auth: { header: 'Authorization', scheme: 'Bearer' },
  variable: 'LLAMA_API_KEY',
  keys: [],
  needsContext: true,
  probes: { models: { method: 'GET', path: '/models' } },
})

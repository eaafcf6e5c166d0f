/** Which .env files an image takes along: by what the Dockerfile copies, and what .dockerignore says, read as Docker reads it. */
import { describe, expect, it } from 'vitest'
import {
  inImages,
  isDockerfile,
  isDockerIgnore,
  isEnvFile,
} from '../../../src/features/handoff/core/docker-image.ts'

const env = ['.env', 'config/.env.local']
const found = (dockerfile: string, ignored?: string, name = 'Dockerfile', ignoreName = '.dockerignore') =>
  inImages({
    dockerfiles: new Map([[name, dockerfile]]),
    ignoreFiles: new Map(ignored === undefined ? [] : [[ignoreName, ignored]]),
    envFiles: env,
  }).found.map(({ file }) => file)

describe('what is copied', () => {
  it.each<[string, string[]]>([
    ['FROM node\nCOPY . .', env],
    ['copy --chown=node:node ./ /app', env],
    ['ADD [".", "/app"]', env],
    ['COPY \\\n  . \\\n  /app', env],
    ['COPY config /app/config', ['config/.env.local']],
    ['COPY .env* package.json /app/', ['.env']],
    ['COPY src package.json /app/', []],
    ['COPY --from=build /app .', []],
    ['# COPY . .\nRUN echo COPY', []],
    ['', []],
  ])('%j takes %j', (dockerfile, files) => {
    expect(found(dockerfile)).toEqual(files)
  })
})

describe('what is left out', () => {
  it.each<[string, string[]]>([
    ['.env', ['config/.env.local']],
    ['/.env\n', ['config/.env.local']],
    ['**/.env*', []],
    ['*\n!src', []],
    ['config/', ['.env']],
    ['**/.env*\n!.env', ['.env']],
    ['config\n!config/.env.local', env],
    ['#.env', env],
    ['.ENV', env],
    ['  .env  \r\n*/.env.local', []],
  ])('%j lets %j through', (ignored, files) => {
    expect(found('COPY . .', ignored)).toEqual(files)
  })
})

it('each Dockerfile has its own folder, and its own ignore file counts in place of the other', () => {
  const files = {
    dockerfiles: new Map([
      ['shop/Dockerfile', 'COPY . .'],
      ['shop/dev.Dockerfile', 'COPY . .'],
    ]),
    ignoreFiles: new Map([
      ['shop/.dockerignore', ''],
      ['shop/dev.Dockerfile.dockerignore', '.env'],
    ]),
    envFiles: ['.env', 'shop/.env', 'other/.env'],
  }
  expect(inImages(files).found).toEqual([
    { file: 'shop/.env', dockerfile: 'shop/Dockerfile', ignoreFile: 'shop/.dockerignore', line: '.env' },
  ])
})

it('knows the files by their names', () => {
  const names = [
    'Dockerfile',
    'Dockerfile.prod',
    'web.Dockerfile',
    'Containerfile',
    'Dockerfile.dockerignore',
    'docker.md',
  ]
  expect(names.filter(isDockerfile)).toEqual(names.slice(0, 4))
  expect(names.filter(isDockerIgnore)).toEqual(['Dockerfile.dockerignore'])
  expect(['.env', '.env.local', '.env.example', '.envrc', 'x.env'].filter(isEnvFile)).toEqual([
    '.env',
    '.env.local',
  ])
})

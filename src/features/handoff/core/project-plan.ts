/** What "Add to a project" would do to a folder, as a preview to be looked at before anything is written. Pure. */

import { t } from '../../../i18n/t.ts'
import type { Failure } from '../../../protocol/failure.ts'
import { type DotEnvChange, setInDotEnv } from './dot-env.ts'
import { addRule, covers } from './git-ignore.ts'
import { tracks } from './git-index.ts'
import { linesOf, readText, writeText } from './text-file.ts'

/** The files that matter, as bytes; undefined: not there. */
export type ProjectFiles = {
  env?: Uint8Array | undefined
  gitignore?: Uint8Array | undefined
  /** `.git/index` and `.git/config`, when `.git` is a folder here. */
  gitIndex?: Uint8Array | undefined
  gitConfig?: Uint8Array | undefined
  /** Is there a `.git` here at all? */
  git: boolean
}

export type FileChange = {
  name: string
  /** `made`: the file is new. */
  change: 'made' | 'added' | 'replaced' | 'same'
  /** The changed lines as a person may see them: the key is masked. */
  preview: { sign: '+' | '-' | ' '; line: string; number: number }[]
  bytes: Uint8Array<ArrayBuffer>
}

export type Warning = {
  code: 'tracked' | 'perhaps_tracked' | 'also_on' | 'no_git' | 'plain_env' | 'their_recipients'
  message: string
}

export type Plan = { ok: true; env: FileChange; gitignore: FileChange | null; warnings: Warning[] } | Failure

export function planProject(files: ProjectFiles, name: string, secret: string, masked: string): Plan {
  const envFile = readText(files.env, '.env')
  if ('ok' in envFile) return envFile
  const ignoreFile = readText(files.gitignore, '.gitignore')
  if ('ok' in ignoreFile) return ignoreFile
  const set = setInDotEnv(envFile, name, secret)
  if (!set.ok) return set

  const covered = covers(ignoreFile, '.env')
  const withRule = addRule(ignoreFile, '.env')
  return {
    ok: true,
    env: {
      name: '.env',
      change: files.env ? set.change : 'made',
      preview: envPreview(envFile.text, set, name, masked),
      bytes: writeText(set.file),
    },
    gitignore: covered
      ? null
      : {
          name: '.gitignore',
          change: files.gitignore ? 'added' : 'made',
          preview: linesOf(withRule.text)
            .map(({ line }, index) => ({ sign: '+' as const, line, number: index + 1 }))
            .slice(linesOf(ignoreFile.text).length),
          bytes: writeText(withRule),
        },
    warnings: warnings(files, set),
  }
}

/** Only names of the neighbours: what else is in the file is none of the screen's business. */
function envPreview(before: string, set: DotEnvChange, name: string, masked: string): FileChange['preview'] {
  const line = `${name}=${masked}`
  if (set.change === 'same') return [{ sign: ' ', line, number: set.line }]
  const old = { sign: '-' as const, line: `${name}=…`, number: set.line }
  const next = { sign: '+' as const, line, number: set.line }
  return set.change === 'replaced' && before !== '' ? [old, next] : [next]
}

function warnings(files: ProjectFiles, set: DotEnvChange): Warning[] {
  const found: Warning[] = []
  if (files.git) {
    const config = files.gitConfig && new TextDecoder().decode(files.gitConfig)
    const tracked = files.gitIndex ? tracks(files.gitIndex, '.env', config) : 'untracked'
    if (tracked === 'tracked')
      found.push({
        code: 'tracked',
        message: t(
          'Git already tracks this .env, so your next commit would hold the key. Run “git rm --cached .env” first. A key committed before is leaked: make a new one.',
        ),
      })
    if (tracked === 'unknown')
      found.push({
        code: 'perhaps_tracked',
        message: t(
          'Keyway cannot read this repository’s index. Make sure that “git ls-files .env” prints nothing before you commit.',
        ),
      })
  } else {
    found.push({
      code: 'no_git',
      message: t(
        'There is no git repository in this folder. If it is part of a larger one, its .gitignore covers the file now; Keyway cannot see the index above.',
      ),
    })
  }
  if (set.alsoOn.length > 0)
    found.push({
      code: 'also_on',
      message: t('Line {list} sets it too. Programs use the last, line {line}: that one is written.', {
        list: set.alsoOn.join(', '),
        line: set.line,
      }),
    })
  return found
}

/** Steps that guides share, so that they are worded, and mended, once: making, keeping, ending and proving a key. Data only. */
import { sayings } from './concepts.ts'
import type { Condition, Step, Target, Words } from './guide.ts'
import { apiKeys, dialogs } from './targets.ts'

/** Made or unlocked before anything is shown once. */
export const vaultStep: Step = {
  id: 'vault',
  title: 'Make the vault',
  words: {
    do: 'Make the vault first, or unlock it: the key you are about to create is shown only once, and this is where it goes.',
    why: 'Without a vault the key waits in this browser’s memory, and a crash would lose it.',
    see: '“Vault open”.',
    details: 'Four words unlock it. It lives on this computer, encrypted; nobody else can open it.',
  },
  done: { vault: ['unlocked', 'locked'] },
  action: 'vault',
}

/** Opens the dialog for a new key; `opener` is among the guide's targets. A guide may say a why of its own. */
export const openStep: Step = {
  id: 'open',
  title: 'Open the key dialog',
  page: ['api-keys'],
  words: { do: 'Press “Create new secret key”.', see: 'the dialog “Create new secret key”.' },
  target: 'opener',
  done: { any: [{ dialog: [...dialogs.create] }, { keyShown: true }, { key: 'saved' }] },
  blocked: [
    {
      when: { text: ['Verify your phone number'] },
      say: 'It is greyed out until your phone number is verified: use the banner on this page.',
    },
    { say: 'It is greyed out: a policy may forbid new keys, or you may lack the right. Ask an owner.' },
  ],
}

/** The form was sent and no key is in sight: it is masked, or can only be copied, or is not there yet. */
export const keyUnseen: NonNullable<Step['unseen']> = {
  title: 'Bring the key into sight',
  words: {
    do: 'Press the eye or “Show” beside the key. Is there only “Copy”? Press it, then paste the key in the side panel.',
    before: 'It may be shown only once. Do not close it yet.',
    see: 'the whole key, or its end in the side panel.',
  },
  target: 'eye',
  via: ['copy'],
}

/** Submits that dialog: from here on the key is shown, once. */
export const createStep: Step = {
  id: 'create',
  title: 'Create it',
  when: { dialog: [...dialogs.create] },
  words: {
    do: 'Press “Create secret key”.',
    before: 'The key is shown once, right after this press. Do not press outside the dialog.',
    see: 'the dialog “Save your key”.',
  },
  target: 'submit',
  unseen: keyUnseen,
  done: { any: [{ keyShown: true }, { key: 'pending' }, { key: 'saved' }] },
  blocked: [
    {
      say: 'It is greyed out until every required part is filled in: look for a name, a project or an expiration that is missing.',
    },
  ],
}

/** The fields of the spend limit can be reached: in a dialog, or (until 2025) on the page itself. */
export const editingLimit: Condition = {
  any: [{ dialog: [...dialogs.spendLimit] }, { seen: 'hard' }, { seen: 'amount' }],
}

/** Is there a key that can be asked? A guide may have been started from the list, for none. */
export const keyKnown: Condition = {
  any: [
    { key: 'known', of: 'subject' },
    { key: 'known', of: 'new' },
  ],
}

/** Ends a `fix-*` guide: nobody's word ends it, only an answer that is as good as `until`. */
export function testAgain(until: 'accepted' | 'ready', words: Omit<Words, 'do'> & { do?: string }): Step {
  return {
    id: 'test',
    title: 'Test again',
    only: keyKnown,
    proof: true,
    words: { do: 'Test the key again.', ...words },
    action: 'test',
    // What it answered before this step says nothing about now: a call may have failed since.
    done: {
      any: (['subject', 'new'] as const).map(of => ({
        all: [
          { key: 'checked', of },
          { key: until, of },
        ],
      })),
    },
  }
}

/** For causes that the free test cannot see: a right or a model that only a call needs. */
export const callAgain: Step = {
  id: 'call-again',
  title: 'Make the call again',
  only: {
    all: [keyKnown, { cause: ['missing_scope', 'model_unavailable', 'organization_unverified'] }],
  },
  words: {
    do: 'Make the call that failed once more, here or in your program.',
    why: 'The free test cannot see this: only the call itself can.',
    before: 'A call costs a little money.',
    see: 'an answer in place of the error.',
  },
  action: 'first-call',
  done: { said: true },
  button: 'It answers now',
}

/** Ends a `fix-*` guide that was started for no key: then only the person can tell. */
export const seeItWork: Step = {
  id: 'see-it-work',
  title: 'See it work',
  only: { not: keyKnown },
  elsewhere: 'your program',
  words: {
    do: 'Run your program again. Keyway was not told which key this is about, so it cannot ask with it.',
    why: 'Started from the verdict of a key, this guide ends with proof.',
    see: 'an answer in place of the error.',
  },
  done: { said: true },
  button: 'It works now',
}

/** What the steps that end a key point at. */
export const revokeTargets = {
  search: apiKeys.search,
  rowDelete: apiKeys.rowDelete,
  confirm: apiKeys.revokeConfirm,
} satisfies Record<string, Target>

/** Finds the row of the key that the guide was started for. */
export const findStep: Step = {
  id: 'find',
  title: 'Find the key',
  page: ['api-keys'],
  when: { noDialog: true },
  words: {
    do: 'In the row whose key ends in {oldLastFour|the last four you know|the four characters that the side panel shows}, press “Delete” (older: the bin).',
    why: 'Names can be alike. The last four and the tracking id are not.',
    before: 'Look at “Last used”: if that was minutes ago, a program still needs it.',
    see: 'a question whether you are sure.',
    details:
      'Not in the list? Switch the project at the top of the sidebar, or open the organization’s list of all keys. Only the owner of a key, or an owner of the organization, sees it.',
  },
  target: 'rowDelete',
  via: ['search'],
  link: {
    url: 'https://platform.openai.com/settings/organization/api-keys',
    label: 'All keys of the organization',
  },
  done: { any: [{ dialog: [...dialogs.revoke] }, { key: 'rejected', of: 'subject' }, { said: true }] },
  button: 'It is revoked already',
  blocked: [
    { say: 'It is greyed out: only the key’s owner, or an owner of the organization, may revoke it.' },
  ],
}

export const confirmStep: Step = {
  id: 'confirm',
  title: 'Confirm it',
  assures: true,
  when: { dialog: [...dialogs.revoke] },
  words: {
    do: 'Compare the last four once more, {oldLastFour|as you know them|as the side panel shows them}, then press the red button: “Revoke key”, “Revoke” or “Delete”.',
    why: 'It is the last moment to notice that it is another key.',
    before: 'It cannot be undone. Programs that use this key are refused from now on.',
    see: 'the row is gone, or says “Revoked”.',
  },
  target: 'confirm',
  done: { noDialog: true },
}

/** Nobody's word ends it: a guide that says “dead” has been refused by the provider. */
export const proveStep: Step = {
  id: 'prove',
  title: 'Prove it dead',
  only: { key: 'known', of: 'subject' },
  proof: true,
  words: {
    do: 'Keyway asks OpenAI with the old key until it is refused. This can take some minutes.',
    why: '“Deleted” in a list is a promise. A refusal is the proof.',
    see: '“Rejected” beside the old key. Is it still accepted? Press “Back” and look whether its row is still in the list.',
  },
  action: 'test',
  done: { key: 'rejected', of: 'subject' },
}

/** What these steps point at; a guide that uses `keepTheKey` lists them among its targets. */
export const keepTargets = {
  reveal: {
    is: { role: 'textbox', within: { dialog: ['Save your key', 'API key generated', 'Save your API key'] } },
    look: 'the field with the key, in the dialog “Save your key”',
    says: 'key',
  },
  eye: {
    is: {
      role: 'button',
      names: [
        'Show',
        'Reveal',
        'Show key',
        'Reveal key',
        'Show secret key',
        'Reveal secret key',
        'Show API key',
      ],
    },
    look: 'an eye, or “Show”, beside the masked key',
    like: sayings('show'),
  },
  copy: {
    is: {
      role: 'button',
      names: ['Copy', 'Copy key', 'Copy secret key', 'Copy API key', 'Copy to clipboard'],
    },
    look: '“Copy”, beside the key',
    like: sayings('copy'),
  },
  close: apiKeys.done,
} satisfies Record<string, Target>

/** From the shown key to a verdict. The guide's step that opens the dialog has the id `open`. */
export const keepTheKey: Step[] = [
  {
    id: 'save',
    title: 'Save it',
    when: { keyShown: true },
    words: {
      do: 'Press “Save to Keyway”, here or in the side panel.',
      why: 'The key goes straight into your vault, not through the clipboard.',
      before: 'Do not press “Done” and nothing beside the dialog yet: the page never shows this key again.',
      see: 'the key, masked, in the side panel.',
      details:
        'The press here only asks; the side panel shows what would be kept, and your press there keeps it.',
    },
    target: 'reveal',
    action: 'save-key',
    done: { any: [{ key: 'pending' }, { key: 'saved' }] },
    lost: {
      title: 'The key was closed unsaved',
      words: {
        do: 'The dialog was closed before the key was saved. The page cannot show it again: create a new one, and revoke the one that was lost.',
        why: 'A key nobody has is useless but still valid; better it is gone.',
        see: 'the button “Create new secret key” lit again.',
      },
      to: 'open',
      guide: 'revoke-key',
    },
  },
  {
    id: 'commit',
    title: 'Keep it',
    words: {
      do: 'In the side panel, look at the name and press “Save to the vault”.',
      why: 'Only a press in Keyway’s own window puts a key into the vault; no page can do that.',
      see: 'the key in the list.',
    },
    action: 'open-panel',
    done: { key: 'saved' },
  },
  {
    id: 'close',
    title: 'Close the dialog',
    only: { key: 'saved' },
    when: { keyShown: true },
    words: {
      do: 'Now press “Done”.',
      why: 'The key is in your vault; it should not stay on the screen.',
      see: 'the list of keys, with yours in it.',
    },
    target: 'close',
    done: { keyShown: false },
  },
  {
    id: 'close-unsaved',
    title: 'Close the dialog',
    only: { not: { key: 'saved' } },
    when: { keyShown: true },
    words: {
      do: 'Keyway did not see this key saved. Press “Back” to save it, or copy it to a safe place. Then press “Done”.',
      before: 'The page never shows this key again.',
      see: 'the list of keys.',
    },
    target: 'close',
    done: { keyShown: false },
  },
  {
    id: 'check',
    title: 'See that it works',
    words: {
      do: 'Keyway asks the provider whether the key is accepted. This costs nothing.',
      why: 'A new key sometimes needs a minute until it is known everywhere.',
      see: 'the verdict beside the key: accepted.',
      details: 'If it says there is no credit, the key is fine: the guide “Set up billing” mends that.',
    },
    action: 'test',
    done: { key: 'accepted' },
  },
]

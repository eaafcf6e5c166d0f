/** Steps that guides share, so that they are worded, and corrected, once: making, keeping and revoking a key. Data only. */
import { sayings } from './concepts.ts'
import type { Condition, ReceiptLine, Step, Target, Words } from './guide.ts'
import { apiKeys, dialogs } from './targets.ts'

/** Made or unlocked before anything is shown once. */
export const vaultStep: Step = {
  id: 'vault',
  title: 'Make the vault',
  words: {
    do: 'Make your vault, or unlock it. The platform shows a new key only once, and Keyway keeps it here.',
    why: 'Without a vault the key waits in this browser’s memory, and a crash would lose it.',
    see: 'the page “Your vault is ready”.',
    details: 'Your passphrase unlocks it. The vault is encrypted and stays on this computer.',
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
      target: 'detour-phone',
      say: 'It is greyed out: do what the page asks for first, in the banner for your phone number.',
    },
    {
      target: 'detour-phone',
      say: 'It is greyed out: do what the page asks for first. If it asks for nothing, ask an owner: new keys may be forbidden.',
    },
  ],
}

/** The form was sent and no key is in sight: it is masked, or can only be copied, or is not there yet. */
export const keyUnseen: NonNullable<Step['unseen']> = {
  title: 'Bring the key into sight',
  words: {
    do: 'Press the eye or “Show”; if there is only “Copy”, press it and paste the key in the side panel.',
    before: 'Do not close the dialog yet: the key may be shown only once.',
    see: 'the whole key.',
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
    before: 'The key is shown once: do not press outside the next dialog.',
    see: 'the dialog “Save your key”.',
  },
  target: 'submit',
  unseen: keyUnseen,
  done: { any: [{ keyShown: true }, { key: 'pending' }, { key: 'saved' }] },
  blocked: [
    {
      say: 'It is greyed out: fill in or choose what the form still asks for: name, project or expiration.',
    },
  ],
}

/** The fields of the spend limit can be reached: in a dialog, or (until 2025) on the page itself. */
export const editingLimit: Condition = {
  any: [{ dialog: [...dialogs.spendLimit] }, { seen: 'hard' }, { seen: 'amount' }],
}

/** All of the form that is known is gone: a switch that stays by itself, after the form was given up, says nothing of an amount. */
export const limitSaved: Condition = {
  any: [{ all: [{ gone: 'amount' }, { gone: 'hard' }, { noDialog: true }] }, { said: true }],
}

/** Is there a key that can be asked? A guide may have been started from the list, for none. */
export const keyKnown: Condition = {
  any: [
    { key: 'known', of: 'subject' },
    { key: 'known', of: 'new' },
  ],
}

/** What the last test said of the key that the guide is about. */
export const keyIs = (state: 'accepted' | 'ready'): Condition => ({
  any: [{ key: state, of: 'subject' }, { key: state }],
})

/** Whether it was reached shows nowhere that Keyway looks. */
export const nobodyKnows: Condition = { any: [] }

/** In which project the new key is, for the end. */
export const projectLine: ReceiptLine = {
  label: 'Project',
  text: '{project|Not seen by Keyway: the list of keys on the page says in which one.|The side panel says which.}',
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
    do: 'Run your program again. Keyway does not know which key this is about, so it cannot test it.',
    why: 'When this guide is started from one of your keys, it ends with a test of that key.',
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
    do: 'In the row that ends in {oldLastFour|the last four you know|the side panel’s four characters}, press “Delete” (a bin).',
    why: 'Two keys can have the same name. The last four characters tell them apart.',
    before: 'If “Last used” is minutes ago, a program still needs it.',
    see: 'a question whether you are sure.',
    details:
      'Not in the list? Switch the project at the top of the sidebar, or open the organization’s list of all keys. You see your own keys; owners of the project or the organization see all.',
  },
  target: 'rowDelete',
  via: ['search'],
  link: {
    url: 'https://platform.openai.com/settings/organization/api-keys',
    label: 'All keys of the organization',
  },
  done: { any: [{ dialog: [...dialogs.revoke] }, { key: 'rejected', of: 'subject' }, { said: true }] },
  button: 'It is revoked already',
}

export const confirmStep: Step = {
  id: 'confirm',
  title: 'Confirm it',
  assures: true,
  when: { dialog: [...dialogs.revoke] },
  words: {
    do: 'Compare the last four, {oldLastFour|as you know them|as the side panel shows them}, then press the red “Revoke key” (or “Delete”).',
    why: 'It is the last moment to notice that it is another key.',
    before: 'It cannot be undone: programs that use this key stop now.',
    see: 'the row is gone, or says “Revoked”.',
  },
  target: 'confirm',
  done: { noDialog: true },
}

/** Nobody's word ends it: a guide that says “revoked” has seen the provider refuse the key. */
export const proveStep: Step = {
  id: 'prove',
  title: 'Confirm it is revoked',
  only: { key: 'known', of: 'subject' },
  proof: true,
  words: {
    do: 'Keyway tests the old key until OpenAI refuses it. This can take some minutes.',
    why: 'The list only says that a key is deleted. A refused test proves it.',
    see: 'the status “Rejected” beside the old key.',
    details: 'Does it still work? Press “Back” and look whether its row is still in the list.',
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

/** From the shown key to a test. The guide's step that opens the dialog has the id `open`. */
export const keepTheKey: Step[] = [
  {
    id: 'save',
    title: 'Save it',
    when: { keyShown: true },
    words: {
      do: 'Press “Save to Keyway”.',
      why: 'The key goes straight into your vault, not through the clipboard.',
      before: 'Press “Done” only afterwards: the page never shows this key again.',
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
        do: 'If you can see it again, copy and paste it into Keyway. Else create a new key and revoke the lost one.',
        why: 'The page cannot show it again. You have no copy, but the key still works: revoke it.',
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
      do: 'In the side panel, press “Save to the vault”.',
      why: 'Only Keyway’s own window can put a key into the vault.',
      see: 'the key in the list.',
    },
    action: 'open-panel',
    done: { key: 'saved' },
  },
  {
    id: 'close',
    title: 'Close the dialog',
    only: { key: 'saved' },
    // A key that was copied and pasted was never in sight.
    when: { any: [{ keyShown: true }, { seen: 'close' }] },
    words: {
      do: 'Now press “Done”.',
      why: 'The key is in your vault; it should not stay on the screen.',
      see: 'the list of keys, with yours in it.',
    },
    target: 'close',
    // A key that stands in the page, with nothing to close it by, stays where it is.
    done: { all: [{ any: [{ keyShown: false }, { noDialog: true }] }, { gone: 'close' }] },
  },
  {
    id: 'close-unsaved',
    title: 'Close the dialog',
    only: { not: { key: 'saved' } },
    when: { keyShown: true },
    words: {
      do: 'Press “Back” to save this key, or copy it to a safe place and press “Done”.',
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
      do: 'Keyway tests the key for free.',
      why: 'A new key sometimes needs a minute until every server knows it.',
      see: 'the status “Works”, or “No credit” if you have bought none yet.',
      details:
        '“No credit” means that the key is fine: the guide “Set up billing” fixes that. If it still fails ten minutes after you paid, create a new key.',
    },
    action: 'test',
    done: { key: 'accepted' },
  },
]

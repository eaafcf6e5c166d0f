/**
 * The platform's controls that more than one guide points at, by page, in every wording known: when the site changes a word,
 * this is the one place to add it. Data only.
 */
import { sayings } from './concepts.ts'
import type { Target } from './guide.ts'

export const dialogs = {
  create: ['Create new secret key'],
  reveal: ['Save your key', 'API key generated', 'Save your API key'],
  revoke: ['Revoke secret key', 'Revoke API key', 'Delete API key', 'Delete secret key', 'Revoke key'],
  edit: ['Edit secret key', 'Edit API key', 'Edit key'],
  spendLimit: ['Edit spend limit', 'Edit budget', 'Spend limit', 'Hard spend limit'],
  newProject: ['Create a new project', 'Create project', 'New project'],
  mfa: ['Enable MFA', 'Multi-factor authentication', 'Set up multi-factor authentication'],
  autoReload: ['Auto-reload', 'Auto recharge', 'Auto-reload settings', 'Auto recharge settings'],
} as const satisfies Record<string, string[]>

const inCreate = { dialog: [...dialogs.create] }
const inReveal = { dialog: [...dialogs.reveal] }
const inRevoke = { dialog: [...dialogs.revoke] }
const inSpend = { dialog: [...dialogs.spendLimit] }

/** A choice of a radio group that older layouts drew as buttons. */
const option = (names: string[], within?: { dialog: string[] }, not: string[] = []): Target['is'] => [
  { role: 'radio', names, ...(within && { within }), ...(not.length > 0 && { not }) },
  { role: 'button', names, ...(within && { within }), ...(not.length > 0 && { not }) },
]

/** Until 2026 its buttons had no names: then the row is lit, and the words say which of its buttons. */
const keyRow = { role: 'row' }

export const apiKeys = {
  opener: {
    is: {
      role: 'button',
      names: ['Create new secret key', 'Create new API key', 'Create API key'],
      not: ['Create new admin key', 'Create admin key'],
      within: { page: 'api-keys' },
    },
    like: sayings('create', 'key'),
    look: 'a button “Create new secret key”, usually at the top right',
  },
  ownerYou: {
    is: option(['You'], inCreate),
    like: sayings('you'),
    among: sayings('owner'),
    look: '“You”, beside “Owned by”, at the top of the dialog',
  },
  ownerService: {
    is: option(['Service account'], inCreate),
    like: sayings('service'),
    among: sayings('owner'),
    look: '“Service account”, beside “Owned by”, at the top of the dialog',
  },
  name: {
    is: {
      role: 'textbox',
      names: ['Name', 'Name Optional'],
      placeholders: ['My Test Key'],
      labels: ['Name'],
      within: inCreate,
    },
    like: sayings('name'),
    look: 'a field “Name”, with “My Test Key” in grey',
    says: 'name',
  },
  serviceName: {
    is: {
      role: 'textbox',
      names: ['Service account ID', 'Service account name', 'Name', 'ID'],
      placeholders: ['my-service-account', 'My Service Account', 'My Test Key'],
      within: inCreate,
    },
    like: sayings('name'),
    look: 'the field for the name or ID of the service account',
  },
  project: {
    is: [
      {
        role: 'button',
        names: ['Default project', 'Select project...', 'Project'],
        labels: ['Project'],
        within: inCreate,
      },
      {
        role: 'combobox',
        names: ['Project', 'Default project', 'Select project...'],
        labels: ['Project'],
        within: inCreate,
      },
    ],
    like: sayings('project'),
    look: 'the project’s name, under “Project”',
    says: 'project',
  },
  permissionAll: {
    is: option(['All'], inCreate),
    like: sayings('all'),
    among: sayings('permissions'),
    look: '“All”, under “Permissions”',
  },
  permissionRestricted: {
    is: option(['Restricted'], inCreate),
    like: sayings('restricted'),
    among: sayings('permissions'),
    look: '“Restricted”, under “Permissions”',
  },
  permissionReadOnly: {
    is: option(['Read only', 'Read Only'], inCreate),
    like: sayings('readOnly'),
    among: sayings('permissions'),
    look: '“Read only”, under “Permissions”',
  },
  submit: {
    is: {
      role: 'button',
      names: ['Create secret key', 'Create key'],
      not: ['Create new secret key'],
      within: inCreate,
    },
    like: sayings('create'),
    look: 'the button “Create secret key”, at the bottom right of the dialog',
  },
  done: {
    is: { role: 'button', names: ['Done', 'Close'], within: inReveal },
    like: sayings('close'),
    look: 'the button “Done”, at the bottom of the dialog',
  },
  search: {
    is: [
      {
        role: 'searchbox',
        names: ['Search API keys', 'Search'],
        placeholders: ['Search API keys', 'Search'],
      },
      { role: 'textbox', names: ['Search API keys', 'Search'], placeholders: ['Search API keys', 'Search'] },
    ],
    look: 'the search field above the list of keys',
  },
  /** The row of the key that a guide was started for, never of one made since: found by its last four. */
  rowDelete: {
    is: [
      {
        role: 'button',
        names: ['Delete', 'Revoke', 'Revoke key', 'Delete key'],
      },
      keyRow,
    ],
    inRow: 'subject',
    like: sayings('revoke'),
    look: '“Delete” (a bin) in the row of {oldLastFour|the right four characters|the side panel’s four characters}',
  },
  rowEdit: {
    is: [{ role: 'button', names: ['Edit', 'Edit key'] }, keyRow],
    inRow: 'subject',
    like: sayings('edit'),
    look: '“Edit” (a pencil) in the row of {oldLastFour|the right four characters|the side panel’s four characters}',
  },
  revokeConfirm: {
    is: {
      role: 'button',
      names: ['Revoke key', 'Revoke', 'Delete', 'Delete key', 'Revoke API key', 'Revoke secret key'],
      within: inRevoke,
      not: ['Cancel'],
    },
    like: sayings('revoke'),
    look: 'the red button that confirms: “Revoke key”, “Revoke” or “Delete”',
  },
} as const satisfies Record<string, Target>

/** The oldest layout ties no label to it. */
const budgetField = {
  role: 'textbox',
  names: ['Enable Budget Limit', 'Set a monthly budget'],
  labels: ['Enable Budget Limit', 'Set a monthly budget'],
}

export const limits = {
  edit: {
    is: { role: 'button', names: ['Edit spend limit', 'Edit budget', 'Edit limit', 'Set a spend limit'] },
    like: sayings('edit', 'limit'),
    look: 'a button “Edit spend limit” beside the amount of this month',
  },
  amount: {
    is: [
      { role: 'textbox', names: ['Monthly spend limit', 'Monthly budget', 'Spend limit'], within: inSpend },
      {
        role: 'spinbutton',
        names: ['Monthly spend limit', 'Monthly budget', 'Spend limit'],
        within: inSpend,
      },
      // Until 2025 it stood on the page itself, and it was the hard one.
      { ...budgetField, within: { page: 'limits' } },
      { ...budgetField, within: { page: 'project-limits' } },
    ],
    like: sayings('amount'),
    look: 'the field “Monthly spend limit”',
  },
  hard: {
    is: [
      {
        role: 'switch',
        names: ['Enforce a hard limit', 'Hard spend limit', 'Enforce hard limit'],
        within: inSpend,
      },
      {
        role: 'checkbox',
        names: ['Enforce a hard limit', 'Hard spend limit'],
        within: inSpend,
      },
    ],
    like: sayings('hard'),
    look: 'the switch “Enforce a hard limit”',
  },
  /** Late 2026, perhaps: the hard limit has a dialog of its own. */
  hardApart: {
    is: {
      role: 'button',
      names: [
        'Edit hard limit',
        'Edit hard spend limit',
        'Set hard limit',
        'Set hard spend limit',
        'Hard spend limit',
      ],
      not: ['Edit spend limit'],
    },
    look: '“Edit hard limit” or “Hard spend limit”, beside “Edit spend limit”',
  },
  save: {
    is: [
      { role: 'button', names: ['Save', 'Save changes'], within: inSpend },
      { role: 'button', names: ['Save'], within: { page: 'limits', section: ['Usage limits'] } },
      { role: 'button', names: ['Save'], within: { page: 'project-limits', section: ['Usage limits'] } },
    ],
    like: sayings('save'),
    look: 'the button “Save”',
  },
  modelAccess: {
    is: [
      // One of the three, so that it is never a question which: they stand side by side.
      { role: 'radio', names: ['Allow all models'] },
      { role: 'button', names: ['Edit model access', 'Model access'] },
      { role: 'combobox', names: ['Model access', 'Allow all models'] },
      { role: 'button', names: ['Allow all models'] },
    ],
    look: 'the part “Model access” on the project’s limits page, with “Allow all models”',
  },
} as const satisfies Record<string, Target>

export const billing = {
  addPayment: {
    is: { role: 'button', names: ['Add payment details', 'Add payment method'] },
    like: sayings('pay'),
    look: 'a button “Add payment details”',
  },
  addCredit: {
    is: {
      role: 'button',
      names: ['Add to credit balance', 'Buy credits', 'Add credits'],
    },
    like: sayings('pay'),
    look: 'a button “Add to credit balance” or “Buy credits”',
  },
  autoReloadCard: {
    is: [
      {
        role: 'button',
        names: [
          'Modify',
          'Edit auto-reload',
          'Edit auto recharge',
          'Auto-reload settings',
          'Manage auto-reload',
          'Disable auto recharge',
        ],
        not: ['Enable auto recharge', 'Enable auto-reload'],
      },
      // While it is off there is nothing to press: the line that says so is what to look at.
      { role: 'heading', names: ['Auto-reload is off', 'Auto recharge is off'] },
    ],
    look: 'the line about auto-reload (older name: auto recharge) under the credit balance, and its button',
  },
  autoReload: {
    is: [
      {
        role: 'switch',
        names: [
          'Use auto-reload',
          'Auto-reload',
          'Yes, automatically recharge my card when my credit balance falls below a threshold',
        ],
        not: ['Enable auto-reload', 'Enable auto recharge', 'Modify'],
      },
      {
        role: 'checkbox',
        names: [
          'Use auto-reload',
          'Auto-reload',
          'Yes, automatically recharge my card when my credit balance falls below a threshold',
        ],
        not: ['Enable auto-reload', 'Enable auto recharge', 'Modify'],
      },
    ],
    like: sayings('reload'),
    look: 'the switch “Use auto-reload”',
  },
  removeCard: {
    is: {
      role: 'button',
      names: ['Delete', 'Remove', 'Remove card', 'Delete card', 'Remove payment method'],
    },
    look: '“Delete” or “Remove” beside the card',
  },
} as const satisfies Record<string, Target>

export const projects = {
  create: {
    is: {
      role: 'button',
      names: ['Create project', 'Create', 'New project', 'Create new project'],
      not: ['Create secret key'],
    },
    like: sayings('create', 'project'),
    look: 'a button “Create project” (or “Create”), at the top right',
  },
  name: {
    is: {
      role: 'textbox',
      names: ['Name', 'Project name'],
      labels: ['Name'],
      within: { dialog: [...dialogs.newProject] },
    },
    like: sayings('name'),
    look: 'the field “Name”',
  },
  submit: {
    is: {
      role: 'button',
      names: ['Create', 'Create project'],
      within: { dialog: [...dialogs.newProject] },
      not: ['Cancel'],
    },
    like: sayings('create'),
    look: 'the button “Create” in the dialog',
  },
  /** The sidebar's switcher. */
  switcher: {
    is: [
      {
        role: 'button',
        names: ['Default project', 'Select project', 'Project'],
        within: { landmark: 'complementary' },
      },
      {
        role: 'button',
        names: ['Default project', 'Select project', 'Project'],
        within: { landmark: 'banner' },
      },
    ],
    look: 'the project’s name at the top of the left sidebar or of the page',
  },
} as const satisfies Record<string, Target>

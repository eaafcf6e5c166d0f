/** The key is live, but may not do this: scopes, models, project and organization, verification. */
import type { Cause } from '../providers/verdict.ts'
import { defineGuide } from './define-guide.ts'
import type { Condition } from './guide.ts'
import { callAgain, keyIs, keyKnown, seeItWork, testAgain } from './steps.ts'
import { apiKeys, limits } from './targets.ts'

const causes = {
  scope: ['missing_scope'],
  model: ['model_unavailable'],
  verified: ['organization_unverified'],
  organization: [
    'organization_mismatch',
    'project_mismatch',
    'no_organization',
    'project_archived',
    'key_type_forbidden',
  ],
} satisfies Record<string, Cause[]>

/** What began the guide says so, or the person whom nobody could ask a key for. */
const because = (what: keyof typeof causes, ...also: Cause[]): Condition => ({
  any: [{ chosen: 'says', is: [what] }, { cause: [...causes[what], ...also] }],
})

export const fixPermissionDenied = defineGuide({
  id: 'fix-permission-denied',
  title: 'Permission denied',
  summary: 'The key works: it passes the test.',
  searchWords: [
    'permission denied, no permission, permission error, access denied, forbidden, not allowed, insufficient permissions, missing permission, lack of rights, PermissionDeniedError, not authorized for this, key may not do this',
    '403, error 403, http 403, 403 forbidden',
    'missing scopes, missing_scope, missing scope, you have insufficient permissions for this operation, check that you have the correct role, restricted key does not work, key works only for some calls',
    'model_not_found, model not found, does not have access to model, no access to model, project does not have access to model, the model does not exist or you do not have access to it, model not available, cannot use gpt-5, cannot use gpt-4, cannot use this model, may not use a model, model missing, NotFoundError model',
    'mismatched_organization, mismatched_project, openai-organization header should match, no_organization, must be a member of an organization, invalid_organization, no such organization, wrong organization, wrong project in request',
    'wrong role, reader, writer, owner rights, not an owner, ask an owner, not a member, viewer, admin rights, need owner, button greyed out',
    'fine-tuning not allowed, cannot upload files, cannot list models, add permission to key, more rights, give the key more rights, key lacks rights, enable model for project',
    'it says that i have no right to it, the key can do this but not that, my key may not use this model, only some calls go through, the button is grey for me, somebody else has to allow it, not enough rights, the model is not for me, upload refused',
  ],
  achieved: keyIs('ready'),
  minutes: 6,
  checked: '2026-11-21',
  sources: [
    'seed: Issue: Permission Denied Errors: permission settings, access to the model, project and organization, regenerate',
    'facts: 1.6 missing scopes; 1.8 model, verification; 2.3.2 restricted rows',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: ['Nothing here costs money.'],
  targets: {
    search: apiKeys.search,
    rowEdit: apiKeys.rowEdit,
    capabilities: {
      is: [
        { role: 'radio', names: ['Request', 'Write'], within: { section: ['Model capabilities'] } },
        { role: 'button', names: ['Request', 'Write'], within: { section: ['Model capabilities'] } },
        { role: 'combobox', names: ['Model capabilities'] },
      ],
      look: '“Request” in the row “Model capabilities”',
    },
    all: {
      is: [
        { role: 'radio', names: ['All'] },
        { role: 'button', names: ['All'] },
      ],
      look: '“All”, under “Permissions”',
    },
    modelAccess: limits.modelAccess,
  },
  usual: ['signed-out', 'no-rights'],
  choices: [
    {
      id: 'says',
      only: { all: [{ not: keyKnown }, { not: { cause: Object.values(causes).flat() } }] },
      question: 'What does the error say?',
      why: 'Each message has another remedy. “Explain an error” in Keyway reads it for you.',
      options: [
        { id: 'scope', label: 'A permission or scope is missing' },
        { id: 'model', label: 'No access to the model, or no such model' },
        { id: 'verified', label: 'The organization must be verified' },
        { id: 'organization', label: 'Wrong organization, project or kind of key' },
      ],
    },
  ],
  steps: [
    {
      id: 'edit',
      title: 'Open the key’s permissions',
      only: because('scope'),
      page: ['api-keys'],
      words: {
        do: 'In the row that ends in {oldLastFour|the four characters of your key|the four characters that the side panel shows}, press “Edit” (older: the pencil).',
        why: 'The key works. It only lacks the permission that the answer names.',
        see: 'the key’s name and permissions.',
        details:
          'No “Edit”, or no permissions in it? Keys of service accounts show none. Then make a new key; that is also quicker if you want “All”.',
      },
      target: 'rowEdit',
      via: ['search'],
      done: { any: [{ dialog: ['Edit secret key', 'Edit API key', 'Edit key'] }, { said: true }] },
      button: 'They are open',
    },
    {
      id: 'scope',
      title: 'Give it the permission',
      only: because('scope'),
      words: {
        do: 'Choose “All”, or set “Model capabilities” to “Request”, then press “Save”.',
        why: 'A row beneath alone is not enough: “Missing scopes: model.request” means its parent row.',
        before: 'If the dialog shows no permissions, make a new key instead.',
        see: 'a higher number of selected permissions.',
        details:
          '“All” lets whoever has the key do everything your project can. “Read only” keys and admin keys can never generate anything: you need another key, not another permission.',
      },
      target: 'capabilities',
      via: ['all'],
      look: true,
      done: { said: true },
      button: 'It is saved',
    },
    {
      id: 'role',
      title: 'Check your own role',
      only: because('scope', 'key_type_forbidden'),
      page: ['people', 'project-members'],
      words: {
        do: 'Look up your role: in the organization “Reader”, “Writer” or “Owner”, in the project “Viewer”, “Member” or “Owner”.',
        why: 'A key can do at most what its person can.',
        see: 'a role that may make requests.',
      },
      done: { said: true },
      button: 'My role is enough',
    },
    {
      id: 'model',
      title: 'Allow the model',
      only: because('model'),
      page: ['project-limits'],
      words: {
        do: 'Under “Model access”, allow the model that was refused, or use one that the key has.',
        why: 'The key and its permissions are fine; this project may not use that model, or the name is mistyped.',
        see: 'the model among those allowed.',
        details: 'Keyway’s “Try it” lists the models that this very key can use, cheapest first.',
      },
      target: 'modelAccess',
      look: true,
      optional: true,
      done: { said: true },
      button: 'It is allowed',
    },
    {
      id: 'verified',
      title: 'Verify the organization',
      only: because('verified'),
      page: ['general'],
      words: {
        do: 'Start the guide “Verify your organization”, or choose another model.',
        why: 'Some newer models, their streaming, and image models need a verified organization.',
        before: 'It needs a document with a photo, and up to 15 minutes to count.',
        see: '“Verified” in the general settings.',
      },
      done: { any: [{ text: ['Organization Verified', 'Organization verified'] }, { said: true }] },
      button: 'It is verified',
    },
    {
      id: 'organization',
      title: 'The right organization and project',
      only: because('organization'),
      page: ['projects', 'general'],
      words: {
        do: 'Check that the project is active and that your program sends no other organization or project id than the key’s own.',
        why: 'The ids in the request have to be those of the key. Most programs need none at all.',
        see: 'the project among the active ones.',
        details:
          'In the environment: OPENAI_ORG_ID and OPENAI_PROJECT_ID. Remove them if you do not need them.',
      },
      done: { said: true },
      button: 'It is fixed',
    },
    callAgain,
    testAgain('ready', {
      do: 'Test the key again. Changes of permissions can take some minutes.',
      why: 'Only a passed test ends this guide.',
      see: 'the status “Works”.',
      details:
        'If a permission looks granted but fails: set “Model capabilities” to “Request”, save, set it back, save. Or create a new key.',
    }),
    seeItWork,
  ],
  receipt: [
    { label: 'Passes the test', text: 'the key “{label}”, ending in {lastFour}.', only: keyIs('ready') },
    { label: 'Works again', text: 'your program, as you said.', only: { not: keyKnown } },
  ],
  next: ['restrict-key', 'verify-organization', 'create-key'],
})

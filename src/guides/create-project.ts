/** A project of its own: its own keys, costs, limits and models. */

import { defineGuide } from './define-guide.ts'
import { noRightsTexts } from './detours.ts'
import { cheapest, dearest, timesDearer } from './prices-in-words.ts'
import { editingLimit, limitSaved } from './steps.ts'
import { dialogs, limits, projects } from './targets.ts'

export const createProject = defineGuide({
  id: 'create-project',
  title: 'Create a project',
  summary: 'You have a project with its own keys, its own costs and its own limit.',
  searchWords: [
    'project, create project, new project, make a project, add project, set up a project, what is a project, workspace, second project',
    'separate projects, separate costs, separate apps, split by client, client work, one project per app, organize my keys, keep things apart, several apps, multiple apps, own budget per app',
    'project limits, project budget, allowed models, model access for a project, block models, restrict models, models of a project',
    'default project, archive project, rename project, delete project, project id, project members, add people to a project, invite team, team members, roles, give a colleague access, colleague needs access',
    'separate work and private, organize by team, department, folder for keys, group keys',
    'a box of its own for each job, one customer one budget, do not mix work and hobby, a corner for the trainees, bills apart, see what each client costs, split the account, let a colleague in, sort my keys',
  ],
  minutes: 4,
  checked: '2026-11-21',
  sources: [
    'seed: Solution 3, Step 1: Create New Project, name, description, settings and limits',
    'facts: HC-PROJ 2026, project limits and model access 2026-10',
  ],
  eras: ['B', 'C', 'D'],
  prerequisites: ['You are an owner of the organization: only owners create projects.', 'It costs nothing.'],
  targets: {
    create: projects.create,
    name: projects.name,
    submit: projects.submit,
    editLimit: limits.edit,
    amount: limits.amount,
    hard: limits.hard,
    save: limits.save,
    modelAccess: limits.modelAccess,
  },
  usual: ['signed-out'],
  steps: [
    {
      id: 'open',
      title: 'Open the dialog',
      page: ['projects'],
      words: {
        do: 'Press “Create project”.',
        why: 'Each project has its own keys, costs and limits: one for development and one for production, or one for each app.',
        before: 'A project cannot be deleted, only archived; its keys end then.',
        see: 'the dialog “Create a new project”.',
      },
      target: 'create',
      done: { any: [{ dialog: [...dialogs.newProject] }, { said: true }] },
      button: 'It is made already',
    },
    {
      id: 'name',
      title: 'Name it',
      when: { dialog: [...dialogs.newProject] },
      words: {
        do: 'Type a name that says what it is for, for example “Chatbot production”.',
        why: 'You see this name beside each cost and each key.',
        see: 'the name in the field.',
        details:
          'If the dialog asks for a description or a use case, say in one sentence what the program does: no secrets, for members can read it. Leave geography and data retention as they are unless you have a reason: some cannot be changed later.',
      },
      target: 'name',
      done: { filled: 'name' },
    },
    {
      id: 'create',
      assures: true,
      title: 'Create it',
      when: { dialog: [...dialogs.newProject] },
      words: { do: 'Press “Create”.', see: 'the project in the list.' },
      target: 'submit',
      done: { noDialog: true },
      blocked: [{ say: 'It is greyed out: do what the page asks for first, most likely a name.' }],
    },
    {
      id: 'limits',
      title: 'Open its limits',
      words: {
        do: 'Open the new project’s settings, then “Limits”, and press “Edit spend limit”.',
        why: 'A new project has no limit of its own: it may spend all that the organization may.',
        see: 'the dialog “Edit spend limit”.',
      },
      page: ['project-limits'],
      target: 'editLimit',
      done: { any: [editingLimit, { said: true }] },
      button: 'I did it',
    },
    {
      id: 'amount',
      title: 'Set the amount',
      when: editingLimit,
      words: {
        do: 'Type the most this project may spend in a month, in dollars.',
        see: 'the amount in the field.',
      },
      target: 'amount',
      // Where the fields stand on the page itself there is an amount already: it is for the person to say.
      look: true,
      done: { all: [{ filled: 'amount' }, { not: { focused: 'amount' } }] },
      button: 'The amount is right',
    },
    {
      id: 'hard',
      title: 'Make it a hard limit',
      when: editingLimit,
      words: {
        do: 'Turn on “Enforce a hard limit”.',
        why: 'When it is off, the amount only warns. When it is on, calls stop at the amount.',
        before:
          'Programs of this project then get the error “spend limit exceeded” until the month ends or you raise it.',
        see: 'the switch is on.',
      },
      target: 'hard',
      optional: true,
      done: { checked: 'hard' },
    },
    {
      id: 'save',
      assures: true,
      title: 'Save it',
      when: editingLimit,
      words: { do: 'Press “Save”.', see: 'the amount on the card.' },
      target: 'save',
      done: limitSaved,
      button: 'It is saved',
      blocked: [{ say: 'It is greyed out: do what the page asks for first, most likely a lower amount.' }],
    },
    {
      id: 'models',
      title: 'Choose its models',
      page: ['project-limits'],
      words: {
        do: 'Under “Model access”, allow the models that this project needs, or all.',
        why: `A wrong model name can cost much more: ${dearest} costs ${timesDearer} times as much as ${cheapest}.`,
        before: 'A model that is not allowed answers “does not have access to model”.',
        see: 'your choice under “Model access”.',
      },
      target: 'modelAccess',
      look: true,
      optional: true,
      done: { said: true },
      button: 'It is as I want it',
    },
  ],
  detours: [
    {
      id: 'no-rights',
      title: 'Only owners may do this',
      when: { text: noRightsTexts },
      words: {
        do: 'Ask an owner of the organization to create the project and add you as a member.',
        why: 'Members can make keys in a project, but not projects.',
        see: 'the new project in the list.',
      },
    },
  ],
  receipt: [
    { label: 'Made', text: 'a project with its own keys, costs and limit.' },
    { label: 'Take it back', text: 'archive the project: all its keys end with it.' },
  ],
  next: ['project-key', 'service-account-key', 'monitor-usage'],
})

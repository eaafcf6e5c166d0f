/** Every component of src/ui in every state, light and dark: what a designer opens first. Shown by `npm run gallery`, in no package. */
import { type ReactNode, useState } from 'react'
import { providerIds } from '../../src/providers/list.ts'
import { Ago } from '../../src/ui/ago.tsx'
import { BackBar } from '../../src/ui/back-bar.tsx'
import { ErrorBoundary } from '../../src/ui/error-boundary.tsx'
import { Brand, Mark } from '../../src/ui/logo.tsx'
import { FailureNotice, Notice } from '../../src/ui/notice.tsx'
import { Button } from '../../src/ui/pieces/button.tsx'
import { Choice } from '../../src/ui/pieces/choice.tsx'
import { EnvironmentTag } from '../../src/ui/pieces/environment-tag.tsx'
import { Loading } from '../../src/ui/pieces/loading.tsx'
import { Menu } from '../../src/ui/pieces/menu.tsx'
import { MiddleCut } from '../../src/ui/pieces/middle-cut.tsx'
import { Modal } from '../../src/ui/pieces/modal.tsx'
import { PartTabs } from '../../src/ui/pieces/part-tabs.tsx'
import { ProviderTile } from '../../src/ui/pieces/provider-tile.tsx'
import { SearchField } from '../../src/ui/pieces/search-field.tsx'
import { SelectField } from '../../src/ui/pieces/select-field.tsx'
import { type PillTone, StatusCorner, StatusPill } from '../../src/ui/pieces/status-pill.tsx'
import { TextArea, TextField } from '../../src/ui/pieces/text-field.tsx'
import { AskFirst } from '../../src/ui/press/ask-first.tsx'
import { SecretArea } from '../../src/ui/secret/secret-area.tsx'
import { SecretField } from '../../src/ui/secret/secret-field.tsx'
import { Title } from '../../src/ui/title.tsx'

const nothing = () => undefined
const tones: PillTone[] = ['works', 'limited', 'needs', 'rejected', 'unknown']
const forms = ['full', 'hollow', 'none'] as const
const longName = 'nightly-batch-production-openai-europe-west-1'
const failure = { ok: false, code: 'no_answer', message: 'The provider did not answer. Try again.' } as const

type Exhibit = { name: string; states: Record<string, ReactNode> }

/** @param scheme tells two copies on one page apart where the browser wants ids and groups to differ */
const exhibits = (scheme: string): Exhibit[] => [
  { name: 'Brand', states: { plain: <Brand /> } },
  { name: 'Mark', states: { 20: <Mark />, 40: <Mark size={40} /> } },
  { name: 'Title', states: { plain: <Title>Keys</Title> } },
  { name: 'BackBar', states: { plain: <BackBar title="Add a key" onBack={nothing} /> } },
  {
    name: 'Button',
    states: {
      usual: <Button onPress={nothing}>Test all</Button>,
      main: (
        <Button className="button main" onPress={nothing}>
          Add a key
        </Button>
      ),
      plain: (
        <Button className="button plain" onPress={nothing}>
          Cancel
        </Button>
      ),
      danger: (
        <Button className="button danger" onPress={nothing}>
          Delete
        </Button>
      ),
      link: (
        <Button className="link" onPress={nothing}>
          Show me how
        </Button>
      ),
      busy: (
        <Button isBusy onPress={nothing}>
          Testing…
        </Button>
      ),
      disabled: (
        <Button disabled onPress={nothing}>
          Save
        </Button>
      ),
      'main, busy': (
        <Button className="button main" isBusy onPress={nothing}>
          Saving…
        </Button>
      ),
    },
  },
  {
    name: 'StatusPill',
    states: Object.fromEntries(
      tones.flatMap(tone => [
        ...forms.map(form => [
          `${tone}, ${form}`,
          <StatusPill key={form} tone={tone} form={form}>
            {tone === 'works' && form === 'hollow' ? 'Works, credit unknown' : tone}
          </StatusPill>,
        ]),
        [
          `${tone}, busy`,
          <StatusPill key="busy" tone={tone} isBusy>
            {tone}
          </StatusPill>,
        ],
      ]),
    ),
  },
  {
    name: 'StatusCorner',
    states: Object.fromEntries(
      tones.map(tone => [
        tone,
        <ProviderTile key={tone} provider="openai">
          <StatusCorner tone={tone} />
        </ProviderTile>,
      ]),
    ),
  },
  {
    name: 'ProviderTile',
    states: Object.fromEntries(providerIds.map(id => [id, <ProviderTile key={id} provider={id} />])),
  },
  {
    name: 'Ago',
    states: {
      now: <Ago time={Date.now()} />,
      older: <Ago time={Date.now() - 3 * 86_400_000} />,
    },
  },
  {
    name: 'EnvironmentTag',
    states: Object.fromEntries(
      ['Production', 'Staging', 'Development', 'Canary'].map(name => [
        name,
        <EnvironmentTag key={name} name={name} />,
      ]),
    ),
  },
  {
    name: 'MiddleCut',
    states: {
      short: <MiddleCut>bot-1</MiddleCut>,
      long: (
        <span style={{ inlineSize: 180 }}>
          <MiddleCut>{longName}</MiddleCut>
        </span>
      ),
    },
  },
  {
    name: 'PartTabs',
    states: {
      plain: (
        <PartTabs
          label="This key"
          at="keys/1"
          tabs={[
            { id: '', name: 'Overview' },
            { id: 'use', name: longName },
          ]}
          current="use"
        />
      ),
    },
  },
  {
    name: 'Menu',
    states: {
      plain: (
        <Menu
          label={`More for ${longName}`}
          items={() => [
            { name: 'Edit', onChoose: nothing, shortcut: 'e' },
            { name: 'Delete', onChoose: nothing, isDangerous: true },
          ]}
        />
      ),
      'with words': (
        <Menu label="Show me how" className="button" items={() => [{ name: longName, onChoose: nothing }]}>
          Show me how
        </Menu>
      ),
    },
  },
  { name: 'Loading', states: { 'on its way': <Loading /> } },
  { name: 'Modal', states: { closed: <ModalExhibit /> } },
  {
    name: 'Notice',
    states: Object.fromEntries(
      (['plain', 'accent', 'works', 'needs', 'rejected'] as const).map(tone => [
        tone,
        <Notice key={tone} tone={tone} action={<Button onPress={nothing}>Undo</Button>}>
          “{longName}” was deleted from the vault, not revoked.
        </Notice>,
      ]),
    ),
  },
  {
    name: 'FailureNotice',
    states: { failed: <FailureNotice failure={failure} />, none: <FailureNotice failure={null} /> },
  },
  {
    name: 'AskFirst',
    states: {
      closed: <AskFirst name="Remove" then="It is gone then." yes="Yes, remove it" onYes={nothing} />,
      busy: <AskFirst name="Remove" then="It is gone then." yes="Yes, remove it" isBusy onYes={nothing} />,
    },
  },
  {
    name: 'Choice',
    states: {
      chosen: <Choice name="Yes" note="You learn at once when a key breaks." isChosen onChoose={nothing} />,
      open: <Choice name="No" note="No key stays in memory." isChosen={false} onChoose={nothing} />,
      'one of several': (
        <Choice
          name="Four random words"
          note="Strong and easy to type."
          isChosen
          onChoose={nothing}
          group={`words-${scheme}`}
        />
      ),
      forbidden: (
        <Choice
          name="Copy freely"
          note="Your organization forbids it."
          isChosen={false}
          isForbidden
          onChoose={nothing}
        />
      ),
    },
  },
  {
    name: 'TextField',
    states: {
      'with a proposal': <TextField label="Project" placeholder="client-x" value="" onText={nothing} />,
      'with a hint': (
        <TextField label="Name" value="Chatbot" onText={nothing}>
          <span className="hint">Two keys have this name.</span>
        </TextField>
      ),
    },
  },
  {
    name: 'TextArea',
    states: { filled: <TextArea label="Notes" value="Made for the pilot." onText={nothing} /> },
  },
  {
    name: 'SelectField',
    states: {
      plain: (
        <SelectField
          label="Time"
          value={30}
          options={[
            [7, '7 days'],
            [30, '30 days'],
          ]}
          onChoose={nothing}
        />
      ),
      'with a hint': (
        <SelectField
          label="Check keys"
          value={0}
          options={[[0, 'Never by itself']]}
          onChoose={nothing}
          hint="A check costs nothing."
        />
      ),
    },
  },
  {
    name: 'SearchField',
    states: {
      empty: <SearchField label="Search keys" placeholder="Search name, status…" text="" onText={nothing} />,
      filled: <SearchField label="Search keys" placeholder="" text="billing" onText={nothing} />,
    },
  },
  {
    name: 'SecretField',
    states: {
      plain: <SecretField label="Passphrase" />,
      wrong: <SecretField label="Passphrase" invalid hint="This does not open the vault." />,
    },
  },
  {
    name: 'SecretArea',
    states: {
      plain: (
        <div className="field">
          <label htmlFor={`area-${scheme}`}>Key</label>
          <SecretArea id={`area-${scheme}`} placeholder="Paste it here" rows={2} />
        </div>
      ),
    },
  },
  {
    name: 'ErrorBoundary',
    states: {
      whole: <ErrorBoundary>What it holds, while nothing fails.</ErrorBoundary>,
      failed: (
        <ErrorBoundary>
          <Fails />
        </ErrorBoundary>
      ),
    },
  },
]

function Fails(): ReactNode {
  throw new Error('made up, for the gallery')
}

function ModalExhibit() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>Open it</Button>
      {isOpen && (
        <Modal title={`Delete ${longName}?`} onClose={() => setIsOpen(false)}>
          <p>It goes from the vault. It is not revoked.</p>
          <Button onPress={() => setIsOpen(false)}>Keep it</Button>
        </Modal>
      )}
    </>
  )
}

export function Gallery() {
  return (['light', 'dark'] as const).map(scheme => (
    <main key={scheme} className="theme" style={{ colorScheme: scheme }} aria-label={scheme}>
      <h1>{scheme}</h1>
      {exhibits(scheme).map(({ name, states }) => (
        <section key={name} className="exhibit" data-component={name}>
          <h2>{name}</h2>
          <div>
            {Object.entries(states).map(([state, shown]) => (
              <div key={state} className="state">
                <span className="small quiet">{state}</span>
                {shown}
              </div>
            ))}
          </div>
        </section>
      ))}
    </main>
  ))
}

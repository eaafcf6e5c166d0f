/**
 * The pages' words. In a translated scene every text goes through a small dictionary and comes back as Chrome's translation leaves
 * it: other words, in nested <font> elements. Names of things nobody translates (keys, ids, amounts) are left alone by their pages.
 */
import { createElement, type ReactNode } from 'react'
import { useScene } from './world.ts'

const dictionary: Record<string, string> = {
  'API keys': 'API-Schlüssel',
  'API Keys': 'API-Schlüssel',
  'Create new secret key': 'Neuen geheimen Schlüssel erstellen',
  'Create secret key': 'Geheimen Schlüssel erstellen',
  'Search API keys': 'API-Schlüssel suchen',
  'API key security guidance': 'Hinweise zur Sicherheit von API-Schlüsseln',
  'API Key Usage': 'Nutzung des API-Schlüssels',
  'API key owner': 'Besitzer des API-Schlüssels',
  'Owned by': 'Im Besitz von',
  You: 'Du',
  'Service account': 'Dienstkonto',
  Name: 'Name',
  Optional: 'Optional',
  'My Test Key': 'Mein Testschlüssel',
  Project: 'Projekt',
  Projects: 'Projekte',
  Permissions: 'Berechtigungen',
  Expiration: 'Ablauf',
  'No expiration': 'Kein Ablauf',
  All: 'Alle',
  Restricted: 'Eingeschränkt',
  'Read only': 'Nur lesen',
  Cancel: 'Abbrechen',
  Save: 'Speichern',
  'Save your key': 'Speichere deinen Schlüssel',
  Copy: 'Kopieren',
  Done: 'Fertig',
  Edit: 'Bearbeiten',
  Delete: 'Löschen',
  'Revoke secret key': 'Geheimen Schlüssel widerrufen',
  'Revoke key': 'Schlüssel widerrufen',
  Home: 'Startseite',
  Usage: 'Nutzung',
  Logs: 'Protokolle',
  Settings: 'Einstellungen',
  Billing: 'Abrechnung',
  Limits: 'Grenzen',
  General: 'Allgemein',
  'Admin keys': 'Admin-Schlüssel',
  People: 'Personen',
  More: 'Mehr',
  Search: 'Suchen',
  Status: 'Status',
  Active: 'Aktiv',
  Revoked: 'Widerrufen',
  'Add payment details': 'Zahlungsdaten hinzufügen',
  Individual: 'Einzelperson',
  Company: 'Unternehmen',
  Continue: 'Weiter',
  Back: 'Zurück',
  'Configure payment': 'Zahlung einrichten',
  'Initial credit purchase': 'Erster Guthabenkauf',
  'Use auto-reload': 'Automatisch aufladen',
  'Confirm payment': 'Zahlung bestätigen',
  'Credit balance': 'Guthaben',
  'Add to credit balance': 'Guthaben aufladen',
  'Edit spend limit': 'Ausgabengrenze bearbeiten',
  'Monthly spend limit': 'Monatliche Ausgabengrenze',
  'Enforce a hard limit': 'Harte Grenze durchsetzen',
  'Organization spend limit': 'Ausgabengrenze der Organisation',
  'Project spend limit': 'Ausgabengrenze des Projekts',
  'Log in': 'Anmelden',
  'Sign up': 'Registrieren',
  'Please save your secret key in a safe place since':
    'Bitte bewahre deinen geheimen Schlüssel an einem sicheren Ort auf, denn',
  "you won't be able to view it again": 'du kannst ihn nicht noch einmal ansehen',
}

/** A text the dictionary lacks becomes made-up words, the same ones each time: nothing English is left to hold on to. */
function invented(text: string): string {
  return text.replace(/[A-Za-z]{2,}/g, word => {
    let hash = 7
    for (const letter of word.toLowerCase()) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
    const made = Array.from({ length: Math.ceil(word.length / 3) }, (_, place) => {
      const part = Math.floor(hash / 7 ** place)
      return (syllables[part % syllables.length] ?? '') + (place % 2 ? 'en' : '')
    }).join('')
    return /^[A-Z]/.test(word) ? made.slice(0, 1).toUpperCase() + made.slice(1) : made
  })
}
const syllables = ['stor', 'wid', 'lach', 'bren', 'kum', 'zei', 'fol', 'gritz', 'mau', 'dorn', 'pfel']

/** Names that translation leaves alone. */
const kept = /^(?:\$|sk-|key_|proj_|org-|gpt-|\/v1|[A-Z]$)/

export const translate = (text: string): string => {
  const tidy = text.trim()
  return dictionary[tidy] ?? (kept.test(tidy) ? text : invented(text))
}

export function useWords() {
  const { translated } = useScene()
  return {
    /** For attributes. */
    a: (text: string) => (translated ? translate(text) : text),
    /** For a text that a library puts into the page; what a page writes itself is translated as it is written. */
    t: (text: string): ReactNode =>
      translated
        ? createElement('font', { dir: 'auto' }, createElement('font', { dir: 'auto' }, translate(text)))
        : text,
  }
}

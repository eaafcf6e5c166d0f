/**
 * What the controls of a page may be called. The first English wording of each is the one that public sources attest,
 * the others are made up: what a designer of a later console could plausibly have written.
 */

export type Language = 'en' | 'de' | 'fr' | 'es' | 'ja'

type Wordings = readonly [english: readonly string[], de: string, fr: string, es: string, ja: string]

const languages: readonly Language[] = ['en', 'de', 'fr', 'es', 'ja']

const table = {
  // The frame of the console.
  navKeys: [
    ['API keys', 'API Keys', 'Credentials', 'Secret keys', 'Keys & access', 'Access keys'],
    'API-Schlüssel',
    'Clés API',
    'Claves de API',
    'API キー',
  ],
  navUsage: [['Usage', 'Analytics', 'Consumption', 'Activity'], 'Nutzung', 'Utilisation', 'Uso', '使用状況'],
  navBilling: [
    ['Billing', 'Payments', 'Plan & billing', 'Wallet'],
    'Abrechnung',
    'Facturation',
    'Facturación',
    '請求',
  ],
  navLimits: [['Limits', 'Quotas', 'Spend controls', 'Guardrails'], 'Limits', 'Limites', 'Límites', '上限'],
  navProjects: [
    ['Projects', 'Workspaces', 'All projects'],
    'Projekte',
    'Projets',
    'Proyectos',
    'プロジェクト',
  ],
  navGeneral: [
    ['General', 'Organization', 'About your organization'],
    'Allgemein',
    'Général',
    'General',
    '一般',
  ],
  navSecurity: [
    ['Security', 'Sign-in & security', 'Account protection'],
    'Sicherheit',
    'Sécurité',
    'Seguridad',
    'セキュリティ',
  ],
  logIn: [
    ['Log in', 'Sign in', 'Continue to your account'],
    'Anmelden',
    'Se connecter',
    'Iniciar sesión',
    'ログイン',
  ],
  signedOut: [
    ['Get your API keys', 'Welcome back', 'Your session ended'],
    'Willkommen zurück',
    'Bon retour',
    'Bienvenido de nuevo',
    'おかえりなさい',
  ],

  // The page of the keys and its form.
  keysHeading: [
    ['API keys', 'Keys', 'Credentials for this project', 'Your secret keys', 'Access to the API'],
    'API-Schlüssel',
    'Clés API',
    'Claves de API',
    'API キー',
  ],
  openKey: [
    [
      'Create new secret key',
      'New key',
      'Add a key',
      'Issue a key…',
      'Generate key',
      'New credential',
      'Get a secret key',
      'Mint key',
    ],
    'Neuen geheimen Schlüssel anlegen',
    'Nouvelle clé secrète',
    'Nueva clave secreta',
    '新しいシークレットキー',
  ],
  newAnything: [['New', 'Add', 'Create'], 'Neu', 'Nouveau', 'Nuevo', '新規'],
  keyFormTitle: [
    ['Create new secret key', 'New secret key', 'Set up your key', 'Key details', 'Issue a credential'],
    'Neuer geheimer Schlüssel',
    'Créer une clé secrète',
    'Crear clave secreta',
    'シークレットキーの作成',
  ],
  keyName: [
    ['Name', 'Label', 'Key name', 'Call it', 'Display name', 'What is it for?'],
    'Name',
    'Nom',
    'Nombre',
    '名前',
  ],
  keyNameHint: [
    ['My Test Key', 'e.g. Night import', 'Backend, CI…', 'Something you will recognise'],
    'z. B. Nachtlauf',
    'p. ex. Import de nuit',
    'p. ej. Importación',
    '例: 夜間バッチ',
  ],
  owner: [
    ['Owned by', 'Belongs to', 'Who uses it', 'Acts as', 'Identity'],
    'Gehört',
    'Appartient à',
    'Propietario',
    '所有者',
  ],
  ownerYou: [['You', 'Me', 'My user', 'A person (you)'], 'Ihnen', 'Vous', 'Usted', '自分'],
  ownerService: [
    ['Service account', 'Robot account', 'Machine user', 'Non-human account', 'Workload'],
    'Dienstkonto',
    'Compte de service',
    'Cuenta de servicio',
    'サービスアカウント',
  ],
  serviceName: [
    ['Service account ID', 'Account name', 'Machine name'],
    'Name des Dienstkontos',
    'Nom du compte de service',
    'Nombre de la cuenta',
    'アカウント名',
  ],
  project: [
    ['Project', 'Workspace', 'Where it works', 'Scope', 'Billed to'],
    'Projekt',
    'Projet',
    'Proyecto',
    'プロジェクト',
  ],
  expiry: [
    ['Expiration', 'Expires', 'Valid for', 'Lifetime', 'Ends on', 'Stops working'],
    'Ablauf',
    'Expiration',
    'Caducidad',
    '有効期限',
  ],
  expiryNever: [['No expiration', 'Never', 'Until I revoke it'], 'Nie', 'Jamais', 'Nunca', 'なし'],
  expiryMonth: [['30 days', '1 month', 'A month'], '30 Tage', '30 jours', '30 días', '30 日'],
  expiryQuarter: [['90 days', '3 months', 'A quarter'], '90 Tage', '90 jours', '90 días', '90 日'],
  permissions: [
    ['Permissions', 'Access level', 'What this key can do', 'Rights', 'Capabilities'],
    'Berechtigungen',
    'Autorisations',
    'Permisos',
    '権限',
  ],
  permissionsAll: [['All', 'Full access', 'Everything', 'Unrestricted'], 'Alle', 'Toutes', 'Todos', 'すべて'],
  permissionsRestricted: [
    ['Restricted', 'Limited', 'Pick what it may do', 'Custom', 'Selected only'],
    'Eingeschränkt',
    'Restreintes',
    'Restringidos',
    '制限付き',
  ],
  permissionsRead: [
    ['Read only', 'Read Only', 'View', 'Look, don’t touch'],
    'Nur lesen',
    'Lecture seule',
    'Solo lectura',
    '読み取り専用',
  ],
  rowModels: [
    ['Model capabilities', 'Run models', 'Inference', 'Models: generate'],
    'Modellfunktionen',
    'Capacités des modèles',
    'Capacidades de modelos',
    'モデル機能',
  ],
  levelNone: [['None', 'No access', 'Off'], 'Keine', 'Aucun', 'Ninguno', 'なし'],
  levelRead: [['Read', 'View'], 'Lesen', 'Lire', 'Leer', '読み取り'],
  levelUse: [['Request', 'Write', 'Use', 'Allow'], 'Anfragen', 'Demander', 'Solicitar', 'リクエスト'],
  submitKey: [
    [
      'Create secret key',
      'Create',
      'Generate',
      'Make key',
      'Issue now',
      'Save and show key',
      'Confirm',
      'Finish',
    ],
    'Geheimen Schlüssel erstellen',
    'Créer la clé',
    'Crear clave',
    'キーを作成',
  ],
  cancel: [['Cancel', 'Discard', 'Not now', 'Go back'], 'Abbrechen', 'Annuler', 'Cancelar', 'キャンセル'],
  next: [['Next', 'Continue', 'Next step', 'Proceed'], 'Weiter', 'Suivant', 'Siguiente', '次へ'],
  back: [['Back', 'Previous'], 'Zurück', 'Retour', 'Atrás', '戻る'],

  // The one time that a key is shown.
  revealTitle: [
    ['Save your key', 'Your new key', 'Here it is', 'Key ready', 'Keep this safe', 'Copy it now'],
    'Schlüssel sichern',
    'Enregistrez votre clé',
    'Guarde su clave',
    'キーを保存',
  ],
  revealText: [
    [
      'Please save your secret key in a safe place since you won’t be able to view it again.',
      'This is the only time you will see it.',
      'Store it now: leaving this screen hides it for good.',
      'We keep no copy that you could look at later.',
    ],
    'Sie können diesen Schlüssel später nicht mehr ansehen.',
    'Vous ne pourrez plus afficher cette clé.',
    'No podrá volver a ver esta clave.',
    'このキーは二度と表示できません。',
  ],
  copy: [
    ['Copy', 'Copy key', 'Copy to clipboard', 'Take a copy', 'Copy value'],
    'Kopieren',
    'Copier',
    'Copiar',
    'コピー',
  ],
  copied: [['Copied', 'Copied!', 'On your clipboard'], 'Kopiert', 'Copié', 'Copiado', 'コピーしました'],
  showKey: [
    ['Show', 'Reveal', 'Unhide', 'Show secret', 'View value'],
    'Anzeigen',
    'Afficher',
    'Mostrar',
    '表示',
  ],
  done: [
    ['Done', 'Close', 'I have saved it', 'OK', 'Got my key', 'Back to keys'],
    'Fertig',
    'Terminé',
    'Listo',
    '完了',
  ],

  // The list and taking a key back.
  searchKeys: [
    ['Search API keys', 'Filter', 'Find a key', 'Search by name'],
    'Schlüssel suchen',
    'Rechercher',
    'Buscar claves',
    'キーを検索',
  ],
  more: [['More', 'More options', 'Actions', 'Options'], 'Mehr', 'Plus', 'Más', 'その他'],
  edit: [['Edit', 'Rename', 'Manage'], 'Bearbeiten', 'Modifier', 'Editar', '編集'],
  revoke: [
    ['Delete', 'Revoke', 'Revoke key', 'Disable', 'Invalidate', 'Withdraw'],
    'Widerrufen',
    'Révoquer',
    'Revocar',
    '無効化',
  ],
  revokeTitle: [
    ['Revoke secret key', 'Delete this key?', 'Turn this key off?', 'End this key'],
    'Schlüssel widerrufen?',
    'Révoquer la clé ?',
    '¿Revocar la clave?',
    'キーを無効にしますか',
  ],
  revokeText: [
    [
      'This API key will immediately be disabled. API requests made using this key will be rejected.',
      'Programs that use it stop at once. You cannot undo this.',
    ],
    'Programme, die ihn verwenden, funktionieren sofort nicht mehr.',
    'Les programmes qui l’utilisent s’arrêteront.',
    'Los programas que la usan dejarán de funcionar.',
    '使用中のプログラムは停止します。',
  ],
  revokeConfirm: [
    ['Revoke key', 'Revoke', 'Delete', 'Yes, turn it off', 'Disable for good', 'I’m sure'],
    'Ja, widerrufen',
    'Oui, révoquer',
    'Sí, revocar',
    '無効にする',
  ],
  typeName: [
    ['Type the name of the key to confirm', 'Enter the key’s name'],
    'Namen zur Bestätigung eingeben',
    'Saisissez le nom pour confirmer',
    'Escriba el nombre para confirmar',
    '確認のため名前を入力',
  ],
  understand: [
    ['I understand that this cannot be undone', 'Yes, programs may break'],
    'Ich habe verstanden',
    'J’ai compris',
    'Lo entiendo',
    '理解しました',
  ],
  statusActive: [['Active', 'Live', 'Enabled'], 'Aktiv', 'Active', 'Activa', '有効'],
  statusRevoked: [['Revoked', 'Disabled', 'Ended'], 'Widerrufen', 'Révoquée', 'Revocada', '無効'],
  noKeys: [
    ['Create an API key to access the OpenAI API', 'Nothing here yet', 'You have no keys'],
    'Noch keine Schlüssel',
    'Aucune clé',
    'Aún no hay claves',
    'キーはまだありません',
  ],
  nextPage: [
    ['Next page', 'Older', 'Load more', 'Show the rest'],
    'Nächste Seite',
    'Page suivante',
    'Página siguiente',
    '次のページ',
  ],

  // Limits.
  limitsHeading: [
    ['Limits', 'Spend controls', 'Quotas and spend', 'Guardrails'],
    'Limits',
    'Limites',
    'Límites',
    '上限',
  ],
  limitCard: [
    ['Organization spend limit', 'Monthly ceiling', 'Spending', 'Cap for this month'],
    'Ausgabenlimit der Organisation',
    'Plafond de dépenses',
    'Límite de gasto',
    '利用額の上限',
  ],
  editLimit: [
    ['Edit spend limit', 'Change', 'Adjust ceiling', 'Set a cap', 'Edit budget'],
    'Ausgabenlimit bearbeiten',
    'Modifier le plafond',
    'Editar límite',
    '上限を編集',
  ],
  limitAmount: [
    ['Monthly spend limit', 'Ceiling per month', 'Most to spend', 'Cap (USD)'],
    'Monatliches Limit',
    'Plafond mensuel',
    'Límite mensual',
    '月間上限',
  ],
  hardLimit: [
    ['Enforce a hard limit', 'Stop requests at the cap', 'Block when reached', 'Hard stop'],
    'Hartes Limit erzwingen',
    'Bloquer au plafond',
    'Aplicar límite estricto',
    '上限で停止する',
  ],
  softLimit: [
    ['Only notify me', 'Keep going and e-mail me'],
    'Nur benachrichtigen',
    'M’avertir seulement',
    'Solo avisarme',
    '通知のみ',
  ],
  saveLimit: [
    ['Save', 'Apply', 'Save changes', 'Update', 'Set'],
    'Speichern',
    'Enregistrer',
    'Guardar',
    '保存',
  ],

  // Billing.
  billingHeading: [
    ['Billing', 'Payments', 'Your balance', 'Wallet'],
    'Abrechnung',
    'Facturation',
    'Facturación',
    '請求',
  ],
  addPayment: [
    ['Add payment details', 'Add a payment method', 'Set up payments', 'Add card', 'Start paying'],
    'Zahlungsdaten hinzufügen',
    'Ajouter un moyen de paiement',
    'Añadir método de pago',
    '支払い方法を追加',
  ],
  buyCredits: [
    ['Add to credit balance', 'Buy credits', 'Top up', 'Add funds', 'Load balance'],
    'Guthaben aufladen',
    'Acheter des crédits',
    'Comprar créditos',
    'クレジットを購入',
  ],
  payerKind: [
    ['What best describes you?', 'Who pays?', 'Account type'],
    'Wer zahlt?',
    'Qui paie ?',
    '¿Quién paga?',
    '種類',
  ],
  individual: [['Individual', 'Just me', 'Person'], 'Privatperson', 'Particulier', 'Particular', '個人'],
  company: [['Company', 'Business', 'An organisation'], 'Firma', 'Entreprise', 'Empresa', '法人'],
  cardName: [
    ['Name on card', 'Cardholder', 'Card owner'],
    'Name auf der Karte',
    'Titulaire de la carte',
    'Titular',
    'カード名義',
  ],
  country: [['Country', 'Country or region'], 'Land', 'Pays', 'País', '国'],
  city: [['City', 'Town'], 'Ort', 'Ville', 'Ciudad', '市区町村'],
  purchase: [
    ['Initial credit purchase', 'Amount', 'How much to load', 'Credits to buy (USD)'],
    'Betrag',
    'Montant',
    'Importe',
    '購入金額',
  ],
  autoReload: [
    ['Use auto-reload', 'Top up automatically', 'Refill when low', 'Auto recharge'],
    'Automatisch aufladen',
    'Recharge automatique',
    'Recarga automática',
    '自動チャージ',
  ],
  pay: [
    ['Confirm payment', 'Pay', 'Pay now', 'Buy', 'Complete purchase'],
    'Zahlung bestätigen',
    'Confirmer le paiement',
    'Confirmar pago',
    '支払いを確定',
  ],
  balance: [
    ['Credit balance', 'Credit remaining', 'Available', 'You have'],
    'Guthaben',
    'Solde',
    'Saldo',
    'クレジット残高',
  ],

  // Projects, usage, verification, sign-in safety.
  openProject: [
    ['Create project', 'New project', 'Add project', 'Start a workspace'],
    'Projekt anlegen',
    'Nouveau projet',
    'Crear proyecto',
    'プロジェクトを作成',
  ],
  projectFormTitle: [
    ['Create a new project', 'New project', 'Name your workspace'],
    'Neues Projekt',
    'Créer un projet',
    'Proyecto nuevo',
    '新しいプロジェクト',
  ],
  projectName: [['Name', 'Project name', 'Title'], 'Name', 'Nom', 'Nombre', '名前'],
  projectNotes: [
    ['Description', 'Use case', 'Purpose (optional)'],
    'Beschreibung',
    'Description',
    'Descripción',
    '説明',
  ],
  submitProject: [['Create', 'Create project', 'Add', 'Done'], 'Anlegen', 'Créer', 'Crear', '作成'],
  usageHeading: [
    ['Usage', 'Analytics', 'What you used', 'Spend and activity'],
    'Nutzung',
    'Utilisation',
    'Uso',
    '使用状況',
  ],
  groupBy: [
    ['Group by', 'Split by', 'Break down', 'Per'],
    'Gruppieren nach',
    'Regrouper par',
    'Agrupar por',
    'グループ化',
  ],
  byKey: [['API key', 'Key', 'Credential'], 'API-Schlüssel', 'Clé API', 'Clave de API', 'API キー'],
  byModel: [['Model', 'Line item'], 'Modell', 'Modèle', 'Modelo', 'モデル'],
  export: [['Export', 'Download CSV', 'Get data'], 'Exportieren', 'Exporter', 'Exportar', 'エクスポート'],
  totalSpend: [
    ['Total Spend', 'Spent so far', 'This month'],
    'Gesamtausgaben',
    'Dépenses totales',
    'Gasto total',
    '合計',
  ],
  verifyHeading: [
    ['Verifications', 'Verify your organization', 'Identity'],
    'Überprüfung',
    'Vérifications',
    'Verificaciones',
    '認証',
  ],
  startVerify: [
    ['Start', 'Verify Organization', 'Begin check', 'Verify'],
    'Organisation bestätigen',
    'Vérifier l’organisation',
    'Verificar organización',
    '認証を開始',
  ],
  mfaHeading: [
    ['Multi-factor authentication', 'Two-step sign-in', 'Second factor'],
    'Zwei-Faktor-Anmeldung',
    'Double authentification',
    'Autenticación en dos pasos',
    '二要素認証',
  ],
  enableMfa: [
    ['Enable MFA', 'Turn on', 'Set up', 'Add a second step'],
    'Einrichten',
    'Activer',
    'Activar',
    '有効にする',
  ],
  mfaCode: [
    ['Enter the 6-digit code', 'Code from your app'],
    'Code aus der App',
    'Code à 6 chiffres',
    'Código de 6 dígitos',
    '6 桁のコード',
  ],
  mfaSubmit: [['Continue', 'Verify code', 'Turn it on'], 'Bestätigen', 'Valider', 'Confirmar', '確認'],

  // Gates.
  notAllowed: [
    [
      'You do not have permission to do this. Ask an owner of your organization.',
      'Only owners can do this here.',
    ],
    'Nur Inhaber dürfen das.',
    'Réservé aux propriétaires.',
    'Solo los propietarios pueden hacerlo.',
    '所有者のみ可能です。',
  ],
  policy: [
    ['Your organization does not allow new keys.', 'New credentials are turned off by policy.'],
    'Ihre Organisation erlaubt keine neuen Schlüssel.',
    'Votre organisation n’autorise pas de nouvelles clés.',
    'Su organización no permite claves nuevas.',
    '新しいキーは許可されていません。',
  ],
  phoneTitle: [
    [
      'Verify your phone number',
      'Verify your phone number to create an API key',
      'We need your number first',
    ],
    'Telefonnummer bestätigen',
    'Vérifiez votre numéro',
    'Verifique su teléfono',
    '電話番号の確認',
  ],
  phoneStart: [
    ['Start verification', 'Verify now'],
    'Jetzt bestätigen',
    'Vérifier',
    'Verificar',
    '確認を開始',
  ],
  phoneSend: [
    ['Send code', 'Text me a code'],
    'Code senden',
    'Envoyer le code',
    'Enviar código',
    'コードを送信',
  ],
  phoneCode: [
    ['Enter code', 'Code'],
    'Code eingeben',
    'Saisir le code',
    'Introduzca el código',
    'コードを入力',
  ],
  phoneCheck: [['Continue', 'Check code'], 'Prüfen', 'Valider', 'Comprobar', '確認'],
  failed: [
    ['Something didn’t work. Try again.', 'We could not reach the server.'],
    'Das hat nicht geklappt.',
    'Cela n’a pas fonctionné.',
    'No ha funcionado.',
    'もう一度お試しください。',
  ],
} as const satisfies Record<string, Wordings>

export type Term = keyof typeof table
export const terms = Object.keys(table) as Term[]

/** One attested, one made-up or one translated wording. `pick` chooses among several. */
export function wording(
  term: Term,
  language: Language,
  attested: boolean,
  pick: (all: readonly string[]) => string,
): string {
  const [english, ...others]: Wordings = table[term]
  const translated = others[languages.indexOf(language) - 1]
  if (translated !== undefined) return translated
  const [first, ...invented] = english
  return attested || invented.length === 0 ? (first ?? term) : pick(invented)
}

/** Every wording there is, for checks over the table itself. */
export function allWordings(): string[] {
  return terms.flatMap(term => table[term].flat())
}

/**
 * Those patterns of `page-words.ts` that a report needs, too. Apart, so that the script for a report does not hold the others. Pure data.
 */
const phone = 'phone|mobile|tel[eé]fon|celular|電話|手机|전화|هاتف|telefoon'

export const reportWords = {
  /** A button that gives up. */
  wayOut:
    '^(?:no|nein|non|nee|nej|nie|hayır|нет|لا|いいえ|否|아니요|keep(?: it)?|behalten|cancel|close|back|go back|dismiss|not now|discard|never ?mind|don.t save|abbrechen|zurück|schließen|annuler|retour|fermer|cancelar|volver|cerrar|voltar|anuluj|wstecz|zamknij|キャンセル|戻る|閉じる|取消|关闭|취소|닫기|annuleren|terug|sluiten|iptal|geri|kapat|avbryt|tillbaka|stäng|annulla|indietro|chiudi|إلغاء|رجوع|إغلاق|закрыть|отмена|назад|रद्द करें|बंद करें|वापस|hủy|đóng|batal|tutup|kembali|ยกเลิก|ปิด|скасувати|закрити|zrušit|zavřít|zpět|mégse|bezárás|anulează|închide|annuller|luk|lukk|peruuta|sulje|ביטול|סגור|[×✕x])$',
  /** A field that may stay as it is. */
  optional:
    'optional|optioneel|if you like|freiwillig|facultati|opcional|opzional|isteğe bağlı|valfri|اختياري|необязательн|任意|可选|선택',
  /** Beside a box to tick: who ticks it says so. */
  agrees:
    '\\bi(?: have)? (?:read|understand|agree|accept|confirm|acknowledge)|agree to|ich (?:habe|stimme|akzeptiere|verstehe|bestätige)|einverstanden|j’(?:ai lu|accepte)|acepto|he leído|aceito|accetto|akceptuję|zgadzam|accepteer|kabul ediyorum|同意|理解し|理解并|동의|أوافق|соглас',
  required:
    '\\*|required|mandatory|erforderlich|pflicht|obligato|verplicht|zorunlu|obligatori|مطلوب|إلزامي|обязательн|必須|必填|필수',
  signsIn:
    '^(?:log|sign)(?: back)? ?in\\b|^continue (?:to|with) |anmelden|einloggen|se connecter|iniciar sesión|entrar|accedi|zaloguj|ログイン|登录|로그인|войти|تسجيل الدخول|giriş yap|inloggen|logga in',
  phone,
  /** A field for a phone's number, or for the code that was sent to it. */
  phoneOrCode: `${phone}|\\bcode\\b|código|コード|验证码|코드|رمز التحقق`,
  /** A field to find something with, none of a form. */
  searches:
    '\\b(?:search|filter|find|such|filtr|buscar|recherch|cerca|szukaj|zoek|ara\\b|sök)|検索|搜索|검색|بحث|поиск',
  copies: 'copy|kopier|kopiuj|kopieer|kopyala|copi|コピー|复制|복사|نسخ|копир',
  /** The level of a right that is not given. */
  noRight: '^none\\W*$',
  /** A line of a program. */
  program:
    '\\bcurl\\b|\\bimport\\b|require\\(|\\bBearer\\b|\\bfetch\\(|api\\.openai\\.com|\\bprint\\(|\\bconst\\b|\\bOpenAI\\(',
  /** “Example” as the platform’s languages have it. */
  lesson:
    '\\bexamples?\\b|\\be\\.g\\.|\\bsamples?\\b|\\bdemo\\b|looks like|tutorial|quick ?start|placeholder|beispiel|exemp[le]|ejemplo|esempi|przykład|voorbeeld|eksempel|örnek|contoh|ví dụ|пример|مثال|उदाहरण|例|サンプル|예시',
  /** The heading of a dialog that shows a new key. */
  newKey: 'save your (secret |api )?key|(api|secret) key (generated|created)',
  /** What stands in a picker that has nothing picked. */
  nothingPicked:
    '^(?:[\\s\\u200b]*$|s[eé]lec|choose|choisi|pick|please|bitte|loading|none|optional|-|–|—|(?:aus)?wähl|elige|elegir|escolh|scegli|wybierz|kies|seç|välj|выб|اختر|اختيار|選択|选择|请选|선택)',
}

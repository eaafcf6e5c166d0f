/**
 * What pages write in many languages, by which their parts are told: patterns, for the whole of a text or for a part of it. The build
 * writes them into the package beside the card's words, so the script on every page does not hold them. Pure data.
 */
import { reportWords } from './report/page-patterns.ts'

/** Dots, stars or bullets, or that it ends so, and what follows them. */
const shortened = '(?:\\.{2}|…|[*•●∙·]{2}|(?:end|termin)\\w+ \\w{2,3})\\s*([\\w-]{4})'

const failedNow =
  "could ?n[o’']t|unable to (?:create|save|delete|revoke|remove|update|add)|(?:please|and) (?:try again|retry|repeat)|try again\\W*$|went wrong|did ?n[o’']t (?:work|go through|succeed|save)|(?:not|never) (?:been )?(?:created|saved|deleted|revoked|removed|updated|possible)|(?:cannot|can[’']t) (?:create|save|delete|revoke|remove|update)|was ?n[o’']t able|fehlgeschlagen|nicht (?:möglich|erstellt|gespeichert)|échou|réessay|no se pudo|inténtalo|inténtelo|falló|tente|não foi possível|riprova|non è stato possibile|mislukt|nie udało|başarısız|misslyck|gick inte|失敗|できません|失败|重试|실패|다시 시도|не удалось|فشل|تعذر"

export const pageWords = {
  ...reportWords,
  /** The report’s pattern for a button that gives up, and buttons that empty a form: they give it up, too. */
  wayOut: `^(?:clear(?: all)?|reset|leeren|zurücksetzen|effacer|réinitialiser|restablecer|limpar|wyczyść|wissen|temizle|rensa|クリア|リセット|清空|重置|초기화|очистить|сбросить)$|${reportWords.wayOut}`,
  /** Beside it a question is asked: what only empties a form is no answer. */
  answersNo: reportWords.wayOut,
  optional: `comments?\\b|kommentar|comentario|commentaire|コメント|备注|${reportWords.optional}`,
  /** Announced beside a form that went away: what it was for did not happen. */
  failed: `fail|error|unable|oops|sorry|declined|timed out|exceeded|fehler|erneut|échec|erreur|falha|errore|kon niet|opnieuw|błąd|ponownie|hata|tekrar|försök|エラー|もう一度|错误|오류|ошибк|خطأ|حاول|${failedNow}`,
  /** The same in words that need no announcement: they say it of what was just done. */
  failedNow,
  /** “Save & new” beside “Save”: how a button’s words go on after those of another one, when it does the same and more, or does it again. */
  andMore: '^(?:[&+]|(?:and|und|et|y|e|i|en|och|og|ve|és|another|more|again)\\b|и\\s|して|하고|并)',
  /** A button that leads to the next part of a form, and sends nothing yet. */
  goesOn:
    '^(?:next|continue|proceed|review|preview|weiter|fortfahren|prüfen|suivant|continuer|vérifier|siguiente|continuar|revisar|próximo|avançar|seguinte|avanti|continua|dalej|kontynuuj|volgende|doorgaan|verder|ileri|devam|nästa|fortsätt|næste|neste|seuraava|jatka|další|pokračov|tovább|următorul|berikutnya|lanjut|tiếp|далее|продолжить|далі|التالي|متابعة|הבא|次へ|下一步|继续|다음|계속|आगे|ถัดไป)',
  /** A key of which the end is shown. */
  shortened,
  /** The same where nothing more is written; beside it other facts may stand in one line. */
  shortenedAtEnd: `${shortened}(?=$| ?[·•|,])`,
}

export type PageWords = typeof pageWords

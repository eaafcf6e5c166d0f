/**
 * What controls are called, by what they mean: beginnings of words in the languages that consoles are translated into. Only for
 * pointing with a question; what is pointed at for certain is matched by whole wordings. Pure data.
 */

const beginnings = {
  create:
    'create new add generate make issue mint erstell neu neue neuen neuer neues anlegen hinzuf créer ajout nouv génér crear crea nuev generar añad agreg criar novo nova adicion gerar 作成 新規 生成 追加 创建 新建 添加 만들 생성 추가 utwórz dodaj добав созда',
  key: 'key keys secret token credential schlüssel clé clef clave llave chave キー 密钥 키 klucz ключ',
  revoke:
    'revoke delete remove disable deactivate destroy invalidate end retire trash bin widerruf lösch entfern révoqu supprim revoc elimin borr exclu 削除 無効 失効 取り消 删除 撤销 삭제 취소 usuń отозв удал',
  save: 'save apply update done confirm submit set store ok continue speicher übernehm anwend enregistr appliqu guard aplic confirm salv 保存 適用 完了 저장 zapisz сохран',
  name: 'name label title nickname alias bezeichnung titel nom étiquette libellé nombre etiqueta nome 名前 名称 ラベル 이름 nazwa имя назв',
  project: 'project workspace projekt projet proyecto projeto プロジェクト 项目 프로젝트 проект',
  expiry:
    'expir valid lifetime ttl ends until ablauf gültig läuft laufzeit expire durée échéance caduc venc válid 有効 期限 过期 만료 wygas срок',
  amount:
    'amount sum value dollar usd budget limit cap betrag grenze obergrenze montant plafond importe monto límite valor 金額 上限 額 金额 금액 kwota сумм',
  limit:
    'limit budget cap spend ceiling grenze ausgaben obergrenze plafond dépens límite gasto limite 上限 支出 限额 한도 лимит',
  edit: 'edit change set adjust manage configure modify bearbeit änder anpass festleg modif édit défin edit ajust alterar 編集 変更 設定 编辑 편집 измен',
  hard: 'hard enforce block stop strict reject hart durchsetz sperr bloqu appliqu dur estrict forz 強制 停止 硬',
  you: 'you me myself personal user mich selbst ich persönlich mir mein vous moi personnel tú mí usted você ty あなた 自分 個人 你 我 나 вы',
  service: 'service bot machine dienst servicekonto maschine servicio serviço サービス 服务 서비스 сервис',
  owner:
    'owner owned belongs gehört besitzer propriétaire appartient propietario pertenece proprietário dono 所有 所有者 소유 właściciel владел',
  permissions:
    'permission access scope right rights berechtig recht rechte zugriff umfang droits autoris accès permis acceso alcance permiss acesso escopo 権限 アクセス 权限 권한 uprawn прав',
  all: 'all full everything unrestricted alle alles voll unbeschränkt tout tous complet toda todo todos total completo tudo すべて 全て 全部 完全 전체 모두 wszystk все полн',
  restricted:
    'restri custom limited selected eingeschränk begrenzt benutzerdef auswahl restreint limité personnalis limitad personaliz 制限 カスタム 受限 自定义 제한 ogranicz огранич',
  readOnly:
    'read view look lesen lese anseh lecture leer lectura solo leitura ler 読み取り 閲覧 只读 읽기 odczyt чтен',
  payer:
    'who describes account billing type payer wer konto zahlungspflichtig qui compte type quién cuenta tipo quem conta 誰 種類 谁 类型 누구 유형',
  pay: 'payment card pay billing credit purchase buy zahlung karte kauf guthaben paiement carte crédit achet pago tarjeta comprar saldo pagamento cartão 支払 カード クレジット 購入 付款 결제 плат',
  show: 'show reveal unhide display eye view unmask anzeig einblend aufdeck affich montr révél mostrar ver revelar 表示 显示 보기 показ',
  copy: 'copy clipboard kopier copi コピー 复制 복사 kopiuj копир',
  close:
    'done close finish saved ok okay got dismiss schließ schliess fertig verstanden fermer termin compris cerrar listo fechar concluir 閉じ 完了 关闭 닫기 zamknij закр готово',
  period:
    'range period date days month zeitraum datum période dates periodo fecha período 期間 日付 时间 기간 период',
  group: 'group split breakdown by gruppier aufteil group regroup agrup グループ 分组 그룹 групп',
  export:
    'export download csv herunterlad export télécharg descarg baixar エクスポート 导出 내보내기 экспорт',
  alert:
    'alert notif warn email threshold benachrichtig warn alerte seuil alerta aviso 通知 アラート 提醒 알림 уведом',
  individual:
    'individual person myself privat einzel particulier individu persona físic pessoa 個人 个人 개인',
  company:
    'company business organization organisation firma unternehm entreprise société empresa 会社 法人 公司 회사',
  phone:
    'phone mobile verif verification verify telefon handy verifizier bestätig téléphone vérifi vérif teléfono verific celular telefone 電話 認証 手机 验证 전화 인증 телефон проверк',
  reload: 'auto recharge reload top automat auflad recharg recarga 自動 自动 자동',
} as const

export type Concept = keyof typeof beginnings

/** The beginnings of words of each concept. */
export const sayings = (...concepts: Concept[]): string[][] =>
  concepts.map(concept => beginnings[concept].split(' '))

/** All of them, by their names: what a report may say of words that it does not hold. */
export const everySaying: Record<string, string[]> = Object.fromEntries(
  Object.entries(beginnings).map(([concept, words]) => [concept, words.split(' ')]),
)

/**
 * What controls are called, by what they mean: beginnings of words in the languages that consoles are translated into. Only for
 * pointing with a question; what is pointed at for certain is matched by whole wordings. Pure data.
 */

const beginnings = {
  create:
    'create get new add generate make issue mint erstell neu neue neuen neuer neues anlegen hinzuf créer ajout nouv génér crear crea nuev generar añad agreg criar novo nova adicion gerar 作成 新規 生成 追加 创建 新建 添加 만들 생성 추가 utwórz dodaj добав созда إنشاء أنشئ إضافة أضف جديد توليد maak aanmaken toevoegen nieuw nieuwe genereer oluştur ekle yeni üret skapa lägg ny nytt nuova nuovo aggiungi genera',
  key: 'key keys secret token credential schlüssel clé clef clave llave chave キー 密钥 키 klucz ключ مفتاح المفتاح مفاتيح رمز sleutel anahtar nyckel chiave',
  revoke:
    'revoke delete remove disable deactivate destroy invalidate end retire trash bin widerruf lösch entfern révoqu supprim revoc elimin borr exclu 削除 無効 失効 取り消 删除 撤销 삭제 취소 usuń отозв удал حذف احذف إلغاء إبطال ألغ إزالة تعطيل verwijder intrek deactiver sil iptal kaldır radera återkalla elimina revoca rimuov disattiv',
  save: 'save apply update done confirm submit set store ok continue speicher übernehm anwend enregistr appliqu guard aplic confirm salv 保存 適用 完了 저장 zapisz сохран حفظ احفظ تطبيق تأكيد opslaan toepassen bevestig kaydet uygula onayla spara tillämpa bekräfta salva applica conferma',
  name: 'name label title nickname alias bezeichnung titel nom étiquette libellé nombre etiqueta nome 名前 名称 ラベル 이름 nazwa имя назв اسم الاسم تسمية naam isim adı ad namn',
  project:
    'project workspace projekt projet proyecto projeto プロジェクト 项目 프로젝트 проект مشروع المشروع مساحة proje progetto',
  expiry:
    'expir valid lifetime ttl ends until ablauf gültig läuft laufzeit expire durée échéance caduc venc válid 有効 期限 过期 만료 wygas срок انتهاء الصلاحية صلاحية مدة verloop geldig vervalt süre geçerli bitiş giltig upphör scadenza',
  amount:
    'amount sum value dollar usd budget limit cap betrag grenze obergrenze montant plafond importe monto límite valor 金額 上限 額 金额 금액 kwota сумм مبلغ المبلغ قيمة bedrag tutar miktar belopp importo',
  limit:
    'limit budget cap spend ceiling grenze ausgaben obergrenze plafond dépens límite gasto limite 上限 支出 限额 한도 лимит حد الحد ميزانية limiet sınır bütçe gräns',
  edit: 'edit change set adjust manage configure modify bearbeit änder anpass festleg modif édit défin edit ajust alterar 編集 変更 設定 编辑 편집 измен تعديل تحرير عدل تغيير bewerk wijzig aanpassen düzenle değiştir redigera ändra modifica',
  hard: 'hard enforce block stop strict reject hart durchsetz sperr bloqu appliqu dur estrict forz 強制 停止 硬 صارم إيقاف فرض blokkeer zorunlu durdur stoppa blocca',
  you: 'you me myself personal user mich selbst ich persönlich mir mein vous moi personnel tú mí usted você ty あなた 自分 個人 你 我 나 вы أنت أنا شخصي jij jezelf persoonlijk sen siz ben kişisel du personlig tu tuo',
  service:
    'service bot machine dienst servicekonto maschine servicio serviço サービス 服务 서비스 сервис خدمة الخدمة hizmet tjänst servizio',
  owner:
    'owner owned belongs gehört besitzer propriétaire appartient propietario pertenece proprietário dono 所有 所有者 소유 właściciel владел مالك المالك eigenaar sahip ägare proprietario',
  permissions:
    'permission access scope right rights berechtig recht rechte zugriff umfang droits autoris accès permis acceso alcance permiss acesso escopo 権限 アクセス 权限 권한 uprawn прав صلاحيات أذونات إذن وصول rechten toegang izin yetki erişim behörighet åtkomst permessi',
  all: 'all full everything unrestricted alle alles voll unbeschränkt tout tous complet toda todo todos total completo tudo すべて 全て 全部 完全 전체 모두 wszystk все полн كل الكل جميع كامل volledig tümü tüm hepsi tam alla tutti tutto',
  restricted:
    'restri custom limited selected eingeschränk begrenzt benutzerdef auswahl restreint limité personnalis limitad personaliz 制限 カスタム 受限 自定义 제한 ogranicz огранич مقيد محدود مخصص beperkt aangepast kısıtlı sınırlı özel begränsad anpassad limitato personalizzato',
  readOnly:
    'read view look lesen lese anseh lecture leer lectura solo leitura ler 読み取り 閲覧 只读 읽기 odczyt чтен قراءة للقراءة alleen-lezen lezen salt okuma läs lettura',
  payer:
    'who describes account billing type payer wer konto zahlungspflichtig qui compte type quién cuenta tipo quem conta 誰 種類 谁 类型 누구 유형 نوع wie kim tür vem chi',
  pay: 'payment card pay billing credit purchase buy zahlung karte kauf guthaben paiement carte crédit achet pago tarjeta comprar saldo pagamento cartão 支払 カード クレジット 購入 付款 결제 плат دفع ادفع بطاقة رصيد شراء betal kaart tegoed koop ödeme kart bakiye satın betala kort köp paga carta',
  show: 'show reveal unhide display eye view unmask anzeig einblend aufdeck affich montr révél mostrar ver revelar 表示 显示 보기 показ إظهار عرض اعرض كشف tonen toon weergeven göster görüntüle mostra',
  copy: 'copy clipboard kopier copi コピー 复制 복사 kopiuj копир نسخ انسخ kopieer kopyala kopiera copia',
  close:
    'done close finish saved ok okay got dismiss schließ schliess fertig verstanden fermer termin compris cerrar listo fechar concluir 閉じ 完了 关闭 닫기 zamknij закр готово تم إغلاق أغلق حسنا حسنًا فهمت sluiten gereed klaar kapat tamam bitti stäng klar chiudi fatto',
  period:
    'range period date days month zeitraum datum période dates periodo fecha período 期間 日付 时间 기간 период فترة الفترة مدة تاريخ periode dönem tarih',
  group:
    'group split breakdown by gruppier aufteil group regroup agrup グループ 分组 그룹 групп تجميع groepeer grupla gruppera raggruppa',
  export:
    'export download csv herunterlad export télécharg descarg baixar エクスポート 导出 내보내기 экспорт تصدير تنزيل exporteer downloaden dışa indir exportera ladda esporta scarica',
  alert:
    'alert notif warn email threshold benachrichtig warn alerte seuil alerta aviso 通知 アラート 提醒 알림 уведом تنبيه إشعار تحذير melding waarschuw uyarı bildirim varning avviso',
  individual:
    'individual person myself privat einzel particulier individu persona físic pessoa 個人 个人 개인 فرد شخصي persoon bireysel şahıs privatperson privato',
  company:
    'company business organization organisation firma unternehm entreprise société empresa 会社 法人 公司 회사 شركة مؤسسة bedrijf şirket kurum företag azienda',
  phone:
    'phone mobile verif verification verify telefon handy verifizier bestätig téléphone vérifi vérif teléfono verific celular telefone 電話 認証 手机 验证 전화 인증 телефон проверк هاتف الهاتف جوال تحقق telefoon verifieer doğrula telefono',
  reload:
    'auto recharge reload top automat auflad recharg recarga 自動 自动 자동 تلقائي إعادة automatisch otomatik automatisk automatic',
} as const

export type Concept = keyof typeof beginnings

/** The beginnings of words of each concept. */
export const sayings = (...concepts: Concept[]): string[][] =>
  concepts.map(concept => beginnings[concept].split(' '))

/** All of them, by their names: what a report may say of words that it does not hold. */
export const everySaying: Record<string, string[]> = Object.fromEntries(
  Object.entries(beginnings).map(([concept, words]) => [concept, words.split(' ')]),
)

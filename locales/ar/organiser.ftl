desk-nav = الدورة
desk-crumbs = مسار التصفح
desk-home = اليوم
desk-group-entries = الترشيحات
desk-entries = ملفات الترشيح
desk-import = استيراد ملفات
desk-group-jury = لجنة التحكيم
desk-jury = أعضاء اللجنة
desk-assignments = توزيع الملفات
desk-progress = تقدم التنقيط
desk-group-results = النتائج
desk-results = الترتيب والقرارات
desk-announcement = الإعلان
desk-group-setup = الإعداد
desk-settings = الإعدادات والنصوص
desk-categories = الفئات
desk-form = الاستمارة
desk-criteria = التنقيط
desk-group-watch = التتبع
desk-outbox = الرسائل
desk-audit = السجل
desk-team = الفريق
desk-search = بحث
desk-clear = مسح عوامل التصفية
desk-all = الكل
desk-cancel = إلغاء
desk-confirm-title = هل تؤكد هذا التغيير؟
desk-confirm-yes = تأكيد
desk-untranslated = في انتظار الترجمة
desk-move-up = نقل «{$name}» إلى الأعلى
desk-move-down = نقل «{$name}» إلى الأسفل
desk-pages-label = صفحات اللائحة
desk-pages = من {$from} إلى {$to} من أصل {$total}
desk-stale = حفظ شخص آخر نسخة مختلفة في هذه الأثناء. تعديلاتكم معروضة أسفله ولم تُحفظ بعد.
desk-stale-see = عرض النسخة المحفوظة (في لسان جديد)
desk-save-anyway = حفظ نسختي
edition-status-draft = قيد الإعداد
edition-status-open = الترشيح مفتوح
edition-status-closed = انتهى الترشيح
edition-status-judging = قيد التنقيط
edition-status-deliberation = قيد المداولة
edition-status-announced = أُعلن عن الفائزين
edition-status-archived = محفوظة في الأرشيف
status-open = فتح الدورة
status-open-text = تصبح الدورة علنية، وتُقبل الملفات بين التاريخين المحددين في الجدول الزمني.
status-close = إغلاق باب الترشيح
status-close-text = لن يُقبل أي ملف بعد الآن، حتى قبل تاريخ الإغلاق. تبقى المسودات محفوظة.
status-reopen = إعادة فتح باب الترشيح
status-reopen-text = تُقبل الملفات من جديد إلى غاية تاريخ الإغلاق. لا يُحذف أي شيء.
status-judge = الانتقال إلى التنقيط
status-judge-text = تدخل الدورة مرحلة التنقيط. تُفتح الجولة من صفحة النتائج بعد توزيع الملفات على الأعضاء.
status-unjudge = العودة إلى الفرز
status-unjudge-text = تعود الدورة إلى ما قبل التنقيط، وتبقى النقط الممنوحة محفوظة.
status-deliberate = الانتقال إلى المداولة
status-deliberate-text = انتهى التنقيط. يطّلع المنظمون على النتائج ويتخذون القرارات.
status-rejudge = العودة إلى التنقيط
status-rejudge-text = تعود الدورة إلى مرحلة التنقيط، وتبقى القرارات المهيأة محفوظة.
status-archive = حفظ في الأرشيف
status-archive-text = تبقى الدورة قابلة للاطلاع، ولا يمكن تعديل أي شيء فيها.
home-title = ما ينتظرني اليوم
home-nothing-title = لا شيء ينتظر اليوم
home-nothing-text = لا ملفات في انتظار الفرز، ولا رسائل متعثرة، ولا آجال منقضية.
home-phases = الجدول الزمني للدورة
home-submitted = ملفات مودعة
home-eligible = ملفات مقبولة
home-jurors = أعضاء مؤكَّدون
home-scored = بطاقات تنقيط مكتملة
home-scored-of = من أصل {$n}
home-status = وضعية الدورة
home-status-now = الوضعية الحالية: {$status}.
home-status-none = الخطوة التالية هي الإعلان عن النتائج.
home-announce = تهيئة الإعلان
home-announce-text = يجعل الإعلان النتائج علنية، كلها في اللحظة نفسها.
home-is-current = هذه الدورة معروضة في الصفحة الرئيسية للموقع.
home-see-site = عرض الصفحة الرئيسية
home-make-current = عرض في الصفحة الرئيسية
home-make-current-text = يعرض الموقع دورة واحدة في صفحته الرئيسية. ما دامت قيد الإعداد فلن يرى العموم شيئا.
phase-range = من {$from} إلى {$to}
phase-setup = الإعداد
phase-entries = الترشيح
phase-screening = الفرز
phase-screening-when = بعد الإغلاق
phase-judging = التنقيط
phase-results = النتائج
task-open = حلّ تاريخ الافتتاح
task-open-text = لا تزال الدورة قيد الإعداد: لا يمكن لأحد أن يترشح.
task-open-do = فتح
task-close = انقضى أجل الترشيح
task-close-text = لم تعد تصل أي ملفات. إغلاق الدورة يطلق مرحلة الفرز.
task-close-do = إغلاق
task-close-round = انتهت مدة التنقيط
task-close-round-text = إغلاق الجولة يثبّت النقط ويتيح الاطلاع على النتائج.
task-close-round-do = إغلاق الجولة
task-mails-text = لم يتوصل المرسَل إليهم بشيء.
task-mails-do = عرض
task-screen-text = الملفات المقبولة وحدها تُعرض على التنقيط.
task-screen-do = فرز
task-assign-text = عدد أعضاء اللجنة المكلفين بها أقل مما تتطلبه الجولة.
task-assign-do = توزيع
task-remind-text = يفصلنا أقل من أسبوع عن الإغلاق.
task-remind-do = تذكير
task-invitations-text = رابط الدعوة صالح لمدة 7 أيام.
task-invitations-do = عرض اللجنة
task-invite = لم تتم دعوة أي عضو
task-invite-text = يجب أن تكتمل اللجنة قبل بدء التنقيط.
task-invite-do = دعوة
task-translate-text = النص غير المترجم يظهر بلغة أخرى.
task-translate-do = إتمام
task-returned-text = طُلب من أصحابها إتمامها.
task-returned-do = عرض
editions-title = دوراتي
editions-new = إحداث دورة
editions-search = البحث عن دورة
editions-current = في الصفحة الرئيسية
editions-none-title = لا توجد أي دورة
editions-none-text = لا تنظمون أي دورة حاليا. يمكن لمسؤول عن دورة أن يضيفكم إلى فريقه.
new-title = دورة جديدة
new-lede = تُحدث الدورة كاملة: الفئات والاستمارة والمعايير والنظام والميثاق بثلاث لغات. كل شيء قابل للتعديل لاحقا، ولا شيء علني قبل فتحها.
new-name-hint = مثلا: الجوائز الرقمية 2028.
new-year = السنة
new-slug = كلمة العنوان
new-slug-hint = تظهر في عناوين الصفحات: 2028. لن تتغير بعد ذلك.
new-create = إحداث الدورة
settings-identity = الهوية
settings-name = اسم الدورة
settings-tagline = العبارة البارزة
settings-tagline-hint = عنوان الصفحة الرئيسية.
settings-lede = التقديم
settings-lede-hint = جملتان أو ثلاث تحت العبارة البارزة.
settings-contact = عنوان التواصل
settings-contact-hint = علني: يراسله المترشحون.
settings-calendar = الجدول الزمني
settings-calendar-hint = الأوقات أدناه {$zone}.
settings-zone = المنطقة الزمنية
settings-zone-hint = تُعرض جميع تواريخ الدورة حسب هذه المنطقة.
settings-opens = فتح باب الترشيح
settings-closes = إغلاق باب الترشيح
settings-grace = مهلة إضافية بالدقائق
settings-grace-hint = بعد الإغلاق، يُقبل الإيداع خلال هذه المهلة. هي نفسها للجميع.
settings-results = الإعلان عن النتائج
settings-results-hint = التاريخ الموعود للعموم. لا يطلق أي عملية تلقائيا.
settings-judging-dates = تواريخ التنقيط موجودة في صفحة التنقيط.
settings-documents = النظام والميثاق
settings-rules = النظام
settings-markdown = بصيغة Markdown: «##» للعنوان و«-» للائحة.
settings-charter = ميثاق لجنة التحكيم
settings-charter-hint = ما يلتزم به كل عضو قبل التنقيط. بصيغة Markdown.
settings-faq = أسئلة شائعة
settings-faq-hint = السؤال الخالي من أي نص يُحذف عند الحفظ.
settings-faq-new = سؤال جديد
settings-question = السؤال
settings-answer = الجواب
categories-lede = يتنافس كل ملف في فئة لها جائزتها. الترتيب هو المعتمد في الصفحات العلنية.
categories-add = إضافة فئة
category-name = اسم الفئة
category-code = الرمز
category-code-hint = من حرفين إلى خمسة أحرف لاتينية، تظهر في مرجع الملف: AGR.
category-code-fixed = ثابت: يظهر في مراجع ملفات موجودة.
category-description = ما يندرج ضمنها
category-prize = اسم الجائزة
category-prize-hint = كما يُعلن للفائزين.
category-remove = حذف الفئة
category-remove-text = تُحذف الفئة وجائزتها. لم يبدأ فيها أي ملف.
category-problem-code = من حرفين إلى خمسة أحرف لاتينية من A إلى Z.
category-problem-code-taken = هذا الرمز مستعمل في فئة أخرى.
category-problem-code-used = الرمز وارد في مراجع ملفات: لا يمكن تغييره.
category-refused-announced = أُعلن عن الفائزين: لم يعد بالإمكان تغيير الفئات.
category-refused-used = توجد ملفات في هذه الفئة: لا يمكن حذفها.
category-refused-last = للدورة فئة واحدة على الأقل. أضيفوا فئة أخرى أولا.
round-title = جولة التنقيط
round-name = اسم الجولة
round-opens = بداية التنقيط
round-closes = نهاية التنقيط
round-jurors = عدد الأعضاء لكل ملف
round-jurors-hint = ثلاثة على الأقل، لمقارنة درجات التشدد.
round-scale-min = أدنى نقطة
round-scale-max = أعلى نقطة
round-method = ما يحدد ترتيب الملفات
round-method-hint = يُحدد قبل أول نقطة. يبقى الحساب الآخر معروضا للمنظمين.
round-method-mean = المعدل الموزون لبطاقات التنقيط
round-method-calibrated = المعدل المصحح حسب تشدد كل عضو
round-winners = المراتب المكرَّمة في كل فئة
round-blind = إخفاء هوية المترشحين عن المحكّمين
round-blind-detail = لا يرون اسم المؤسسة ولا عنوان المشروع (يحمل الملف رقمه) ولا الروابط والعناوين والهواتف ولا الفريق ولا أسماء الوثائق، وتفقد ملفات PDF خصائصها وروابطها ومرفقاتها. يبقى ما تقوله الأجوبة وصفحات الوثائق: صفحة كل ملف تنبّه إلى الأسماء الواردة فيها. لا يتغيّر بعد بدء التقييم.
names-found = جولة من الجولات تخفي الهوية عن المحكّمين، لكن هذا الملف يُظهرها:
round-new-name = النهائيات
round-add = إضافة جولة
round-add-text = جولة أخرى بعد الأخيرة، بمعاييرها وتواريخها وسلّمها. عند إغلاق الجولة السابقة تختارون الملفات التي تنتقل إليها.
round-remove = حذف هذه الجولة
round-remove-ask = أتريدون حذف هذه الجولة؟ تُحذف معاييرها معها.
round-later = لا تحكم هذه الجولة إلا على الملفات المنتقاة من الجولة السابقة.
round-choose = اختيار الملفات المنتقاة
round-choose-lede = من جولة «{$from}» إلى جولة «{$to}»: حددوا الملفات التي تواصل.
round-choose-suggested = اقتراح: النصف الأول من كل فئة مع المتعادلين. لا شيء يُقرَّر قبل الحفظ.
round-choose-count = { $n ->
    [zero] لا ملف محدد
    [one] ملف واحد محدد
    [two] ملفان محددان
    [few] {$n} ملفات محددة
    [many] {$n} ملفا محددا
   *[other] {$n} ملف محدد
}
round-choose-save = انتقاء هذه الملفات
round-goes-on = منتقى
round-goes-on-entry = انتقاء {$entry}
round-scale-yes-no = 10 على الأكثر. من 0 إلى 1 يجيب المحكّمون بنعم أو لا.
round-refused-before = الجولة السابقة غير مغلقة: أغلقوها أولا.
round-refused-gone-on = بدأت جولة لاحقة: لم يعد بالإمكان إعادة فتح هذه الجولة.
round-refused-announced = أُعلن الفائزون: لا يمكن إضافة أي جولة.
round-refused-draft = جولة أخرى تنتظر الفتح. أعدّوها قبل إضافة غيرها.
round-refused-remove = بدأت هذه الجولة أو أُسندت فيها ملفات: لا يمكن حذفها.
round-refused-nobody = حددوا ملفا واحدا على الأقل.
round-winners-hint = من 1 إلى 20: منصة التتويج التي تقدّرها النتائج.
criterion-tie-break = الفصل بين المتعادلين
criterion-tie-break-none = لا يفصل
criterion-tie-break-hint = عند تساوي الدرجات يفصل المعيار ذو الدور 1 ثم ذو الدور 2؛ وإن لم يوجد بقي التعادل.
round-problem-tie-break = لا يمكن أن يفصل معياران في الدور نفسه.
rules-replace = تغيير طريقة العد
rules-replace-text = توجد درجات. كل وزن أو حساب أو فصل أو عدد مراتب جديد يصنع قواعد جديدة: تبقى بصمة القديمة منشورة مع السبب.
rules-reason = السبب، ويُنشر للجميع
rules-reason-hint = يُملأ فقط إذا تغيرت طريقة العد. سيقرؤه الجميع في صفحة المنهجية.
round-problem-scale = يجب أن تفوق أعلى نقطة أدناها.
round-problem-weight = نسبة مئوية بين 0,01 و100.
round-problem-sum = مجموع الأوزان {$sum} % بدل 100 %.
round-problem-no-criterion = يجب أن يوجد معيار واحد على الأقل.
round-refused-closed = الجولة مغلقة. أعيدوا فتحها من صفحة النتائج لتعديلها.
round-refused-scored = توجد درجات: تبقى المعايير ونصوصها والسلّم كما هي، كي تُحكَّم كل الملفات بالطريقة نفسها. لا تتغير إلا التواريخ والأوزان وطريقة الحساب ومعايير الفصل وعدد المراتب.
criteria-title = المعايير
criteria-lede = ما ينقطه أعضاء اللجنة وكيفية ذلك. مجموع الأوزان دائما 100 %.
criteria-hint = جملة مرجعية لكل درجة: سلم واحد لجميع الأعضاء.
criteria-fixed = توجد درجات: ما يُطلب من المحكّمين لا يتغير. يمكن تغيير التواريخ، وكذلك طريقة العد لسبب معلن.
criterion-new = معيار جديد
criterion-write = كتابة معيار
criterion-texts = الاسم والوصف والجمل المرجعية
criterion-name = اسم المعيار
criterion-description = ما ينظر فيه
criterion-weight = الوزن بالنسبة المئوية
criterion-anchor = النقطة {$step}
criterion-remove = حذف هذا المعيار
criterion-remove-text = وزعوا وزنه على باقي المعايير.
form-answered = أجابت ملفات على هذه النسخة. تُصحح العبارات مباشرة، وأي تغيير آخر ينشئ نسخة جديدة تتبعها المسودات.
form-add = إضافة سؤال
form-sections = أقسام الاستمارة
form-sections-hint = القسم الخالي من العنوان يُحذف إذا لم يتضمن أسئلة.
form-section = القسم {$n}
form-section-new = قسم جديد
form-section-empty = لا توجد أسئلة في هذا القسم.
form-problem-kind = اختاروا نوع السؤال.
form-problem-section = اختاروا قسما من الاستمارة.
form-problem-range = يجب ألا يقل الحد الأقصى عن الحد الأدنى.
form-problem-options = يجب أن يوجد خياران على الأقل.
form-refused-too-many = تضم الاستمارة 60 سؤالا: هذا هو الحد الأقصى.
form-refused-last = تضم الاستمارة سؤالا واحدا على الأقل.
question-new = سؤال جديد
question-kind = نوع الجواب
question-section = القسم
question-label = السؤال
question-help = توضيح
question-help-hint = جملة تحت السؤال، اختيارية.
question-max-words = الحد الأقصى للكلمات
question-max-words-hint = بين 10 و2000؛ اتركوه فارغا لعدم التحديد.
question-min = الحد الأدنى
question-max = الحد الأقصى
question-options = الخيارات
question-options-hint = تُهمل الأسطر الفارغة.
question-option = الخيار {$n}
question-required = إلزامي
question-required-label = الجواب إلزامي لإيداع الملف
question-hidden = محجوبة عن اللجنة
question-hidden-label = محجوبة عن أعضاء اللجنة
question-hidden-text = المنظمون وحدهم يطلعون على الجواب.
question-remove = حذف السؤال
question-remove-text = تحتفظ الملفات المودعة بالسؤال وبجوابها.
field-short-text = سطر واحد
field-long-text = فقرات
field-number = عدد
field-link = عنوان موقع
field-choice = اختيار
field-declaration = خانة للتأشير
field-file = ملفات مرفقة
desk-entry-draft = مسودة
desk-entry-submitted = مودع
desk-entry-returned = في انتظار الإتمام
desk-entry-withdrawn = مسحوب
screening-pending = في انتظار الفرز
screening-eligible = مقبول
screening-ineligible = غير مقبول
screening-returned = طُلب إتمامه
screening-refused-announced = أُعلن عن الفائزين: انتهت مرحلة الفرز.
screening-refused-draft = لم يُودع هذا الملف: لا شيء للفرز.
screening-refused-withdrawn = سحب صاحب الملف ترشيحه.
screening-refused-returned = طُلب إتمام الملف. انتظروا إيداعه من جديد أو ألغوا القرار أولا.
screening-refused-assigned = يطّلع أعضاء من اللجنة على هذا الملف. اسحبوا التكليفات أولا.
desk-list-empty-title = لا توجد ملفات
desk-list-empty-text = تظهر الملفات هنا بمجرد أن يبدأها المترشحون. يمكن أيضا استيراد جدول محفوظ في مكان آخر.
desk-list-nothing-title = لا ملف يطابق البحث
desk-list-nothing-text = غيّروا كلمات البحث أو امسحوا عوامل التصفية.
desk-list-search = العنوان أو المقاولة أو المرجع أو الأجوبة
desk-list-entry = الملف
desk-list-reference = المرجع
desk-list-category = الفئة
desk-list-status = الوضعية
desk-list-screening = الفرز
desk-list-received = تاريخ التوصل
desk-list-tick-all = تأشير جميع الملفات في انتظار الفرز
desk-list-ticked = %n مؤشر عليها
desk-entry-organisation = المقاولة
desk-entry-owner = المترشح
desk-entry-email = البريد الإلكتروني
desk-entry-draft-title = لم يُودع شيء بعد
desk-entry-draft-text = المسودة تخص صاحبها وحده. يظهر محتواها هنا بعد الإيداع.
desk-entry-no-answer = بدون جواب
desk-entry-stale = أودع المترشح نسخة جديدة في هذه الأثناء. ها هي: اقرؤوها قبل اتخاذ القرار.
desk-entry-screened-by = قرار {$who}، {$at}
desk-entry-accept = قبول الملف
desk-entry-return = طلب إتمام الملف
desk-entry-missing = ما ينقص الملف
desk-entry-missing-hint = يُرسل كما هو إلى المترشح عبر البريد الإلكتروني.
desk-entry-open = ما يمكن للمترشح تعديله
desk-entry-open-hint = إن لم يُحدَّد شيء: الملف كله.
desk-entry-refuse = رفض الملف
desk-entry-reason = السبب
desk-entry-reason-hint = القاعدة التي لم تُستوف، في جملة.
desk-entry-undo = إلغاء القرار
desk-entry-timeline = سجل الملف
outbox-lede = رسائل هذه الدورة: إشعارات التوصل والدعوات والتكليفات والنتائج.
outbox-tabs = الرسائل حسب الحالة
outbox-all = الكل ({$n})
outbox-waiting = في الانتظار ({$n})
outbox-sent = مرسلة ({$n})
outbox-failed = متعثرة ({$n})
outbox-empty-title = لا توجد رسائل
outbox-empty-text = تظهر الرسائل هنا عندما تُطلق عملية ما إرسالها.
outbox-to = المرسَل إليه
outbox-kind = الموضوع
outbox-queued = أُدرجت في
outbox-left = أُرسلت في
outbox-retry = إعادة الإرسال
mail-kind-account = الحساب
mail-kind-receipt = إشعار بالتوصل
mail-kind-returned = طلب إتمام
mail-kind-invitation = دعوة إلى اللجنة
mail-kind-assignment = ملفات للتنقيط
mail-kind-outcome = النتيجة
mail-status-waiting = في الانتظار
mail-status-sent = أُرسلت
mail-status-failed = تعثرت
audit-lede = كل ما تغيّر في هذه الدورة: من وماذا ومتى. لا يُمحى منه شيء، وكل سطر مرقم مرتبط بما قبله.
audit-action = العملية
audit-what = العملية
audit-who = من طرف
audit-when = متى
audit-change = التغيير
audit-number = الرقم
audit-see = عرض
audit-platform = المنصة
audit-empty-title = لا توجد أسطر
audit-empty-text = لا توجد عملية تطابق هذه العوامل.
team-name = الاسم
team-role = الدور
team-role-of = دور {$name}
team-me = أنا
team-roles = من يستطيع فعل ماذا
team-add = إضافة إلى الفريق
team-remove = إزالة من الفريق
team-remove-text = لن يتمكن {$name} من الولوج إلى هذه الدورة. يبقى ما أُنجز محفوظا في السجل.
team-email-hint = يجب أن يكون للشخص حساب مؤكد مسبقا.
team-problem-no-account = لا يوجد حساب مؤكد بهذا العنوان. اطلبوا من الشخص التسجيل أولا.
team-problem-member = هذا الشخص عضو في الفريق.
team-refused-last-owner = للدورة دائما مسؤول. عيّنوا مسؤولا آخر أولا.
role-owner = مسؤول
role-owner-text = كل شيء، بما في ذلك الفريق.
role-organiser = منظم
role-organiser-text = كل شيء ما عدا الفريق.
role-screener = مكلف بالفرز
role-screener-text = يطّلع على الملفات ويبت في قبولها.
role-observer = ملاحظ
role-observer-text = يطّلع دون أن يغير شيئا.
log-account-made-organiser = تعيين منظم
log-announcement-cancelled = إلغاء الإعلان
log-announcement-published = الإعلان عن الفائزين
log-announcement-scheduled = برمجة الإعلان
log-assignments-changed = تعديل توزيع الملفات
log-category-added = إضافة فئة
log-category-changed = تعديل فئة
log-category-moved = نقل فئة
log-category-removed = حذف فئة
log-comment-held = حُجب تعليق
log-comment-released = أُرسل تعليق
log-conflict-declared = التصريح بتضارب مصالح
log-conflict-removed = رفع تضارب مصالح
log-edition-changed = تعديل الإعدادات
log-edition-created = إحداث الدورة
log-edition-made-current = العرض في الصفحة الرئيسية
log-edition-status-changed = تغيير وضعية الدورة
log-edition-eligibility = تغيرت أسئلة شروط الترشح
log-entry-brought-back = استُرجعت نسخة
log-late-code-made = أُنشئ رمز ولوج متأخر
log-late-code-revoked = سُحب رمز ولوج متأخر
log-organisation-changed = عُدّلت بيانات هيئة
log-entry-invited = دُعي شخص إلى ملف
log-entry-joined = انضم شخص إلى ملف
log-entry-declined = رُفضت دعوة إلى ملف
log-entry-role-changed = تغيّر دور في ملف
log-entry-left = أزيل شخص من ملف
log-jury-reminded = ذُكّر محكّمون
log-scores-confirmed = ثبّت محكّم نقطه
log-scores-unconfirmed = فكّ محكّم تثبيت نقطه
log-round-added = أُضيفت جولة
log-round-removed = حُذفت جولة
log-round-entries = اختيرت ملفات لجولة
log-entry-extended = مُدّد الأجل
log-entry-imported = استيراد ملف
log-entry-renamed = تعديل هوية الملف
log-entry-restored = التراجع عن سحب الملف
log-entry-screened = قرار الفرز
log-entry-started = بدء ملف
log-entry-submitted = إيداع ملف
log-entry-withdrawn = سحب ملف
log-file-attached = إرفاق ملف
log-file-removed = إزالة ملف مرفق
log-file-restored = استرجاع ملف مرفق
log-form-changed = تعديل الاستمارة
log-form-new-version = نسخة جديدة من الاستمارة
log-juror-accepted = قبول الدعوة
log-juror-declined = الاعتذار عن الدعوة
log-juror-invited = دعوة عضو
log-juror-preferences = سُجّلت تفضيلات محكّم
log-juror-invited-again = إعادة إرسال الدعوة
log-juror-revoked = إزالة عضو من اللجنة
log-juror-ties-declared = التصريح بالروابط
log-mails-retried = إعادة إرسال الرسائل
log-organiser-added = إضافة عضو إلى الفريق
log-organiser-removed = إزالة عضو من الفريق
log-organiser-role-changed = تغيير الدور
log-outcome-left-out = أُسقط القرار: غادر الملف السباق
log-outcome-staged = تهيئة نتيجة
log-outcome-unstaged = سحب نتيجة
log-round-changed = تعديل التنقيط
log-round-closed = إغلاق الجولة
log-round-opened = فتح الجولة
log-round-reopened = إعادة فتح الجولة
log-scorecard-reopened = إعادة فتح بطاقة تنقيط
log-scorecard-submitted = إتمام بطاقة تنقيط
desk-missing = { $n ->
    [zero] لا نصوص للترجمة
    [one] نص واحد للترجمة
    [two] نصان للترجمة
    [few] {$n} نصوص للترجمة
    [many] {$n} نصا للترجمة
   *[other] {$n} نص للترجمة
}
home-drafts = { $n ->
    [zero] ولا مسودات
    [one] ومسودة واحدة
    [two] ومسودتان
    [few] و{$n} مسودات
    [many] و{$n} مسودة
   *[other] و{$n} مسودة
}
editions-count = { $n ->
    [zero] لا دورات
    [one] دورة واحدة
    [two] دورتان
    [few] {$n} دورات
    [many] {$n} دورة
   *[other] {$n} دورة
}
editions-entries = { $n ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] {$n} ملفات
    [many] {$n} ملفا
   *[other] {$n} ملف
}
desk-entries-count = { $n ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] {$n} ملفات
    [many] {$n} ملفا
   *[other] {$n} ملف
}
categories-count = { $n ->
    [zero] لا فئات
    [one] فئة واحدة
    [two] فئتان
    [few] {$n} فئات
    [many] {$n} فئة
   *[other] {$n} فئة
}
form-lede = { $n ->
    [zero] لا أسئلة، النسخة {$version}. كل قسم خطوة بالنسبة إلى المترشح.
    [one] سؤال واحد، النسخة {$version}. كل قسم خطوة بالنسبة إلى المترشح.
    [two] سؤالان، النسخة {$version}. كل قسم خطوة بالنسبة إلى المترشح.
    [few] {$n} أسئلة، النسخة {$version}. كل قسم خطوة بالنسبة إلى المترشح.
    [many] {$n} سؤالا، النسخة {$version}. كل قسم خطوة بالنسبة إلى المترشح.
   *[other] {$n} سؤال، النسخة {$version}. كل قسم خطوة بالنسبة إلى المترشح.
}
form-words = { $n ->
    [zero] دون كلمات
    [one] كلمة واحدة على الأكثر
    [two] كلمتان على الأكثر
    [few] {$n} كلمات على الأكثر
    [many] {$n} كلمة على الأكثر
   *[other] {$n} كلمة على الأكثر
}
outbox-count = { $n ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] {$n} رسائل
    [many] {$n} رسالة
   *[other] {$n} رسالة
}
outbox-retry-all = { $n ->
    [zero] لا رسائل متعثرة
    [one] إعادة إرسال الرسالة المتعثرة
    [two] إعادة إرسال الرسالتين المتعثرتين
    [few] إعادة إرسال {$n} رسائل متعثرة
    [many] إعادة إرسال {$n} رسالة متعثرة
   *[other] إعادة إرسال {$n} رسالة متعثرة
}
audit-count = { $n ->
    [zero] لا أسطر
    [one] سطر واحد
    [two] سطران
    [few] {$n} أسطر
    [many] {$n} سطرا
   *[other] {$n} سطر
}
team-count = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] {$n} أشخاص
    [many] {$n} شخصا
   *[other] {$n} شخص
}
task-mails = { $n ->
    [zero] لا رسائل متعثرة
    [one] رسالة متعثرة
    [two] رسالتان متعثرتان
    [few] {$n} رسائل متعثرة
    [many] {$n} رسالة متعثرة
   *[other] {$n} رسالة متعثرة
}
task-screen = { $n ->
    [zero] لا ملفات للفرز
    [one] ملف في انتظار الفرز
    [two] ملفان في انتظار الفرز
    [few] {$n} ملفات في انتظار الفرز
    [many] {$n} ملفا في انتظار الفرز
   *[other] {$n} ملف في انتظار الفرز
}
task-assign = { $n ->
    [zero] لا ملفات ناقصة التكليف
    [one] ملف ينقصه أعضاء
    [two] ملفان ينقصهما أعضاء
    [few] {$n} ملفات ينقصها أعضاء
    [many] {$n} ملفا ينقصها أعضاء
   *[other] {$n} ملف ينقصها أعضاء
}
task-remind = { $n ->
    [zero] لا أعضاء متأخرين
    [one] عضو أنجز أقل من ثلث بطاقاته
    [two] عضوان أنجزا أقل من ثلث بطاقاتهما
    [few] {$n} أعضاء أنجزوا أقل من ثلث بطاقاتهم
    [many] {$n} عضوا أنجزوا أقل من ثلث بطاقاتهم
   *[other] {$n} عضو أنجزوا أقل من ثلث بطاقاتهم
}
task-invitations = { $n ->
    [zero] لا دعوات معلقة
    [one] دعوة دون جواب
    [two] دعوتان دون جواب
    [few] {$n} دعوات دون جواب
    [many] {$n} دعوة دون جواب
   *[other] {$n} دعوة دون جواب
}
task-translate = { $n ->
    [zero] لا نصوص للترجمة
    [one] نص واحد للترجمة
    [two] نصان للترجمة
    [few] {$n} نصوص للترجمة
    [many] {$n} نصا للترجمة
   *[other] {$n} نص للترجمة
}
task-returned = { $n ->
    [zero] لا ملفات في انتظار الإتمام
    [one] ملف في انتظار الإتمام
    [two] ملفان في انتظار الإتمام
    [few] {$n} ملفات في انتظار الإتمام
    [many] {$n} ملفا في انتظار الإتمام
   *[other] {$n} ملف في انتظار الإتمام
}
mail-kind-reminder = تذكير
mail-kind-collaboration = دعوة إلى ملف
mail-kind-juror-reminder = تذكير محكّم
mail-kind-extension = تمديد الأجل
late-codes-title = رموز الولوج المتأخر
late-codes-lede = يتيح الرمز بدء ملف وإيداعه بعد الإغلاق ({$deadline}). سلّمه إلى الشخص المعني.
late-codes-count = { $n ->
    [zero] لا رموز
    [one] رمز واحد
    [two] رمزان
    [few] {$n} رموز
    [many] {$n} رمزا
   *[other] {$n} رمز
}
late-codes-empty-title = لا رموز
late-codes-empty-text = أنشئ رمزا عندما يكون لأحدهم سبب وجيه للتقدم بعد الإغلاق.
late-code-note = لمن ولماذا
late-code-note-hint = يقرؤه المنظمون وحدهم.
late-code-until = صالح إلى غاية
late-code-until-hint = يمكن إيداع الملفات المبدوءة بهذا الرمز إلى ذلك الحين.
late-code-used = الملفات المبدوءة
late-code-uses = {$n} من {$of}
late-code-standing = الحالة
late-code-live = صالح
late-code-used-up = مستنفد
late-code-over = منتهٍ
late-code-revoked = مسحوب
late-code-revoke = سحب
late-code-revoke-ask = أتريد سحب هذا الرمز؟ تحتفظ الملفات التي بدأت به بأجلها.
late-code-make = إنشاء رمز
late-code-max-uses = عدد الملفات
late-code-problem-uses = أدخل عددا بين 1 و{$most}.
late-code-refused = بدأ التقييم: لم يعد بالإمكان إضافة أي ملف.
extension-title = الأجل
extension-until = يمكن إيداع هذا الملف إلى غاية {$time}.
extension-give = منح مهلة إضافية
extension-field = إلى غاية
extension-hint = بعد الإغلاق العام يوم {$deadline}. فارغ: دون تمديد. يتلقى المترشح رسالة.
extension-refused = لا يتغير أجل الملف بعد بدء التنقيط ولا إذا سُحب.
extension-problem-early = اختاروا وقتا آتيا بعد الإغلاق.
desk-eligibility = شروط الترشح
eligibility-lede = أسئلة قليلة تُطرح قبل أي كتابة. يجيب بنعم عنها كلها من يحق له الترشح؛ ويُظهر الجواب بلا سببكم والفئات المتبقية.
eligibility-number = السؤال {$n}
eligibility-question = السؤال
eligibility-question-hint = يجيب بنعم من يحق له الترشح.
eligibility-reason = إذا كان الجواب لا
eligibility-reason-hint = السبب كما يقال لشخص، وما يمكنه فعله.
eligibility-categories = يهم هذه الفئات فقط
eligibility-categories-hint = دون أي اختيار: يغلق الجواب بلا كل الفئات.
settings-auto-submit = إيداع الملفات المكتملة عند الإغلاق
settings-auto-submit-detail = تُودع من تلقاء نفسها كل مسودة لا ينقصها شيء عند الإغلاق، ويُخبر المترشحون بذلك في ملفاتهم.
settings-max-entries = أقصى عدد ملفات لكل مترشح
settings-max-per-category = أقصى عدد ملفات لكل مترشح وفئة
settings-max-hint = فارغ: دون حد. لا يُحتسب الملف المسحوب.
settings-feedback = ما يعرفه المترشحون عن نقطهم
settings-feedback-hint = بعد الإعلان، في ملفاتهم. ولا يُذكر اسم أي محكّم.
settings-feedback-none = لا شيء
settings-feedback-scores = متوسطاتهم حسب المعيار، إلى جانب وسيط فئتهم
settings-feedback-comments = متوسطاتهم، والتعليقات التي كتبها لهم المحكّمون
round-shows-scores = إظهار نقاط اللجنة للمحكّمين بعد الإغلاق
round-shows-scores-detail = يرى كل محكّم نقطة اللجنة بجانب نقطته للملفات التي قيّمها. لا يحدث ذلك قبل الإغلاق أبدًا. لا يتغير بعد بدء التقييم.
round-shows-comments = إظهار تعليقات الآخرين للمحكّمين بعد الإغلاق
round-shows-comments-detail = يقرأ كل محكّم، دون أسماء، ما كتبه الآخرون لأصحاب الملفات التي قيّمها. لا يحدث ذلك قبل الإغلاق أبدًا.
round-method-schulze = المحكّمون يرتّبون: من يفوز في المبارزات (طريقة شولتسه)
round-method-borda = المحكّمون يرتّبون: متوسط نقاط كل مرتبة (بوردا)
round-places = المراتب التي يعطيها كل محكّم في كل فئة
round-places-hint = من 1 إلى 10. يحلّ هذا الترتيب محلّ معايير هذه الجولة وسلّمها.
criterion-place = نقاط حسب المرتبة
log-practice-added = أُضيف ملف تدريب
log-practice-changed = عُدّل ملف تدريب
log-practice-removed = حُذف ملف تدريب
log-practice-scored = نُقّط ملف تدريب
log-announcement-confirmed = أُكّد الإعلان
log-announcement-proposed = طُلب الإعلان
log-announcement-taken-back = سُحب الإعلان
task-confirm = إعلان ينتظر تأكيدكم
task-confirm-text = طلبه منظّم آخر. من دونكم لا يصبح شيء علنيا.
task-confirm-do = المراجعة والتأكيد
task-announce-text = القرارات جاهزة ولا يعرفها أحد بعد.
task-announce-do = إعداد الإعلان
task-announce = { $n ->
    [zero] لا فائزين جاهزين
    [one] فائز واحد جاهز لم يُعلن بعد
    [two] فائزان جاهزان لم يُعلنا بعد
    [few] {$n} فائزين جاهزين لم يُعلنوا بعد
    [many] {$n} فائزا جاهزا لم يُعلنوا بعد
   *[other] {$n} فائز جاهز لم يُعلنوا بعد
}
mail-status-bounced = مرتجع
organiser-refused-competes = لديك ملف في هذه الدورة، لذلك تبقى صفحات تنظيمها مغلقة في وجهك: فمنها سترى من يحكم على ملفك وكيف. اسحب الملف قبل تحكيمه، أو اترك الدورة لزملائك.

entry-crumbs = مسار التصفح
entry-optional = (اختياري)
entry-cancel = إلغاء
entries-title = ملفاتي
entries-start = بدء ملف ترشيح
entries-start-another = بدء ملف آخر
entries-open = {$edition}: تُستقبل الملفات إلى غاية {$deadline}.
entries-early = {$edition}: يُفتح إيداع الملفات يوم {$date}.
entries-closed = {$edition}: أُغلق إيداع الملفات يوم {$date}.
entries-no-edition = لا توجد دورة مفتوحة حاليا.
entries-empty-title = ليس لديك أي ملف بعد
entries-empty-text = يُملأ الملف على مراحل: يُحفظ كل جواب أثناء الكتابة.
entries-search = البحث بالمشروع أو المقاولة أو المرجع
entries-search-button = بحث
entries-clear = عرض الكل
entries-none-title = لا يوجد ملف مطابق
entries-none-text = جرّب كلمة أخرى من العنوان أو المرجع.
entries-count = { $n ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] {$n} ملفات
    [many] {$n} ملفا
   *[other] {$n} ملف
}
entry-progress = {$done} من {$n}
entry-progress-label = الأقسام المكتملة
entry-time-left-days = { $n ->
    [zero] لم يبق أي يوم.
    [one] بقي يوم واحد.
    [two] بقي يومان.
    [few] بقيت {$n} أيام.
    [many] بقي {$n} يوما.
   *[other] بقي {$n} يوم.
}
entry-time-left-hours = { $n ->
    [zero] لم تبق أي ساعة.
    [one] بقيت ساعة واحدة.
    [two] بقيت ساعتان.
    [few] بقيت {$n} ساعات.
    [many] بقيت {$n} ساعة.
   *[other] بقيت {$n} ساعة.
}
entry-time-left-seconds = بقي %m د %s ث.
entry-time-yours = (بتوقيتك: %t)
entry-time-left-minutes = { $n ->
    [zero] بقي أقل من دقيقة.
    [one] بقيت دقيقة واحدة.
    [two] بقيت دقيقتان.
    [few] بقيت {$n} دقائق.
    [many] بقيت {$n} دقيقة.
   *[other] بقيت {$n} دقيقة.
}
entry-standing-draft = مسودة
entry-standing-draft-text = يجب إيداعه قبل {$deadline}. أجوبتك محفوظة، لكن لم يُرسل أي شيء بعد.
entry-standing-draft-early-text = يُفتح الإيداع يوم {$opening}. مسودتك في انتظارك.
entry-standing-missed = لم يودع
entry-standing-missed-text = أُغلق الإيداع يوم {$deadline}. مسودتك محفوظة، لكنها لا تشارك.
entry-standing-submitted = أُودع
entry-standing-submitted-text = استُلم يوم {$received}. لا يزال بإمكانك تعديله وإيداعه من جديد إلى غاية {$deadline}.
entry-standing-changed = عُدّل بعد الإيداع
entry-standing-changed-text = لم تودع تعديلاتك الأخيرة: النسخة المعتمدة هي نسخة {$received}. أودع الملف من جديد قبل {$deadline}.
entry-standing-screened = قيد التحقق
entry-standing-screened-text = استُلم يوم {$received}. يتحقق المنظمون من اكتمال الملف.
entry-standing-eligible = مقبول
entry-standing-eligible-text = ملفك مكتمل وستنقّطه لجنة التحكيم. النتائج يوم {$results}.
entry-standing-judged = لدى لجنة التحكيم
entry-standing-judged-text = لجنة التحكيم بصدد تنقيط ملفك. النتائج يوم {$results}.
entry-standing-ineligible = غير مقبول
entry-standing-ineligible-text = لم يقبل المنظمون هذا الملف للتنقيط. والسبب:
entry-standing-returned = يحتاج إلى استكمال
entry-standing-returned-text = يطلب منك المنظمون استكمال هذا الملف ثم إيداعه من جديد:
entry-standing-withdrawn = مسحوب
entry-standing-withdrawn-text = لقد سحبت هذا الملف. لم يُحذف شيء: يمكنك استرجاعه.
entry-standing-announced = النتائج منشورة
entry-standing-announced-text = تم الإعلان عن الفائزين في هذه الدورة.
entry-reference = المرجع
entry-category = الفئة
entry-organisation = المقاولة
entry-organisation-hint = اسم الشركة الناشئة أو الهيئة الحاملة للمشروع.
entry-edition = الدورة
entry-website = الموقع الإلكتروني
entry-city = المدينة
entry-name = اسم المشروع
entry-name-hint = كما تريد أن يُنشر.
entry-language = لغة الأجوبة
entry-language-hint = تُسند أجوبتك إلى أعضاء في لجنة التحكيم يقرؤون هذه اللغة.
entry-sections = ملفك
entry-missing = { $n ->
    [zero] لا ينقص أي جواب.
    [one] جواب واحد ناقص أو يحتاج إلى تصحيح.
    [two] جوابان ناقصان أو يحتاجان إلى تصحيح.
    [few] {$n} أجوبة ناقصة أو تحتاج إلى تصحيح.
    [many] {$n} جوابا ناقصا أو يحتاج إلى تصحيح.
   *[other] {$n} جواب ناقص أو يحتاج إلى تصحيح.
}
entry-continue = متابعة: {$section}
entry-check = مراجعة الملف
entry-check-ready = مراجعة وإيداع
entry-receipt = عرض وصل الاستلام
entry-restore = استرجاع الملف
entry-section-not-started = لم يبدأ
entry-section-started = قيد الإنجاز
entry-section-done = مكتمل
entry-section-to-correct = يحتاج إلى تصحيح
entry-section-detail = { $n ->
    [zero] بدون أسئلة، حوالي {$minutes} د
    [one] سؤال واحد، حوالي {$minutes} د
    [two] سؤالان، حوالي {$minutes} د
    [few] {$n} أسئلة، حوالي {$minutes} د
    [many] {$n} سؤالا، حوالي {$minutes} د
   *[other] {$n} سؤال، حوالي {$minutes} د
}
entry-section-number = القسم {$number} من {$total}
entry-section-continue = حفظ ومتابعة
entry-section-leave = حفظ والعودة إلى الملف
entry-section-back = العودة إلى الملف
entry-identity-title = المشروع والمقاولة
entry-identity-detail = اسم المشروع، المقاولة، لغة الأجوبة
entry-identity-save = حفظ
entry-identity-closed = لم يعد بالإمكان تعديل هذا الملف.
entry-new-title = بدء ملف ترشيح
entry-new-lede = {$edition}. يجب الإيداع قبل {$deadline}؛ يمكنك العودة إلى الملف متى شئت.
entry-new-category = الفئة
entry-new-category-hint = تظهر في مرجع الملف ولا تتغير بعد ذلك.
entry-new-button = ابدأ
entry-new-questions = قراءة كل الأسئلة قبل البدء
entry-new-early-title = لم يُفتح الإيداع بعد
entry-new-early-text = يُفتح يوم {$date}. الأسئلة متاحة من الآن لتستعد.
entry-new-closed-title = أُغلق الإيداع
entry-new-closed-text = كانت الملفات تُستقبل إلى غاية {$date}. موعدنا في الدورة المقبلة.
entry-new-none-title = لا توجد دورة حاليا
entry-new-none-text = الدورة المقبلة قيد الإعداد. عد قريبا.
entry-category-missing = اختر فئة.
entry-language-missing = اختر لغة أجوبتك.
entry-question-words = { $n ->
    [zero] بدون كلمات.
    [one] كلمة واحدة على الأكثر.
    [two] كلمتان على الأكثر.
    [few] {$n} كلمات على الأكثر.
    [many] {$n} كلمة على الأكثر.
   *[other] {$n} كلمة على الأكثر.
}
entry-question-range = بين {$min} و{$max}.
entry-question-files = PDF أو PNG أو JPEG أو WebP، 10 ميغابايت على الأكثر لكل ملف.
entry-question-counter = %n كلمة من %max
entry-answer-none = لا جواب بعد
entry-answer-missing = هذا الجواب ضروري للإيداع.
entry-answer-too-many-words = { $over ->
    [zero] لا كلمات زائدة: الحد {$limit}.
    [one] كلمة واحدة زائدة: الحد {$limit}.
    [two] كلمتان زائدتان: الحد {$limit}.
    [few] {$over} كلمات زائدة: الحد {$limit}.
    [many] {$over} كلمة زائدة: الحد {$limit}.
   *[other] {$over} كلمة زائدة: الحد {$limit}.
}
entry-answer-not-a-number = اكتب عددا صحيحا بالأرقام.
entry-answer-out-of-range = اكتب عددا بين {$min} و{$max}.
entry-answer-too-small = اكتب عددا لا يقل عن {$min}.
entry-answer-too-great = اكتب عددا لا يتجاوز {$max}.
entry-answer-not-an-option = اختر أحد الأجوبة المقترحة.
entry-file-add = إضافة الملف
entry-file-retry = إعادة المحاولة
entry-file-sending = إرسال «%n»: %p
entry-file-failed = لم يُرسل «%n»: انقطع الاتصال. لم يضع شيء، أعد المحاولة.
entry-file-alt = ما تُظهره الصورة
entry-file-alt-hint = جملة واحدة، لمن لا يستطيع رؤيتها.
entry-file-alt-missing = { $n ->
    [zero] صف الصور لمن لا يستطيع رؤيتها.
    [one] صف الصورة في جملة، لمن لا يستطيع رؤيتها.
    [two] صف الصورتين، كل واحدة في جملة، لمن لا يستطيع رؤيتهما.
    [few] صف {$n} صور، كل واحدة في جملة، لمن لا يستطيع رؤيتها.
    [many] صف {$n} صورة، كل واحدة في جملة، لمن لا يستطيع رؤيتها.
   *[other] صف {$n} صورة، كل واحدة في جملة، لمن لا يستطيع رؤيتها.
}
entry-file-look = عرض «{$name}»
entry-file-replace = استبدال
entry-file-replace-button = استبداله بهذا الملف
organisations-title = { $n ->
    [zero] هيئاتي
    [one] هيئتي
    [two] هيئتاي
    [few] هيئاتي
    [many] هيئاتي
   *[other] هيئاتي
}
organisation-lede = { $n ->
    [zero] ستُستعمل هذه البيانات في كل ملفاتك.
    [one] تُستعمل هذه البيانات في ملفك.
    [two] تُستعمل هذه البيانات في ملفّيك.
    [few] تُستعمل هذه البيانات في ملفاتك الـ{$n}.
    [many] تُستعمل هذه البيانات في ملفاتك الـ{$n}.
   *[other] تُستعمل هذه البيانات في ملفاتك الـ{$n}.
}
organisation-name-hint = ما سبق إيداعه يحتفظ بالاسم الذي أودع به.
organisation-sector = القطاع
organisation-founded = تاريخ التأسيس
organisation-size = عدد العاملين
organisation-links = الصفحات وشبكات التواصل
organisation-links-hint = عنوان واحد في كل سطر، 6 على الأكثر.
organisation-logo = الشعار
organisation-logo-of = شعار {$name}
organisation-logo-choose = اختيار صورة
organisation-logo-hint = PNG أو JPEG أو WebP، بحجم 10 ميغابايت على الأكثر.
organisation-logo-put = استعمال هذه الصورة
organisation-logo-remove = حذف الشعار
organisation-logo-remove-ask = أتريد حذف الشعار؟ سيلزمك إرساله من جديد لإعادته.
organisation-clash = عُدّلت هذه البيانات في مكان آخر منذ فتحك هذه الصفحة. إليك ما كتبته: احفظه أو احتفظ بالنسخة الأخرى.
organisation-problem-taken = هيئة أخرى من هيئاتك تحمل هذا الاسم.
organisation-problem-day = أدخل يوما مضى، بعد سنة 1900.
organisation-problem-links = {$most} عناوين على الأكثر.
organisation-problem-logo = اختر صورة PNG أو JPEG أو WebP.
sector-agriculture = الفلاحة والتغذية والماء
sector-energy = الطاقة والمناخ والبيئة
sector-education = التعليم والتكوين
sector-health = الصحة والرعاية
sector-finance = المالية والتأمين
sector-commerce = التجارة
sector-mobility = التنقل واللوجستيك
sector-industry = الصناعة
sector-construction = البناء والسكن
sector-tourism = السياحة
sector-culture = الثقافة والإعلام والألعاب
sector-public-services = الخدمات العمومية والمدنية
sector-software = برمجيات المقاولات
sector-security = الأمن السيبراني
sector-other = قطاع آخر
size-alone = شخص واحد
size-few = من 2 إلى 9 أشخاص
size-tens = من 10 إلى 49 شخصا
size-hundred = من 50 إلى 249 شخصا
size-many = 250 شخصا أو أكثر
entry-file-remove = إزالة
entry-file-restore = إرجاع الملف
entry-file-none = اختر ملفا أولا.
entry-file-empty = «{$name}» فارغ.
entry-file-too-large = حجم «{$name}» كبير جدا. الصيغ المقبولة: PDF أو PNG أو JPEG أو WebP، 10 ميغابايت على الأكثر.
entry-file-kind = صيغة «{$name}» غير مقبولة. الصيغ المقبولة: PDF أو PNG أو JPEG أو WebP، 10 ميغابايت على الأكثر.
entry-file-too-many-pixels = عدد نقاط الصورة «{$name}» كبير جدا: 50 مليونا على الأكثر.
entry-file-broken = تعذرت قراءة «{$name}» كصورة. احفظها من جديد وأعد المحاولة.
entry-file-too-many = { $limit ->
    [zero] لا يمكن إرفاق أي ملف.
    [one] لا يتضمن الترشيح أكثر من ملف واحد. أزل ملفا أولا.
    [two] لا يتضمن الترشيح أكثر من ملفين. أزل ملفا أولا.
    [few] لا يتضمن الترشيح أكثر من {$limit} ملفات. أزل ملفا أولا.
    [many] لا يتضمن الترشيح أكثر من {$limit} ملفا. أزل ملفا أولا.
   *[other] لا يتضمن الترشيح أكثر من {$limit} ملف. أزل ملفا أولا.
}
entry-file-too-much = لا يتجاوز مجموع أحجام الملفات {$limit} ميغابايت. أزل ملفا أولا.
entry-save-last = حُفظ يوم {$time}
entry-save-saving = جار الحفظ…
entry-save-saved = حُفظ على الساعة %t
entry-save-failed = لم يُحفظ: الاتصال منقطع. يبقى نصكم على هذا الجهاز.
entry-save-retry = إعادة المحاولة
entry-save-conflict = عُدّل هذا القسم في نافذة أخرى أو من طرف شخص آخر. يبقى نصك في هذه الصفحة: احفظ لمقارنة النسختين.
entry-save-reload = عرض النسخة الأخرى
entry-save-sign-in = انتهت جلستك. سجّل الدخول في نافذة أخرى ثم احفظ.
entry-clash-title = نسختان من هذا القسم
entry-clash-text = حُفظ القسم في مكان آخر أثناء كتابتك. لم يضع شيء: نسختك في الخانات والأخرى بجانبها. صحّح إن لزم الأمر ثم اختر.
entry-clash-theirs = النسخة المحفوظة في هذه الأثناء
entry-clash-mine = حفظ نسختي
entry-clash-keep-theirs = الاحتفاظ بالنسخة الأخرى
entry-check-title = مراجعة الملف
entry-check-change = تعديل
entry-check-missing-title = { $n ->
    [zero] لا شيء ينقص قبل الإيداع
    [one] جواب واحد يجب استكماله قبل الإيداع
    [two] جوابان يجب استكمالهما قبل الإيداع
    [few] {$n} أجوبة يجب استكمالها قبل الإيداع
    [many] {$n} جوابا يجب استكمالها قبل الإيداع
   *[other] {$n} جواب يجب استكمالها قبل الإيداع
}
entry-check-problem = {$question} — {$problem}
entry-check-nothing-new = هذا الملف مودع كما هو.
entry-check-submit-title = إيداع الملف
entry-check-submit-text = كل شيء مكتمل. بعد الإيداع، يمكنك تعديل الملف وإيداعه من جديد إلى غاية {$deadline}.
entry-check-screened-text = سبق قبول هذا الملف: سيُتحقق من النسخة الجديدة مرة أخرى.
entry-check-declaration = أشهد بأن هذه المعلومات صحيحة وبأنه يحق لي تمثيل المقاولة، وأقبل النظام.
entry-check-declaration-missing = ضع علامة على التصريح لإيداع الملف.
entry-check-submit = إيداع الملف
entry-receipt-title = تم استلام الملف
entry-receipt-lede = أُودع «{$entry}». يُرسل هذا الوصل أيضا إلى {$email}.
entry-receipt-received = تاريخ الاستلام
entry-receipt-version = النسخة
entry-receipt-hash = البصمة
entry-receipt-hash-hint = تحدد البصمة (SHA-256) بالضبط ما أودعته: حرف واحد مختلف يعطي بصمة أخرى.
entry-receipt-files = { $n ->
    [zero] لا ملفات مرفقة
    [one] ملف مرفق واحد
    [two] ملفان مرفقان
    [few] {$n} ملفات مرفقة
    [many] {$n} ملفا مرفقا
   *[other] {$n} ملف مرفق
}
entry-receipt-changed = عدّلت الملف بعد ذلك: النسخة المودعة هي المبينة أسفله.
entry-receipt-next = ما التالي
entry-receipt-after = بعد {$date}
entry-receipt-step-received = تم استلام ملفك.
entry-receipt-step-deadline = الإغلاق: إلى ذلك الحين، يمكنك تعديل الملف وإيداعه من جديد.
entry-receipt-step-jury = يتحقق المنظمون من اكتمال الملف، ثم تنقّطه لجنة التحكيم.
entry-receipt-step-results = الإعلان عن النتائج.
entry-withdraw-link = سحب هذا الملف
entry-withdraw-title = سحب الملف
entry-withdraw-text = لن يشارك «{$entry}» بعد الآن ولن تراه لجنة التحكيم.
entry-withdraw-undo = لن يُحذف شيء: يمكنك استرجاعه إلى حين الإعلان عن النتائج.
entry-withdraw-button = سحب الملف
entry-withdraw-keep = عدم السحب
entry-refused-question-closed = أعاد المنظمون هذا الملف من أجل أسئلة أخرى: لم يعد بالإمكان تغيير هذا الجواب.
entry-limited = يطلب المنظمون إتمام بعض الأسئلة. هي وحدها القابلة للتعديل، ويبقى سائر ملفك كما أودعته.
entry-asked-anew = { $n ->
    [zero] لا جواب للإتمام.
    [one] جواب واحد للإتمام:
    [two] جوابان للإتمام:
    [few] {$n} أجوبة للإتمام:
    [many] {$n} جوابا للإتمام:
   *[other] {$n} جواب للإتمام:
}
late-code = رمز الولوج المتأخر
late-code-hint = هل أعطاك المنظمون رمزا؟ إنه يفتح لك الإيداع إلى الأجل المتفق عليه معهم.
late-code-use = استعمال هذا الرمز
late-code-problem-wrong = هذا الرمز لا يفتح هذه الدورة: كُتب خطأ أو انتهت صلاحيته أو استُنفد. تحقق منه أو اطلب غيره من المنظمين.
people-title = المشاركون
people-lede = اعملوا معا على هذا الملف. يرى كل واحد من يعمل على أي قسم، ولا تمحو كتابة كتابة أخرى.
people-count = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] {$n} أشخاص
    [many] {$n} شخصا
   *[other] {$n} شخص
}
people-who = الشخص
people-role = ما يمكنه فعله
people-role-of = ما يمكن أن يفعله {$who}
people-role-view = القراءة
people-role-edit = القراءة والكتابة
people-role-submit = القراءة والكتابة والإيداع
people-owner = كل شيء: الملف ملفه
people-standing = الحالة
people-joined = مشارك
people-waiting = أُرسلت الدعوة
people-remove = إزالة
people-remove-ask = أتريد إزالة {$who} من هذا الملف؟ يبقى ما كتبه.
people-leave = مغادرة هذا الملف
people-leave-ask = أتريد مغادرة هذا الملف؟ ستلزمك دعوة جديدة للعودة إليه.
people-invite = دعوة شخص
people-invite-button = إرسال الدعوة
people-email-hint = يسجل الشخص دخوله أو ينشئ حسابا بهذا العنوان.
people-here = على هذا القسم الآن: {$names}
people-invited-you = يدعوك {$by} إلى العمل على «{$entry}».
people-accept = انضمام
people-decline = رفض
people-decline-ask = أتريد رفض هذه الدعوة؟
people-problem-yourself = هذا عنوانك أنت.
people-problem-joined = هذا الشخص مشارك في هذا الملف.
people-problem-many = {$most} شخصا على الأكثر في كل ملف.
entry-refused-only-reads = يمكنك قراءة هذا الملف لا الكتابة فيه. اطلب ممن دعاك أن يغير ما يمكنك فعله.
entry-refused-not-yours-to-submit = يمكنك الكتابة في هذا الملف لا إيداعه. سيودعه من دعاك، أو يأذن لك بذلك.
entry-refused-not-yours = لا يفعل ذلك إلا صاحب الملف.
entry-refused-not-open = يُفتح إيداع الملفات يوم {$date} (بتوقيت الدورة). عد ابتداء من هذا التاريخ.
entry-refused-deadline = أُغلق الإيداع يوم {$date} (بتوقيت الدورة). مسودتك محفوظة.
entry-refused-announced = أُعلنت النتائج: لم يعد بالإمكان تغيير هذا الملف.
entry-refused-withdrawn = هذا الملف مسحوب. استرجعه أولا.
entry-refused-not-withdrawn = هذا الملف غير مسحوب.
entry-refused-never-submitted = لم يودع هذا الملف قط.
entry-refused-screened = سبق للمنظمين أن بتّوا في هذا الملف. راسلهم لتعديله.
answer-yes = نعم
answer-no = لا
entry-answer-not-a-date = اكتبوا تاريخا، مثلا 31/01/2027.
entry-answer-not-an-email = هذا ليس عنوان بريد إلكتروني.
entry-answer-not-a-phone = اكتبوا رقم هاتف: من 6 إلى 15 رقما، مع رمز البلد إن لم يكن مغربيا.
entry-answer-video-host = يجب أن يكون الفيديو على أحد هذه المواقع: {$hosts}.
entry-answer-no-name = اكتبوا اسم الشخص رقم {$row}، أو أفرغوا سطره.
entry-question-video = على أحد هذه المواقع: {$hosts}.
entry-question-images = بصيغة PNG أو JPEG أو WebP، في حدود 10 ميغابايت للصورة.
entry-question-choose = اختاروا…
entry-team-person = الشخص {$n}
entry-team-name = الاسم
entry-team-role = الدور
entry-team-link = رابط أو بريد إلكتروني
entry-team-more = حفظ وإضافة شخص
entry-file-not-an-image = «{$name}» ليس صورة: PNG أو JPEG أو WebP.
entry-receipt-pdf = تنزيل PDF
history-title = تاريخ المسودة
history-lede = تبقى هنا كل نسخة من أجوبتكم. افتحوا إحداها لمقارنتها بالمسودة واسترجاعها عند الحاجة.
history-none-title = لا تاريخ بعد
history-none-text = يبدأ مع أول جواب.
history-when = حُفظت
history-who = من طرف
history-what = الأجوبة التي تغيرت
history-older = نسخ أقدم
history-of = نسخة {$time}
history-same = تقول هذه النسخة ما تقوله المسودة.
history-different = { $n ->
    [zero] لا جواب مختلف اليوم.
    [one] جواب واحد مختلف اليوم.
    [two] جوابان مختلفان اليوم.
    [few] {$n} أجوبة مختلفة اليوم.
    [many] {$n} جوابا مختلفا اليوم.
   *[other] {$n} جواب مختلف اليوم.
}
history-bring-back = استرجاع هذه النسخة
history-bring-back-hint = تبقى المسودة الحالية في التاريخ: لا يضيع شيء.
history-then = آنذاك
history-now = اليوم
history-unchanged = { $n ->
    [zero] لا جواب لم يتغير
    [one] جواب واحد لم يتغير
    [two] جوابان لم يتغيرا
    [few] {$n} أجوبة لم تتغير
    [many] {$n} جوابا لم يتغير
   *[other] {$n} جواب لم يتغير
}
eligible-title = هل يحق لكم الترشح؟
eligible-lede = { $n ->
    [zero] لا سؤال قبل بدء ملفكم برسم {$edition}.
    [one] سؤال واحد قبل بدء ملفكم برسم {$edition}.
    [two] سؤالان قبل بدء ملفكم برسم {$edition}.
    [few] {$n} أسئلة قبل بدء ملفكم برسم {$edition}.
    [many] {$n} سؤالا قبل بدء ملفكم برسم {$edition}.
   *[other] {$n} سؤال قبل بدء ملفكم برسم {$edition}.
}
eligible-kept = لا تُحفظ أجوبتكم.
not-eligible-title = لا يمكنكم الترشح هذه السنة
elsewhere-eligible-title = تناسبكم فئة أخرى
elsewhere-eligible-text = يمكنكم الترشح في هذه الفئات:
not-eligible-contact = لديكم شك أو حالة خاصة؟ راسلوا المنظمين:
eligible-again = الإجابة من جديد
entry-copy-found = يحتفظ هذا الجهاز بنسخة غير محفوظة بتاريخ %t، كُتبت قبل نسخة أخرى.
entry-copy-take = استرجاع النسخة
entry-copy-drop = نسيانها
entry-auto-submit = عند الإغلاق، يُودع من تلقاء نفسه كل ملف لا ينقصه شيء: تركه مكتملا بمثابة تصريح بصحة ما فيه. اسحبوه إن كنتم لا ترغبون في الترشح.
entry-refused-limit = { $most ->
    [zero] لا تسمح هذه الدورة بأي ملف.
    [one] لديكم ملف بالفعل، ولا تسمح هذه الدورة بأكثر من واحد. اسحبوه إن فضّلتم بدء ملف آخر.
    [two] لديكم ملفان بالفعل، ولا تسمح هذه الدورة بأكثر. اسحبوا أحدهما إن فضّلتم بدء ملف آخر.
    [few] لديكم {$most} ملفات بالفعل، ولا تسمح هذه الدورة بأكثر. اسحبوا أحدها إن فضّلتم بدء ملف آخر.
    [many] لديكم {$most} ملفا بالفعل، ولا تسمح هذه الدورة بأكثر. اسحبوا أحدها إن فضّلتم بدء ملف آخر.
   *[other] لديكم {$most} ملف بالفعل، ولا تسمح هذه الدورة بأكثر. اسحبوا أحدها إن فضّلتم بدء ملف آخر.
}
entry-refused-category-limit = { $most ->
    [zero] لا تسمح هذه الفئة بأي ملف.
    [one] لديكم ملف في هذه الفئة، ولا تسمح بأكثر من واحد. اختاروا غيرها أو اسحبوه.
    [two] لديكم ملفان في هذه الفئة، ولا تسمح بأكثر. اختاروا غيرها أو اسحبوا أحدهما.
    [few] لديكم {$most} ملفات في هذه الفئة، ولا تسمح بأكثر. اختاروا غيرها أو اسحبوا أحدها.
    [many] لديكم {$most} ملفا في هذه الفئة، ولا تسمح بأكثر. اختاروا غيرها أو اسحبوا أحدها.
   *[other] لديكم {$most} ملف في هذه الفئة، ولا تسمح بأكثر. اختاروا غيرها أو اسحبوا أحدها.
}
organisation-region = الجهة
organisation-founders = أسسها
organisation-founders-hint = يُحسب دون اسم في حصيلة الدورة، ولا تطّلع عليه لجنة التحكيم أبدا.
founders-women = نساء
founders-both = نساء ورجال
founders-men = رجال
region-abroad = خارج المغرب
gallery-consent = المعرض العمومي
gallery-consent-text = بعد الإعلان عن الفائزين، يمكن أن يظهر العنوان والمقاولة والفئة والجملة التعريفية والموقع في المعرض. لا يظهر شيء دون موافقتك.
gallery-consent-given = يظهر هذا الملف في المعرض بعد الإعلان عن الفائزين.
gallery-consent-give = الموافقة على الظهور
gallery-consent-back = عدم الظهور
log-entry-gallery-consented = موافقة على المعرض
log-entry-gallery-withdrawn = سُحبت الموافقة على المعرض

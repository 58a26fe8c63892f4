jury-title = لجنة التحكيم
jury-home-title = لجانكم
jury-home-left = { $n ->
    [zero] لا ملف للتنقيط من أصل {$of}
    [one] ملف واحد للتنقيط من أصل {$of}
    [two] ملفان للتنقيط من أصل {$of}
    [few] {$n} ملفات للتنقيط من أصل {$of}
    [many] {$n} ملفا للتنقيط من أصل {$of}
   *[other] {$n} ملف للتنقيط من أصل {$of}
}
jury-closes = يُغلق التنقيط في {$at}.
jury-empty-title = لا ملفات لحد الآن
jury-empty-text = لم يُسند إليكم المنظمون أي ملف بعد. سنخبركم عبر البريد الإلكتروني.
jury-waiting = { $n ->
    [zero] لا ملف في انتظاركم.
    [one] ملف واحد في انتظاركم.
    [two] ملفان في انتظاركم.
    [few] {$n} ملفات في انتظاركم.
    [many] {$n} ملفا في انتظاركم.
   *[other] {$n} ملف في انتظاركم.
}
jury-declare-first = قبل فتح أول ملف، أخبرونا هل تربطكم صلة بإحدى المقاولات المترشحة.
jury-declare = التصريح بروابطي
jury-my-ties = الروابط التي صرّحت بها
jury-over = { $n ->
    [zero] أُغلق التنقيط: لم يُنقَّط أي ملف من أصل {$of}.
    [one] أُغلق التنقيط: نُقّط ملف واحد من أصل {$of}.
    [two] أُغلق التنقيط: نُقّط ملفان من أصل {$of}.
    [few] أُغلق التنقيط: نُقّطت {$n} ملفات من أصل {$of}.
    [many] أُغلق التنقيط: نُقّط {$n} ملفا من أصل {$of}.
   *[other] أُغلق التنقيط: نُقّط {$n} ملف من أصل {$of}.
}
jury-over-text = تبقى أوراقكم متاحة للقراءة هنا. شكرا على عملكم.
jury-soon-text = لم يُفتح التنقيط بعد، ويمكنكم قراءة الملفات من الآن.
jury-all-done = { $n ->
    [zero] لا ملف للتنقيط. شكرا لكم!
    [one] نُقّط ملفكم. شكرا لكم!
    [two] نُقّط ملفاكم. شكرا لكم!
    [few] نُقّطت ملفاتكم الـ{$n}. شكرا لكم!
    [many] نُقّطت ملفاتكم الـ{$n}. شكرا لكم!
   *[other] نُقّطت ملفاتكم الـ{$n}. شكرا لكم!
}
jury-all-done-text = يمكنكم إعادة فتح أي ورقة إلى غاية الإغلاق.
jury-remaining = { $n ->
    [zero] لم يبق لكم أي ملف.
    [one] بقي لكم ملف واحد.
    [two] بقي لكم ملفان.
    [few] بقيت لكم {$n} ملفات.
    [many] بقي لكم {$n} ملفا.
   *[other] بقي لكم {$n} ملف.
}
jury-takes = المدة المتوقعة: حوالي {$duration}.
jury-minutes = {$m} د
jury-hours = {$h} س {$m} د
jury-progress = الأوراق المصادق عليها
jury-resume = متابعة: {$entry}
jury-list = ملفاتكم
jury-search = البحث عن عنوان أو مرجع
jury-category = الفئة
jury-state = الحالة
jury-any = الكل
jury-any-category = كل الفئات
jury-filter = تصفية
jury-clear = عرض الكل
jury-count = { $n ->
    [zero] لا ملف من أصل {$of}
    [one] ملف واحد من أصل {$of}
    [two] ملفان من أصل {$of}
    [few] {$n} ملفات من أصل {$of}
    [many] {$n} ملفا من أصل {$of}
   *[other] {$n} ملف من أصل {$of}
}
jury-blind = جولة مجهولة الهوية: لا ترون أسماء الهيئات ولا عناوينها ولا أسماء الملفات المرفقة.
jury-none-title = لا ملف يطابق البحث
jury-none-text = وسّعوا البحث أو اعرضوا الكل.
jury-state-todo = للتنقيط
jury-state-draft = مسودة
jury-state-passed = مؤجل
jury-state-submitted = منقَّط
jury-refused-announced = أُعلنت نتائج هذه الدورة، ولم تعد لجنتها تتغير.
jury-refused-answered = سبق لهذا الشخص أن أجاب. أعيدوا تحميل الصفحة للاطلاع على جوابه.
jury-refused-somebody-else = هذه الدعوة موجهة إلى عنوان غير عنوان حسابكم. سجّلوا الخروج ثم افتحوا من جديد الرابط الذي توصلتم به.
jury-refused-has-account = لهذا العنوان حساب. سجّلوا الدخول ثم افتحوا رابط الدعوة من جديد.
jury-refused-twice = أنتم عضو في هذه اللجنة بموجب دعوة أخرى.
jury-problem-charter = اقبلوا الميثاق للانضمام إلى اللجنة.
jury-problem-reason = صفوا هذه الصلة في بضع كلمات.
jury-problem-all = حدّدوا المقاولات التي تربطكم بها صلة، أو أكدوا أنكم صرّحتم بكل الروابط.
ties-title = التصريح بروابطكم
ties-lede = حدّدوا كل مقاولة تربطكم بها صلة. لن تروا ملفاتها، وسينقّطها محكّم آخر.
ties-what = الصلة: قرابة أو صداقة متينة، أو عمل، أو مساهمة في رأس المال، أو عقد، أو استشارة أو مواكبة، أو منافسة مباشرة، خلال السنوات الثلاث الأخيرة.
ties-search = البحث عن مقاولة
ties-count = { $n ->
    [zero] لا مقاولة من أصل {$of}
    [one] مقاولة واحدة من أصل {$of}
    [two] مقاولتان من أصل {$of}
    [few] {$n} مقاولات من أصل {$of}
    [many] {$n} مقاولة من أصل {$of}
   *[other] {$n} مقاولة من أصل {$of}
}
ties-none-title = لا مقاولة تطابق البحث
ties-none-text = تحققوا من الكتابة، أو اعرضوا كل المقاولات.
ties-declared = صلة مصرّح بها
ties-reason = ما هي الصلة؟
ties-all = صرّحت بكل روابطي
ties-all-detail = لا تربطني أي صلة أخرى بمقاولات هذه اللائحة.
ties-button = حفظ تصريحاتي
ties-later = اكتشفتم صلة فيما بعد؟ تجدون رابط «تضارب المصالح» في كل ورقة. ولرفع صلة صُرّح بها خطأ، راسلوا المنظمين.
scorecard-title = ورقة التنقيط
scorecard-back = ملفاتي
scorecard-place = الملف {$n} من {$of}
scorecard-done = { $n ->
    [zero] لم يُنقَّط أي ملف من {$of}
    [one] نُقّط ملف واحد من {$of}
    [two] نُقّط ملفان من {$of}
    [few] نُقّطت {$n} ملفات من {$of}
    [many] نُقّط {$n} ملفا من {$of}
   *[other] نُقّط {$n} ملف من {$of}
}
scorecard-neighbours = الملفات المجاورة
scorecard-previous = الملف السابق
scorecard-next = الملف التالي
scorecard-organisation = المقاولة
scorecard-language = لغة الملف
scorecard-new-tab = (نافذة جديدة)
scorecard-sections = أقسام الملف
scorecard-files = المرفقات
scorecard-scored-of = { $n ->
    [zero] لا معيار من {$of}
    [one] معيار واحد من {$of}
    [two] معياران من {$of}
    [few] {$n} معايير من {$of}
    [many] {$n} معيارا من {$of}
   *[other] {$n} معيار من {$of}
}
scorecard-score = التنقيط
scorecard-coach = اقرؤوا الملف ثم امنحوا كل معيار نقطة: رقم واحد يكفي، ويُحفظ كل شيء أولا بأول. زر «المصادقة» ينقلكم إلى الملف التالي.
scorecard-cannot = لا يمكنني الحكم على هذا المعيار
scorecard-cannot-short = دون حكم
scorecard-blank = –
scorecard-comment = تعليق موجه إلى المترشح
scorecard-optional = (اختياري)
scorecard-note = ملاحظة للجنة
scorecard-note-hint = (لا يطلع عليها المترشح أبدا)
scorecard-out-of = من {$max} · مؤقت
scorecard-out-of-final = من {$max}
scorecard-standing = أعلى من {$n} من نقطكم الأخرى وعددها {$of}.
scorecard-submit = المصادقة والانتقال إلى التالي
scorecard-pass = تأجيل
scorecard-save = حفظ المسودة
scorecard-conflict = تضارب المصالح
scorecard-reopen = إعادة فتح الورقة
scorecard-over = أُغلق التنقيط: لم تعد هذه الورقة تتغير.
scorecard-soon = لم يُفتح التنقيط بعد.
scorecard-key-score = تنقيط
scorecard-key-criterion = معيار
scorecard-key-enter-name = إدخال
scorecard-key-enter = مصادقة
scorecard-key-comment = تعليق
scorecard-key-pass = تأجيل
scorecard-key-conflict = تضارب المصالح
scorecard-key-neighbours = الملف التالي، السابق
scorecard-key-help = مساعدة
scorecard-keys-title = اختصارات لوحة المفاتيح
scorecard-keys-intro = رقم واحد ينقّط المعيار المؤطر بالذهبي وينتقل إلى الذي يليه. لا تعمل الحروف أثناء الكتابة.
scorecard-keys-off = تعطيل اختصارات المفتاح الواحد
scorecard-keys-close = إغلاق
scorecard-stale-title = نسختان من هذه الورقة
scorecard-stale-text = حُفظت ورقة «{$entry}» في مكان آخر أثناء كتابتكم، في نافذة أخرى على الأرجح. لم يضع شيء: اختاروا النسخة التي تريدون الاحتفاظ بها.
scorecard-stale-criterion = المعيار
scorecard-stale-typed = ما أرسلتموه الآن
scorecard-stale-saved = ما هو محفوظ
scorecard-stale-keep = الاحتفاظ بما أرسلته الآن
scorecard-stale-reload = الاحتفاظ بما هو محفوظ
scoring-refused-closed = أُغلق التنقيط: لم تعد أي نقطة تتغير، وتبقى أوراقكم متاحة للقراءة.
scoring-refused-not-open = لم يُفتح التنقيط بعد. عودوا ابتداء من تاريخ الافتتاح.
scoring-refused-submitted = صودق على هذه الورقة. أعيدوا فتحها لتعديلها.
scoring-problem-scale = النقطة عدد صحيح من {$min} إلى {$max}.
scoring-problem-missing = امنحوا نقطة، أو صرّحوا بأنه لا يمكنكم الحكم على هذا المعيار.
scoring-problem-nothing-judged = نقّطوا معيارا واحدا على الأقل. وإن تعذر عليكم الحكم على أي معيار، فأجّلوا الملف أو تنحّوا عنه.
save-saving = جارٍ الحفظ…
save-saved = حُفظ على الساعة %t
save-failed = لم يُحفظ
save-retry = إعادة المحاولة
save-conflict = تغيرت هذه الورقة في مكان آخر: نافذة أخرى أو إغلاق التنقيط. لم يُحفظ آخر ما كتبتم.
save-reload = إعادة تحميل الورقة
save-sign-in = انتهت جلستكم. سجّلوا الدخول في نافذة أخرى ثم أعيدوا المحاولة هنا.
recuse-title = تضارب المصالح
recuse-text-blind = هل تظنون أنكم تعرفون من وراء «{$entry}» وتربطكم به صلة؟ تنحّوا: سينقّط محكّم آخر هذا الملف.
review-title = نقطي
review-lede = نقطكم أنتم، بالترتيب الذي تعطيه. لا يراها أحد غيركم قبل إغلاق الجولة.
review-go = المقارنة والتأكيد
review-empty-title = لم تُسلَّم أي بطاقة
review-empty-text = ستظهر نقطكم هنا تباعا.
review-count = { $n ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] {$n} ملفات
    [many] {$n} ملفا
   *[other] {$n} ملف
}
review-place = الرتبة
review-total = المجموع
review-tied = تعادل
review-ties = { $n ->
    [zero] لا تعادل
    [one] ملف واحد متعادل
    [two] ملفان متعادلان
    [few] {$n} ملفات متعادلة
    [many] {$n} ملفا متعادلا
   *[other] {$n} ملف متعادل
}
review-cannot = لم يُحكَم عليه
review-compare = مقارنة ملفين
review-compare-first = الملف الأول
review-compare-second = الملف الثاني
review-pdf = تنزيل نقطي (PDF)
review-pdf-juror = المحكّم
review-pdf-made = حُرّر في
review-pdf-own = نقطكم أنتم لا غير. احتفظوا بهذه الوثيقة لأنفسكم إلى حين الإعلان.
review-pdf-total = المجموع: {$total}
review-confirm = تثبيت نقطي
review-confirm-text = سُلّمت كل بطاقاتكم. ثبّتوها للقول إنها نهائية: سيرى المنظمون ذلك دون أن يروا نقطكم.
review-confirm-ask = أتريدون تثبيت كل نقطكم؟ يمكنكم فكّ التثبيت ما دامت الجولة مفتوحة.
review-confirmed-short = النقط مثبّتة
review-confirmed = ثبّتموها: {$at}.
review-unconfirm = فك التثبيت
review-remaining = { $n ->
    [zero] لم يبق لكم ملف للتنقيط.
    [one] بقي لكم ملف واحد للتنقيط قبل تثبيت نقطكم.
    [two] بقي لكم ملفان للتنقيط قبل تثبيت نقطكم.
    [few] بقيت لكم {$n} ملفات للتنقيط قبل تثبيت نقطكم.
    [many] بقي لكم {$n} ملفا للتنقيط قبل تثبيت نقطكم.
   *[other] بقي لكم {$n} ملف للتنقيط قبل تثبيت نقطكم.
}
review-refused-remaining = بقيت لكم ملفات للتنقيط: سلّموا كل بطاقاتكم ثم ثبّتوا.
scoring-refused-confirmed = لقد ثبّتم نقطكم. فكّوا تثبيتها أولا في صفحة «نقطي».
done-scores-confirmed = نقطكم مثبّتة. شكرا!
done-scores-unconfirmed = فُكّ تثبيت نقطكم.
scorecard-video-out = يُفتح الفيديو على {$host} خارج هذا الموقع.
scorecard-first-page = عرض الصفحة الأولى
scorecard-picture = عرض الصورة
sheet-history = تاريخ بطاقتي
sheet-history-lede = ما قالته بطاقتكم، من الأحدث إلى الأقدم. أنتم وحدكم ترونه.
sheet-history-empty-title = لا شيء بعد
sheet-history-empty-text = ستظهر نقطكم هنا ابتداء من أولاها.
sheet-history-count = { $n ->
    [zero] لا نسخ
    [one] نسخة واحدة
    [two] نسختان
    [few] {$n} نسخ
    [many] {$n} نسخة
   *[other] {$n} نسخة
}
sheet-history-now = الآن
sheet-history-back = استعادة هذه النسخة
done-sheet-brought-back = عادت بطاقتكم إلى ما كانت تقوله آنذاك.
recuse-text = هل تربطكم صلة بـ{$organisation}؟ تنحّوا عن الملف، وسينقّط محكّم آخر «{$entry}».
recuse-consequence = توضع ورقتكم جانبا ولا تُحتسب. ويختفي هذا الملف وكل ملف آخر للمقاولة نفسها من لائحتكم. وحدهم المنظمون يمكنهم رفع الصلة.
recuse-reason = ما الذي يربطكم بهذه المقاولة؟
recuse-reason-hint = في بضع كلمات. لا يقرؤها إلا المنظمون.
recuse-button = أتنحّى عن الملف
recuse-back = العودة إلى الملف
invitation-title = دعوة إلى لجنة التحكيم
invitation-lede = مرحبا {$name}. يدعوكم {$hosts} إلى الانضمام إلى لجنة التحكيم.
invitation-deadline = التنقيط إلى غاية
invitation-effort = الوقت اللازم
invitation-effort-text = حوالي 10 دقائق لكل ملف، على فترات إن شئتم: يُحفظ كل شيء أولا بأول.
invitation-where = المكان
invitation-where-text = عبر الإنترنت، من حاسوب أو لوحة أو هاتف.
invitation-charter = ميثاق شرف اللجنة
invitation-charter-accept = أقبل الميثاق وألتزم بالتصريح بكل صلة بمقاولة مترشحة
invitation-accept = الانضمام إلى اللجنة
invitation-accept-button = قبول الدعوة
invitation-has-account = لعنوانكم {$email} حساب. سجّلوا الدخول وستعودون إلى هنا.
invitation-new-account = اختاروا كلمة مرور: سيُنشأ حسابكم بعنوان {$email} الذي يؤكده هذا الرابط.
invitation-name = اسمكم
invitation-password = كلمة المرور
invitation-password-hint = 12 حرفا على الأقل. جملة يسهل تذكرها تفي بالغرض.
invitation-decline = لا يمكنني المشاركة
invitation-decline-reason = كلمة إلى المنظمين
invitation-decline-hint = سيتمكنون من دعوة شخص آخر في الوقت المناسب.
invitation-decline-button = الاعتذار عن الدعوة
invitation-answered = سبق لكم أن أجبتم عن هذه الدعوة. إن كنتم عضوا في اللجنة، فسجّلوا الدخول للمتابعة.
invitation-to-jury = إلى ملفاتي
invitation-somebody-else = هذه الدعوة موجهة إلى {$email}، وأنتم متصلون بحساب آخر. لا تُضم دعوة أبدا إلى حساب شخص آخر.
invitation-sign-out = تسجيل الخروج
invitation-come-back = ثم افتحوا من جديد الرابط الذي توصلتم به عبر البريد الإلكتروني.
preferences-title = تفضيلاتي
preferences-lede = بيّنوا ما تودون تحكيمه أكثر. يراعي المنظمون ذلك في التوزيعات المقبلة كلما أمكن.
preferences-expertise-hint = بكلماتكم: مهن وتقنيات وقطاعات. تفيد في تقريب الملفات مما تعرفونه.
preference-rather = أفضّل هذه
preference-either = سيّان
preference-rather-not = لا أميل إليها
unsent-waiting = عدد البطاقات المحفوظة على هذا الجهاز لغياب الشبكة: %n. سترسل من تلقاء نفسها.
unsent-refused = تعذّر تسليم بطاقة محفوظة على هذا الجهاز.
unsent-look = معرفة السبب
review-jury = اللجنة
review-jury-sheets = { $n ->
    [zero] لا بطاقة
    [one] بطاقة واحدة
    [two] بطاقتان
    [few] { $n } بطاقات
    [many] { $n } بطاقة
   *[other] { $n } بطاقة
}
review-jury-comments = { $n ->
    [zero] لا تعليق آخر
    [one] تعليق آخر واحد
    [two] تعليقان آخران
    [few] { $n } تعليقات أخرى
    [many] { $n } تعليقًا آخر
   *[other] { $n } تعليق آخر
}
jury-order = الترتيب
jury-order-own = ترتيبي
jury-order-category = حسب الفئة
ballot-title = ترتيبي
ballot-lede = امنحوا أفضل الملفات في كل فئة مراتب. عدد المراتب: {$n}.
ballot-rules = المرتبة الأولى إلزامية، ولا تبقى مرتبة فارغة فوق أخرى. الملفات التي لا مرتبة لها تأتي بعدها متساوية.
ballot-place = المرتبة {$n}
ballot-no-place = بلا مرتبة
ballot-place-of = مرتبة {$entry}
ballot-in = سُلّم الترتيب
ballot-not-in = لم يُسلَّم بعد
ballot-submit = تسليم هذا الترتيب
ballot-change = استبدال هذا الترتيب
ballot-stale = تغيّر هذا الترتيب في هذه الأثناء على جهاز آخر أو في علامة تبويب أخرى. مراتبكم محفوظة أدناه إلى جانب المراتب المسجّلة: سلّموها لاستبدالها، أو أعيدوا تحميل الصفحة.
ballot-saved = المسجّل: {$place}
ballot-closed = التقييم غير مفتوح: يُقرأ الترتيب ولا يتغيّر.
ballot-sheet-text = في هذه الجولة تعطون الملفات مراتب بدل تنقيطها. اكتبوا تعليقاتكم هنا ثم رتّبوا.
ballot-to-order = حفظ ثم ترتيب
ballot-write = التعليق
ballot-problem-twice = أُعطيت المرتبة {$place} مرتين.
ballot-problem-place = اختاروا مرتبة من 1 إلى {$max} أو لا شيء.
ballot-problem-hole = المرتبة {$place} لم تُعطَ لأي ملف.
practice-title = التدريب
practice-lede = ملفات مختلقة ينقّطها أعضاء لجنة التحكيم كلهم. ثم ترون كيف تتوزّع الدرجات، ولا شيء منها يُحتسب.
practice-none = لا ملفات تدريب
practice-none-jury = لم يكتب المنظّمون أي ملف تدريب لهذه الجولة.
practice-count = { $n ->
    [zero] لا ملفات تدريب
    [one] ملف تدريب واحد
    [two] ملفا تدريب
    [few] {$n} ملفات تدريب
    [many] {$n} ملف تدريب
   *[other] {$n} ملف تدريب
}
practice-waiting = { $n ->
    [zero] لا ملفات تدريب في انتظاركم.
    [one] ملف تدريب واحد في انتظاركم قبل الملفات الحقيقية، ولا يُحتسب.
    [two] ملفا تدريب في انتظاركم قبل الملفات الحقيقية، ولا يُحتسبان.
    [few] {$n} ملفات تدريب في انتظاركم قبل الملفات الحقيقية، ولا تُحتسب.
    [many] {$n} ملف تدريب في انتظاركم قبل الملفات الحقيقية، ولا تُحتسب.
   *[other] {$n} ملف تدريب في انتظاركم قبل الملفات الحقيقية، ولا تُحتسب.
}
practice-go = ابدؤوا التدريب
practice-not-counted = تدريب: لا شيء يُحتسب
practice-once = بعد التسليم لا تتغيّر درجات التدريب.
practice-submit = تسليم ورؤية اللجنة
practice-over = أُغلقت هذه الجولة.
practice-spread = درجات لجنة التحكيم
practice-spread-text = بلا أسماء. درجتكم بالذهبي. الفارق ليس خطأ: أعيدوا قراءة جمل السلّم وانظروا هل تقرؤون السلّم نفسه.
practice-few = سُلّمت درجاتكم. تظهر درجات اللجنة حين ينقّط ثلاثة محكّمين هذا الملف.
practice-next = ملف التدريب التالي
practice-to-list = إلى ملفاتي
practice-step = الدرجة
practice-share = حصة اللجنة
practice-jurors = المحكّمون
practice-own = أنتم
practice-median = الدرجة الوسطى: {$median}.
practice-above = الدرجة الوسطى: {$median}. درجتكم {$own} أعلى.
practice-below = الدرجة الوسطى: {$median}. درجتكم {$own} أدنى.
practice-with = الدرجة الوسطى: {$median}. درجتكم {$own} قريبة منها.

desk-setup = الإعداد
setup-lede = ما بقي قبل الفتح. يمكن حفظ كل صفحة وهي ناقصة.
setup-progress = { $n } من { $of }
setup-identity = الهوية
setup-calendar = الجدول الزمني
setup-jury = ميثاق لجنة التحكيم
setup-mails = الرسائل التلقائية
setup-legal = النظام
setup-state-missing = ناقص
setup-state-left = للمراجعة
setup-state-ready = جاهز
setup-untried = لم يتصفحه أحد بعد.
setup-missing-identity = يلزم اسم وعنوان للاتصال.
setup-missing-calendar = انقضى أجل الترشيح من قبل.
setup-missing-categories = تلزم فئة واحدة على الأقل.
setup-missing-prizes = تلزم جائزة واحدة على الأقل.
setup-missing-form = لا سؤال في الاستمارة.
setup-missing-criteria = هناك جولة بلا معيار.
setup-missing-charter = لا ميثاق يوقّعه أعضاء اللجنة.
setup-missing-rules = النظام فارغ.
setup-open = فتح الدورة
setup-open-text = تصبح الدورة عمومية، وتصل الترشيحات في موعدها.
edition-refused-setup = تنقص عناصر لا يمكن فتح الدورة بدونها. صفحة «الإعداد» تبيّنها.
task-set-up-text = لا يمكن فتح الدورة بدونها.
task-set-up-do = إكمال
new-from = البدء من
new-from-preset = نموذج جائزة
new-from-take = استعمال
new-from-text = تُنقل النصوص والفئات والجوائز والاستمارة والجولات والمعايير، وتؤخَّر التواريخ سنة. لا شيء من الترشيحات ولا من اللجنة.
test-drive-title = تجربة كاملة
test-drive-lede = خمسة ملفات وهمية تجيب عن الاستمارة وتقيّمها لجنة وهمية. لا يُحفظ شيء.
test-drive-none = لا شيء للتجربة
test-drive-form = الاستمارة
test-drive-jurors = أعضاء اللجنة
test-drive-entry = ملف تجريبي { $n }
test-drive-look = المعاينة
test-drive-applicant = الاستمارة كما يراها المترشح
test-drive-juror = الملف كما يقرؤه عضو اللجنة
test-drive-criteria = المعايير وسلّمها
test-drive-done = تصفحت التجربة
log-edition-mails-seen = رُوجعت الرسائل
log-edition-test-driven = أُجريت تجربة كاملة
log-mail-text-changed = عُدّل نص رسالة
desk-mail-texts = نصوص الرسائل
mail-texts-lede = ما تقوله الرسائل التي تُرسل تلقائيا. إن لم تكتب نصا بقيت العبارات المعتادة.
mail-texts-own = نصكم
mail-texts-usual = العبارات المعتادة
mail-texts-seen-text = هل راجعتها باللغات الثلاث؟
mail-texts-seen = راجعتها
mail-texts-empty = تبقى العبارات المعتادة في كل لغة تُترك فارغة. ويبقى الزر والمعطيات (المرجع والتاريخ…) دائما.
mail-texts-hint = فقرة في كل سطر.
mail-texts-variables = ما يمكنك ذكره
mail-texts-real = آخر رسالة من هذا النوع، إلى { $name }، بالنص المحفوظ.
mail-texts-made-up = لم تُرسل بعد أي رسالة من هذا النوع: مثال وهمي.
mail-text-winner = الإعلان: الفائزون والمتأهلون
mail-text-other = الإعلان: باقي المترشحين
mail-variable-name = اسم المرسل إليه
mail-variable-edition = اسم الدورة
mail-variable-entry = عنوان الملف
mail-variable-reference = مرجع الملف
mail-variable-category = الفئة
mail-variable-time = وقت الاستلام
mail-variable-deadline = الأجل الأخير
mail-variable-results = يوم النتائج
mail-variable-count = العدد (الأجوبة أو الملفات)
mail-variable-host = صاحب الدعوة
mail-variable-outcome = التتويج
mail-variable-prize = الجائزة
setup-untranslated = { $n ->
    [zero] لا نص ينتظر ترجمة.
    [one] نص واحد ينتظر ترجمة.
    [two] نصان ينتظران ترجمة.
    [few] { $n } نصوص تنتظر ترجمة.
    [many] { $n } نصا ينتظر ترجمة.
   *[other] { $n } نص ينتظر ترجمة.
}
setup-cannot-open = { $n ->
    [zero] لا عنصر ناقص.
    [one] ينقص عنصر واحد: لا يمكن فتح الدورة بعد.
    [two] ينقص عنصران: لا يمكن فتح الدورة بعد.
    [few] تنقص { $n } عناصر: لا يمكن فتح الدورة بعد.
    [many] ينقص { $n } عنصرا: لا يمكن فتح الدورة بعد.
   *[other] ينقص { $n } عنصر: لا يمكن فتح الدورة بعد.
}
task-set-up = { $n ->
    [zero] لا عنصر ناقص في الإعداد
    [one] عنصر ناقص في الإعداد
    [two] عنصران ناقصان في الإعداد
    [few] عناصر ناقصة في الإعداد
    [many] عنصرا ناقصا في الإعداد
   *[other] عنصر ناقص في الإعداد
}
test-drive-taken = { $n ->
    [zero] لا جواب مقبول
    [one] جواب واحد مقبول
    [two] جوابان مقبولان
    [few] { $n } أجوبة مقبولة
    [many] { $n } جوابا مقبولا
   *[other] { $n } جواب مقبول
}
test-drive-refused = { $n ->
    [zero] لا جواب مرفوض
    [one] جواب واحد مرفوض
    [two] جوابان مرفوضان
    [few] { $n } أجوبة مرفوضة
    [many] { $n } جوابا مرفوضا
   *[other] { $n } جواب مرفوض
}
mail-texts-problem-variable = «{"{"}{ $word }{"}"}» ليست كلمة معروفة في هذه الرسالة: انظر القائمة أسفل النص.

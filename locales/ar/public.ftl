landing-empty-text = عد قريبا: ستُنشر هنا الرزنامة والفئات والقانون الداخلي.
landing-opens = يُفتح باب الترشيح يوم {$time} {$zone}.
landing-closes = يُغلق باب الترشيح يوم {$time} {$zone}.
landing-last-hours = { $count ->
    [zero] بقيت أقل من ساعة: الإغلاق يوم {$time} {$zone}.
    [one] بقيت ساعة واحدة: الإغلاق يوم {$time} {$zone}.
    [two] بقيت ساعتان: الإغلاق يوم {$time} {$zone}.
    [few] بقيت {$count} ساعات: الإغلاق يوم {$time} {$zone}.
    [many] بقيت {$count} ساعة: الإغلاق يوم {$time} {$zone}.
   *[other] بقيت {$count} ساعة: الإغلاق يوم {$time} {$zone}.
}
landing-screening = أُغلق باب الترشيح. يتحقق المنظمون من الملفات.
landing-judging = لجنة التحكيم تعمل. يُعلن عن الفائزين يوم {$day}.
landing-announced = تم الإعلان عن الفائزين.
landing-enter = إيداع ملف
landing-see-method = الاطلاع على المنهجية
landing-see-winners = اكتشف الفائزين
landing-calendar = الرزنامة
landing-categories = فئات متعددة ومعيار واحد للجودة
landing-method = منهجية منشورة
landing-weights = وزن كل معيار
landing-last-winners = الفائزون: {$edition}
landing-all-winners = جميع الفائزين والمتأهلين
landing-phase-entries = الترشيح
landing-phase-screening = الفرز
phase-screening-text = يُتحقق من كل ملف
phase-jury = التحكيم
landing-phase-results = الإعلان
phase-until = إلى غاية {$day}
criterion = المعيار
weight = الوزن
percent = {$number} %
rules-title = القانون الداخلي: {$edition}
rules-questions = أسئلة متكررة
rules-charter = ميثاق شرف لجنة التحكيم
method-title = كيف تُنقَّط الملفات
method-lede = المنهجية واحدة للجميع، محددة قبل أول نقطة ومنشورة هنا.
method-criteria = المعايير
method-scale = يُنقَّط كل معيار من {$min} إلى {$max} من طرف {$jurors} محكّمين على الأقل، كل على حدة. وتصف كل درجة جملة.
method-ranking = الترتيب
method-weighted-mean = نقطة الورقة هي متوسط معاييرها مرجحا بأوزانها. ونقطة الملف هي متوسط أوراقه المعتمدة، محسوبا بدقة بالكسور.
method-calibrated = نقطة الملف هي متوسط أوراقه مصححة بحسب تشدد كل محكّم، مقيسا على الملفات التي نقّطها آخرون أيضا.
method-ties = ملفان بالنقطة نفسها متعادلان، ويبقيان كذلك: لا ترجيح خفي.
method-set-aside = المحكّم الذي له صلة بمقاولة يتنحى: توضع ورقته جانبا ولا تُحتسب.
method-secrecy = السرية
method-secrecy-text = ما دام التنقيط مفتوحا، لا يرى أحد نقطة إلا المحكّم الذي منحها. يتابع المنظمون التقدم لا القيم. ولا شيء معلن قبل الإعلان.
method-check = التحقق
method-check-text = يُسجَّل كل إجراء في سجل تترابط أسطره ببصماتها: أي سطر معدَّل ينكشف. وللفرز صيغة عمومية يمكن لأي كان إعادة حسابها.
winners-title = الفائزون: {$edition}
winners-lede = { $count ->
    [zero] لم يُتوَّج أي مشروع.
    [one] مشروع واحد توّجته لجنة التحكيم.
    [two] مشروعان توّجتهما لجنة التحكيم.
    [few] {$count} مشاريع توّجتها لجنة التحكيم.
    [many] {$count} مشروعا توّجته لجنة التحكيم.
   *[other] {$count} مشروع توّجته لجنة التحكيم.
}
winners-finalists = المتأهلون للنهائي
winners-empty = لا فائزين بعد
winners-empty-text = سيُعلن عنهم هنا، جميعا في الوقت نفسه.
winners-archive = دورات أخرى
winner-jury = لجنة التحكيم
winner-organisation = المقاولة
winner-city = المدينة
winner-founded = سنة الإحداث
winner-prize = الجائزة
winner-all = جميع الفائزين
preview-banner = معاينة خاصة بالمنظمين: لا شيء من هذا معلن.
method-order = يمنح كل محكّم مراتب لأفضل الملفات في كل فئة. عدد المراتب: {$n}. عدد المحكّمين لكل ملف على الأقل: {$jurors}.
method-schulze = يُقارَن ملفان عند المحكّمين الذين قرؤوهما معا: يفوز من وضعه أمام الآخر عدد أكبر. ومن ذلك تستخرج طريقة شولتسه الترتيب حتى حين تدور المبارزات في حلقة، ودرجة الملف هي عدد الملفات التي يهزمها.
method-borda = تساوي المرتبة الأولى من النقاط عدد المراتب، والأخيرة نقطة واحدة، وغياب المرتبة صفرا. ودرجة الملف هي متوسط نقاطه عند المحكّمين الذين قرؤوه.
method-duel-ties = ملفان يهزمان العدد نفسه يُفصل بينهما بمتوسط نقاط مراتبهما. وإن بقيا متساويين فهما متعادلان.
embed-title = عرض هذه القائمة على موقعكم
embed-text = انسخوا هذا الرمز في صفحة: تبقى القائمة محدّثة، بلا برامج.
record-title = سجل موقّع
record-holds = هذا التتويج أصيل: التوقيع توقيع المنظمين، ولم يُلغ شيء.
record-other-key = التوقيع بمفتاح غير الذي ينشره هذا الموقع. اسأل المنظمين.
record-revoked = أُلغي هذا التتويج في { $day }: { $reason }
record-issued = وُقّع في
record-key = المفتاح العمومي
record-file = تحميل السجل
record-winner = صفحة المشروع
record-offline = ويمكن التحقق منه دون اتصال أيضا:
record-refused-revoked = أُلغي هذا التتويج، وصفحته تبين السبب.
certificate-record = امسح الرمز للتحقق من هذه الشهادة:
winner-badge-svg = الشارة (SVG)
winner-badge-png = الشارة (PNG)
gallery-title = معرض الترشيحات
gallery-lede = { $edition }: المشاريع التي وافق أصحابها على عرضها.
gallery-search = البحث عن مشروع
gallery-none = لا مشاريع للعرض
gallery-none-text = لا ترشيح مطابق، أو لم يوافق أحد بعد على العرض.
gallery-see = عرض معرض الترشيحات
gallery-count = { $n ->
    [zero] لا مشروع
    [one] مشروع واحد
    [two] مشروعان
    [few] { $n } مشاريع
    [many] { $n } مشروعا
   *[other] { $n } مشروع
}
rules-versions = التعديلات
rules-changed = عُدّل النظام في { $day }
rules-changed-text = ما حُذف مشطوب، وما أُضيف مسطّر.
rules-gone = حُذف:
rules-new = أُضيف:

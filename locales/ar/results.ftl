results-title = النتائج
results-lede = { $count ->
    [zero] لا أوراق معتمدة.
    [one] ورقة معتمدة واحدة محتسبة.
    [two] ورقتان معتمدتان محتسبتان.
    [few] {$count} أوراق معتمدة محتسبة.
    [many] {$count} ورقة معتمدة محتسبة.
   *[other] {$count} ورقة معتمدة محتسبة.
}
results-not-counted = غير محتسبة: {$aside} موضوعة جانبا، {$unfinished} لم تُعتمد.
results-announce = الإعلان
results-preview = معاينة الصفحات العمومية
results-csv = تنزيل CSV
results-category = الفئة
results-rank = الرتبة
results-reference = المرجع
results-entry = الملف
results-score = النقطة
results-scorecards = الأوراق
results-decision = القرار
results-stage = تتويج
results-change = تعديل
results-none = لا ملفات مؤهلة
results-none-text = ليس لهذه الفئة ملف للترتيب.
results-progress = متابعة تقدم التحكيم
results-not-begun = لم يبدأ التنقيط. أسند الملفات ثم افتح الجولة.
round-open = فتح التنقيط
round-open-text = سيرى المحكّمون ملفاتهم ويمكنهم التنقيط بين تاريخي الجولة.
round-close = إغلاق التنقيط
round-close-text = تُجمَّد الأوراق المعتمدة وتُحتسب؛ تُحفظ المسودات دون احتسابها. يمكنك إعادة الفتح مع ذكر السبب.
round-until = النهاية المقررة: {$time}.
round-reopen = إعادة فتح التنقيط
round-reopen-reason = السبب
round-reopen-hint = يُدوَّن في السجل. لا تضيع أي نقطة.
stage-title = تتويج ملف
stage-kind = النتيجة
stage-citation = كلمة اللجنة
stage-citation-hint = تُنشر مع الفائزين، في جملة أو جملتين.
stage-summary = ملخص للعموم
stage-summary-hint = ما يقدمه المشروع لمن لم يره من قبل.
stage-save = حفظ دون نشر
stage-undo = سحب هذا القرار
announce-title = الإعلان
announce-lede = في اللحظة المختارة تتغيّر كل الصفحات العلنية معا ويتلقّى كل مترشّح رسالة. لكم عشر دقائق لسحبه، أما الرسائل المرسلة فلا تُستعاد.
announce-winners = فائزون
announce-finalists = متأهلون
announce-without = جوائز دون فائز
announce-mails = رسائل للمترشحين
announce-when = متى؟
announce-now = الآن
announce-later = في وقت محدد
announce-embargo = وقت رفع الحظر
announce-embargo-hint = الوقت {$zone}. لا أثر له إن أعلنت الآن.
announce-confirm = للتأكيد، اكتب {$slug}
announce-button = الإعلان عن الفائزين
announce-scheduled = سيتم الإعلان تلقائيا يوم {$time}.
announce-cancel = إلغاء هذا الإعلان
announce-done = أصبح الفائزون معلنين منذ {$time}.
results-beaten = الملفات المهزومة
results-points = النقاط
results-duels = المبارزات
results-duels-text = في كل خانة: كم محكّما وضع ملف السطر أمام ملف العمود وكم وضعه خلفه. لا يُحتسب إلا من قرأ الملفين.
announce-second = للدورة منظّم آخر: سيؤكّد هذا الإعلان. لا شيء يصبح علنيا قبل ذلك.
announce-order = طلب الإعلان
announce-proposed = إعلان ينتظر منظّما ثانيا
announce-proposed-now = يطلب {$name} إعلان الفائزين فور تأكيدكم.
announce-proposed-at = يطلب {$name} إعلان الفائزين في {$time}.
announce-confirm-button = تأكيد الإعلان
announce-confirm-ask = هل تؤكّدون؟ في الوقت المحدّد يصبح كل شيء علنيا وتُرسل الرسائل.
announce-take-back = سحب الإعلان
announce-take-back-text = ممكن حتى {$time}. تُغلق الصفحات العلنية وتبقى القرارات جاهزة. الرسائل التي أُرسلت لا تُستعاد، والإعلان الجديد يراسل الجميع من جديد.
announce-left = رسائل أُرسلت
announce-waiting = رسائل في الانتظار
